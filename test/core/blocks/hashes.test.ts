import assert from 'node:assert/strict';
import type { BlockMap } from '../../../server/src/core/blocks/block.ts';
import { createBlockReader } from '../../../server/src/node/parsers/blockReader.ts';
import { createTestReader, GRAMMAR_FOLDERS, sha256 } from './testReader.ts';

/** A name for the pair, the file, and two texts of it. */
type Row = readonly [name: string, path: string, one: string, other: string];

/** Formatting, and what the language's own parser does not see. */
const equal: readonly Row[] = [
  ["a formatter's own comment", 'a.java', '// @formatter:off\nclass A {}', 'class A {}'],
  ["a formatter's own comment", 'a.cpp', '// clang-format off\nint a;', 'int a;'],
  ['indentation', 'a.ts', 'function f() {\n  return 1;\n}', 'function f() {\n\treturn 1;\n}'],
  ['line breaks', 'a.ts', 'f(a, b);', 'f(\n  a,\n  b\n);'],
  ['CRLF', 'a.ts', 'f();\ng(`a\nb`);\n', 'f();\r\ng(`a\r\nb`);\r\n'],
  ['spaces in an expression', 'a.ts', 'a=b+c', 'a = b + c;'],
  ['optional semicolons', 'a.ts', 'let a = 1;\nf();\n', 'let a = 1\nf()\n'],
  ['the last semicolon of a one-line body', 'a.ts', 'if (a) { b(); }', 'if (a) { b() }'],
  ['a body without braces', 'a.ts', 'for (;;) b();', 'for (;;)\n  b()'],
  [
    'semicolons of fields',
    'a.ts',
    'class A { a = 1; b; m() {} }',
    'class A {\n a = 1\n b\n m() {};\n}',
  ],
  [
    'separators of members',
    'a.ts',
    'interface A { a: 1, b(): 2; c: 3 }',
    'interface A {\n a: 1\n b(): 2\n c: 3;\n}',
  ],
  ['members of a type', 'a.ts', 'type A = { a: 1, b: 2 }', 'type A = {\n  a: 1;\n  b: 2;\n};'],
  ['a leading bar', 'a.ts', 'type A = "a" | "b"', 'type A =\n  | "a"\n  | "b"'],
  ['trailing commas', 'a.ts', 'f(a, [b, c], { d, e })', 'f(a, [b, c,], { d, e, },)'],
  ['trailing comma of parameters', 'a.ts', 'function f(a, b) {}', 'function f(\n  a,\n  b,\n) {}'],
  ['trailing comma of type parameters', 'a.ts', 'function f<A, B>() {}', 'function f<A, B,>() {}'],
  [
    'trailing comma of imports',
    'a.ts',
    'import { a, b } from "c";',
    'import {\n  a,\n  b,\n} from "c";',
  ],
  ['trailing comma of an enum', 'a.ts', 'enum A { B, C }', 'enum A { B, C, }'],
  ['trailing comma of a pattern', 'a.ts', 'const [a, b] = c', 'const [a, b,] = c'],
  ['a comment', 'a.ts', 'f(a);', '// why\nf(/* what */ a); // when\n'],
  ['a doc comment', 'a.ts', 'function f() {}', '/** Does nothing. */\nfunction f() {}'],
  ["a formatter's comment", 'a.ts', 'f(a);', '// prettier-ignore\nf(a);'],
  ['a comment before a semicolon', 'a.ts', 'f(a);', 'f(a) /* b */;'],
  ['nested type arguments', 'a.ts', 'let a: A<B<C>>;', 'let a: A<B<C> >;'],
  ['line breaks beside a template', 'a.ts', 'f(`a ${b} c`)', 'f(\n  `a ${\n    b\n  } c`\n)'],
  [
    'a directive behind an optional semicolon',
    'a.ts',
    'f(); // eslint-disable-line\ng();',
    'f() // eslint-disable-line\ng()',
  ],
  ['JSX indentation', 'a.tsx', 'a = <b><c/>{d}</b>', 'a = <b>\n  <c />\n  {d}\n</b>'],
  ['JSX text over lines', 'a.tsx', 'a = <b>one two</b>', 'a = <b>\n  one\n  two\n</b>'],
  ['Python indentation', 'a.py', 'if a:\n    b()\n', 'if a:\n  b()\n'],
  ['a Python suite on one line', 'a.py', 'if a: b(); c()\n', 'if a:\n    b()\n    c()\n'],
  [
    'Python blank lines',
    'a.py',
    'def f():\n    a()\n    b()\n',
    'def f():\n\n    a()\n\n    b()\n',
  ],
  [
    'Python comments',
    'a.py',
    'def f():\n    a()\n',
    'def f():  # why\n    # what\n    a()\n# end\n',
  ],
  ['Python line continuation', 'a.py', 'a = b + c\n', 'a = b + \\\n    c\n'],
  ['Python line breaks in brackets', 'a.py', 'f(a, b)\n', 'f(\n    a,\n    b,\n)\n'],
  [
    'Python trailing commas',
    'a.py',
    'a = (b, c)\nd = [e]\nf = {g: h}\n',
    'a = (b, c,)\nd = [e,]\nf = {g: h,}\n',
  ],
  [
    'Python trailing comma of parameters',
    'a.py',
    'def f(a, b): pass\n',
    'def f(\n    a,\n    b,\n): pass\n',
  ],
  ['Python imports', 'a.py', 'from a import (b, c)\n', 'from a import (\n    b,\n    c,\n)\n'],
  [
    'Java line breaks',
    'a.java',
    'class A{int f(int a){return a+1;}}',
    'class A\n{\n  int f(int a)\n  {\n    return a\n      + 1;\n  }\n}\n',
  ],
  [
    'Java comments',
    'a.java',
    'class A { void f() { g(1); } }',
    '/** Why. */\nclass A { // what\n  void f(/* none */) {\n    g(1 /* one */); // done\n  }\n}',
  ],
  [
    'Java: extra semicolons among members',
    'a.java',
    'class A { int a; void f() {} class B {} }',
    'class A { ; int a;; void f() {}; class B {}; }',
  ],
  [
    'Java: a last comma in array initialisers',
    'a.java',
    '@A({b, c}) class D { int[] e = {1, 2}, f = {}; }',
    '@A({b, c,}) class D { int[] e = {1, 2, /* last */}, f = {,}; }',
  ],
  [
    'Java: a last comma and semicolon of an enum',
    'a.java',
    'enum A { B, C }\nenum D { E; int f; }',
    'enum A { B, C,; }\nenum D { E,; int f; }',
  ],
  [
    'Java: a last semicolon of resources',
    'a.java',
    'class A { { try (B b = c(); d) {} } }',
    'class A { { try (B b = c(); d;) {} } }',
  ],
  [
    'Java: a letter spelled as an escape in a comment',
    'a.java',
    'class A { int b; // \\u00c5land\n}',
    'class A { int b; }',
  ],
  ['Java: nested type arguments', 'a.java', 'class A { B<C<D>> e; }', 'class A { B<C<D> > e; }'],
  [
    'Java: the indentation of a text block',
    'a.java',
    'class A { String b = """\n    c  \n      d\n    """; }',
    'class A {\n  String b =\n      """\n        c\n          d\n        """;\n}',
  ],
  [
    'C# line breaks',
    'a.cs',
    'class A{int F(int a){return a+1;}}',
    'class A\n{\n  int F(int a)\n  {\n    return a\n      + 1;\n  }\n}\n',
  ],
  [
    'C# comments',
    'a.cs',
    'class A { void F() { G(1); } }',
    '/// <summary>Why.</summary>\nclass A { // what\n  void F(/* none */) {\n    G(1 /* one */); // done\n  }\n}',
  ],
  [
    'blanks and comments of C# conditions',
    'a.cs',
    'class A {\n#if B && !C\n  int d;\n#endif\n}',
    'class A {\n  #if B&&! C // why\n    int d;\n  # endif // B\n}',
  ],
  [
    'a comment behind a C# pragma',
    'a.cs',
    '#pragma warning disable 1, 2\nclass A { }',
    '# pragma  warning disable 1,2 // why\nclass A { }',
  ],
  [
    'C# regions',
    'a.cs',
    'class A { int b; void F() { G(); } }',
    'class A {\n#region Fields\n  int b;\n#endregion\n  void F() {\n    #region G\n    G();\n    #endregion\n  }\n}',
  ],
  [
    'C#: a semicolon behind a body',
    'a.cs',
    'namespace N { class A { } enum B { C } struct D { } interface E { } record F(int G) { } }',
    'namespace N { class A { }; enum B { C }; struct D { }; interface E { }; record F(int G) { }; };',
  ],
  [
    'C#: a last comma in initialisers and enums',
    'a.cs',
    'enum A { B, C }\nclass D { int[] e = { 1, 2 }; F g = new F { H = 1 }; I i = new I { 1, 2 }; J j = Of(new { K = 1 }); }',
    'enum A { B, C, }\nclass D { int[] e = { 1, 2, }; F g = new F { H = 1, }; I i = new I { 1, 2, }; J j = Of(new { K = 1, }); }',
  ],
  [
    'C#: a last comma of attributes',
    'a.cs',
    '[assembly: D]\n[A, B(1)] class C { }',
    '[assembly: D,]\n[A, B(1),] class C { }',
  ],
  [
    'C#: a last comma in switch, with and patterns',
    'a.cs',
    'class A { int F() { return a switch { 1 => 2, _ => b with { C = 1 } is { D: 3 } ? 4 : 5 }; } }',
    'class A { int F() { return a switch { 1 => 2, _ => b with { C = 1, } is { D: 3, } ? 4 : 5, }; } }',
  ],
  ['C#: nested type arguments', 'a.cs', 'class A { B<C<D>> e; }', 'class A { B<C<D> > e; }'],
  [
    'C#: the indentation of a raw string',
    'a.cs',
    'class A { string b = """\n  c\n    d\n\n  """; }',
    'class A {\n  string b =\n    """\n      c\n        d\n\n      """;\n}',
  ],
  [
    'C#: blanks around an interpolated value',
    'a.cs',
    'class A { string b = $"c {d} e"; }',
    'class A { string b = $"c { d } e"; }',
  ],
  ['white space of words', 'a.txt', 'one two\nthree\n', '  one   two\nthree  \n'],
];

/** What changes the code, however little. */
const different: readonly Row[] = [
  ['a name', 'a.ts', 'function f() { return a; }', 'function f() { return b; }'],
  ['an operator', 'a.ts', 'a < b', 'a <= b'],
  ['a number', 'a.ts', 'f(1)', 'f(10)'],
  ['a string', 'a.ts', "f('a')", "f('b')"],
  ['a space in a string', 'a.ts', "f('a b')", "f('a  b')"],
  ['a space in a template', 'a.ts', 'f(`a b`)', 'f(`a  b`)'],
  ['a line break in a template', 'a.ts', 'f(`a b`)', 'f(`a\nb`)'],
  ['a space in a regular expression', 'a.ts', 'a = /b c/', 'a = /b  c/'],
  ['where tokens end', 'a.ts', 'a + +b', 'a ++b'],
  ['one token or two', 'a.ts', 'typeof a', 'typeofa'],
  ['await', 'a.ts', 'async function f() { await g(); }', 'async function f() { g(); }'],
  ['an elided element at the end', 'a.ts', 'a = [b,]', 'a = [b,,]'],
  ['an elided element', 'a.ts', 'a = [,]', 'a = []'],
  ['return and a line break', 'a.ts', 'function f() { return\na }', 'function f() { return a }'],
  [
    'return, a line break and a template',
    'a.ts',
    'function f() { return\n`a` }',
    'function f() { return `a` }',
  ],
  ['postfix or prefix', 'a.ts', 'a\n++b', 'a++\nb'],
  ['a call over lines', 'a.ts', 'a;\n(b)', 'a\n(b)'],
  ['the header of a for', 'a.ts', 'for (let a = b; (c); d) {}', 'for (let a = b(c); ; d) {}'],
  ['an empty body', 'a.ts', 'if (a); b()', 'if (a) b()'],
  [
    'what else belongs to',
    'a.ts',
    'if (a) { if (b) c(); } else d()',
    'if (a) { if (b) c(); else d() }',
  ],
  ['an accessor or a field', 'a.ts', 'class A { get; x() {} }', 'class A { get\nx() {} }'],
  ['async or a field', 'a.ts', 'class A { async\n*x() {} }', 'class A { async *x() {} }'],
  ['a type or an expression', 'a.ts', 'type\nA = b', 'type A = b'],
  ['the place of a statement', 'a.ts', 'if (a) { b() } c()', 'if (a) { b(); c() }'],
  ['the order of statements', 'a.ts', 'a(); b();', 'b(); a();'],
  ['a type', 'a.ts', 'let a: string', 'let a: number'],
  ['an optional member', 'a.ts', 'interface A { a: 1 }', 'interface A { a?: 1 }'],
  ['a modifier', 'a.ts', 'class A { private a = 1 }', 'class A { public a = 1 }'],
  ['a decorator', 'a.ts', 'class A { @b c() {} }', 'class A { @d c() {} }'],
  ['a directive', 'a.ts', 'f(a);', '// @ts-ignore\nf(a);'],
  [
    'the text of a directive',
    'a.ts',
    '// eslint-disable-next-line a\nf();',
    '// eslint-disable-next-line b\nf();',
  ],
  [
    'a directive in a block comment',
    'a.js',
    '/* eslint no-eval: 0 */\nf();',
    '/* no eval */\nf();',
  ],
  ['coverage told to look away', 'a.js', '/* istanbul ignore next */\nf();', 'f();'],
  ["the product's own directive", 'a.ts', '// countersign:ignore rule -- why\nf();', 'f();'],
  ['parentheses', 'a.ts', 'a * (b + c)', 'a * b + c'],
  ['JSX text', 'a.tsx', 'a = <b>one two</b>', 'a = <b>one  two</b>'],
  ['a space between tags', 'a.tsx', 'a = <b><c/> <d/></b>', 'a = <b><c/><d/></b>'],
  ['a JSX entity', 'a.tsx', 'a = <b>c</b>', 'a = <b>&nbsp;c</b>'],
  ['a JSX attribute', 'a.tsx', 'a = <b c="d" />', 'a = <b c="d  " />'],
  ['a new child block', 'a.ts', 'function f() { g(); }', 'function f() { g(); function h() {} }'],
  ['Python nesting', 'a.py', 'if a:\n    b()\n    c()\n', 'if a:\n    b()\nc()\n'],
  [
    "a Python loop's else",
    'a.py',
    'for a in b:\n    if c:\n        d()\n    else:\n        e()\n',
    'for a in b:\n    if c:\n        d()\nelse:\n    e()\n',
  ],
  ['a tuple of one', 'a.py', 'a = (b,)\n', 'a = (b)\n'],
  ['a bare tuple of one', 'a.py', 'a = b,\n', 'a = b\n'],
  ['a subscript of one', 'a.py', 'a[b,]\n', 'a[b]\n'],
  ['a type argument of one', 'a.py', 'a: List[b,]\n', 'a: List[b]\n'],
  ['a docstring', 'a.py', 'def f():\n    """a"""\n', 'def f():\n    """b"""\n'],
  ['a line break in a Python string', 'a.py', "a = '''b\n c'''\n", "a = '''b\n  c'''\n"],
  ['noqa', 'a.py', 'import a  # noqa: F401\n', 'import a\n'],
  ['noqa behind other words', 'a.py', 'import a  # why # noqa\n', 'import a  # why\n'],
  ['type: ignore', 'a.py', 'a = b  # type: ignore[x]\n', 'a = b  # type: ignore[y]\n'],
  ['a Python decorator', 'a.py', '@a\ndef f(): pass\n', '@b\ndef f(): pass\n'],
  [
    'a Java name',
    'a.java',
    'class A { int f() { return a; } }',
    'class A { int f() { return b; } }',
  ],
  [
    'a Java modifier',
    'a.java',
    'class A { private void f() {} }',
    'class A { public void f() {} }',
  ],
  ['a Java annotation', 'a.java', 'class A { @B void f() {} }', 'class A { @C void f() {} }'],
  ['an annotation of a Java field', 'a.java', 'class A { @B int f; }', 'class A { int f; }'],
  ['a Java type argument', 'a.java', 'class A { B<C> f; }', 'class A { B<D> f; }'],
  [
    'a Java exception',
    'a.java',
    'class A { void f() throws B {} }',
    'class A { void f() throws C {} }',
  ],
  [
    'an empty Java statement',
    'a.java',
    'class A { void f() { if (a); g(); } }',
    'class A { void f() { if (a) g(); } }',
  ],
  [
    'an empty Java statement alone',
    'a.java',
    'class A { void f() { g(); } }',
    'class A { void f() { g();; } }',
  ],
  [
    'the place of a Java statement',
    'a.java',
    'class A { { if (a) { b(); } c(); } }',
    'class A { { if (a) { b(); c(); } } }',
  ],
  [
    'what else belongs to in Java',
    'a.java',
    'class A { { if (a) { if (b) c(); } else d(); } }',
    'class A { { if (a) { if (b) c(); else d(); } } }',
  ],
  [
    'the header of a Java for',
    'a.java',
    'class A { { for (a(); b; ) c(); } }',
    'class A { { for (; a(); b) c(); } }',
  ],
  ['a static Java initialiser', 'a.java', 'class A { static { b(); } }', 'class A { { b(); } }'],
  ['a constant of a Java enum', 'a.java', 'enum A { B, C }', 'enum A { C, B }'],
  ['a Java shift', 'a.java', 'class A { int b = c >> d; }', 'class A { int b = c >>> d; }'],
  ['a Java string', 'a.java', 'class A { String b = "c d"; }', 'class A { String b = "c  d"; }'],
  ['a Java character', 'a.java', "class A { char b = 'c'; }", "class A { char b = 'd'; }"],
  [
    'indentation inside a text block',
    'a.java',
    'class A { String b = """\n  c\n  d\n  """; }',
    'class A { String b = """\n  c\n    d\n  """; }',
  ],
  [
    'where a text block ends',
    'a.java',
    'class A { String b = """\n  c\n  """; }',
    'class A { String b = """\n  c\n"""; }',
  ],
  ['a cast or a call', 'a.java', 'class A { int b = (c) (d); }', 'class A { int b = c (d); }'],
  [
    'a break in a Java switch',
    'a.java',
    'class A { { switch (a) { case 1: b(); break; case 2: } } }',
    'class A { { switch (a) { case 1: b(); case 2: } } }',
  ],
  ['NOSONAR', 'a.java', 'class A { int b; // NOSONAR\n}', 'class A { int b;\n}'],
  [
    'NOSONAR behind other words',
    'a.java',
    'class A { int b; // as agreed NOSONAR\n}',
    'class A { int b; // as agreed\n}',
  ],
  [
    'noinspection',
    'a.java',
    'class A {\n  //noinspection unchecked\n  int b;\n}',
    'class A {\n  int b;\n}',
  ],
  [
    'CHECKSTYLE:OFF',
    'a.java',
    'class A {\n  // CHECKSTYLE:OFF\n  int b;\n}',
    'class A {\n  int b;\n}',
  ],
  [
    'the end of a Java comment spelled as an escape',
    'a.java',
    'class A { { /* *\\u002f go(); /**/ } }',
    'class A { { /* go(); /**/ } }',
  ],
  [
    'a line break spelled as an escape in a Java comment',
    'a.java',
    'class A { { // \\u000a go();\n } }',
    'class A { { // go();\n } }',
  ],
  [
    'code behind a lone CR in a Java comment',
    'a.java',
    'class A { // b\r void f() {}\n}',
    'class A { // b\n}',
  ],
  ['a C# name', 'a.cs', 'class A { int F() { return a; } }', 'class A { int F() { return b; } }'],
  ['a C# modifier', 'a.cs', 'class A { private void F() { } }', 'class A { public void F() { } }'],
  ['a C# attribute', 'a.cs', 'class A { [B] void F() { } }', 'class A { [C] void F() { } }'],
  ['an accessor', 'a.cs', 'class A { int B { get; set; } }', 'class A { int B { get; } }'],
  [
    "an accessor's modifier",
    'a.cs',
    'class A { int B { get; set; } }',
    'class A { int B { get; private set; } }',
  ],
  [
    "an accessor's code",
    'a.cs',
    'class A { int B { get { return 1; } } }',
    'class A { int B { get { return 2; } } }',
  ],
  ['a C# constraint', 'a.cs', 'class A<T> where T : class { }', 'class A<T> where T : struct { }'],
  ['ref or out', 'a.cs', 'class A { void F(ref int b) { } }', 'class A { void F(out int b) { } }'],
  ['the namespace', 'a.cs', 'namespace A { }', 'namespace B { }'],
  [
    'an empty C# statement',
    'a.cs',
    'class A { void F() { if (a) ; G(); } }',
    'class A { void F() { if (a) G(); } }',
  ],
  [
    'the place of a C# statement',
    'a.cs',
    'class A { void F() { if (a) { B(); } C(); } }',
    'class A { void F() { if (a) { B(); C(); } } }',
  ],
  [
    'a condition for the preprocessor',
    'a.cs',
    'class A {\n#if B\n  int c;\n#endif\n}',
    'class A {\n#if D\n  int c;\n#endif\n}',
  ],
  [
    'a condition or none',
    'a.cs',
    'class A {\n#if B\n  int c;\n#endif\n}',
    'class A {\n  int c;\n}',
  ],
  [
    'what a condition holds',
    'a.cs',
    'class A {\n#if B\n  int c;\n#endif\n  int d;\n}',
    'class A {\n#if B\n  int c;\n  int d;\n#endif\n}',
  ],
  [
    'the other branch',
    'a.cs',
    'class A { void F() {\n#if B\n  C();\n#else\n  D();\n#endif\n} }',
    'class A { void F() {\n#if B\n#else\n  C();\n  D();\n#endif\n} }',
  ],
  [
    '#pragma warning',
    'a.cs',
    'class A {\n#pragma warning disable 1\n  int b;\n}',
    'class A {\n  int b;\n}',
  ],
  [
    'what #pragma says',
    'a.cs',
    'class A {\n#pragma warning disable 1\n  int b;\n}',
    'class A {\n#pragma warning disable 2\n  int b;\n}',
  ],
  ['#nullable', 'a.cs', '#nullable enable\nclass A { }', 'class A { }'],
  ['#define', 'a.cs', '#define B\nusing C;', 'using C;'],
  [
    'ReSharper disable',
    'a.cs',
    'class A {\n  // ReSharper disable once All\n  int b;\n}',
    'class A {\n  int b;\n}',
  ],
  ['a mark of generated C# code', 'a.cs', '// <auto-generated/>\nclass A { }', 'class A { }'],
  ['a C# string', 'a.cs', 'class A { string b = "c d"; }', 'class A { string b = "c  d"; }'],
  [
    'a space in a verbatim string',
    'a.cs',
    'class A { string b = @"c\n d"; }',
    'class A { string b = @"c\n  d"; }',
  ],
  [
    'a space in an interpolated string',
    'a.cs',
    'class A { string b = $"c {d}"; }',
    'class A { string b = $"c  {d}"; }',
  ],
  [
    'a space in a format',
    'a.cs',
    'class A { string b = $"{c:d e}"; }',
    'class A { string b = $"{c:d  e}"; }',
  ],
  [
    'a space at the end of a format',
    'a.cs',
    'class A { string b = $"{c:d}"; }',
    'class A { string b = $"{c:d }"; }',
  ],
  ['an alignment', 'a.cs', 'class A { string b = $"{c,1}"; }', 'class A { string b = $"{c,2}"; }'],
  [
    'indentation inside a raw string',
    'a.cs',
    'class A { string b = """\n  c\n  d\n  """; }',
    'class A { string b = """\n  c\n    d\n  """; }',
  ],
  ['a C# cast or a call', 'a.cs', 'class A { int b = (c) (d); }', 'class A { int b = c (d); }'],
  [
    'nullable or conditional',
    'a.cs',
    'class A { void F() { b = c ? [d] : e; } }',
    'class A { void F() { b = c?[d]; } }',
  ],
  [
    'where a C# condition ends',
    'a.cs',
    'class A { bool B() { return c\n#if D\n&& e\n#endif\n; } }',
    'class A { bool B() { return c\n#if D && e\n#endif\n; } }',
  ],
  [
    'where a C# condition begins',
    'a.cs',
    'class A {\n#if B\n  int c;\n#else\n  int d;\n#endif\n}',
    'class A {\n#if B\n  int c; #else\n  int d;\n#endif\n}',
  ],
  [
    'code behind a Unicode line end in a C# region',
    'a.cs',
    'class A {\n#region b\u2028 void F() { }\n#endregion\n}',
    'class A {\n#region b\n#endregion\n}',
  ],
  [
    'code behind a Unicode line end in a C# comment',
    'a.cs',
    'class A { // b\u2028 void F() { }\n}',
    'class A { // b\n}',
  ],
  ['a word', 'a.txt', 'one two\n', 'one too\n'],
  ['a line of words', 'a.txt', 'one two\n', 'one\ntwo\n'],
];

describe('Blocks: hashes', () => {
  const reader = createTestReader();

  /** The codes of all blocks; comments alone make blocks without tokens. */
  const codesOf = async (path: string, text: string): Promise<readonly string[]> =>
    codes(await reader.read(path, text));

  for (const [name, path, one, other] of equal) {
    it(`${name}: says nothing (${path})`, async () => {
      assert.deepEqual(await codesOf(path, one), await codesOf(path, other));
    });
  }

  for (const [name, path, one, other] of different) {
    it(`${name}: counts (${path})`, async () => {
      assert.notDeepEqual(await codesOf(path, one), await codesOf(path, other));
    });
  }

  it('Equal code has equal hashes in JavaScript, TypeScript and TSX', async () => {
    const text = `import a, { b } from 'c';
@dec
export class A extends B {
  static x = 1; #p
  @d() m(a, [b,, c], { d = 1, ...e }) { for (let i = 0, n = 2; i < n; i++) if (i) continue; else break }
  get y() { return super.y }
  async *z() { yield* a; for await (const q of r) { await q?.[0]?.() } }
}
label: do { switch (a) { case 1: b(); default: c() } } while (x ?? y);
const t = \`a \${b} \${\`c\`}\`, r = /a[/]b/g, f = async (x) => ({ x }), o = { [k]: 1, async g() {}, ...p };
try { throw new E() } catch { debugger } finally { delete o.x }
for (const k in o) void 0; if (a) { ; } var u = function* () {}, v = a ? b : c;
export { a as default, b }; export * as ns from 'd';
`;
    const script = await codesOf('a.js', text);
    assert.deepEqual(await codesOf('a.ts', text), script);
    assert.deepEqual(await codesOf('a.tsx', text), script);
    assert.equal(script.length, 6);
  });

  it('The text hash changes with every character, but not with the line ends', async () => {
    const hashOf = async (text: string): Promise<string | undefined> =>
      (await reader.read('a.ts', text)).blocks[0]?.textHash;
    const text = '// Why.\nfunction f() {\n  return 1;\n}';
    assert.equal(await hashOf(text), sha256(text));
    assert.equal(await hashOf(`\r\n${text.replaceAll('\n', '\r\n')}\r\n`), sha256(text));
    assert.notEqual(await hashOf(text.replace('  ', '   ')), sha256(text));
    const java = 'class A {} // Behind it.';
    assert.equal((await reader.read('A.java', `${java}\r\n`)).blocks[0]?.textHash, sha256(java));
  });

  it('A change in a child block changes the child alone', async () => {
    const read = async (result: number): Promise<BlockMap> =>
      reader.read('a.ts', `function f() {\n  function g() { return ${result}; }\n}`);
    const [f, g] = codes(await read(1));
    const [fAfter, gAfter] = codes(await read(2));
    assert.equal(f, fAfter);
    assert.notEqual(g, gAfter);
  });

  it('An overload more changes neither the names nor the code of the others', async () => {
    for (const path of ['A.java', 'A.cs']) {
      const methods = 'int f(int a) { return a; } int f(long a) { return 1; }';
      const read = async (text: string): Promise<readonly string[]> =>
        (await reader.read(path, text)).blocks.map(({ symbol, codeHash }) => symbol + codeHash);
      const [, ...before] = await read(`class A { ${methods} }`);
      const [, first, ...after] = await read(`class A { int f() { return 0; } ${methods} }`);
      assert.match(first ?? '', /^A\.fsha256:/);
      assert.deepEqual(after, before);
      assert.equal(new Set([first, ...after]).size, 3);
    }
  });

  it('What is hashed names the version and the family, and nothing is hashed unasked', async () => {
    const texts: string[] = [];
    const spy = createBlockReader({
      grammars: GRAMMAR_FOLDERS,
      sha256: (text) => {
        texts.push(text);
        return sha256(text);
      },
    });
    const { blocks } = await spy.read('a.py', 'if a:  # noqa\n    b(1)\n    def f(): pass\n');
    assert.deepEqual(texts, []);
    const [run] = blocks;
    assert.equal(new Set([run?.codeHash, run?.codeHash]).size, 1);
    assert.deepEqual(texts, ['countersign 1 python\n(2:if1:a1::!6:# noqa(1:b1:(1:11:))#)']);
  });

  it('Tokens are counted without comments, neutral separators and child blocks', async () => {
    const text =
      '// @ts-ignore\nfunction f(a,) {\n  // Why.\n  return `x ${a} y`;\n  function g() {}\n}\n';
    const [f, g] = (await reader.read('a.ts', text)).blocks;
    assert.equal(f?.nTokens, 'function f ( a ) { return `x ${ a } y` }'.split(' ').length);
    assert.equal(g?.nTokens, 'function g ( ) { }'.split(' ').length);
  });
});

function codes({ blocks }: BlockMap): readonly string[] {
  return blocks.filter(({ nTokens }) => nTokens !== 0).map(({ codeHash }) => codeHash);
}
