import { join } from 'node:path';
import { Language, Parser } from 'web-tree-sitter';
import { readPacked } from '../packedFile.ts';

/** A grammar that could not be used, with what was said. */
export interface GrammarProblem {
  readonly grammar: string;
  readonly message: string;
}

/** Parsers by grammar, each loaded on first need. */
export interface Grammars {
  /** Undefined when the grammar cannot be loaded, which is told once. */
  parser(grammar: string): Promise<Parser | undefined>;
}

/** `folders` are searched in order for `web-tree-sitter.wasm` and `tree-sitter-<grammar>.wasm`. */
export function createGrammars(
  folders: readonly string[],
  onProblem: (problem: GrammarProblem) => void,
): Grammars {
  const parsers = new Map<string, Promise<Parser | undefined>>();
  const load = async (grammar: string): Promise<Parser | undefined> => {
    try {
      await startRuntime(folders);
      const wasm = await readFirst(folders, `tree-sitter-${grammar}.wasm`);
      const parser = new Parser();
      return parser.setLanguage(await Language.load(wasm));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      onProblem({ grammar, message });
      return undefined;
    }
  };
  return Object.freeze({
    parser(grammar: string) {
      const parser = parsers.get(grammar) ?? load(grammar);
      parsers.set(grammar, parser);
      return parser;
    },
  });
}

// The library keeps one runtime for the whole process, whoever starts it; so do we.
let runtime: Promise<void> | undefined;

async function startRuntime(folders: readonly string[]): Promise<void> {
  runtime ??= readFirst(folders, 'web-tree-sitter.wasm').then((wasmBinary) =>
    Parser.init({ wasmBinary }),
  );
  try {
    await runtime;
  } catch (error) {
    runtime = undefined;
    throw error;
  }
}

async function readFirst(folders: readonly string[], name: string): Promise<Uint8Array> {
  const tried: string[] = [];
  for (const folder of folders) {
    const path = join(folder, name);
    try {
      return await readPacked(path);
    } catch (error) {
      tried.push(error instanceof Error ? error.message : `cannot read ${path}`);
    }
  }
  throw new Error(tried.join('; '));
}
