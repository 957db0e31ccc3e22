import assert from 'node:assert/strict';
import { createTestReader } from '../blocks/testReader.ts';

const CLASS = `class Big {\n${Array.from({ length: 3 }, (_, i) => `  m${i}() {\n    return ${i};\n  }\n`).join('')}}\n`;

describe('Code: a part of a file', () => {
  const reader = createTestReader();

  it('Reads a class once for all its methods, in a file and in an open document', async () => {
    const document = await reader.open('a.ts', `${CLASS}\nfunction f() {}\n`);
    for (const map of [await reader.read('a.ts', `${CLASS}\nfunction f() {}\n`), document.map]) {
      const tree = map.code();
      assert.ok(tree);
      assert.equal(map.code(), tree);
      const parts = map.blocks.map(({ range }) => tree.part(range));
      const methods = parts.slice(0, -1);
      assert.equal(new Set(methods).size, 1);
      assert.notEqual(parts.at(-1), parts[0]);
      assert.equal(tree.part(map.blocks[0]?.range ?? { start: 0, end: 0 }).start, parts[0]?.start);
    }
    document.dispose();
  });

  it('Is read anew after an edit, and the old one is whole', async () => {
    const document = await reader.open('a.ts', CLASS);
    const old = document.map;
    const before = old.code();
    const at = CLASS.indexOf('return 1');
    document.update(CLASS.replace('return 1', 'return 8'), [
      { start: at, end: at + 'return 1'.length, text: 'return 8' },
    ]);
    assert.notEqual(document.map.code(), before);
    assert.equal(old.code()?.top.statements.length, 1);
    document.dispose();
  });
});
