import { comparedTests } from '../facts/comparedTests.ts';
import { removedCases } from '../facts/removedCases.ts';
import { openRemovals } from '../facts/openRemovals.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';

/** A test that was there and is there no more. */
export const removedTest: Rule = {
  id: 'removed-test',
  row: 45,
  title: 'A test that was there and is gone',
  severity: 'high',
  concern: 'tests',
  weight: 5,
  cwe: [],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const compared = comparedTests(context);
    for (const test of compared?.removed ?? []) {
      const about = {
        is: `the test ${inBackticks(shortened(test.title))} that stood here is gone`,
      };
      if (compared) yield { at: compared.both.placeOf(test), about };
    }
    for (const { at, n, name } of removedCases(context)) {
      const what = n === 1 ? 'a case' : `${n} cases`;
      yield {
        at,
        about: {
          is: `${what} that stood here in ${inBackticks(name)} ${n === 1 ? 'is' : 'are'} gone`,
        },
      };
    }
    for (const { at, n } of openRemovals(context, ['test'])) {
      const what = n === 1 ? 'a test, or a line of one,' : `${n} lines of tests`;
      yield { at, about: { is: `AI took ${what} away here` } };
    }
  },
  ask: ({ is, line }) => `Line ${line}: ${is}. Is what it covered not needed any more?`,
  obligations: ['happy', 'property'],
  page: {
    why: 'A test that is taken out cannot fail. What it covered may break from now on, and nobody is told.',
    instead:
      'Put it back and mend what it found. Where what it covered is gone too, say so in the commit.',
    sources: ['Taxonomy row 45: test tampering by agents that are told to make tests pass'],
  },
  examples: [
    {
      languages: ['typescript'],
      path: 'src/price.test.ts',
      before:
        "it('adds', () => {\n  expect(add(1, 2)).toBe(3);\n});\nit('refuses', () => {\n  expect(() => add(null)).toThrow(RangeError);\n});",
      asks: "it('adds', () => {\n  expect(add(1, 2)).toBe(3);\n}); ⟵",
      quiet:
        "it('refuses what is no number', () => {\n  expect(() => add(null)).toThrow(RangeError);\n});\nit('adds', () => {\n  expect(add(1, 2)).toBe(3);\n});",
    },
    {
      languages: ['tsx'],
      path: 'src/price.test.tsx',
      before:
        "it('adds', () => {\n  expect(add(1, 2)).toBe(3);\n});\nit('refuses', () => {\n  expect(() => add(null)).toThrow(RangeError);\n});",
      asks: "it('adds', () => {\n  expect(add(1, 2)).toBe(3);\n}); ⟵",
      quiet:
        "it('refuses what is no number', () => {\n  expect(() => add(null)).toThrow(RangeError);\n});\nit('adds', () => {\n  expect(add(1, 2)).toBe(3);\n});",
    },
    {
      languages: ['javascript'],
      path: 'src/price.test.js',
      before:
        "it('adds', () => {\n  expect(add(1, 2)).toBe(3);\n});\nit('refuses', () => {\n  expect(() => add(null)).toThrow(RangeError);\n});",
      asks: "it('adds', () => {\n  expect(add(1, 2)).toBe(3);\n}); ⟵",
      quiet:
        "it('refuses what is no number', () => {\n  expect(() => add(null)).toThrow(RangeError);\n});\nit('adds', () => {\n  expect(add(1, 2)).toBe(3);\n});",
    },
    {
      languages: ['ruby'],
      path: 'spec/price_spec.rb',
      before:
        "describe Price do\n  it 'adds' do\n    expect(add(1, 2)).to eq(3)\n  end\n  it 'refuses' do\n    expect { add(nil) }.to raise_error(ArgumentError)\n  end\nend\n",
      asks: "describe Price do\n  it 'adds' do\n    expect(add(1, 2)).to eq(3)\n  end\nend ⟵\n",
      quiet:
        "describe Price do\n  it 'refuses nil' do\n    expect { add(nil) }.to raise_error(ArgumentError)\n  end\n  it 'adds' do\n    expect(add(1, 2)).to eq(3)\n  end\nend\n",
    },
    {
      languages: ['go'],
      path: 'price_test.go',
      before:
        'package a\n\nfunc TestPrice(t *testing.T) {\n\tt.Run("adds", func(t *testing.T) {\n\t\tassert.Equal(t, 3, Add(1, 2))\n\t})\n\tt.Run("refuses", func(t *testing.T) {\n\t\tassert.Error(t, Check(-1))\n\t})\n}\n',
      asks: 'package a\n\nfunc TestPrice(t *testing.T) {\n\tt.Run("adds", func(t *testing.T) {\n\t\tassert.Equal(t, 3, Add(1, 2))\n\t})\n} ⟵\n',
      quiet:
        'package a\n\nfunc TestPrice(t *testing.T) {\n\tt.Run("refuses less", func(t *testing.T) {\n\t\tassert.Error(t, Check(-1))\n\t})\n\tt.Run("adds", func(t *testing.T) {\n\t\tassert.Equal(t, 3, Add(1, 2))\n\t})\n}\n',
    },
    {
      languages: ['python'],
      path: 'tests/test_price.py',
      asks: 'def test_adds(): ⟵\n    assert add(1, 2) == 3\n',
      removals: [
        { kind: 'test', line: 1, textHash: '' },
        { kind: 'test', line: 1, textHash: '' },
      ],
      quiet:
        'def test_refuses():\n    assert add(None) is None\n\ndef test_adds():\n    assert add(1, 2) == 3\n',
    },
    {
      languages: ['rust'],
      path: 'tests/price.rs',
      asks: '#[test]\nfn adds() { ⟵\n    assert_eq!(add(1, 2), 3);\n}\n',
      removals: [
        { kind: 'test', line: 2, textHash: '' },
        { kind: 'test', line: 2, textHash: '' },
      ],
      quiet:
        '#[test]\nfn adds() {\n    assert_eq!(add(1, 2), 3);\n}\n\n#[test]\nfn refuses() {\n    assert!(check(-1).is_err());\n}\n',
    },
    {
      languages: ['java'],
      path: 'src/test/java/PriceTest.java',
      asks: 'class PriceTest {\n  @Test\n  void adds() {\n    assertEquals(3, add(1, 2));\n  }\n} ⟵\n',
      removals: [
        { kind: 'test', line: 6, textHash: '' },
        { kind: 'test', line: 6, textHash: '' },
      ],
      quiet:
        'class PriceTest {\n  @Test\n  void adds() {\n    assertEquals(3, add(1, 2));\n  }\n  @Test\n  void refuses() {\n    assertThrows(Refused.class, () -> check(-1));\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      path: 'PriceTests.cs',
      asks: 'class PriceTests {\n  [Fact]\n  public void Adds() {\n    Assert.Equal(3, Add(1, 2));\n  }\n} ⟵\n',
      removals: [
        { kind: 'test', line: 6, textHash: '' },
        { kind: 'test', line: 6, textHash: '' },
      ],
      quiet:
        'class PriceTests {\n  [Fact]\n  public void Adds() {\n    Assert.Equal(3, Add(1, 2));\n  }\n  [Fact]\n  public void Refuses() {\n    Assert.Throws<Refused>(() => Check(-1));\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      path: 'test/price_test.cpp',
      asks: 'TEST(Price, Adds) { ⟵\n  EXPECT_EQ(add(1, 2), 3);\n}\n',
      removals: [
        { kind: 'test', line: 1, textHash: '' },
        { kind: 'test', line: 1, textHash: '' },
      ],
      quiet:
        'TEST(Price, Adds) {\n  EXPECT_EQ(add(1, 2), 3);\n}\n\nTEST(Price, Refuses) {\n  EXPECT_FALSE(check(-1));\n}\n',
    },
    {
      languages: ['php'],
      path: 'tests/PriceTest.php',
      asks: '<?php\nclass PriceTest extends TestCase {\n  public function testAdds() {\n    $this->assertSame(3, add(1, 2));\n  }\n} ⟵\n',
      removals: [
        { kind: 'test', line: 6, textHash: '' },
        { kind: 'test', line: 6, textHash: '' },
      ],
      quiet:
        '<?php\nclass PriceTest extends TestCase {\n  public function testAdds() {\n    $this->assertSame(3, add(1, 2));\n  }\n  public function testRefuses() {\n    $this->assertFalse(check(-1));\n  }\n}\n',
    },
    {
      languages: ['java'],
      path: 'src/test/java/PriceTest.java',
      before:
        'class PriceTest {\n  @Test\n  void adds() {\n    assertEquals(3, add(1, 2));\n  }\n\n  @Test\n  void refuses() {\n    assertThrows(Refused.class, () -> check(-1));\n  }\n\n  @Test\n  void rounds() {\n    assertEquals(2, round(1.6));\n  }\n}\n',
      removals: [{ kind: 'test', line: 7, textHash: '' }],
      asks: 'class PriceTest {\n  @Test\n  void adds() {\n    assertEquals(3, add(1, 2));\n  }\n\n  @Test ⟵\n  void rounds() {\n    assertEquals(2, round(1.6));\n  }\n}\n',
      quiet:
        'class PriceTest {\n  @Test\n  void adds() {\n    assertEquals(3, add(1, 2));\n  }\n\n  @Test\n  void refuses() {\n    assertThrows(Refused.class, () -> check(-1));\n  }\n\n  @Test\n  void rounds() {\n    assertEquals(2, round(1.6));\n  }\n}\n',
    },
    {
      languages: ['java'],
      path: 'src/test/java/PriceTest.java',
      before:
        'class PriceTest {\n  @Test\n  void adds() {\n    assertEquals(3, add(1, 2));\n  }\n\n  @Test\n  void refuses() {\n    assertThrows(Refused.class, () -> check(-1));\n  }\n}\n',
      removals: [{ kind: 'test', line: 6, textHash: '' }],
      asks: 'class PriceTest {\n  @Test\n  void adds() {\n    assertEquals(3, add(1, 2));\n  }\n} ⟵\n',
      quiet:
        'class PriceTest {\n  @Test\n  void adds() {\n    assertEquals(3, add(1, 2));\n  }\n\n  @Test\n  void refuses() {\n    assertThrows(Refused.class, () -> check(-1));\n  }\n}\n',
    },
    {
      languages: ['typescript', 'javascript'],
      path: 'src/till.test.js',
      before:
        "describe('till', () => {\n  it('opens on pay day', () => {\n    expect(open(1)).toBe(1);\n    expect(open(2)).toBe(1);\n  });\n  it('parses names', () => {\n    expect(parse('a')).toBe(1);\n  });\n});",
      asks: "describe('till', () => {\n  it('parses names', () => { ⟵\n    expect(parse('a')).toBe(1);\n  });\n});",
      quiet:
        "describe('till', () => {\n  it('parses all origins', () => {\n    expect(parse('a')).toBe(1);\n  });\n});\nit('opens on pay day', () => {\n  expect(openedOn(1)).toEqual([1]);\n});",
    },
    {
      languages: ['go'],
      path: 'mail_test.go',
      before:
        'package a\n\nfunc TestEmail(t *testing.T) {\n\ttests := map[string]struct{ want bool }{\n\t\t"plain": {true},\n\t\t"two": {false},\n\t}\n\tfor _, tc := range tests {\n\t\tcheck(t, tc)\n\t}\n}',
      asks: 'package a\n\nfunc TestEmail(t *testing.T) {\n\ttests := map[string]struct{ want bool }{\n\t\t"plain": {true},\n\t} ⟵\n\tfor _, tc := range tests {\n\t\tcheck(t, tc)\n\t}\n}',
      quiet:
        'package a\n\nfunc TestEmail(t *testing.T) {\n\ttests := map[string]struct{ want bool }{\n\t\t"plain": {true},\n\t\t"spaced": {false},\n\t\t"two": {false},\n\t}\n\tfor _, tc := range tests {\n\t\tcheck(t, tc)\n\t}\n}',
    },
    {
      languages: ['php'],
      path: 'tests/MailTest.php',
      before:
        "<?php\nclass MailTest extends TestCase {\n  public static function mailProvider(): array {\n    return [\n      'plain' => ['a@b.c', true],\n      'two' => ['a@@b', false],\n    ];\n  }\n}",
      asks: "<?php\nclass MailTest extends TestCase {\n  public static function mailProvider(): array {\n    return [\n      'plain' => ['a@b.c', true],\n    ]; ⟵\n  }\n}",
      quiet:
        "<?php\nclass MailTest extends TestCase {\n  public static function mailProvider(): array {\n    return [\n      'plain' => ['a@b.c', true],\n      'space' => ['a @b', false],\n      'two' => ['a@@b', false],\n    ];\n  }\n}",
    },
    {
      languages: ['typescript', 'javascript'],
      path: 'src/mail.test.ts',
      before:
        "it.each([\n  ['a@b.c', true],\n  ['a@@b', false],\n])('says %s', (mail, is) => {\n  expect(isMail(mail)).toBe(is);\n});",
      asks: "it.each([\n  ['a@b.c', true],\n])('says %s', (mail, is) => { ⟵\n  expect(isMail(mail)).toBe(is);\n});",
      quiet:
        "it.each([\n  ['a@b.c', true],\n  ['a @b', false],\n  ['a@@b', false],\n])('says %s', (mail, is) => {\n  expect(isMail(mail)).toBe(is);\n});",
    },
    {
      languages: ['python'],
      path: 'tests/test_mail.py',
      before:
        "@pytest.mark.parametrize(\n    'mail, is_mail',\n    [\n        ('a@b.c', True),\n        ('two@@b', False),\n    ],\n)\ndef test_mail(mail, is_mail):\n    assert check(mail) == is_mail\n",
      asks: "@pytest.mark.parametrize(\n    'mail, is_mail',\n    [\n        ('a@b.c', True),\n    ], ⟵\n)\ndef test_mail(mail, is_mail):\n    assert check(mail) == is_mail\n",
      quiet:
        "@pytest.mark.parametrize(\n    'mail, is_mail',\n    [\n        ('a@b.c', True),\n        ('a @b', False),\n        ('two@@b', False),\n    ],\n)\ndef test_mail(mail, is_mail):\n    assert check(mail) == is_mail\n",
    },
  ],
};
