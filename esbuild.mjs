// Builds the three bundles, and the tests with --tests. Says which modules stay outside each
// bundle and fails when one is not allowed there: Node's own for all, `vscode` for the extension.
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const isForTests = process.argv.includes('--tests');

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: isForTests ? 'inline' : false,
  legalComments: 'none',
  // Some packages offer a UMD build first, whose own requires no bundler can follow.
  mainFields: ['module', 'main'],
  metafile: true,
  logLevel: 'warning',
  define: { COUNTERSIGN_VERSION: JSON.stringify(manifest.version) },
  // The module build of the parser asks for import.meta, which a CommonJS bundle does not have.
  alias: { 'web-tree-sitter': './node_modules/web-tree-sitter/web-tree-sitter.cjs' },
};

/** The grammars a language row names; the others of the package are left out. */
const GRAMMARS = [
  'javascript',
  'typescript',
  'tsx',
  'python',
  'go',
  'rust',
  'java',
  'c-sharp',
  'cpp',
  'ruby',
  'php',
];

/** In bytes. Unpacking takes milliseconds, and a commit waits: C++, C# and Ruby are most of what it saves. */
const PACKED_FROM = 2_000_000;

const BUNDLES = [
  { name: 'extension', entry: 'src/extension.ts', external: ['vscode', './client.cjs'] },
  // The language client is most of the extension's code, and waits for the first file.
  { name: 'client', entry: 'src/client.ts', external: ['vscode'] },
  { name: 'server', entry: 'server/src/serverMain.ts', external: [] },
  { name: 'cli', entry: 'server/src/cliMain.ts', external: [], banner: '#!/usr/bin/env node' },
  // Parts of the command line, loaded when they are needed: what is not read costs nothing.
  { name: 'ingest', entry: 'server/src/ingestMain.ts', external: [] },
  { name: 'gate', entry: 'server/src/gateMain.ts', external: [] },
  { name: 'parser', entry: 'server/src/parserMain.ts', external: [] },
  { name: 'rules', entry: 'server/src/rulesMain.ts', external: [] },
  // For teams with rules of their own; what runs them is a thread.
  { name: 'teamRules', entry: 'server/src/teamRulesMain.ts', external: [] },
  { name: 'ruleEngine', entry: 'server/src/ruleEngineMain.ts', external: [] },
  // A thread that tells slow regular expressions; large, and only suspicious ones need it.
  { name: 'regex', entry: 'server/src/regexMain.ts', external: [], isPacked: true },
  { name: 'commands', entry: 'server/src/commandsMain.ts', external: [] },
];

for (const { name, entry, external, banner = '', isPacked = false } of BUNDLES) {
  const { metafile } = await build({
    ...common,
    sourcemap: false,
    // What is started from compiled code has no module loader to import with.
    supported: { 'dynamic-import': false },
    // Every start reads the bundle: half the bytes, half the time.
    minify: true,
    entryPoints: [entry],
    outfile: `dist/${name}.cjs`,
    external,
    banner: { js: banner },
    plugins: external.includes('./client.cjs') ? [resolveClient()] : [withoutExamples()],
  });
  // What has a first line that names its interpreter can be started by its name.
  if (banner !== '') chmodSync(join(root, `dist/${name}.cjs`), 0o755);
  audit(name, metafile, external);
  if (isPacked) packBundle(join(root, `dist/${name}.cjs`));
}
copyGrammars();
if (isForTests) await buildTests();

/** @returns {import('esbuild').Plugin} */
function resolveClient() {
  return {
    name: 'client-apart',
    setup({ onResolve }) {
      onResolve({ filter: /\/client\.ts$/ }, ({ kind }) =>
        kind === 'dynamic-import' ? { path: './client.cjs', external: true } : undefined,
      );
    },
  };
}

/**
 * Rules' examples are for tests and docs. Some look like secrets, as they must, and none of them is shipped.
 * @returns {import('esbuild').Plugin}
 */
function withoutExamples() {
  return {
    name: 'without-examples',
    setup({ onLoad }) {
      onLoad({ filter: /questions[\\/]rules[\\/]examples[\\/]\w+\.ts$/ }, ({ path }) => {
        const names = readFileSync(path, 'utf8').matchAll(
          /^export const (\w+): readonly Example/gm,
        );
        const contents = [...names].map(([, name]) => `export const ${name} = [];`).join('\n');
        return { contents, loader: 'js' };
      });
    },
  };
}

function audit(name, metafile, allowed) {
  const found = Object.values(metafile.outputs)
    .flatMap((output) => output.imports)
    .filter((imported) => imported.external)
    .map((imported) => imported.path.replace(/^node:/, ''));
  /** @type {string[]} */
  const outside = [...new Set(found)].sort((a, b) => (a < b ? -1 : 1));
  const wrong = outside.filter(
    (module) => !builtinModules.includes(module) && !allowed.includes(module),
  );
  if (0 < wrong.length) {
    console.error(`dist/${name}.cjs would need ${wrong.join(', ')} at run time; bundle it.`);
    process.exit(1);
  }
  const bytes = Object.values(metafile.outputs)[0]?.bytes ?? 0;
  console.log(`dist/${name}.cjs  ${Math.round(bytes / 1024)} kB  needs ${outside.join(', ')}`);
}

/**
 * Large and seldom read: packed a third tighter than a VSIX packs. One step more would save a tenth
 * and take thirty times as long.
 */
function pack(bytes, to) {
  const params = {
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  writeFileSync(`${to}.br`, brotliCompressSync(bytes, { params }));
}

function packBundle(file) {
  pack(readFileSync(file), file);
  rmSync(file);
}

function copyGrammars() {
  const packages = join(root, 'node_modules');
  const to = join(root, 'dist/grammars');
  // What an older build left here would be packaged.
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  // Small, and read at every start.
  cpSync(join(packages, 'web-tree-sitter/web-tree-sitter.wasm'), join(to, 'web-tree-sitter.wasm'));
  pack(readFileSync(join(packages, '@ast-grep/wasm/wasm_bg.wasm')), join(to, 'ast-grep.wasm'));
  for (const grammar of GRAMMARS) {
    const file = `tree-sitter-${grammar}.wasm`;
    const bytes = readFileSync(join(packages, '@vscode/tree-sitter-wasm/wasm', file));
    if (PACKED_FROM < bytes.length) pack(bytes, join(to, file));
    else writeFileSync(join(to, file), bytes);
  }
}

async function buildTests() {
  const entries = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:test|child)\.ts$|main\.bench\.ts$/.test(file))
    .map((file) => join('test', file));
  rmSync(join(root, 'out/test'), { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: entries,
    outdir: 'out/test',
    outbase: 'test',
    outExtension: { '.js': '.cjs' },
    external: ['vscode', 'mocha', 'fast-check', 'typescript', 'esbuild'],
    define: { ...common.define, COUNTERSIGN_ROOT: JSON.stringify(root) },
  });
}
