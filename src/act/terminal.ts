import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type * as vscode from 'vscode';
import type { CliRuntime } from './cli.ts';

/**
 * Puts `countersign` on the PATH of the integrated terminal: a folder of our own with two small
 * scripts that name the runtime and the command line by absolute path.
 */
export async function offerCliInTerminals(
  variables: Pick<vscode.EnvironmentVariableCollection, 'prepend' | 'description'>,
  folder: string,
  runtime: CliRuntime,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const shell = join(folder, 'countersign');
  await writeIfOther(shell, shellScript(runtime));
  await chmod(shell, 0o755);
  await writeIfOther(join(folder, 'countersign.cmd'), commandScript(runtime));
  variables.description = 'Adds the `countersign` command';
  // Also after the shell's own start-up files, which may set PATH anew.
  const moments = { applyAtProcessCreation: true, applyAtShellIntegration: true };
  variables.prepend('PATH', `${folder}${delimiter}`, moments);
}

async function writeIfOther(path: string, text: string): Promise<void> {
  const present = await readFile(path, 'utf8').catch(() => undefined);
  if (present !== text) await writeFile(path, text);
}

export function shellScript({ execPath, script, isElectron }: CliRuntime): string {
  const setting = isElectron ? 'ELECTRON_RUN_AS_NODE=1 ' : '';
  return `#!/bin/sh\n${setting}exec ${shellQuoted(execPath)} ${shellQuoted(script)} "$@"\n`;
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

export function commandScript({ execPath, script, isElectron }: CliRuntime): string {
  const lines = [
    '@echo off',
    'setlocal',
    ...(isElectron ? ['set ELECTRON_RUN_AS_NODE=1'] : []),
    `"${commandQuoted(execPath)}" "${commandQuoted(script)}" %*`,
    'exit /b %errorlevel%',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** A percent sign in a path must not name a variable; a quote cannot be in a Windows path. */
function commandQuoted(text: string): string {
  return text.replaceAll('%', '%%');
}
