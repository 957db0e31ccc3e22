import type { CommitName, Problem, Repository } from '../../core/repository.ts';
import type { Result } from '../../core/result.ts';
import type { ImportedText } from '../ledger/importGitAi.ts';

/** A text of a commit with what a file from outside says of its lines. */
export interface FoundText extends ImportedText {
  readonly commit: CommitName;
}

export interface Found {
  readonly texts: readonly FoundText[];
  /** What claims nothing, and why; a sentence each. */
  readonly told: readonly string[];
}

export interface ImportOptions {
  /** The revision a person named, for what names none itself. */
  readonly revision: string | undefined;
}

/** One row of the table of what can be imported. */
export interface ImportKind {
  /** As it is typed behind `--as`. */
  readonly name: string;
  /** What such a file is, in a few words. */
  readonly what: string;
  /** Whether a text looks like one. Law: no text looks like two kinds. */
  recognizes(text: string): boolean;
  /** Finds the texts it speaks of, in this repository; nothing is written. */
  find(
    repository: Repository,
    text: string,
    options: ImportOptions,
  ): Promise<Result<Found, Problem>>;
}

export function noSuchRevision(revision: string): Problem {
  return {
    code: 'no-commit',
    message: `${JSON.stringify(revision)} names no commit of this repository: \`git log --oneline\` lists some.`,
  };
}
