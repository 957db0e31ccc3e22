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

/**
 * Files by path, with `/`. What is not there, or no readable file of a sensible size, is undefined,
 * false, empty: never an error.
 */
export interface Files {
  read(path: string): string | undefined;
  /** Whether a file or a folder is there. */
  has(path: string): boolean;
  /** Names of what is in a folder. */
  list(folder: string): readonly string[];
}

/** What may be asked of a project around a file. Nothing is run, and no network is reached. */
export interface ProjectFiles {
  /** Its own files as they are judged (the index at a commit, else the disk), relative to the repository's top. */
  readonly own: Files;
  /** What is on this disk, relative to the same top; `../` leads above it, absolute paths are taken. */
  readonly disk: Files;
  /** Absolute folders in which the Python that a shell would start here looks for packages. */
  readonly pythonFolders: readonly string[];
}
