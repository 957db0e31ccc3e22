import type { Cut } from './attribution/moved.ts';
import type { LedgerKey, LedgerKeys } from './ledger/keys.ts';
import type { ProjectFiles, Sha256 } from './ports.ts';
import type { JournalRecord } from './records/record.ts';
import type { Result } from './result.ts';

/** A sentence for a person: what happened, where, what to do next. */
export interface Problem {
  readonly code: string;
  readonly message: string;
}

/** The journal of one repository: every segment is read, one is written. */
export interface JournalStore {
  /** Records that came since the last call, oldest first; all of them at the first. */
  readNew(): readonly JournalRecord[];
  /** What was dropped while reading (torn lines, unknown versions), once each. */
  problems(): readonly Problem[];
  /** Returns once the records and the texts they name are on disk. */
  append(records: readonly JournalRecord[]): Result<void, Problem>;
  /** Keeps a text under its SHA-256 (hex of its UTF-8 form), for records to name. */
  keepText(id: string, text: string): Result<void, Problem>;
  /** Calls back after another writer may have added records. */
  watch(listener: () => void): { close(): void };
  /** A kept text; undefined when this clone does not have it, or has it damaged. */
  textOf(id: string): string | undefined;
}

/** Names of contents, as this repository makes them. */
export interface ContentIds {
  readonly sha256: Sha256;
  /** Names a text in the journal's store: SHA-256 of its UTF-8 form, 64 hex digits. */
  textId(text: string): string;
  /** The id git would give this text as a blob at this path (LF and CRLF as configured). */
  blobId(path: string, text: string): string;
  blobIdOfBytes(bytes: Uint8Array): string;
}

/** One file that a commit would change, by the ids of its blobs. */
export interface StagedFile {
  readonly path: string;
  /** The path in HEAD when git sees a rename or copy. */
  readonly oldPath: string;
  /** Undefined for an added file. */
  readonly oldBlob: string | undefined;
  readonly newBlob: string;
}

/** Reads of one git repository; a fixed number of processes for any number of files. */
export interface GitReader {
  /** Files whose content the index has otherwise than HEAD; deletions, links, submodules left out. */
  stagedFiles(): Promise<Result<readonly StagedFile[], Problem>>;
  /** Contents by object name (`<id>`, `HEAD:<path>`, `:<path>`); a missing one is left out. */
  readObjects(names: readonly string[]): Promise<Result<ReadonlyMap<string, Uint8Array>, Problem>>;
  /** Of these object ids those that the repository has. */
  knownObjects(ids: readonly string[]): Promise<Result<ReadonlySet<string>, Problem>>;
  /** Tracked files at the top whose name ends so (for `*.code-workspace`). */
  trackedTopFiles(suffix: string): Promise<Result<readonly string[], Problem>>;
  /** All files git tracks. */
  trackedFiles(): Promise<Result<readonly string[], Problem>>;
  /** Files that differ from HEAD, in the index or on disk, and those git does not track; no ignored ones. */
  changedFiles(): Promise<Result<readonly string[], Problem>>;
  /** What of the history this clone leaves out by intent, without a process. */
  lacks(): 'shallow' | 'partial' | undefined;
  /** Files that a commit has under another name than a tree: the tree's name by the commit's. */
  renames(tree: string, commit: string): Promise<Result<ReadonlyMap<string, string>, Problem>>;
  /** The object a ref names, without a process. */
  ref(name: string): string | undefined;
  /** The notes on commits under a ref of another tool's. */
  notesOnCommits(ref: string): Promise<Result<readonly ForeignNote[], Problem>>;
  /** The commits that branches and HEAD name, each once. */
  heads(): Promise<Result<readonly string[], Problem>>;
  /** Files of all commits that these heads reach and the known ones do not, and that are not older. */
  filesOfCommits(
    heads: readonly string[],
    known: readonly string[],
    since?: string,
  ): Promise<Result<readonly CommittedFile[], Problem>>;
  /** The same commits one by one with what each brought, newest first; one process. */
  commits(
    heads: readonly string[],
    known: readonly string[],
    since?: string,
  ): Promise<Result<readonly Commit[], Problem>>;
  /** The newest commits that changed a path, as far as `nAsked`, newest first. */
  commitsAt(path: string, nAsked: number): Promise<Result<readonly CommitName[], Problem>>;
  /** The commits that revisions name (`HEAD`, `main~2`, ids cut short); others are left out. */
  commitsNamed(
    revisions: readonly string[],
  ): Promise<Result<ReadonlyMap<string, CommitName>, Problem>>;
  /** The commit of the branch that the one at hand follows; undefined where it follows none. */
  upstream(): Promise<string | undefined>;
  /** Of these ids those that any ref of the team's, a reflog or an index reaches. */
  reachable(ids: ReadonlySet<string>): Promise<Result<ReadonlySet<string>, Problem>>;
  /** Files of all commits that any ref or reflog reaches. */
  filesOfAll(): Promise<Result<readonly CommittedFile[], Problem>>;
  /** So many of the newest commits that any ref reaches, the ledger's own among them. */
  recentCommits(nAsked: number): Promise<Result<readonly DatedCommit[], Problem>>;
  /** Commits of all branches that gave this path a content, newest first; of a long history the newest. */
  commitsOf(path: string): Promise<Result<readonly PathCommit[], Problem>>;
  /** The remote of the branch at hand, else `origin`, else the only one; undefined without any. */
  defaultRemote(): Promise<string | undefined>;
  /** `user.name` and `user.email`; undefined where git has none. */
  identity(): Promise<Identity | undefined>;
}

/** A commit by its date. */
export interface DatedCommit {
  readonly commit: string;
  /** ISO 8601, as its committer's clock and zone had it. */
  readonly at: string;
  readonly by: string;
}

/** The person git knows. */
export interface Identity {
  readonly name: string;
  readonly email: string;
}

/** Whose hand a commit of ours names. */
export interface Signature extends Identity {
  /** Since the epoch. */
  readonly seconds: number;
}

/** The shared records of one repository, in git's own store. */
export interface LedgerStore {
  /** The commit that holds it now; undefined where there is none yet. */
  tip(): string | undefined;
  /** Entries by key; one that is not there is left out. One process, none without a ledger. */
  read(keys: readonly LedgerKey[]): Promise<Result<ReadonlyMap<LedgerKey, string>, Problem>>;
  /** The same for an e-mail address and for the hash that stands for it. */
  personOf(id: string): string;
  /** Every entry. Two processes, and as much memory as the ledger is large. */
  readAll(): Promise<Result<ReadonlyMap<LedgerKey, string>, Problem>>;
  /** The names of all entries. One process. */
  list(): Promise<Result<readonly LedgerKey[], Problem>>;
  /** Makes entries these texts, an empty one goes; false when the ledger is not at `from` any more. */
  replace(
    from: string,
    entries: ReadonlyMap<LedgerKey, string>,
    by: Signature,
  ): Promise<Result<boolean, Problem>>;
  /** Lets the copies go of remotes that this clone has no more; answers their refs. */
  forgetRemotes(isDryRun: boolean): Promise<Result<readonly string[], Problem>>;
  /** Adds lines to entries; false when all were there. Loses nothing to other writers. */
  add(entries: ReadonlyMap<LedgerKey, string>, by: Signature): Promise<Result<boolean, Problem>>;
  /**
   * Puts back what `git notes prune`, or another hand, took out since we last wrote, and joins what
   * `git fetch` brought.
   */
  mend(by: Signature): Promise<Result<boolean, Problem>>;
  /** Fetches a remote's ledger, joins both, pushes the result if it may. It reaches the network. */
  sync(
    remote: string,
    by: Signature,
    options: { readonly mayPush: boolean },
  ): Promise<Result<Synced, Problem>>;
  /** Whether any remote's ledger was ever fetched. */
  hasCopies(): boolean;
  /** What a remote's ledger was when it was last fetched or pushed; undefined before that. */
  sharedWith(remote: string): string | undefined;
  /** Heads whose commits have been looked through. */
  promoted(): readonly string[];
  setPromoted(heads: readonly string[]): void;
}

/** What a signature is worth. `why` is the words of what checked it. */
export type Trust =
  | { readonly kind: 'good' }
  | { readonly kind: 'bad'; readonly why: string }
  /** It cannot be checked here. */
  | { readonly kind: 'unknown'; readonly why: string };

/** The person's own signature, by the key git's configuration names. */
export interface Signatures {
  /**
   * Undefined where git's configuration asks for none and it is not required. It may ask the person
   * (a passphrase, a touch).
   */
  sign(text: string, isRequired?: boolean): Promise<Result<string | undefined, Problem>>;
  /** `signer` is an e-mail address; `at` an ISO instant: the key must have held then. */
  check(text: string, signature: string, by: Signer): Promise<Trust>;
}

export interface Signer {
  readonly signer: string;
  readonly at: string;
}

/** What a sync did. */
export interface Synced {
  /** Entries that the remote had otherwise. */
  readonly nTaken: number;
  /** Names in the remote's ref that are no entries. */
  readonly nRefused: number;
  readonly isPushed: boolean;
}

/** What another tool wrote on a commit. */
export interface ForeignNote {
  readonly commit: string;
  /** The id of the note itself. */
  readonly blob: string;
  /** When the commit was made, ISO 8601 in UTC. */
  readonly at: string;
  readonly text: string;
}

/** A file that some commit brought, with what stood there in the commit's parents. */
export interface CommittedFile {
  readonly path: string;
  readonly blob: string;
  /** Paths and blobs in the parents; none for an added file. */
  readonly before: readonly { readonly path: string; readonly blob: string }[];
}

/** A commit by name. */
export interface CommitName {
  readonly commit: string;
  /** What it holds. */
  readonly tree: string;
  /** When it was made, ISO 8601 in UTC. */
  readonly at: string;
  readonly parents: readonly string[];
}

/** A commit with what it brought. */
export interface Commit extends CommitName {
  readonly message: string;
  /** Files it has otherwise than a parent, one list for each parent that it differs from. */
  readonly changes: readonly (readonly StagedFile[])[];
}

/**
 * The notes that the Git AI Standard hangs on commits, as far as this clone writes them. Law: a note
 * that this clone did not write is never replaced, nor taken away.
 */
export interface GitAiNotes {
  /** Whether this clone wrote a note, by the id of its blob. */
  isOurs(blob: string): boolean;
  /** Why git-ai itself seems to be at work here, as a person knows it; undefined where it is not. */
  otherWriter(): Promise<string | undefined>;
  /** Hangs a text on each commit, or takes ours away. */
  write(
    notes: ReadonlyMap<string, string | undefined>,
    by: Signature,
  ): Promise<Result<Hung, Problem>>;
}

/** How notes were hung. */
export interface Hung {
  readonly nNotes: number;
  /** The state of all notes before, where nothing but ours is otherwise after it. */
  readonly from: string | undefined;
  readonly tip: string | undefined;
}

/** A commit, and the content it gave one path. */
export interface PathCommit {
  readonly commit: string;
  /** The first line of its message. */
  readonly subject: string;
  readonly blob: string;
}

/** What hooks saw before an agent's call, until the call is over. Values are plain JSON. */
export interface CallStore {
  keep(call: string, seen: unknown): void;
  /** What was kept for a call, once; undefined when nothing was. */
  take(call: string): unknown;
}

/** Where cuts and copies of other windows are found, and ours by them. */
export interface MoveStore {
  save(cut: Cut): void;
  /** The newest first; an unreadable one is left out. */
  load(): readonly Cut[];
}

/** Files of the work tree. Paths are relative to the top, with `/`. */
export interface WorkTree {
  /** Bytes, or undefined when it is no readable file inside the work tree. */
  read(path: string): Uint8Array | undefined;
  /** Names of the files in the top folder. */
  topFiles(): readonly string[];
}

/** Where the parts of one repository lie. All absolute. */
export interface RepositoryPlace {
  readonly topLevel: string;
  readonly gitDir: string;
  readonly commonDir: string;
  /** `main`, or the name git gives a linked worktree. */
  readonly worktree: string;
}

/** One repository as this clone alone has it: all that an agent's hook needs. */
export interface LocalRepository {
  readonly place: RepositoryPlace;
  readonly journal: JournalStore;
  readonly ids: ContentIds;
  readonly git: GitReader;
  readonly files: WorkTree;
  /** The commit HEAD names, undefined before the first. */
  headCommit(): string | undefined;
}

export interface Repository extends LocalRepository {
  /** The project as the disk has it, read a moment ago at the most: ask again for each judgment. */
  projectFiles(): ProjectFiles;
  readonly ledger: LedgerStore;
  readonly keys: LedgerKeys;
  readonly signatures: Signatures;
  readonly gitAiNotes: GitAiNotes;
  /** Joins old journal segments and drops what nothing can ask for again; never needed, never urgent. */
  compactJournal(isDryRun?: boolean): Promise<Compacted>;
}

/** What a compaction of the journal freed, or would. */
export interface Compacted {
  /** Segments that were joined with others. */
  readonly nSegments: number;
  readonly nRecords: number;
  readonly nTexts: number;
}

export interface Clock {
  /** ISO 8601 in UTC, strictly rising within one process. */
  now(): string;
  /** Milliseconds that never run back, for waiting. */
  ms(): number;
}

export interface Timers {
  /** Calls back once after so many milliseconds, unless cancelled. */
  after(ms: number, callback: () => void): { cancel(): void };
}
