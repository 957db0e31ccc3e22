import { checkPairs } from './pairs.ts';

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
