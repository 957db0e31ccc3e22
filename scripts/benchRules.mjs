// Prints the figures of the rules on real code: `npm run bench:rules`.
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ensurePackages, ROOT } from './lib/setup.mjs';

ensurePackages();
const { build } = await import('esbuild');
const outfile = join(ROOT, 'out/benchRules/main.cjs');
await build({
  absWorkingDir: ROOT,
  entryPoints: ['test/bench/rules/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: 'inline',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  external: ['mocha', 'fast-check'],
  define: { COUNTERSIGN_ROOT: JSON.stringify(ROOT), COUNTERSIGN_VERSION: '"0"' },
  alias: { 'web-tree-sitter': './node_modules/web-tree-sitter/web-tree-sitter.cjs' },
});
const args = ['--enable-source-maps', outfile, ...process.argv.slice(2)];
const done = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
process.exit(done.status ?? 1);
