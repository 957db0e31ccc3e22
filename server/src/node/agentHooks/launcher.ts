import { join } from 'node:path';
import type { HookRuntime } from '../hooks/shim.ts';
import { launcherFolder, marker, shQuoted } from './command.ts';

/** A file of the launcher as it must be. */
export interface LauncherFile {
  readonly path: string;
  readonly text: string;
}

/** What agents run: one file of POSIX sh, and on Windows a batch file beside it. */
export function launcherFiles(
  home: string,
  platform: string,
  runtime: HookRuntime,
): readonly LauncherFile[] {
  const path = join(launcherFolder(home), marker);
  if (platform !== 'win32') return [{ path, text: shLauncher(runtime) }];
  const slashed = (way: string) => way.replaceAll('\\', '/');
  const forSh = { ...runtime, node: slashed(runtime.node), cli: slashed(runtime.cli) };
  return [
    { path, text: shLauncher(forSh) },
    { path: `${path}.cmd`, text: batchLauncher(runtime) },
  ];
}

/** The runtime that a launcher of ours was written with, whatever its platform; undefined for other text. */
export function runtimeIn(text: string): HookRuntime | undefined {
  const value = (name: string): string | undefined => {
    const found = new RegExp(`^cs_${name}='(.*)'$`, 'm').exec(text)?.[1];
    if (found !== undefined) return found.replaceAll(`'\\''`, "'");
    return new RegExp(`^set "cs_${name}=(.*)"\\r?$`, 'm').exec(text)?.[1]?.replaceAll('%%', '%');
  };
  const node = value('node');
  const cli = value('cli');
  if (node === undefined || cli === undefined) return undefined;
  return { node, cli, electron: value('electron') === '1' };
}

/**
 * Runs what follows in this process, as `node cli.cjs …` would, but ends with 0 whatever happens:
 * an agent takes other codes for a refusal.
 */
const ALWAYS_ZERO =
  'process.on("exit",()=>{process.exitCode=0});process.on("uncaughtException",()=>process.exit(0));require(process.argv[1])';

/** POSIX sh, built-ins only up to the `exec`. Law: no output, exit code 0, no process besides Node's. */
export function shLauncher({ node, electron, cli }: HookRuntime): string {
  return `#!/bin/sh
# ${marker} 1
# Coding agents run this after they changed a file, so that Countersign can record what they wrote.
# "countersign hooks install --agents" wrote it; "countersign hooks uninstall --agents" takes it away.
cs_node=${shQuoted(node)}
cs_electron=${shQuoted(electron ? '1' : '')}
cs_cli=${shQuoted(cli)}

# An agent takes words for an answer, and an exit code for a refusal: there is neither.
exec >/dev/null 2>&1
trap 'exit 0' EXIT

if [ ! -f "$cs_cli" ]; then
  # An updated extension lies beside the folder of its old version.
  for cs_try in "\${cs_cli%/countersign.countersign-*}"/countersign.countersign-*/dist/cli.cjs; do
    if [ -f "$cs_try" ]; then cs_cli=$cs_try; fi
  done
fi
if [ -f "$cs_cli" ] && [ -f "$cs_node" ] && [ -x "$cs_node" ]; then
  if [ -n "$cs_electron" ]; then export ELECTRON_RUN_AS_NODE=1; fi
  export NODE_OPTIONS=
  exec "$cs_node" -e '${ALWAYS_ZERO}' -- "$cs_cli" "$@"
fi
if command -v countersign; then
  # Not by exec: an older version does not know the command, and its exit code must stay here.
  NODE_OPTIONS= countersign "$@"
fi
exit 0
`;
}

/** The same for Windows: a batch file cannot hand its process over, so it waits. */
export function batchLauncher({ node, electron, cli }: HookRuntime): string {
  const escaped = (text: string) => text.replaceAll('%', '%%');
  return [
    '@echo off',
    'setlocal DisableDelayedExpansion',
    `rem ${marker} 1`,
    'rem Coding agents run this after they changed a file, so that Countersign can record what they wrote.',
    `set "cs_node=${escaped(node)}"`,
    `set "cs_electron=${electron ? '1' : ''}"`,
    `set "cs_cli=${escaped(cli)}"`,
    'set "NODE_OPTIONS="',
    'if not exist "%cs_node%" goto path',
    'if not exist "%cs_cli%" goto path',
    'if "%cs_electron%"=="1" set "ELECTRON_RUN_AS_NODE=1"',
    '"%cs_node%" "%cs_cli%" %* >nul 2>nul',
    'exit /b 0',
    ':path',
    'where countersign >nul 2>nul && call countersign %* >nul 2>nul',
    'exit /b 0',
    '',
  ].join('\r\n');
}
