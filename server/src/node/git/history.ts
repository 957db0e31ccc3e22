import type { Commit, CommitName, Problem, StagedFile } from '../../core/repository.ts';
import { err, ok, type Result } from '../../core/result.ts';

/** One line a commit, for `commitName`. */
export const NAMES_FORMAT = '%H %T %ct %P';

export function commitName(line: string): CommitName {
  const [commit = '', tree = '', seconds, ...parents] = line
    .split(' ')
    .filter((word) => word !== '');
  return { commit, tree, at: instantOf(seconds), parents };
}

function instantOf(seconds: string | undefined): string {
  return new Date(Number(seconds) * 1_000).toISOString();
}

/** The commits that `git cat-file --batch` answers to revisions; what is no commit is left out. */
export function parseNamed(
  revisions: readonly string[],
  output: Buffer,
): ReadonlyMap<string, CommitName> {
  const commits = new Map<string, CommitName>();
  let at = 0;
  for (const revision of revisions) {
    const lineEnd = output.indexOf(10, at);
    if (lineEnd < 0) break;
    const [commit = '', kind, size] = output.toString('utf8', at, lineEnd).split(' ');
    at = lineEnd + 1;
    if (!/^[0-9a-f]{40,64}$/.test(commit) || !/^\d+$/.test(size ?? '')) continue;
    const text = output.toString('utf8', at, at + Number(size));
    at += Number(size) + 1;
    const [head = ''] = text.split('\n\n');
    const tree = /^tree (\w+)$/m.exec(head)?.[1];
    const seconds = /^committer .*> (\d+) [-+]\d+$/m.exec(head)?.[1];
    if (kind !== 'commit' || tree === undefined || seconds === undefined) continue;
    const parents = [...head.matchAll(/^parent (\w+)$/gm)].map(([, parent = '']) => parent);
    commits.set(revision, { commit, tree, at: instantOf(seconds), parents });
  }
  return commits;
}

/**
 * What `git log` walks commits with; revisions come on its input. A person's settings could leave
 * out the first commit's files, or show merges against one parent alone.
 */
export function walkArguments(since: string | undefined): readonly string[] {
  return [
    ...[
      '-c',
      'log.showRoot=true',
      '-c',
      'log.diffMerges=separate',
      '-c',
      'log.showSignature=false',
    ],
    ...['log', '--stdin', '--ignore-missing', '--raw', '-z', '-m', '-M', '--no-abbrev'],
    ...(since === undefined ? [] : [`--since=${since}`]),
    ...['--no-ext-diff', '--no-textconv', '--no-notes', '--encoding=UTF-8'],
    `--format=${NAMES_FORMAT}%x00%B`,
  ];
}

/** `<ids>\0<message>\0`, then its changes; a merge stands once for each parent it differs from. */
export function parseWalk(output: Buffer): Result<readonly Commit[], Problem> {
  const fields = output.toString('utf8').split('\0');
  const commits = new Map<string, Commit & { readonly changes: (readonly StagedFile[])[] }>();
  for (let i = 0; i + 1 < fields.length; ) {
    const line = fields[i++] ?? '';
    const name = commitName(line);
    const message = fields[i++] ?? '';
    const files: StagedFile[] = [];
    while (/^\n?:/.test(fields[i] ?? '')) {
      const change = changeAt(fields, i);
      if (!change.ok) return change;
      i = change.value.next;
      if (change.value.file) files.push(change.value.file);
    }
    const commit = commits.get(name.commit) ?? { ...name, message, changes: [] };
    commits.set(name.commit, commit);
    commit.changes.push(files);
  }
  return ok([...commits.values()]);
}

/** The same lines of one diff. */
export function parseRawDiff(output: Buffer): Result<readonly StagedFile[], Problem> {
  const fields = output.toString('utf8').split('\0');
  const files: StagedFile[] = [];
  for (let i = 0; i < fields.length - 1; ) {
    const change = changeAt(fields, i);
    if (!change.ok) return change;
    i = change.value.next;
    if (change.value.file) files.push(change.value.file);
  }
  return ok(files);
}

interface Change {
  /** Undefined for what is no file afterwards: a deletion, a link, a submodule. */
  readonly file: StagedFile | undefined;
  /** Where the next one stands. */
  readonly next: number;
}

/** `:100644 100644 <old> <new> M\0path\0`; renames and copies carry two paths. */
function changeAt(fields: readonly string[], at: number): Result<Change, Problem> {
  const header = fields[at] ?? '';
  const [oldMode, newMode, oldBlob, newBlob, status] = header.replace(/^\n?:/, '').split(' ');
  const firstPath = fields[at + 1];
  if (!oldMode || !newMode || !oldBlob || !newBlob || !status || firstPath === undefined) {
    return err({ code: 'git-failed', message: `git answered a line not known: ${header}` });
  }
  const isMoved = /^[RC]/.test(status);
  const path = isMoved ? (fields[at + 2] ?? firstPath) : firstPath;
  const next = at + (isMoved ? 3 : 2);
  if (status === 'D' || !newMode.startsWith('100')) return ok({ file: undefined, next });
  const before = oldMode.startsWith('100') ? oldBlob : undefined;
  return ok({ file: { path, oldPath: firstPath, oldBlob: before, newBlob }, next });
}
