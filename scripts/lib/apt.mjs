/** Debian's packages, where this runs as root on such a system. */

import { setTimeout as delay } from 'node:timers/promises';
import { findProgram, run } from './processes.mjs';

const LOCK_PATIENCE_S = 300;

/** True when packages can be installed here without asking anybody. */
export function canInstall() {
  return process.getuid?.() === 0 && findProgram('apt-get') !== undefined;
}

/**
 * Installs packages; rejects with apt's last words. Waits for another apt that is at it.
 *
 * @param {readonly string[]} packages
 * @param {(line: string) => void} log
 */
export async function aptInstall(packages, log) {
  const names = [...new Set(packages)];
  log(`Installing ${names.join(' ')} by apt ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await aptUpdate(env);
  const patience = ['-o', `DPkg::Lock::Timeout=${LOCK_PATIENCE_S}`];
  const args = [...patience, 'install', '-y', '--no-install-recommends', ...names];
  await run('apt-get', args, { env, what: 'apt-get install' });
}

/** apt waits for the lock of its database, but not for the lock of its lists. @param {NodeJS.ProcessEnv} env */
async function aptUpdate(env) {
  const deadline = Date.now() + LOCK_PATIENCE_S * 1000;
  for (;;) {
    try {
      await run('apt-get', ['update'], { env, what: 'apt-get update' });
      return;
    } catch (error) {
      if (!/could not get lock/i.test(error.message) || deadline < Date.now()) throw error;
      await delay(2_000);
    }
  }
}
