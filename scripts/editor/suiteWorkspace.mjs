/** A fresh git repository for the tests in a real editor to open. */

import { execFileSync } from 'node:child_process';
import { mkdtemp, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const FILES = {
  'README.md': '# Shop\n\nPrices and slugs.\n',
  'src/price.ts': "export const currency = 'EUR';\n",
  'src/slug.py': 'import re\nimport unicodedata\n\nRESERVED = {"new", "edit"}\n',
};

/**
 * Makes the repository, with one commit and an author of its own.
 *
 * @returns {Promise<{ folder: string, remove(): Promise<void> }>}
 */
export async function makeSuiteWorkspace() {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'countersign-workspace-')));
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  // A hook around us must not bend where git works.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')),
  );
  const git = (/** @type {string[]} */ ...args) => execFileSync('git', args, { cwd: folder, env });
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Ada Example');
  git('config', 'user.email', 'ada@example.org');
  git('config', 'commit.gpgSign', 'false');
  git('add', '--all');
  git('commit', '--quiet', '--message=Start');
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
