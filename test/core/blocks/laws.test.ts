import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import type { BlockMap } from '../../../server/src/core/blocks/block.ts';
import { languageOf } from '../../../server/src/core/blocks/languages/table.ts';
import { readTree } from '../../../server/src/core/blocks/readTree.ts';
import type { SyntaxNode } from '../../../server/src/core/blocks/syntaxNode.ts';
import type { Replacement } from '../../../server/src/core/text/edit.ts';
import { createLineIndex } from '../../../server/src/core/text/lineIndex.ts';
import { createGrammars } from '../../../server/src/node/parsers/grammars.ts';
import { rootOf } from '../../../server/src/node/parsers/treeNode.ts';
import { applyEdits } from '../../../server/src/node/parsers/treeEdits.ts';
import { caseFiles, FIXTURES, ROOT } from '../../support/golden.ts';
import { createTestReader, GRAMMAR_FOLDERS, sha256 } from './testReader.ts';

interface Source {
  readonly path: string;
  readonly text: string;
}

/** The texts of the golden cases, and some of the product's own. */
const sources: readonly Source[] = [
  ...caseFiles('blocks', '.txt').map((name) => {
    const content = readFileSync(join(FIXTURES, 'blocks', name), 'utf8');
    const [, rest = ''] = content.split('\n== source\n');
    return { path: basename(name, '.txt'), text: rest.slice(0, rest.lastIndexOf('== expect\n')) };
  }),
  ...['blocks/claimBlocks.ts', 'blocks/sourceBlock.ts', 'text/edit.ts'].map((name) => ({
    path: name,
    text: readFileSync(join(ROOT, 'server/src/core', name), 'utf8'),
  })),
];

/** What people type, and what breaks parsers. */
const fragments = [
  ...['x', ' ', '\n', '\r\n', '\n\n', '  ', '\t', ';', ',', '.', '=', '1', '=>', '<', '>', '@a\n'],
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '`',
    '"',
    "'",
    '"""',
    '/*',
    '*/',
    '// c\n',
    '# c\n',
    '${',
    '😀',
  ],
  ...[
    'function f() {}\n',
    'class A {\n',
    'def f():\n    pass\n',
    'void f() {}\n',
    'enum E { A, B; }\n',
    '@Override ',
    '#if A\n',
    '#endif\n',
    'int P { get { } }\n',
    '->',
    'return ',
    'def f\n  1\nend\n',
    '<?php\n',
    '\n#define A(b) c \\\n',
    '\n#if A\n',
    '\n#endif\n',
    'int f(int a) { return 1; }\n',
    'template <class A> ',
    '?>\n',
    'function f($a) { return 1; }\n',
    ' do |x|\n',
    'end\n',
    '<<~A\n  a\n  A\n',
    'const a = 1;\n',
    '</b>',
    'func (t *T) f() {\n',
    'type (\n',
    '// Output: x\n',
    'import "C"\n',
    '/// d\n',
    '#[test]\n',
    'impl T for U {\n',
    'fn f() {}\n',
  ],
];

interface Step {
  /** Where, as a part of the text's length. */
  readonly at: number;
  readonly nRemoved: number;
  readonly text: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  nRemoved: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(40)),
  text: fc.constantFrom(...fragments),
});

describe('Blocks: laws', () => {
  const reader = createTestReader();

  it('Blocks are sorted, nested or disjoint, and own every non-blank character once, in any text', async () => {
    const words = fc.constantFrom(...fragments, 'name', 'async ', 'export ', 'if ', ':\n', '    ');
    const text = fc.array(words, { maxLength: 60 }).map((each) => each.join(''));
    const path = fc.constantFrom(
      'a.ts',
      'a.tsx',
      'a.js',
      'a.py',
      'a.md',
      'a.go',
      'a.rs',
      'a.java',
      'a.cs',
      'a.rb',
      'a.php',
      'a.cpp',
    );
    await fc.assert(
      fc.asyncProperty(path, fc.oneof(text, fc.string()), async (name, content) => {
        checkBounds(content, await reader.read(name, content));
      }),
      { numRuns: 400 },
    );
  });

  it('A definition that a continuation ends stays inside its condition', async () => {
    const text = '#ifndef A_H\n#define A_H\nint a();\n\n#define A(b) c \\\n\n#endif  // A_H\n';
    for (let at = 0; at <= text.length; at++) {
      const content = `${text.slice(0, at)}\n#define B(b) c \\\n${text.slice(at)}`;
      checkBounds(content, await reader.read('a.hpp', content));
    }
  });

  it('After any edits, the blocks are those of the text read anew', async () => {
    const edits = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sources), edits, async ({ path, text }, versions) => {
        const document = await reader.open(path, text);
        let current = text;
        for (const steps of versions) {
          const replacements: Replacement[] = [];
          for (const each of steps) {
            const replacement = replacementOf(current, each);
            replacements.push(replacement);
            current = applied(current, replacement);
          }
          const map = document.update(current, replacements);
          checkBounds(current, map);
          assert.deepEqual(shown(map), shown(await reader.read(path, current)));
        }
        document.dispose();
      }),
      { numRuns: 150 },
    );
  });

  it('In formatted code every non-blank line belongs to exactly one block', async () => {
    for (const { path, text } of sources.filter((source) => source.path !== 'one-line.ts')) {
      const lineIndex = createLineIndex(text);
      const owners = Array.from({ length: lineIndex.nLines }, () => 0);
      for (const { own } of (await reader.read(path, text)).blocks) {
        const lines = own.flatMap(({ start, end }) => {
          const first = lineIndex.lineAt(start);
          return Array.from({ length: lineIndex.lineAt(end - 1) - first + 1 }, (_, n) => first + n);
        });
        for (const line of new Set(lines)) {
          if (lineIndex.lineText(line).trim() !== '') owners[line] = (owners[line] ?? 0) + 1;
        }
      }
      const expected = owners.map((_, line) => (lineIndex.lineText(line).trim() === '' ? 0 : 1));
      assert.deepEqual(owners, expected, path);
    }
  });

  it('An edit in one of many functions reads that function again, and no other', async () => {
    const body = 'const a = b(1);\n  if (a) {\n    return c.map((d) => d + 1);\n  }\n';
    const functions = (n: number): string =>
      Array.from({ length: n }, (_, index) => `function f${index}() {\n  ${body}}\n`).join('\n');
    const nReadAfterEdit = async (n: number): Promise<number> => {
      const text = functions(n);
      const at = text.indexOf('b(1)', text.length / 2);
      const replacement = { start: at, end: at + 1, text: 'other' };
      return countReads(text, replacement);
    };
    assert.ok((await nReadAfterEdit(300)) <= (await nReadAfterEdit(3)) + 2);
  });
});

function replacementOf(text: string, { at, nRemoved, text: inserted }: Step): Replacement {
  const start = Math.floor(at * text.length);
  return { start, end: Math.min(text.length, start + nRemoved), text: inserted };
}

function applied(text: string, { start, end, text: inserted }: Replacement): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

function checkBounds(text: string, { blocks }: BlockMap): void {
  const nOwners = new Uint8Array(text.length);
  const open: { readonly start: number; readonly end: number }[] = [];
  let last = 0;
  for (const { range, own, symbol } of blocks) {
    assert.ok(last <= range.start && range.start < range.end, `${symbol} is out of order`);
    last = range.start;
    for (let outer = open.at(-1); outer && outer.end <= range.start; outer = open.at(-1))
      open.pop();
    assert.ok(range.end <= (open.at(-1)?.end ?? text.length), `${symbol} ends outside its parent`);
    open.push(range);
    for (const { start, end } of own) {
      assert.ok(range.start <= start && start < end && end <= range.end, `${symbol} owns too much`);
      for (let at = start; at < end; at++) nOwners[at] = (nOwners[at] ?? 0) + 1;
    }
  }
  for (let at = 0; at < text.length; at++) {
    const nOwnersHere = nOwners[at] ?? 0;
    assert.ok(nOwnersHere <= 1, `offset ${at} is owned twice`);
    if (nOwnersHere === 0) assert.equal(text.charAt(at).trim(), '', `offset ${at} has no owner`);
  }
}

function shown({ blocks }: BlockMap): readonly unknown[] {
  return blocks.map(({ symbol, range, lines, own, nTokens, textHash, codeHash }) => [
    ...[symbol, range, lines, own, nTokens, textHash, codeHash],
  ]);
}

/** How often a node's children are asked for when a text is read again after an edit. */
async function countReads(before: string, replacement: Replacement): Promise<number> {
  const grammars = createGrammars(GRAMMAR_FOLDERS, ({ message }) => assert.fail(message));
  const parser = await grammars.parser('typescript');
  const language = languageOf('a.ts');
  const tree = parser?.parse(before);
  assert.ok(parser && language && tree);
  const options = { language, sha256 };
  const reading = readTree(before, rootOf(tree), { ...options, before: undefined });
  const after = applied(before, replacement);
  applyEdits(tree, before, after, [replacement]);
  const treeAfter = parser.parse(after, tree);
  assert.ok(treeAfter);
  let nReads = 0;
  const counted = (node: SyntaxNode): SyntaxNode => ({
    id: node.id,
    type: node.type,
    isNamed: node.isNamed,
    isMissing: node.isMissing,
    hasError: node.hasError,
    startIndex: node.startIndex,
    endIndex: node.endIndex,
    get children() {
      nReads++;
      return node.children.map(counted);
    },
    childForFieldName(name) {
      const child = node.childForFieldName(name);
      return child && counted(child);
    },
  });
  readTree(after, counted(rootOf(treeAfter)), { ...options, before: reading });
  tree.delete();
  treeAfter.delete();
  return nReads;
}
