import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/golden.ts';

/** Undefined when a program starts; otherwise what is missing and what installs it. */
export function missingTool(
  command: string,
  args: readonly string[],
  install: string,
): string | undefined {
  const { status } = spawnSync(command, args, { stdio: 'ignore' });
  return status === 0 ? undefined : `\`${command}\` is not installed (${install})`;
}

/** What a program writes, given a text; undefined where it fails. */
export function filtered(
  command: string,
  args: readonly string[],
  text: string,
): string | undefined {
  const done = spawnSync(command, args, { input: text, encoding: 'utf8', maxBuffer: 1 << 28 });
  return done.status === 0 ? done.stdout : undefined;
}

/** Runs a program that must succeed, such as a compiler. */
export function mustRun(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): void {
  const options = { encoding: 'utf8', env: { ...process.env, ...env } } as const;
  const { status, stdout, stderr } = spawnSync(command, args, options);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`);
}

/** Where a row puts what it compiles. */
export function outputFolder(name: string): string {
  const folder = join(ROOT, 'out/oracle', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The file of a row that is no TypeScript. */
export function besideRow(name: string, file: string): string {
  return join(ROOT, 'test/oracle', name, file);
}

/** Files below folders, sorted; folders that are not there hold none. */
export function filesBelow(
  folders: readonly string[],
  isWanted: (path: string) => boolean,
): readonly string[] {
  return folders
    .flatMap((folder) => namesBelow(folder).map((name) => join(folder, name)))
    .filter(isWanted)
    .toSorted();
}

function namesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}
