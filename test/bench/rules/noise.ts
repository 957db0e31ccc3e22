import type { BlockReader } from '../../../server/src/core/ports.ts';
import { findHits } from '../../../server/src/core/questions/findHits.ts';
import type { Hit } from '../../../server/src/core/questions/hit.ts';
import type { LanguageId } from '../../../server/src/core/questions/languageId.ts';
import { createRandom } from '../../oracle/engine/random.ts';
import type { Corpus, Use } from './corpora/corpus.ts';
import { corpora } from './corpora/table.ts';
import type { Options } from './options.ts';
import { sampleFunctions } from './sampleFunctions.ts';

/** What rules find in good code that nobody called AI's. */
interface Noise {
  readonly language: LanguageId;
  readonly use: Use;
  readonly nFunctions: number;
  /** Functions with a question of any rule that is on. */
  readonly nAsked: number;
  readonly nHigh: number;
  readonly hits: readonly { readonly file: string; readonly hit: Hit; readonly code: string }[];
}

const ASKED_BUDGET = 25;
const HIGH_BUDGET = 3;

/** Prints how much of real code would be asked about; false where that is more than the budget. */
export async function printNoise(
  reader: BlockReader,
  cache: string,
  options: Options,
): Promise<boolean> {
  console.log(
    '\n== Noise: real functions, as if AI had written them all anew. Rules that compare with',
  );
  console.log('   what was committed, or look at manifests, have nothing to look at here.\n');
  console.log('language    use          functions   asked    high   questions per 1,000');
  const all: Noise[] = [];
  for (const corpus of corpora.filter(({ language }) => options.languages.includes(language))) {
    for (const use of ['library', 'application'] as const) {
      const noise = await measure(reader, cache, corpus, use, options);
      printRow(noise.language, noise.use, [noise]);
      if (noise.nFunctions !== 0) all.push(noise);
    }
  }
  for (const use of ['library', 'application'] as const) {
    printRow(
      'all',
      use,
      all.filter((noise) => noise.use === use),
    );
  }
  printRow('all', 'both', all);
  printRules(all, options);
  return share(all, 'nAsked') <= ASKED_BUDGET && share(all, 'nHigh') <= HIGH_BUDGET;
}

async function measure(
  reader: BlockReader,
  cache: string,
  corpus: Corpus,
  use: Use,
  { rules, seed, nFunctions }: Options,
): Promise<Noise> {
  const counts = { nFunctions: 0, nAsked: 0, nHigh: 0 };
  const hits: Noise['hits'][number][] = [];
  const random = createRandom(seed);
  const half = Math.ceil(nFunctions / 2);
  for await (const { file, context } of sampleFunctions({
    ...{ reader, cache, corpus, use, random },
    nFunctions: half,
  })) {
    const found = findHits(rules, context);
    const counted = found.filter(({ rule }) => rule.isOn);
    counts.nFunctions++;
    if (counted.length !== 0) counts.nAsked++;
    if (counted.some(({ severity }) => severity === 'high')) counts.nHigh++;
    for (const hit of found)
      hits.push({ file, hit, code: linesAround(context.view.text, hit.line) });
  }
  return { language: corpus.language, use, hits, ...counts };
}

function linesAround(text: string, line: number): string {
  return text
    .split('\n')
    .slice(Math.max(0, line - 3), line + 2)
    .map((each) => `      ${each.slice(0, 140)}`)
    .join('\n');
}

function share(rows: readonly Noise[], of: 'nAsked' | 'nHigh'): number {
  return (
    (100 * sum(rows, (row) => row[of])) /
    Math.max(
      1,
      sum(rows, (row) => row.nFunctions),
    )
  );
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function printRow(language: string, use: string, rows: readonly Noise[]): void {
  const n = sum(rows, ({ nFunctions }) => nFunctions);
  const head = `${language.padEnd(12)}${use.padEnd(13)}`;
  if (n === 0) {
    console.log(`${head}not measured: no sources here`);
    return;
  }
  const per1000 =
    (1000 * sum(rows, ({ hits }) => hits.filter(({ hit }) => hit.rule.isOn).length)) / n;
  console.log(
    `${head}${String(n).padStart(9)}${percent(share(rows, 'nAsked'))}${percent(share(rows, 'nHigh'))}` +
      `${per1000.toFixed(0).padStart(14)}` +
      (language === 'all' && use === 'both'
        ? `   (budget ${ASKED_BUDGET} % and ${HIGH_BUDGET} %)`
        : ''),
  );
}

function percent(value: number): string {
  return `${value.toFixed(1)} %`.padStart(8);
}

/** One line a rule: hits per 1,000 functions, and where most of them are. */
function printRules(rows: readonly Noise[], { rules, nShown, seed }: Options): void {
  console.log(
    '\nrule                            per 1,000 functions: libraries  applications  most in',
  );
  const per1000 = (some: readonly Noise[], id: string): number =>
    (1000 * sum(some, ({ hits }) => hits.filter(({ hit }) => hit.rule.id === id).length)) /
    Math.max(
      1,
      sum(some, ({ nFunctions }) => nFunctions),
    );
  const random = createRandom(seed);
  const sorted = rules.toSorted((a, b) => per1000(rows, b.id) - per1000(rows, a.id));
  for (const { id, isOn } of sorted) {
    const of = (use: Use): string =>
      per1000(
        rows.filter((row) => row.use === use),
        id,
      )
        .toFixed(1)
        .padStart(12);
    const languages = [...new Set(rows.map(({ language }) => language))]
      .map((language) => {
        const some = rows.filter((row) => row.language === language);
        return [language, per1000(some, id)] as const;
      })
      .filter(([, n]) => 0 < n)
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, 3);
    const most = languages.map(([language, n]) => `${language} ${n.toFixed(1)}`).join(', ');
    console.log(
      `${`${id}${isOn ? '' : ' (off)'}`.padEnd(42)}${of('library')}${of('application')}      ${most}`,
    );
    const hits = rows.flatMap((row) => row.hits).filter(({ hit }) => hit.rule.id === id);
    for (const { file, hit, code } of random.sample(hits, nShown)) {
      console.log(`    ${file}:${hit.line} ${hit.text}\n${code}`);
    }
  }
}
