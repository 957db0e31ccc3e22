import type { Binary, Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
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
  if (call.callee.kind !== 'member') {
    // PHP's `array_map(fn, $names)`.
    const isMapped = /^array_(?:map|walk|filter)$/.test(methodOf(call));
    const given = call.args.map(valueIn).find((one) => one !== undefined);
    if (isMapped && given)
      for (const arg of call.args) if (arg.kind === 'function') yield [arg, given];
    return;
  }
  if (!HANDING.has(call.callee.name)) return;
  const lambda = call.args.findLast(({ kind }) => kind === 'function');
  const origin = lambda && valueIn(call.callee.object);
  if (lambda && origin) yield [lambda, origin];
}

const HANDING: ReadonlySet<string> = new Set([
  ...['forEach', 'map', 'each', 'flatMap', 'filter', 'for_each', 'ForEach', 'Select', 'then'],
  ...[
    'subscribe',
    'tap',
    'map_or',
    'inspect',
    'any',
    'all',
    'let',
    'also',
    'filter_map',
    'collect',
  ],
  ...['ifPresentOrElse', 'flat_map', 'each_with_object', 'mapNotNull', 'sort', 'findIndex', 'pipe'],
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
  for (const arg of args) {
    // C#'s `TryGetValue("name", out var name)`.
    const isOut = arg.kind === 'declare' && arg.value === undefined && callee.kind === 'member';
    const origin = isOut && method.startsWith('Try') ? valueIn(callee.object) : undefined;
    if (origin && isOut) for (const name of namesOf(arg)) yield { name, origin };
  }
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
      } else if (arg.kind === 'name' && (isContext || object !== undefined)) {
        if (valueIn(arg) === undefined) yield { name: arg.name, origin };
      }
    }
    return;
  }
  if (ADDING.has(method) && callee.kind === 'member') {
    // `builder.append(id)`, also at the end of a chain of them.
    // `fields.put(key, value)`: who chooses the key has not chosen the rest.
    const added = /^(?:put|set|insert|Add|insert_or_assign)$/.test(method) && args.length === 2;
    const origin = (added ? args.slice(1) : args)
      .map((arg) => valueIn(arg))
      .find((one) => one !== undefined);
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
  ...['ReadJSON', 'BindHeader', 'BindXML', 'ShouldBindXML', 'UnmarshalJSON', 'ReqHeaderParser'],
  ...['DecodeJSON', 'ParseJSON', 'ReadBody', 'BindAndValidate', 'ReadForm', 'ReadQuery'],
]);

/** The variable that a call takes what does harm out of: C++'s `text.erase(std::remove(…))`, `std::replace(…)`. */
export function cleanedBy({ callee, args }: Call): string | undefined {
  const isErased =
    callee.kind === 'member' &&
    callee.name === 'erase' &&
    callee.object.kind === 'name' &&
    args.some((arg) => arg.kind === 'call' && /^remove(?:_if)?$/.test(methodOf(arg)));
  if (isErased && callee.object.kind === 'name') return callee.object.name;
  const [first] = args;
  const isReplaced =
    /^(?:replace|replace_if|erase|erase_if|transform)$/.test(lastWord(callee)) && 1 < args.length;
  if (!isReplaced) return undefined;
  if (first?.kind === 'name' && lastWord(callee).startsWith('erase')) return first.name;
  const begin = first?.kind === 'call' && methodOf(first) === 'begin' ? first.callee : undefined;
  const isChars = lastWord(callee) !== 'transform';
  return isChars && begin?.kind === 'member' && begin.object.kind === 'name'
    ? begin.object.name
    : undefined;
}

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
  ...['add', 'Add', 'put', 'set', 'insert', 'unshift', 'push_back', 'emplace_back', 'emplace'],
  ...['extend', 'addAll', 'AddRange', 'append_format', 'AppendJoin', 'Write'],
  ...['insert_or_assign', 'prepend', 'addFirst', 'addLast', 'offer', 'enqueue'],
]);

/** `stream << value`, Ruby's `path << name`: what the stream or text then holds. */
export function streamed(
  view: CodeView,
  node: Binary,
  valueIn: (code: Code) => Origin | undefined,
): { readonly name: string; readonly origin: Origin } | undefined {
  if (node.operator !== '<<' || view.parentOf(node)?.kind === 'binary') return undefined;
  const values: Code[] = [];
  let left: Code = node;
  while (left.kind === 'binary' && left.operator === '<<') {
    values.push(left.right);
    left = left.left;
  }
  if (left.kind !== 'name' || /^[A-Z]|^c(?:out|err|log)$/.test(left.name)) return undefined;
  const origin = values.map(valueIn).find((one) => one !== undefined && !one.isNumber);
  return origin && { name: left.name, origin };
}

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
