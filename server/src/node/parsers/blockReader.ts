import type { Parser, Tree } from 'web-tree-sitter';
import type { Block, BlockMap } from '../../core/blocks/block.ts';
import { hasLostBlock, type MappedText } from '../../core/blocks/faults.ts';
import type { Language } from '../../core/blocks/language.ts';
import { parsedLanguage, readWithoutTree } from '../../core/blocks/readBlocks.ts';
import { readTree, type TreeReading } from '../../core/blocks/readTree.ts';
import { languageOf } from '../../core/blocks/languages/table.ts';
import { blockInFile } from '../../core/notebook/blockInFile.ts';
import { cellPath } from '../../core/notebook/cellPath.ts';
import { isNotebookPath } from '../../core/notebook/notebookPath.ts';
import { readNotebook } from '../../core/notebook/readNotebook.ts';
import type { BlockDocument, BlockReader, Sha256 } from '../../core/ports.ts';
import type { Replacement } from '../../core/text/edit.ts';
import { codeLanguageOf } from '../../core/code/languages/table.ts';
import { type CodeTree, readCode } from '../../core/code/readCode.ts';
import type { SyntaxNode } from '../../core/blocks/syntaxNode.ts';
import { lazily } from '../../core/lazily.ts';
import { createLineIndex } from '../../core/text/lineIndex.ts';
import { createGrammars, type GrammarProblem } from './grammars.ts';
import { applyEdits } from './treeEdits.ts';
import { plainRootOf, rootOf } from './treeNode.ts';

export interface BlockReaderOptions {
  /** The folder (or several, searched in order) with the runtime's and the grammars' wasm files. */
  readonly grammars: string | readonly string[];
  readonly sha256: Sha256;
  /** Told once for each grammar that cannot be loaded; its files are read by paragraphs. */
  readonly onProblem?: (problem: GrammarProblem) => void;
}

/** Reads blocks with tree-sitter's wasm grammars; nothing is loaded before the first file. */
export function createBlockReader(options: BlockReaderOptions): BlockReader {
  const { grammars: folders, sha256, onProblem = () => {} } = options;
  const grammars = createGrammars(typeof folders === 'string' ? [folders] : folders, onProblem);

  /** All blocks of all code cells, where they stand in the file. */
  const readNotebookBlocks = async (path: string, text: string): Promise<BlockMap | undefined> => {
    const notebook = readNotebook(text);
    if (!notebook) return undefined;
    const index = createLineIndex(text);
    const blocks: Block[] = [];
    for (const cell of notebook.cells.filter(({ kind }) => kind === 'code')) {
      const its = cellPath(path, `${cell.position}`, notebook.language);
      const map = await reader.read(its, cell.source);
      blocks.push(...map.blocks.map((block) => blockInFile(block, cell, index)));
    }
    return {
      blocks,
      broken: false,
      aiHash: () => undefined,
      tokenLines: () => [],
      partsOf: () => [],
      code: () => undefined,
      placeHash: (block) => block.textHash,
    };
  };

  const reader: BlockReader = Object.freeze({
    async read(path: string, text: string): Promise<BlockMap> {
      const cells = isNotebookPath(path) ? await readNotebookBlocks(path, text) : undefined;
      if (cells) return cells;
      const language = parsedLanguage(path, text);
      const parser = language && (await grammars.parser(language.grammar));
      const tree = parser?.parse(text);
      if (!language || !parser || !tree) return readWithoutTree(path, text, sha256);
      try {
        const code = codeOfText(text, { language, parser });
        return readTree(text, rootOf(tree), { language, sha256, before: undefined, code }).map;
      } finally {
        tree.delete();
      }
    },
    async open(path: string, text: string): Promise<BlockDocument> {
      const language = languageOf(path);
      const parser = language && (await grammars.parser(language.grammar));
      return parser
        ? new ParsedDocument(path, text, { language, parser, sha256 })
        : new ParagraphDocument(path, text, sha256);
    },
  });
  return reader;
}

class ParagraphDocument implements BlockDocument {
  readonly #path: string;
  readonly #sha256: Sha256;
  map: BlockMap;

  constructor(path: string, text: string, sha256: Sha256) {
    this.#path = path;
    this.#sha256 = sha256;
    this.map = readWithoutTree(path, text, sha256);
  }

  update(text: string): BlockMap {
    this.map = readWithoutTree(this.#path, text, this.#sha256);
    return this.map;
  }

  dispose(): void {}
}

interface Tools {
  readonly language: Language;
  readonly parser: Parser;
  readonly sha256: Sha256;
}

/** Owns one tree, which lies outside the garbage collector's reach. */
class ParsedDocument implements BlockDocument {
  readonly #path: string;
  readonly #tools: Tools;
  #text = '';
  #tree: Tree | undefined;
  #reading: TreeReading | undefined;
  /** The last map that was not broken, for telling what an error swallows. */
  #good: MappedText | undefined;
  #nLossyInARow = 0;
  map: BlockMap;

  constructor(path: string, text: string, tools: Tools) {
    this.#path = path;
    this.#tools = tools;
    this.map = this.#read(text);
  }

  update(text: string, replacements: readonly Replacement[]): BlockMap {
    if (this.#tree) applyEdits(this.#tree, this.#text, text, replacements);
    this.map = this.#read(text);
    return this.map;
  }

  dispose(): void {
    this.#forget();
    this.#good = undefined;
  }

  #read(text: string): BlockMap {
    const { language, parser, sha256 } = this.#tools;
    const old = this.#tree;
    // A text may have grown too long for parsing since the last edit, or back again.
    const tree = parsedLanguage(this.#path, text) ? parse(parser, text, old) : null;
    this.#tree = tree ?? undefined;
    old?.delete();
    if (!tree) {
      this.#forget();
      return readWithoutTree(this.#path, text, sha256);
    }
    this.#text = text;
    const root = rootOf(tree);
    const again = codeOfText(text, { language, parser });
    const before = this.#reading;
    const own = lazily(() => codeOfTree(text, root, language));
    const code = (): CodeTree | undefined => (this.#tree === tree ? own() : again());
    this.#reading = readTree(text, root, { language, sha256, before, code });
    const { map } = this.#reading;
    if (!map.broken && tree.rootNode.hasError && this.#isLossy({ map, text })) {
      return { ...map, broken: true };
    }
    if (!map.broken) this.#good = { map, text };
    return map;
  }

  /** An error that stays is lived with: then what seemed lost was changed on purpose. */
  #isLossy(now: MappedText): boolean {
    const isLossy = this.#good !== undefined && hasLostBlock(this.#good, now);
    this.#nLossyInARow = isLossy ? this.#nLossyInARow + 1 : 0;
    return isLossy && this.#nLossyInARow <= maxLossyInARow;
  }

  #forget(): void {
    this.#tree?.delete();
    this.#tree = undefined;
    this.#reading = undefined;
  }
}

/** Edits in a row for which blocks may seem lost. */
const maxLossyInARow = 20;

function codeOfTree(text: string, root: SyntaxNode, { id }: Language): CodeTree | undefined {
  const language = codeLanguageOf(id);
  return language && readCode(text, root, language);
}

/** Parses a text for its code when that is first asked for: few texts are. */
function codeOfText(
  text: string,
  { language, parser }: Omit<Tools, 'sha256'>,
): () => CodeTree | undefined {
  let known: { readonly code: CodeTree | undefined } | undefined;
  return () => {
    if (known) return known.code;
    const tree = parser.parse(text);
    try {
      known = { code: tree ? codeOfTree(text, plainRootOf(tree), language) : undefined };
    } finally {
      tree?.delete();
    }
    return known.code;
  };
}

/** Up to this length a text can be parsed anew within a keystroke. */
const maxFreshLength = 1 << 16;

/**
 * Without syntax errors, parsing from an old tree gives what parsing anew gives. An error may be
 * mended otherwise, so then a short text is parsed anew; a longer one keeps the difference.
 */
function parse(parser: Parser, text: string, old: Tree | undefined): Tree | null {
  const tree = parser.parse(text, old);
  if (!old || !tree?.rootNode.hasError || maxFreshLength < text.length) return tree;
  tree.delete();
  return parser.parse(text);
}
