/** Running other programs: always an argument array, always a time limit, and the last words when one fails. */

import { execFileSync, spawn } from 'node:child_process';
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const TAIL_LINES = 20;

/**
 * Runs a program to its end. Rejects with its last output lines when it fails or takes too long.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, what?: string }} [options]
 * @returns {Promise<string>} what it wrote on standard output
 */
export function run(file, args, options = {}) {
  const { cwd, env, timeoutMs = 600_000, what = [file, ...args].join(' ') } = options;
  return new Promise((resolve, reject) => {
    // A `.cmd` file, which npm is on Windows, can only be started by a shell; our arguments hold nothing a shell reads.
    const shell = process.platform === 'win32' && !file.endsWith('.exe');
    const child = spawn(file, args, {
      cwd,
      env: env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell,
    });
    let output = '';
    let all = '';
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    child.stdout.on('data', (chunk) => {
      output += chunk;
      all += chunk;
    });
    child.stderr.on('data', (chunk) => {
      all += chunk;
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new Error(`${what} could not be started: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) return resolve(output);
      const reason = timedOut
        ? `did not end within ${Math.round(timeoutMs / 1000)} s`
        : `failed (${signal ?? `exit ${code}`})`;
      reject(new Error(`${what} ${reason}. Its last lines:\n${lastLines(all)}`));
    });
  });
}

/**
 * The absolute path of a program on PATH, or undefined.
 *
 * @param {string} name
 * @returns {string | undefined}
 */
export function findProgram(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (folder !== '' && isExecutable(file)) return file;
    }
  }
  return undefined;
}

/**
 * True when the file is there and may be run.
 *
 * @param {string} file
 */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * True while a process with this id runs on this machine.
 *
 * @param {number} pid
 */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Ends a process we started and every process below it, also those that left its process group
 * (terminals and language servers do), and resolves when it is gone.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {{ graceMs?: number }} [options]
 */
export async function killTree(child, { graceMs = 3_000 } = {}) {
  if (child.pid === undefined) return;
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  const gone = isGone() ? Promise.resolve() : new Promise((resolve) => child.once('exit', resolve));
  // The family is read before the first signal: an orphan can no longer be told from a stranger.
  const family = [child.pid, ...descendants(child.pid)];
  signalAll(family, 'SIGTERM');
  await Promise.race([gone, delay(graceMs, undefined, { ref: false })]);
  signalAll(family, 'SIGKILL');
  await gone;
}

/**
 * Ends the process tree at once. For exit handlers, which cannot wait.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export function killTreeNow(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  signalAll([child.pid, ...descendants(child.pid)], 'SIGKILL');
}

/**
 * Ends at once what this process started with a word on its command line, a folder for one. Linux only: elsewhere a
 * browser ends a moment after us by itself.
 *
 * @param {string} word
 */
export function killDescendantsNow(word) {
  if (process.platform !== 'linux') return;
  for (const pid of descendants(process.pid)) {
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(word)) process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

/**
 * The last lines of a text, for messages.
 *
 * @param {string} text
 */
export function lastLines(text) {
  return text.trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
}

/** @param {readonly number[]} pids @param {NodeJS.Signals} signal */
function signalAll(pids, signal) {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended by itself.
    }
  }
}

/** @param {number} root @returns {number[]} */
function descendants(root) {
  const childrenOf = process.platform === 'linux' ? linuxChildren() : psChildren();
  const found = [];
  const toVisit = [root];
  for (let pid = toVisit.pop(); pid !== undefined; pid = toVisit.pop()) {
    for (const child of childrenOf.get(pid) ?? []) {
      found.push(child);
      toVisit.push(child);
    }
  }
  return found;
}

/** @returns {Map<number, number[]>} */
function linuxChildren() {
  const childrenOf = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The program's name stands in parentheses and may hold anything; state and parent follow the last one.
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      addChild(childrenOf, parent, Number(name));
    } catch {
      // It ended while we looked.
    }
  }
  return childrenOf;
}

/** @returns {Map<number, number[]>} */
function psChildren() {
  const childrenOf = new Map();
  if (process.platform === 'win32') return childrenOf;
  for (const line of execFileSync('ps', ['-Ao', 'pid=,ppid='], { encoding: 'utf8' }).split('\n')) {
    const [pid, parent] = line.trim().split(/\s+/).map(Number);
    if (pid && parent) addChild(childrenOf, parent, pid);
  }
  return childrenOf;
}

/** @param {Map<number, number[]>} childrenOf @param {number} parent @param {number} child */
function addChild(childrenOf, parent, child) {
  const siblings = childrenOf.get(parent);
  if (siblings) siblings.push(child);
  else childrenOf.set(parent, [child]);
}
