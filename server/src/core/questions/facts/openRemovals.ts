import { removedBetween } from '../../removals/detect.ts';
import type { RemovedKind } from '../../records/record.ts';
import type { Range } from '../../text/range.ts';
import { createLineIndex } from '../../text/lineIndex.ts';
import type { RemovedLine, RuleContext } from '../rule.ts';

/** Removals at one line that no comparison with the committed block tells of. */
export interface RemovedHere {
  readonly at: Range;
  readonly kind: RemovedKind;
  readonly n: number;
}

/**
 * What AI took out of the block, of some kinds, by lines. What the committed block has and the block at
 * hand has not is left out: rules that compare see more of it (it may only have changed).
 */
export function openRemovals(
  context: RuleContext,
  kinds: readonly RemovedKind[],
): readonly RemovedHere[] {
  const { view } = context;
  const left = unexplained(context).filter(({ kind }) => kinds.includes(kind));
  const byLine = new Map<number, RemovedLine[]>();
  for (const removal of left) {
    byLine.set(removal.line, [...(byLine.get(removal.line) ?? []), removal]);
  }
  const index = createLineIndex(view.text);
  return [...byLine].flatMap(([line, removals]) => {
    const text = index.lineText(line - 1);
    const start = index.startOf(line - 1) + text.length - text.trimStart().length;
    const kind = removals[0]?.kind ?? 'check';
    return [{ at: { start, end: index.endOf(line - 1) }, kind, n: removals.length }];
  });
}

function unexplained({ view, before, removals, path }: RuleContext): readonly RemovedLine[] {
  if (!before || removals.length === 0) return removals;
  const left = [...removals];
  // Only whether lines are equal is asked, so their texts are their hashes.
  const told = removedBetween(path, ownText(before), ownText(view), (text) => text);
  for (const { kind } of told) {
    const at = left.findIndex((one) => one.kind === kind);
    if (0 <= at) left.splice(at, 1);
  }
  return left;
}

function ownText({ text, range }: { readonly text: string; readonly range: Range }): string {
  return text.slice(range.start, range.end);
}
