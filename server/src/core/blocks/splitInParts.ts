import type { LineRange, Range } from '../text/range.ts';
import type { BlockPart } from './block.ts';
import type { Part, StatementPart } from './shape.ts';
import type { BlockContent } from './sourceBlock.ts';
import { headerOf, withParts } from './stream.ts';

/** A block longer than this is offered in parts. */
const maxWholeLines = 120;
/** Statements are grouped up to this length. */
const maxPartLines = 60;

/** One statement, or the header of one that was taken apart, with absolute offsets. */
interface Piece {
  readonly range: Range;
  readonly parts: readonly Part[];
}

/**
 * Groups the statements of a block: one part, unless the block is long. Law: the hashes of all
 * parts together are the hashes of the block's statements, in order, however they are grouped.
 */
export function splitInParts(
  whole: Range,
  content: BlockContent,
  linesOf: (range: Range) => LineRange,
  hash: (parts: readonly Part[]) => string,
): readonly BlockPart[] {
  const nLines = ({ start, end }: Range): number => {
    const { startLine, endLine } = linesOf({ start, end });
    return endLine - startLine + 1;
  };
  const pieces = piecesOf(content, (range) => maxPartLines < nLines(range));
  if (nLines(whole) <= maxWholeLines) {
    const hashes = pieces.map(({ parts }) => hash(parts));
    return [{ range: whole, lines: linesOf(whole), hashes }];
  }
  const groups: Piece[][] = [];
  let group: Piece[] = [];
  for (const piece of pieces) {
    const start = group[0]?.range.start;
    if (start !== undefined && maxPartLines < nLines({ start, end: piece.range.end })) {
      groups.push(group);
      group = [];
    }
    group.push(piece);
  }
  if (group.length !== 0) groups.push(group);
  return groups.map((grouped) => {
    const range = {
      start: grouped[0]?.range.start ?? whole.start,
      end: grouped.at(-1)?.range.end ?? whole.end,
    };
    return { range, lines: linesOf(range), hashes: grouped.map(({ parts }) => hash(parts)) };
  });
}

/** A declaration's header and the statements of its body; or the statements of a run. */
function piecesOf(
  { base, parts }: BlockContent,
  isLong: (range: Range) => boolean,
): readonly Piece[] {
  const [only, ...more] = parts.filter(({ kind }) => kind === 'statement');
  if (only?.kind !== 'statement' || more.length !== 0) return takeApart(parts, base, isLong);
  return parts.flatMap((part) =>
    part === only ? headerFirst(only, base, isLong) : takeApart([part], base, isLong),
  );
}

/** Statements in text order, the long ones as header and statements inside. */
function takeApart(
  parts: readonly Part[],
  base: number,
  isLong: (range: Range) => boolean,
): Piece[] {
  return parts.flatMap((part) => {
    if (part.kind === 'block') return [];
    if (part.kind !== 'statement') {
      return [{ range: { start: base + part.start, end: base + part.end }, parts: [part] }];
    }
    const start = base + part.start;
    const range = { start, end: start + part.shape.length };
    return isLong(range) ? headerFirst(part, base, isLong) : [{ range, parts: [part] }];
  });
}

function headerFirst(
  part: StatementPart,
  base: number,
  isLong: (range: Range) => boolean,
): readonly Piece[] {
  const { shape } = part;
  const start = base + part.start;
  const inner = shape.parts.filter(({ kind }) => kind === 'statement');
  const header = headerOf(shape.parts);
  const [first] = header;
  const isSimple = inner.length === 0 || !first || first.kind === 'statement';
  const end = start + (isSimple ? shape.length : first.end);
  return [
    { range: { start, end }, parts: [withParts(part, header)] },
    ...takeApart(inner, start, isLong),
  ];
}
