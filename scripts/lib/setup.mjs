// What every script needs first: the packages and the bundles. Only Node's own modules here, for
// on a fresh clone there is nothing else.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Installs the packages of package-lock.json unless exactly those are there. */
export function ensurePackages() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) {
    fail(`Node ${process.versions.node} is too old: Countersign is built with Node 20 or newer.`);
  }
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  const stamp = join(ROOT, 'node_modules/.countersign-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  step('Installing packages');
  // Not `npm ci`: it refuses a lock file that lacks optional packages of systems other than ours.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, lock);
}

export function build(...flags) {
  step(flags.includes('--tests') ? 'Building bundles and tests' : 'Building bundles');
  run(process.execPath, ['esbuild.mjs', ...flags]);
}

/** Runs a program with its output shown; ends the script when it fails. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    // npm is a script on Windows, which cannot be started without a shell there.
    shell: process.platform === 'win32' && command === 'npm',
    ...options,
  });
  if (done.status !== 0) {
    fail(`\`${command} ${args.join(' ')}\` ended with ${done.status ?? done.signal ?? done.error}`);
  }
}

export function step(words) {
  console.log(`\n== ${words}`);
}

export function fail(words) {
  console.error(words);
  process.exit(1);
}

export function writeFile(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
