import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** How a program ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface TempRepoOptions {
  /** The folder's own name. The default has blanks, quotes and letters beyond ASCII in it. */
  readonly name?: string;
  /** Files of a first commit; without them there is no HEAD yet. */
  readonly files?: Readonly<Record<string, string>> | undefined;
  readonly bare?: boolean;
  readonly format?: 'sha1' | 'sha256';
  /** Name and e-mail in the repository's own configuration: for code that runs in the test's process. */
  readonly hasIdentity?: boolean;
  /** Added to the environment of everything that runs here. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A real git repository in a folder of its own, blind to the machine's configuration. */
export interface TempRepo {
  readonly dir: string;
  /** The folder around it, for a HOME, other work trees, clones. */
  readonly root: string;
  /** What programs must be started with: no `GIT_*` and no agent's marker of the machine is in it. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs git here; throws with git's words when it fails. */
  git(...args: readonly string[]): string;
  /** Runs git here and tells how it ended. */
  tryGit(...args: readonly string[]): Ended;
  /** Runs any program here and tells how it ended. */
  run(file: string, args: readonly string[], options?: RunOptions): Ended;
  /** Writes a file, with the folders above it; `mode` is set in full. */
  write(path: string, text: string, mode?: number): string;
  read(path: string): string;
  /** Adds everything and commits; throws when the commit is refused. */
  commit(message: string): string;
  dispose(): void;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

const settings = `[user]
\tname = Ada Example
\temail = ada@example.org
[init]
\tdefaultBranch = main
[commit]
\tgpgSign = false
[core]
\tautocrlf = false
[protocol "file"]
\tallow = always
[gc]
\tauto = 0
`;

export function createTempRepo(options: TempRepoOptions = {}): TempRepo {
  // Real: git answers with paths free of links, and on macOS the temporary folder is one.
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'countersign-')));
  const dir = join(root, options.name ?? "répo d'été 倉庫");
  const home = join(root, 'home');
  mkdirSync(home);
  mkdirSync(dir);
  writeFileSync(join(home, '.gitconfig'), settings);
  const env = { ...cleanEnvironment(home), ...options.env };

  const run = (file: string, args: readonly string[], how: RunOptions = {}): Ended => {
    const ended = spawnSync(file, args, {
      cwd: how.cwd ?? dir,
      env: how.env ?? env,
      input: how.input ?? '',
      encoding: 'utf8',
      timeout: 60_000,
      maxBuffer: 256 << 20,
    });
    if (ended.error !== undefined) throw ended.error;
    return { code: ended.status ?? -1, stdout: ended.stdout, stderr: ended.stderr };
  };
  const tryGit = (...args: readonly string[]) => run('git', args);
  const git = (...args: readonly string[]) => {
    const { code, stdout, stderr } = tryGit(...args);
    if (code !== 0)
      throw new Error(`git ${args.join(' ')} ended with ${code}:\n${stderr}${stdout}`);
    return stdout;
  };
  const write = (path: string, text: string, mode?: number) => {
    const file = join(dir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    if (mode !== undefined) chmodSync(file, mode);
    return file;
  };
  const commit = (message: string) => {
    git('add', '--all');
    return git('commit', '--quiet', '--message', message);
  };

  git(
    'init',
    '--quiet',
    `--object-format=${options.format ?? 'sha1'}`,
    ...(options.bare === true ? ['--bare'] : []),
  );
  if (options.hasIdentity === true) {
    git('config', 'user.name', 'Ada Example');
    git('config', 'user.email', 'ada@example.com');
  }
  if (options.files !== undefined) {
    for (const [path, text] of Object.entries(options.files)) write(path, text);
    commit('Start');
  }
  return {
    dir,
    root,
    env,
    git,
    tryGit,
    run,
    write,
    read: (path) => readFileSync(join(dir, path), 'utf8'),
    commit,
    dispose: () => removeFolder(root),
  };
}

/** Only what programs need to start. Whoever runs the tests may be an agent, or sit in another git's hook. */
function cleanEnvironment(home: string): Record<string, string> {
  const kept = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'COMSPEC', 'PATHEXT', 'TZ'];
  const env: Record<string, string> = {
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: join(home, '.gitconfig'),
    GIT_TERMINAL_PROMPT: '0',
    GIT_EDITOR: 'true',
    LC_ALL: 'C.UTF-8',
  };
  for (const name of kept) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  return env;
}

/** Also with read-only folders in it. */
function removeFolder(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(folder, entry.name);
    if ((lstatSync(path).mode & 0o700) !== 0o700) chmodSync(path, 0o700);
    removeFolder(path);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
