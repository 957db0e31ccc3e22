import type { Call, FunctionCode, Param } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { calleeOf, lastWord, methodOf, plainText } from '../../code/say.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';
import type { RequestParam } from './outsideParams.ts';
import { namesOf } from './variables.ts';

/** The parameters of a function that something hands to it when a message, or a request, comes in. */
export function* sentTo(
  view: CodeView,
  one: FunctionCode,
  language: LanguageId,
): Iterable<RequestParam> {
  const parent = view.parentOf(one);
  const call = parent?.kind === 'call' && parent.callee !== one ? parent : undefined;
  for (const param of paramsSent(one, call, language)) {
    for (const name of [param.name, ...namesOf(param.pattern)]) {
      if (name !== undefined) yield { name, param, isNumber: false };
    }
  }
}

function paramsSent(
  one: FunctionCode,
  call: Call | undefined,
  language: LanguageId,
): readonly Param[] {
  const { params } = one;
  if (isEcmascript(language)) return call ? listening(call, params) : resolving(one);
  if (!call) return named(one, language);
  const callee = calleeOf(call);
  switch (language) {
    case 'ruby': {
      // Sinatra's `get "/x/:id" do |id|`, Bunny's `queue.subscribe do |info, properties, body|`.
      const isRoute = ROUTES.test(callee) && plainText(call.args[0])?.startsWith('/') === true;
      if (isRoute) return params;
      return /\.(?:subscribe|each_message)$/.test(callee) ? params.slice(-1) : [];
    }
    case 'php': {
      const isRoute =
        /(?:^|\.)(?:get|post|put|patch|delete|any|map|match)$/.test(callee) &&
        /^\/|\{/.test(plainText(call.args[0]) ?? '');
      return isRoute
        ? params.filter(({ name, type }) => isPlain(type) && !SERVICES.test(name ?? ''))
        : [];
    }
    case 'cpp': {
      // `CROW_ROUTE(app, "/x/<string>")([](std::string x) { … })`
      const isRoute = call.callee.kind === 'call' && /ROUTE|route/.test(methodOf(call.callee));
      return isRoute ? params.filter(({ type }) => /string/.test(type ?? '')) : [];
    }
    default:
      return [];
  }
}

const ROUTES = /^(?:(?:\w+\.)?(?:get|post|put|patch|delete|route))$/;
const SERVICES = /^(?:request|response|req|res|next|app)$/;

function isPlain(type: string | undefined): boolean {
  return type === undefined || /^\??(?:string|array)$/.test(type);
}

/** `socket.on('open', (name) => …)`, `channel.consume(queue, (message) => …)`, `ipcMain.handle(…)`. */
function listening(call: Call, params: readonly Param[]): readonly Param[] {
  const { callee, args } = call;
  const method = methodOf(call);
  if (callee.kind !== 'member') return [];
  const owner = lastWord(callee.object);
  if (/^(?:on|once|addListener)$/.test(method)) {
    const event = plainText(args[0]) ?? 'error';
    if (/^(?:req|request|stream|socket|ws|client|conn|connection)$/.test(owner) && event === 'data')
      return params.slice(0, 1);
    const isPeer =
      /^_?(?:web)?(?:socket|ws|peer|conn|connection|client|spark|parentPort|subscriber|mqtt\w*|nats|ipcMain|stompClient|sub|bus)$/i.test(
        owner,
      );
    if (!isPeer || LIFE.test(event)) return [];
    return owner === 'ipcMain' ? params.slice(1) : params;
  }
  if (method === 'handle' && owner === 'ipcMain') return params.slice(1);
  // `procedure.input(schema).query(({ input }) => …)`
  const isProcedure = /^(?:query|mutation|subscription)$/.test(method) && params.length === 1;
  const [first] = params;
  const hasInput = first?.pattern && namesOf(first.pattern).includes('input');
  if (isProcedure && first && hasInput) {
    return [{ ...first, pattern: { ...first.pattern, kind: 'name', name: 'input' } }];
  }
  return [];
}

/** What a connection says of itself. */
const LIFE =
  /^(?:error|close|connect|connection|connected|end|finish|exit|disconnect|disconnecting|drain|listening|ready|timeout|upgrade|ping|pong|lookup|reconnect\w*|unexpected-response|offline|online|subscribe|new_namespace)$/;

/** A resolver of GraphQL: `(parent, args, context) => …`. */
function resolving({ params }: FunctionCode): readonly Param[] {
  const [first, second] = params;
  const isResolver =
    second !== undefined &&
    /^(?:args|_args|input)$/.test(second.name ?? '{') &&
    /^_{0,2}(?:parent|root|obj|source|self)?$/.test(first?.name ?? '-');
  return isResolver ? [second] : [];
}

/** Functions that a library calls by what they take. */
function named({ params, name = '' }: FunctionCode, language: LanguageId): readonly Param[] {
  if (language !== 'python') return [];
  const words = params.map((param) => param.name ?? '');
  const isDelivery =
    words.includes('body') && (words.includes('properties') || words.includes('ch'));
  if (isDelivery) return params.filter((param) => param.name === 'body');
  return /^on_message$/.test(name)
    ? params.filter((param) => /^(?:message|msg|data)$/.test(param.name ?? ''))
    : [];
}
