/** The tests of test/person: a person's day in an ordinary window of a real VS Code. */

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../lib/setup.mjs';
import { ensureSystem } from '../lib/system.mjs';
import { ensureVscodeServer } from '../lib/vscodeServer.mjs';

const TEST_LIMIT_MS = 120_000;

/**
 * Sets up what is missing and runs the tests, one editor at a time. A run that breaks off counts as one failure.
 *
 * @param {object} [options]
 * @param {string} [options.grep] only tests whose title matches
 * @param {(line: string) => void} [options.log]
 * @returns {Promise<{ passed: number, failed: number, skipped: number, failures: { title: string, message: string }[] }>}
 */
export async function runPersonTests({ grep, log = console.log } = {}) {
  await ensureSystem({ log });
  await ensureVscodeServer({ log });
  const folder = mkdtempSync(join(tmpdir(), 'countersign-tests-'));
  const report = join(folder, 'person.json');
  try {
    const ended = await runMocha(report, grep);
    if (existsSync(report)) return JSON.parse(readFileSync(report, 'utf8'));
    const message = `the test run broke off (${ended})`;
    log(`person: ${message}`);
    return { passed: 0, failed: 1, skipped: 0, failures: [{ title: 'person', message }] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} report @param {string | undefined} grep @returns {Promise<string>} how it ended */
function runMocha(report, grep) {
  const dir = join(ROOT, 'test/person');
  const files = readdirSync(dir)
    .filter((name) => name.endsWith('.test.mjs'))
    .sort()
    .map((name) => join(dir, name));
  const child = spawn(
    process.execPath,
    [
      join(ROOT, 'node_modules/mocha/bin/mocha.js'),
      '--no-config',
      '--exit',
      // A real editor on a busy machine now and then misses a key; what fails twice is a defect.
      '--retries=1',
      `--timeout=${TEST_LIMIT_MS}`,
      `--reporter=${join(ROOT, 'scripts/lib/reporter.cjs')}`,
      ...(grep === undefined ? [] : ['--grep', grep]),
      ...files,
    ],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, COUNTERSIGN_TEST_REPORT: report } },
  );
  return new Promise((done) => {
    child.on('error', (error) => done(error.message));
    child.on('exit', (code, signal) => done(signal ?? `exit ${code}`));
  });
}
