import { readFileSync, statSync, writeFileSync } from 'node:fs';
import type { Problem } from '../core/repository.ts';
import { err, ok, type Result } from '../core/result.ts';

/** More than any trace or note of a repository's whole history. */
const MAX_BYTES = 256 << 20;
const STDIN = 0;

/** A text that a person named on the command line; `-` is standard input. */
export function readUserFile(file: string): Result<string, Problem> {
  try {
    if (file !== '-' && MAX_BYTES < statSync(file).size) {
      return err(problem(file, `cannot be read: it is larger than ${MAX_BYTES >> 20} MB`));
    }
    return ok(readFileSync(file === '-' ? STDIN : file, 'utf8'));
  } catch (error) {
    return err(problem(file, `cannot be read: ${wordsOf(error)}`));
  }
}

export function writeUserFile(file: string, text: string): Result<void, Problem> {
  try {
    writeFileSync(file, text);
    return ok(undefined);
  } catch (error) {
    return err(problem(file, `cannot be written: ${wordsOf(error)}`));
  }
}

function problem(file: string, what: string): Problem {
  return { code: 'no-file', message: `${file === '-' ? 'Standard input' : file} ${what}.` };
}

function wordsOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file or folder';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
    case 'EPERM':
      return 'that is not allowed';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
