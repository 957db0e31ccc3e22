import type { Block, BlockMap } from './blocks/block.ts';
import type { Hit } from './questions/hit.ts';
import type { RuleContext } from './questions/rule.ts';
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

/** Which rules run, by their ids. */
export interface RuleChoice {
  readonly disabled: readonly string[];
  /** Those that are off by default. */
  readonly extra: readonly string[];
}

/** A block to be looked into, with what tells that it is the same as before. */
export interface RuleSubject extends Omit<RuleContext, 'view' | 'before' | 'outline' | 'regexes'> {
  readonly block: Block;
  readonly committed: Block | undefined;
  /** Reads the code; asked only where an answer is not known yet. */
  context(): Omit<RuleContext, 'regexes'> | undefined;
}

/** Runs the rules. Their code is loaded with the first block that needs them. */
export interface RuleRunner {
  /** In text order. A rule that fails is told once, and the others go on. */
  hits(subject: RuleSubject, choice: RuleChoice): readonly Hit[];
}

export interface BlockDocument {
  readonly map: BlockMap;
  /** `replacements` are sequential: each on the result of the one before. */
  update(text: string, replacements: readonly Replacement[]): BlockMap;
  dispose(): void;
}
