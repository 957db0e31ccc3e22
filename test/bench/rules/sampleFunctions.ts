import type { BlockReader } from '../../../server/src/core/ports.ts';
import type { RuleContext } from '../../../server/src/core/questions/rule.ts';
import type { Random } from '../../oracle/engine/random.ts';
import { readForRules } from '../../support/ruleExample.ts';
import type { Corpus, Use } from './corpora/corpus.ts';
import { type CorpusFile, filesInTurn, textOf } from './filesInTurn.ts';

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

/** Functions drawn from the files of a corpus in turn. */
export async function* sampleFunctions(wanted: Wanted): AsyncGenerator<Sampled> {
  const { reader, cache, corpus, use, random } = wanted;
  let n = 0;
  for (const each of filesInTurn(cache, corpus, [use], random)) {
    if (wanted.nFunctions <= n) return;
    const found = await functionsOf(reader, corpus, each);
    for (const context of random.sample(found, MAX_OF_FILE)) {
      if (wanted.nFunctions <= n) return;
      n++;
      yield { file: each.file, context };
    }
  }
}

async function functionsOf(
  reader: BlockReader,
  { language }: Corpus,
  each: CorpusFile,
): Promise<readonly RuleContext[]> {
  const text = textOf(each);
  const map = await reader.read(each.path, text);
  if (map.broken || map.code() === undefined) return [];
  const blocks = await readForRules({ reader, language, path: each.path, text });
  return blocks
    .filter(({ block }) => !block.symbol.startsWith('('))
    .map(({ context }) => context())
    .filter(({ view }) => view.all('function').length !== 0);
}
