/** A lock between processes: a file that its holder keeps fresh. One left behind by a killed holder is taken over. */

import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { isRunning } from './processes.mjs';

const HEARTBEAT_MS = 5_000;
const STALE_AFTER_MS = 60_000;
const POLL_MS = 300;

/**
 * Waits until the lock is ours, then runs the work and gives it back.
 *
 * @template T
 * @param {string} file
 * @param {{ onWait?: () => void }} options
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withFileLock(file, { onWait = () => {} }, work) {
  let hasTold = false;
  while (!(await tryTake(file))) {
    if (await isAbandoned(file)) {
      await takeAway(file);
      continue;
    }
    if (!hasTold) onWait();
    hasTold = true;
    await delay(POLL_MS);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => {}); // A lock taken from us is told by nothing worse than work done twice.
  }, HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(file, { force: true });
  }
}

/** @param {string} file */
async function tryTake(file) {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(JSON.stringify({ pid: process.pid, host: hostname() }));
    await handle.close();
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
async function isAbandoned(file) {
  try {
    const { mtimeMs } = await stat(file);
    const age = Date.now() - mtimeMs;
    if (STALE_AFTER_MS < age) return true;
    const holder = JSON.parse(await readFile(file, 'utf8'));
    return holder.host === hostname() && !isRunning(holder.pid);
  } catch {
    return false; // Gone, or half written: look again.
  }
}

/** By rename, so that of two who find it abandoned only one removes it. @param {string} file */
async function takeAway(file) {
  const aside = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    await rename(file, aside);
    await rm(aside, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
