import assert from 'node:assert/strict';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TempRepo } from './tempRepo.ts';

/** A key of Ada's, in git's own configuration, and the file of those who may sign. */
export function useSshKey(repo: TempRepo): string {
  const key = join(repo.root, 'key');
  const made = repo.run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
  assert.equal(made.code, 0, made.stderr);
  repo.git('config', 'gpg.format', 'ssh');
  repo.git('config', 'user.signingKey', key);
  const allowed = join(repo.root, 'allowed');
  const pub = readFileSync(`${key}.pub`, 'utf8').split(' ').slice(0, 2).join(' ');
  appendFileSync(allowed, `ada@example.org ${pub}\n`);
  repo.git('config', 'gpg.ssh.allowedSignersFile', allowed);
  return key;
}
