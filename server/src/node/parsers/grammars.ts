import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Parser } from 'web-tree-sitter';

// A `require`, because bundlers then take the package's CommonJS file. Its ES module asks for
// `import.meta.url`, which does not exist in our CommonJS bundles.
const treeSitter: typeof import('web-tree-sitter') = require('web-tree-sitter');

/** A grammar that could not be used, with what the loader said. */
export interface GrammarProblem {
  readonly grammar: string;
  readonly message: string;
}

/** Parsers by grammar, each loaded on first need. */
export interface Grammars {
  /** Undefined when the grammar cannot be loaded; the reason is in `problems`, once. */
  parser(grammar: string): Promise<Parser | undefined>;
  readonly problems: readonly GrammarProblem[];
}

/** `folders` are searched in order for `web-tree-sitter.wasm` and `tree-sitter-<grammar>.wasm`. */
export function createGrammars(
  folders: readonly string[],
  onProblem: (problem: GrammarProblem) => void,
): Grammars {
  const parsers = new Map<string, Promise<Parser | undefined>>();
  const problems: GrammarProblem[] = [];
  const load = async (grammar: string): Promise<Parser | undefined> => {
    try {
      await startRuntime(folders);
      const wasm = await readFirst(folders, `tree-sitter-${grammar}.wasm`);
      const parser = new treeSitter.Parser();
      return parser.setLanguage(await treeSitter.Language.load(wasm));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const problem = { grammar, message };
      problems.push(problem);
      onProblem(problem);
      return undefined;
    }
  };
  return Object.freeze({
    problems,
    parser(grammar: string) {
      const parser = parsers.get(grammar) ?? load(grammar);
      parsers.set(grammar, parser);
      return parser;
    },
  });
}

/** tree-sitter's change of one range; points count LF only and UTF-16 units. */
export function createTreeEdit(
  before: string,
  { start, end, text }: { readonly start: number; readonly end: number; readonly text: string },
): import('web-tree-sitter').Edit {
  const startPosition = pointAt(before, start, { row: 0, column: 0 });
  return new treeSitter.Edit({
    startIndex: start,
    oldEndIndex: end,
    newEndIndex: start + text.length,
    startPosition,
    oldEndPosition: pointAt(before.slice(start, end), end - start, startPosition),
    newEndPosition: pointAt(text, text.length, startPosition),
  });
}

interface Point {
  readonly row: number;
  readonly column: number;
}

/** Where `offset` lies in a text whose first character lies at `from`. */
function pointAt(text: string, offset: number, from: Point): Point {
  let row = from.row;
  let lineStart = -from.column;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    row++;
    lineStart = at + 1;
  }
  return { row, column: offset - lineStart };
}

// The library keeps one runtime for the whole process, whoever starts it; so do we.
let runtime: Promise<void> | undefined;

async function startRuntime(folders: readonly string[]): Promise<void> {
  runtime ??= readFirst(folders, 'web-tree-sitter.wasm').then((wasmBinary) =>
    treeSitter.Parser.init({ wasmBinary }),
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
      return await readFile(path);
    } catch (error) {
      tried.push(error instanceof Error ? error.message : `cannot read ${path}`);
    }
  }
  throw new Error(tried.join('; '));
}
