import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { decodeRecord, encodeRecord } from '../../core/records/codec.ts';
import type { JournalRecord } from '../../core/records/record.ts';
import type { JournalStore, Problem } from '../../core/repository.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { sha256Hex } from '../git/contentIds.ts';
import { watchFolders } from './watch.ts';
import { decodeLine, encodeLine } from './line.ts';

export interface JournalOptions {
  /** `<git common dir>/countersign`, or a folder of the extension's outside git. */
  readonly root: string;
  /** The folder one worktree's segments lie in. */
  readonly worktree: string;
  /** What writes, for a segment's name: `lsp`, `cli`. */
  readonly writer: string;
  /** False in an untrusted workspace and in the gate: then nothing is written. */
  readonly mayWrite: boolean;
}

/**
 * The journal on disk: `journal/<worktree>/<writer>.jsonl`, one segment per writing process, so
 * that nobody waits on a lock; texts lie in `texts/ab/<sha256>`. A line counts only with its
 * checksum: a torn last line is dropped and told.
 */
export function createJournalStore({
  root,
  worktree,
  writer,
  mayWrite,
}: JournalOptions): JournalStore & { readonly root: string; close(): void } {
  const journalDir = join(root, 'journal');
  const segmentDir = join(journalDir, worktree);
  const newName = (): string => `${writer}-${process.pid}-${randomBytes(4).toString('hex')}.jsonl`;
  let ownName = newName();
  const readUntil = new Map<string, number>();
  const problems: Problem[] = [];
  const toldUnreadable = new Set<string>();
  let isFirstRead = true;
  let segment: number | undefined;

  const openSegment = (): number => {
    if (segment !== undefined) return segment;
    makeFolder(root, segmentDir);
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_APPEND;
    segment = openSync(join(segmentDir, ownName), flags, 0o600);
    return segment;
  };

  return Object.freeze({
    root,
    readNew(): readonly JournalRecord[] {
      const records: JournalRecord[] = [];
      const tellUnreadable = (place: string): void => {
        if (toldUnreadable.has(place)) return;
        toldUnreadable.add(place);
        problems.push(unreadable(place));
      };
      const readOne = (file: string): boolean => {
        const from = readUntil.get(file) ?? 0;
        const tail = readTail(file, from, tellUnreadable);
        if (typeof tail === 'string') return tail !== 'gone';
        const nRead = readLines(tail, file, records, problems);
        readUntil.set(file, from + nRead);
        // What is cut off when we come may be a crash's; what is cut off later is being written.
        if (isFirstRead && nRead < tail.length) problems.push(torn(file));
        return true;
      };
      // A segment that goes while we read was joined with others into a new one: look again.
      for (let attempt = 0; attempt < 3; attempt++) {
        const found = segmentsIn(journalDir, tellUnreadable).map(readOne);
        if (found.every((isThere) => isThere)) break;
      }
      isFirstRead = false;
      return records.sort((a, b) => (a.at < b.at ? -1 : a.at === b.at ? 0 : 1));
    },
    problems: () => problems,
    append(records: readonly JournalRecord[]): Result<void, Problem> {
      if (!mayWrite) return err(readOnly(root));
      try {
        const fd = openSegment();
        const lines = Buffer.from(
          records.map((record) => encodeLine(encodeRecord(record))).join(''),
        );
        const before = fstatSync(fd).size;
        const written = writeSync(fd, lines);
        if (written !== lines.length) {
          // A full disk can cut a write short. Every reader drops the torn line; what comes next
          // goes to a segment of its own.
          closeSync(fd);
          segment = undefined;
          ownName = newName();
          return err(cannotWrite(root, `only ${written} of ${lines.length} bytes fitted`));
        }
        const file = join(segmentDir, ownName);
        // Our own records are told to whoever appended them, not read again.
        if ((readUntil.get(file) ?? 0) === before) readUntil.set(file, before + lines.length);
        return ok(undefined);
      } catch (error) {
        return err(cannotWrite(root, messageOf(error)));
      }
    },
    keepText(id: string, text: string): Result<void, Problem> {
      if (!mayWrite) return err(readOnly(root));
      const file = textFile(root, id);
      if (isTouched(file)) return ok(undefined);
      const temporary = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
      try {
        makeFolder(root, join(root, 'texts', id.slice(0, 2)));
        const fd = openSync(temporary, 'wx', 0o600);
        try {
          // Goes on until all is written, or throws: a disk may take only a part at first.
          writeFileSync(fd, text);
        } finally {
          closeSync(fd);
        }
        renameSync(temporary, file);
        return ok(undefined);
      } catch (error) {
        removeQuietly(temporary);
        return err(cannotWrite(root, messageOf(error)));
      }
    },
    textOf(id: string): string | undefined {
      if (!/^[0-9a-f]{64}$/.test(id)) return undefined;
      try {
        const text = readFileSync(textFile(root, id), 'utf8');
        if (sha256Hex(text) === id) return text;
        problems.push({
          code: 'text-damaged',
          message: `${textFile(root, id)} is damaged: what was recorded under it is not used.`,
        });
      } catch {
        // Not in this clone, or pruned: the caller says what that means.
      }
      return undefined;
    },
    watch: (listener: () => void) => watchFolders(journalDir, listener),
    close(): void {
      if (segment !== undefined) closeSync(segment);
      segment = undefined;
    },
  });
}

/** True for a text that is there; its time says that it is in use, so that none prunes it. */
function isTouched(file: string): boolean {
  try {
    const now = new Date();
    utimesSync(file, now, now);
    return true;
  } catch {
    return false;
  }
}

export function textFile(root: string, id: string): string {
  return join(root, 'texts', id.slice(0, 2), id.slice(2));
}

/** All segments of all worktrees, also of removed ones. */
export function segmentsIn(
  journalDir: string,
  tellUnreadable: (place: string) => void = () => {},
): string[] {
  const files: string[] = [];
  for (const worktree of namesIn(journalDir, tellUnreadable)) {
    for (const name of namesIn(join(journalDir, worktree), tellUnreadable)) {
      if (name.endsWith('.jsonl')) files.push(join(journalDir, worktree, name));
    }
  }
  return files.sort();
}

/** A folder that is not there has no names; one that may not be read is told. */
function namesIn(dir: string, tellUnreadable: (place: string) => void): string[] {
  try {
    return readdirSync(dir);
  } catch (error) {
    if (!isAbsent(error)) tellUnreadable(dir);
    return [];
  }
}

function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** The bytes from `from` on. */
function readTail(
  file: string,
  from: number,
  tellUnreadable: (place: string) => void,
): Buffer | 'nothing' | 'gone' {
  let fd: number;
  try {
    fd = openSync(file, constants.O_RDONLY);
  } catch (error) {
    if (isAbsent(error)) return 'gone';
    tellUnreadable(file);
    return 'nothing';
  }
  try {
    const size = fstatSync(fd).size;
    if (size <= from) return 'nothing';
    const bytes = Buffer.allocUnsafe(size - from);
    let filled = 0;
    while (filled < bytes.length) {
      const n = readSync(fd, bytes, filled, bytes.length - filled, from + filled);
      if (n === 0) break;
      filled += n;
    }
    return bytes.subarray(0, filled);
  } finally {
    closeSync(fd);
  }
}

/** Reads whole lines; returns how many bytes are done with. A last line without its end waits. */
function readLines(
  bytes: Buffer,
  file: string,
  records: JournalRecord[],
  problems: Problem[],
): number {
  let at = 0;
  for (let end = bytes.indexOf(10, at); 0 <= end; end = bytes.indexOf(10, at)) {
    const line = bytes.toString('utf8', at, end);
    at = end + 1;
    const json = decodeLine(line);
    if (json === undefined) {
      problems.push({
        code: 'journal-line-damaged',
        message: `${file} has a damaged line; that one record is lost, the others are used.`,
      });
      continue;
    }
    const record = decodeRecord(json);
    if (record) records.push(record);
  }
  return at;
}

/**
 * Makes a folder below `root`, and refuses a link in the way: a hostile repository must not make
 * us write elsewhere.
 */
function makeFolder(root: string, dir: string): void {
  mkdirSync(join(root, '..'), { recursive: true });
  let at = root;
  for (const name of ['', ...relative(root, dir).split(sep)]) {
    at = join(at, name);
    const stats = lstatSync(at, { throwIfNoEntry: false });
    if (stats?.isSymbolicLink()) throw new Error(`${at} is a link; it is not followed`);
    // Another writer may make it in the same moment.
    if (!stats) mkdirSync(at, { recursive: true });
  }
}

/** Clean-up after a failure: what cannot be removed must not hide what went wrong. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Its folder is no folder, or may not be written.
  }
}

function cannotWrite(root: string, why: string): Problem {
  return {
    code: 'journal-not-written',
    message: `Countersign could not write to ${root}: ${why}. What happens now is not recorded until that is mended.`,
  };
}

function unreadable(place: string): Problem {
  return {
    code: 'journal-unreadable',
    message: `${place} cannot be read, so what is recorded there is not known: give yourself the right to read it.`,
  };
}

function torn(file: string): Problem {
  return {
    code: 'journal-torn',
    message: `${file} ends in the middle of a line (a crash, or a full disk): that one record is lost, the others are used.`,
  };
}

function readOnly(root: string): Problem {
  return {
    code: 'journal-read-only',
    message: `Nothing is recorded in ${root}: this workspace is not trusted, or this command only reads.`,
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
