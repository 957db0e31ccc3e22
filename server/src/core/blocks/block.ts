import type { CodeTree } from '../code/readCode.ts';
import type { LineRange, Range } from '../text/range.ts';

/**
 * Version of the hash construction. What it means is frozen by vectors (`test/fixtures/hashVectors`):
 * ledgers name these hashes, so any change of one needs a new version, and readers of both.
 */
export const HASH_VERSION = 1;

/** The symbol of a run of statements between declarations. */
export const TOP_LEVEL = '(top level)';
/** The symbol of a block in a file that no grammar reads. */
export const PARAGRAPH = '(paragraph)';

/**
 * The unit a person verifies. Its bounds depend on the text alone.
 *
 * Laws, over the blocks of one text: sorted by start; any two are nested or disjoint; every
 * non-blank character lies in the `own` of exactly one block.
 */
export interface Block {
  /** `parsePrice`, `PriceParser.parse`, `PriceParser` (a class's own part), `(top level)`, `(paragraph)`. */
  readonly symbol: string;
  /** VS Code's language id; `plaintext` where no grammar is known. */
  readonly language: string;
  /**
   * From the first character (of the doc comment or decorator directly above, if any) to the
   * last, a comment or separator behind it on its last line included.
   */
  readonly range: Range;
  readonly lines: LineRange;
  /** `range` without the ranges of the child blocks, without blank edges; sorted. */
  readonly own: readonly Range[];
  /** Tokens that the block owns: without its child blocks, comments and neutral separators. */
  readonly nTokens: number;
  /** Hash of the exact text of `range`, with LF line ends. */
  readonly textHash: string;
  /** Hash of the block's own tokens and their nesting: the same under any formatting. */
  readonly codeHash: string;
}

/** A piece of a long block that is signed on its own: neighbouring statements, 60 lines or fewer. */
export interface BlockPart {
  readonly range: Range;
  readonly lines: LineRange;
  /** One hash a statement; a header stands for a statement without the statements inside it. */
  readonly hashes: readonly string[];
}

/** The blocks of one version of one text. Hashes are computed when first asked for. */
export interface BlockMap {
  readonly blocks: readonly Block[];
  /** The parse went so wrong that these blocks are not to be trusted: see `faults.ts`. */
  readonly broken: boolean;
  /**
   * Hash of the innermost statements that hold AI lines (0-based), in order; a compound
   * statement gives only its header unless lines inside it are AI too. Undefined when the
   * block holds none.
   */
  aiHash(block: Block, aiLines: ReadonlySet<number>): string | undefined;
  /** The 0-based line each token of the block begins on, without its child blocks' tokens. */
  tokenLines(block: Block): readonly number[];
  /** The parts in which a block is signed; a single one for a block of 120 lines or fewer. */
  partsOf(block: Block): readonly BlockPart[];
  /**
   * The text as code, for rules; undefined where no grammar reads it. To be looked into at once: an
   * open document's tree is gone with the next edit.
   */
  code(): CodeTree | undefined;
  /**
   * Names a place in a block whatever stands elsewhere: a hash of the block's header and of the
   * innermost statement that holds the range, under any formatting.
   */
  placeHash(block: Block, range: Range): string;
}
