import { fuzz } from '../support/fuzz/fuzz.ts';

/** 10,000 steps, the same every time. `npm run fuzz` takes any number and any seed. */
const RUNS: readonly { readonly seed: number; readonly steps: number }[] =
  process.env['COUNTERSIGN_FUZZ_SEED'] === undefined
    ? [1, 2, 3, 4].map((seed) => ({ seed, steps: 2_500 }))
    : [
        {
          seed: Number(process.env['COUNTERSIGN_FUZZ_SEED']),
          steps: Number(process.env['COUNTERSIGN_FUZZ_STEPS'] ?? 10_000),
        },
      ];

/** Long random runs against a model that never reads our answers. */
describe('Attribution under long random histories', () => {
  for (const { seed, steps } of RUNS) {
    it(`Every line keeps its owner through ${steps} steps (seed ${seed})`, async function () {
      this.timeout(0);
      await fuzz({
        steps,
        seed,
        say: (words) => console.log(words),
        shrinkMs: Number(process.env['COUNTERSIGN_FUZZ_SHRINK_MS'] ?? 30_000),
      });
    });
  }
});
