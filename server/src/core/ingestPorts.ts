import type { CallStore, Clock, Problem, LocalRepository } from './repository.ts';
import type { Result } from './result.ts';

/** A repository as a hook meets it. */
export interface IngestHome {
  readonly repository: LocalRepository;
  readonly calls: CallStore;
}

/** Where a file is at home. */
export interface LocatedFile extends IngestHome {
  /** Relative to the repository's top, with `/`. */
  readonly path: string;
}

export interface IngestPorts {
  readonly clock: Clock;
  /** Finds a file that an agent named; refuses what lies where the agent has no business. */
  locate(path: string, cwd: string | undefined): Result<LocatedFile, Problem>;
  /** The repository of the folder an agent works in, or of the hook's own. */
  homeOf(cwd: string | undefined): IngestHome | undefined;
  /** After everything was appended: keeps the journal quick to read. Never urgent. */
  tidy(): void;
}
