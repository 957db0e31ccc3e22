import assert from 'node:assert/strict';
import { createTestReader } from './testReader.ts';

function statements(n: number, from = 0): string {
  return Array.from({ length: n }, (_, index) => `  step(${from + index});\n`).join('');
}

describe('Blocks: parts', () => {
  const reader = createTestReader();

  it('A block of 120 lines or fewer is one part', async () => {
    const map = await reader.read('a.ts', `function f() {\n${statements(118)}}\n`);
    const [f] = map.blocks;
    assert.ok(f);
    const parts = map.partsOf(f);
    assert.deepEqual(
      parts.map(({ lines, hashes }) => [lines, hashes.length]),
      [[{ startLine: 1, endLine: 120 }, 119]],
    );
  });

  it('A longer one is offered in groups of neighbouring statements of at most 60 lines', async () => {
    const map = await reader.read('a.ts', `function f() {\n${statements(150)}}\n`);
    const [f] = map.blocks;
    assert.ok(f);
    assert.deepEqual(
      map.partsOf(f).map(({ lines, hashes }) => [lines.startLine, lines.endLine, hashes.length]),
      [
        [1, 60, 60],
        [61, 120, 60],
        [121, 151, 31],
      ],
    );
  });

  it('So is one of Go or Rust', async () => {
    const headers = { 'a.go': 'func f() {', 'a.rs': 'fn f() {' };
    for (const [path, header] of Object.entries(headers)) {
      const map = await reader.read(path, `${header}\n${statements(150)}}\n`);
      const [f] = map.blocks;
      assert.ok(f);
      const parts = map.partsOf(f);
      assert.deepEqual(
        parts.map(({ hashes }) => hashes.length),
        [60, 60, 31],
      );
      assert.equal(new Set(parts.flatMap(({ hashes }) => hashes)).size, 151);
    }
  });

  it('A statement is known by its hash, however the parts are grouped', async () => {
    const hashesOf = async (n: number): Promise<readonly string[]> => {
      const map = await reader.read('a.ts', `function f() {\n${statements(n)}}\n`);
      const [f] = map.blocks;
      assert.ok(f);
      return map.partsOf(f).flatMap(({ hashes }) => hashes);
    };
    const short = await hashesOf(100);
    const long = await hashesOf(150);
    assert.deepEqual(long.slice(0, short.length), short);
    assert.equal(new Set(long).size, long.length);
  });

  it('A statement longer than a part gives its header and the statements inside it', async () => {
    const source = `function f(a) {\n  while (a) {\n${statements(130)}  }\n  return a;\n}\n`;
    const map = await reader.read('a.js', source);
    const [f] = map.blocks;
    assert.ok(f);
    const parts = map.partsOf(f);
    assert.equal(parts.flatMap(({ hashes }) => hashes).length, 1 + 1 + 130 + 1);
    assert.ok(parts.every(({ lines }) => lines.endLine - lines.startLine < 60));
  });

  it('A class in parts is its header and its fields; its methods answer for themselves', async () => {
    const fields = Array.from({ length: 130 }, (_, index) => `  a${index} = 1;\n`).join('');
    const map = await reader.read('a.ts', `class A {\n${fields}  m() {}\n}\n`);
    const [a] = map.blocks;
    assert.ok(a);
    assert.equal(map.partsOf(a).flatMap(({ hashes }) => hashes).length, 131);
  });

  it('A long paragraph is parted by lines', async () => {
    const map = await reader.read('a.md', 'one line of words\n'.repeat(130));
    const [block] = map.blocks;
    assert.ok(block);
    assert.deepEqual(
      map.partsOf(block).map(({ lines }) => lines.endLine),
      [60, 120, 130],
    );
  });
});
