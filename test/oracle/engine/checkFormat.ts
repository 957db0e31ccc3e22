import { readFileSync, writeFileSync } from 'node:fs';
import type { BlockMap } from '../../../server/src/core/blocks/block.ts';
import { changeOf, shownChange } from './change.ts';
import type { Result, Tools } from './checkMutants.ts';
import { deform } from './deform.ts';
import type { Formatter } from '../row.ts';
import { createTally } from './tally.ts';

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
  const { row, reading, parser, random, limits } = tools;
  const lost = createTally(limits.nShown);
  let nFiles = 0;
  let nBlocks = 0;
  let nDeformed = 0;
  let nFaults = 0;
  const files = row.sources().filter((file) => row.isFormatted?.(file) ?? true);
  for (const file of random.sample(files, Number.POSITIVE_INFINITY)) {
    if (limits.nFiles <= nFiles) break;
    const original = readFileSync(file, 'utf8');
    if (maxFile < original.length) continue;
    const deformed = await tryDeform(tools, original);
    if (deformed === undefined) continue;
    const [formatted] = await format([deformed]);
    if (formatted === undefined) continue;
    nFiles++;
    if (deformed !== original) nDeformed++;
    const [treeBefore, treeAfter] = await parser.trees([deformed, formatted]);
    const hasOtherTree = treeBefore !== treeAfter;
    const before = await reading.blocks(deformed);
    const after = placesOf(await reading.blocks(formatted), formatted);
    for (const [place, { codeHash, text }] of placesOf(before, deformed)) {
      nBlocks++;
      const now = after.get(place);
      if (now?.codeHash === codeHash) continue;
      if (process.env['DUMP']) {
        writeFileSync(`${process.env['DUMP']}/${nFiles}.a${row.extension}`, deformed);
        writeFileSync(`${process.env['DUMP']}/${nFiles}.b${row.extension}`, formatted);
      } // TEMP
      const change = changeOf('format', text, now?.text ?? '');
      const found = now ? row.classOf(change) : 'the block is gone';
      if (found === undefined && !hasOtherTree) nFaults++;
      lost.add(
        `${found ?? 'no listed class'}${hasOtherTree ? ' (the formatter changed the tree)' : ''}`,
        () => `      ${file} ${place}\n${shownChange(change)}`,
      );
    }
  }
  const kept = (nBlocks - lost.total()) / Math.max(1, nBlocks);
  return {
    isPassed: 0 < nBlocks && minKept <= kept && nFaults === 0,
    lines: [
      `  (c) ${nFiles} files (${nDeformed} de-formatted), ${nBlocks} blocks; kept by ${name}: ${(100 * kept).toFixed(3)} %`,
      ...lost.lines(nBlocks),
    ],
  };
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
    const found = candidates.find((_, index) => trees[index] === tree);
    if (found !== undefined) return found;
  }
  return original;
}

interface Placed {
  readonly codeHash: string;
  readonly text: string;
}

/** Blocks by symbol and number. */
function placesOf({ blocks }: BlockMap, text: string): ReadonlyMap<string, Placed> {
  const places = new Map<string, Placed>();
  for (const { symbol, range, codeHash, nTokens } of blocks) {
    if (nTokens === 0) continue;
    let n = 1;
    while (places.has(`${symbol} ${n}`)) n++;
    places.set(`${symbol} ${n}`, { codeHash, text: text.slice(range.start, range.end) });
  }
  return places;
}
