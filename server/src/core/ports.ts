import type { Block, BlockMap } from './blocks/block.ts';
import type { Hit } from './questions/hit.ts';
import type { Project } from './questions/project.ts';
import type { FileContext, RuleContext } from './questions/rule.ts';
import type { RuleFile, RuleFileProblem } from './questions/team/teamRule.ts';
import type { Problem } from './repository.ts';
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
export interface RuleSubject
  extends Omit<RuleContext, 'view' | 'before' | 'outline' | 'project' | 'regexes'> {
  readonly block: Block;
  readonly committed: Block | undefined;
  /** The project around the file, for rules that ask for it; undefined where nobody looks. */
  readonly files: ProjectFiles | undefined;
  /** Reads the code; asked only where an answer is not known yet. */
  context(project: Project | undefined): Omit<RuleContext, 'regexes'> | undefined;
}

/** Runs the rules. Their code is loaded with the first block that needs them. */
export interface RuleRunner {
  /** In text order. A rule that fails is told once, and the others go on. */
  hits(subject: RuleSubject, choice: RuleChoice): readonly Hit[];
  /** The same in a manifest, or a part of one. */
  hitsInFile(file: FileContext, choice: RuleChoice): readonly Hit[];
  /**
   * Waits for what could not be told at once; undefined where nothing is open. Never rejects. Left
   * out where all is told at once.
   */
  settled?(): Promise<void> | undefined;
}

/** A team's own rules. They are run apart from everything else, each within a bounded time. */
export interface TeamRules {
  /** What they find in a text, in its order; none where no rule is for such a file. Never rejects. */
  hits(path: string, text: string): Promise<readonly Hit[]>;
  /** What is wrong with the rules' files, by file and line: also what is known only when they run. */
  check(): Promise<readonly RuleFileProblem[]>;
  /** Why a rule asks, as Markdown; undefined for one that is not theirs. */
  page(id: string): string | undefined;
}

/** Takes rule files for the rules they hold; undefined where there are none. */
export type ReadTeamRules = (
  files: readonly RuleFile[],
  onProblem: (problem: Problem) => void,
) => TeamRules | undefined;

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
