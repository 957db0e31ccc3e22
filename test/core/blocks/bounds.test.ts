import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Block } from '../../../server/src/core/blocks/block.ts';
import { createLineIndex, type LineIndex } from '../../../server/src/core/text/lineIndex.ts';
import { toLineRanges } from '../../../server/src/core/text/range.ts';
import { caseFiles, checkExpectation, FIXTURES } from '../../support/golden.ts';
import { createTestReader } from './testReader.ts';

/**
 * A case is a file named after the file it stands for: a title line, `== source` with a text,
 * and `== expect` with its blocks: lines, symbol, and the block's own lines where they are
 * fewer. Child blocks are indented.
 */
describe('Blocks: bounds', () => {
  const reader = createTestReader();
  for (const name of caseFiles('blocks', '.txt')) {
    const file = join(FIXTURES, 'blocks', name);
    const content = readFileSync(file, 'utf8');
    const [title = '', rest = ''] = content.split('\n== source\n');
    it(title, async () => {
      const source = rest.slice(0, rest.lastIndexOf('== expect\n'));
      const { blocks } = await reader.read(basename(name, '.txt'), source);
      const lineIndex = createLineIndex(source);
      const listing = blocks.map((block) => listed(block, blocks, lineIndex));
      checkExpectation(file, listing.join('\n'));
    });
  }
});

function listed(block: Block, blocks: readonly Block[], lineIndex: LineIndex): string {
  const { range, lines } = block;
  const depth = blocks.filter(
    (each) => each !== block && each.range.start <= range.start && range.end <= each.range.end,
  ).length;
  const all = shown([lines]);
  const own = shown(
    toLineRanges([...new Set(block.own.flatMap((each) => linesOf(each, lineIndex)))]),
  );
  return `${'  '.repeat(depth)}${all} ${block.symbol}${own === all ? '' : ` (own ${own})`}`;
}

function linesOf(
  { start, end }: { readonly start: number; readonly end: number },
  lineIndex: LineIndex,
): readonly number[] {
  const first = lineIndex.lineAt(start);
  const last = lineIndex.lineAt(end - 1);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index + 1);
}

function shown(
  ranges: readonly { readonly startLine: number; readonly endLine: number }[],
): string {
  return ranges
    .map(({ startLine, endLine }) =>
      startLine === endLine ? startLine : `${startLine}-${endLine}`,
    )
    .join(', ');
}
