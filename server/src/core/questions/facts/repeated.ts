import type { Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { doneIn, everythingIn, lastWord, methodOf, namesIn } from '../../code/say.ts';
import { chainOf } from './chain.ts';

/** A loop, or a function that is called for each item. */
export interface Repetition {
  /** What it goes over; undefined where it counts. */
  readonly over: Code | undefined;
  /** Names of the item. */
  readonly items: readonly string[];
  readonly body: Code;
}

const ITERATES =
  /^(?:map|forEach|flatMap|filter|each|each_with_index|each_with_object|flat_map|collect|select|reject|find_each|Select|ForEach|ForEachAsync|SelectMany|for_each|array_map|array_walk|then_each|mapAsync|concatMap|mergeMap|in_groups_of|parallelStream|times|sum|reduce|inject|any\?|all\?|some|every)$/;

/** Batches and further tries are loops on purpose. */
const DELIBERATE =
  /retr(?:y|ies)|attempt|(?<![A-Za-z])tries|chunk|batch|page|slice|offset|cursor|backoff|poll|mirror|fallback|candidate|migrat|seed|provider|shard|replica|server|(?<![A-Za-z])host|endpoint/i;

/** The innermost repetition that a piece of code is in, in its function. */
export function repetitionOf(view: CodeView, code: Code): Repetition | undefined {
  let child = code;
  for (const node of view.around(code)) {
    if (node.kind === 'loop' && node.body === child) return ofLoop(view, node);
    if (node.kind === 'comprehension' && node.element === child) {
      const [clause] = node.clauses;
      const items = clause?.kind === 'assign' ? [...namesIn(clause.target)] : [];
      return {
        over: clause?.kind === 'assign' ? clause.value : undefined,
        items,
        body: node.element,
      };
    }
    if (node.kind === 'function') {
      const call = view.parentOf(node);
      if (call?.kind !== 'call' || !call.args.includes(node) || !node.body) return undefined;
      return ITERATES.test(methodOf(call)) ? ofCall(view, call, node) : undefined;
    }
    child = node;
  }
  return undefined;
}

function ofLoop(view: CodeView, loop: Extract<Code, { kind: 'loop' }>): Repetition | undefined {
  const { form, condition, iterable, variable, before, body } = loop;
  if (form === 'forever' || form === 'do') return undefined;
  if (form === 'while') {
    // `while (rows.next())`
    const isRows = condition !== undefined && [...everythingIn(condition)].some(isNext);
    if (isRows) return { over: condition, items: [], body };
    const items = condition ? followed(condition, body) : [];
    return 0 < items.length && !DELIBERATE.test(view.textOf(condition ?? body))
      ? { over: condition, items, body }
      : undefined;
  }
  const head = view.text.slice(loop.start, body.start);
  if (DELIBERATE.test(head) || (iterable && isFew(iterable))) return undefined;
  const item = variable ?? before;
  const items = item ? [...namesIn(item)] : [];
  if (form === 'count' && condition && isFewTimes(condition)) return undefined;
  return { over: iterable, items, body };
}

/** `while (node.parent) node = load(node.parent)`: what the condition looks at becomes the next one. */
function followed(condition: Code, body: Code): readonly string[] {
  const asked = namesIn(condition);
  const found: string[] = [];
  for (const node of doneIn(body)) {
    if (node.kind !== 'assign' || node.operator !== '=' || !node.value) continue;
    for (const name of namesIn(node.target)) {
      const isNew = asked.has(name) && [...doneIn(node.value)].some(({ kind }) => kind === 'call');
      if (isNew && namesIn(node.value).has(name)) found.push(name);
    }
  }
  return found;
}

function ofCall(
  view: CodeView,
  call: Call,
  one: Extract<Code, { kind: 'function' }>,
): Repetition | undefined {
  const over =
    call.callee.kind === 'member' ? call.callee.object : call.args.find((arg) => arg !== one);
  if (!over || !one.body || DELIBERATE.test(view.flat(over).slice(0, 80)) || isFew(over))
    return undefined;
  const items = one.params.flatMap(({ name, pattern }) => [
    ...(name === undefined ? [] : [name]),
    ...(pattern ? namesIn(pattern) : []),
  ]);
  return { over, items, body: one.body };
}

function isNext(code: Code): boolean {
  return (
    code.kind === 'call' &&
    /^(?:next|Next|hasNext|HasNext|MoveNext|fetch\w*|Read|ReadAsync|step|read)$/.test(
      methodOf(code),
    )
  );
}

/** Written out, or a constant by its name. */
function isFew(code: Code): boolean {
  if (code.kind === 'list' || code.kind === 'text' || code.kind === 'dict') return true;
  return /^[A-Z][A-Z\d_]+$/.test(lastWord(code));
}

/** `i < 3`. */
function isFewTimes(condition: Code): boolean {
  if (condition.kind !== 'binary') return false;
  const bound = condition.right;
  return bound.kind === 'number'
    ? bound.value <= 10
    : /^(?:[A-Z][A-Z\d_]+|max\w*|\w*(?:[rR]etries|[aA]ttempts|[tT]ries|[pP]ages))$/.test(
        lastWord(bound),
      );
}

/** The call that a value comes from: itself, or what its variable was given in the function. */
export function originOf(view: CodeView, code: Code): Code {
  const owner = code.kind === 'name' ? view.enclosing(code, 'function') : undefined;
  if (code.kind !== 'name' || !owner?.body) return code;
  for (const node of view.all('declare', 'assign')) {
    const isIn = owner.start <= node.start && node.end <= code.start;
    if (isIn && node.value && lastWord(node.target) === code.name) return node.value;
  }
  return code;
}

/** As `chainOf`, of whatever the value comes from. */
export function chainOfOrigin(view: CodeView, code: Code): string {
  let origin = originOf(view, code);
  while (origin.kind === 'await' || origin.kind === 'propagate' || origin.kind === 'cast')
    origin = origin.value;
  return origin.kind === 'call' ? chainOf(origin) : '';
}
