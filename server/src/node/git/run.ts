import type { Problem } from '../../core/repository.ts';
import { err, ok, type Result } from '../../core/result.ts';

export interface GitOptions {
  readonly cwd: string;
  readonly input?: Uint8Array | string;
  readonly timeoutMs?: number;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A person asked for something of a remote: git may reach it, and ask for a password at the terminal. */
  readonly mayConnect?: boolean;
}

/**
 * Settings of the repository that would start other programs are off, and nothing is fetched:
 * git only reads here.
 */
const SAFE_CONFIG: readonly string[] = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];
const NO_NETWORK: readonly string[] = ['-c', 'protocol.allow=never'];

const DEFAULT_TIMEOUT_MS = 30_000;

/** Runs git with an argument array and a time limit; its exit code 0 gives its output. */
export async function runGit(
  args: readonly string[],
  options: GitOptions,
): Promise<Result<Buffer, Problem>> {
  // Loaded when git is: an agent's hook, which seldom asks git, does not wait for it.
  const { spawn } = await import('node:child_process');
  return new Promise((done) => {
    const child = spawn(
      'git',
      [...SAFE_CONFIG, ...(options.mayConnect === true ? [] : NO_NETWORK), ...args],
      {
        cwd: options.cwd,
        env: {
          ...process.env,
          ...options.env,
          // Ours when the editor's own binary runs us as Node; not meant for what git starts.
          ELECTRON_RUN_AS_NODE: undefined,
          LC_ALL: 'C',
          GIT_NO_LAZY_FETCH: '1',
          GIT_OPTIONAL_LOCKS: '0',
          ...(options.mayConnect === true ? {} : { GIT_TERMINAL_PROMPT: '0' }),
        },
        stdio: ['pipe', 'pipe', 'pipe'],
        windowsHide: true,
      },
    );
    // Not spawn's own limit: that one keeps the process alive when git cannot be started.
    const limit = setTimeout(() => child.kill(), options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    const out: Buffer[] = [];
    const words: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => words.push(chunk));
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(limit);
      done(
        err(
          error.code === 'ENOENT'
            ? { code: 'no-git', message: 'git was not found: install it, or put it on PATH.' }
            : {
                code: 'git-failed',
                message: `git ${args[0] ?? ''} did not start: ${error.message}`,
              },
        ),
      );
    });
    child.on('close', (code, signal) => {
      clearTimeout(limit);
      if (code === 0) {
        done(ok(Buffer.concat(out)));
        return;
      }
      const said = Buffer.concat(words).toString('utf8').trim();
      if (/could not fetch .* from promisor remote/.test(said)) {
        done(err(historyMissing(args[0] ?? '')));
        return;
      }
      const why = signal ? `was stopped (${signal})` : `ended with ${code}`;
      done(err({ code: 'git-failed', message: `git ${args[0] ?? ''} ${why}: ${said}` }));
    });
    // A git that ends before it has read all its input is told of by its exit code.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
  });
}

/** Git would fetch them by itself; we let it reach no network. */
function historyMissing(command: string): Problem {
  return {
    code: 'history-missing',
    message: `this partial clone lacks objects that \`git ${command}\` needs. Run \`git diff --cached --stat\` once, which fetches them, then try again.`,
  };
}
