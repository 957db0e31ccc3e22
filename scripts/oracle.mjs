// Compares blocks and their hashes with what each language's own parser says of real source files:
// `npm run oracle -- go rust`. Without names: every language of the table.
//
//   --seed 7      the run is repeated exactly; without it the time is one, and it is printed
//   --units 300   pieces of real code that are mutated (a whole small file, or one declaration)
//   --mutants 30  mutants of each
//   --files 100   files that go through the language's formatter
//   --show 3      examples printed of each class
//
// What is checked (DESIGN section 6; T is the parser's tree without positions and comments, H the
// codeHashes of all blocks of the text in order):
//
//   (a) equal H, equal T: always. Over all mutants of a unit against each other. Any counterexample
//       fails.
//   (b) equal T, equal H: for each mutant against the text it was made from. What differs must fall
//       into a class that the language's row names; an unnamed difference fails. Classes are counted.
//   (c) 99 % of the blocks of de-formatted real files keep their codeHash under the formatter; what
//       does not is counted by class, and must have one where the file's tree is still the same.
//       De-formatted files have the tree of the real ones.
//   (d) a text that is read as another dialect of the family has the same H exactly where it has the
//       same T. Any counterexample fails.
//
// A language is a row: `test/oracle/<language>/row.ts` and one line in `test/oracle/table.ts`. The
// row's type with what each field must promise is `test/oracle/row.ts`. In short, a row says
//
//   name, extension   what is asked for here; how texts are named for the block reader
//   missing()         which tool is not installed and what installs it, or undefined
//   sources()         real files, none of them the project's own
//   unit(block, file) a text that parses alone made of one top-level block, or undefined
//   open()            the language's own parser, for as long as the row runs
//   isFormatted(file) whether its authors format a file (all, if not given); (c) formats another
//                     one first and tells apart what that rewrites
//   isLeftBehind(text)  which de-formatted texts (c) takes (all, if not given)
//   format(texts)     the language's formatter, or undefined: then (c) is told as not run
//   formatters        instead, where there are several: (c) is run and must hold for each
//   dialects          other kinds of files with hashes of the same family, for (d)
//   words, blanks     tokens and white space (comments too) for mutations to put in
//   classOf(change)   the listed class of a difference in (b) or (c), or undefined
//
// `test/oracle/engine/lineProcess.ts` runs a parser as a process: one line of base64 in (the text), one line
// out (`=` and the tree in base64, `!` and why it does not parse). Write that program in the
// language itself, beside its row.
//
// Exit codes: 0 every language asked for passed; 1 one failed; 2 one could not run because a tool
// is missing, which is told and never counts as passed.
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ensurePackages, ROOT } from './lib/setup.mjs';

ensurePackages();
const { build } = await import('esbuild');
const outfile = join(ROOT, 'out/oracle/main.cjs');
await build({
  absWorkingDir: ROOT,
  entryPoints: ['test/oracle/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: 'inline',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  external: ['mocha', 'fast-check', 'prettier', '@ts-morph/common', '@wasm-fmt/ruff_fmt'],
  define: { COUNTERSIGN_ROOT: JSON.stringify(ROOT), COUNTERSIGN_VERSION: '"0"' },
  alias: { 'web-tree-sitter': './node_modules/web-tree-sitter/web-tree-sitter.cjs' },
});
const args = ['--enable-source-maps', outfile, ...process.argv.slice(2)];
const done = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
process.exit(done.status ?? 1);
