import { setFlagsFromString } from 'node:v8';

/**
 * For a process that ends soon. V8 optimizes a grammar's huge lexer function after a few lines of
 * text, which costs more than parsing a whole commit (measured on Node 20: 80 of 160 ms). Far more text
 * must pass first; the flag is known to these versions and changes nothing but when that happens.
 * Before any code is loaded: V8 refuses what it compiled under other flags.
 */
export function holdBackOptimizer(): void {
  const major = Number.parseInt(process.versions.node, 10);
  const isKnown = 20 <= major && major <= 24 && process.versions['electron'] === undefined;
  if (isKnown) setFlagsFromString('--wasm-tiering-budget=1000000000');
}
