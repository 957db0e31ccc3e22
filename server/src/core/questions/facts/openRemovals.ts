import type { CodeView } from '../../code/codeView.ts';
import { removedBetween } from '../../removals/detect.ts';
import type { RemovedKind } from '../../records/record.ts';
import type { Range } from '../../text/range.ts';
import { firstCodeFrom } from '../../text/firstCode.ts';
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
  const index = createLineIndex(view.text);
  const left = unexplained(context).filter(
    ({ kind, line }) =>
      kinds.includes(kind) &&
      (kind === 'test' || context.isTest || isInside(view, firstCodeFrom(index, line - 1))),
  );
  if (left.length === 0) return [];
  const byLine = new Map<number, RemovedLine[]>();
  for (const removal of left) {
    byLine.set(removal.line, [...(byLine.get(removal.line) ?? []), removal]);
  }
  return [...byLine].flatMap(([line, removals]) => {
    const start = firstCodeFrom(index, line - 1);
    const kind = removals[0]?.kind ?? 'check';
    return [{ at: { start, end: index.endOf(index.lineAt(start)) }, kind, n: removals.length }];
  });
}

/** What stood beside a function, and not in it, went with another function. */
function isInside(view: CodeView, at: number): boolean {
  const functions = view.all('function');
  return (
    functions.length === 0 ||
    functions.some(({ body }) => body !== undefined && body.start < at && at <= body.end)
  );
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

/** The block's lines without those of the blocks inside it, which no comparison of it looks at. */
function ownText({ text, range, isOwn }: CodeView): string {
  const index = createLineIndex(text);
  const first = index.lineAt(range.start);
  const lines = Array.from({ length: index.lineAt(range.end) - first + 1 }, (_, i) => first + i);
  return lines
    .filter((line) => {
      const start = Math.max(range.start, firstCodeFrom(index, line));
      return isOwn({ start, end: start });
    })
    .map((line) => index.lineText(line))
    .join('\n');
}
