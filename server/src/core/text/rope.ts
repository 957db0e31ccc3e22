/**
 * An immutable sequence of leaves in a height-balanced tree. Offsets count the units of the
 * leaves (UTF-16 units of a text). A change copies one path and shares all else with the version
 * before it. Law: height ≤ 1.45 log2(number of leaves).
 */
export type Rope<Leaf> = Empty | Tip<Leaf> | Pair<Leaf>;

interface Empty {
  readonly kind: 'empty';
  readonly length: 0;
  readonly height: 0;
}

interface Tip<Leaf> {
  readonly kind: 'tip';
  readonly length: number;
  readonly height: 0;
  readonly leaf: Leaf;
}

/** Two ropes, neither empty, whose heights differ by one at most. */
interface Pair<Leaf> {
  readonly kind: 'pair';
  readonly length: number;
  readonly height: number;
  readonly left: Rope<Leaf>;
  readonly right: Rope<Leaf>;
}

/**
 * What a rope must know of its leaves. `join` answers undefined for neighbors that stay apart.
 * Laws: the order of joining does not matter, and two that stay apart still do so when either of
 * them has grown by joining.
 */
export interface LeafKind<Leaf> {
  length(leaf: Leaf): number;
  slice(leaf: Leaf, start: number, end: number): Leaf;
  join(a: Leaf, b: Leaf): Leaf | undefined;
}

/** The operations on ropes of one kind of leaf, n leaves long. No two neighbors can be joined. */
export interface Ropes<Leaf> {
  /** A rope of these leaves; O(n). */
  of(leaves: Iterable<Leaf>): Rope<Leaf>;
  /** The leaves inside a range, those at its ends cut to it; O(log n) and O(1) for each. */
  leavesIn(rope: Rope<Leaf>, start: number, end: number): Leaf[];
  /** The part inside a range as a rope; O(log n). */
  slice(rope: Rope<Leaf>, start: number, end: number): Rope<Leaf>;
  /** Puts k leaves in place of `[start, end)`; O(log n + k). */
  replace(rope: Rope<Leaf>, start: number, end: number, leaves: Iterable<Leaf>): Rope<Leaf>;
}

const EMPTY: Empty = Object.freeze({ kind: 'empty', length: 0, height: 0 });

export function ropesOf<Leaf>(kind: LeafKind<Leaf>): Ropes<Leaf> {
  const joined = (leaves: Iterable<Leaf>): Leaf[] => {
    const out: Leaf[] = [];
    for (const leaf of leaves) {
      if (kind.length(leaf) === 0) continue;
      const last = out.at(-1);
      const both = last === undefined ? undefined : kind.join(last, leaf);
      if (both === undefined) out.push(leaf);
      else out[out.length - 1] = both;
    }
    return out;
  };

  /** The rope of `leaves[from..to)`, halved down to single leaves. */
  const built = (leaves: readonly Leaf[], from = 0, to = leaves.length): Rope<Leaf> => {
    if (to - from <= 1) {
      const leaf = leaves[from];
      if (leaf === undefined || from === to) return EMPTY;
      return { kind: 'tip', length: kind.length(leaf), height: 0, leaf };
    }
    const middle = (from + to) >> 1;
    return pair(built(leaves, from, middle), built(leaves, middle, to));
  };

  const leavesIn = (rope: Rope<Leaf>, start: number, end: number): Leaf[] => {
    const out: Leaf[] = [];
    const visit = (node: Rope<Leaf>, at: number): void => {
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, node.length);
      if (to <= from) return;
      if (node.kind === 'pair') {
        visit(node.left, at);
        visit(node.right, at + node.left.length);
      } else if (node.kind === 'tip') {
        out.push(to - from === node.length ? node.leaf : kind.slice(node.leaf, from, to));
      }
    };
    visit(rope, 0);
    return out;
  };

  const replace: Ropes<Leaf>['replace'] = (rope, start, end, leaves) => {
    // A cut leaf may have become small enough for the neighbor behind the cut, so both are redone.
    const from = leafStart(rope, leafStart(rope, start));
    const to = leafEnd(rope, leafEnd(rope, end));
    const middle = joined([...leavesIn(rope, from, start), ...leaves, ...leavesIn(rope, end, to)]);
    return exchange(rope, from, to, built(middle));
  };

  return Object.freeze({
    of: (leaves: Iterable<Leaf>) => built(joined(leaves)),
    leavesIn,
    slice: (rope: Rope<Leaf>, start: number, end: number) =>
      replace(replace(rope, end, rope.length, []), 0, start, []),
    replace,
  });
}

/** Puts `middle` in place of `[from, to)`, both ends between leaves. */
function exchange<Leaf>(
  rope: Rope<Leaf>,
  from: number,
  to: number,
  middle: Rope<Leaf>,
): Rope<Leaf> {
  if (rope.kind === 'pair') {
    const { left, right } = rope;
    const border = left.length;
    if (to <= border) return concat(exchange(left, from, to, middle), right);
    if (border <= from) return concat(left, exchange(right, from - border, to - border, middle));
  }
  return concat(concat(before(rope, from), middle), behind(rope, to));
}

/** The leaves before an offset that lies between two. */
function before<Leaf>(rope: Rope<Leaf>, offset: number): Rope<Leaf> {
  if (offset <= 0) return EMPTY;
  if (rope.length <= offset || rope.kind !== 'pair') return rope;
  const { left, right } = rope;
  if (offset <= left.length) return before(left, offset);
  return concat(left, before(right, offset - left.length));
}

/** The leaves behind an offset that lies between two. */
function behind<Leaf>(rope: Rope<Leaf>, offset: number): Rope<Leaf> {
  if (offset <= 0) return rope;
  if (rope.length <= offset || rope.kind !== 'pair') return EMPTY;
  const { left, right } = rope;
  if (left.length <= offset) return behind(right, offset - left.length);
  return concat(behind(left, offset), right);
}

/** Where the leaf of the character just before `offset` starts. */
function leafStart<Leaf>(rope: Rope<Leaf>, offset: number): number {
  let node = rope;
  let at = 0;
  while (node.kind === 'pair') {
    if (offset <= at + node.left.length) node = node.left;
    else {
      at += node.left.length;
      node = node.right;
    }
  }
  return at;
}

/** Where the leaf of the character at `offset` ends. */
function leafEnd<Leaf>(rope: Rope<Leaf>, offset: number): number {
  let node = rope;
  let at = 0;
  while (node.kind === 'pair') {
    if (offset < at + node.left.length) node = node.left;
    else {
      at += node.left.length;
      node = node.right;
    }
  }
  return at + node.length;
}

/** One rope behind the other, their leaves as they are; O(difference of the heights). */
function concat<Leaf>(a: Rope<Leaf>, b: Rope<Leaf>): Rope<Leaf> {
  if (a.kind === 'empty') return b;
  if (b.kind === 'empty') return a;
  if (a.kind === 'pair' && b.height + 1 < a.height) return balanced(a.left, concat(a.right, b));
  if (b.kind === 'pair' && a.height + 1 < b.height) return balanced(concat(a, b.left), b.right);
  return pair(a, b);
}

/** A pair of two ropes whose heights differ by two at most. */
function balanced<Leaf>(a: Rope<Leaf>, b: Rope<Leaf>): Rope<Leaf> {
  if (b.kind === 'pair' && a.height + 1 < b.height) {
    const { left, right } = b;
    return left.kind === 'pair' && right.height < left.height
      ? pair(pair(a, left.left), pair(left.right, right))
      : pair(pair(a, left), right);
  }
  if (a.kind === 'pair' && b.height + 1 < a.height) {
    const { left, right } = a;
    return right.kind === 'pair' && left.height < right.height
      ? pair(pair(left, right.left), pair(right.right, b))
      : pair(left, pair(right, b));
  }
  return pair(a, b);
}

function pair<Leaf>(left: Rope<Leaf>, right: Rope<Leaf>): Pair<Leaf> {
  return {
    kind: 'pair',
    length: left.length + right.length,
    height: 1 + Math.max(left.height, right.height),
    left,
    right,
  };
}
