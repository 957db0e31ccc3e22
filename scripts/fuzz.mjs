// Runs the fuzzers (attribution, code readers, rules) for any number of steps: `npm run fuzz -- --steps 100000 --seed 7`.
// Without a seed the time is one; it is printed, and the same seed does the same again.
import { join } from 'node:path';
import { build, ensurePackages, fail, ROOT, run } from './lib/setup.mjs';

const args = process.argv.slice(2);
const numberOf = (name, otherwise) => {
  const at = args.indexOf(`--${name}`);
  const value = at < 0 ? otherwise : Number(args[at + 1]);
  if (!Number.isSafeInteger(value) || value < 0) fail(`--${name} needs a whole number.`);
  return String(value);
};
const env = {
  ...process.env,
  COUNTERSIGN_FUZZ_STEPS: numberOf('steps', 10_000),
  COUNTERSIGN_FUZZ_SEED: numberOf('seed', Date.now() % 2 ** 31),
};

ensurePackages();
build('--tests');
const mocha = join(ROOT, 'node_modules/mocha/bin/mocha.js');
const tests = ['lsp/fuzz', 'core/code/robust', 'core/questions/robust'].map((name) =>
  join(ROOT, `out/test/${name}.test.cjs`),
);
run(process.execPath, ['--enable-source-maps', mocha, '--no-config', '--exit', ...tests], { env });
