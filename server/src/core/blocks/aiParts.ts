import type { Range } from '../text/range.ts';
import type { Part, Shape } from './shape.ts';
import { withParts } from './stream.ts';

/**
 * The innermost statements that hold AI lines, in order. A statement whose own tokens are AI
 * gives its header, with those statements inside it that are AI too. A directive counts by its
 * own line. Child blocks are left out: they answer for themselves.
 */
export function pickAiParts(
  parts: readonly Part[],
  base: number,
  isAi: (range: Range) => boolean,
): readonly Part[] {
  const isAiPart = ({ start, end }: Range): boolean =>
    isAi({ start: base + start, end: base + end });
  const hasAiHeader = parts.some((part) => part.kind === 'tokens' && isAiPart(part));
  const picked: Part[] = [];
  for (const part of parts) {
    if (part.kind === 'statement') picked.push(...pickStatement(part.shape, base + part.start));
    else if (part.kind === 'tokens' && hasAiHeader) picked.push(part);
    else if (part.kind === 'directive' && isAiPart(part)) picked.push(part);
  }
  return picked;

  function pickStatement(shape: Shape, start: number): readonly Part[] {
    const inner = pickAiParts(shape.parts, start, isAi);
    const isHeader = inner.some(({ kind }) => kind === 'tokens');
    return isHeader ? [withParts({ kind: 'statement', start: 0, shape }, inner)] : inner;
  }
}
