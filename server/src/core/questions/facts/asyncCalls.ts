import { childrenOf } from '../../code/childrenOf.ts';
import type { Call, Code, FunctionCode } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { lastWord, methodOf } from '../../code/say.ts';
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
  if (0 < known.length) return known.every(isAsync);
  const typed = isEcmascript(context.language) ? calledByType(context, call) : [];
  return 0 < typed.length && typed.every(isAsync);
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
  const known = 0 < inner.length ? inner : outline.functionsNamed(name);
  const isNested = known.length === 0 && callee.kind === 'name' && NESTS.test(language);
  const found = isNested ? functionsAround(view, call, name) : known;
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

/** Languages whose functions stand in others and call each other there. */
const NESTS = /^(?:typescript|tsx|javascript|python)$/;

/** Functions that stand beside the call, and are blocks of their own, or farther out. */
function functionsAround(view: CodeView, call: Call, name: string): readonly FunctionCode[] {
  const beside = view
    .around(call)
    .flatMap((one) => (one.kind === 'body' ? childrenOf(one) : []))
    .flatMap((one) => (one.kind === 'group' ? one.items : [one]));
  const near = localFunctions(beside, name);
  return 0 < near.length ? near : localFunctions(statementsAround(view), name);
}

/** The statements of the functions that the part stands in, the innermost first. */
function statementsAround(view: CodeView): readonly Code[] {
  const before = around.get(view);
  if (before) return before;
  const found: Code[][] = [];
  let node: Code | undefined = view.top;
  while (node) {
    const inside: readonly Code[] = childrenOf(node);
    if (node.kind === 'body' && node !== view.top)
      found.push(inside.flatMap((one) => (one.kind === 'group' ? one.items : [one])));
    node = inside.find(
      ({ start, end }) =>
        start <= view.range.start &&
        view.range.end <= end &&
        (start < view.range.start || view.range.end < end),
    );
  }
  const all = found.toReversed().flat();
  around.set(view, all);
  return all;
}

const around = new WeakMap<CodeView, readonly Code[]>();

/** Functions of the file by the type of what they are called on: `mailer: Mailer`, `new Mailer()`. */
function calledByType({ outline, view }: RuleContext, call: Call): readonly FunctionCode[] {
  const { callee } = call;
  if (callee.kind !== 'member') return [];
  const { object } = callee;
  const isField =
    object.kind === 'member' && object.object.kind === 'name' && THIS.test(object.object.name);
  if (object.kind !== 'name' && !isField) return [];
  const type = typeNamed(lastWord(object), [
    ...view.around(call).flatMap((one) => (one.kind === 'function' ? one.params : [])),
    ...(isField ? outline.variables : []),
    ...(isField
      ? outline.functions.flatMap(({ form, params }) => (form === 'constructor' ? params : []))
      : view.all('declare')),
  ]);
  if (type === undefined) return [];
  return outline.classes
    .filter((one) => one.name === type)
    .flatMap(({ members }) => members)
    .flatMap((one) => (one.kind === 'function' && one.name === callee.name ? [one] : []));
}

function typeNamed(name: string, places: readonly Code[]): string | undefined {
  for (const one of places) {
    const isIt =
      (one.kind === 'param' && one.name === name) ||
      ((one.kind === 'declare' || one.kind === 'assign') && lastWord(one.target) === name);
    if (!isIt) continue;
    const written = one.kind === 'assign' ? undefined : one.type;
    if (written !== undefined) return /^\w+$/.exec(written)?.[0];
    const made = one.kind === 'param' ? undefined : one.value;
    if (made?.kind === 'call' && made.isNew) return lastWord(made.callee);
  }
  return undefined;
}

const THIS = /^(?:this|self|@)$/;

function localFunctions(nodes: readonly Code[], name: string): FunctionCode[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'function') return node.name === name ? [node] : [];
    if (node.kind !== 'declare' || node.target.kind !== 'name' || node.target.name !== name)
      return [];
    const { value } = node;
    // `useCallback(async () => …, [])` is the function that it is given.
    const given =
      value?.kind === 'call' && methodOf(value) === 'useCallback' ? value.args[0] : value;
    return given?.kind === 'function' ? [given] : [];
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
