import { join } from 'node:path';
import { languages } from '../../core/blocks/languages/table.ts';
import { kindOf } from '../paths.ts';
import { type Check, failure, fine, warning } from './check.ts';

const OLDEST_GIT: readonly number[] = [2, 30];
const OLDEST_NODE: readonly number[] = [20];

export const git: Check = {
  name: 'git',
  async run({ host }) {
    const version = await host.gitVersion();
    if (version === undefined) {
      return failure('git was not found', 'Install git 2.30 or newer, or put it on PATH.');
    }
    return isOlder(version, OLDEST_GIT)
      ? failure(`git ${version} is too old`, 'Install git 2.30 or newer.')
      : fine(`git ${version}`);
  },
};

export const node: Check = {
  name: 'runtime',
  async run({ host: { runtime, version } }) {
    const words = `Countersign ${version} on Node ${runtime.nodeVersion} (${runtime.node})`;
    return isOlder(runtime.nodeVersion, OLDEST_NODE)
      ? failure(words, 'Install Node 20 or newer, then run `countersign hooks install` again.')
      : fine(words);
  },
};

export const grammars: Check = {
  name: 'grammars',
  async run({ host: { runtime } }) {
    const names = [...new Set(languages.map(({ grammar }) => `tree-sitter-${grammar}.wasm`))];
    const missing = ['web-tree-sitter.wasm', ...names].filter(
      (name) => ![name, `${name}.br`].some((one) => kindOf(join(runtime.grammars, one)) === 'file'),
    );
    if (missing.length === 0) return fine(`${names.length} grammars in ${runtime.grammars}`);
    return warning(
      `${missing.join(', ')} not found in ${runtime.grammars}: those files are read by paragraphs`,
      'Install Countersign again.',
    );
  },
};

/** Compares as far as `oldest` goes; what is no number is not older. */
function isOlder(version: string, oldest: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  for (const [i, least] of oldest.entries()) {
    const part = parts[i] ?? 0;
    if (part !== least) return part < least;
  }
  return false;
}
