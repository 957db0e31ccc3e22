import assert from 'node:assert/strict';
import { createTestReader } from './testReader.ts';

/** Lines that begin with `A ` are AI; the rest of each line, after the mark, is the text. */
function marked(source: string): { readonly text: string; readonly aiLines: ReadonlySet<number> } {
  const lines = source.split('\n');
  return {
    text: lines.map((line) => line.slice(2)).join('\n'),
    aiLines: new Set(lines.flatMap((line, index) => (line.startsWith('A ') ? [index] : []))),
  };
}

describe('Blocks: hash of the AI statements', () => {
  const reader = createTestReader();
  const aiHashOf = async (path: string, source: string): Promise<string | undefined> => {
    const { text, aiLines } = marked(source);
    const map = await reader.read(path, text);
    const [block] = map.blocks;
    return block && map.aiHash(block, aiLines);
  };

  const base = `  function total(prices) {
A   const sum = prices.reduce(add);
    if (sum < 0) {
A     throw new Error('negative');
    }
    return sum;
  }`;

  /** The same AI statements, whatever a person writes around them. */
  const equal: readonly (readonly [string, string])[] = [
    ['a human statement changed', base.replace('return sum', 'return -sum')],
    ['a human line added', base.replace('  }\n    return', '  }\n    log(sum);\n    return')],
    ['the header around it changed', base.replace('sum < 0', 'sum <= 0')],
    ['the function renamed', base.replace('total', 'sumOf')],
    ['formatting of an AI line', base.replace('reduce(add);', 'reduce( add )')],
    [
      'an AI statement over more lines',
      base.replace('reduce(add);', 'reduce(\nA     add,\nA   );'),
    ],
    ['an AI comment', base.replace('A     throw', 'A     // Why.\nA     throw')],
  ];
  for (const [name, source] of equal) {
    it(`${name}: the same hash`, async () => {
      assert.ok(await aiHashOf('a.js', base));
      assert.equal(await aiHashOf('a.js', source), await aiHashOf('a.js', base));
    });
  }

  const different: readonly (readonly [string, string])[] = [
    ['a token of an AI statement changed', base.replace('reduce(add)', 'reduce(sub)')],
    ['one line of a statement is AI', base.replace('reduce(add);', 'reduce(\n      add2,\n    );')],
    ['an AI statement added', base.replace('    return', 'A   sum++;\n    return')],
    ['an AI statement removed', base.replace("A     throw new Error('negative');\n", '')],
    ['the header is AI too', base.replace('    if', 'A   if')],
    ['an AI directive added', base.replace('    return', 'A   // @ts-ignore\n    return')],
  ];
  for (const [name, source] of different) {
    it(`${name}: another hash`, async () => {
      assert.notEqual(await aiHashOf('a.js', source), await aiHashOf('a.js', base));
    });
  }

  it('An AI header stands without the human statements inside it', async () => {
    const one = 'A if (a) {\n    b();\nA   c();\nA }';
    const other = 'A if (a) {\nA   c();\n    d(); e();\nA }';
    assert.equal(await aiHashOf('a.js', one), await aiHashOf('a.js', other));
  });

  it('A block that is AI throughout has its code hash as its AI hash', async () => {
    for (const [path, text] of [
      ['a.ts', 'function f(a) {\n  // eslint-disable-next-line\n  if (a) b();\n  else c();\n}'],
      ['a.py', '@a\ndef f(b):\n    for c in b:\n        d(c)  # noqa\n    return b\n'],
      ['a.md', 'One paragraph\nof two lines.'],
    ] as const) {
      const map = await reader.read(path, text);
      const [block] = map.blocks;
      assert.ok(block);
      const allLines = new Set(text.split('\n').keys());
      assert.equal(map.aiHash(block, allLines), block.codeHash, path);
    }
  });

  it('There is none without AI lines, nor for AI lines of a child block', async () => {
    const source = '  class A {\n    x = 1;\nA   m() {\nA     return 1;\nA   }\n  }';
    assert.equal(await aiHashOf('a.ts', source), undefined);
    assert.equal(await aiHashOf('a.ts', source.replaceAll('A  ', '   ')), undefined);
    assert.equal(await aiHashOf('a.ts', '  f();\nA // Only a comment.\n  g();'), undefined);
  });

  it('Python: the innermost statements count', async () => {
    const one = '  def f(a):\n    if a:\nA       b()\n    return a\n';
    const other = '  def g(a, c):\n    while c:\n      a()\nA       b()\n';
    assert.equal(await aiHashOf('a.py', one), await aiHashOf('a.py', other));
  });
});
