import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../../server/src/core/blocks/language.ts';
import { languages } from '../../../server/src/core/blocks/languages/table.ts';
import { codeLanguageOf } from '../../../server/src/core/code/languages/table.ts';
import { readCode } from '../../../server/src/core/code/readCode.ts';
import { createGrammars } from '../../../server/src/node/parsers/grammars.ts';
import { plainRootOf } from '../../../server/src/node/parsers/treeNode.ts';
import { caseFiles, FIXTURES } from '../../support/golden.ts';
import { GRAMMAR_FOLDERS } from '../blocks/testReader.ts';
import { assertNested } from './nesting.ts';

const SEED = Number(process.env['COUNTERSIGN_FUZZ_SEED'] ?? 20_261_123);
const CUTS = Number(process.env['COUNTERSIGN_FUZZ_STEPS'] ?? 6);
const DEPTH = 5_000;

/** A unit once for each level. */
function deep(unit: string): string {
  return unit.repeat(DEPTH);
}

/** What opens and what closes, once for each level. */
const NESTED: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['f(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['a[', ']'],
  ['!', ''],
  ['a.b(', ').c'],
  ['a + (', ')'],
  ['a < (', ') < b'],
  ['a ? b : ', ''],
];

/** The languages' own blocks. Python's need an indentation that grows, so they stop earlier. */
const BLOCKS: ReadonlyMap<string, string> = new Map([
  ['python', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}if a:\n`).join('')],
  ['ruby', `${deep('if a\n')}${deep('end\n')}`],
  ['rust', `fn f() { ${deep('if a { ')}${deep('}')} }`],
  ['go', `package p\nfunc f() { ${deep('if a { ')}${deep('}')} }`],
]);

/** Long chains of `else if`, which some grammars put side by side and some in each other. */
const CHAINS: ReadonlyMap<string, string> = new Map([
  ['python', `if a:\n  b\n${'elif a:\n  b\n'.repeat(DEPTH)}`],
  ['ruby', `if a\n  b\n${'elsif a\n  b\n'.repeat(DEPTH)}end\n`],
]);

describe('Code: any text can be read', () => {
  const grammars = createGrammars(GRAMMAR_FOLDERS, ({ grammar, message }) => {
    throw new Error(`${grammar}: ${message}`);
  });
  const fixtures = caseFiles('code', '.txt').map((name) => ({
    name: name.slice(0, -'.txt'.length),
    source: sourceOf(readFileSync(join(FIXTURES, 'code', name), 'utf8')),
  }));

  /** Parses the text, whatever its size, and reads all of its code. */
  const readAll = async ({ id, grammar }: Language, text: string): Promise<void> => {
    const language = codeLanguageOf(id);
    const tree = (await grammars.parser(grammar))?.parse(text);
    assert.ok(language && tree, 'no grammar');
    try {
      const code = readCode(text, plainRootOf(tree), language);
      assert.ok(0 < assertNested(code.top, text));
      code.faults({ start: 0, end: text.length });
      code.comments({ start: 0, end: text.length });
    } finally {
      tree.delete();
    }
  };

  const isRead = ({ id }: Language): boolean => codeLanguageOf(id) !== undefined;
  for (const language of languages.filter(isRead)) {
    const own = fixtures.filter(({ name }) =>
      language.extensions.some((end) => name.endsWith(end)),
    );
    const samples = own.length === 0 ? fixtures.filter(({ name }) => /\.tsx?$/.test(name)) : own;

    it(`${language.id}: cut anywhere (seed ${SEED})`, async () => {
      const random = createRandom(SEED);
      for (const { name, source } of samples) {
        for (let i = 0; i < CUTS; i++) {
          const [from = 0, to = 0] = [random(), random()]
            .map((share) => Math.floor(share * source.length))
            .toSorted((a, b) => a - b);
          for (const text of [source.slice(0, to), source.slice(from), source.slice(from, to)]) {
            await named(`${name} ${from} to ${to}`, readAll(language, text));
          }
          const without = source.slice(0, from) + source.slice(to);
          await named(`${name} without ${from} to ${to}`, readAll(language, without));
        }
      }
    });

    it(`${language.id}: odd characters`, async () => {
      for (const { name, source } of samples) {
        const middle = Math.floor(source.length / 2);
        const texts = [
          `${source.slice(0, middle)}\0${source.slice(middle)}`,
          source.replaceAll('\n', '\r\n'),
          `\uFEFF${source}`,
          source.replaceAll('a', '😀'),
          source.replaceAll(' ', '\0'),
        ];
        for (const text of texts) await named(name, readAll(language, text));
      }
      for (const text of ['', '\0', '\uFEFF', '\r\n', '\uD800']) await readAll(language, text);
    });

    it(`${language.id}: nested ${DEPTH} deep`, async () => {
      const blocks = `${deep('if (a) { ')}${deep('}')}`;
      const others = `${deep('if (a) { } else { ')}${deep('}')}`;
      const chain = `if (a) { b } ${deep('else if (a) { b }')}`;
      const texts = [
        ...NESTED.flatMap(([open, close]) => [`${deep(open)}a${deep(close)}`, `x = ${deep(open)}`]),
        BLOCKS.get(language.id) ?? blocks,
        `class A { void f() { ${others} } }`,
        others,
        CHAINS.get(language.id) ?? chain,
        `x = (${deep('a + ')}a)`,
        `x = (a${deep('.b()')})`,
      ].map((text) => (language.id === 'php' ? `<?php ${text}` : text));
      for (const text of texts) await named(text.slice(0, 20), readAll(language, text));
    });
  }
});

function sourceOf(content: string): string {
  return content.slice('== source\n'.length, content.lastIndexOf('== expect\n'));
}

/** Says which text it was. */
async function named(text: string, reading: Promise<void>): Promise<void> {
  try {
    await reading;
  } catch (error) {
    throw new Error(text, { cause: error });
  }
}

/** Numbers from 0 to less than 1, the same ones for a seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
