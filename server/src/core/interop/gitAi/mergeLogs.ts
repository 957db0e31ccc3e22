import { joined, type LineRanges, without } from '../lineRanges.ts';
import type {
  AttestationEntry,
  AuthorshipLog,
  FileAttestation,
  Metadata,
  Records,
} from './authorshipLog.ts';
import { conversationOf } from './key.ts';

/**
 * Two logs of one commit as one: of commits squashed in order, or of git-ai's note and ours, since
 * a commit has one note and the last writer would take the other's away. A line is the second
 * log's where both name it, unless both give it to one conversation: then the first one's key
 * stays. A record, or an unknown field, is the first one's too. Laws: merging a log with itself, or
 * with what was imported from it, changes no line's key.
 */
export function mergeLogs(first: AuthorshipLog, second: AuthorshipLog): AuthorshipLog {
  const paths = new Set([...first.files, ...second.files].map(({ path }) => path));
  const files = [...paths].map((path): FileAttestation => {
    const [old = [], added = []] = [first, second].map((log) =>
      apart(log.files.find((file) => file.path === path)?.entries ?? []),
    );
    return { path, entries: apart([...old, ...added.flatMap((entry) => newIn(entry, old))]) };
  });
  return { files, metadata: mergeMetadata(first.metadata, second.metadata) };
}

/** The entry without the lines that the log before gives to the same conversation. */
function newIn(
  { key, lines }: AttestationEntry,
  old: readonly AttestationEntry[],
): readonly AttestationEntry[] {
  const same = old.filter((entry) => conversationOf(entry.key) === conversationOf(key));
  const left = without(lines, joined(same.flatMap((entry) => entry.lines)));
  return left.length === 0 ? [] : [{ key, lines: left }];
}

/** Entries that name the same lines for the same authors, each key once and each line once. */
function apart(entries: readonly AttestationEntry[]): readonly AttestationEntry[] {
  const byKey = new Map(entries.map(({ key }): [string, LineRanges] => [key, []]));
  let taken: LineRanges = [];
  for (const { key, lines } of entries.toReversed()) {
    const own = without(lines, taken);
    byKey.set(key, joined([...(byKey.get(key) ?? []), ...own]));
    taken = joined([...taken, ...own]);
  }
  return [...byKey].flatMap(([key, lines]) => (lines.length === 0 ? [] : [{ key, lines }]));
}

function mergeMetadata(first: Metadata, second: Metadata): Metadata {
  const { humans: _, sessions: __, ...rest } = { ...second, ...first };
  const humans = mergeRecords(first.humans, second.humans);
  const sessions = mergeRecords(first.sessions, second.sessions);
  return {
    ...rest,
    schema_version: first.schema_version,
    base_commit_sha: first.base_commit_sha,
    prompts: { ...second.prompts, ...first.prompts },
    ...(humans ? { humans } : {}),
    ...(sessions ? { sessions } : {}),
  };
}

function mergeRecords(first?: Records, second?: Records): Records | undefined {
  return first || second ? { ...second, ...first } : undefined;
}
