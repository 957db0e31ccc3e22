import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ROOT } from '../support/golden.ts';

type Room = 'core' | 'app' | 'node' | 'protocol' | 'lsp' | 'cli' | 'main' | 'extension';

/** Who may import whom (ARCHITECTURE.md, "Rooms"); a room may always import itself. */
const MAY_IMPORT: { readonly [R in Room]: readonly Room[] } = {
  core: [],
  app: ['core'],
  node: ['core'],
  protocol: [],
  lsp: ['core', 'app', 'protocol'],
  cli: ['core', 'app'],
  main: ['core', 'app', 'node', 'lsp', 'cli'],
  extension: ['protocol'],
};

/** Packages a room may import; Node's own modules are `node:`. */
const MAY_USE: { readonly [R in Room]: readonly string[] } = {
  core: ['diff', 'jsonc-parser', 'picomatch', 'saxes', 'smol-toml', 'yaml'],
  app: [],
  node: [
    'node:',
    'jsonc-parser',
    'web-tree-sitter',
    'vscode-uri',
    'recheck',
    'recheck/lib/browser.js',
  ],
  protocol: [],
  lsp: ['vscode-languageserver', 'vscode-languageserver-textdocument'],
  cli: ['node:', 'commander', 'zod', 'diff'],
  main: ['node:', 'vscode-languageserver/node'],
  extension: ['node:', 'vscode', 'vscode-languageclient/node'],
};

interface Import {
  readonly file: string;
  readonly from: Room;
  readonly name: string;
  readonly isTypeOnly: boolean;
}

describe('Architecture', () => {
  const imports = [...sources('server/src'), ...sources('src')].flatMap(importsOf);

  it('Rooms import only the rooms below them', () => {
    const wrong = imports
      .filter(({ name }) => name.startsWith('.'))
      .filter(({ file, from, name }) => {
        const to = roomOf(relative(ROOT, resolve(ROOT, dirname(file), name)));
        return to !== from && !MAY_IMPORT[from].includes(to);
      })
      .map(({ file, name }) => `${file} imports ${name}`);
    assert.deepEqual(wrong, []);
  });

  it('Rooms use only the packages their table names', () => {
    const wrong = imports
      .filter(({ name }) => !name.startsWith('.'))
      .filter(
        ({ from, name }) =>
          !MAY_USE[from].some(
            (allowed) => name === allowed || (allowed === 'node:' && name.startsWith('node:')),
          ),
      )
      .map(({ file, name }) => `${file} imports ${name}`);
    assert.deepEqual(wrong, []);
  });

  it('Only src/extension.ts imports `vscode` as a value', () => {
    const values = imports.filter(({ name, isTypeOnly }) => name === 'vscode' && !isTypeOnly);
    assert.deepEqual(
      values.map(({ file }) => file),
      ['src/extension.ts'],
    );
  });

  it('Core reads no clock, no random and no environment', () => {
    const wrong = sources('server/src/core').filter((file) =>
      /\bDate\.now\(|\bnew Date\(|\bMath\.random\(|\bprocess\.[a-z]+\b(?= |\(|\[)|\bsetTimeout\(|\bconsole\./.test(
        codeOf(file),
      ),
    );
    assert.deepEqual(wrong, []);
  });

  it('Processes are started with argument arrays, never through a shell', () => {
    const wrong = [...sources('server/src'), ...sources('src')].filter((file) =>
      /\bexecSync\(|\bexec\(['"`]|shell:\s*true/.test(codeOf(file)),
    );
    assert.deepEqual(wrong, []);
  });

  it('No room opens a connection: code stays on this machine', () => {
    const network = /^(?:node:)?(?:net|tls|http|https|http2|dgram|dns)$/;
    const wrong = imports.filter(({ name }) => network.test(name));
    assert.deepEqual(wrong, []);
    const calls = [...sources('server/src'), ...sources('src')].filter((file) =>
      /(?<![.#\w])fetch\(|\bWebSocket\b|\bXMLHttpRequest\b/.test(codeOf(file)),
    );
    assert.deepEqual(calls, []);
  });

  it('Files stay short enough to hold one idea', () => {
    const long = [...sources('server/src'), ...sources('src')]
      .map((file) => ({ file, nLines: readFileSync(join(ROOT, file), 'utf8').split('\n').length }))
      .filter(({ nLines }) => 450 < nLines);
    assert.deepEqual(long, []);
  });
});

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

function roomOf(file: string): Room {
  if (file.startsWith('src/')) return 'extension';
  const name = /^server\/src\/(\w+)\//.exec(file)?.[1];
  switch (name) {
    case 'core':
    case 'app':
    case 'node':
    case 'protocol':
    case 'lsp':
    case 'cli':
      return name;
    default:
      return 'main';
  }
}

/** A file without its doc comments, and a rule without its examples: code that is shown, never run. */
function codeOf(file: string): string {
  if (file.startsWith('server/src/core/questions/rules/examples/')) return '';
  const text = readFileSync(join(ROOT, file), 'utf8').replace(/^\s*\/\*\*.*\*\/$/gm, '');
  return file.startsWith('server/src/core/questions/rules/')
    ? text.replace(/^ {2}examples: \[$[^]*?^ {2}\],$/m, '')
    : text;
}

function importsOf(file: string): Import[] {
  const text = codeOf(file);
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\s+from\s+)?'([^']+)'|\bimport\('([^']+)'\)|\brequire\('([^']+)'\)/gm,
  );
  return [...found].map((match) => ({
    file,
    from: roomOf(file),
    name: match[2] ?? match[3] ?? match[4] ?? '',
    isTypeOnly: match[1] !== undefined,
  }));
}
