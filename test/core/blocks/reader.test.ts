import assert from 'node:assert/strict';
import { createBlockReader } from '../../../server/src/node/parsers/blockReader.ts';
import type { GrammarProblem } from '../../../server/src/node/parsers/grammars.ts';
import { blockNamed, createTestReader, GRAMMAR_FOLDERS, sha256 } from './testReader.ts';

describe('Blocks: reader', () => {
  const reader = createTestReader();

  it('A grammar that cannot be loaded is told once, and its files are read by paragraphs', async () => {
    const problems: GrammarProblem[] = [];
    const [runtime = ''] = GRAMMAR_FOLDERS;
    const poor = createBlockReader({
      grammars: [runtime, '/no/such/folder'],
      sha256,
      onProblem: (problem) => problems.push(problem),
    });
    const text = 'def f():\n    pass\n\ndef g():\n    pass\n';
    for (let round = 0; round < 2; round++) {
      const { blocks } = await poor.read('a.py', text);
      assert.deepEqual(
        blocks.map(({ symbol, language }) => [symbol, language]),
        [
          ['(paragraph)', 'python'],
          ['(paragraph)', 'python'],
        ],
      );
    }
    const document = await poor.open('b.py', text);
    assert.equal(
      document.update('x\n', [{ start: 0, end: text.length, text: 'x\n' }]).blocks.length,
      1,
    );
    assert.deepEqual(
      problems.map(({ grammar }) => grammar),
      ['python'],
    );
    assert.match(problems[0]?.message ?? '', /tree-sitter-python\.wasm/);
  });

  it('The language is told by the end of the name', async () => {
    for (const [path, language] of [
      ['src/a.ts', 'typescript'],
      ['a.d.mts', 'typescript'],
      ['a.TSX', 'typescriptreact'],
      ['a.cjs', 'javascript'],
      ['a.jsx', 'javascriptreact'],
      ['a.pyi', 'python'],
      ['a.go', 'go'],
      ['a.rs', 'rust'],
      ['a.zig', 'plaintext'],
      ['src/main/java/A.java', 'java'],
      ['Program.cs', 'csharp'],
      ['build.cake', 'csharp'],
      ['a.rb', 'ruby'],
      ['a.php', 'php'],
      ['a.hpp', 'cpp'],
      ['a.h', 'cpp'],
      ['a.c', 'c'],
      ['Makefile', 'plaintext'],
    ] as const) {
      assert.equal((await reader.read(path, 'a = 1')).blocks[0]?.language, language, path);
    }
  });

  it('Texts beyond the limits are read by paragraphs, and parsed again when they shrink', async () => {
    const small = 'function f() {}\n';
    const long = `${small}// ${'x'.repeat(20_000)}\n`;
    const large = small + '// x\n'.repeat(1 << 18);
    for (const text of [long, large]) {
      assert.equal((await reader.read('a.ts', text)).blocks[0]?.symbol, '(paragraph)');
      const document = await reader.open('a.ts', small);
      const grown = document.update(text, [
        { start: small.length, end: small.length, text: text.slice(small.length) },
      ]);
      assert.equal(grown.blocks[0]?.symbol, '(paragraph)');
      const shrunk = document.update(small, [{ start: small.length, end: text.length, text: '' }]);
      assert.equal(shrunk.blocks[0]?.symbol, 'f');
      document.dispose();
    }
  });

  it('A text of blanks has no blocks', async () => {
    for (const path of ['a.ts', 'a.py', 'a.md']) {
      assert.deepEqual((await reader.read(path, '')).blocks, []);
      assert.deepEqual((await reader.read(path, ' \n\t\r\n')).blocks, []);
    }
  });

  it('Lines and ranges hold with CRLF, lone CR, a byte order mark and characters outside the BMP', async () => {
    const map = await reader.read(
      'a.ts',
      '\ufeff// 😀\r\n\r\nfunction f() {\r\n  g("😀");\r\n}\rfunction h() {}\r\n',
    );
    assert.deepEqual(
      map.blocks.map(({ symbol, lines }) => [symbol, lines.startLine, lines.endLine]),
      [
        ['(top level)', 1, 1],
        ['f', 3, 5],
        ['h', 6, 6],
      ],
    );
    const { range } = blockNamed(map, 'h');
    assert.equal(range.end - range.start, 'function h() {}'.length);
  });

  it('A comment behind a block ends before its line end, CRLF or not', async () => {
    for (const [path, line] of [
      ['a.go', 'func f() {} // c'],
      ['a.rs', 'fn f() {} // c'],
    ] as const) {
      const [f] = (await reader.read(path, `${line}\r\n\r\n${line}\r\n`)).blocks;
      assert.equal(f?.textHash, sha256(line), path);
    }
  });

  it('Deep nesting exhausts no stack', async () => {
    const n = 3000;
    for (const [path, text] of [
      ['a.ts', `${'{'.repeat(n)}${'}'.repeat(n)}`],
      ['a.ts', `a = ${'(['.repeat(n)}${'])'.repeat(n)}`],
      ['a.ts', `a = ${'1 + '.repeat(n)}1`],
      ['a.ts', `if (a) b();${' else if (a) b();\n'.repeat(n)}`],
      ['a.ts', `a = ${'`${'.repeat(n)}1${'}`'.repeat(n)}`],
      ['a.tsx', `a = ${'<b>'.repeat(n)}${'</b>'.repeat(n)}`],
      ['a.py', `a = ${'['.repeat(n)}${']'.repeat(n)}`],
      ['a.go', `var a = ${'('.repeat(n)}1${')'.repeat(n)}`],
      ['a.rs', `const A: B = ${'('.repeat(n)}1${')'.repeat(n)};`],
      ['a.rs', `m! { ${'{'.repeat(n)}${'}'.repeat(n)} }`],
      ['a.go', `var a = T${'{T'.repeat(n)}${'}'.repeat(n)}`],
      ['a.cs', `f(${'$"{'.repeat(100)}1${'}"'.repeat(100)});`],
      ['a.cs', `f(${'['.repeat(n)}1${']'.repeat(n)});`],
      ['a.java', `enum A { B(${'('.repeat(n)}1${')'.repeat(n)}) }`],
      ['a.rb', `a = ${'['.repeat(n)}${']'.repeat(n)}`],
      ['a.rb', `a = ${'('.repeat(n)}1${')'.repeat(n)}`],
      ['a.rb', `f ${'g '.repeat(n)}1`],
      ['a.php', `<?php if (a) b();${' else if (a) b();\n'.repeat(n)}`],
      ['a.cpp', `void a() ${'{'.repeat(n)}${'}'.repeat(n)}`],
      ['a.cpp', `int a = ${'('.repeat(n)}1${')'.repeat(n)};`],
      ['a.cpp', `${'#if A\n'.repeat(n)}${'#endif\n'.repeat(n)}`],
      ['a.php', `<?php a(${'['.repeat(n)}${']'.repeat(n)});`],
    ] as const) {
      const { blocks } = await reader.read(path, text);
      assert.equal(blocks.length, 1, text.slice(0, 20));
      assert.match(blocks[0]?.codeHash ?? '', /^sha256:/);
    }
  });

  it('A broken parse is said so: a missing brace, an error over most of the text', async () => {
    const isBroken = async (path: string, text: string): Promise<boolean> =>
      (await reader.read(path, text)).broken;
    assert.equal(await isBroken('a.ts', 'function f() {\n  if (a) {\n}\nfunction g() {}\n'), true);
    assert.equal(await isBroken('a.ts', '((((((\nfunction f() {}\n'), true);
    assert.equal(
      await isBroken('a.ts', 'function f() {\n  a.\n}\nfunction g() { return 1; }\n'),
      false,
    );
    assert.equal(
      await isBroken('a.py', 'def f():\n    a.\n    return 1\n\ndef g():\n    return 2\n'),
      false,
    );
  });

  it('A parse that loses a block whose text still stands there is broken, until it is mended', async () => {
    const before = 'const price = 1;\n\nclass After {\n  go() {\n    return 2;\n  }\n}\n';
    const at = before.indexOf('1;');
    const broken = before.replace('1;', 'parse(');
    const document = await reader.open('a.ts', before);
    assert.equal(document.map.broken, false);
    const map = document.update(broken, [{ start: at, end: at + 2, text: 'parse(' }]);
    assert.ok(!map.blocks.some(({ symbol }) => symbol === 'After'));
    assert.equal(map.broken, true);
    assert.equal(document.map, map);
    const mended = document.update(before, [{ start: at, end: at + 6, text: '1;' }]);
    assert.equal(mended.broken, false);
    const empty = document.update('', [{ start: 0, end: before.length, text: '' }]);
    assert.equal(empty.broken, false);
    document.dispose();
  });

  it('An error that stays makes neither a rename nor a later edit look broken', async () => {
    const text = 'let = = ;\nclass A {\n  go() {\n    return 1;\n  }\n}\n';
    const document = await reader.open('a.ts', text);
    assert.equal(document.map.broken, false);
    const renamed = text.replace('A', 'B');
    const at = text.indexOf('A');
    assert.equal(document.update(renamed, [{ start: at, end: at + 1, text: 'B' }]).broken, false);
    const wrapped = `function f() {\n${renamed}}\n`;
    let isBroken = document.update(wrapped, []).broken;
    for (let n = 0; isBroken && n < 30; n++) isBroken = document.update(wrapped, []).broken;
    assert.equal(isBroken, false);
    document.dispose();
  });

  it('An error that stays makes no rename of an impl look broken', async () => {
    const text = 'fn bad() { let = ; }\nimpl A {\n  fn go(&self) {}\n}\n';
    const document = await reader.open('a.rs', text);
    assert.equal(document.map.broken, false);
    const at = text.indexOf('A');
    const renamed = document.update(text.replace('A', 'B'), [
      { start: at, end: at + 1, text: 'B' },
    ]);
    assert.equal(renamed.broken, false);
    assert.ok(renamed.blocks.some(({ symbol }) => symbol === 'B.go'));
    document.dispose();
  });

  it('A replacement list that does not lead to the text is not believed', async () => {
    const document = await reader.open('a.ts', 'function f() {}\n');
    const { blocks } = document.update('function g() {}\nlet a;\n', [
      { start: 0, end: 1, text: 'x' },
    ]);
    assert.deepEqual(
      blocks.map(({ symbol }) => symbol),
      ['g', '(top level)'],
    );
    document.dispose();
  });
});
