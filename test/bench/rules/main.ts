import { join } from 'node:path';
import { createTestReader } from '../../core/blocks/testReader.ts';
import { ROOT } from '../../support/golden.ts';
import { fetchCorpora } from './corpora/fetchCorpora.ts';
import { corpora } from './corpora/table.ts';
import { printForeign } from './foreign/foreign.ts';
import { printNoise } from './noise.ts';
import { readOptions } from './options.ts';
import { printPlanted } from './planted.ts';
import { collect } from './precision/collect.ts';
import { printPrecision } from './precision/printPrecision.ts';
import { takeLabels } from './precision/take.ts';
import { printSpeed } from './speed.ts';

/** Prints figures; ends with 1 where a budget is not kept. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const reader = createTestReader();
  const kept: boolean[] = [];
  const cache = process.env['COUNTERSIGN_CORPORA'] ?? join(ROOT, 'out/corpora');
  const isReal = options.parts.some((part) => part === 'noise' || part === 'precision');
  if (options.instead !== undefined || isReal) {
    const wanted = corpora.filter(({ language }) => options.languages.includes(language));
    for (const { corpus, name, why } of fetchCorpora(cache, wanted)) {
      console.log(`${corpus.language}: ${name} is not here: ${why}`);
    }
  }
  switch (options.instead) {
    case 'fetch':
      return;
    case 'collect':
      return collect(reader, cache, options);
    case 'take':
      return takeLabels(reader, cache, options.rules);
    case undefined:
  }
  if (options.parts.includes('noise')) kept.push(await printNoise(reader, cache, options));
  if (options.parts.includes('precision')) kept.push(await printPrecision(reader, cache, options));
  if (options.parts.includes('planted')) kept.push(await printPlanted(reader, options));
  if (options.parts.includes('foreign')) kept.push(await printForeign(reader, cache, options));
  if (options.parts.includes('speed')) await printSpeed(reader);
  process.exitCode = kept.every((each) => each) ? 0 : 1;
}

void main();
