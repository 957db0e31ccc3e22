import { readFileSync } from 'node:fs';
import type { Formatter } from '../row.ts';
import { changeOf, shownChange } from './change.ts';
import { changedBlocks, placedBlocks } from './changedBlocks.ts';
import type { Result, Tools } from './checkMutants.ts';
import { deform } from './deform.ts';
import { createTally, type Tally } from './tally.ts';

const maxFile = 60_000;
const minKept = 0.99;
/** Tried in turn, until the parser sees the same tree; one text for each piece of the file. */
const shares = [0.3, 0.1, 0.03, 0.01];

/** Check (c) of `scripts/oracle.mjs`. */
export async function checkFormat(tools: Tools): Promise<Result> {
  const { row, limits } = tools;
  const formatters =
    row.formatters ?? (row.format ? [{ name: 'the formatter', format: row.format }] : []);
  if (formatters.length === 0) {
    return { isPassed: true, lines: ['  (c) not run: this row has no formatter'] };
  }
  if (limits.nFiles === 0) return { isPassed: true, lines: ['  (c) not run: not asked for'] };
  const results: Result[] = [];
  for (const formatter of formatters) results.push(await checkFormatter(tools, formatter));
  return {
    isPassed: results.every(({ isPassed }) => isPassed),
    lines: results.flatMap(({ lines }) => lines),
  };
}

async function checkFormatter(tools: Tools, { name, format }: Formatter): Promise<Result> {
  const { row, parser, random, limits } = tools;
  const again = createCount(limits.nShown);
  const first = createCount(limits.nShown);
  let nDeformed = 0;
  for (const file of random.sample(row.sources(), Number.POSITIVE_INFINITY)) {
    if (limits.nFiles <= again.nFiles) break;
    let original: string | undefined = readFileSync(file, 'utf8');
    if (maxFile < original.length) continue;
    if (row.isFormatted?.(file) === false) {
      const [tree] = await parser.trees([original]);
      const [formatted] = tree === undefined ? [] : await format([original]);
      if (formatted !== undefined) await compare(tools, first, { file, original, formatted });
      original = formatted;
    }
    const deformed = original === undefined ? undefined : await tryDeform(tools, original);
    if (deformed === undefined) continue;
    const [formatted] = await format([deformed]);
    if (formatted === undefined) continue;
    if (deformed !== original) nDeformed++;
    await compare(tools, again, { file, original: deformed, formatted });
  }
  const kept = keptOf(again);
  const { nFiles, nBlocks, lost } = again;
  return {
    isPassed: 0 < nBlocks && minKept <= kept && again.nFaults === 0 && first.nFaults === 0,
    lines: [
      `  (c) ${nFiles} files (${nDeformed} de-formatted), ${nBlocks} blocks; kept by ${name}: ${percent(kept)}`,
      ...lost.lines(nBlocks),
      ...(first.nFiles === 0
        ? []
        : [
            `      of these ${first.nFiles} files that nobody had formatted; when they first were, ${percent(keptOf(first))} of ${first.nBlocks} blocks were kept:`,
            ...first.lost.lines(first.nBlocks),
          ]),
    ],
  };
}

interface Count {
  nFiles: number;
  nBlocks: number;
  nFaults: number;
  readonly lost: Tally;
}

function createCount(nShown: number): Count {
  return { nFiles: 0, nBlocks: 0, nFaults: 0, lost: createTally(nShown) };
}

function keptOf({ nBlocks, lost }: Count): number {
  return (nBlocks - lost.total()) / Math.max(1, nBlocks);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(3)} %`;
}

interface Texts {
  readonly file: string;
  readonly original: string;
  readonly formatted: string;
}

/** Counts what became of the blocks of a text. */
async function compare(
  { row, reading, parser }: Tools,
  count: Count,
  { file, original, formatted }: Texts,
): Promise<void> {
  const [treeBefore, treeAfter] = await parser.trees([original, formatted]);
  const hasOtherTree = treeBefore !== treeAfter;
  const before = await placedBlocks(reading, original);
  const after = await placedBlocks(reading, formatted);
  count.nFiles++;
  count.nBlocks += before.length;
  for (const [block, now] of changedBlocks(before, after)) {
    const isMisread = block.isMisread || now?.isMisread === true;
    const change = { ...changeOf('format', block.text, now?.text ?? ''), isMisread };
    const found = now ? row.classOf(change) : 'the block is gone';
    if (found === undefined && !hasOtherTree) count.nFaults++;
    count.lost.add(
      `${found ?? 'no listed class'}${hasOtherTree ? ' (the formatter changed the tree)' : ''}`,
      () => `      ${file} ${block.symbol}\n${shownChange(change)}`,
    );
  }
}

/** A text of the same tree in another format; the text itself where none was found. */
async function tryDeform(tools: Tools, original: string): Promise<string | undefined> {
  const { row, reading, parser, random } = tools;
  const [tree] = await parser.trees([original]);
  if (tree === undefined) return undefined;
  for (const share of shares) {
    const candidates = Array.from({ length: 4 }, () =>
      deform(original, row, reading, { random, share }),
    );
    const trees = await parser.trees(candidates);
    const found = candidates.find((each, index) => {
      return trees[index] === tree && (row.isLeftBehind?.(each) ?? true);
    });
    if (found !== undefined) return found;
  }
  return original;
}
