/**
 * Runs a mocha suite inside the extension host of a real VS Code that Chromium shows, and lends the suite the page's
 * real keyboard: tests in the extension host cannot press a key, this process can.
 */

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../../../scripts/lib/browser.mjs';
import { startServer } from '../../../scripts/lib/editorServer.mjs';
import { lastLines } from '../../../scripts/lib/processes.mjs';
import { createKeyBridge } from './keyBridge.mjs';

/** Before every line that the suite prints; see suite.cjs. */
const SUITE_MARK = '[suite] ';
const SUITE = fileURLToPath(new URL('suite.cjs', import.meta.url));
const TIME_LIMIT_MS = 10 * 60_000;
/** From opening the page to the first word of the suite. */
const START_LIMIT_MS = 180_000;

/**
 * @typedef {object} SuiteOptions
 * @property {string} extensionDevelopmentPath the extension under test, unpacked
 * @property {string} [extensionTestsPath] a module below it that exports `run()`; default: `suite.cjs` here
 * @property {string} workspace the folder or `.code-workspace` to open
 * @property {Record<string, string | undefined>} [env] added to the extension host's environment; `undefined` takes one out
 * @property {readonly string[]} [installed] `.vsix` files and extension folders to have beside it
 * @property {Record<string, unknown>} [userSettings]
 * @property {'trusted' | 'untrusted' | 'ask'} [trust]
 * @property {number} [timeLimitMs]
 * @property {string} [failureFolder] where logs and a screenshot of a failed run go
 * @property {(line: string) => void} [log] what the suite prints, and progress
 *
 * @typedef {{ title: string, message: string }} SuiteFailure
 * @typedef {{ passed: number, failed: number, skipped: number, failures: SuiteFailure[], seconds: number }} SuiteResult
 */

/**
 * Runs the suite to its end. A run that breaks off, hangs or never starts counts as one failure: it is never silent.
 *
 * @param {SuiteOptions} options
 * @returns {Promise<SuiteResult>}
 */
export async function runSuite(options) {
  const { env = {}, installed = [], userSettings = {}, trust = 'trusted', failureFolder } = options;
  const { log = console.log, timeLimitMs = TIME_LIMIT_MS } = options;
  const extension = resolve(options.extensionDevelopmentPath);
  const tests = resolve(options.extensionTestsPath ?? SUITE);
  if (!`${tests}${sep}`.startsWith(`${extension}${sep}`)) {
    throw new Error(
      `${tests} lies outside ${extension}: VS Code runs only tests inside the extension's own folder.`,
    );
  }
  const begin = Date.now();
  const folder = await mkdtemp(join(tmpdir(), 'countersign-suite-'));
  const report = join(folder, 'report.json');
  const bridgeFolder = join(folder, 'keys');
  await mkdir(bridgeFolder);
  /** What is undone at the end, last first. @type {(() => Promise<unknown>)[]} */
  const closing = [() => rm(folder, { recursive: true, force: true })];
  try {
    const server = await startServer({
      extensions: installed,
      userSettings,
      trust,
      smokeTestDriver: true,
      log,
      env: { ...env, COUNTERSIGN_TEST_REPORT: report, COUNTERSIGN_KEY_BRIDGE: bridgeFolder },
    });
    closing.push(() => server.close());
    const browser = await openBrowser();
    closing.push(() => browser.close());
    const { page } = browser;
    const bridge = createKeyBridge(bridgeFolder, page);
    closing.push(() => bridge.close());

    const run = await watchRun(page, { log, timeLimitMs });
    await page.goto(
      server.url(resolve(options.workspace), [
        ['extensionDevelopmentPath', server.remoteUri(extension)],
        ['extensionTestsPath', server.remoteUri(tests)],
        ['enableProposedApi', ''],
        ['skipWelcome', 'true'],
        ['skipReleaseNotes', 'true'],
      ]),
    );
    const end = await run.end;
    const result = await readResult(report, end);
    if (result.failed > 0 && failureFolder) {
      await keepEvidence(failureFolder, { page, logs: end.logs, text: run.text(), server });
    }
    return { ...result, seconds: (Date.now() - begin) / 1000 };
  } finally {
    for (const undo of closing.reverse()) await undo();
  }
}

/** @typedef {{ code: number | undefined, reason: string, logs: { relativePath: string, contents: string }[] }} RunEnd */

/**
 * Listens to what VS Code tells its test driver.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ log: (line: string) => void, timeLimitMs: number }} options
 */
async function watchRun(page, { log, timeLimitMs }) {
  /** @type {string[]} */
  const lines = [];
  /** @type {(end: RunEnd) => void} */
  let finish = () => {};
  /** @type {Promise<RunEnd>} */
  const end = new Promise((resolveEnd) => {
    finish = resolveEnd;
  });
  const withLastLines = (/** @type {string} */ reason) =>
    `${reason} Its last lines:\n${lastLines(lines.join('\n'))}`;
  const breakOff = (/** @type {string} */ reason) => {
    finish({ code: undefined, reason: withLastLines(reason), logs: [] });
  };
  const limit = setTimeout(
    () => breakOff(`The suite did not end within ${timeLimitMs / 1000} s.`),
    timeLimitMs,
  );
  let start = setTimeout(
    () =>
      breakOff(
        `The suite did not say a word within ${START_LIMIT_MS / 1000} s: did VS Code find it?`,
      ),
    Math.min(START_LIMIT_MS, timeLimitMs),
  );
  page.on('crash', () => breakOff('The browser page crashed.'));
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      const text = plainText(args);
      lines.push(`[${type}] ${text}`);
      const fromSuite = suiteLine(text);
      if (fromSuite === undefined) return;
      clearTimeout(start);
      log(fromSuite);
    },
  );
  await page.exposeFunction(
    'codeAutomationExit',
    (/** @type {number} */ code, /** @type {RunEnd['logs']} */ logs) => {
      finish({
        code,
        reason: code === 0 ? '' : withLastLines(`The suite ended with exit ${code}.`),
        logs: logs ?? [],
      });
    },
  );
  void end.then(() => {
    clearTimeout(limit);
    clearTimeout(start);
  });
  return { end, text: () => lines.join('\n') };
}

/** @param {string} report @param {RunEnd} end @returns {Promise<Omit<SuiteResult, 'seconds'>>} */
async function readResult(report, end) {
  const told = await readFile(report, 'utf8').then(JSON.parse, () => undefined);
  if (told === undefined) {
    const message =
      end.reason || 'The suite ended well but wrote no report to COUNTERSIGN_TEST_REPORT.';
    return {
      passed: 0,
      failed: 1,
      skipped: 0,
      failures: [{ title: 'The suite ran to its end', message }],
    };
  }
  const { passed, failed, skipped, failures = [] } = told;
  // A suite may have reported before it broke off; what it threw afterwards counts too.
  if (end.code === 0 || failed > 0) return { passed, failed, skipped, failures };
  return {
    passed,
    failed: 1,
    skipped,
    failures: [{ title: 'The suite ran to its end', message: end.reason }],
  };
}

/**
 * @param {string} folder
 * @param {{ page: import('playwright-core').Page, logs: RunEnd['logs'], text: string, server: import('../../../scripts/lib/editorServer.mjs').EditorServer }} run
 */
async function keepEvidence(folder, { page, logs, text, server }) {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, 'end.png') }).catch(() => {});
  await writeFile(join(folder, 'driver.log'), text);
  await writeFile(join(folder, 'server.log'), server.output());
  await cp(join(server.userDataDir, 'logs'), join(folder, 'server'), { recursive: true }).catch(
    () => {},
  );
  for (const { relativePath, contents } of logs) {
    const file = resolve(folder, relativePath);
    if (relative(folder, file).startsWith('..')) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, contents);
  }
}

/** The window's log writes with colors: `%c INFO`, `color: #33f`, text. @param {unknown[]} args */
function plainText(args) {
  const texts = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg)));
  return texts
    .filter((text) => !/^(color|background):/.test(text))
    .join(' ')
    .replaceAll('%c', '');
}

/** What the suite printed: suite.cjs marks it, the rest is the window's own log. @param {string} text */
function suiteLine(text) {
  const start = text.indexOf(SUITE_MARK);
  return start < 0 ? undefined : text.slice(start + SUITE_MARK.length);
}
