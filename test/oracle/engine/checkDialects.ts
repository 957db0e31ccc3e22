import { changeOf, shownChange } from './change.ts';
import { type Result, type Tools, units } from './checkMutants.ts';
import { mutate } from './mutate.ts';
import { createReading } from './reading.ts';
import { createTally } from './tally.ts';

const nMutants = 5;

/** Check (d) of `scripts/oracle.mjs`. */
export async function checkDialects(tools: Tools): Promise<Result> {
  const { row, reading, parser, random, limits } = tools;
  if (limits.nUnits === 0 || !row.dialects) return { isPassed: true, lines: [] };
  const results: Result[] = [];
  for (const dialect of row.dialects) {
    const twin = await dialect.open();
    const twinReading = await createReading({ ...row, extension: dialect.extension });
    const faults = createTally(limits.nShown);
    const classes = createTally(limits.nShown);
    let nTexts = 0;
    let nSameTree = 0;
    for await (const unit of units(tools)) {
      const tokens = reading.tokens(unit);
      const mutants = Array.from({ length: nMutants }, () =>
        mutate(unit, tokens, { random, ...row }),
      );
      const texts = [unit, ...mutants];
      const [trees, twinTrees] = [await parser.trees(texts), await twin.trees(texts)];
      for (const [index, text] of texts.entries()) {
        const tree = trees[index];
        const twinTree = twinTrees[index];
        if (tree === undefined || twinTree === undefined) continue;
        nTexts++;
        if (tree === twinTree) nSameTree++;
        const isSameCode = (await reading.codes(text)) === (await twinReading.codes(text));
        if (isSameCode === (tree === twinTree)) continue;
        const change = changeOf('mutant', unit, text);
        // The parsers let pass what no grammar has.
        const other = [reading, twinReading].every((each) => each.isRead(text))
          ? undefined
          : 'a text in which a grammar finds faults';
        const name =
          dialect.classOf(text) ?? (isSameCode ? undefined : (row.classOf(change) ?? other));
        (name === undefined ? faults : classes).add(
          name ?? (isSameCode ? 'equal hash, other tree' : 'other hash, equal tree'),
          () => shownChange(change),
        );
      }
    }
    twin.close();
    results.push({
      isPassed: faults.total() === 0,
      lines: [
        `  (d) ${nTexts} texts parse as ${dialect.extension} too, ${nSameTree} with the same tree; faults: ${faults.total()}`,
        ...faults.lines(nTexts),
        ...classes.lines(nTexts),
      ],
    });
  }
  return {
    isPassed: results.every(({ isPassed }) => isPassed),
    lines: results.flatMap(({ lines }) => lines),
  };
}
