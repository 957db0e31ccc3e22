import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashedPerson, isHashedPerson } from '../../core/ledger/hidePeople.ts';
import type { Problem, Signatures, Signer, Trust } from '../../core/repository.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { sha256 } from './contentIds.ts';
import { runGit } from './run.ts';

/** What a signature of ours is for; one made for a commit or a login proves nothing here. */
const NAMESPACE = 'countersign';
/** A hardware key waits for a touch, and a person looks for their passphrase. */
const ASK_MS = 120_000;

const NO_KEY: Problem = Object.freeze({
  code: 'no-signing-key',
  message:
    'Policy asks for signed sign-offs (countersign.policy.requireSignature), and git has no SSH key to sign with. Set `gpg.format` to `ssh` and `user.signingKey` to your key with `git config`, then sign again.',
});

const SETTINGS = '^(gpg\\.format|user\\.signingkey|gpg\\.ssh\\..*|commit\\.gpgsign)$';

/**
 * Signatures by the person's own SSH key, through `ssh-keygen -Y`, as git's own configuration names
 * key, signers and revocations. Keys in an agent and on hardware are ssh-keygen's matter.
 */
export function createSshSignatures(topLevel: string): Signatures {
  const settings = async (): Promise<ReadonlyMap<string, string>> => {
    const listed = await runGit(['config', '-z', '--get-regexp', SETTINGS], { cwd: topLevel });
    const values = new Map<string, string>();
    if (!listed.ok) return values;
    for (const entry of listed.value.toString('utf8').split('\0')) {
      const at = entry.indexOf('\n');
      if (0 < at) values.set(entry.slice(0, at).toLowerCase(), entry.slice(at + 1));
    }
    return values;
  };
  const program = (values: ReadonlyMap<string, string>): string =>
    values.get('gpg.ssh.program') ?? 'ssh-keygen';

  return Object.freeze({
    async sign(text: string, isRequired = false): Promise<Result<string | undefined, Problem>> {
      const values = await settings();
      const key = values.get('user.signingkey');
      const canSign = values.get('gpg.format') === 'ssh' && key !== undefined;
      if (isRequired && !canSign) return err(NO_KEY);
      const isWanted = isRequired || values.get('commit.gpgsign') === 'true';
      if (!isWanted || !canSign) return ok(undefined);
      return inFolder(async (folder) => {
        const literal = key.startsWith('key::') ? key.slice(5) : key.startsWith('ssh-') ? key : '';
        const file = literal === '' ? atHome(key) : join(folder, 'key.pub');
        if (literal !== '') writeFileSync(file, `${literal}\n`, { mode: 0o600 });
        const args = ['-Y', 'sign', '-n', NAMESPACE, '-f', file, ...(literal === '' ? [] : ['-U'])];
        const signed = await runTool(program(values), args, text);
        return signed.code === 0
          ? ok(signed.stdout)
          : err({
              code: 'not-signed',
              message: `${program(values)} did not sign with ${key}: ${signed.words}.`,
            });
      });
    },
    async check(text: string, signature: string, { signer, at }: Signer): Promise<Trust> {
      const values = await settings();
      const allowed = values.get('gpg.ssh.allowedsignersfile');
      if (allowed === undefined) {
        return { kind: 'unknown', why: 'gpg.ssh.allowedSignersFile names nobody who may sign' };
      }
      return inFolder(async (folder) => {
        const file = join(folder, 'signature');
        writeFileSync(file, signature, { mode: 0o600 });
        const principal = isHashedPerson(signer)
          ? await principalOf(signer, [program(values), atHome(allowed), file])
          : signer;
        if (principal === undefined) {
          return { kind: 'bad', why: 'nobody who may sign has that key and that address' };
        }
        const revoked = values.get('gpg.ssh.revocationfile');
        const checked = await runTool(
          program(values),
          [
            ...[
              '-Y',
              'verify',
              '-n',
              NAMESPACE,
              '-f',
              atHome(allowed),
              '-I',
              principal,
              '-s',
              file,
            ],
            ...(revoked === undefined ? [] : ['-r', atHome(revoked)]),
            `-Overify-time=${localTime(at)}`,
          ],
          text,
        );
        if (checked.code === 0) return { kind: 'good' };
        return { kind: checked.code === undefined ? 'unknown' : 'bad', why: checked.words };
      });
    },
  });
}

/** The address behind a hash, of those whose key made the signature. */
async function principalOf(
  hashed: string,
  [program, allowed, signature]: readonly [string, string, string],
): Promise<string | undefined> {
  const args = ['-Y', 'find-principals', '-s', signature, '-f', allowed];
  const found = await runTool(program, args, '');
  const names = found.stdout.split('\n').flatMap((line) => line.split(','));
  return names.find((name) => hashedPerson(name, sha256) === hashed);
}

async function inFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-sign-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Done {
  /** Undefined when it could not be started or was stopped. */
  readonly code: number | undefined;
  readonly stdout: string;
  /** The last line it said. */
  readonly words: string;
}

async function runTool(file: string, args: readonly string[], input: string): Promise<Done> {
  const { spawn } = await import('node:child_process');
  return new Promise((done) => {
    const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
    const limit = setTimeout(() => child.kill(), ASK_MS);
    const out: Buffer[] = [];
    const words: Buffer[] = [];
    const end = (code: number | undefined, said: string): void => {
      clearTimeout(limit);
      const lines = said.trim().split('\n');
      done({ code, stdout: Buffer.concat(out).toString('utf8'), words: lines.at(-1) ?? '' });
    };
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => words.push(chunk));
    child.on('error', (error) => end(undefined, `${file} did not start (${error.message})`));
    child.on('close', (code) => {
      const said = Buffer.concat([...words, ...(code === 0 ? [] : out)]).toString('utf8');
      end(code ?? undefined, said);
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

function atHome(path: string): string {
  return path.startsWith('~/') ? join(homedir(), path.slice(2)) : path;
}

/** ssh-keygen reads a time without a zone as the machine's own. */
function localTime(at: string): string {
  const date = new Date(at);
  const two = (n: number): string => `${n}`.padStart(2, '0');
  const day = `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`;
  return `${day}${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`;
}
