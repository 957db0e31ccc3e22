import { benchAttribution } from './attribution.bench.ts';
import { benchGate } from './gate.bench.ts';
import { benchLenses } from './lenses.bench.ts';

/** Prints figures; asserts nothing, for machines are shared and noisy. */
async function main(): Promise<void> {
  benchAttribution();
  await benchLenses();
  benchGate();
}

void main();
