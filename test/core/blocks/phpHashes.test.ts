import { checkHashPairs, type Pair } from './hashPairs.ts';

/** Pairs of code that `<?php` begins. */
const code = (pairs: readonly Pair[]): readonly Pair[] =>
  pairs.map(([name, one, other]) => [name, `<?php\n${one}`, `<?php\n${other}`]);

checkHashPairs('PHP', {
  path: 'a.php',
  equal: [
    ...code([
      ['indentation', 'function f() {\n  a();\n}', 'function f()\n{\n        a();\n}'],
      ['line breaks', 'f($a, $b);', 'f(\n  $a,\n  $b\n);'],
      ['CRLF', 'f("a\nb");\n', 'f("a\r\nb");\r\n'],
      ['comments', 'f($a);', '// why\nf(/* what */ $a); # when\n'],
      ['a doc comment', 'function f() {}', '/** @param int $a */\nfunction f() {}'],
      ['last commas', 'f($a, [1, 2]);', 'f($a, [1, 2,],);'],
      ['a last comma of parameters', 'function f($a) {}', 'function f($a,) {}'],
      ['a last comma of use', '$f = function () use ($a) {};', '$f = function () use ($a,) {};'],
      ['a last comma of match', 'f(match (1) { 1, 2 => 3 });', 'f(match (1) { 1, 2, => 3, });'],
      ['a last comma of attributes', '#[A, B] class C {}', '#[A, B,] class C {}'],
      ['empty statements', 'if ($a) { b(); }', 'if ($a) { ; b();; };'],
      ['capitals of keywords', 'if ($a) { return; }', 'IF ($a) { Return; }'],
      ['the indentation of a heredoc', 'f(<<<A\n  a\n    b\n  A);', 'f(<<<A\na\n  b\nA);'],
      ['spaces around operators', '$a=$b.$c;', '$a = $b . $c;'],
    ]),
    ['one line end behind the last tag', '<?php a() ?>', '<?php a() ?>\n'],
    ['white space at the end of code', '<?php a();', '<?php a();\n\n'],
  ],
  different: [
    ...code([
      ['a name', 'f($a);', 'f($b);'],
      ['a string', "f('a b');", "f('a  b');"],
      ['code in a string', 'f("a {$b}");', 'f("a {$c}");'],
      ['the text of a heredoc', 'f(<<<A\n  a\n  A);', 'f(<<<A\n  b\n  A);'],
      ['deeper lines of a heredoc', 'f(<<<A\n  a\n  b\n  A);', 'f(<<<A\n  a\n    b\n  A);'],
      ['a loose comparison', '$a == $b;', '$a === $b;'],
      ['a null-safe call', '$a->b();', '$a?->b();'],
      ['a reference', 'function f(&$a) {}', 'function f($a) {}'],
      ['a type', 'function f(int $a) {}', 'function f(?int $a) {}'],
      ['visibility', 'class A { private $a; }', 'class A { protected $a; }'],
      ['an attribute', '#[A] function f() {}', '#[B] function f() {}'],
      ['an element left out', '[, $a] = $b;', '[$a] = $b;'],
      ['an empty body', 'if ($a); b();', 'if ($a) b();'],
      [
        'what else belongs to',
        'if ($a) { if ($b) c(); } else d();',
        'if ($a) { if ($b) c(); else d(); }',
      ],
      ['a name or a class', 'f(new \\A);', 'f(new\\A);'],
      ['strict types', 'declare(strict_types=1);', 'declare(strict_types=0);'],
      ['an import', 'use A\\B;', 'use A\\C;'],
      ['silence', '@f();', 'f();'],
      ['phpstan', 'f(); // @phpstan-ignore-line', 'f();'],
      ['phpcs', '// phpcs:ignore A.B\nf();', 'f();'],
      ['psalm', '/** @psalm-suppress A */\nf();', '/** @psalm-suppress B */\nf();'],
      ['coverage told to look away', '// @codeCoverageIgnoreStart\nf();', 'f();'],
      ['an annotation', '/** @ORM\\Column(type="a") */ class A {}', '/** A. */ class A {}'],
      [
        'where a test gets its data',
        '/** @dataProvider a */ function f() {}',
        '/** a */ function f() {}',
      ],
    ]),
    ['HTML', '<?php a() ?><b><?php c();', '<?php a() ?><i><?php c();'],
    ['white space in HTML', '<?php a() ?> <b><?php c();', '<?php a() ?>  <b><?php c();'],
    ['white space before the first tag', '<?php a();', '\n<?php a();'],
    ['white space behind the last tag', '<?php a() ?>\n', '<?php a() ?>\n\n'],
    ['what a tag prints', '<?= $a ?>', '<?php $a ?>'],
  ],
});
