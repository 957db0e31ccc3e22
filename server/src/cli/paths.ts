import { lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Problem } from '../core/repository.ts';
import { err, ok, type Result } from '../core/result.ts';
import { plain } from './plain.ts';

/** What a person names as `PATH` or `PATH:LINE`. */
export interface Target {
  /** As the repository names it. */
  readonly path: string;
  /** 1-based; undefined for the whole file. */
  readonly line: number | undefined;
}

/** Reads `PATH[:LINE]`, typed in `dir`. A file whose name ends in `:3` wins over line 3 of another. */
export function readTarget(topLevel: string, dir: string, word: string): Result<Target, Problem> {
  const withLine = /^(.+):(\d+)$/s.exec(word);
  const isWholeName = withLine === null || kindOf(resolve(dir, word)) !== 'nothing';
  const name = isWholeName ? word : (withLine[1] ?? word);
  const file = resolve(dir, name);
  // Git holds a link as a link: who names one means the file behind it.
  const path = pathInside(topLevel, isLink(file) ? realPath(file) : file);
  if (path === undefined) {
    return err({
      code: 'outside-repository',
      message: `${plain(name)} is not inside the repository at ${plain(topLevel)}. Name a file of it, or use -C.`,
    });
  }
  return ok({ path, line: isWholeName ? undefined : Number(withLine[2]) });
}

/** A file's path as the repository names it; `` for the top itself, undefined outside. */
export function pathInside(topLevel: string, file: string): string | undefined {
  for (const [top, at] of [
    [topLevel, file],
    [realPath(topLevel), realPath(file)],
  ] as const) {
    const path = relative(top, at);
    if (path !== '..' && !path.startsWith(`..${sep}`) && resolve(path) !== path) {
      return path.split(sep).join('/');
    }
  }
  return undefined;
}

/** Writes repository paths as a person in `dir` would type them. */
export function createPathWriter(topLevel: string, dir: string): (path: string) => string {
  const folder = realPath(dir);
  const top = realPath(topLevel);
  return (path) => relative(folder, join(top, path)).split(sep).join('/') || '.';
}

/** A word as a shell takes it; bare where nothing in it means anything to a shell. */
export function shellWord(word: string, platform: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word) && !word.startsWith('-')) return word;
  if (platform === 'win32') return `"${word}"`;
  // oxlint-disable-next-line no-control-regex -- A line break in a file name.
  if (!/[\u0000-\u001f\u007f]/.test(word)) return `'${word.replaceAll("'", `'\\''`)}'`;
  return `$'${plain(word.replace(/['\\]/g, '\\$&'))}'`;
}

/** What lies at a place, links followed. */
export function kindOf(file: string): 'file' | 'folder' | 'nothing' {
  try {
    const stats = statSync(file);
    return stats.isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}

function isLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink();
  } catch {
    return false;
  }
}

/** One file has one name, also where a folder above it is a link, or it is not there. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    try {
      return join(realpathSync(dirname(file)), basename(file));
    } catch {
      return file;
    }
  }
}
