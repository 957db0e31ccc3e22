import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { BlockReader } from '../../../../server/src/core/ports.ts';
import type { LanguageId } from '../../../../server/src/core/questions/languageId.ts';
import type { Rule } from '../../../../server/src/core/questions/rule.ts';
import { sha256 } from '../../../core/blocks/testReader.ts';
import { createRandom } from '../../../oracle/engine/random.ts';
import { ROOT } from '../../../support/golden.ts';
import { corpora } from '../corpora/table.ts';
import { filesInTurn } from '../filesInTurn.ts';
import type { Options } from '../options.ts';
import { askedOfFile } from './askedOfFile.ts';
import { keyOf, readLabels, type Label } from './label.ts';
import { type Item, keyFile, sheetOf, SHEETS } from './sheet.ts';
import { standing } from './standing.ts';

/** Of one rule in one language there may be as many to choose from. */
const POOL = 16;
/** Items that a reader takes in one go. */
const OF_A_SHEET = 60;

/**
 * Draws questions of each rule from all corpora, evenly over languages, until with those that are labelled
 * there are enough, and writes them as sheets for readers who are not told which rule asks.
 */
export async function collect(reader: BlockReader, cache: string, options: Options): Promise<void> {
  const labelled = new Map<string, readonly Label[]>();
  for (const rule of options.rules) {
    labelled.set(rule.id, await standing(reader, cache, rule, readLabels(rule.id)));
  }
  const isLacking = ({ id }: Rule): boolean => (labelled.get(id)?.length ?? 0) < options.nLabels;
  const rules = options.rules.filter(isLacking);
  const pools = new Map<string, Map<LanguageId, Item[]>>(rules.map(({ id }) => [id, new Map()]));
  const random = createRandom(options.seed);
  for (const corpus of corpora.filter(({ language }) => options.languages.includes(language))) {
    const { language } = corpus;
    const poolOf = ({ id }: Rule): Item[] => {
      const pool = pools.get(id)?.get(language) ?? [];
      pools.get(id)?.set(language, pool);
      return pool;
    };
    const began = process.cpuUsage();
    let nLines = 0;
    for (const each of filesInTurn(cache, corpus, ['library', 'application', 'release'], random)) {
      const wanted = rules.filter(
        (rule) => rule.absent[language] === undefined && poolOf(rule).length < POOL,
      );
      if (wanted.length === 0 || options.maxMinutes * 60e6 < process.cpuUsage(began).user) break;
      const asked = await askedOfFile({ reader, cache, corpus, rules: wanted }, each);
      nLines += asked?.text.split('\n').length ?? 0;
      for (const rule of wanted) {
        const known = new Set((labelled.get(rule.id) ?? []).map(keyOf));
        const hash = asked ? sha256(asked.text).slice(0, 12) : '';
        // One of a file: what its author does once, he does again.
        const hit = random.pick(asked?.hits.filter((one) => one.rule.id === rule.id) ?? []);
        if (!asked || !hit || known.has(keyOf({ hash, line: hit.line, asks: hit.text }))) continue;
        const file = relative(cache, each.file).replaceAll('\\', '/');
        const { text, before } = asked;
        poolOf(rule).push({
          key: { rule: rule.id, file, hash, line: hit.line, asks: hit.text },
          text,
          before,
        });
      }
    }
    const n = rules.reduce((sum, rule) => sum + poolOf(rule).length, 0);
    console.log(`${language}: ${n} questions to choose from, in ${nLines} lines`);
  }
  const chosen = rules.flatMap(({ id }) => {
    const n = options.nLabels - (labelled.get(id)?.length ?? 0);
    const items = evenly([...(pools.get(id)?.values() ?? [])], n);
    if (items.length < n)
      console.log(`${id}: ${options.nLabels - n + items.length} of ${options.nLabels}`);
    return items;
  });
  write(random.sample(chosen, chosen.length));
}

/** `n` of the items, as many from each pile as can be. */
function evenly<T>(piles: readonly (readonly T[])[], n: number): readonly T[] {
  const rounds = Math.max(0, ...piles.map((pile) => pile.length));
  return Array.from({ length: rounds }, (_, i) => piles.flatMap((pile) => pile.slice(i, i + 1)))
    .flat()
    .slice(0, n);
}

function write(items: readonly Item[]): void {
  rmSync(SHEETS, { recursive: true, force: true });
  mkdirSync(SHEETS, { recursive: true });
  writeFileSync(keyFile(), JSON.stringify(items.map(({ key }) => key)));
  for (let from = 0; from < items.length; from += OF_A_SHEET) {
    const name = `sheet-${String(1 + from / OF_A_SHEET).padStart(2, '0')}.md`;
    writeFileSync(join(SHEETS, name), sheetOf(items.slice(from, from + OF_A_SHEET), from + 1));
  }
  console.log(`${items.length} questions for readers are in ${relative(ROOT, SHEETS)}`);
}
