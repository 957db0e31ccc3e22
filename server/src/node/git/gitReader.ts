import { filesIn, joinCommitted } from '../../core/commitFiles.ts';
import type {
  DatedCommit,
  ForeignNote,
  GitReader,
  PathCommit,
  Problem,
} from '../../core/repository.ts';
import { err, ok, type Result } from '../../core/result.ts';
import {
  commitName,
  NAMES_FORMAT,
  parseNamed,
  parseRawDiff,
  parseWalk,
  walkArguments,
} from './history.ts';
import { type GitOptions, runGit } from './run.ts';

/** Reads one repository through git; the environment of a hook (`GIT_INDEX_FILE`) is inherited. */
export function createGitReader(
  topLevel: string,
  emptyTree: string,
  { ref, lacks }: Pick<GitReader, 'ref' | 'lacks'>,
): GitReader {
  const options: GitOptions = { cwd: topLevel };
  const reader: GitReader = {
    async stagedFiles() {
      const args = ['diff', '--cached', '--raw', '-z', '-M', '--no-abbrev', '--no-ext-diff'];
      let diff = await runGit([...args, '--no-textconv', 'HEAD', '--'], options);
      if (!diff.ok && /ambiguous argument 'HEAD'|bad revision 'HEAD'/.test(diff.error.message)) {
        diff = await runGit([...args, '--no-textconv', emptyTree, '--'], options);
      }
      return diff.ok ? parseRawDiff(diff.value) : diff;
    },
    async readObjects(names) {
      // A name with a line break cannot be asked for; paths are asked for by id instead.
      const asked = [...new Set(names)].filter((name) => !name.includes('\n'));
      if (asked.length === 0) return ok(new Map());
      const batch = await runGit(['cat-file', '--batch'], {
        ...options,
        input: `${asked.join('\n')}\n`,
      });
      return batch.ok ? parseBatch(asked, batch.value) : batch;
    },
    async knownObjects(ids) {
      const check = await runGit(['cat-file', '--batch-check=%(objectname)'], {
        ...options,
        input: ids.map((id) => `${id}\n`).join(''),
      });
      if (!check.ok) return check;
      const lines = check.value.toString('utf8').split('\n');
      return ok(new Set(lines.filter((line) => !line.endsWith(' missing'))));
    },
    async trackedTopFiles(suffix) {
      return namesOf(await runGit(['ls-files', '-z', '--', `:(top,glob)*${suffix}`], options));
    },
    async trackedFiles() {
      return namesOf(await runGit(['ls-files', '-z', '--full-name', '--', ':/'], options));
    },
    async changedFiles() {
      const args = ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames'];
      const listed = await runGit(['--no-optional-locks', ...args], options);
      if (!listed.ok) return listed;
      const entries = listed.value.toString('utf8').split('\0');
      return ok(entries.filter((entry) => 3 < entry.length).map((entry) => entry.slice(3)));
    },
    ref,
    lacks,
    async renames(tree, commit) {
      const args = ['diff-tree', '-r', '-z', '-M', '--raw', '--no-abbrev', '--diff-filter=R'];
      const listed = await runGit([...args, tree, commit], { ...options, timeoutMs: HISTORY_MS });
      if (!listed.ok) return listed;
      const changes = parseRawDiff(listed.value);
      return changes.ok
        ? ok(new Map(changes.value.map(({ path, oldPath }) => [path, oldPath])))
        : changes;
    },
    async notesOnCommits(ref) {
      const listed = await runGit(['notes', `--ref=${ref}`, 'list'], options);
      if (!listed.ok) return listed;
      const rows = lines(listed.value).map((line) => line.split(' '));
      const commits = rows.flatMap(([, commit]) => (commit === undefined ? [] : [commit]));
      const dated = await runGit(
        ['log', '--no-walk=unsorted', '--stdin', '--ignore-missing', '--format=%H %ct'],
        {
          ...options,
          input: commits.map((commit) => `${commit}\n`).join(''),
        },
      );
      if (!dated.ok) return dated;
      const times = new Map(
        lines(dated.value).map((line): [string, number] => {
          const [commit = '', seconds] = line.split(' ');
          return [commit, Number(seconds)];
        }),
      );
      const texts = await reader.readObjects(rows.flatMap(([note]) => (note ? [note] : [])));
      if (!texts.ok) return texts;
      return ok(
        rows.flatMap(([note = '', commit = '']): ForeignNote[] => {
          const seconds = times.get(commit);
          const bytes = texts.value.get(note);
          // A note on what is no commit here (garbage, or not in this clone) says nothing.
          if (seconds === undefined || bytes === undefined) return [];
          const at = new Date(seconds * 1_000).toISOString();
          return [{ commit, blob: note, at, text: Buffer.from(bytes).toString('utf8') }];
        }),
      );
    },
    async heads() {
      const listed = await runGit(
        ['for-each-ref', '--format=%(objectname)', 'refs/heads'],
        options,
      );
      if (!listed.ok) return listed;
      const head = await runGit(['rev-parse', '--verify', '--quiet', 'HEAD'], options);
      const lines = `${listed.value.toString('utf8')}\n${head.ok ? head.value.toString('utf8') : ''}`;
      return ok([...new Set(lines.split('\n').filter((line) => line !== ''))].sort());
    },
    async filesOfCommits(heads, known, since) {
      const walked = await reader.commits(heads, known, since);
      return walked.ok ? ok(filesIn(walked.value)) : walked;
    },
    async commits(heads, known, since) {
      if (heads.every((head) => known.includes(head))) return ok([]);
      const revisions = [...heads, ...known.map((head) => `^${head}`)];
      const listed = await runGit(walkArguments(since), {
        ...options,
        input: revisions.map((revision) => `${revision}\n`).join(''),
        timeoutMs: HISTORY_MS,
      });
      return listed.ok ? parseWalk(listed.value) : listed;
    },
    async commitsAt(path, nAsked) {
      const args = [
        'log',
        `--max-count=${nAsked}`,
        `--format=${NAMES_FORMAT}`,
        'HEAD',
        '--',
        `:(top,literal)${path}`,
      ];
      const listed = await runGit(args, options);
      return listed.ok ? ok(lines(listed.value).map(commitName)) : listed;
    },
    async commitsNamed(revisions) {
      const asked = [...new Set(revisions)].filter((revision) => !/[\0\n]/.test(revision));
      if (asked.length === 0) return ok(new Map());
      const read = await runGit(['cat-file', '--batch'], {
        ...options,
        input: asked.map((revision) => `${revision}^{commit}\n`).join(''),
      });
      return read.ok ? ok(parseNamed(asked, read.value)) : read;
    },
    async upstream() {
      const args = ['rev-parse', '--verify', '--quiet', '@{upstream}^{commit}'];
      const found = await runGit(args, options);
      return found.ok ? lines(found.value)[0] : undefined;
    },
    async filesOfAll() {
      const args = ['log', '--raw', '-z', '-m', '-M', '--no-abbrev', '--no-ext-diff'];
      const listed = await runGit([...args, '--no-textconv', '--format=', ...EVERYWHERE], {
        ...options,
        timeoutMs: HISTORY_MS,
      });
      if (!listed.ok) return listed;
      const changes = parseRawDiff(listed.value);
      return changes.ok ? ok(joinCommitted(changes.value)) : changes;
    },
    async reachable(ids) {
      const listed = await runGit(
        ['rev-list', '--objects', '--no-object-names', ...EVERYWHERE, '--indexed-objects'],
        { ...options, timeoutMs: HISTORY_MS },
      );
      if (!listed.ok) return listed;
      const found = new Set<string>();
      // As many lines as the repository has objects: none is kept that was not asked for.
      for (let at = 0, end = 0; at < listed.value.length; at = end + 1) {
        end = listed.value.indexOf(10, at);
        if (end < 0) break;
        const id = listed.value.toString('latin1', at, end);
        if (ids.has(id)) found.add(id);
      }
      return ok(found);
    },
    async recentCommits(nAsked) {
      // Not by --since: that one goes no further at the first older commit.
      const format = '--format=%H%x09%cI%x09%cn <%ce>';
      const listed = await runGit(['log', '--all', `--max-count=${nAsked}`, format], options);
      if (!listed.ok) return listed;
      return ok(
        lines(listed.value).map((line): DatedCommit => {
          const [commit = '', date = '', by = ''] = line.split('\t');
          return { commit, at: date, by };
        }),
      );
    },
    async commitsOf(path) {
      const args = ['log', '-z', '--raw', '--no-abbrev', '--no-renames', '--no-ext-diff'];
      const listed = await runGit(
        [
          ...args,
          ...['--no-textconv', '--format=%H %s', `--max-count=${COMMITS_OF_PATH}`],
          ...['--branches', '--remotes', 'HEAD', '--', `:(top,literal)${path}`],
        ],
        options,
      );
      return listed.ok ? ok(parseCommits(listed.value)) : listed;
    },
    async defaultRemote() {
      const [remotes, branch] = await Promise.all([
        runGit(['remote'], options),
        runGit(['symbolic-ref', '--quiet', '--short', 'HEAD'], options),
      ]);
      const names = remotes.ok ? lines(remotes.value) : [];
      const name = branch.ok ? branch.value.toString('utf8').trim() : '';
      const asked = await runGit(['config', '--get', `branch.${name}.remote`], options);
      const own = asked.ok ? asked.value.toString('utf8').trim() : '';
      if (own !== '' && own !== '.') return own;
      return names.includes('origin') ? 'origin' : names.length === 1 ? names[0] : undefined;
    },
    async identity() {
      const listed = await runGit(
        ['config', '-z', '--get-regexp', '^user\\.(name|email)$'],
        options,
      );
      if (!listed.ok) return undefined;
      const values = new Map<string, string>();
      for (const entry of listed.value.toString('utf8').split('\0')) {
        const at = entry.indexOf('\n');
        if (0 < at) values.set(entry.slice(0, at), entry.slice(at + 1));
      }
      const email = values.get('user.email');
      if (email === undefined || email === '') return undefined;
      return { name: values.get('user.name') ?? email, email };
    },
  };
  return Object.freeze(reader);
}

function namesOf(listed: Result<Buffer, Problem>): Result<readonly string[], Problem> {
  if (!listed.ok) return listed;
  const names = listed.value.toString('utf8').split('\0');
  return ok(names.filter((path) => path !== ''));
}

function lines(output: Buffer): string[] {
  return output
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
}

/** Every ref but our own, every reflog, of all work trees, and what git is in the middle of. */
const EVERYWHERE: readonly string[] = [
  '--exclude=refs/notes/countersign',
  '--exclude=refs/countersign/*',
  '--all',
  '--reflog',
  '--ignore-missing',
  ...['FETCH_HEAD', 'ORIG_HEAD', 'MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD', 'REBASE_HEAD'],
];

/** Who opens the commit of some code looks at what is new. */
const COMMITS_OF_PATH = 500;

/** The first look through a long history takes its time. */
const HISTORY_MS = 5 * 60_000;

/** `<commit> <subject>\0`, then `\n:100644 100644 <old> <new> M\0path\0`. */
function parseCommits(output: Buffer): PathCommit[] {
  const commits: PathCommit[] = [];
  let header = '';
  for (const field of output.toString('utf8').split('\0')) {
    if (/^[0-9a-f]{40,64} /.test(field)) header = field;
    const change = /^\n?:\d{6} 100\d{3} [0-9a-f]+ ([0-9a-f]+) [^D]/.exec(field);
    if (change === null) continue;
    const [, commit = '', subject = ''] = /^(\S+) (.*)$/s.exec(header) ?? [];
    commits.push({ commit, subject, blob: change[1] ?? '' });
  }
  return commits;
}

/** `<id> blob <size>\n<bytes>\n` in the order asked; `<name> missing\n` for what is not there. */
function parseBatch(
  names: readonly string[],
  output: Buffer,
): Result<ReadonlyMap<string, Uint8Array>, Problem> {
  const objects = new Map<string, Uint8Array>();
  let at = 0;
  for (const name of names) {
    const lineEnd = output.indexOf(10, at);
    if (lineEnd < 0) return err({ code: 'git-failed', message: `git cat-file ended at ${name}` });
    const header = output.toString('utf8', at, lineEnd);
    at = lineEnd + 1;
    const size = /^[0-9a-f]+ (\w+) (\d+)$/.exec(header);
    if (!size) continue;
    const length = Number(size[2]);
    const isAsked = size[1] === 'blob' || (size[1] === 'tree' && name.endsWith('/'));
    if (isAsked) objects.set(name, output.subarray(at, at + length));
    at += length + 1;
  }
  return ok(objects);
}
