/** Starts the VS Code server build with folders of its own, and ends it with everything it started. */

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { killDescendantsNow, killTree, killTreeNow, lastLines, run } from './processes.mjs';
import { ensureVscodeServer } from './vscodeServer.mjs';

const START_LIMIT_MS = 120_000;
/** What an editor, a git hook or a test runner around us would otherwise hand on to the editor we start. */
const STRAY_ENV =
  /^(VSCODE_|ELECTRON_RUN_AS_NODE$|NODE_OPTIONS$|NODE_V8_COVERAGE$|GIT_(?!SSH|SSL|TRACE|CONFIG_|AUTHOR_|COMMITTER_))/;

/** Quiet, without network, and the same on every machine. */
export const DEFAULT_USER_SETTINGS = Object.freeze({
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.reduceMotion': 'on',
  'window.autoDetectHighContrast': false,
  'chat.disableAIFeatures': true,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.autofetch': false,
  'typescript.disableAutomaticTypeAcquisition': true,
  'npm.fetchOnlinePackageInfo': false,
  'json.schemaDownload.enable': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontFamily': "'DejaVu Sans Mono', 'Liberation Mono', Menlo, monospace",
  // Drawn as text, not on a canvas: this is how a page can read what a terminal says.
  'terminal.integrated.gpuAcceleration': 'off',
  'terminal.integrated.fontFamily': "'DejaVu Sans Mono', 'Liberation Mono', Menlo, monospace",
  'terminal.integrated.defaultProfile.linux': 'plain bash',
  'terminal.integrated.defaultProfile.osx': 'plain bash',
  'terminal.integrated.profiles.linux': plainBash(),
  'terminal.integrated.profiles.osx': plainBash(),
});

/**
 * @typedef {object} EditorServerOptions
 * @property {readonly string[]} [extensions] `.vsix` files (installed) or extension folders (copied)
 * @property {Record<string, unknown>} [userSettings] added to DEFAULT_USER_SETTINGS; `undefined` takes one out
 * @property {boolean} [smokeTestDriver] needed to run a suite in the extension host; hides toasts and refuses dialogs
 * @property {'trusted' | 'untrusted' | 'ask'} [trust] every workspace trusted (default), Restricted Mode, or VS Code's own question
 * @property {Record<string, string | undefined>} [env] added to the environment; `undefined` takes one out
 * @property {number} [port] a fixed port keeps the browser's storage, and with it the open editors, over a restart
 * @property {string} [dataDir] kept at close, for a restart; else a temporary folder, removed at close
 * @property {boolean} [token] false: no connection token, for callers that cannot keep a cookie
 * @property {(line: string) => void} [log]
 *
 * @typedef {Awaited<ReturnType<typeof startServer>>} EditorServer
 */

/**
 * Starts a real VS Code on 127.0.0.1 and resolves once it answers.
 *
 * @param {EditorServerOptions} [options]
 */
export async function startServer(options = {}) {
  const {
    extensions = [],
    userSettings = {},
    smokeTestDriver = false,
    trust = 'trusted',
    log = console.error,
  } = options;
  const vscode = await ensureVscodeServer({ log });
  const dataDir = options.dataDir
    ? resolve(options.dataDir)
    : await mkdtemp(join(tmpdir(), 'countersign-editor-'));
  const userDataDir = join(dataDir, 'user');
  const extensionsDir = join(dataDir, 'extensions');
  const env = editorEnv(options.env ?? {});
  const folders = [
    '--user-data-dir',
    userDataDir,
    '--extensions-dir',
    extensionsDir,
    '--server-data-dir',
    join(dataDir, 'server'),
  ];
  const settingsFile = join(userDataDir, 'User', 'settings.json');
  const machineSettingsFile = join(userDataDir, 'Machine', 'settings.json');
  const token = options.token === false ? undefined : randomBytes(16).toString('hex');

  await mkdir(dirname(settingsFile), { recursive: true });
  await mkdir(dirname(machineSettingsFile), { recursive: true });
  await mkdir(extensionsDir, { recursive: true });
  let settings = { ...DEFAULT_USER_SETTINGS, ...trustSettings(trust), ...userSettings };
  /** What was changed since the start. @type {Record<string, unknown>} */
  let changed = {};
  await writeSettings(settingsFile, settings);
  await writeSettings(machineSettingsFile, changed);
  await installExtensions(vscode, extensions, { extensionsDir, folders, env });

  const port = options.port ?? (await freePort());
  const args = [vscode.serverMain, '--host', '127.0.0.1', '--port', String(port), ...folders];
  args.push(
    '--accept-server-license-terms',
    '--telemetry-level',
    'off',
    '--force-disable-user-env',
  );
  if (token === undefined) args.push('--without-connection-token');
  else args.push('--connection-token-file', await writeToken(dataDir, token));
  if (trust === 'trusted') args.push('--disable-workspace-trust');
  if (smokeTestDriver) args.push('--enable-smoke-test-driver');
  const child = spawn(vscode.node, args, { env, stdio: ['ignore', 'pipe', 'pipe'], cwd: dataDir });
  const output = collectOutput(child);
  const letGo = endWithProcess(() => {
    killTreeNow(child);
    if (options.dataDir) return;
    killDescendantsNow(dataDir); // A browser keeps its profile there.
    try {
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    } catch {
      // What was killed may still hold a file; it is in the system's temporary folder.
    }
  });
  const base = `http://127.0.0.1:${port}`;
  try {
    await untilReady(child, output);
  } catch (error) {
    await close();
    throw error;
  }

  async function close() {
    letGo();
    await killTree(child);
    if (!options.dataDir) await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }

  return Object.freeze({
    port,
    dataDir,
    userDataDir,
    extensionsDir,
    settingsFile,
    version: vscode.version,
    pid: child.pid,
    /** What the server wrote so far. */
    output: () => output.text,
    /**
     * The address of a folder or a `.code-workspace`, with the token that lets a browser in.
     *
     * @param {string} [folderOrWorkspace] absolute
     * @param {readonly (readonly [string, string])[]} [payload] as VS Code reads it
     */
    url(folderOrWorkspace, payload) {
      const query = new URLSearchParams();
      if (token !== undefined) query.set('tkn', token);
      if (folderOrWorkspace !== undefined) query.set(kindOf(folderOrWorkspace), folderOrWorkspace);
      if (payload !== undefined) query.set('payload', JSON.stringify(payload));
      // The page wants slashes as slashes.
      return `${base}/?${query.toString().replaceAll('%2F', '/')}`;
    },
    /**
     * A file as the page names it; the extension host sees it as a `file:` URI.
     *
     * @param {string} file absolute
     */
    remoteUri: (file) => `vscode-remote://127.0.0.1:${port}${encodeURI(file)}`,
    /**
     * Changes settings for all folders, while VS Code runs and for its next start; `undefined` takes one out.
     *
     * This build reads User/settings.json when it starts, but never sees that file change later (it looks for the
     * change under a URI without the host). The settings of the remote machine it does watch, so what is changed goes
     * there too; extensions see both as the global value. Settings of application scope need a new start.
     *
     * @param {Record<string, unknown>} changes
     */
    async changeUserSettings(changes) {
      settings = { ...settings, ...changes };
      changed = { ...changed, ...changes };
      await writeSettings(settingsFile, settings);
      await writeSettings(machineSettingsFile, changed);
    },
    /** The unsaved texts that VS Code would restore, each below a first line that names its file. */
    async backups() {
      const folder = join(userDataDir, 'User', 'Backups');
      const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
      const files = names
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
      return Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')));
    },
    /** Ends the server, its terminals and its extension hosts. */
    close,
  });
}

/** @param {Record<string, string | undefined>} changes @returns {NodeJS.ProcessEnv} */
function editorEnv(changes) {
  const kept = Object.entries(process.env).filter(([name]) => !STRAY_ENV.test(name));
  return Object.fromEntries(
    [...kept, ...Object.entries(changes)].filter(([, value]) => value !== undefined),
  );
}

/** @param {'trusted' | 'untrusted' | 'ask'} trust */
function trustSettings(trust) {
  if (trust === 'trusted') return {};
  return {
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': trust === 'ask' ? 'always' : 'never',
  };
}

/** In place: VS Code watches the file it has opened. @param {string} file @param {Record<string, unknown>} settings */
async function writeSettings(file, settings) {
  await writeFile(file, `${JSON.stringify(settings, null, 2)}\n`);
}

/** In a file, because arguments can be read by every user of the machine. @param {string} dataDir @param {string} token */
async function writeToken(dataDir, token) {
  const file = join(dataDir, 'token');
  await writeFile(file, token, { mode: 0o600 });
  return file;
}

/**
 * @param {import('./vscodeServer.mjs').VscodeServer} vscode
 * @param {readonly string[]} extensions
 * @param {{ extensionsDir: string, folders: readonly string[], env: NodeJS.ProcessEnv }} where
 */
async function installExtensions(vscode, extensions, { extensionsDir, folders, env }) {
  const isPackage = (/** @type {string} */ path) => path.endsWith('.vsix');
  for (const folder of extensions.filter((path) => !isPackage(path))) {
    await copyExtension(resolve(folder), extensionsDir);
  }
  const packages = extensions.filter(isPackage);
  for (const file of packages) await stat(file);
  if (packages.length === 0) return;
  const args = packages.flatMap((file) => ['--install-extension', resolve(file)]);
  await run(vscode.node, [vscode.serverMain, ...folders, ...args, '--force'], {
    env,
    timeoutMs: START_LIMIT_MS,
    what: `installing ${packages.join(', ')}`,
  });
}

/**
 * Puts an unpacked extension among the installed ones. VS Code takes in what lies there only until it has written its
 * own list, so in a folder that was used before, the list is told.
 *
 * @param {string} folder
 * @param {string} extensionsDir
 */
async function copyExtension(folder, extensionsDir) {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const id = `${manifest.publisher}.${manifest.name}`.toLowerCase();
  const relativeLocation = `${id}-${manifest.version}`;
  const target = join(extensionsDir, relativeLocation);
  await rm(target, { recursive: true, force: true });
  await cp(folder, target, { recursive: true, dereference: true });
  const listFile = join(extensionsDir, 'extensions.json');
  const list = await readFile(listFile, 'utf8').then(JSON.parse, () => undefined);
  if (list === undefined) return;
  const location = { $mid: 1, path: target, scheme: 'file' };
  const entry = { identifier: { id }, version: manifest.version, location, relativeLocation };
  const others = list.filter((/** @type {typeof entry} */ { identifier }) => identifier.id !== id);
  await writeFile(listFile, JSON.stringify([...others, entry]));
}

/** @param {string} path */
function kindOf(path) {
  return path.endsWith('.code-workspace') ? 'workspace' : 'folder';
}

/**
 * Does the work when this process ends, however that comes about short of SIGKILL, unless it is let go before.
 *
 * @param {() => void} work synchronous
 * @returns {() => void} lets go
 */
function endWithProcess(work) {
  /** @type {(() => void)[]} */
  const offs = [];
  const letGo = () => {
    for (const off of offs) off();
  };
  process.on('exit', work);
  offs.push(() => process.off('exit', work));
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    const onSignal = () => {
      letGo();
      work();
      // Whoever else listens decides what comes next; else the signal does what it does by itself.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    };
    process.on(signal, onSignal);
    offs.push(() => process.off(signal, onSignal));
  }
  return letGo;
}

/** @param {import('node:child_process').ChildProcess} child */
function collectOutput(child) {
  const output = { text: '', /** @type {() => void} */ changed: () => {} };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output.text += chunk;
      output.changed();
    });
  }
  return output;
}

/** @param {import('node:child_process').ChildProcess} child @param {ReturnType<typeof collectOutput>} output */
function untilReady(child, output) {
  return new Promise((ready, fail) => {
    const timer = setTimeout(
      () => failWith(`did not answer within ${START_LIMIT_MS / 1000} s`),
      START_LIMIT_MS,
    );
    const onEnd = (/** @type {number | null} */ code) => failWith(`ended with exit ${code}`);
    const onError = (/** @type {Error} */ error) => failWith(error.message);
    const finish = () => {
      clearTimeout(timer);
      child.off('exit', onEnd);
      child.off('error', onError);
      output.changed = () => {};
    };
    const failWith = (/** @type {string} */ reason) => {
      finish();
      fail(new Error(`The VS Code server ${reason}. Its last lines:\n${lastLines(output.text)}`));
    };
    output.changed = () => {
      if (
        !/Web UI available at/.test(output.text) ||
        !/Extension host agent started/.test(output.text)
      )
        return;
      finish();
      ready(undefined);
    };
    child.on('exit', onEnd);
    child.on('error', onError);
  });
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((found, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => found(port));
    });
  });
}

/** No start-up files, and a prompt by which a page sees that a command has ended, and how. */
function plainBash() {
  const prompt = '$(code=$?; [ $code -ne 0 ] && printf "[exit %s] " $code)$ ';
  return { 'plain bash': { path: 'bash', args: ['--noprofile', '--norc'], env: { PS1: prompt } } };
}
