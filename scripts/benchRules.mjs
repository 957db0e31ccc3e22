// Prints what the rules do on real code, on planted defects and on other tools' tests, and what they
// cost: `npm run bench:rules -- go rust`. Without names: every language.
//
//   --only noise,planted,precision,foreign,speed   some parts; without it all
//   --rules id,id               only these rules
//   --seed 7                    which functions are drawn
//   --functions 1000            how many of each language, half from libraries, half from applications
//   --show 3                    examples printed of each rule, and of each reason why one is missed
//   --fetch                     only fetch the code, and print nothing else
//   --collect                   write questions for readers to label into out/labels, --minutes 5 a language,
//                               until --labels 38 of each rule have one
//   --take                      take what readers wrote (out/labels/a, b, c) into test/bench/rules/labels
//
// The real code is fetched once, in pinned versions, into out/corpora, or into the folder that
// COUNTERSIGN_CORPORA names: with `npm pack`, and from Debian with a package list of its own. Where that
// cannot be had, a language (or a suite of tests) is told as not measured. Nothing of it is run, and
// nothing kept here.
//
// Exit codes: 0 the budgets are kept; 1 one is not.
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ensurePackages, ROOT } from './lib/setup.mjs';

ensurePackages();
const { build } = await import('esbuild');
const outdir = join(ROOT, 'out/benchRules');
const common = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  outExtension: { '.js': '.cjs' },
  external: ['mocha', 'fast-check'],
  define: { COUNTERSIGN_ROOT: JSON.stringify(ROOT), COUNTERSIGN_VERSION: '"0"' },
  alias: { 'web-tree-sitter': './node_modules/web-tree-sitter/web-tree-sitter.cjs' },
};
await build({
  ...common,
  entryPoints: ['test/bench/rules/main.ts', 'test/bench/rules/cold.child.ts'],
  outdir,
  sourcemap: 'inline',
});
// As dist/rules.cjs is made, whose start is measured.
await build({
  ...common,
  entryPoints: { rules: 'server/src/core/questions/rules/table.ts' },
  outdir,
  minify: true,
});
const args = ['--enable-source-maps', join(outdir, 'main.cjs'), ...process.argv.slice(2)];
const done = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
process.exit(done.status ?? 1);
