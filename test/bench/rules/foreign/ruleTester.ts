import type { Code, Dict } from '../../../../server/src/core/code/code.ts';
import { bare, everythingIn, methodOf, receiverOf } from '../../../../server/src/core/code/say.ts';
import type { BlockReader } from '../../../../server/src/core/ports.ts';
import type { LineSpan } from './suite.ts';

/** What a file for ESLint's `RuleTester` holds: `run(name, rule, { valid: […], invalid: […] })`. */
export interface RuleTests {
  readonly valid: readonly string[];
  readonly invalid: readonly InvalidCode[];
  /** Cases whose code only a run of the file would tell. */
  readonly nUnread: number;
}

export interface InvalidCode {
  readonly text: string;
  readonly errors: readonly ExpectedError[];
}

export interface ExpectedError {
  /** How the file writes it. */
  readonly written: string;
  /** Undefined where it does not say. */
  readonly span: LineSpan | undefined;
}

/** Reads such a file with our grammar: nothing of it is run. */
export async function readRuleTests(
  reader: BlockReader,
  path: string,
  text: string,
): Promise<RuleTests> {
  const tree = (await reader.read(path, text)).code();
  const valid: string[] = [];
  const invalid: InvalidCode[] = [];
  let nUnread = 0;
  for (const part of tree ? everythingIn(tree.top) : []) {
    if (part.kind !== 'call' || !/^(?:run|add\w*Case)$/.test(methodOf(part))) continue;
    const cases = part.args.at(-1);
    if (cases === undefined) continue;
    const isDict = cases.kind === 'dict';
    for (const each of isDict ? itemsOf(entry(cases, 'valid')) : []) {
      const code = stringOf(each.kind === 'dict' ? entry(each, 'code') : each);
      if (code === undefined) nUnread++;
      else valid.push(code);
    }
    for (const each of isDict ? itemsOf(entry(cases, 'invalid')) : itemsOf(cases)) {
      const code = each.kind === 'dict' ? stringOf(entry(each, 'code')) : undefined;
      if (code === undefined || each.kind !== 'dict') nUnread++;
      else invalid.push({ text: code, errors: errorsOf(text, entry(each, 'errors')) });
    }
  }
  return { valid, invalid, nUnread };
}

function errorsOf(text: string, list: Code | undefined): readonly ExpectedError[] {
  return itemsOf(list).map((each) => {
    const written = text.slice(each.start, each.end);
    const first = each.kind === 'dict' ? numberOf(entry(each, 'line')) : undefined;
    const last = each.kind === 'dict' ? numberOf(entry(each, 'endLine')) : undefined;
    return { written, span: first === undefined ? undefined : { first, last: last ?? first } };
  });
}

/**
 * The items of a list, also of several that are put together (`[].concat(a, b)`, `[...a, b]`), and of
 * one that a function adds to (`[…].map(withErrors)`): what it adds is not seen.
 */
function itemsOf(list: Code | undefined): readonly Code[] {
  if (list === undefined) return [];
  const code = bare(list);
  if (code.kind === 'list') return code.items.flatMap((each) => spreadItems(each));
  if (code.kind === 'call' && /^(?:map|reduce)$/.test(methodOf(code))) {
    return itemsOf(receiverOf(code)).filter(({ kind }) => kind === 'dict');
  }
  if (code.kind === 'call' && methodOf(code) === 'concat') {
    return [receiverOf(code), ...code.args].flatMap((each) => itemsOf(each));
  }
  return [];
}

function spreadItems(item: Code): readonly Code[] {
  return item.kind === 'spread' ? itemsOf(item.value) : [item];
}

function entry(dict: Dict, name: string): Code | undefined {
  for (const each of dict.entries) {
    if (each.kind !== 'entry') continue;
    const { key } = each;
    if (key.kind === 'name' ? key.name === name : stringOf(key) === name) return each.value;
  }
  return undefined;
}

function numberOf(code: Code | undefined): number | undefined {
  return code?.kind === 'number' ? code.value : undefined;
}

/** The value of texts that are written out, put together with `+` or `join`. */
function stringOf(written: Code | undefined): string | undefined {
  if (written === undefined) return undefined;
  const code = bare(written);
  if (code.kind === 'text') {
    const parts = code.parts.map((part) =>
      typeof part === 'string' ? unescaped(part) : undefined,
    );
    const isRaw = code.prefix === 'String.raw';
    if (isRaw)
      return code.parts.every((part) => typeof part === 'string') ? code.parts.join('') : undefined;
    return parts.every((part) => part !== undefined) && code.prefix === ''
      ? parts.join('')
      : undefined;
  }
  if (code.kind === 'binary' && code.operator === '+') {
    const [left, right] = [stringOf(code.left), stringOf(code.right)];
    return left === undefined || right === undefined ? undefined : left + right;
  }
  if (code.kind !== 'call' || methodOf(code) !== 'join') return undefined;
  const items = itemsOf(receiverOf(code)).map((each) => stringOf(each));
  const between = code.args.length === 0 ? ',' : stringOf(code.args[0]);
  return between === undefined || items.some((each) => each === undefined)
    ? undefined
    : items.join(between);
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
  '\n': '',
};

function unescaped(text: string): string {
  return text.replace(
    /\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|([\s\S]))/gi,
    (
      _,
      braced: string | undefined,
      four: string | undefined,
      two: string | undefined,
      one: string | undefined,
    ) => {
      const digits = braced ?? four ?? two;
      if (digits !== undefined) return String.fromCodePoint(Number.parseInt(digits, 16));
      return ESCAPES[one ?? ''] ?? one ?? '';
    },
  );
}
