import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallStore } from '../../core/repository.ts';
import { sha256Hex } from '../git/contentIds.ts';

/** An agent that never says how a call ended is not waited for longer. */
const FORGOTTEN_MS = 24 * 60 * 60 * 1_000;

/** What was seen before a call, until the call is over: one file a call below `root`. */
export function createCallStore(root: string): CallStore {
  const folder = join(root, 'calls');
  const fileOf = (call: string): string => join(folder, `${sha256Hex(call)}.json`);
  return Object.freeze({
    keep(call: string, seen: unknown): void {
      mkdirSync(folder, { recursive: true });
      forgetOld(folder);
      writeFileSync(fileOf(call), JSON.stringify(seen), { mode: 0o600 });
    },
    take(call: string): unknown {
      try {
        const seen: unknown = JSON.parse(readFileSync(fileOf(call), 'utf8'));
        rmSync(fileOf(call), { force: true });
        return seen;
      } catch {
        // Nobody told before the call, or its file is torn: then nothing is known of before.
        return undefined;
      }
    },
  });
}

function forgetOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (FORGOTTEN_MS < age) rmSync(file, { force: true });
  }
}
