import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BlockReader } from '../../../../server/src/core/ports.ts';
import type { Rule } from '../../../../server/src/core/questions/rule.ts';
import { sha256 } from '../../../core/blocks/testReader.ts';
import { type Corpus, packagesOf, type Use } from '../corpora/corpus.ts';
import { packageFolder } from '../corpora/fetchCorpora.ts';
import { corpora } from '../corpora/table.ts';
import type { CorpusFile } from '../filesInTurn.ts';
import { askedOfFile } from './askedOfFile.ts';
import { keyOf, type Label } from './label.ts';

/** The labels whose question the rule still asks, word by word, of the same text. */
export async function standing(
  reader: BlockReader,
  cache: string,
  rule: Rule,
  labels: readonly Label[],
): Promise<readonly Label[]> {
  const asked = new Set<string>();
  for (const file of new Set(labels.map((label) => label.file))) {
    const found = await asksOf(reader, cache, rule, file);
    for (const key of found) asked.add(key);
  }
  return labels.filter((label) => asked.has(keyOf(label)));
}

async function asksOf(
  reader: BlockReader,
  cache: string,
  rule: Rule,
  file: string,
): Promise<readonly string[]> {
  const [language, use] = file.split('/');
  const corpus = corpora.find((one) => one.language === language);
  const each = corpus && placeOf(cache, corpus, use, join(cache, file));
  const asked = each && (await askedOfFile({ reader, cache, corpus, rules: [rule] }, each));
  if (!asked) return [];
  const hash = sha256(asked.text).slice(0, 12);
  return asked.hits.map(({ line, text }) => keyOf({ hash, line, asks: text }));
}

function placeOf(
  cache: string,
  corpus: Corpus,
  named: string | undefined,
  file: string,
): CorpusFile | undefined {
  const uses: readonly Use[] = ['library', 'application', 'release'];
  const use = uses.find((one) => one === named);
  if (!existsSync(file) || use === undefined) return undefined;
  const folder = packagesOf(corpus)
    .filter(([of]) => of === use)
    .map(([, one]) => packageFolder(cache, corpus, use, one))
    .find((one) => file.startsWith(`${one}/`));
  return folder === undefined
    ? undefined
    : { use, folder, file, path: file.slice(folder.length + 1) };
}
