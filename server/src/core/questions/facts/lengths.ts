import type { Code, Loop } from '../../code/code.ts';
import { dotted, methodOf, receiverOf } from '../../code/say.ts';
import type { CodeView } from '../../code/codeView.ts';
import type { LanguageId } from '../languageId.ts';

const LENGTH = /^(?:length|len|size|count|Length|Count|LongLength|byteLength|Len|Size|getLength)$/;
const LENGTH_CALL = /^(?:len|count|sizeof|strlen|mb_strlen|size|ssize)$/;

/** What a piece of code is the length of: `xs` for `xs.length`, `len(xs)`, `xs.size()`, `count($xs)`. */
export function lengthOf(code: Code): Code | undefined {
  switch (code.kind) {
    case 'member':
      return LENGTH.test(code.name) ? code.object : undefined;
    case 'call': {
      const [first] = code.args;
      const receiver = receiverOf(code);
      if (receiver && dotted(receiver) !== 'std') {
        return LENGTH.test(methodOf(code)) && code.args.length === 0 ? receiver : undefined;
      }
      return LENGTH_CALL.test(methodOf(code)) && code.args.length === 1 ? first : undefined;
    }
    case 'cast':
      return lengthOf(code.value);
    default:
      return undefined;
  }
}

/** A bound: how far it is from the length of something, or from a number that a name has. */
export interface Bound {
  /** What has the length; undefined where it is a plain bound. */
  readonly of: Code | undefined;
  readonly name: string | undefined;
  /** 0 for `n`, -1 for `n - 1`. */
  readonly offset: number;
}

/** A bound as written: `xs.length - 1`, `n`; lengths that a variable holds are followed. */
export function boundOf(
  code: Code,
  valueOf: (name: string) => Code | undefined,
): Bound | undefined {
  if (code.kind === 'binary' && code.right.kind === 'number') {
    const sign = code.operator === '+' ? 1 : code.operator === '-' ? -1 : 0;
    const inner = sign === 0 ? undefined : boundOf(code.left, valueOf);
    return inner && { ...inner, offset: inner.offset + sign * code.right.value };
  }
  if (code.kind === 'cast') return boundOf(code.value, valueOf);
  const of = lengthOf(code);
  if (of) return { of, name: undefined, offset: 0 };
  if (code.kind !== 'name' && code.kind !== 'member') return undefined;
  const value = code.kind === 'name' ? valueOf(code.name) : undefined;
  const held = value && lengthOf(value);
  return { of: held, name: dotted(code), offset: 0 };
}

/** A loop over whole numbers: from, to, the variable. */
export interface Counting {
  readonly loop: Code;
  readonly variable: string;
  readonly from: Code;
  readonly to: Code;
  /** Whether `to` is reached. */
  readonly isInclusive: boolean;
  /** Where its bounds stand. */
  readonly at: Code;
  readonly body: Code;
}

/** More loops of a block are not looked at: each is walked through. */
const MAX_LOOPS = 60;

/** Loops that count up by one: `for (i = 0; i < n; i++)`, `range(n)`, `0..n`, `0.upto(n)`. */
export function countingLoops(view: CodeView, language: LanguageId): readonly Counting[] {
  const loops = view.all('loop').flatMap((loop): readonly Counting[] => {
    const one =
      loop.form === 'count'
        ? counted(loop)
        : loop.form === 'each'
          ? ranged(loop, language)
          : undefined;
    return one ? [one] : [];
  });
  const blocks = view.all('call').flatMap((call): readonly Counting[] => {
    const body = call.args.at(-1);
    const variable = body?.kind === 'function' ? body.params[0]?.name : undefined;
    const receiver = receiverOf(call);
    if (body?.kind !== 'function' || variable === undefined || !receiver || !body.body) return [];
    if (
      receiver.kind === 'interval' &&
      /^(?:each|map|for_each|each_with_object|flat_map|select|sum)$/.test(methodOf(call))
    ) {
      const { from, to, isInclusive } = receiver;
      return from && to
        ? [{ loop: call, variable, from, to, isInclusive, at: receiver, body: body.body }]
        : [];
    }
    const [to] = call.args;
    const counted = { loop: call, variable, at: call, body: body.body };
    if (methodOf(call) === 'times' && call.args.length === 1)
      return [{ ...counted, from: ZERO, to: plain(receiver), isInclusive: false }];
    // Down from the receiver: up to it, all the same.
    if (methodOf(call) === 'downto' && to && to !== body)
      return [{ ...counted, from: to, to: plain(receiver), isInclusive: true }];
    if (methodOf(call) !== 'upto' || !to || to === body) return [];
    return [
      { loop: call, variable, from: receiver, to, isInclusive: true, at: call, body: body.body },
    ];
  });
  return [...loops, ...blocks].slice(0, MAX_LOOPS);
}

/** What stands in parentheses. */
function plain(code: Code): Code {
  return code.kind === 'group' && code.items.length === 1 && code.items[0] ? code.items[0] : code;
}

function counted(loop: Loop): Counting | undefined {
  const { before, condition, update, body } = loop;
  const first = before?.kind === 'group' ? before.items[0] : before;
  const start = first?.kind === 'expression' ? first.value : first;
  if ((start?.kind !== 'declare' && start?.kind !== 'assign') || start.target.kind !== 'name')
    return undefined;
  const step = update?.kind === 'expression' ? update.value : update;
  if (step?.kind !== 'assign' || !isByOne(step.operator, step.value)) return undefined;
  if (condition?.kind !== 'binary' || !start.value) return undefined;
  const { operator, left, right } = condition;
  const variable = start.target.name;
  const isPlain = left.kind === 'name' && left.name === variable;
  const isTurned = right.kind === 'name' && right.name === variable;
  const common = { loop, variable, from: start.value, at: condition, body };
  if (isPlain && /^(?:<=?|!=)$/.test(operator))
    return { ...common, to: right, isInclusive: operator === '<=' };
  return isTurned && /^>=?$/.test(operator)
    ? { ...common, to: left, isInclusive: operator === '>=' }
    : undefined;
}

function isByOne(operator: string, value: Code | undefined): boolean {
  return operator === '++' || (operator === '+=' && value?.kind === 'number' && value.value === 1);
}

/** Rust's `(0..n).rev()` goes through the same. */
function turned(iterable: Code | undefined): Code | undefined {
  const receiver =
    iterable?.kind === 'call' && methodOf(iterable) === 'rev' ? receiverOf(iterable) : undefined;
  return receiver?.kind === 'interval' ? receiver : iterable;
}

const ZERO: Code = { kind: 'number', start: 0, end: 0, value: 0, isFloat: false };

function ranged(loop: Loop, language: LanguageId): Counting | undefined {
  const { variable, body } = loop;
  const iterable = turned(loop.iterable);
  if (variable?.kind !== 'name' || !iterable) return undefined;
  const common = { loop, variable: variable.name, at: iterable, body };
  if (iterable.kind === 'interval') {
    const { from, to, isInclusive } = iterable;
    return from && to ? { ...common, from, to, isInclusive } : undefined;
  }
  if (iterable.kind !== 'call' || !/^x?range$/.test(methodOf(iterable))) return undefined;
  const [first, second, third] = iterable.args;
  if (!first) return undefined;
  // Python's `range(len(xs), 0, -1)` begins at its first.
  const isDown = third?.kind === 'unary' && third.operator === '-';
  if (isDown && second) return { ...common, from: second, to: first, isInclusive: true };
  if (third) return undefined;
  return {
    ...common,
    from: second ? first : ZERO,
    to: second ?? first,
    isInclusive: language === 'php',
  };
}
