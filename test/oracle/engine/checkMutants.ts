import { readFileSync } from 'node:fs';
import type { OracleParser, OracleRow } from '../row.ts';
import { changeOf, shownChange } from './change.ts';
import { mutate } from './mutate.ts';
import type { Random } from './random.ts';
import { digest, type Reading } from './reading.ts';
import { createTally } from './tally.ts';

export interface Limits {
  readonly nUnits: number;
  readonly nMutants: number;
  readonly nFiles: number;
  readonly nShown: number;
}

export interface Tools {
  readonly row: OracleRow;
  readonly reading: Reading;
  readonly parser: OracleParser;
  readonly random: Random;
  readonly limits: Limits;
}

export interface Result {
  readonly isPassed: boolean;
  readonly lines: readonly string[];
}

/** A text with what the language's own parser and the product say of it. */
interface Judged {
  readonly text: string;
  readonly tree: string;
  readonly codes: string;
}

/** A whole file longer than this is cut into declarations. */
const maxUnit = 4000;
const minUnit = 40;

/** Checks (a) and (b) of `scripts/oracle.mjs`. */
export async function checkMutants(tools: Tools): Promise<Result> {
  const { row, reading, random, limits } = tools;
  if (limits.nUnits === 0) return { isPassed: true, lines: ['  (a), (b) not run: not asked for'] };
  const collisions = createTally(limits.nShown);
  const classes = createTally(limits.nShown);
  const unnamed = createTally(limits.nShown);
  let nUnits = 0;
  let nMutants = 0;
  let nParsed = 0;
  let nSameTree = 0;

  for await (const unit of units(tools)) {
    nUnits++;
    const [first] = await judge(tools, [unit]);
    if (!first) continue;
    const byCodes = new Map<string, Judged>([[first.codes, first]]);
    const parents: Judged[] = [first];
    // In rounds, because what parses is mutated again.
    for (let n = 0; n < limits.nMutants; ) {
      const nRound = Math.min(limits.nMutants - n, 10);
      n += nRound;
      const round = Array.from({ length: nRound }, () => {
        const parent = (random.chance(0.6) ? first : random.pick(parents)) ?? first;
        const { text } = parent;
        return { parent, text: mutate(text, reading.tokens(text), { random, ...row }) };
      }).filter(({ parent, text }) => parent.text !== text);
      nMutants += round.length;
      const judged = await judge(
        tools,
        round.map(({ text }) => text),
      );
      for (const [index, mutant] of judged.entries()) {
        const parent = round[index]?.parent;
        if (!mutant || !parent) continue;
        nParsed++;
        parents.push(mutant);
        const twin = byCodes.get(mutant.codes);
        if (twin && twin.tree !== mutant.tree) {
          const change = changeOf('mutant', twin.text, mutant.text);
          collisions.add('equal hash, other tree', () => shownChange(change));
        }
        byCodes.set(mutant.codes, twin ?? mutant);
        if (parent.tree !== mutant.tree) continue;
        nSameTree++;
        if (parent.codes === mutant.codes) continue;
        const isMisread = [parent, mutant].some(({ text }) => reading.faults(text).length !== 0);
        const change = { ...changeOf('mutant', parent.text, mutant.text), isMisread };
        const name = row.classOf(change);
        (name === undefined ? unnamed : classes).add(name ?? 'no listed class', () =>
          shownChange(change),
        );
      }
    }
  }
  const isPassed = 0 < nParsed && collisions.total() === 0 && unnamed.total() === 0;
  return {
    isPassed,
    lines: [
      `  (a) ${nUnits} units, ${nMutants} mutants, ${nParsed} parse; equal hash with another tree: ${collisions.total()}`,
      ...collisions.lines(nParsed),
      `  (b) ${nSameTree} mutants have the tree of their text; hash differs: ${classes.total() + unnamed.total()}, without a class: ${unnamed.total()}`,
      ...unnamed.lines(nSameTree),
      ...classes.lines(nSameTree),
    ],
  };
}

/** Undefined where a text does not parse. */
async function judge(
  { parser, reading }: Tools,
  texts: readonly string[],
): Promise<readonly (Judged | undefined)[]> {
  const trees = await parser.trees(texts);
  return Promise.all(
    texts.map(async (text, index) => {
      const tree = trees[index];
      if (tree === undefined) return undefined;
      return { text, tree: digest(tree), codes: await reading.codes(text) };
    }),
  );
}

/** Pieces of real code that parse on their own. */
export async function* units({
  row,
  reading,
  parser,
  random,
  limits,
}: Tools): AsyncGenerator<string> {
  let nLeft = limits.nUnits;
  for (const file of random.sample(row.sources(), Number.POSITIVE_INFINITY)) {
    if (nLeft <= 0) return;
    const text = readFileSync(file, 'utf8');
    const candidates = text.length <= maxUnit ? [text] : await declarations(text);
    const trees = await parser.trees(candidates);
    for (const [index, unit] of candidates.entries()) {
      if (trees[index] === undefined || nLeft <= 0) continue;
      nLeft--;
      yield unit;
    }
  }

  async function declarations(file: string): Promise<readonly string[]> {
    const { blocks } = await reading.blocks(file);
    const units = blocks.flatMap(({ range: { start, end } }, index) => {
      const isInside = blocks.slice(0, index).some(({ range }) => start < range.end);
      const unit = isInside ? undefined : row.unit(file.slice(start, end), file);
      return unit !== undefined && minUnit <= unit.length && unit.length <= maxUnit ? [unit] : [];
    });
    return random.sample(units, 3);
  }
}
