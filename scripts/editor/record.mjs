// Records editing sessions for the replay: `npm run record`, or `npm run record -- NAME…` for those whose names begin so.
// `npm run record -- --check` only checks the files that are there. See test/replay/README.md.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createGestureBridge } from '../../test/replay/recorder/gestures.mjs';
import { createKeyBridge } from '../../test/vscode/driver/keyBridge.mjs';
import { openBrowser } from '../lib/browser.mjs';
import { startServer } from '../lib/editorServer.mjs';
import { ensurePackages, fail, ROOT } from '../lib/setup.mjs';
import { ensureSystem } from '../lib/system.mjs';

const CORPUS = join(ROOT, 'test/replay');
const RECORDER = join(CORPUS, 'recorder');
/** The recorder as an extension: VS Code runs only tests that lie inside one. */
const BUILT = join(ROOT, 'out/recorder');
const FRESH = join(BUILT, 'sessions');
const TIME_LIMIT_MS = 40 * 60_000;
const SUITE_MARK = '[recorder] ';
/** Nothing appears by itself: what is offered, completed or formatted is what a session asks for. */
const SETTINGS = {
  'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
  'editor.suggestOnTriggerCharacters': false,
  'editor.wordBasedSuggestions': 'off',
  'editor.parameterHints.enabled': false,
  'editor.hover.enabled': 'off',
  'editor.inlineSuggest.edits.showCollapsed': false,
  'typescript.suggest.enabled': false,
  'typescript.validate.enable': false,
  'javascript.validate.enable': false,
  'workbench.editor.enablePreview': false,
  'git.enabled': false,
};

const args = process.argv.slice(2);
const isCheckOnly = args.includes('--check');
const names = args.filter((arg) => !arg.startsWith('--'));

/** What a chat edits (`chat-…`) can only be recorded with the AI features on, all else without. */
const WINDOWS = [
  { hasChat: false, settings: {} },
  { hasChat: true, settings: { 'chat.disableAIFeatures': false } },
].filter(
  ({ hasChat }) => names.length === 0 || names.some((name) => name.startsWith('chat-') === hasChat),
);

ensurePackages();
const isRecorded = isCheckOnly || (await record());
const nWrong = await checkCorpus();
process.exit(isRecorded && nWrong === 0 ? 0 : 1);

/** Records into the corpus; what could not be recorded leaves its file as it was. */
async function record() {
  await ensureSystem({ log: console.log });
  await buildExtension();
  let isWhole = true;
  for (const window of WINDOWS) {
    if ((await recordIn(window)) !== 0) isWhole = false;
  }
  takeIn();
  return isWhole;
}

/** Opens an editor for the sessions of its kind; resolves with the suite's exit code. */
async function recordIn({ hasChat, settings }) {
  const workspace = realpathSync(await mkdtemp(join(tmpdir(), 'countersign-record-')));
  const bridges = await mkdtemp(join(tmpdir(), 'countersign-hands-'));
  const [keyFolder, gestureFolder] = ['keys', 'gestures'].map((name) => join(bridges, name));
  for (const folder of [keyFolder, gestureFolder]) mkdirSync(folder);
  /** @type {(() => Promise<unknown>)[]} */
  const closing = [workspace, bridges].map((folder) => () => rm(folder, { recursive: true }));
  try {
    const server = await startServer({
      extensions: ['ai', 'tools', ...(hasChat ? ['chat'] : [])].map((name) => join(RECORDER, name)),
      userSettings: { ...SETTINGS, ...settings },
      smokeTestDriver: true,
      log: console.log,
      env: {
        COUNTERSIGN_KEY_BRIDGE: keyFolder,
        COUNTERSIGN_GESTURE_BRIDGE: gestureFolder,
        COUNTERSIGN_RECORD_OUT: FRESH,
        COUNTERSIGN_RECORD_NAMES: names.join(','),
        COUNTERSIGN_RECORD_CHAT: hasChat ? '1' : '0',
      },
    });
    closing.push(() => server.close());
    const { page, close } = await openBrowser();
    closing.push(close);
    for (const bridge of [
      createKeyBridge(keyFolder, page),
      createGestureBridge(gestureFolder, page),
    ]) {
      closing.push(() => bridge.close());
    }
    const ended = watchRun(page);
    await page.goto(
      server.url(workspace, [
        ['extensionDevelopmentPath', server.remoteUri(BUILT)],
        ['extensionTestsPath', server.remoteUri(join(BUILT, 'suite.cjs'))],
        ['enableProposedApi', ''],
        ['skipWelcome', 'true'],
        ['skipReleaseNotes', 'true'],
      ]),
    );
    return await ended;
  } finally {
    for (const undo of closing.reverse()) await undo();
  }
}

/** The suite, and a manifest with our own accept keys as they are today. */
async function buildExtension() {
  const { build } = await import('esbuild');
  rmSync(BUILT, { recursive: true, force: true });
  mkdirSync(FRESH, { recursive: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: [join(RECORDER, 'suite.ts')],
    outfile: join(BUILT, 'suite.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  const { engines, contributes } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const manifest = {
    name: 'replay-recorder',
    publisher: 'countersign-test',
    version: '1.0.0',
    engines: { vscode: engines.vscode },
    main: './extension.cjs',
    activationEvents: ['*'],
    contributes: { keybindings: contributes.keybindings },
  };
  writeFileSync(join(BUILT, 'package.json'), JSON.stringify(manifest, null, 2));
  writeFileSync(join(BUILT, 'extension.cjs'), 'exports.activate = () => undefined;\n');
}

/** Resolves with the suite's exit code. @param {import('playwright-core').Page} page @returns {Promise<number>} */
function watchRun(page) {
  return new Promise((resolve) => {
    const limit = setTimeout(() => {
      console.error(`The recording did not end within ${TIME_LIMIT_MS / 60_000} minutes.`);
      resolve(1);
    }, TIME_LIMIT_MS);
    void page.exposeFunction('codeAutomationLog', (_type, parts) => {
      const text = parts.join(' ');
      const at = text.indexOf(SUITE_MARK);
      if (0 <= at) console.log(text.slice(at + SUITE_MARK.length));
    });
    void page.exposeFunction('codeAutomationExit', (code) => {
      clearTimeout(limit);
      resolve(code);
    });
  });
}

/** Puts the new recordings among the corpus, in the form that `npm run check` wants. */
function takeIn() {
  const files = readdirSync(FRESH).filter((name) => name.endsWith('.json'));
  if (files.length === 0) return;
  const targets = files.map((name) => join(CORPUS, name));
  for (const [idx, name] of files.entries()) {
    writeFileSync(targets[idx] ?? '', readFileSync(join(FRESH, name)));
  }
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  spawnSync(process.execPath, [biome, 'format', '--write', ...targets], { cwd: ROOT });
}

/** Says what is wrong with the corpus's files; the number of those that are wrong. */
async function checkCorpus() {
  const { build } = await import('esbuild');
  const checker = join(ROOT, 'out/recorder-check.mjs');
  await build({
    absWorkingDir: ROOT,
    entryPoints: [join(RECORDER, 'check.ts')],
    outfile: checker,
    bundle: true,
    format: 'esm',
    logLevel: 'warning',
  });
  const { problemsOf } = await import(checker);
  const files = readdirSync(CORPUS).filter((name) => name.endsWith('.json'));
  let nWrong = 0;
  let nSynthetic = 0;
  for (const name of files) {
    const session = JSON.parse(readFileSync(join(CORPUS, name), 'utf8'));
    const problems = [...problemsOf(session)];
    if (`${session.name}.json` !== basename(name)) problems.push('its name is not its file name');
    if (session.synthetic) nSynthetic += 1;
    if (0 < problems.length) nWrong += 1;
    for (const problem of problems) console.error(`${name}: ${problem}`);
  }
  if (files.length === 0) fail('There is no session in test/replay.');
  console.log(`${files.length} sessions, ${nSynthetic} of them synthetic, ${nWrong} wrong`);
  return nWrong;
}
