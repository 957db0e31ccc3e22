/** The editors that the language server is tried with: Neovim, and Emacs with eglot. */

import { spawnSync } from 'node:child_process';
import { aptInstall, canInstall } from './apt.mjs';
import { findProgram } from './processes.mjs';

const EDITORS = [
  { name: 'Neovim', packages: ['neovim'], isThere: () => findProgram('nvim') !== undefined },
  { name: 'Emacs with eglot', packages: ['emacs-nox', 'elpa-eglot'], isThere: hasEglot },
];

/**
 * Makes sure that the editors are there. As root on Debian it installs what is missing by apt; else
 * what is missing is an error of one sentence.
 *
 * @param {{ log?: (line: string) => void }} [options]
 */
export async function ensureOtherEditors({ log = console.error } = {}) {
  const missing = EDITORS.filter(({ isThere }) => !isThere());
  if (missing.length === 0) return;
  const packages = missing.flatMap((editor) => editor.packages);
  if (canInstall()) await aptInstall(packages, log);
  const still = missing.filter(({ isThere }) => !isThere());
  if (still.length === 0) return;
  const names = still.map(({ name }) => name).join(' and ');
  throw new Error(
    `The language server is tried with ${names}, which must be installed here (on Debian: \`sudo apt-get install ${packages.join(' ')}\`).`,
  );
}

function hasEglot() {
  if (findProgram('emacs') === undefined) return false;
  const args = ['--batch', '-q', '-f', 'package-initialize', '-l', 'eglot'];
  return spawnSync('emacs', args).status === 0;
}
