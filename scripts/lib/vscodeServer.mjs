/**
 * A real VS Code without a desktop: the server build that the npm package `code-server` carries, with the Node it
 * wants, in a cache folder of its own. Everything comes through npm; nothing is written into the repository.
 */

import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { withFileLock } from './fileLock.mjs';
import { isExecutable, isRunning, run } from './processes.mjs';
import { hasToolchain } from './system.mjs';

const CODE_SERVER_VERSION = '4.139.1';
const NODE_VERSION = '24.21.0';
/** Part of the cache key: raise it when the steps below change what is installed. */
const RECIPE = 1;
const READY_FILE = 'ready.json';
const QUIET = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
/** What a script started by npm inherits, and what would bend the npm we start in another folder. */
const BENDING_CONFIG =
  /^npm_config_(dry_run|global|location|local_prefix|prefix|workspaces?|include_workspace_root|ignore_scripts|omit|include|only|production|package_lock|json|parseable|loglevel)$/i;

/** @typedef {{ node: string, serverMain: string, version: string, root: string }} VscodeServer */

/**
 * The server build, installed on first use (about a minute), found in the cache afterwards. Two processes may ask at
 * once; an install that was interrupted is started over.
 *
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<VscodeServer>} the Node to run it with, its entry, VS Code's version and the cache folder
 */
export async function ensureVscodeServer({ log = console.error } = {}) {
  const cache = cacheFolder();
  // What is built depends on the toolchain, so one that is installed later is used.
  const built = hasToolchain() ? 'built' : 'plain';
  const key = `vscode-server-${CODE_SERVER_VERSION}-node-${NODE_VERSION}-${process.platform}-${process.arch}-${built}-r${RECIPE}`;
  const root = join(cache, key);
  const found = await readReady(root);
  if (found) return found;
  await mkdir(cache, { recursive: true });
  const onWait = () => log('Another process is setting up the VS Code server; waiting for it ...');
  return withFileLock(`${root}.lock`, { onWait }, async () => {
    const foundNow = await readReady(root);
    if (foundNow) return foundNow;
    await removeLeftovers(cache, key);
    const building = `${root}.tmp-${process.pid}`;
    try {
      await install(building, log);
      await rm(root, { recursive: true, force: true });
      await rename(building, root);
      await removeLeftovers(cache, key);
    } catch (error) {
      await rm(building, { recursive: true, force: true });
      throw error;
    }
    const server = await readReady(root);
    if (!server)
      throw new Error(
        `The VS Code server was set up in ${root}, but is not complete there: remove that folder and try again.`,
      );
    return server;
  });
}

/** Where downloads are kept between runs: COUNTERSIGN_CACHE, else the user's cache folder. */
export function cacheFolder() {
  const { COUNTERSIGN_CACHE, XDG_CACHE_HOME } = process.env;
  return COUNTERSIGN_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'countersign');
}

/** @param {string} root @returns {Promise<VscodeServer | undefined>} */
async function readReady(root) {
  try {
    const ready = JSON.parse(await readFile(join(root, READY_FILE), 'utf8'));
    const node = join(root, ready.node);
    if (!isExecutable(node)) return undefined;
    return { node, serverMain: join(root, ready.serverMain), version: ready.version, root };
  } catch {
    return undefined;
  }
}

/** Builds everything below one folder; the marker comes last. @param {string} root @param {(line: string) => void} log */
async function install(root, log) {
  const steps = createSteps(log);
  const vscode = join(root, 'package', 'lib', 'vscode');
  await mkdir(join(root, 'node'), { recursive: true });
  // Scripts are needed only where the binary has no package of its own name.
  const nodePackage = process.platform === 'linux' ? `node-linux-${process.arch}` : 'node';
  const nodeHome = await steps.step(`Node ${NODE_VERSION} for the server`, async () => {
    await writeFile(join(root, 'node', 'package.json'), '{"private":true}\n');
    await npm(
      ['install', `${nodePackage}@${NODE_VERSION}`, '--no-save', ...QUIET],
      join(root, 'node'),
    );
    return findNodeHome(join(root, 'node', 'node_modules'));
  });
  const node = nodeProgram(nodeHome);
  const withNode = { ...npmEnv(), npm_config_nodedir: nodeHome, JOBS: 'max' };
  withNode.PATH = `${dirname(node)}${delimiter}${process.env.PATH}`;
  await steps.step(`VS Code server (code-server ${CODE_SERVER_VERSION})`, async () => {
    await npm(['pack', `code-server@${CODE_SERVER_VERSION}`, '--silent'], root);
    const archive = `code-server-${CODE_SERVER_VERSION}.tgz`;
    await run('tar', ['-xzf', archive], { cwd: root, what: `unpacking ${archive}` });
    await rm(join(root, archive));
  });
  await steps.step('its packages', async () => {
    const args = ['install', '--omit=dev', '--ignore-scripts', ...QUIET];
    await npm([...args, '--legacy-peer-deps'], vscode, withNode);
    await npm(args, join(vscode, 'extensions'), withNode);
    await trim(vscode);
  });
  await buildNative(vscode, node, withNode, steps);
  const { version } = JSON.parse(await readFile(join(vscode, 'package.json'), 'utf8'));
  const ready = {
    version,
    node: node.slice(root.length + 1),
    serverMain: join('package', 'lib', 'vscode', 'out', 'server-main.js'),
  };
  await writeFile(join(root, READY_FILE), `${JSON.stringify(ready, null, 2)}\n`);
  log(`VS Code ${version} is ready in ${dirname(root)} (${steps.seconds()} s).`);
}

/**
 * The terminal and the file watcher are needed and bring binaries for most machines: they are built only where those
 * do not load. The logger and the watchdog bring none, and the server runs without them: it then has no log files and
 * its log channels stay empty.
 *
 * @param {string} vscode @param {string} node @param {NodeJS.ProcessEnv} env @param {ReturnType<typeof createSteps>} steps
 */
async function buildNative(vscode, node, env, steps) {
  const needed = [];
  for (const name of ['node-pty', '@parcel/watcher']) {
    if (!(await loads(vscode, node, name))) needed.push(name);
  }
  if (needed.length > 0 && !hasToolchain()) {
    throw new Error(
      `${needed.join(' and ')} must be built on this machine, which needs a C++ compiler, make and Python 3: install them and try again.`,
    );
  }
  if (!hasToolchain()) return;
  await steps.step('its native modules', async () => {
    if (needed.length > 0) await npm(['rebuild', ...needed, ...QUIET], vscode, env);
    try {
      await npm(['rebuild', '@vscode/spdlog', '@vscode/native-watchdog', ...QUIET], vscode, env);
    } catch (error) {
      steps.note(
        `The server's logger could not be built, it runs without its log files. ${error.message}`,
      );
    }
  });
}

/** @param {string} vscode @param {string} node @param {string} name */
async function loads(vscode, node, name) {
  try {
    await run(node, ['-e', `require(${JSON.stringify(name)})`], { cwd: vscode, timeoutMs: 60_000 });
    return true;
  } catch {
    return false;
  }
}

/** Binaries for other systems: a fifth of the whole. @param {string} vscode */
async function trim(vscode) {
  const modules = join(vscode, 'node_modules');
  const folders = [
    join(modules, '@vscode', 'ripgrep-universal', 'bin'),
    join(modules, 'node-pty', 'prebuilds'),
  ];
  for (const folder of folders) {
    for (const name of await readdir(folder).catch(() => [])) {
      if (name !== `${process.platform}-${process.arch}`)
        await rm(join(folder, name), { recursive: true });
    }
  }
}

/** @param {readonly string[]} args @param {string} cwd @param {NodeJS.ProcessEnv} [env] */
async function npm(args, cwd, env = npmEnv()) {
  await run('npm', args, { cwd, env, what: `npm ${args.slice(0, 2).join(' ')}` });
}

/** Ours, registry and proxy included, without what belongs to the npm command that may have started us. */
function npmEnv() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !BENDING_CONFIG.test(name)),
  );
}

/** The folder that holds the binary and its headers; where npm puts it depends on its version. @param {string} modules */
async function findNodeHome(modules) {
  const names = await readdir(modules);
  const candidates = [modules, ...names.map((name) => join(modules, name))].flatMap((folder) =>
    [folder, join(folder, 'node_modules')].flatMap((inner) => [
      inner,
      join(inner, `node-${process.platform}-${process.arch}`),
      join(inner, `node-bin-${process.platform}-${process.arch}`),
    ]),
  );
  const home = candidates.find((folder) => isExecutable(nodeProgram(folder)));
  if (!home)
    throw new Error(
      `npm installed no Node ${NODE_VERSION} for ${process.platform}-${process.arch} into ${modules}.`,
    );
  return home;
}

/** @param {string} home */
function nodeProgram(home) {
  return process.platform === 'win32' ? join(home, 'bin', 'node.exe') : join(home, 'bin', 'node');
}

/**
 * What killed installs left behind; we hold the lock. Not more than tidying up: an npm that outlived its install may
 * still be writing there, and the next install tries again.
 *
 * @param {string} cache
 * @param {string} key
 */
async function removeLeftovers(cache, key) {
  for (const name of await readdir(cache)) {
    const prefix = `${key}.tmp-`;
    if (!name.startsWith(prefix) || isRunning(Number(name.slice(prefix.length)))) continue;
    await rm(join(cache, name), { recursive: true, force: true }).catch(() => {});
  }
}

/** @param {(line: string) => void} log */
function createSteps(log) {
  const begin = Date.now();
  const secondsSince = (/** @type {number} */ start) => ((Date.now() - start) / 1000).toFixed(0);
  return {
    note: log,
    seconds: () => secondsSince(begin),
    /** @template T @param {string} what @param {() => Promise<T>} work @returns {Promise<T>} */
    async step(what, work) {
      log(`Setting up ${what} ...`);
      const start = Date.now();
      try {
        const result = await work();
        log(`  done in ${secondsSince(start)} s`);
        return result;
      } catch (error) {
        throw new Error(`Setting up the real editor failed at: ${what}. ${error.message}`, {
          cause: error,
        });
      }
    },
  };
}
