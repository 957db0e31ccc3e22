import type { Binary, Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import {
  bare,
  calleeOf,
  doneIn,
  everythingIn,
  lastWord,
  methodOf,
  receiverOf,
} from '../../../code/say.ts';
import { isEcmascript } from '../../languageId.ts';
import { countingLoops, lengthOf } from '../lengths.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { effectAt, quoted } from '../../words.ts';
import { INDEXES, isNumber } from './loops.ts';

/** Places past the end: of loops that count themselves, of guards, of neighbours. */
export function* passedEnds(context: RuleContext): Iterable<Trigger> {
  const { view, language } = context;
  yield* whileLoops(view);
  yield* startsAtLength(view);
  yield* looseGuards(view);
  yield* neighbours(context);
  if (language === 'cpp') yield* inC(view);
}

/** `i <= xs.length`, `!(i > xs.length)`: up to the length itself. */
function reaches(code: Code): { readonly place: Code; readonly of: Code } | undefined {
  const isTurned = code.kind === 'unary' && code.operator === '!';
  const one = isTurned ? code.operand : code;
  if (one.kind !== 'binary') return undefined;
  return isTurned ? beyond(one) : upTo(one);
}

function upTo({
  operator,
  left,
  right,
}: Binary): { readonly place: Code; readonly of: Code } | undefined {
  const [place, bound] = operator === '<=' ? [left, right] : operator === '>=' ? [right, left] : [];
  return withLength(place, bound);
}

/** `i > xs.length`. */
function beyond({
  operator,
  left,
  right,
}: Binary): { readonly place: Code; readonly of: Code } | undefined {
  const [place, bound] = operator === '>' ? [left, right] : operator === '<' ? [right, left] : [];
  return withLength(place, bound);
}

function withLength(
  place: Code | undefined,
  bound: Code | undefined,
): { readonly place: Code; readonly of: Code } | undefined {
  const of = bound && lengthOf(bound);
  if (!place || !of || (place.kind !== 'name' && place.kind !== 'member')) return undefined;
  return { place, of };
}

/** The parts of `a && b && c`. */
function partsOf(code: Code, operator: string): readonly Code[] {
  const parts: Code[] = [];
  const nodes: Code[] = [code];
  for (let node = nodes.pop(); node && parts.length < 20; node = nodes.pop()) {
    if (node.kind === 'binary' && node.operator === operator) nodes.push(node.right, node.left);
    else parts.push(node);
  }
  return parts;
}

/** Whether `xs[i]` is done in it, with nothing else in the brackets. */
function takes(view: CodeView, code: Code, of: string, place: string): Code | undefined {
  for (const node of everythingIn(code)) {
    const object =
      node.kind === 'index' ? node.object : node.kind === 'call' ? receiverOf(node) : undefined;
    const written =
      node.kind === 'index' ? node.index : node.kind === 'call' ? node.args[0] : undefined;
    if (!object || !written || (node.kind === 'call' && !INDEXES.test(methodOf(node)))) continue;
    const isStep = written.kind === 'assign' && /^[-+]{2}$/.test(written.operator);
    // `xs[--i]` takes the one before.
    if (isStep && view.textOf(written).startsWith('--')) continue;
    const index = isStep ? written.target : written;
    if (view.flat(bare(index)) === place && view.flat(object) === of) return node;
  }
  return undefined;
}

/** Whether the place is compared in it again: somebody looks at the end. */
function isLookedAt(view: CodeView, code: Code, place: string): boolean {
  for (const node of everythingIn(code)) {
    if (node.kind !== 'binary' || !/^(?:[<>]=?|[!=]==?)$/.test(node.operator)) continue;
    if ([node.left, node.right].some((side) => view.flat(side) === place)) return true;
  }
  return false;
}

function* whileLoops(view: CodeView): Iterable<Trigger> {
  for (const { form, condition, body } of view.all('loop')) {
    if ((form !== 'while' && form !== 'do') || !condition) continue;
    for (const part of partsOf(condition, '&&')) {
      const found = reaches(part);
      if (!found) continue;
      const [place, of] = [view.flat(found.place), view.flat(found.of)];
      const isTaken = takes(view, body, of, place) ?? takes(view, condition, of, place);
      if (!isTaken || isLookedAt(view, body, place)) continue;
      yield effectAt(view, part, `goes one past the end of ${quoted(view, found.of)}`);
    }
  }
}

/** `let i = xs.length;`, and a loop that takes `xs[i]` before it counts down. */
function* startsAtLength(view: CodeView): Iterable<Trigger> {
  for (const one of view.all('declare', 'assign')) {
    const { target, value } = one;
    const of = value && lengthOf(value);
    if (!of || target.kind !== 'name' || (one.kind === 'assign' && one.operator !== '=')) continue;
    const loop = view
      .after(one)
      .slice(0, 2)
      .find((next) => next.kind === 'loop');
    if (loop?.kind !== 'loop' || loop.form === 'count' || loop.form === 'each') continue;
    const { name } = target;
    const taken = takes(view, loop, view.flat(of), view.flat(target));
    const first = countedDown(loop, name);
    if (!taken || first === undefined || first < taken.start) continue;
    const isGuarded = view
      .around(taken)
      .some(
        (node) =>
          loop.start < node.start &&
          node.kind === 'if' &&
          isLookedAt(view, node.condition, view.flat(target)),
      );
    if (!isGuarded) yield effectAt(view, one, `begins one past the end of ${quoted(view, of)}`);
  }
}

/** Where a variable is first counted down. */
function countedDown(loop: Code, name: string): number | undefined {
  for (const node of doneIn(loop)) {
    if (node.kind !== 'assign' || node.target.kind !== 'name' || node.target.name !== name)
      continue;
    return node.operator === '--' || node.operator === '-=' ? node.start : undefined;
  }
  return undefined;
}

/** `if (index > xs.length) throw …; return xs[index]`; `if (i <= xs.length) use(xs[i])`. */
function* looseGuards(view: CodeView): Iterable<Trigger> {
  for (const one of view.all('if')) {
    const leaves =
      /^(?:throw|return|jump)$/.test(one.whenTrue.statements.at(-1)?.kind ?? '') ||
      isPanic(one.whenTrue.statements.at(-1));
    for (const part of partsOf(one.condition, leaves ? '||' : '&&')) {
      const found = leaves ? (part.kind === 'binary' ? beyond(part) : undefined) : reaches(part);
      if (!found) continue;
      const [place, of] = [view.flat(found.place), view.flat(found.of)];
      const next = leaves ? view.after(one) : [one.whenTrue, one.condition];
      const taken = next
        .map((each) => takes(view, each, of, place))
        .find((each) => each !== undefined);
      if (
        !taken ||
        (leaves && next.some((each) => each.start < taken.start && isLookedAt(view, each, place)))
      )
        continue;
      yield effectAt(
        view,
        part,
        `lets the length of ${quoted(view, found.of)} through, which is one past its end`,
      );
    }
  }
}

function isPanic(code: Code | undefined): boolean {
  const one = code?.kind === 'expression' ? code.value : code;
  return one?.kind === 'call' && /^(?:panic!?|abort|exit|bail!|abort!)$/.test(methodOf(one));
}

/** `for i in range(len(xs)): xs[i] == xs[i + 1]`. */
function* neighbours({ view, language }: RuleContext): Iterable<Trigger> {
  const isGiven = isEcmascript(language) || language === 'ruby';
  for (const loop of view.all('loop')) {
    const all = wholeLoop(view, loop);
    if (!all) continue;
    yield* neighboursIn(view, loop.body, { ...all, isGiven });
  }
  for (const { loop, variable, from, to, isInclusive, body } of countingLoops(view, language)) {
    const of = loop.kind === 'call' && !isInclusive ? lengthOf(to) : undefined;
    if (of) yield* neighboursIn(view, body, { variable, of, fromZero: isNumber(from, 0), isGiven });
  }
  for (const one of view.all('comprehension')) {
    const [clause, ...more] = one.clauses;
    if (
      clause?.kind !== 'assign' ||
      clause.target.kind !== 'name' ||
      !clause.value ||
      0 < more.length
    )
      continue;
    const of = rangeOf(clause.value);
    if (of)
      yield* neighboursIn(view, one.element, {
        variable: clause.target.name,
        of,
        fromZero: true,
        isGiven,
      });
  }
}

interface WholeLoop {
  readonly variable: string;
  readonly of: Code;
  readonly fromZero: boolean;
}

interface Neighbourhood extends WholeLoop {
  /** What is not there is nothing, and may be asked for: only what needs it counts. */
  readonly isGiven: boolean;
}

/** What `range(len(xs))`, `0..xs.len()` goes through, from the first to the last. */
function rangeOf(code: Code): Code | undefined {
  if (code.kind === 'interval')
    return !code.isInclusive && code.from && isNumber(code.from, 0) && code.to
      ? lengthOf(code.to)
      : undefined;
  if (code.kind !== 'call' || calleeOf(code) !== 'range') return undefined;
  const [first, second, third] = code.args;
  if (third) return undefined;
  return second
    ? first && isNumber(first, 0)
      ? lengthOf(second)
      : undefined
    : first && lengthOf(first);
}

function wholeLoop(view: CodeView, loop: Code): WholeLoop | undefined {
  if (loop.kind !== 'loop') return undefined;
  if (loop.form === 'each') {
    const of = loop.iterable && rangeOf(loop.iterable);
    return of && loop.variable?.kind === 'name'
      ? { variable: loop.variable.name, of, fromZero: true }
      : undefined;
  }
  const { condition } = loop;
  // Pairs: `i += 2`.
  if (loop.update && !/\+\+|\+= ?1$/.test(view.flat(loop.update))) return undefined;
  if (loop.form !== 'count' || condition?.kind !== 'binary' || condition.operator !== '<')
    return undefined;
  const of = lengthOf(condition.right);
  if (!of || condition.left.kind !== 'name') return undefined;
  const words = loop.before ? view.flat(loop.before) : '';
  return { variable: condition.left.name, of, fromZero: /= ?0;?$/.test(words) };
}

function* neighboursIn(
  view: CodeView,
  body: Code,
  { variable, of, fromZero, isGiven }: Neighbourhood,
): Iterable<Trigger> {
  if (isCompared(body, variable)) return;
  const words = view.flat(of);
  for (const node of everythingIn(body)) {
    const object =
      node.kind === 'index'
        ? node.object
        : node.kind === 'call' && INDEXES.test(methodOf(node))
          ? receiverOf(node)
          : undefined;
    const index =
      node.kind === 'index' ? node.index : node.kind === 'call' ? node.args[0] : undefined;
    if (!object || index?.kind !== 'binary' || view.flat(object) !== words) continue;
    const { operator, left, right } = index;
    if (left.kind !== 'name' || left.name !== variable || !isNumber(right, 1)) continue;
    if (isGiven && !isNeeded(view, node)) continue;
    if (operator === '+') {
      yield effectAt(view, node, `is one past the end of ${quoted(view, of)} at last`);
      return;
    }
    if (operator === '-' && fromZero) {
      yield effectAt(view, node, `is one before the first of ${quoted(view, of)} at first`);
      return;
    }
  }
}

/** Whether nothing would not do: it is reckoned with, opened, or handed on. */
function isNeeded(view: CodeView, node: Code): boolean {
  const parent = view.parentOf(node);
  switch (parent?.kind) {
    case 'binary':
      return /^[-+*/]$/.test(parent.operator);
    case 'member':
      return parent.object === node && !parent.isOptional;
    case 'call':
      return parent.callee !== node && !parent.isOptional;
    case 'index':
      return parent.object === node && !parent.isOptional;
    default:
      return false;
  }
}

/** Whether the variable, or what is made of it, is compared, caught or given another value. */
function isCompared(body: Code, variable: string): boolean {
  for (const node of everythingIn(body)) {
    if (node.kind === 'try' || node.kind === 'conditional') return true;
    if (node.kind === 'assign' && node.target.kind === 'name' && node.target.name === variable)
      return true;
    if (
      node.kind === 'call' &&
      /^(?:isset|min|max|get_or|get|contains_key)$/.test(lastWord(node.callee))
    )
      return true;
    if (node.kind !== 'binary' || !/^(?:[<>]=?|[!=]==?|%|&&|\|\||\?\?)$/.test(node.operator))
      continue;
    if (/^(?:&&|\|\||\?\?)$/.test(node.operator)) return true;
    if ([node.left, node.right].some((side) => isOfVariable(side, variable))) return true;
  }
  return false;
}

function isOfVariable(side: Code, variable: string): boolean {
  const one = bare(side);
  if (one.kind === 'name') return one.name === variable;
  return (
    one.kind === 'binary' && (isOfVariable(one.left, variable) || isOfVariable(one.right, variable))
  );
}

/** C's arrays: `name[sizeof(name)] = 0`, `char name[16]; name[16] = 0`, `malloc(strlen(s))`. */
function* inC(view: CodeView): Iterable<Trigger> {
  const sizes = new Map<string, string>();
  for (const { target, type } of view.all('declare')) {
    const size = /\[(\w+)\]$/.exec(type ?? '')?.[1];
    if (size !== undefined && target.kind === 'name') sizes.set(target.name, size);
  }
  for (const one of view.all('index')) {
    const { object, index } = one;
    if (object.kind !== 'name' || !index || view.parentOf(one)?.kind === 'unary') continue;
    const isSize =
      index.kind === 'unary' &&
      index.operator === 'sizeof' &&
      view.flat(index.operand) === object.name;
    const isTold = sizes.get(object.name) === view.flat(index) && index.kind !== 'text';
    const isDeclared = view.parentOf(one)?.kind === 'declare';
    if ((isSize || isTold) && !isDeclared)
      yield effectAt(view, one, `is one past the end of ${quoted(view, object)}`);
  }
  for (const { form, condition, body } of view.all('loop')) {
    if (form !== 'count' || condition?.kind !== 'binary' || condition.operator !== '<=') continue;
    const { left, right } = condition;
    if (left.kind !== 'name') continue;
    for (const node of everythingIn(body)) {
      if (node.kind !== 'index' || node.object.kind !== 'name' || node.index?.kind !== 'name')
        continue;
      if (node.index.name !== left.name || sizes.get(node.object.name) !== view.flat(right))
        continue;
      yield effectAt(view, condition, `goes one past the end of ${quoted(view, node.object)}`);
      break;
    }
  }
  for (const call of view.all('call')) {
    const [first] = call.args;
    if (!/^(?:std\.)?malloc$/.test(calleeOf(call)) || first?.kind !== 'call') continue;
    if (/^(?:std\.)?strlen$/.test(calleeOf(first)))
      yield effectAt(view, call, 'has no room for the zero at the end of the text');
  }
}
