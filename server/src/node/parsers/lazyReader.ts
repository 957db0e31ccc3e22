import { setFlagsFromString } from 'node:v8';
import type { BlockReader } from '../../core/ports.ts';
import type { Problem } from '../../core/repository.ts';
import { sha256 } from '../git/contentIds.ts';

/** A block reader that loads its parser with the first file: most commits need none. */
export function createLazyReader(
  grammars: string,
  onProblem: (problem: Problem) => void,
): BlockReader {
  let reader: Promise<BlockReader> | undefined;
  const load = async (): Promise<BlockReader> => {
    holdBackOptimizer();
    const { createBlockReader } = await import('./blockReader.ts');
    return createBlockReader({
      grammars,
      sha256,
      onProblem: ({ grammar, message }) =>
        onProblem({
          code: 'no-grammar',
          message: `the grammar ${grammar} could not be loaded (${message}), so its files are read by paragraphs and signed blocks may not be known again. Install Countersign again.`,
        }),
    });
  };
  const loaded = (): Promise<BlockReader> => {
    reader ??= load();
    return reader;
  };
  return Object.freeze({
    read: async (path: string, text: string) => (await loaded()).read(path, text),
    open: async (path: string, text: string) => (await loaded()).open(path, text),
  });
}

/**
 * V8 optimizes a grammar's huge lexer function after a few lines of text, which costs more than
 * parsing a whole commit (measured on Node 20: 80 of 160 ms). Far more text must pass first; the
 * flag is known to these versions and changes nothing but when that happens.
 */
function holdBackOptimizer(): void {
  const major = Number.parseInt(process.versions.node, 10);
  const isKnown = 20 <= major && major <= 24 && process.versions['electron'] === undefined;
  if (isKnown) setFlagsFromString('--wasm-tiering-budget=2000000000');
}
