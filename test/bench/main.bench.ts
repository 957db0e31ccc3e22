import { benchAttribution } from './attribution.bench.ts';
import { benchGate } from './gate.bench.ts';
import { benchIngest } from './ingest.bench.ts';
import { benchLenses } from './lenses.bench.ts';

/** Prints figures; asserts nothing, for machines are shared and noisy. */
async function main(): Promise<void> {
  // The server's own timers do not keep a process alive.
  const alive = setInterval(() => {}, 1_000);
  benchAttribution();
  await benchLenses();
  benchGate();
  benchIngest();
  clearInterval(alive);
}

void main();
