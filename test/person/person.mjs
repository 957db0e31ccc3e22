/**
 * What the tests of a person's day share: one VS Code server with the built package for each file of tests, and for
 * each test a window on a repository of its own.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before } from 'mocha';
import { git, makeSample } from '../../scripts/lib/sample.mjs';
import { build, ROOT } from '../../scripts/lib/setup.mjs';
import { openWorkbench, startServer } from '../../scripts/lib/workbench.mjs';

export { git };

export const ASSISTANT = 'countersign-test.completion-provider';
const VSIX = join(ROOT, 'countersign.vsix');
const COMPLETIONS = join(ROOT, 'test/fixtures/completion-provider');
const START_LIMIT_MS = 300_000;

/**
 * Registers the hooks that start and end the server, and returns what opens windows on it.
 *
 * @param {string} name of the file of tests, for screenshots of failures
 * @param {import('../../scripts/lib/editorServer.mjs').EditorServerOptions} [options]
 */
export function usePerson(name, options = {}) {
  /** @type {import('../../scripts/lib/workbench.mjs').Workbench[]} */
  let windows = [];
  /** @type {string[]} */
  let folders = [];
  let server;

  before(async function startOnce() {
    this.timeout(START_LIMIT_MS);
    packIfOld();
    server = await startServer({
      extensions: [VSIX, COMPLETIONS],
      log: () => undefined,
      ...options,
      env: { ...withoutAgents(), ...options.env },
      userSettings: {
        'git.enableSmartCommit': true,
        'git.confirmNoVerifyCommit': false,
        ...options.userSettings,
      },
    });
  });

  afterEach(async function closeWindows() {
    if (this.currentTest?.state === 'failed') await keepPicture(this.currentTest.title);
    for (const window of windows) await window.close().catch(() => undefined);
    windows = [];
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    folders = [];
  });

  after(() => server?.close());

  async function keepPicture(title) {
    const file = `${title.replace(/\W+/g, '-').slice(0, 60)}.png`;
    const last = windows.at(-1);
    await last?.screenshot(join(ROOT, 'out/person-failure', name, file)).catch(() => undefined);
  }

  /** A temporary folder that goes after the test. */
  function tempFolder() {
    const folder = mkdtempSync(join(tmpdir(), 'countersign-person-'));
    folders.push(folder);
    return folder;
  }

  /** The sample repository, made anew. */
  function sample() {
    const folder = join(tempFolder(), 'shop');
    makeSample(folder);
    return folder;
  }

  /** Opens a window on a folder, or on a `.code-workspace`. @param {string} place */
  async function open(place) {
    const where = place.endsWith('.code-workspace') ? { workspace: place } : { folder: place };
    const workbench = await openWorkbench(server, {
      ...where,
      viewport: { width: 1280, height: 1_000 },
      failureFolder: join(ROOT, 'out/person-failure', name),
    });
    windows.push(workbench);
    return workbench;
  }

  return Object.freeze({
    sample,
    tempFolder,
    open,
    /** The process below which all that VS Code started is found. */
    pid: () => server.pid,
    changeSettings: (changes) => server.changeUserSettings(changes),
  });
}

/** Writes the start of `parsePrice` at the end of a file and accepts the rest with Tab. */
export async function acceptParsePrice(workbench, file = 'src/price.ts') {
  await workbench.openFile(file);
  await acceptAtEnd(workbench, 'function parseP', 'return Number.isNaN(cents)');
}

/** Types at the end of the open file and accepts what is offered with a real Tab. */
export async function acceptAtEnd(workbench, start, expected) {
  await workbench.press('Control+End');
  await workbench.type(start);
  await workbench.acceptGhostText();
  await workbench.waitForEditorText(expected);
  await workbench.waitForLens('unverified');
}

/** Clicks Sign off in the open file and waits until the block is verified. */
export async function signOff(workbench) {
  await workbench.clickLens('Sign off');
  await workbench.waitForLens('· verified');
  await workbench.waitForNoLens('Sign off');
}

/** Types a command that asks, answers, and waits for the prompt. */
export async function terminalAnswer(workbench, command, question, answer) {
  await workbench.openTerminal();
  await workbench.type(`${command}\n`);
  await workbench.until(
    `the question of ${command}`,
    terminalScreen,
    (text) => text !== '' && question.test(text),
  );
  await workbench.type(`${answer}\n`);
  return workbench.until(`${command} to end`, terminalScreen, (text) =>
    /^(\[exit \d+\] )?\$$/.test(text.trimEnd().split('\n').at(-1) ?? ''),
  );
}

/** Runs in the page. */
function terminalScreen() {
  const rows = [...document.querySelectorAll('.xterm-rows')].find(
    (screen) => screen.getClientRects().length > 0,
  );
  return [...(rows?.children ?? [])]
    .map((row) => (row.textContent ?? '').replaceAll('\u00a0', ' ').trimEnd())
    .join('\n')
    .trimEnd();
}

/** Commits as a person does in the Source Control view: message, then Ctrl+Enter. */
export async function commitInView(workbench, message) {
  await workbench.runCommand('Source Control: Focus on Changes View');
  await workbench.page.locator('.scm-view .resource').first().waitFor({ state: 'visible' });
  const input = workbench.page.locator('.scm-view .scm-editor .monaco-editor').first();
  await input.click();
  await workbench.press('Control+A');
  await workbench.type(message);
  await workbench.press('Control+Enter');
}

/** All records of a repository's journal. @param {string} folder */
export function journal(folder) {
  const dir = join(folder, '.git/countersign/journal/main');
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .flatMap((file) => readFileSync(join(dir, file), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).record);
}

export function nAccepts(folder) {
  return journal(folder).filter(({ kind }) => kind === 'provenance').length;
}

/** Waits until a condition outside the page holds. @param {string} what @param {() => boolean} holds */
export async function eventually(workbench, what, holds, timeoutMs = 30_000) {
  const deadline = Date.now() + timeoutMs;
  while (!holds()) {
    assert.ok(Date.now() < deadline, `Waited ${timeoutMs / 1000} s for ${what}`);
    await workbench.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 40))),
    );
  }
}

/** No toast of ours and no error is on screen. */
export async function assertNoToast(workbench) {
  const shown = (await workbench.notifications()).filter(
    ({ severity, source }) => severity === 'error' || /countersign/i.test(source),
  );
  assert.deepEqual(shown, []);
}

/** The running language servers below a process, newest last. @param {number} root */
export function languageServers(root) {
  const rows = processRows();
  const below = new Set([root]);
  for (let before = 0; before !== below.size; ) {
    before = below.size;
    for (const { pid, parent } of rows) if (below.has(parent)) below.add(pid);
  }
  return rows
    .filter(({ pid, words }) => below.has(pid) && words.includes('dist/server.cjs'))
    .map(({ pid }) => pid);
}

/** On Linux without `ps`, which a small system may not have. */
function processRows() {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-Ao', 'pid=,ppid=,args='], { encoding: 'utf8' })
      .stdout.split('\n')
      .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
      .filter((match) => match !== null)
      .map(([, pid, parent, words]) => ({ pid: Number(pid), parent: Number(parent), words }));
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .sort((a, b) => Number(a) - Number(b))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(name), parent, words }];
      } catch {
        return []; // It has ended meanwhile.
      }
    });
}

/** Takes our hook and all we keep out of a repository. @param {string} folder */
export function withoutHook(folder) {
  const done = spawnSync(process.execPath, [join(ROOT, 'dist/cli.cjs'), 'hooks', 'uninstall'], {
    cwd: folder,
    encoding: 'utf8',
    env: withoutGit(),
  });
  assert.equal(done.status, 0, done.stderr);
  rmSync(join(folder, '.git/countersign'), { recursive: true, force: true });
}

/** An enclosing git hook must not tell where the repository is. */
function withoutGit() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')),
  );
}

/** Whoever runs these tests may be an agent; the person in them is not. */
function withoutAgents() {
  const dir = join(ROOT, 'server/src/core/agents');
  const names = readdirSync(dir)
    .map((file) => readFileSync(join(dir, file), 'utf8'))
    .flatMap((text) => [...text.matchAll(/variable: '(\w+)'/g)].map(([, variable]) => variable));
  return Object.fromEntries(names.map((variable) => [variable, undefined]));
}

/** The package is made when it is missing or older than what is built. */
function packIfOld() {
  if (!existsSync(join(ROOT, 'dist/extension.cjs'))) build();
  const built = ['extension', 'server', 'cli'].map(
    (part) => statSync(join(ROOT, 'dist', `${part}.cjs`)).mtimeMs,
  );
  if (existsSync(VSIX) && Math.max(...built) <= statSync(VSIX).mtimeMs) return;
  const done = spawnSync(process.execPath, [join(ROOT, 'scripts/package.mjs')], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  assert.equal(done.status, 0, `${done.stdout}\n${done.stderr}`);
}
