import type { Code } from '../code/code.ts';
import type { CodeView } from '../code/codeView.ts';
import { withoutFormat } from '../text/formatting.ts';
import { createLineIndex, type LineIndex } from '../text/lineIndex.ts';
import type { Range } from '../text/range.ts';
import { type KeptLines, sameLines } from '../text/sameLines.ts';

/** Two versions of one block, side by side. */
export interface Comparison {
  /**
   * Where a piece of the old block would stand in the new one: at the line that follows the last one
   * both have before it. Always in the new block itself.
   */
  placeOf(old: Range): Range;
  /** Whether the line before or behind a piece of the old block is still there. */
  isBesideKept(old: Range): boolean;
  /** How much of the old block's lines is still there, 0 to 1. */
  readonly keptShare: number;
  /** A key without the names of variables that only one side has: equal where they were renamed. */
  renamedKey(side: 'before' | 'now', key: string): string;
}

/** What a piece of code says, apart from its format and its comments: equal for equal code. */
export function keyOf(view: CodeView, { start, end }: Range): string {
  const inside = view.comments.filter((one) => start <= one.start && one.end <= end);
  if (inside.length === 0) return withoutFormat(view.textOf({ start, end }));
  let text = '';
  let from = start;
  for (const comment of inside) {
    text += `${view.text.slice(from, comment.start)} `;
    from = comment.end;
  }
  return withoutFormat(text + view.text.slice(from, end));
}

/** What `old` has and `now` has not, by key, each as often as it is missing; in the order of `old`. */
export function missing<Old>(
  old: readonly Old[],
  oldKey: (one: Old) => string,
  nowKeys: Iterable<string>,
): Old[] {
  const left = new Map<string, number>();
  for (const key of nowKeys) left.set(key, (left.get(key) ?? 0) + 1);
  return old.filter((one) => {
    const key = oldKey(one);
    const n = left.get(key) ?? 0;
    if (n === 0) return true;
    left.set(key, n - 1);
    return false;
  });
}

/** Compares a block with its committed self. Linear but for a diff of lines, which is bounded. */
export function compare(before: CodeView, now: CodeView): Comparison {
  const oldIndex = createLineIndex(before.textOf(before.range));
  const nowIndex = createLineIndex(now.textOf(now.range));
  let known: readonly KeptLines[] | undefined;
  const kept = (): readonly KeptLines[] => {
    known ??= sameLines(oldIndex, nowIndex);
    return known;
  };
  let only: OnlyThere | undefined;
  const onlyIn = (side: keyof OnlyThere): ReadonlySet<string> => {
    if (!only) {
      const old = variablesOf(before);
      const fresh = variablesOf(now);
      only = {
        before: new Set([...old].filter((word) => !fresh.has(word))),
        now: new Set([...fresh].filter((word) => !old.has(word))),
      };
    }
    return only[side];
  };
  const oldLine = (offset: number): number =>
    oldIndex.lineAt(Math.max(0, offset - before.range.start));
  return Object.freeze({
    get keptShare() {
      const n = kept().reduce((sum, one) => sum + one.n, 0);
      return n / Math.max(1, oldIndex.nLines);
    },
    placeOf(old: Range): Range {
      const line = lineNow(kept(), oldLine(old.start));
      return ownPlace(now, nowIndex, Math.min(line, nowIndex.nLines - 1));
    },
    isBesideKept(old: Range): boolean {
      const isKept = (line: number): boolean =>
        kept().some((one) => one.before <= line && line < one.before + one.n);
      return isKept(oldLine(old.start) - 1) || isKept(oldLine(old.end) + 1);
    },
    renamedKey(side: 'before' | 'now', key: string): string {
      const names = onlyIn(side);
      const words = key.split(' ').map((word) => (names.has(word) ? RENAMED : word));
      return words.join(' ');
    },
  });
}

interface OnlyThere {
  readonly before: ReadonlySet<string>;
  readonly now: ReadonlySet<string>;
}

const RENAMED = '§';

/** The line behind the last kept one that stands before an old line (0-based, of the blocks). */
function lineNow(kept: readonly KeptLines[], line: number): number {
  let after = 0;
  for (const one of kept) {
    if (line < one.before) break;
    if (line < one.before + one.n) return one.after + line - one.before;
    after = one.after + one.n;
  }
  return after;
}

/** A line of the block, without its indentation, that is the block's own; the next before it where it is not. */
function ownPlace(now: CodeView, index: LineIndex, line: number): Range {
  const placeAt = (at: number): Range | undefined => {
    const text = index.lineText(at);
    const start = now.range.start + index.startOf(at) + text.length - text.trimStart().length;
    const end = now.range.start + index.startOf(at) + text.trimEnd().length;
    return start < end && now.isOwn({ start, end }) ? { start, end } : undefined;
  };
  for (let at = line; at < Math.min(line + MAX_LINES, index.nLines); at++) {
    const place = placeAt(at);
    if (place) return place;
  }
  for (let at = line - 1; 0 <= at; at--) {
    const place = placeAt(at);
    if (place) return place;
  }
  return now.range;
}

/** Blank lines looked over for the next line of code. */
const MAX_LINES = 4;

/** The variables that a block gives a name: no other name may change and leave the code what it was. */
function variablesOf(view: CodeView): ReadonlySet<string> {
  const names = new Set<string>();
  const take = (code: Code | undefined): void => {
    if (code?.kind === 'name') names.add(code.name);
    else if (code?.kind === 'pattern' || code?.kind === 'group') {
      for (const part of code.kind === 'pattern' ? code.parts : code.items) {
        if (part.kind === 'name') names.add(part.name);
      }
    }
  };
  for (const one of view.all('declare', 'assign')) take(one.target);
  for (const { variable } of view.all('loop')) {
    take(variable?.kind === 'declare' ? variable.target : variable);
  }
  for (const { name, pattern } of view.all('param')) {
    if (name !== undefined) names.add(name);
    take(pattern);
  }
  for (const { name } of view.all('catch')) if (name !== undefined) names.add(name);
  return names;
}
