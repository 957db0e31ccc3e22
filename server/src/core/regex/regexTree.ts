import type { Range } from '../text/range.ts';

/**
 * A regular expression as far as rules look into one: what follows what, what is repeated, what may
 * stand for what. Offsets are those of its own text.
 */
export type RegexNode =
  | RegexSequence
  | RegexChoice
  | RegexGroup
  | RegexRepeat
  | RegexSet
  | RegexAnchor
  | RegexOther;

export interface RegexSequence extends Range {
  readonly kind: 'sequence';
  readonly items: readonly RegexNode[];
}

export interface RegexChoice extends Range {
  readonly kind: 'choice';
  readonly options: readonly RegexSequence[];
}

export interface RegexGroup extends Range {
  readonly kind: 'group';
  /** `look`: it takes no text. `atomic`: it never gives back what it took. */
  readonly form: 'plain' | 'look' | 'atomic';
  readonly body: RegexNode;
}

export interface RegexRepeat extends Range {
  readonly kind: 'repeat';
  readonly body: RegexNode;
  readonly min: number;
  /** Infinity where it has no end. */
  readonly max: number;
  readonly isPossessive: boolean;
}

/** One character, written as it is, escaped, by a class, a set or a dot. */
export interface RegexSet extends Range {
  readonly kind: 'set';
  readonly source: string;
}

export interface RegexAnchor extends Range {
  readonly kind: 'anchor';
  /** `^`, `$`, `\A`, `\z`, `\Z`, `\b`, `\B`, `\G`. */
  readonly source: string;
}

/** References to groups, and whatever else. */
export interface RegexOther extends Range {
  readonly kind: 'other';
  readonly source: string;
}

const MAX_SOURCE = 2_000;
const MAX_DEPTH = 60;
const ANCHOR = /^\\[AzZbBG<>]/;
const ESCAPE =
  /^\\(?:[pP]\{[^}]{1,40}\}|x\{[\da-f]{1,6}\}|x[\da-f]{2}|u\{[\da-f]{1,6}\}|u[\da-f]{4}|c[A-Za-z]|k<[^>]{1,40}>|[1-9]\d?|[\s\S])/i;

/** Reads one; undefined where it is torn, too long or too deep. */
export function readRegex(source: string): RegexNode | undefined {
  if (MAX_SOURCE < source.length) return undefined;
  const reader: Reader = { source, at: 0, isTorn: false };
  const node = readChoice(reader, 0);
  return reader.isTorn || reader.at < source.length ? undefined : node;
}

interface Reader {
  readonly source: string;
  at: number;
  isTorn: boolean;
}

function readChoice(reader: Reader, depth: number): RegexNode {
  const start = reader.at;
  const options = [readSequence(reader, depth)];
  while (reader.source[reader.at] === '|') {
    reader.at++;
    options.push(readSequence(reader, depth));
  }
  const [only] = options;
  return only && options.length === 1 ? only : { kind: 'choice', start, end: reader.at, options };
}

function readSequence(reader: Reader, depth: number): RegexSequence {
  const { source } = reader;
  const start = reader.at;
  const items: RegexNode[] = [];
  while (reader.at < source.length && !reader.isTorn) {
    const next = source[reader.at];
    if (next === '|' || next === ')') break;
    items.push(readRepeats(reader, readAtom(reader, depth)));
  }
  return { kind: 'sequence', start, end: reader.at, items };
}

function readAtom(reader: Reader, depth: number): RegexNode {
  const { source } = reader;
  const start = reader.at;
  const rest = source.slice(start, start + 60);
  const here = (length: number): Range => {
    reader.at = start + length;
    return { start, end: reader.at };
  };
  if (rest.startsWith('(')) return readGroup(reader, depth);
  if (rest.startsWith('[')) {
    const end = endOfSet(source, start);
    if (end < 0) reader.isTorn = true;
    const range = here(Math.max(1, end - start));
    return { kind: 'set', ...range, source: source.slice(range.start, range.end) };
  }
  if (rest.startsWith('^') || rest.startsWith('$')) {
    return { kind: 'anchor', ...here(1), source: rest.slice(0, 1) };
  }
  if (!rest.startsWith('\\')) {
    if (/^[*+?]/.test(rest)) reader.isTorn = true;
    const length = (rest.codePointAt(0) ?? 0) < 0x1_00_00 ? 1 : 2;
    const range = here(length);
    return { kind: 'set', ...range, source: source.slice(range.start, range.end) };
  }
  if (ANCHOR.test(rest)) return { kind: 'anchor', ...here(2), source: rest.slice(0, 2) };
  const [escape] = ESCAPE.exec(rest) ?? [];
  if (escape === undefined) reader.isTorn = true;
  const range = here(escape?.length ?? 1);
  const text = source.slice(range.start, range.end);
  return /^\\(?:k<|[1-9])/.test(text)
    ? { kind: 'other', ...range, source: text }
    : { kind: 'set', ...range, source: text };
}

function readGroup(reader: Reader, depth: number): RegexNode {
  const { source } = reader;
  const start = reader.at;
  const opening =
    /^\((?:\?(?:[:>|]|<?[=!]|P?<[^>=!][^>]{0,60}>|'[^']{1,60}'|[a-zA-Z-]{1,10}:|[a-zA-Z-]{1,10}(?=\))))?/.exec(
      source.slice(start, start + 80),
    )?.[0] ?? '(';
  reader.at = start + opening.length;
  if (MAX_DEPTH < depth || (opening === '(' && source[reader.at] === '?')) reader.isTorn = true;
  if (reader.isTorn) return { kind: 'other', start, end: reader.at, source: opening };
  const body = readChoice(reader, depth + 1);
  if (source[reader.at] === ')') reader.at++;
  else reader.isTorn = true;
  const form = /^\(\?<?[=!]/.test(opening) ? 'look' : opening === '(?>' ? 'atomic' : 'plain';
  return { kind: 'group', start, end: reader.at, form, body };
}

const QUANTIFIER = /^(?:[*+?]|\{(\d{1,6})(,(\d{0,6}))?\})([?+]?)/;

function readRepeats(reader: Reader, atom: RegexNode): RegexNode {
  let body = atom;
  for (let i = 0; i < 3; i++) {
    const found = QUANTIFIER.exec(reader.source.slice(reader.at, reader.at + 20));
    if (!found) break;
    const [all, from, comma, to, mode] = found;
    reader.at += all.length;
    const [min, max] = boundsOf(all, from, comma, to);
    body = {
      kind: 'repeat',
      start: atom.start,
      end: reader.at,
      body,
      min,
      max,
      isPossessive: mode === '+',
    };
  }
  return body;
}

function boundsOf(
  all: string,
  from: string | undefined,
  comma: string | undefined,
  to: string | undefined,
): readonly [number, number] {
  if (all.startsWith('*')) return [0, Infinity];
  if (all.startsWith('+')) return [1, Infinity];
  if (all.startsWith('?')) return [0, 1];
  const min = Number(from);
  if (comma === undefined) return [min, min];
  return [min, to === undefined || to === '' ? Infinity : Number(to)];
}

/** Behind the `]` of a set; -1 where it has none. Sets in sets, as Java and Ruby have them, count. */
function endOfSet(source: string, start: number): number {
  let at = start + 1;
  if (source[at] === '^') at++;
  // A `]` that stands first is one of the set in most languages; JavaScript has empty sets.
  let depth = 1;
  const first = at;
  for (; at < source.length; at++) {
    const one = source[at];
    if (one === '\\') at++;
    else if (one === '[' && source[at + 1] === ':') {
      const end = source.indexOf(':]', at);
      if (0 <= end) at = end + 1;
    } else if (one === ']' && (first < at || source.indexOf(']', at + 1) < 0)) {
      depth--;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

/** Every node of one. */
export function* regexNodes(node: RegexNode): Generator<RegexNode> {
  yield node;
  for (const inner of regexChildren(node)) yield* regexNodes(inner);
}

export function regexChildren(node: RegexNode): readonly RegexNode[] {
  switch (node.kind) {
    case 'sequence':
      return node.items;
    case 'choice':
      return node.options;
    case 'group':
    case 'repeat':
      return [node.body];
    default:
      return [];
  }
}
