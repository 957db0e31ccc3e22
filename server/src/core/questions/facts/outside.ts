import type { Call, Code, FunctionCode } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { lastWord, methodOf } from '../../code/say.ts';
import type { RuleContext } from '../rule.ts';
import { isNumericType } from './numericType.ts';
import { requestParams } from './outsideParams.ts';
import { outsideNamesOf, type OutsideKind, type OutsideNames } from './outsideNames.ts';
import { passingOf } from './passing.ts';
import { namesOf } from './variables.ts';

/** That a value is, or holds, what somebody outside chooses. */
export interface Origin {
  readonly kind: OutsideKind;
  /** Where it is read: `req.query.id`, a parameter. */
  readonly from: Code;
  /** Only a number of it is left. */
  readonly isNumber: boolean;
  /** The variables that it went through. */
  readonly names: readonly string[];
}

/** What in a block comes from outside. */
export interface Outside {
  /** Where text in a value comes from; undefined where it is not known to come from outside. */
  textIn(code: Code): Origin | undefined;
  /** The same, also for what is only a number of it. */
  valueIn(code: Code): Origin | undefined;
}

/** More nodes than this of one value are not looked at. */
const MAX_NODES = 500;
const MAX_NAMES = 8;

const known = new WeakMap<CodeView, Outside>();

/**
 * Follows what a request, a message or the command line brings through the block: variables that are
 * set from it, text that is built with it, parts that are taken out of it. Every name is what it was
 * last set to above; what a call that is not known gives is not outside.
 */
export function outsideOf(context: RuleContext): Outside {
  const { view } = context;
  const found = known.get(view) ?? follow(context);
  known.set(view, found);
  return found;
}

/** From an offset on, a name holds this; undefined: nothing from outside. */
interface Holding {
  readonly from: number;
  readonly origin: Origin | undefined;
}

type Holdings = Map<string, Holding[]>;

function follow({ view, language }: RuleContext): Outside {
  const names = outsideNamesOf(language);
  const holdings: Holdings = new Map();
  const valueIn = (code: Code): Origin | undefined => search(code, names, holdings);
  const hold = (name: string, from: number, origin: Origin | undefined): void => {
    const list = holdings.get(name) ?? [];
    holdings.set(name, list);
    if (origin === undefined && list.length === 0) list.push({ from, origin });
    else list.push({ from, origin: origin && through(origin, name) });
  };
  const handed = new Map<Code, Origin>();
  const enter = (one: FunctionCode): void => {
    const given = handed.get(one);
    for (const param of one.params) {
      for (const name of [param.name, ...namesOf(param.pattern)]) {
        if (name !== undefined) hold(name, one.start, given);
      }
    }
    for (const { name, param, isNumber } of requestParams(view, one, names, language)) {
      hold(name, one.start, { kind: 'request', from: param, isNumber, names: [] });
    }
  };
  const own = view.all('function', 'declare', 'assign', 'loop', 'call', 'binary');
  const [first] = own;
  const outer = first ? view.around(first) : [];
  for (const one of outer.toReversed()) if (one.kind === 'function') enter(one);
  for (const node of own) {
    switch (node.kind) {
      case 'function':
        enter(node);
        break;
      case 'declare':
      case 'assign': {
        const { target, value } = node;
        if (!value) {
          if (node.kind === 'declare')
            for (const name of namesOf(target)) hold(name, node.end, undefined);
          break;
        }
        const isNumeric = node.kind === 'declare' && isNumericType(node.type);
        const origin = valueIn(value) ?? takenApart(target, value, names);
        const isAdded = node.kind === 'assign' && /^(?:\+|\.|\|\||\?\?|<<)=$/.test(node.operator);
        if (!origin && isAdded) break;
        for (const name of namesOf(target)) {
          const isKept = !origin && node.kind === 'assign' && !isRemade(view, node, name, value);
          if (!isKept)
            hold(name, node.end, origin && (isNumeric ? { ...origin, isNumber: true } : origin));
        }
        break;
      }
      case 'loop': {
        const origin = node.iterable && valueIn(node.iterable);
        for (const name of namesOf(node.variable)) hold(name, node.body.start, origin);
        break;
      }
      case 'call':
        for (const [one, origin] of handedOn(node, valueIn)) handed.set(one, origin);
        for (const { name, origin } of filled(node, names, valueIn)) hold(name, node.end, origin);
        break;
      case 'binary':
        // `std::cin >> name`
        if (node.operator === '>>' && lastWord(node.left) === 'cin') {
          for (const name of namesOf(node.right)) {
            hold(name, node.end, { kind: 'process', from: node.left, isNumber: false, names: [] });
          }
        }
        break;
      default:
        break;
    }
  }
  return {
    valueIn,
    textIn: (code: Code) => {
      const origin = valueIn(code);
      return origin?.isNumber ? undefined : origin;
    },
  };
}

function through(origin: Origin, name: string): Origin {
  if (origin.names.includes(name) || MAX_NAMES <= origin.names.length) return origin;
  return { ...origin, names: [...origin.names, name] };
}

/** A name is cleaned where it is made anew from itself, or set on every way. */
function isRemade(view: CodeView, assign: Code, name: string, value: Code): boolean {
  if (view.enclosing(assign, 'if', 'loop', 'switch', 'catch') === undefined) return true;
  const nodes: Code[] = [value];
  for (let node = nodes.pop(), i = 0; node && i < MAX_NODES; node = nodes.pop(), i++) {
    if (node.kind === 'name' && node.name === name) return true;
    if (node.kind === 'call') nodes.push(node.callee, ...node.args);
    else if (node.kind === 'member') nodes.push(node.object);
    else if (node.kind === 'binary') nodes.push(node.left, node.right);
  }
  return false;
}

/** `const { body } = req` takes what is outside out of what is not. */
function takenApart(target: Code, value: Code, names: OutsideNames): Origin | undefined {
  if (target.kind !== 'pattern') return undefined;
  const word = ownerWord(value);
  const isRequest = names.request.test(word);
  const members = isRequest
    ? names.ofRequest
    : names.context.test(word)
      ? names.ofContext
      : undefined;
  if (!members) return undefined;
  const isOutside = target.parts.some(
    (part) =>
      (isRequest && part.kind === 'pattern') || namesOf(part).some((name) => members.has(name)),
  );
  return isOutside ? { kind: 'request', from: value, isNumber: false, names: [] } : undefined;
}

/** `ids.forEach((id) => …)` hands on what the ids hold. */
function* handedOn(
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
function* filled(
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
  const from: Origin = { kind: 'process', from: call, isNumber: false, names: [] };
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
  for (let i = 0; i < MAX_NODES; i++) {
    if (node.kind === 'member') node = node.object;
    else if (node.kind === 'call') node = node.callee;
    else return node;
  }
  return undefined;
}

interface Step {
  readonly code: Code;
  readonly isNumber: boolean;
}

/** What of a value comes from outside: text rather than a number. */
function search(top: Code, names: OutsideNames, holdings: Holdings): Origin | undefined {
  const steps: Step[] = [{ code: top, isNumber: false }];
  let number: Origin | undefined;
  for (let step = steps.pop(), i = 0; step && i < MAX_NODES; step = steps.pop(), i++) {
    const { code, isNumber } = step;
    const found = heldBy(code, holdings) ?? readOf(code, names, holdings);
    if (found) {
      if (!isNumber && !found.isNumber) return found;
      number ??= { ...found, isNumber: true };
    } else {
      steps.push(...partsOf(code, isNumber).toReversed());
    }
  }
  return number;
}

function heldBy(code: Code, holdings: Holdings): Origin | undefined {
  if (code.kind !== 'name') return undefined;
  return holdings.get(code.name)?.findLast(({ from }) => from <= code.start)?.origin;
}

/** Whether it is itself what a language or framework gives from outside. */
function readOf(code: Code, names: OutsideNames, holdings: Holdings): Origin | undefined {
  const kind = kindOf(code, names, holdings);
  return kind && { kind, from: code, isNumber: false, names: [] };
}

function kindOf(code: Code, names: OutsideNames, holdings: Holdings): OutsideKind | undefined {
  switch (code.kind) {
    case 'name':
      if (names.names.has(code.name)) return holdings.has(code.name) ? undefined : 'request';
      return names.process.has(code.name) ? 'process' : undefined;
    case 'member': {
      const word = ownerWord(code.object);
      if (names.request.test(word) && names.ofRequest.has(code.name)) return 'request';
      if (names.context.test(word) && names.ofContext.has(code.name)) return 'request';
      const dotted = `${word}.${code.name}`;
      if (names.dotted.has(dotted)) return 'request';
      const isPast =
        code.object.kind === 'member' &&
        names.process.has(`${ownerWord(code.object.object)}.${dotted}`);
      return isPast || names.process.has(dotted) ? 'process' : undefined;
    }
    case 'index': {
      const key = code.index?.kind === 'text' ? code.index.parts.join('') : '';
      const word = ownerWord(code.object);
      if (names.context.test(word) && names.ofContext.has(key)) return 'request';
      if (word === '_SERVER') {
        return /^HTTP_|QUERY_STRING|REQUEST_URI|PHP_SELF|PATH_INFO/.test(key)
          ? 'request'
          : undefined;
      }
      const isItself = names.request.test(word) && names.ofRequest.has('RouteValues');
      return isItself && key !== '' ? 'request' : undefined;
    }
    case 'call': {
      const { callee } = code;
      if (callee.kind === 'name') {
        if (names.process.has(callee.name)) return isCgi(code) ? 'request' : 'process';
        if (names.names.has(callee.name)) return 'request';
        const isInput = callee.name === 'file_get_contents' && firstText(code) === 'php://input';
        return isInput ? 'request' : undefined;
      }
      return kindOf(callee, names, holdings);
    }
    default:
      return undefined;
  }
}

/** `getenv("QUERY_STRING")` is what a client asks for. */
function isCgi(call: Call): boolean {
  return /^(?:QUERY_STRING|PATH_INFO|HTTP_\w+|REQUEST_URI)$/.test(firstText(call));
}

function firstText({ args: [first] }: Call): string {
  return first?.kind === 'text' ? first.parts.join('') : '';
}

/** The last word of what something is taken from: `req` for `ctx.req`, `request` for `request()`. */
function ownerWord(code: Code): string {
  if (code.kind === 'call') return lastWord(code.callee);
  if (code.kind === 'await' || code.kind === 'unary') return '';
  return lastWord(code);
}

/** The pieces of a value that it still holds. */
function partsOf(code: Code, isNumber: boolean): Step[] {
  const as = (...codes: readonly (Code | undefined)[]): Step[] =>
    codes.filter((one) => one !== undefined).map((one) => ({ code: one, isNumber }));
  const counted = (...codes: readonly Code[]): Step[] =>
    codes.map((one) => ({ code: one, isNumber: true }));
  switch (code.kind) {
    case 'member':
      return COUNTS.has(code.name) && !FIELDS.test(ownerWord(code.object)) ? [] : as(code.object);
    case 'index':
      return as(code.object);
    case 'call': {
      const { receiver, args, asNumber } = passingOf(code);
      const { callee } = code;
      const held = [
        ...(receiver && callee.kind === 'member' ? [callee.object] : []),
        ...(args ? code.args : []),
      ];
      return asNumber ? counted(...held) : as(...held);
    }
    case 'text':
      return as(...code.parts.filter((part) => typeof part !== 'string'));
    case 'binary':
      if (JOINING.has(code.operator)) return as(code.left, code.right);
      return COUNTING.has(code.operator) ? counted(code.left, code.right) : [];
    case 'conditional':
      return as(code.whenTrue, code.otherwise);
    case 'cast': {
      const isClaim = code.form === 'claim' || !isNumericType(code.type);
      return isClaim ? as(code.value) : counted(code.value);
    }
    case 'unary':
      if (code.operator === '+' || code.operator === '-') return counted(code.operand);
      return code.operator.startsWith('&') || code.operator === '*' ? as(code.operand) : [];
    case 'list':
      return as(...code.items);
    case 'dict':
      return as(...code.entries);
    case 'group':
      return as(...code.items);
    case 'entry':
    case 'named':
    case 'spread':
    case 'await':
    case 'propagate':
    case 'assign':
      return as(code.value);
    default:
      return [];
  }
}

const COUNTS: ReadonlySet<string> = new Set(['length', 'Length', 'Count', 'method']);
/** What holds fields of any name, `length` too. */
const FIELDS = /^(?:query|body|params|form|args|json)$/;
const JOINING: ReadonlySet<string> = new Set([
  '+',
  '.',
  '%',
  '||',
  '??',
  '<<',
  '?:',
  '&&',
  '/',
  '&',
]);
const COUNTING: ReadonlySet<string> = new Set(['-', '*', '//', '|', '>>', '**']);
