import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRepository } from '../../src/act/repository.ts';

const folder = () => realpathSync(mkdtempSync(join(tmpdir(), 'countersign-repository-')));
const git = (at: string, ...args: readonly string[]) =>
  execFileSync('git', ['-C', at, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
    encoding: 'utf8',
  }).trim();

describe('The repository around a folder, found without git', () => {
  it('is the one git finds', async () => {
    const root = folder();
    git(root, 'init', '--quiet');
    mkdirSync(join(root, 'a/b'), { recursive: true });
    assert.deepEqual(await findRepository(join(root, 'a/b')), {
      root,
      commonDir: join(root, '.git'),
    });
  });

  it('shares its git folder with its linked work trees', async () => {
    const root = folder();
    git(root, 'init', '--quiet');
    git(root, 'commit', '--quiet', '--allow-empty', '-m', 'start');
    const linked = join(folder(), 'linked tree');
    git(root, 'worktree', 'add', '--quiet', '-b', 'linked', linked);
    assert.deepEqual(await findRepository(linked), { root: linked, commonDir: join(root, '.git') });
  });

  it('is nothing outside of one, and in a folder that only looks like one', async () => {
    const root = folder();
    mkdirSync(join(root, '.git'));
    assert.equal(await findRepository(root), undefined);
    assert.equal(await findRepository('/no/such/folder'), undefined);
  });
});
