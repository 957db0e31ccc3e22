// Replays the recorded editing sessions and prints whose characters we say they are:
// `npm run bench:attribution [-- NAME…]`. `-- --write` puts the tables into README.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { README, readmeWith } from './lib/readme.mjs';
import { build, ensurePackages, fail, ROOT } from './lib/setup.mjs';

ensurePackages();
build('--tests');
const args = process.argv.slice(2);
const names = args.filter((arg) => arg !== '--write');
const bench = join(ROOT, 'out/test/replay/main.bench.cjs');
const done = spawnSync(process.execPath, [bench, ...names], { encoding: 'utf8' });
process.stdout.write(done.stdout);
process.stderr.write(done.stderr);
if (done.status !== 0) fail('The replay did not end well.');
if (args.includes('--write')) {
  const [tables = ''] = done.stdout.split('\nMistakes');
  const command = 'npm run bench:attribution -- --write';
  writeFileSync(README, readmeWith('attribution', command, `\n${tables.trim()}\n`));
}
