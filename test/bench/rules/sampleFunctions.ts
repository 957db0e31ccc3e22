import { readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import type { BlockReader } from '../../../server/src/core/ports.ts';
import type { RuleContext } from '../../../server/src/core/questions/rule.ts';
import type { Random } from '../../oracle/engine/random.ts';
import { filesBelow } from '../../oracle/engine/tools.ts';
import { readForRules } from '../../support/ruleExample.ts';
import type { Corpus, Use } from './corpora/corpus.ts';
import { packagesOf } from './corpora/corpus.ts';
import { packageFolder } from './corpora/fetchCorpora.ts';

/** A function of real code as rules see it. */
export interface Sampled {
  readonly file: string;
  readonly context: RuleContext;
}

export interface Wanted {
  readonly reader: BlockReader;
  readonly cache: string;
  readonly corpus: Corpus;
  readonly use: Use;
  readonly random: Random;
  readonly nFunctions: number;
}

/** Functions of a file that count: more would make one file's habits the language's. */
const MAX_OF_FILE = 5;

/**
 * Functions drawn from the packages of a corpus in turn, each package's files in random order, so
 * that a large package weighs as much as a small one.
 */
export async function* sampleFunctions(wanted: Wanted): AsyncGenerator<Sampled> {
  const { reader, cache, corpus, use, random } = wanted;
  const piles = packagesOf(corpus)
    .filter(([each]) => each === use)
    .map(([each, one]) => packageFolder(cache, corpus, each, one))
    .map((folder) => {
      const files = filesBelow(
        [folder],
        (path) => !path.endsWith('.hash') && statSync(path).isFile(),
      );
      return { folder, files: [...random.sample(files, files.length)] };
    })
    .filter(({ files }) => files.length !== 0);
  let n = 0;
  while (n < wanted.nFunctions) {
    const left = piles.filter(({ files }) => files.length !== 0);
    if (left.length === 0) return;
    for (const { folder, files } of left) {
      const file = files.pop();
      const found =
        file === undefined ? [] : await functionsOf(reader, corpus, relative(folder, file), file);
      for (const context of random.sample(found, MAX_OF_FILE)) {
        if (wanted.nFunctions <= n) return;
        n++;
        yield { file: file ?? '', context };
      }
    }
  }
}

async function functionsOf(
  reader: BlockReader,
  { language }: Corpus,
  path: string,
  file: string,
): Promise<readonly RuleContext[]> {
  const text = readFileSync(file, 'utf8');
  const map = await reader.read(path, text);
  if (map.broken || map.code() === undefined) return [];
  const blocks = await readForRules({ reader, language, path: path.replaceAll('\\', '/'), text });
  return blocks
    .filter(({ block }) => !block.symbol.startsWith('('))
    .map(({ context }) => context())
    .filter(({ view }) => view.all('function').length !== 0);
}
