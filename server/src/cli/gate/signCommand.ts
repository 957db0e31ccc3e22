import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { CliRuntime, GateHost } from '../host.ts';
import { shellWord } from '../paths.ts';

/** Naming more places than this makes a line nobody reads: files are named instead. */
const MAX_PLACES = 8;
/** Who has more files than this to sign takes them in turns. */
const MAX_FILES = 20;

export interface SignPlace {
  /** As the person would type it. */
  readonly path: string;
  readonly line: number;
}

/** The one command that signs these blocks, as a person can paste it. */
export function signCommand(host: GateHost, places: readonly SignPlace[]): string {
  const words =
    places.length <= MAX_PLACES
      ? places.map(({ path, line }) => `${path}:${line}`)
      : [...new Set(places.map(({ path }) => path))].slice(0, MAX_FILES);
  const { platform } = host.runtime;
  const targets = words.map((word) =>
    shellWord(word.startsWith('-') ? `./${word}` : word, platform),
  );
  return `${programWords(host)} sign ${targets.join(' ')}`;
}

/** `countersign` where that starts this very installation, else all of it by absolute path. */
export function programWords({ env, runtime }: GateHost): string {
  if (isOnPath(env['PATH'] ?? env['Path'] ?? '', env['COUNTERSIGN_BIN'], runtime)) {
    return 'countersign';
  }
  const asNode = !runtime.electron
    ? ''
    : runtime.platform === 'win32'
      ? 'set ELECTRON_RUN_AS_NODE=1&& '
      : 'ELECTRON_RUN_AS_NODE=1 ';
  return `${asNode}${quoted(runtime.node, runtime)} ${quoted(runtime.cli, runtime)}`;
}

function isOnPath(path: string, named: string | undefined, runtime: CliRuntime): boolean {
  const names =
    runtime.platform === 'win32' ? ['countersign.cmd', 'countersign.exe'] : ['countersign'];
  const cli = realOf(runtime.cli);
  for (const folder of path.split(delimiter)) {
    for (const name of names) {
      const file = realOf(join(folder, name));
      if (folder === '' || file === undefined || !isFile(file)) continue;
      // A shell takes the first one it meets, so that one decides.
      return (
        file === cli || (named !== undefined && realOf(named) === file) || startsCli(file, runtime)
      );
    }
  }
  return false;
}

/**
 * A small script that names our bundle, as the extension puts one into its terminals. The hook may
 * have been installed by another copy of us: whichever the terminal starts signs just as well.
 */
function startsCli(file: string, { cli }: CliRuntime): boolean {
  const head = Buffer.alloc(4096);
  try {
    const fd = openSync(file, 'r');
    try {
      const script = head.toString('utf8', 0, readSync(fd, head));
      return script.includes(cli) || /[\\/]dist[\\/]cli\.cjs['"]/.test(script);
    } finally {
      closeSync(fd);
    }
  } catch {
    return false;
  }
}

function quoted(path: string, { platform }: CliRuntime): string {
  return platform === 'win32' || !/["$`\\!]/.test(path) ? `"${path}"` : shellWord(path, platform);
}

function realOf(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
