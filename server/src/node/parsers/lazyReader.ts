import { languageOf } from '../../core/blocks/languages/table.ts';
import type { BlockReader } from '../../core/ports.ts';
import type { Problem } from '../../core/repository.ts';
import { sha256 } from '../git/contentIds.ts';

export interface LazyReaderOptions {
  /** The folder of the grammars' wasm files. */
  readonly grammars: string;
  readonly onProblem: (problem: Problem) => void;
  /** Loads the parser's code. */
  readonly load: () => typeof import('./blockReader.ts');
}

/** A block reader that loads its parser with the first file: most commits need none. */
export function createLazyReader({ grammars, onProblem, load }: LazyReaderOptions): BlockReader {
  let reader: BlockReader | undefined;
  const loaded = (): BlockReader => {
    if (reader) return reader;
    reader = load().createBlockReader({
      grammars,
      sha256,
      onProblem: ({ grammar, message }) =>
        onProblem({
          code: 'no-grammar',
          message: `the grammar ${grammar} could not be loaded (${message}), so its files are read by paragraphs and signed blocks may not be known again. Install Countersign again.`,
        }),
    });
    return reader;
  };
  /** An empty text is read in no time, once its grammar is there. What fails is told by `read`. */
  const warm = async (path: string): Promise<void> => {
    try {
      await loaded().read(path, '');
    } catch {
      // The same will happen again, to who needs the answer.
    }
  };
  return Object.freeze({
    prepare(paths: readonly string[]): void {
      const ofEachGrammar = new Map(paths.map((path) => [languageOf(path)?.grammar, path]));
      for (const path of ofEachGrammar.values()) void warm(path);
    },
    read: (path: string, text: string) => loaded().read(path, text),
    open: (path: string, text: string) => loaded().open(path, text),
  });
}
