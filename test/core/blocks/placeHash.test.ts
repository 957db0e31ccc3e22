import assert from 'node:assert/strict';
import { blockNamed, createTestReader } from './testReader.ts';

interface Case {
  readonly path: string;
  readonly symbol: string;
  /** `@` stands where the place is; it is not part of the code. */
  readonly text: string;
  /** Pairs of what is replaced: the place is the same. */
  readonly same: readonly (readonly [string, string])[];
  /** The same for what makes it another place. */
  readonly other: readonly (readonly [string, string])[];
}

const CASES: readonly Case[] = [
  {
    path: 'a.ts',
    symbol: 'Box.load',
    text: 'class Box {\n  load(id: number): Row {\n    const a = 1;\n    @db.find(id);\n    return a;\n  }\n}\n',
    same: [
      ['const a = 1', 'const a = 2'],
      ['    ', '\t'],
      ['class Box {', 'const x = 1;\nclass Box {'],
    ],
    other: [
      ['db.find(id)', 'db.get(id)'],
      ['id: number', 'id: string'],
    ],
  },
  {
    path: 'a.py',
    symbol: 'load',
    text: 'def load(id):\n    a = 1\n    @db.find(id)\n    return a\n',
    same: [['a = 1', 'a = 2']],
    other: [
      ['db.find(id)', 'db.get(id)'],
      ['(id)', '(id, b)'],
    ],
  },
  {
    path: 'a.go',
    symbol: 'Load',
    text: 'package a\n\nfunc Load(id int) int {\n\ta := 1\n\t@db.Find(id)\n\treturn a\n}\n',
    same: [['a := 1', 'a := 2']],
    other: [
      ['db.Find(id)', 'db.Get(id)'],
      ['id int)', 'id int64)'],
    ],
  },
  {
    path: 'a.rs',
    symbol: 'load',
    text: 'pub fn load(id: u32) -> u32 {\n    let a = 1;\n    @db.find(id);\n    a\n}\n',
    same: [['let a = 1', 'let a = 2']],
    other: [
      ['db.find(id)', 'db.get(id)'],
      ['id: u32', 'id: u64'],
    ],
  },
  {
    path: 'A.java',
    symbol: 'A.load',
    text: 'class A {\n  int load(int id) {\n    int a = 1;\n    @db.find(id);\n    return a;\n  }\n}\n',
    same: [['int a = 1', 'int a = 2']],
    other: [
      ['db.find(id)', 'db.get(id)'],
      ['int id', 'long id'],
    ],
  },
  {
    path: 'a.cs',
    symbol: 'A.Load',
    text: 'class A {\n  int Load(int id) {\n    int a = 1;\n    @db.Find(id);\n    return a;\n  }\n}\n',
    same: [['int a = 1', 'int a = 2']],
    other: [
      ['db.Find(id)', 'db.Get(id)'],
      ['int id', 'long id'],
    ],
  },
  {
    path: 'a.cpp',
    symbol: 'load',
    text: 'int load(int id) {\n  int a = 1;\n  @db.find(id);\n  return a;\n}\n',
    same: [['int a = 1', 'int a = 2']],
    other: [
      ['db.find(id)', 'db.get(id)'],
      ['int id', 'long id'],
    ],
  },
  {
    path: 'a.rb',
    symbol: 'load',
    text: 'def load(id)\n  a = 1\n  @db.find(id)\n  a\nend\n',
    same: [['a = 1', 'a = 2']],
    other: [
      ['db.find(id)', 'db.get(id)'],
      ['load(id)', 'load(id, b)'],
    ],
  },
  {
    path: 'a.php',
    symbol: 'load',
    text: '<?php\nfunction load(int $id): int {\n  $a = 1;\n  @$db->find($id);\n  return $a;\n}\n',
    same: [['$a = 1', '$a = 2']],
    other: [
      ['->find($id)', '->get($id)'],
      ['int $id', 'string $id'],
    ],
  },
];

describe('Places in blocks', () => {
  const reader = createTestReader();
  const hashIn = async ({ path, symbol }: Case, marked: string): Promise<string> => {
    const at = marked.indexOf('@');
    const map = await reader.read(path, marked.replace('@', ''));
    return map.placeHash(blockNamed(map, symbol), { start: at, end: at + 2 });
  };

  for (const one of CASES) {
    it(`Are named by their statement and the block's header: ${one.path}`, async () => {
      const hash = await hashIn(one, one.text);
      for (const [old, now] of one.same) {
        assert.ok(one.text.includes(old), old);
        assert.equal(await hashIn(one, one.text.replaceAll(old, now)), hash, `${old} → ${now}`);
      }
      for (const [old, now] of one.other) {
        assert.ok(one.text.includes(old), old);
        const other = await hashIn(one, one.text.replace(old, now));
        assert.notEqual(other, hash, `${old} → ${now}`);
      }
    });
  }
});
