import { createHash } from 'node:crypto';
import type { Node } from 'web-tree-sitter';
import type { BlockMap } from '../../../server/src/core/blocks/block.ts';
import { languageOf } from '../../../server/src/core/blocks/languages/table.ts';
import { hashInput } from '../../../server/src/core/blocks/stream.ts';
import { createGrammars } from '../../../server/src/node/parsers/grammars.ts';
import { createTestReader, GRAMMAR_FOLDERS, sha256 } from '../../core/blocks/testReader.ts';
import type { OracleRow } from '../row.ts';

/** How the product reads the texts of one row. */
export interface Reading {
  blocks(text: string): Promise<BlockMap>;
  /** The code hashes of all blocks in order, as one word: without symbols, they must be enough. */
  codes(text: string): Promise<string>;
  /** Whether the grammar finds no fault in a text. */
  isRead(text: string): boolean;
  /** The tokens of a text with comments, in order, disjoint. */
  tokens(text: string): readonly Token[];
  /** What the grammar could not read, or had to invent (which is empty). */
  faults(text: string): readonly Token[];
}

export interface Token {
  readonly start: number;
  readonly end: number;
}

export async function createReading({ extension, name }: OracleRow): Promise<Reading> {
  const path = `unit${extension}`;
  const reader = createTestReader();
  const grammars = createGrammars(GRAMMAR_FOLDERS, ({ message }) => {
    throw new Error(message);
  });
  const language = languageOf(path);
  const parser = language && (await grammars.parser(language.grammar));
  if (!parser) throw new Error(`No language row reads ${extension} (oracle row ${name})`);
  // Comments alone make blocks too.
  const nothing = sha256(hashInput(language.rules.family, []));
  return Object.freeze({
    blocks: (text: string) => reader.read(path, text),
    async codes(text: string) {
      const { blocks } = await reader.read(path, text);
      const codes = blocks.map(({ codeHash }) => codeHash);
      return digest(codes.filter((code) => code !== nothing).join(' '));
    },
    isRead(text: string) {
      const tree = parser.parse(text);
      const isRead = tree?.rootNode.hasError === false;
      tree?.delete();
      return isRead;
    },
    tokens(text: string) {
      const tree = parser.parse(text);
      if (!tree) return [];
      const tokens = leavesOf(tree.rootNode);
      tree.delete();
      return tokens.filter(({ start, end }) => text.slice(start, end).trim() !== '');
    },
    faults(text: string) {
      const tree = parser.parse(text);
      if (!tree) return [];
      const faults = faultsOf(tree.rootNode);
      tree.delete();
      return faults;
    },
  });
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

function leavesOf(root: Node): readonly Token[] {
  const leaves: Token[] = [];
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.childCount === 0) leaves.push({ start: node.startIndex, end: node.endIndex });
    else open.push(...node.children.toReversed().filter((child) => child !== null));
  }
  return leaves.filter(({ start, end }) => start < end);
}

function faultsOf(root: Node): readonly Token[] {
  const faults: Token[] = [];
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.isError || node.isMissing) faults.push({ start: node.startIndex, end: node.endIndex });
    else open.push(...node.children.filter((child) => child?.hasError === true));
  }
  return faults;
}
