import type { Policy } from '../core/policy/policy.ts';
import type { Actor } from '../core/records/record.ts';
import type { Repository } from '../core/repository.ts';
import type { StoodCode } from '../core/evidence/baseline.ts';
import type { BlockReader, TeamRules } from '../core/ports.ts';
import type { Bases } from './bases.ts';
import type { Journal } from './journal.ts';

/** Where one file is at home: its repository, or the extension's storage outside of any. */
export interface Home {
  readonly repository: Repository;
  readonly journal: Journal;
  /** The file's path relative to the repository's top, with `/`. */
  readonly path: string;
  policy(): Policy;
  /** The rules of the repository's team as they are on disk; undefined where there are none. */
  team(): TeamRules | undefined;
  /** Who sits at the keyboard; undefined until git has told, or where it cannot. */
  person(): Actor | undefined;
  /** Texts in commits that the records of these paths refer to; of `always` in HEAD in any case. */
  bases(paths: readonly string[], always: readonly string[]): Promise<Bases>;
  /** What stood in baselines where the file is, under these paths. */
  stood(reader: BlockReader, paths: readonly string[]): Promise<readonly StoodCode[]>;
}
