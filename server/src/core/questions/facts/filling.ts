import type { Call, Code } from '../../code/code.ts';
import { lastWord, methodOf } from '../../code/say.ts';
import { ownerWord, type Origin } from './origin.ts';
import type { OutsideNames } from './outsideNames.ts';
import { namesOf } from './variables.ts';

const MAX_STEPS = 500;

/** `ids.forEach((id) => …)` hands on what the ids hold. */
export function* handedOn(
  call: Call,
  valueIn: (code: Code) => Origin | undefined,
): Iterable<readonly [Code, Origin]> {
  if (call.callee.kind !== 'member' || !HANDING.has(call.callee.name)) return;
  const lambda = call.args.findLast(({ kind }) => kind === 'function');
  const origin = lambda && valueIn(call.callee.object);
  if (lambda && origin) yield [lambda, origin];
}

const HANDING: ReadonlySet<string> = new Set([
  ...['forEach', 'map', 'each', 'flatMap', 'filter', 'for_each', 'ForEach', 'Select', 'then'],
  ...['each_pair', 'each_with_index', 'and_then', 'ifPresent', 'find', 'some', 'every', 'reduce'],
]);

/** Calls that write what is outside into a variable that they are given. */
export function* filled(
  call: Call,
  names: OutsideNames,
  valueIn: (code: Code) => Origin | undefined,
): Iterable<{ readonly name: string; readonly origin: Origin }> {
  const method = methodOf(call);
  const { callee, args } = call;
  if (FILLING.has(method)) {
    const object = callee.kind === 'member' ? callee.object : undefined;
    const isContext = object !== undefined && names.context.test(ownerWord(object));
    const source =
      (object && valueIn(object)) ??
      args.map((arg) => valueIn(arg)).find((one) => one !== undefined);
    const origin: Origin | undefined =
      source ??
      (isContext ? { kind: 'request', from: callee, isNumber: false, names: [] } : undefined);
    if (!origin) return;
    for (const arg of args) {
      if (arg.kind === 'unary' && arg.operator.startsWith('&') && arg.operand.kind === 'name') {
        yield { name: arg.operand.name, origin };
      } else if (arg.kind === 'name' && isContext) yield { name: arg.name, origin };
    }
    return;
  }
  if (ADDING.has(method) && callee.kind === 'member') {
    // `builder.append(id)`, also at the end of a chain of them.
    const origin = args.map((arg) => valueIn(arg)).find((one) => one !== undefined);
    const root = rootOf(callee.object);
    if (origin && !origin.isNumber && root?.kind === 'name') yield { name: root.name, origin };
    return;
  }
  const at = INPUTS.get(method);
  const into = at === undefined ? undefined : args[at];
  const kind = method.startsWith('recv') ? 'request' : 'process';
  const from: Origin = { kind, from: call, isNumber: false, names: [] };
  const isRead = method !== 'getline' || (args[0] && lastWord(args[0]) === 'cin');
  if (into && isRead) for (const name of namesOf(into)) yield { name, origin: from };
  const format = FORMATTING.get(method);
  if (format !== undefined && args[0]) {
    const origin = args
      .slice(format)
      .map(valueIn)
      .find((one) => one !== undefined);
    if (origin) for (const name of namesOf(args[0])) yield { name, origin };
  }
}

/** `c.BindJSON(&user)`, `json.NewDecoder(r.Body).Decode(&user)`. */
const FILLING: ReadonlySet<string> = new Set([
  ...['Bind', 'BindJSON', 'BindQuery', 'BindUri', 'ShouldBind', 'ShouldBindJSON', 'BindBody'],
  ...['ShouldBindQuery', 'ShouldBindUri', 'BodyParser', 'QueryParser', 'ParamsParser', 'Decode'],
  ...['Unmarshal', 'MustBindWith', 'ShouldBindWith', 'Sscanf', 'read_line', 'read_to_string'],
]);

/** Methods that add to what they are called on. */
const ADDING: ReadonlySet<string> = new Set([
  ...[
    'append',
    'Append',
    'AppendFormat',
    'AppendLine',
    'WriteString',
    'push_str',
    'push',
    'concat',
  ],
]);

/** C's functions that read from a connection or a terminal, with the argument that they fill. */
const INPUTS: ReadonlyMap<string, number> = new Map([
  ['recv', 1],
  ['recvfrom', 1],
  ['fgets', 0],
  ['gets', 0],
  ['getline', 1],
  ['scanf', 1],
  ['read_line', 0],
]);

/** C's functions that build text in their first argument, with where its parts begin. */
const FORMATTING: ReadonlyMap<string, number> = new Map([
  ['sprintf', 2],
  ['snprintf', 3],
  ['strcpy', 1],
  ['strcat', 1],
  ['strncpy', 1],
  ['strncat', 1],
  ['memcpy', 1],
]);

/** What a chain of calls and members begins with. */
function rootOf(code: Code): Code | undefined {
  let node: Code = code;
  for (let i = 0; i < MAX_STEPS; i++) {
    if (node.kind === 'member') node = node.object;
    else if (node.kind === 'call') node = node.callee;
    else return node;
  }
  return undefined;
}
