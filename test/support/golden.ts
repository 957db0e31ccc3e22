import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The checkout's folder, put in place by the bundler. */
declare const COUNTERSIGN_ROOT: string;

export const ROOT = COUNTERSIGN_ROOT;
export const FIXTURES = join(ROOT, 'test/fixtures');

/** Names of the case files in a folder of fixtures, sorted. */
export function caseFiles(folder: string, suffix: string): readonly string[] {
  return readdirSync(join(FIXTURES, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(suffix))
    .sort();
}

/**
 * Compares what a case's file says after its last `== expect` line with what came out;
 * `UPDATE=1` records it anew, and the diff is there to be read.
 */
export function checkExpectation(file: string, actual: string): void {
  const text = readFileSync(file, 'utf8');
  const mark = '== expect\n';
  const at = text.lastIndexOf(mark);
  assert.ok(0 <= at, `${file} has no "== expect" line`);
  const head = text.slice(0, at + mark.length);
  if (process.env['UPDATE'] === '1') writeFileSync(file, `${head}${actual}\n`);
  else assert.equal(`${actual}\n`, text.slice(at + mark.length), file);
}
