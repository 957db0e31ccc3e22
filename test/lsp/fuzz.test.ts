import { fuzz } from '../support/fuzz/fuzz.ts';

/**
 * Long random runs against a model that never reads our answers. `npm run fuzz` takes any number of
 * steps and any seed; these are the same every time.
 */
const STEPS = Number(process.env['COUNTERSIGN_FUZZ_STEPS'] ?? 2_000);
const SEED = Number(process.env['COUNTERSIGN_FUZZ_SEED'] ?? 7);

describe('Attribution under long random histories', () => {
  it(`Every line keeps its owner through ${STEPS} steps`, async function () {
    this.timeout(0);
    await fuzz({
      steps: STEPS,
      seed: SEED,
      say: (words) => console.log(words),
      shrinkMs: Number(process.env['COUNTERSIGN_FUZZ_SHRINK_MS'] ?? 30_000),
    });
  });
});
