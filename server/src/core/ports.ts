import type { BlockMap } from './blocks/block.ts';
import type { Replacement } from './text/edit.ts';

/** SHA-256 of the UTF-8 form of a text, as `sha256:<64 hex digits>`. */
export type Sha256 = (text: string) => string;

/** Cuts texts into blocks; grammars load on first need. */
export interface BlockReader {
  read(path: string, text: string): Promise<BlockMap>;
  /** Files of such paths will be read soon: what they need may be loaded while the caller waits. */
  prepare?(paths: readonly string[]): void;
  /** Keeps one document's tree between edits. */
  open(path: string, text: string): Promise<BlockDocument>;
}

export interface BlockDocument {
  readonly map: BlockMap;
  /** `replacements` are sequential: each on the result of the one before. */
  update(text: string, replacements: readonly Replacement[]): BlockMap;
  dispose(): void;
}
