import { join } from 'node:path';
import { ROOT } from '../../support/golden.ts';
import { fetchCorpora } from './corpora/fetchCorpora.ts';
import { corpora } from './corpora/table.ts';

const cache = process.env['COUNTERSIGN_CORPORA'] ?? join(ROOT, 'out/corpora');
const asked = process.argv.slice(2);
const wanted = corpora.filter(({ language }) => asked.length === 0 || asked.includes(language));
for (const { corpus, name, why } of fetchCorpora(cache, wanted)) {
  console.log(`${corpus.language}: ${name} is not here: ${why}`);
}
