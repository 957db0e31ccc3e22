import { readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import type { Random } from '../../oracle/engine/random.ts';
import { filesBelow } from '../../oracle/engine/tools.ts';
import { type Corpus, packagesOf, type Use } from './corpora/corpus.ts';
import { packageFolder } from './corpora/fetchCorpora.ts';

/** A file of a fetched package. */
export interface CorpusFile {
  readonly use: Use;
  /** The package's own folder. */
  readonly folder: string;
  /** Below that folder, with `/`. */
  readonly path: string;
  readonly file: string;
}

/**
 * Files of a corpus from its packages in turn, each package's in random order, so that a large package
 * weighs as much as a small one.
 */
export function* filesInTurn(
  cache: string,
  corpus: Corpus,
  uses: readonly Use[],
  random: Random,
): Iterable<CorpusFile> {
  let piles = packagesOf(corpus)
    .filter(([use]) => uses.includes(use))
    .map(([use, one]) => {
      const folder = packageFolder(cache, corpus, use, one);
      const files = filesBelow(
        [folder],
        (path) => !path.endsWith('.hash') && statSync(path).isFile(),
      );
      return { use, folder, files: [...random.sample(files, files.length)] };
    });
  while (piles.length !== 0) {
    for (const { use, folder, files } of piles) {
      const file = files.pop();
      if (file === undefined) continue;
      yield { use, folder, file, path: relative(folder, file).replaceAll('\\', '/') };
    }
    piles = piles.filter(({ files }) => files.length !== 0);
  }
}

/** Its text, as UTF-8. */
export function textOf({ file }: CorpusFile): string {
  return readFileSync(file, 'utf8');
}
