import { regexChildren, regexNodes, type RegexNode, type RegexRepeat } from './regexTree.ts';

/** From here on a repetition counts as one without an end. */
const MANY = 12;

/**
 * Whether a regular expression has a shape that can take very long: a repetition in a repetition,
 * choices that are repeated, or repetitions side by side that take the same, where they are three or
 * of one set. Cheap, and says yes to many that are fast; what it says no to is not looked at further.
 */
export function maySlow(tree: RegexNode): boolean {
  let nLong = 0;
  let isTouching = false;
  for (const node of regexNodes(tree)) {
    if (node.kind === 'repeat' && isLong(node)) {
      if (hasWays(node.body)) return true;
      nLong++;
    }
    if (node.kind === 'sequence' && hasTouchingRepeats(node.items, overlap)) isTouching = true;
  }
  return isTouching && (3 <= nLong || repeatsItself(tree));
}

/** Two repetitions of one set with nothing between them that must be there: `\d+\d*`. */
export function repeatsItself(tree: RegexNode): boolean {
  for (const node of regexNodes(tree)) {
    if (node.kind === 'sequence' && hasTouchingRepeats(node.items, (a, b) => a === b)) return true;
  }
  return false;
}

function isLong({ max, isPossessive }: RegexRepeat): boolean {
  return MANY <= max && !isPossessive;
}

/** More than one way to take the same text may be in it. */
function hasWays(body: RegexNode): boolean {
  for (const node of regexNodes(body)) {
    if (node.kind === 'group' && node.form !== 'plain') return false;
    if (node.kind === 'choice') return true;
    if (node.kind === 'repeat' && node.min < node.max && !node.isPossessive) return true;
  }
  return false;
}

function hasTouchingRepeats(
  items: readonly RegexNode[],
  isShared: (a: string, b: string) => boolean,
): boolean {
  let before: string[] = [];
  for (const item of items) {
    const set = repeatedSet(item);
    if (set !== undefined) {
      if (before.some((one) => isShared(one, set))) return true;
      before.push(set);
    } else if (!canBeEmpty(item)) before = [];
  }
  return false;
}

/** The characters that are repeated without end. */
function repeatedSet(node: RegexNode): string | undefined {
  if (node.kind === 'group' && node.form === 'plain') {
    const { body } = node;
    const only = body.kind === 'sequence' && body.items.length === 1 ? body.items[0] : undefined;
    return only && repeatedSet(only);
  }
  if (node.kind !== 'repeat' || !isLong(node)) return undefined;
  return node.body.kind === 'set' ? node.body.source : undefined;
}

function canBeEmpty(node: RegexNode): boolean {
  if (node.kind === 'repeat') return node.min === 0 || canBeEmpty(node.body);
  if (node.kind === 'set' || node.kind === 'other') return false;
  if (node.kind === 'anchor') return true;
  if (node.kind === 'choice') return node.options.some(canBeEmpty);
  if (node.kind === 'group' && node.form === 'look') return true;
  return regexChildren(node).every(canBeEmpty);
}

const SAMPLES = [
  ...Array.from({ length: 95 }, (_, i) => String.fromCodePoint(32 + i)),
  '\t',
  '\n',
  'é',
];

/** Whether two sets have a character in common, of those that texts are mostly made of. */
export function overlap(a: string, b: string): boolean {
  if (a === b) return true;
  const one = matcherOf(a);
  const other = matcherOf(b);
  return (
    one !== undefined && other !== undefined && SAMPLES.some((c) => one.test(c) && other.test(c))
  );
}

/** A test of one character; undefined where this engine does not know the set. */
export function matcherOf(set: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${set})$`, set.includes('\\p') ? 'u' : '');
  } catch {
    return undefined;
  }
}
