import type { Call, Code, Text } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { bare, lastWord, methodOf, plainText } from '../../code/say.ts';
import { literalOf } from './literal.ts';

/** A text that is written in the code, and the name that it is given there. */
export interface NamedText {
  readonly name: string;
  readonly text: Text;
  readonly how: 'given' | 'compared' | 'fallback';
}

const COMPARES = new Set(['==', '===', '!=', '!==']);
const OR_ELSE = new Set(['||', '??', '?:']);
const COMPARE_CALL = /^(?:equals|equalsIgnoreCase|Equals|compare|strcmp|compareTo|eq)$/;
const KEY = /^[\w.: -]{2,60}$/;
const SETTER = /^(?:set|with|use)_?(?=[A-Z_a-z])/;

/** All texts of a part of a file that have a name: by assignment, key, argument, comparison. */
export function* namedTexts(view: CodeView): Generator<NamedText> {
  for (const one of view.all('declare', 'assign')) {
    yield* given(nameOf(one.target), one.value);
  }
  for (const one of view.all('named')) yield* given(one.name, one.value);
  for (const one of view.all('attribute')) yield* given(one.name, one.value);
  for (const one of view.all('param')) yield* given(one.name, one.value);
  for (const one of view.all('entry')) yield* given(nameOf(one.key), one.value);
  for (const one of view.all('binary')) {
    const { operator, left, right } = one;
    if (COMPARES.has(operator)) yield* compared(left, right);
    else if (OR_ELSE.has(operator)) yield* orElse(left, right);
  }
  for (const one of view.all('conditional')) yield* orElse(one.condition, one.otherwise);
  for (const call of view.all('call')) yield* ofCall(call);
  for (const one of view.all('other')) {
    if (one.type === 'preproc_def') yield* ofMacro(view, one);
  }
}

/** The name that a target or a key has: `b` for `a.b`, `a['b']`, `b`, `'b'`, `:b`. */
export function nameOf(code: Code): string | undefined {
  const target = bare(code);
  if (target.kind === 'index') return nameOf(target.index ?? target.object);
  if (target.kind === 'call') return nameOfAsked(target);
  if (target.kind === 'other') return undefined;
  const name = plainText(target) ?? lastWord(target);
  return name === '' ? undefined : name.replace(/^:/, '');
}

/** What is asked for by name: `getenv('A')`, `ENV.fetch('A')`, `config.get('a')`; a call's own name else. */
function nameOfAsked(call: Call): string | undefined {
  const key = plainText(call.args[0]);
  if (key !== undefined && key !== '') return key;
  const name = methodOf(call);
  return name === '' ? undefined : name;
}

function* given(name: string | undefined, value: Code | undefined): Generator<NamedText> {
  const text = literalOf(value);
  if (name !== undefined && text) yield { name, text, how: 'given' };
  const held = value && bare(value);
  // `const secret = env.SECRET || '…'`: what stands behind is found by its own name where it has one.
  if (name !== undefined && held?.kind === 'binary' && OR_ELSE.has(held.operator)) {
    const otherwise = literalOf(held.right);
    if (otherwise) yield { name, text: otherwise, how: 'fallback' };
  }
}

function* compared(left: Code, right: Code): Generator<NamedText> {
  for (const [one, value] of [
    [left, right],
    [right, left],
  ] as const) {
    const text = literalOf(value);
    const name = text ? nameOf(one) : undefined;
    if (name !== undefined && text && bare(one).kind !== 'text')
      yield { name, text, how: 'compared' };
  }
}

function* orElse(left: Code, right: Code): Generator<NamedText> {
  const text = literalOf(right);
  const name = text ? nameOf(left) : undefined;
  if (name !== undefined && text) yield { name, text, how: 'fallback' };
}

/** `define('A', '…')`, `header("A", "…")`, `getenv('A', '…')`, `setA("…")`, `a.equals("…")`. */
function* ofCall(call: Call): Generator<NamedText> {
  const { args, callee } = call;
  for (const [i, arg] of args.entries()) {
    const key = plainText(arg);
    const next = literalOf(args[i + 1]);
    const isKey = key !== undefined && args.length < 4 && KEY.test(key);
    if (isKey && next && args[i + 1]?.kind !== 'named') {
      yield {
        name: key,
        text: next,
        how: 2 === args.length && isAsking(call) ? 'fallback' : 'given',
      };
    }
  }
  const method = methodOf(call);
  if (COMPARE_CALL.test(method)) {
    const [first, second] = args;
    if (callee.kind === 'member' && first && !second) yield* compared(callee.object, first);
    else if (first && second) yield* compared(first, second);
    return;
  }
  const only = args.length === 1 ? literalOf(args[0]) : undefined;
  if (only && args[0]?.kind !== 'named' && callee.kind === 'member') {
    yield { name: method.replace(SETTER, ''), text: only, how: 'given' };
  }
}

function isAsking(call: Call): boolean {
  return /^(?:get|getenv|env|fetch|getProperty|getOrDefault|GetValue|unwrap_or)/i.test(
    methodOf(call),
  );
}

/** C's `#define API_KEY "…"`. */
function* ofMacro(view: CodeView, one: Code): Generator<NamedText> {
  const found = /^#\s{0,8}define\s{1,8}(\w{1,80})\s{1,40}[LuU8]{0,2}"([^"\n]{1,500})"/.exec(
    view.textOf(one),
  );
  const [, name, value] = found ?? [];
  if (name === undefined || value === undefined) return;
  yield { name, text: { kind: 'text', ...range(one), parts: [value], prefix: '' }, how: 'given' };
}

function range({ start, end }: Code): { start: number; end: number } {
  return { start, end };
}
