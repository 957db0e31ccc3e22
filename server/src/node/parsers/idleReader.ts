import type { BlockMap } from '../../core/blocks/block.ts';
import { languageOf } from '../../core/blocks/languages/table.ts';
import { createIdleWatch, type IdleOptions } from '../../core/idle.ts';
import type { BlockDocument, BlockReader } from '../../core/ports.ts';
import type { Replacement } from '../../core/text/edit.ts';
import type { BlockReaderOptions } from './blockReader.ts';
import type { GrammarProblem } from './grammars.ts';

export interface IdleReaderOptions extends BlockReaderOptions, IdleOptions {
  /** Loads the parser's code anew at each call: what one call brought shares nothing with another. */
  readonly load: () => typeof import('./blockReader.ts');
}

/** A reader that lets go of grammars. */
export interface IdleReader extends BlockReader {
  /** Grammars that are held now, by name. */
  held(): readonly string[];
}

interface Held {
  readonly reader: BlockReader;
  /** Documents that are open, and reads under way. */
  nUses: number;
  used(): void;
}

/**
 * Reads each grammar's files with a parser of its own, and lets go of one that no open document needs
 * and nobody used for a while. The memory of WebAssembly never shrinks, and grammars share that of
 * their parser: only without anything of a parser left does it become free.
 */
export function createIdleReader(options: IdleReaderOptions): IdleReader {
  const { load, onProblem = () => {} } = options;
  const all = new Map<string, Held>();
  const told = new Set<string>();
  const tellOnce = (problem: GrammarProblem): void => {
    if (!told.has(problem.grammar)) onProblem(problem);
    told.add(problem.grammar);
  };
  const hold = (path: string): Held => {
    const name = languageOf(path)?.grammar ?? NO_GRAMMAR;
    const known = all.get(name);
    if (known) return known;
    const { used } = createIdleWatch(options, () => {
      if (all.get(name)?.nUses === 0) all.delete(name);
    });
    const reader = load().createBlockReader({ ...options, onProblem: tellOnce });
    const held = { reader, nUses: 0, used };
    all.set(name, held);
    return held;
  };
  const done = (held: Held): void => {
    held.nUses--;
    held.used();
  };
  return Object.freeze({
    held: () => [...all.keys()].filter((name) => name !== NO_GRAMMAR),
    async read(path: string, text: string): Promise<BlockMap> {
      const held = hold(path);
      held.nUses++;
      try {
        return await held.reader.read(path, text);
      } finally {
        done(held);
      }
    },
    async open(path: string, text: string): Promise<BlockDocument> {
      const held = hold(path);
      held.nUses++;
      try {
        const document = await held.reader.open(path, text);
        return heldDocument(document, () => done(held));
      } catch (error) {
        done(held);
        throw error;
      }
    },
  });
}

/** Files without a grammar, and notebooks, whose cells have theirs. */
const NO_GRAMMAR = '';

function heldDocument(document: BlockDocument, done: () => void): BlockDocument {
  let isOpen = true;
  return Object.freeze({
    get map(): BlockMap {
      return document.map;
    },
    update: (text: string, replacements: readonly Replacement[]) =>
      document.update(text, replacements),
    dispose(): void {
      document.dispose();
      if (isOpen) done();
      isOpen = false;
    },
  });
}
