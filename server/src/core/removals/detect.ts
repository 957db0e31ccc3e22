import type { Sha256 } from '../ports.ts';
import type { Removed } from '../records/record.ts';
import { equalEnds, keptLines } from '../text/sameLines.ts';
import { createLineIndex, type LineIndex } from '../text/lineIndex.ts';
import type { RemovalRow } from './kind.ts';
import { removalRows } from './table.ts';
import { testPartOf } from './test.ts';

const TEST_PATH =
  /(?:^|[/._-])(?:tests?|specs?|__tests__)(?:[/._-]|$)|(?:Test|Tests|Spec)\.\w+$|_test\.\w+$/;
/** How many lines behind a line may tell what it is for. */
const LINES_AHEAD = 3;

/**
 * Guards, tests and checks of `before` that `after` does not have any more, wherever. Lines are
 * 1-based lines of `after`: the one that stands where the removed one stood. Purely by the text of
 * lines, so it is the same in any language and also in code that does not parse.
 */
export function removedBetween(
  path: string,
  before: string,
  after: string,
  sha256: Sha256,
): readonly Removed[] {
  const old = createLineIndex(before);
  const isTest = TEST_PATH.test(path);
  const rowOf = (line: number): RemovalRow | undefined => {
    const text = old.lineText(line).trim();
    const next = Array.from({ length: LINES_AHEAD }, (_, i) => old.lineText(line + 1 + i).trim());
    const lower = text.toLowerCase();
    return removalRows.find(
      ({ stems, matches }) =>
        stems.some((stem) => lower.includes(stem)) && matches({ text, next, isTest }),
    );
  };
  const now = createLineIndex(after);
  const { prefix, suffix } = equalEnds(old, now);
  const middle = Array.from({ length: old.nLines - prefix - suffix }, (_, i) => prefix + i);
  // Most edits take nothing of the kind away, and an agent waits for this.
  if (!middle.some((line) => rowOf(line) !== undefined)) return [];
  const present = new Map<string, number>();
  for (const text of trimmedLines(now)) present.set(text, (present.get(text) ?? 0) + 1);
  const removed: Removed[] = [];
  let oldLine = 0;
  let newLine = 0;
  const look = (oldEnd: number, newEnd: number): void => {
    const written = isTest ? testParts(now, newLine, newEnd) : [];
    for (let line = oldLine; line < oldEnd; line++) {
      const text = old.lineText(line).trim();
      const row = rowOf(line);
      if (!row || stillThere(present, text)) continue;
      // A test, or what it asserts, was written anew in its place.
      const part = row.kind === 'test' ? testPartOf(text) : undefined;
      const same = part === undefined ? -1 : written.indexOf(part);
      if (0 <= same) {
        written.splice(same, 1);
        continue;
      }
      removed.push({
        kind: row.kind,
        textHash: sha256(text),
        line: Math.min(newLine + 1, now.nLines),
      });
    }
  };
  for (const kept of keptLines(old, now)) {
    look(kept.before, kept.after);
    for (let i = 0; i < kept.n; i++) stillThere(present, now.lineText(kept.after + i).trim());
    oldLine = kept.before + kept.n;
    newLine = kept.after + kept.n;
  }
  look(old.nLines, now.nLines);
  return removed;
}

function testParts(index: LineIndex, from: number, to: number): ('declares' | 'asserts')[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i).flatMap((line) => {
    const part = testPartOf(index.lineText(line).trim());
    return part === undefined ? [] : [part];
  });
}

/** Takes one such line, where there is one left. */
function stillThere(present: Map<string, number>, text: string): boolean {
  const n = present.get(text) ?? 0;
  if (n === 0) return false;
  present.set(text, n - 1);
  return true;
}

function trimmedLines(index: LineIndex): string[] {
  return Array.from({ length: index.nLines }, (_, line) => index.lineText(line).trim());
}

/**
 * The same for one change inside a text: what `cut` had and the text has nowhere any more. `place`
 * is the offset in the text where the change was made.
 */
export function removedFrom(
  path: string,
  text: string,
  cut: string,
  place: number,
  sha256: Sha256,
): readonly Removed[] {
  const removed = removedBetween(path, cut, '', sha256);
  if (removed.length === 0) return [];
  const index = createLineIndex(text);
  const line = index.lineAt(place) + 1;
  const present = new Set(trimmedLines(index).map(sha256));
  return removed.filter(({ textHash }) => !present.has(textHash)).map((one) => ({ ...one, line }));
}
