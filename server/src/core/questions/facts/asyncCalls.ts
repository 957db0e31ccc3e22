import type { Call, Code, FunctionCode } from '../../code/code.ts';
import { methodOf } from '../../code/say.ts';
import { isEcmascript } from '../languageId.ts';
import type { RuleContext } from '../rule.ts';
import { chainOf } from './chain.ts';

const PROMISES =
  /^(?:(?:window\.|globalThis\.)?fetch|(?:axios|ky|got)(?:\.(?:get|post|put|patch|delete|request))?|Promise\.(?:all|allSettled|race|any)|(?:fsp|fsPromises|fs\.promises)\.\w+|navigator\.clipboard\.\w+|crypto\.subtle\.\w+)$|(?:^|\.)_?prisma\.\w+\.\w+$|(?:^|\.)(?:prisma|db)\.\$transaction$|(?:^|\.)(?:[A-Z]\w*|\w+Model)\.(?:insertMany|insertOne|updateOne|updateMany|deleteOne|deleteMany|findOneAnd\w+|findByIdAnd\w+|bulkCreate)$|(?:^|\.)sendMail$/;

const COROUTINES =
  /^(?:asyncio\.(?:sleep|gather|wait|wait_for|open_connection|start_server|to_thread|create_subprocess_\w+)|anyio\.\w*sleep|trio\.sleep)$/;

const TASKS =
  /^(?:Task\.(?:Delay|WhenAll|WhenAny))$|(?:^|\.)(?!RunWorkerAsync|CancelAsync|LoadAsync|BeginAsync|ReportAsync|DownloadStringAsync|DownloadFileAsync|DownloadDataAsync|UploadStringAsync|PlayAsync)[A-Z]\w*Async$/;

const FUTURES = /^(?:tokio\.time\.sleep|sleep\(\)|tokio\.fs\.\w+|async_std\.\w+\.\w+)$/;

const PHP_PROMISES =
  /(?:^|\.)(?:\w*[cC]lient|http|guzzle)\.(?:get|post|put|patch|delete|request|send|head)Async$/;

/** Whether a call gives something to wait for: by the file's functions, or as all the world knows it. */
export function isAsyncCall(context: RuleContext, call: Call): boolean {
  const { language } = context;
  const chain = chainOf(call);
  if (isOwnAsync(context, call)) return true;
  switch (language) {
    case 'python':
      return COROUTINES.test(chain);
    case 'csharp':
      return TASKS.test(chain);
    case 'rust':
      return FUTURES.test(chain);
    case 'php':
      return PHP_PROMISES.test(chain);
    default:
      return isEcmascript(language) && PROMISES.test(chain);
  }
}

/** Whether the call is of an async function of the file. */
export function isOwnAsync(context: RuleContext, call: Call): boolean {
  const known = calledHere(context, call);
  return 0 < known.length && known.every(isAsync);
}

/** The functions of the file that a call may call: plain ones by their name, methods of `this`. */
export function calledHere(
  { outline, view, language }: RuleContext,
  call: Call,
): readonly FunctionCode[] {
  const { callee } = call;
  const name = methodOf(call);
  const isOnThis =
    callee.kind === 'member' && callee.object.kind === 'name' && THIS.test(callee.object.name);
  if (callee.kind !== 'name' && !isOnThis) return [];
  if (callee.kind === 'name' && isGiven(view.around(call), name)) return [];
  const inner = callee.kind === 'name' ? localFunctions(view.all('declare', 'function'), name) : [];
  const found = 0 < inner.length ? inner : outline.functionsNamed(name);
  // In C#, Java, C++ and Ruby a method is called by its name alone.
  const isClassless = /^(?:csharp|java|cpp|ruby)$/.test(language);
  const fitting = found.filter(
    ({ params }) =>
      call.args.length <= params.length ||
      params.some(({ isRest }) => isRest) ||
      isClassless === false,
  );
  if (isClassless && fitting.length < found.length) return [];
  return callee.kind === 'name' && !isClassless
    ? found.filter(({ form }) => form !== 'method')
    : found;
}

const THIS = /^(?:this|self|@)$/;

function localFunctions(nodes: readonly Code[], name: string): FunctionCode[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'function') return node.name === name ? [node] : [];
    if (node.kind !== 'declare' || node.value?.kind !== 'function') return [];
    return node.target.kind === 'name' && node.target.name === name ? [node.value] : [];
  });
}

/** A parameter of that name hides the file's function. */
function isGiven(around: readonly Code[], name: string): boolean {
  return around.some(
    (node) => node.kind === 'function' && node.params.some((param) => param.name === name),
  );
}

function isAsync({ isAsync: is, returns, isGenerator }: FunctionCode): boolean {
  // What is `async void` cannot be awaited.
  if (isGenerator || returns === 'void') return false;
  return is || /^(?:Promise|PromiseLike|Task|ValueTask|Awaitable|Coroutine)\b/.test(returns ?? '');
}
