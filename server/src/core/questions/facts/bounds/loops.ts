import type { Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { bare, calleeOf, everythingIn, lastWord, methodOf, receiverOf } from '../../../code/say.ts';
import { boundOf, type Bound, type Counting } from '../lengths.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { effectAt, quoted } from '../../words.ts';
import { contains } from '../../../text/range.ts';

/** The value of a variable. */
export type ValueOf = (name: string) => Code | undefined;

/** Whether it is that number, as written. */
export function isNumber(code: Code, value: number): boolean {
  return code.kind === 'number' && code.value === value;
}

/** Loops over numbers that go one too far, or stop one too early. */
export function* loopTriggers(
  { view }: RuleContext,
  loop: Counting,
  valueOf: ValueOf,
): Iterable<Trigger> {
  const bound = boundOf(loop.to, valueOf);
  const things = bound?.of;
  if (!bound) return;
  if (!things) {
    yield* givenLength(view, loop, bound);
    return;
  }
  const words = view.flat(things);
  const uses = usesOf(view, loop, words);
  if (!uses.isIndexed) return;
  const end = bound.offset + (loop.isInclusive ? 1 : 0);
  if (1 <= end && !uses.isChecked) {
    yield effectAt(view, loop.at, `goes one past the end of ${quoted(view, things)}`);
    return;
  }
  if (uses.hasNeighbour || uses.isChecked) return;
  if (end === -1 && isNumber(loop.from, 0) && !looksAt(view, words, 'last', loop)) {
    yield effectAt(view, loop.at, `leaves out the last of ${quoted(view, things)}`);
  } else if (
    end === 0 &&
    isNumber(loop.from, 1) &&
    !isArguments(things) &&
    !looksAt(view, words, 'first', loop)
  ) {
    yield effectAt(view, loop.at, `leaves out the first of ${quoted(view, things)}`);
  }
}

/** `for (i = xs.length; 0 <= i; i--)`. */
export function* otherLoops({ view }: RuleContext, valueOf: ValueOf): Iterable<Trigger> {
  for (const loop of view.all('loop')) {
    const { before, condition, update, body } = loop;
    if (condition?.kind !== 'binary' || condition.left.kind !== 'name') continue;
    const variable = condition.left.name;
    const one = { variable, body };
    const start = before?.kind === 'expression' ? before.value : before;
    const step = update?.kind === 'expression' ? update.value : update;
    const isDown = step?.kind === 'assign' && (step.operator === '--' || step.operator === '-=');
    if (!isDown || (start?.kind !== 'declare' && start?.kind !== 'assign') || !start.value)
      continue;
    const bound = boundOf(start.value, valueOf);
    if (!bound?.of) continue;
    const words = view.flat(bound.of);
    const uses = usesOf(view, one, words);
    if (!uses.isIndexed) continue;
    const isToZero =
      (condition.operator === '>=' && isNumber(condition.right, 0)) ||
      (condition.operator === '>' && isNumber(condition.right, -1));
    const isToOne =
      condition.operator === '>' && isNumber(condition.right, 0) && !uses.hasNeighbour;
    if (bound.offset === 0 && (isToZero || (isToOne && !uses.isChecked))) {
      yield effectAt(view, start, `begins one past the end of ${quoted(view, bound.of)}`);
    } else if (bound.offset === -1 && condition.operator === '>' && isNumber(condition.right, 0)) {
      const isMeant = uses.hasNeighbour || uses.isChecked || looksAt(view, words, 'first', one);
      if (!isMeant && !drawsLots(body)) {
        yield effectAt(view, condition, `leaves out the first of ${quoted(view, bound.of)}`);
      }
    }
  }
}

/** Methods that take one of many by its number. */
export const INDEXES =
  /^(?:get|at|charAt|charCodeAt|codePointAt|elementAt|ElementAt|item|get_mut|nth)$/;

/** Shuffling goes down to the second. */
function drawsLots(body: Code): boolean {
  for (const node of everythingIn(body)) {
    if (node.kind === 'call' && /rand/i.test(calleeOf(node))) return true;
  }
  return false;
}

/** `for (i = 0; i <= n; i++) xs[i]` where both are given. */
function* givenLength(view: CodeView, loop: Counting, bound: Bound): Iterable<Trigger> {
  const { name, offset } = bound;
  const isLength =
    name !== undefined &&
    /^(?:n|len|length|size|count|num\w*|\w+_?(?:[Ll]en|[Ll]ength|[Ss]ize|[Cc]ount))$/.test(name);
  if (!isLength || !loop.isInclusive || offset !== 0 || !isNumber(loop.from, 0)) return;
  const params = new Set(view.all('param').map((param) => param.name));
  if (!params.has(name)) return;
  for (const node of everythingIn(loop.body)) {
    const isIndexed =
      node.kind === 'index' && node.index?.kind === 'name' && node.index.name === loop.variable;
    if (!isIndexed || node.object.kind !== 'name' || !params.has(node.object.name)) continue;
    yield effectAt(
      view,
      loop.at,
      `goes one past the end if ${quoted(view, node.object)} has \`${name}\` elements`,
    );
    return;
  }
}

interface Uses {
  /** `xs[i]` is done. */
  readonly isIndexed: boolean;
  /** `xs[i + 1]`, `i - 1`, a second loop from `i`: the bound has to do with a neighbour. */
  readonly hasNeighbour: boolean;
  /** `if (i < xs.length)` again. */
  readonly isChecked: boolean;
}

function usesOf(
  view: CodeView,
  { variable, body }: Pick<Counting, 'variable' | 'body'>,
  words: string,
): Uses {
  let isIndexed = false;
  let hasNeighbour = false;
  let isChecked = false;
  const isVariable = (code: Code | undefined): boolean =>
    code?.kind === 'name' && code.name === variable;
  for (const node of everythingIn(body)) {
    // `xs[i++]`.
    const index =
      node.kind === 'index' && node.index?.kind === 'assign' ? node.index.target : undefined;
    if (node.kind === 'index' && isVariable(index ?? node.index)) {
      isIndexed ||= view.flat(node.object) === words;
    } else if (node.kind === 'call' && INDEXES.test(methodOf(node)) && isVariable(node.args[0])) {
      const receiver = receiverOf(node);
      isIndexed ||= receiver !== undefined && view.flat(receiver) === words;
    } else if (node.kind === 'binary' && /^[-+]$/.test(node.operator)) {
      hasNeighbour ||= isVariable(node.left) || isVariable(node.right);
    } else if (node.kind === 'binary' && /^(?:[<>]=?|[!=]==?)$/.test(node.operator)) {
      isChecked ||= isVariable(node.left) || isVariable(node.right);
    } else if (node.kind === 'interval') {
      hasNeighbour ||= [node.from, node.to].some(isVariable);
    } else if (node.kind === 'unary' && /^[-+]{2}$/.test(node.operator)) {
      hasNeighbour ||= isVariable(node.operand);
    } else if (node.kind === 'assign' && isVariable(node.target)) hasNeighbour = true;
  }
  return { isIndexed, hasNeighbour, isChecked };
}

/** No other loop, or one around that one. */
function isIn(outer: Code | undefined, body: Code): boolean {
  return !outer || contains(outer, body);
}

/** Whether the first or the last is looked at elsewhere in the block. */
function looksAt(
  view: CodeView,
  words: string,
  which: 'first' | 'last',
  loop: Pick<Counting, 'variable' | 'body'>,
): boolean {
  return view.all('index', 'call', 'member').some((one) => {
    const isCall = one.kind === 'call';
    const object = one.kind === 'index' || one.kind === 'member' ? one.object : receiverOf(one);
    if (!object || view.flat(object) !== words) return false;
    const name = isCall ? methodOf(one) : one.kind === 'member' ? one.name : '';
    const index = one.kind === 'index' ? one.index : isCall ? one.args[0] : undefined;
    if (which === 'first') {
      return (
        /^(?:shift|first|front|pop_front|next)$/.test(name) ||
        (index !== undefined && isNumber(index, 0))
      );
    }
    if (/^(?:pop|last|back|at|slice|Last|split_last|push)$/.test(name)) return true;
    // `send(xs[i])` behind the loop, where `i` has come to the last.
    const isBehind = loop.body.end <= one.start && isIn(view.enclosing(one, 'loop'), loop.body);
    if (index?.kind === 'name' && index.name === loop.variable && isBehind) return true;
    return index?.kind === 'binary' || index?.kind === 'unary';
  });
}

/** The first of a program's arguments, of a match's groups, and of a table's lines is another thing. */
function isArguments(code: Code): boolean {
  return /arg|match|group|parts|tokens|lines|rows|split|fields|header|cmd/i.test(
    lastWord(bare(code)),
  );
}
