import { comparedTests } from '../facts/comparedTests.ts';
import { changedTableValues } from '../facts/testTables.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';

/** A test expects another value than when it was committed. */
export const changedExpectation: Rule = {
  id: 'changed-expectation',
  row: 45,
  title: 'A test that expects another value than it did',
  severity: 'high',
  concern: 'tests',
  weight: 5,
  cwe: [],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const compared = comparedTests(context);
    if (!compared) return;
    const { view } = context;
    for (const change of compared.changes) {
      if (change.kind !== 'changed') continue;
      const { was, is, now } = change;
      const about = differing(compared.before.flat(was), view.flat(is));
      // The line of the value itself, where an assertion takes several.
      yield { at: view.lineOf(is) === view.lineOf(now.at) ? now.at : is, about };
    }
    for (const { at, was, is } of changedTableValues(context, compared.before)) {
      yield { at, about: differing(compared.before.flat(was), view.flat(is)) };
    }
  },
  ask: ({ was, is, line }) =>
    `Line ${line}: the test expected ${was} and expects ${is} now. Was the old value wrong, and not the code?`,
  obligations: ['property'],
  page: {
    why: 'A test that fails after a change can be made green in two ways: by mending the code, or by writing down what the code gives now. The second keeps the defect and calls it right.',
    instead:
      'Say where the new value comes from: a requirement, a calculation by hand, a bug report. Where none can be named, the old value stands.',
    sources: ['Taxonomy row 45: test tampering by agents that are told to make tests pass'],
  },
  examples: [
    {
      languages: ['typescript'],
      path: 'src/price.test.ts',
      before:
        "it('adds', () => {\n  expect(total(cart)).toBe(90);\n  expect(names()).toEqual(['a', 'b']);\n});",
      asks: "it('adds', () => {\n  expect(total(cart)).toBe(100); ⟵\n  expect(names()).toEqual(['a']); ⟵\n});",
      quiet:
        "it('adds', () => {\n  expect(names()).toEqual(['a', 'b']);\n  const sum = total(cart);\n  expect(sum).toBe(90);\n});",
    },
    {
      languages: ['tsx'],
      path: 'src/price.test.tsx',
      before:
        "it('adds', () => {\n  expect(total(cart)).toBe(90);\n  expect(names()).toEqual(['a', 'b']);\n});",
      asks: "it('adds', () => {\n  expect(total(cart)).toBe(100); ⟵\n  expect(names()).toEqual(['a']); ⟵\n});",
      quiet:
        "it('adds', () => {\n  expect(names()).toEqual(['a', 'b']);\n  const sum = total(cart);\n  expect(sum).toBe(90);\n});",
    },
    {
      languages: ['javascript'],
      path: 'src/price.test.js',
      before:
        "it('adds', () => {\n  expect(total(cart)).toBe(90);\n  expect(names()).toEqual(['a', 'b']);\n});",
      asks: "it('adds', () => {\n  expect(total(cart)).toBe(100); ⟵\n  expect(names()).toEqual(['a']); ⟵\n});",
      quiet:
        "it('adds', () => {\n  expect(names()).toEqual(['a', 'b']);\n  const sum = total(cart);\n  expect(sum).toBe(90);\n});",
    },
    {
      languages: ['python'],
      path: 'tests/test_price.py',
      before:
        "def test_adds():\n    assert total(cart) == 90\n    self.assertEqual(name(cart), 'a')\n",
      asks: "def test_adds():\n    assert total(cart) == 100 ⟵\n    self.assertEqual(name(cart), 'b') ⟵\n",
      quiet:
        'def test_adds():\n    self.assertEqual(name(cart), "a")\n    assert total(cart) == (90)\n',
    },
    {
      languages: ['go'],
      path: 'price_test.go',
      before:
        'package a\n\nfunc TestAdds(t *testing.T) {\n\tcases := []struct{ in string; want int }{\n\t\t{in: "a", want: 1},\n\t\t{in: "b", want: 2},\n\t}\n\tif got := Total(cart); got != 90 {\n\t\tt.Errorf("got %d", got)\n\t}\n}\n',
      asks: 'package a\n\nfunc TestAdds(t *testing.T) {\n\tcases := []struct{ in string; want int }{\n\t\t{in: "a", want: 1},\n\t\t{in: "b", want: 3}, ⟵\n\t}\n\tif got := Total(cart); got != 100 { ⟵\n\t\tt.Errorf("got %d", got)\n\t}\n}\n',
      quiet:
        'package a\n\nfunc TestAdds(t *testing.T) {\n\tcases := []struct{ in string; want int }{\n\t\t{in: "a", want: 1},\n\t\t{in: "b", want: 2},\n\t\t{in: "c", want: 3},\n\t}\n\tif got := Total(cart); got != 90 {\n\t\tt.Fatalf("got %d", got)\n\t}\n}\n',
    },
    {
      languages: ['rust'],
      path: 'tests/price.rs',
      before: '#[test]\nfn adds() {\n  assert_eq!(total(&cart), 90);\n}\n',
      asks: '#[test]\nfn adds() {\n  assert_eq!(total(&cart), 100); ⟵\n}\n',
      quiet: '#[test]\nfn adds() {\n  assert_eq!(total(&cart), 90, "all items");\n}\n',
    },
    {
      languages: ['java'],
      path: 'src/test/java/PriceTest.java',
      before:
        'class PriceTest {\n  @Test\n  void adds() {\n    assertEquals(90, total(cart));\n    assertThat(name(cart)).isEqualTo("a");\n  }\n}\n',
      asks: 'class PriceTest {\n  @Test\n  void adds() {\n    assertEquals(100, total(cart)); ⟵\n    assertThat(name(cart)).isEqualTo("b"); ⟵\n  }\n}\n',
      quiet:
        'class PriceTest {\n  @Test\n  void adds() {\n    assertThat(name(cart)).isEqualTo("a");\n    int sum = total(cart);\n    assertEquals(90, sum);\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      path: 'PriceTests.cs',
      before:
        'class PriceTests {\n  [Fact]\n  public void Adds() {\n    Assert.Equal(90, Total(cart));\n    Name(cart).Should().Be("a");\n  }\n}\n',
      asks: 'class PriceTests {\n  [Fact]\n  public void Adds() {\n    Assert.Equal(100, Total(cart)); ⟵\n    Name(cart).Should().Be("b"); ⟵\n  }\n}\n',
      quiet:
        'class PriceTests {\n  [Fact]\n  public void Adds() {\n    Name(cart).Should().Be("a");\n    Assert.Equal(90, Total(cart));\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      path: 'test/price_test.cpp',
      before:
        'TEST(Price, Adds) {\n  EXPECT_EQ(total(cart), 90);\n  EXPECT_STREQ(name(cart), "a");\n}\n',
      asks: 'TEST(Price, Adds) {\n  EXPECT_EQ(total(cart), 100); ⟵\n  EXPECT_STREQ(name(cart), "b"); ⟵\n}\n',
      quiet:
        'TEST(Price, Adds) {\n  EXPECT_STREQ(name(cart), "a");\n  EXPECT_EQ(90, total(cart));\n}\n',
    },
    {
      languages: ['ruby'],
      path: 'spec/price_spec.rb',
      before:
        "describe Price do\n  it 'adds' do\n    expect(total(cart)).to eq(90)\n    assert_equal 'a', name(cart)\n  end\nend\n",
      asks: "describe Price do\n  it 'adds' do\n    expect(total(cart)).to eq(100) ⟵\n    assert_equal 'b', name(cart) ⟵\n  end\nend\n",
      quiet:
        'describe Price do\n  it \'adds\' do\n    assert_equal "a", name(cart)\n    expect(total(cart)).to eq 90\n  end\nend\n',
    },
    {
      languages: ['php'],
      path: 'tests/PriceTest.php',
      before:
        '<?php\nclass PriceTest extends TestCase {\n  public function testAdds() {\n    $this->assertSame(90, total($cart));\n  }\n}\n',
      asks: '<?php\nclass PriceTest extends TestCase {\n  public function testAdds() {\n    $this->assertSame(100, total($cart)); ⟵\n  }\n}\n',
      quiet:
        '<?php\nclass PriceTest extends TestCase {\n  public function testAdds() {\n    $sum = total($cart);\n    $this->assertSame(90, $sum);\n  }\n}\n',
    },
    {
      languages: ['python'],
      path: 'tests/test_easter.py',
      before:
        "def test_easter():\n    cal = load()\n    assert cal.easter(2024) == date(2024, 3, 31)\n\n\n@pytest.mark.parametrize('word, many', [('box', 'boxes'), ('city', 'cities')])\ndef test_many(word, many):\n    assert plural(word) == many\n",
      asks: "def test_easter():\n    cal = load()\n    assert cal.easter(2024) == date(2024, 4, 1) ⟵\n\n\n@pytest.mark.parametrize('word, many', [('box', 'boxes'), ('city', 'citys')]) ⟵\ndef test_many(word, many):\n    assert plural(word) == many\n",
      quiet:
        "def test_easter():\n    cal = load()\n    cal.fill()\n    assert cal.easter(2024) == date(2024, 3, 31)\n\n\n@pytest.mark.parametrize('word, many', [('city', 'cities'), ('dog', 'dogs'), ('box', 'boxes')])\ndef test_many(word, many):\n    assert plural(word) == many\n",
    },
    {
      languages: ['csharp'],
      path: 'PluralTests.cs',
      before:
        'class PluralTests {\n  [Theory]\n  [InlineData("box", "boxes")]\n  [InlineData("city", "cities")]\n  public void Many(string word, string many) {\n    Assert.Equal(many, Plural(word));\n  }\n}\n',
      asks: 'class PluralTests {\n  [Theory]\n  [InlineData("box", "boxes")]\n  [InlineData("city", "citys")] ⟵\n  public void Many(string word, string many) {\n    Assert.Equal(many, Plural(word));\n  }\n}\n',
      quiet:
        'class PluralTests {\n  [Theory]\n  [InlineData("city", "cities")]\n  [InlineData("dog", "dogs")]\n  public void Many(string word, string many) {\n    Assert.Equal(many, Plural(word));\n  }\n}\n',
    },
    {
      languages: ['typescript', 'javascript'],
      path: 'src/bytes.test.ts',
      before:
        "it.each([\n  [1024, '1 KB'],\n  [1536, '1.5 KB'],\n])('says %d', (bytes, said) => {\n  expect(say(bytes)).toBe(said);\n});",
      asks: "it.each([\n  [1024, '1 KB'],\n  [1536, '1.6 KB'], ⟵\n])('says %d', (bytes, said) => {\n  expect(say(bytes)).toBe(said);\n});",
      quiet:
        "it.each([\n  [1536, '1.5 KB'],\n  [2048, '2 KB'],\n])('says %d', (bytes, said) => {\n  expect(say(bytes)).toBe(said);\n});",
    },
    {
      languages: ['java'],
      path: 'src/test/java/PluralTest.java',
      before:
        'class PluralTest {\n  static Stream<Arguments> words() {\n    return Stream.of(\n      Arguments.of("box", Optional.of("boxes")),\n      Arguments.of("city", Optional.of("cities")));\n  }\n}\n',
      asks: 'class PluralTest {\n  static Stream<Arguments> words() {\n    return Stream.of(\n      Arguments.of("box", Optional.of("boxes")),\n      Arguments.of("city", Optional.of("citys"))); ⟵\n  }\n}\n',
      quiet:
        'class PluralTest {\n  static Stream<Arguments> words() {\n    return Stream.of(\n      Arguments.of("dog", Optional.of("dogs")),\n      Arguments.of("city", Optional.of("cities")));\n  }\n}\n',
    },
    {
      languages: ['typescript', 'javascript'],
      path: 'src/till.test.js',
      before:
        "it('fails', () => {\n  const till = make('kaboom');\n  expect(till.kind).toBe(Kind.Open);\n  expect(till.error).toBe('kaboom');\n});",
      asks: "it('fails', () => {\n  const till = make('kaboom');\n  expect(till.kind).toBe(Kind.Open);\n  expect(till.error).toBe('closed'); ⟵\n});",
      quiet:
        "it('fails', () => {\n  const till = make('from_here');\n  expect(till.kind).toBe(shop.Kind.Open);\n  expect(till.error).toBe('from_here');\n});",
    },
    {
      languages: ['tsx'],
      path: 'src/Badge.test.tsx',
      before:
        "test('counts', () => {\n  render(<Badge count={120} />);\n  expect(screen.getByText('99+')).toBeVisible();\n});",
      asks: "test('counts', () => {\n  render(<Badge count={120} />);\n  expect(screen.getByText('120')).toBeVisible(); ⟵\n});",
      quiet:
        "test('counts', () => {\n  render(<Badge count={120} />);\n  expect(screen.getByText('99+')).toBeVisible();\n});",
    },
  ],
};

/** Two values as words; where they are long and begin alike, from where they differ. */
function differing(was: string, is: string): { readonly was: string; readonly is: string } {
  let same = 0;
  while (same < was.length && same < is.length && was[same] === is[same]) same++;
  const from =
    SHOWN_ALIKE < same && MAX_WHOLE < Math.max(was.length, is.length) ? same - SHOWN_ALIKE : 0;
  const words = (text: string): string =>
    inBackticks(shortened(from === 0 ? text : `…${text.slice(from)}`));
  return { was: words(was), is: words(is) };
}

const SHOWN_ALIKE = 10;
const MAX_WHOLE = 40;
