import assert from 'node:assert/strict';
import { checkPairs } from './pairs.ts';
import { createTestReader } from './testReader.ts';

describe('Blocks: hashes of JavaScript, at its line breaks', () => {
  checkPairs({
    path: 'a.js',
    equal: [
      ['a line break behind export', 'export class A {}', 'export\nclass A {}'],
      ['a comment behind export', 'export function f() {}', 'export // Why.\nfunction f() {}'],
      ['a line break behind let', 'let a = 1', 'let\na = 1'],
      ['a line break before from', 'export { a } from "b"', 'export { a }\nfrom "b"'],
      ['a line break before as', 'import * as a from "b"', 'import *\nas a from "b"'],
      ['a line break before a prefix', 'f(++a)', 'f(\n  ++a\n)'],
      ['a line break behind greater', 'if (a > b) c()', 'if (a >\n  b) c()'],
      ['a semicolon below a comment', 'export { a };', 'export { a } // Why.\n;'],
      [
        'a semicolon below the comment of a body',
        'for (;;) if (a) continue; else break; b()',
        'for (;;) if (a) continue; else break // Why.\n; b()',
      ],
      [
        'a semicolon below the comment of a loop',
        'do a(); while (b); c()',
        'do a(); while (b) // Why.\n; c()',
      ],
    ],
    different: [
      [
        'the end of a line by U+2028',
        'function f() { return a }',
        'function f() { return\u2028a }',
      ],
      ['postfix or prefix, a comment over lines between', 'a++; b', 'a /*\n*/ ++b'],
      ['an empty statement', 'export { a };', 'export { a };;'],
      ['an empty statement behind a body', 'if (a) b(); c()', 'if (a) b();; c()'],
      ['an empty statement behind a loop', 'do a(); while (b); c()', 'do a(); while (b);; c()'],
      ['an empty statement below export', 'export\n{};', 'export {}; ;'],
    ],
  });
});

describe('Blocks: hashes of TypeScript, at its line breaks', () => {
  checkPairs({
    path: 'a.ts',
    equal: [
      ['a line break behind type', 'import type { A } from "b"', 'import type\n{ A } from "b"'],
      ['a line break before from', 'export type { A } from "b"', 'export type { A }\nfrom "b"'],
      ['a line break in brackets of a type', 'let a: A["b"]', 'let a: A[\n  "b"\n]'],
      ['a line break in type arguments', 'let a: A<B>', 'let a: A<\n  B\n>'],
      ['a semicolon below a comment', 'declare module "a";', 'declare module "a" // Why.\n;'],
      [
        'a comment behind a field named like a modifier',
        'class A { static; b() {} }',
        'class A { static /* why */; b() {} }',
      ],
      ['a semicolon below an alias', 'export type A = B;', 'export type A = B // Why.\n;'],
    ],
    different: [
      ['type arguments at the end of a line', 'a<b>c', 'a<b>\nc'],
      ['type arguments behind a comma', 'a, b<c>d', 'a, b<c>\nd'],
      ['brackets below a type', 'a = b as C[d]', 'a = b as C\n[d]'],
      ['angle brackets below a type', 'let a: B<C>; d', 'let a: B\n<C>d'],
      [
        'angle brackets below the type of a value',
        'let a: typeof b<C>; d',
        'let a: typeof b\n<C>d',
      ],
      ['an exclamation mark below a comment over lines', 'a![b]', 'a /*\n*/ ![b]'],
      [
        'a field named like a modifier, a comment behind it',
        'class A { static // Why.\n; b() {} }',
        'class A { static b() {} }',
      ],
      ['what is asserted', 'interface A { f(b): asserts b }', 'interface A { f(b): asserts\nb }'],
      ['an empty statement behind a module', 'export module A { b() }', 'export module A { b() };'],
    ],
  });
});

describe('Blocks: hashes of one family', () => {
  it('Tell a call with type arguments from the comparisons it is to JavaScript', async () => {
    const reader = createTestReader();
    const [one, other] = await Promise.all(
      ['a.js', 'a.ts'].map(async (path) => (await reader.read(path, 'f(a<b>(c))')).blocks[0]),
    );
    assert.notEqual(one?.codeHash, other?.codeHash);
  });
});

describe('Blocks: hashes of JavaScript, by the values of literals', () => {
  checkPairs({
    path: 'a.js',
    equal: [
      ['the quotes of a string', 'a = "b"', "a = 'b'"],
      ['quotes escaped or not', `a = 'b\\'c"'`, `a = "b'c\\""`],
      ['escapes', String.raw`a = '\x62\u0063\u{64}\e'`, "a = 'bcde'"],
      ['a continued string', "a = 'b\\\nc'", "a = 'bc'"],
      ['a surrogate pair', String.raw`a = '\ud83d\ude00'`, "a = '😀'"],
      [
        'the spelling of numbers',
        'a = [0XFF, 1_0, 1E5, .5, 5., 0X10n]',
        'a = [255, 10, 1e5, 0.5, 5.0, 16n]',
      ],
      ['parentheses around a lone parameter', 'f((a) => b)', 'f(a => b)'],
      ['parentheses around an async one', 'f(async (a) => b)', 'f(async a => b)'],
      ['the quotes of a directive', "'use strict'; a()", '"use strict"; a()'],
      ['the quotes of an attribute', "a = <b c='d' />", 'a = <b c="d" />'],
    ],
    different: [
      ['a string or a name', 'a = "b"', 'a = b'],
      ['a backslash or an escape', String.raw`a = '\\n'`, String.raw`a = '\n'`],
      ['a carriage return', String.raw`a = '\r\n'`, String.raw`a = '\n'`],
      ['an escaped backslash before r', String.raw`a = '\\r'`, String.raw`a = '\r'`],
      ['half surrogate pairs', String.raw`a = '\ud800'`, String.raw`a = '\ud801'`],
      ['a directive spelled with an escape', "'use strict'; a()", String.raw`'use\x20strict'; a()`],
      ['a backslash in an attribute', String.raw`a = <b c="\n" />`, 'a = <b c="n" />'],
      ['an octal number', 'a = 010', 'a = 10'],
      ['a number or a big one', 'a = 1', 'a = 1n'],
      ['two parameters', 'f((a, b) => c)', 'f(a, (b) => c)'],
    ],
  });
  checkPairs({
    path: 'a.ts',
    equal: [
      ['a lone parameter', 'f((a) => b)', 'f(a => b)'],
      ['a comment beside a lone parameter', 'f((a /* b */) => c)', 'f(a => c)'],
    ],
    different: [
      ['the type of a result', 'x = a ? (b): c => d : e', 'x = a ? b : c => d'],
      ['a method or two members', 'interface A {\n  b?\n  (c): d\n}', 'interface A { b?; (c): d }'],
      ['an optional parameter', 'f((a?) => b)', 'f((a) => b)'],
      ['a default of a parameter', 'f((a = 1) => b)', 'f((a) => b)'],
      ['a rest of parameters', 'f((...a) => b)', 'f((a) => b)'],
      ['a typed parameter', 'f((a: B) => c)', 'f((a) => c)'],
    ],
  });
});
