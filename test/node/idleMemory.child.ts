import { setTimeout } from 'node:timers/promises';
import { IDLE_MS } from '../../server/src/core/idle.ts';
import { createIdleReader } from '../../server/src/node/parsers/idleReader.ts';
import { GRAMMAR_FOLDERS, sha256 } from '../core/blocks/testReader.ts';
import { freshParser } from '../support/freshParser.ts';
import { createFakeTimers } from '../support/fakeTimers.ts';

const { schedule, now, advance } = createFakeTimers();

/**
 * Reads a file of three grammars, and prints what memory WebAssembly held then and holds when they
 * were let go, in bytes.
 */
async function main([file = '']: readonly string[]): Promise<void> {
  const reader = createIdleReader({
    load: () => freshParser(file),
    grammars: GRAMMAR_FOLDERS,
    sha256,
    ms: now,
    timers: { after: (ms, callback) => ({ cancel: schedule(ms, callback) }) },
  });
  for (const path of ['a.ts', 'a.py', 'a.go']) await reader.read(path, 'a = 1\n');
  const before = process.memoryUsage().external;
  advance(IDLE_MS);
  // What an object kept is freed with the next collection.
  for (let round = 0; round < 4; round++) {
    globalThis.gc?.();
    await setTimeout(100);
  }
  console.log(JSON.stringify({ before, after: process.memoryUsage().external }));
}

void main(process.argv.slice(2));
