import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Block, BlockMap } from '../../../server/src/core/blocks/block.ts';
import type { BlockReader } from '../../../server/src/core/ports.ts';
import { createBlockReader } from '../../../server/src/node/parsers/blockReader.ts';
import type { GrammarProblem } from '../../../server/src/node/parsers/grammars.ts';
import { ROOT } from '../../support/golden.ts';

/** Where npm puts the runtime and the grammars. */
export const GRAMMAR_FOLDERS = [
  join(ROOT, 'node_modules/web-tree-sitter'),
  join(ROOT, 'node_modules/@vscode/tree-sitter-wasm/wasm'),
];

export function sha256(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** A reader that fails the test when a grammar cannot be loaded. */
export function createTestReader(): BlockReader {
  const onProblem = ({ grammar, message }: GrammarProblem): void => {
    throw new Error(`${grammar}: ${message}`);
  };
  return createBlockReader({ grammars: GRAMMAR_FOLDERS, sha256, onProblem });
}

/** The only block with a symbol. */
export function blockNamed({ blocks }: BlockMap, symbol: string): Block {
  const [block, ...more] = blocks.filter((each) => each.symbol === symbol);
  if (!block || more.length !== 0) throw new Error(`${more.length + 1} blocks named ${symbol}`);
  return block;
}
