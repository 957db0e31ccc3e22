import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decodeRecord } from '../../core/records/codec.ts';
import type { Compacted } from '../../core/repository.ts';
import { type SnapshotRecord, textsOf } from '../../core/records/record.ts';
import { type JournalOptions, segmentsIn } from './journalStore.ts';
import { decodeLine } from './line.ts';

/** Snapshots of a path that are always kept (DESIGN 7). */
const KEPT_PER_PATH = 20;
/** Word of other extensions that a path keeps: of texts from long ago nobody asks. */
const DIAGNOSED_PER_PATH = 200;
/** A segment is let alone this long after its last write, whatever became of its writer. */
const SETTLED_MS = 60 * 60 * 1_000;
/** So many segments cost a reader more than joining them does. */
const MANY_SEGMENTS = 256;
/** A hook's process ends right after it wrote; its number may be another's soon after. */
const HOOK_SETTLED_MS = 60 * 1_000;
/** A text that no record names may be about to be named. */
const TEXT_GRACE_MS = 24 * 60 * 60 * 1_000;

export interface CompactOptions {
  /** `<git common dir>/countersign`. */
  readonly root: string;
  readonly nowMs: number;
  /** Then nothing is written; the answer is the same. */
  readonly isDryRun: boolean;
  /** Of these blob ids those that git has as objects: the index, a stash or a commit names them. */
  readonly knownBlobs: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
}

/**
 * Joins the segments of ended writers, and drops snapshots that nothing can ask for again: older
 * than the last 20 of their path, in no git object, behind no review; and old word of other
 * extensions, which tell it again where it still holds. Every other line is kept as
 * it is, kinds we do not know and damaged ones too. A kill at any moment leaves the old segments,
 * or old and new ones; reading a record twice changes nothing.
 */
export async function compactJournal(options: CompactOptions): Promise<Compacted> {
  const { root, nowMs, isDryRun } = options;
  const files = segmentsIn(join(root, 'journal'));
  const ended = files.filter((file) => isEnded(file, nowMs, SETTLED_MS));
  if (ended.length < 2) return NOTHING_COMPACTED;
  const lines = new Map(files.map((file) => [file, linesOf(file)]));
  const dropped = await droppedLines(new Set([...lines.values()].flat()), options);
  const keptOf = (file: string): string[] => {
    const its = lines.get(file) ?? [];
    return ended.includes(file) ? its.filter((line) => !dropped.has(line)) : its;
  };
  const joined = [...byFolder(ended).values()].filter((group) => 1 < group.length).flat();
  const nBefore = joined.flatMap((file) => lines.get(file) ?? []).length;
  const nAfter = joined.flatMap(keptOf).length;
  if (!isDryRun) joinInto(ended, keptOf);
  const nTexts = isDryRun
    ? unnamedTexts(root, nowMs, files.flatMap(keptOf)).length
    : pruneTexts(root, nowMs);
  return { nSegments: joined.length, nRecords: nBefore - nAfter, nTexts };
}

export const NOTHING_COMPACTED: Compacted = { nSegments: 0, nRecords: 0, nTexts: 0 };

/**
 * Joins a worktree's segments of hooks, of which every call leaves one, when there are many. It asks
 * nobody and drops nothing, so that a hook can do it.
 */
export function joinSegments(
  { root, worktree }: Pick<JournalOptions, 'root' | 'worktree'>,
  nowMs: number,
): void {
  const folder = join(root, 'journal', worktree);
  const names = namesIn(folder);
  if (names.length < MANY_SEGMENTS) return;
  const files = names.filter((name) => name.endsWith('.jsonl')).map((name) => join(folder, name));
  joinInto(
    files.sort().filter((file) => isEnded(file, nowMs, HOOK_SETTLED_MS)),
    linesOf,
  );
}

/** One new segment a folder in place of these; written whole before they go. */
function joinInto(files: readonly string[], linesOfFile: (file: string) => string[]): void {
  for (const [folder, group] of byFolder(files)) {
    if (group.length < 2) continue;
    const kept = group.flatMap(linesOfFile);
    const name = `compact-${process.pid}-${randomBytes(4).toString('hex')}.jsonl`;
    const temporary = join(folder, `${name}.tmp`);
    writeFileSync(temporary, kept.map((line) => `${line}\n`).join(''), { flag: 'wx', mode: 0o600 });
    renameSync(temporary, join(folder, name));
    for (const file of group) rmSync(file, { force: true });
  }
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

async function droppedLines(
  lines: ReadonlySet<string>,
  { knownBlobs }: CompactOptions,
): Promise<ReadonlySet<string>> {
  const byPath = new Map<string, { line: string; snapshot: SnapshotRecord }[]>();
  const diagnosed = new Map<string, { line: string; at: string }[]>();
  const reviewed = new Set<string>();
  for (const line of lines) {
    const record = decodeRecord(decodeLine(line));
    if (record?.kind === 'review' && record.subject.blob) reviewed.add(record.subject.blob);
    if (record?.kind === 'diagnosed') {
      const list = diagnosed.get(record.subject.path) ?? [];
      list.push({ line, at: record.at });
      diagnosed.set(record.subject.path, list);
    }
    if (record?.kind !== 'snapshot') continue;
    const list = byPath.get(record.subject.path) ?? [];
    list.push({ line, snapshot: record });
    byPath.set(record.subject.path, list);
  }
  const candidates = [...byPath.values()].flatMap((list) =>
    list
      .sort((a, b) => (a.snapshot.at < b.snapshot.at ? 1 : -1))
      .slice(KEPT_PER_PATH)
      .filter(({ snapshot }) => !reviewed.has(snapshot.subject.blob)),
  );
  const dropped = [...diagnosed.values()]
    .flatMap((list) => list.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(DIAGNOSED_PER_PATH))
    .map(({ line }) => line);
  if (candidates.length === 0) return new Set(dropped);
  const known = await knownBlobs(candidates.map(({ snapshot }) => snapshot.subject.blob));
  const gone = candidates.filter(({ snapshot }) => !known.has(snapshot.subject.blob));
  return new Set([...dropped, ...gone.map(({ line }) => line)]);
}

/** The name of a segment ends in `-<pid>-<random>.jsonl`. */
function isEnded(file: string, nowMs: number, settledMs: number): boolean {
  const pid = Number(/-(\d+)-[0-9a-f]+\.jsonl$/.exec(basename(file))?.[1]);
  if (!Number.isInteger(pid) || nowMs - statSync(file).mtimeMs < settledMs) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

function byFolder(files: readonly string[]): ReadonlyMap<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const folder = dirname(file);
    groups.set(folder, [...(groups.get(folder) ?? []), file]);
  }
  return groups;
}

function pruneTexts(root: string, nowMs: number): number {
  const files = unnamedTexts(root, nowMs, segmentsIn(join(root, 'journal')).flatMap(linesOf));
  for (const file of files) rmSync(file, { force: true });
  return files.length;
}

/** Kept texts that none of these lines names, and that nobody touched lately. */
function unnamedTexts(root: string, nowMs: number, lines: readonly string[]): string[] {
  const named = new Set(
    lines
      .map((line) => decodeRecord(decodeLine(line)))
      .flatMap((record) => (record ? textsOf(record) : [])),
  );
  const texts = join(root, 'texts');
  const files: string[] = [];
  for (const start of namesIn(texts)) {
    for (const rest of namesIn(join(texts, start))) {
      const file = join(texts, start, rest);
      const isOld =
        TEXT_GRACE_MS < nowMs - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? nowMs);
      if (isOld && !named.has(start + rest)) files.push(file);
    }
  }
  return files;
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}
