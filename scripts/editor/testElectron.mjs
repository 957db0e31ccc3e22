/**
 * The tests of test/vscode in desktop VS Code: `npm run test:electron`. It takes the program that COUNTERSIGN_VSCODE
 * names, or downloads one. There is no driver here that presses keys: see test/vscode/driver/keys.ts.
 */

import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { DEFAULT_USER_SETTINGS } from '../lib/editorServer.mjs';
import { findProgram, isExecutable, killTree } from '../lib/processes.mjs';
import { cacheFolder } from '../lib/vscodeServer.mjs';
import { makeSuiteWorkspace } from './suiteWorkspace.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SUITE = join(ROOT, 'test/vscode/driver/suite.cjs');
const COMPLETIONS = join(ROOT, 'test/fixtures/completion-provider');
const DOWNLOAD_LIMIT_MS = 5 * 60_000;

/**
 * Runs the suite in desktop VS Code.
 *
 * @param {object} [options]
 * @param {Record<string, string | undefined>} [options.env] added to the extension host's environment
 * @param {string} [options.grep] only tests whose title matches
 * @param {(line: string) => void} [options.log]
 * @returns {Promise<{ passed: number, failed: number, skipped: number, failures: { title: string, message: string }[] }>}
 */
export async function runElectronTests({ env = {}, grep, log = console.log } = {}) {
  const vscodeExecutablePath = await findDesktop(log);
  const display = await openDisplay();
  const workspace = await makeSuiteWorkspace();
  // Short, because VS Code puts sockets below it.
  const data = await mkdtemp(join(tmpdir(), 'cs-'));
  const report = join(data, 'report.json');
  let reason = '';
  try {
    await mkdir(join(data, 'user', 'User'), { recursive: true });
    const settings = JSON.stringify(DEFAULT_USER_SETTINGS, null, 2);
    await writeFile(join(data, 'user', 'User', 'settings.json'), settings);
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: [ROOT, COMPLETIONS],
      extensionTestsPath: SUITE,
      extensionTestsEnv: {
        ...env,
        ...display.env,
        COUNTERSIGN_TEST_REPORT: report,
        COUNTERSIGN_TEST_GREP: grep,
        COUNTERSIGN_KEY_BRIDGE: undefined,
      },
      launchArgs: [
        workspace.folder,
        '--enable-proposed-api=countersign.countersign',
        `--user-data-dir=${join(data, 'user')}`,
        `--extensions-dir=${join(data, 'extensions')}`,
      ],
    });
  } catch (error) {
    reason = error.message; // Failed tests end here too; the report tells them apart.
  } finally {
    await display.close();
    await workspace.remove();
  }
  const told = await readFile(report, 'utf8').then(JSON.parse, () => undefined);
  await rm(data, { recursive: true, force: true, maxRetries: 5 });
  if (told !== undefined && (reason === '' || 0 < told.failed)) return told;
  const message = reason || 'The suite wrote no report to COUNTERSIGN_TEST_REPORT.';
  const failures = [{ title: 'The suite ran to its end', message }];
  return { passed: told?.passed ?? 0, failed: 1, skipped: told?.skipped ?? 0, failures };
}

/** @param {(line: string) => void} log */
async function findDesktop(log) {
  const named = process.env.COUNTERSIGN_VSCODE;
  if (named) {
    if (isExecutable(named)) return resolve(named);
    throw new Error(
      `COUNTERSIGN_VSCODE is ${named}, which is no program that can be run: name VS Code's own program, or unset it to download one.`,
    );
  }
  log('Getting desktop VS Code ...');
  const cachePath = join(cacheFolder(), 'vscode-desktop');
  await mkdir(cachePath, { recursive: true });
  try {
    return await downloadAndUnzipVSCode({
      version: 'stable',
      cachePath,
      timeout: DOWNLOAD_LIMIT_MS,
    });
  } catch (error) {
    throw new Error(
      `Desktop VS Code could not be downloaded (${error.message}): name an installed one in COUNTERSIGN_VSCODE, or run \`npm run test:editor\`, which needs no download of it.`,
      { cause: error },
    );
  }
}

/** Electron wants a display; where Linux has none, a virtual one is opened for the run. */
async function openDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) {
    return { env: {}, close: async () => {} };
  }
  const program = findProgram('Xvfb');
  if (!program) {
    throw new Error(
      'Desktop VS Code needs a display and there is none here: install Xvfb (the package xvfb), or run `npm run test:editor`, which needs none.',
    );
  }
  const xvfb = spawn(
    program,
    ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const number = await new Promise((found, fail) => {
    let text = '';
    xvfb.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) found(text.trim());
    });
    xvfb.on('error', fail);
    xvfb.on('exit', (code) => fail(new Error(`Xvfb ended with exit ${code}.`)));
  });
  return { env: { DISPLAY: `:${number}` }, close: () => killTree(xvfb) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { passed, failed, skipped, failures } = await runElectronTests();
    for (const { title, message } of failures) console.error(`${title}\n${message}\n`);
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
    process.exitCode = 0 < failed || passed === 0 ? 1 : 0;
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
