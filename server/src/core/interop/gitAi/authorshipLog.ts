import type { JsonObject } from '../../agentEvents/fields.ts';
import type { LineRange } from '../../text/range.ts';

/** The version of the Git AI Standard that is read and written. */
export const SCHEMA_VERSION = 'authorship/3.0.0';

/** The ref that the standard names; one note on a commit. */
export const NOTES_REF = 'refs/notes/ai';

/**
 * What the Git AI Standard says of one commit: which lines that it added are whose. Line numbers
 * are those of the commit's own version of each file.
 */
export interface AuthorshipLog {
  readonly files: readonly FileAttestation[];
  readonly metadata: Metadata;
}

/** Law: in a list of files each path stands once, and each file has an entry. */
export interface FileAttestation {
  /** Relative to the repository's top, with `/`; plain UTF-8, never escaped. */
  readonly path: string;
  /** Where two entries name one line, the later one holds. */
  readonly entries: readonly AttestationEntry[];
}

export interface AttestationEntry {
  /** Names a record of the metadata; `key.ts` takes it apart. */
  readonly key: string;
  /** In rising order, apart from each other; touching ranges stay as they were written. */
  readonly lines: readonly LineRange[];
}

/** Records by their id, as they stand in the note; `author.ts` reads one. */
export type Records = JsonObject;

/** The JSON part of a note. Fields that are not named here are kept as they stand. */
export interface Metadata extends JsonObject {
  readonly schema_version: string;
  /** Told by whoever wrote the note. Nothing here believes it: the commit is the one it hangs on. */
  readonly base_commit_sha: string;
  readonly prompts: Records;
  readonly humans?: Records;
  readonly sessions?: Records;
}
