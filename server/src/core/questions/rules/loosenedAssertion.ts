import { comparedTests } from '../facts/comparedTests.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { quoted } from '../words.ts';

/** A test makes sure of less than it did when it was committed. */
export const loosenedAssertion: Rule = {
  id: 'loosened-assertion',
  row: 45,
  title: 'A test that makes sure of less than it did',
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
    const { before, both, changes } = compared;
    for (const change of changes) {
      const was = quoted(before, change.old.at);
      if (change.kind === 'removed') {
        yield {
          at: both.placeOf(change.old.at),
          about: { is: `the assertion ${was} that stood here is gone` },
        };
      } else if (change.kind === 'loosened') {
        const now = quoted(context.view, change.now.at);
        yield { at: change.now.at, about: { is: `${was} became ${now}, which lets more pass` } };
      }
    }
  },
  ask: ({ is, line }) => `Line ${line}: ${is}. Is what it caught still caught somewhere?`,
  obligations: ['property'],
  page: {
    why: 'An assertion was taken out, or put into words that more results satisfy. The test is as green as before and shows less, which is how a broken change gets through.',
    instead:
      'Put the old assertion back and look at why it failed. Where it asked too much, say in the commit what it should ask.',
    sources: ['Taxonomy row 45: test tampering by agents that are told to make tests pass'],
  },
  examples: [
    {
      languages: ['typescript'],
      path: 'src/price.test.ts',
      before:
        "it('adds', () => {\n  expect(total(cart)).toEqual({ net: 90, tax: 10 });\n  expect(items).toHaveLength(3);\n});",
      asks: "it('adds', () => {\n  expect(total(cart)).toBeDefined(); ⟵\n  expect(items).toHaveLength(3);\n});",
      quiet:
        "it('adds', () => {\n  expect(items).toHaveLength(3);\n  const sum = total(cart);\n  expect(sum).toEqual({ net: 90, tax: 10 });\n});",
    },
    {
      languages: ['tsx'],
      path: 'src/price.test.tsx',
      before:
        "it('adds', () => {\n  expect(total(cart)).toEqual({ net: 90, tax: 10 });\n  expect(items).toHaveLength(3);\n});",
      asks: "it('adds', () => {\n  expect(total(cart)).toBeDefined(); ⟵\n  expect(items).toHaveLength(3);\n});",
      quiet:
        "it('adds', () => {\n  expect(items).toHaveLength(3);\n  const sum = total(cart);\n  expect(sum).toEqual({ net: 90, tax: 10 });\n});",
    },
    {
      languages: ['javascript'],
      path: 'src/price.test.js',
      before:
        "it('adds', () => {\n  expect(total(cart)).toEqual({ net: 90, tax: 10 });\n  expect(items).toHaveLength(3);\n});",
      asks: "it('adds', () => {\n  expect(total(cart)).toBeDefined(); ⟵\n  expect(items).toHaveLength(3);\n});",
      quiet:
        "it('adds', () => {\n  expect(items).toHaveLength(3);\n  const sum = total(cart);\n  expect(sum).toEqual({ net: 90, tax: 10 });\n});",
    },
    {
      languages: ['typescript'],
      path: 'src/price.test.ts',
      before:
        "it('adds', () => {\n  assert.strictEqual(total(cart), 90);\n  assert.throws(() => total(null), RangeError);\n});",
      asks: "it('adds', () => {\n  assert.ok(total(cart)); ⟵\n  assert.throws(() => total(null)); ⟵\n});",
      quiet:
        "it('adds', () => {\n  assert.equal(total(cart), 90);\n  assert.throws(() => total(null), RangeError);\n});",
    },
    {
      languages: ['tsx'],
      path: 'src/price.test.tsx',
      before:
        "it('adds', () => {\n  assert.strictEqual(total(cart), 90);\n  assert.throws(() => total(null), RangeError);\n});",
      asks: "it('adds', () => {\n  assert.ok(total(cart)); ⟵\n  assert.throws(() => total(null)); ⟵\n});",
      quiet:
        "it('adds', () => {\n  assert.equal(total(cart), 90);\n  assert.throws(() => total(null), RangeError);\n});",
    },
    {
      languages: ['javascript'],
      path: 'src/price.test.js',
      before:
        "it('adds', () => {\n  assert.strictEqual(total(cart), 90);\n  assert.throws(() => total(null), RangeError);\n});",
      asks: "it('adds', () => {\n  assert.ok(total(cart)); ⟵\n  assert.throws(() => total(null)); ⟵\n});",
      quiet:
        "it('adds', () => {\n  assert.equal(total(cart), 90);\n  assert.throws(() => total(null), RangeError);\n});",
    },
    {
      languages: ['typescript'],
      path: 'src/price.test.ts',
      before:
        "it('adds', () => {\n  expect(a).toBe(1);\n  expect(b).toBe(2);\n  expect(c).toBeCloseTo(0.5, 5);\n});",
      asks: "it('adds', () => {\n  expect(a).toBe(1);\n  expect(c).toBeCloseTo(0.5, 1); ⟵\n});",
      quiet:
        "it('adds', () => {\n  expect(c).toBeCloseTo(0.5, 5);\n  expect(a).toStrictEqual(1);\n  expect(b).toStrictEqual(2);\n});",
    },
    {
      languages: ['tsx'],
      path: 'src/price.test.tsx',
      before:
        "it('adds', () => {\n  expect(a).toBe(1);\n  expect(b).toBe(2);\n  expect(c).toBeCloseTo(0.5, 5);\n});",
      asks: "it('adds', () => {\n  expect(a).toBe(1);\n  expect(c).toBeCloseTo(0.5, 1); ⟵\n});",
      quiet:
        "it('adds', () => {\n  expect(c).toBeCloseTo(0.5, 5);\n  expect(a).toStrictEqual(1);\n  expect(b).toStrictEqual(2);\n});",
    },
    {
      languages: ['javascript'],
      path: 'src/price.test.js',
      before:
        "it('adds', () => {\n  expect(a).toBe(1);\n  expect(b).toBe(2);\n  expect(c).toBeCloseTo(0.5, 5);\n});",
      asks: "it('adds', () => {\n  expect(a).toBe(1);\n  expect(c).toBeCloseTo(0.5, 1); ⟵\n});",
      quiet:
        "it('adds', () => {\n  expect(c).toBeCloseTo(0.5, 5);\n  expect(a).toStrictEqual(1);\n  expect(b).toStrictEqual(2);\n});",
    },
    {
      languages: ['python'],
      path: 'tests/test_price.py',
      before:
        'def test_adds():\n    assert total(cart) == 90\n    with pytest.raises(ValueError):\n        total(None)\n',
      asks: 'def test_adds():\n    assert total(cart) is not None ⟵\n    with pytest.raises(Exception): ⟵\n        total(None)\n',
      quiet:
        'def test_adds():\n    with pytest.raises(ValueError):\n        total(None)\n    price = total(cart)\n    assert price == 90\n',
    },
    {
      languages: ['python'],
      path: 'tests/test_price.py',
      before:
        'def test_adds():\n    self.assertEqual(total(cart), 90)\n    self.assertAlmostEqual(rate, 0.5, places=5)\n',
      asks: 'def test_adds():\n    self.assertTrue(total(cart)) ⟵\n    self.assertAlmostEqual(rate, 0.5, places=1) ⟵\n',
      quiet:
        'def test_adds():\n    self.assertEqual(90, total(cart))\n    self.assertAlmostEqual(rate, 0.5, places=7)\n',
    },
    {
      languages: ['go'],
      path: 'price_test.go',
      before:
        'package a\n\nfunc TestAdds(t *testing.T) {\n\tgot := Total(cart)\n\tif got != 90 {\n\t\tt.Errorf("got %d", got)\n\t}\n}\n',
      asks: 'package a\n\nfunc TestAdds(t *testing.T) {\n\tgot := Total(cart)\n\tif got < 0 { ⟵\n\t\tt.Errorf("got %d", got)\n\t}\n}\n',
      quiet:
        'package a\n\nfunc TestAdds(t *testing.T) {\n\tif sum := Total(cart); sum != 90 {\n\t\tt.Fatalf("sum %d", sum)\n\t}\n}\n',
    },
    {
      languages: ['go'],
      path: 'price_test.go',
      before:
        'package a\n\nfunc TestAdds(t *testing.T) {\n\tassert.Equal(t, 90, Total(cart))\n\tassert.ErrorIs(t, err, ErrEmpty)\n}\n',
      asks: 'package a\n\nfunc TestAdds(t *testing.T) {\n\tassert.NotNil(t, Total(cart)) ⟵\n\tassert.Error(t, err) ⟵\n}\n',
      quiet:
        'package a\n\nfunc TestAdds(t *testing.T) {\n\tassert.ErrorIs(t, err, ErrEmpty)\n\trequire.Equal(t, 90, Total(cart))\n}\n',
    },
    {
      languages: ['rust'],
      path: 'tests/price.rs',
      before:
        '#[test]\nfn adds() {\n  assert_eq!(total(&cart), 90);\n  assert!(matches!(total(&none), Err(Error::Empty)));\n}\n',
      asks: '#[test]\nfn adds() {\n  assert!(total(&cart) > 0); ⟵\n  assert!(total(&none).is_err()); ⟵\n}\n',
      quiet:
        '#[test]\nfn adds() {\n  let sum = total(&cart);\n  assert_eq!(sum, 90);\n  assert!(matches!(total(&none), Err(Error::Empty)));\n}\n',
    },
    {
      languages: ['java'],
      path: 'src/test/java/PriceTest.java',
      before:
        'class PriceTest {\n  @Test\n  void adds() {\n    assertEquals(90, total(cart));\n    assertThrows(IllegalArgumentException.class, () -> total(null));\n  }\n}\n',
      asks: 'class PriceTest {\n  @Test\n  void adds() {\n    assertNotNull(total(cart)); ⟵\n    assertThrows(Exception.class, () -> total(null)); ⟵\n  }\n}\n',
      quiet:
        'class PriceTest {\n  @Test\n  void adds() {\n    assertThrows(IllegalArgumentException.class, () -> total(null));\n    assertEquals(90, total(cart), "the sum");\n  }\n}\n',
    },
    {
      languages: ['java'],
      path: 'src/test/java/PriceTest.java',
      before:
        'class PriceTest {\n  @Test\n  void adds() {\n    assertThat(total(cart)).isEqualTo(90);\n    verify(store).save(cart);\n  }\n}\n',
      asks: 'class PriceTest {\n  @Test\n  void adds() {\n    assertThat(total(cart)).isNotNull(); ⟵\n    verify(store).save(any()); ⟵\n  }\n}\n',
      quiet:
        'class PriceTest {\n  @Test\n  void adds() {\n    assertThat(total(cart)).isEqualTo(90);\n    verify(store).save(cart);\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      path: 'PriceTests.cs',
      before:
        'class PriceTests {\n  [Fact]\n  public void Adds() {\n    Assert.Equal(90, Total(cart));\n    Assert.Throws<ArgumentException>(() => Total(null));\n  }\n}\n',
      asks: 'class PriceTests {\n  [Fact]\n  public void Adds() {\n    Assert.NotNull(Total(cart)); ⟵\n    Assert.Throws<Exception>(() => Total(null)); ⟵\n  }\n}\n',
      quiet:
        'class PriceTests {\n  [Fact]\n  public void Adds() {\n    Assert.Throws<ArgumentException>(() => Total(null));\n    var sum = Total(cart);\n    Assert.Equal(90, sum);\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      path: 'PriceTests.cs',
      before:
        'class PriceTests {\n  [Fact]\n  public void Adds() {\n    Total(cart).Should().Be(90);\n  }\n}\n',
      asks: 'class PriceTests {\n  [Fact]\n  public void Adds() {\n    Total(cart).Should().NotBeNull(); ⟵\n  }\n}\n',
      quiet:
        'class PriceTests {\n  [Fact]\n  public void Adds() {\n    Total(cart).Should().Be(90, "of all items");\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      path: 'test/price_test.cpp',
      before:
        'TEST(Price, Adds) {\n  EXPECT_EQ(total(cart), 90);\n  EXPECT_NEAR(rate, 0.5, 0.001);\n}\n',
      asks: 'TEST(Price, Adds) {\n  EXPECT_TRUE(total(cart)); ⟵\n  EXPECT_NEAR(rate, 0.5, 0.1); ⟵\n}\n',
      quiet:
        'TEST(Price, Adds) {\n  EXPECT_NEAR(rate, 0.5, 0.0005);\n  ASSERT_EQ(total(cart), 90);\n}\n',
    },
    {
      languages: ['ruby'],
      path: 'spec/price_spec.rb',
      before:
        "describe Price do\n  it 'adds' do\n    expect(total(cart)).to eq(90)\n    expect { total(nil) }.to raise_error(ArgumentError)\n  end\nend\n",
      asks: "describe Price do\n  it 'adds' do\n    expect(total(cart)).to be_truthy ⟵\n    expect { total(nil) }.to raise_error ⟵\n  end\nend\n",
      quiet:
        "describe Price do\n  it 'adds' do\n    expect { total(nil) }.to raise_error(ArgumentError)\n    sum = total(cart)\n    expect(sum).to eq(90)\n  end\nend\n",
    },
    {
      languages: ['php'],
      path: 'tests/PriceTest.php',
      before:
        '<?php\nclass PriceTest extends TestCase {\n  public function testAdds() {\n    $this->assertSame(90, total($cart));\n    $this->expectException(InvalidArgumentException::class);\n  }\n}\n',
      asks: '<?php\nclass PriceTest extends TestCase {\n  public function testAdds() {\n    $this->assertNotNull(total($cart)); ⟵\n    $this->expectException(Exception::class); ⟵\n  }\n}\n',
      quiet:
        '<?php\nclass PriceTest extends TestCase {\n  public function testAdds() {\n    $this->expectException(InvalidArgumentException::class);\n    $sum = total($cart);\n    $this->assertSame(90, $sum);\n  }\n}\n',
    },
    {
      languages: ['ruby'],
      path: 'test/price_test.rb',
      before:
        'class PriceTest < Minitest::Test\n  def test_adds\n    assert_equal 90, total(cart)\n  end\nend\n',
      asks: 'class PriceTest < Minitest::Test\n  def test_adds\n    refute_nil total(cart) ⟵\n  end\nend\n',
      quiet:
        'class PriceTest < Minitest::Test\n  def test_adds\n    cart.close\n    assert_equal 90, total(cart)\n  end\nend\n',
    },
    {
      languages: ['java'],
      path: 'src/test/java/PriceTest.java',
      before:
        'class PriceTest {\n  @Test(expected = IllegalStateException.class)\n  void adds() {\n    assertThat(total(cart), is(equalTo(90)));\n  }\n}\n',
      asks: 'class PriceTest {\n  @Test(expected = Exception.class) ⟵\n  void adds() {\n    assertThat(total(cart), is(notNullValue())); ⟵\n  }\n}\n',
      quiet:
        'class PriceTest {\n  @Test(expected = IllegalStateException.class)\n  void adds() {\n    assertThat(total(cart), equalTo(90));\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      path: 'PriceTests.cs',
      before:
        'class PriceTests {\n  [TestCase(1)]\n  [TestCase(-1)]\n  public void Adds(int n) {\n    Assert.That(Total(n), Is.EqualTo(90).Within(2));\n  }\n}\n',
      asks: 'class PriceTests {\n  [TestCase(1)]\n  public void Adds(int n) { ⟵\n    Assert.That(Total(n), Is.Not.Null); ⟵\n  }\n}\n',
      quiet:
        'class PriceTests {\n  [TestCase(1)]\n  [TestCase(-1)]\n  public void Adds(int n) {\n    Assert.That(Total(n), Is.EqualTo(90).Within(1));\n  }\n}\n',
    },
    {
      languages: ['rust'],
      path: 'tests/price.rs',
      before:
        '#[test]\n#[should_panic(expected = "empty")]\nfn adds() {\n  assert_eq!(load().unwrap(), 5);\n  assert!((rate - 0.5).abs() < 0.001);\n}\n',
      asks: '#[test]\n#[should_panic] ⟵\nfn adds() {\n  assert!(load().is_ok()); ⟵\n  assert!((rate - 0.5).abs() < 0.5); ⟵\n}\n',
      quiet:
        '#[test]\n#[should_panic(expected = "empty")]\nfn adds() {\n  assert_eq!(load().unwrap(), 5);\n  assert!((rate - 0.5).abs() < 0.0001);\n}\n',
    },
    {
      languages: ['cpp'],
      path: 'test/price_test.cpp',
      before:
        'TEST_CASE("adds") {\n  REQUIRE_THROWS_AS(total(none), Refused);\n  CHECK(rate == Approx(0.5).margin(0.001));\n  CHECK_THAT(items, Equals(wanted));\n}\n',
      asks: 'TEST_CASE("adds") {\n  REQUIRE_THROWS(total(none)); ⟵\n  CHECK(rate == Approx(0.5).margin(0.5)); ⟵\n  CHECK_THAT(items, Not(IsEmpty())); ⟵\n}\n',
      quiet:
        'TEST_CASE("adds") {\n  REQUIRE_THROWS_AS(total(none), Refused);\n  CHECK(rate == Approx(0.5).margin(0.001));\n  CHECK_THAT(items, Equals(wanted));\n}\n',
    },
    {
      languages: ['go'],
      path: 'price_test.go',
      before:
        'package a\n\nfunc TestAdds(t *testing.T) {\n\tif !errors.Is(err, ErrEmpty) {\n\t\tt.Fatal("no error")\n\t}\n}\n',
      asks: 'package a\n\nfunc TestAdds(t *testing.T) {\n\tif err == nil { ⟵\n\t\tt.Fatal("no error")\n\t}\n}\n',
      quiet:
        'package a\n\nfunc TestAdds(t *testing.T) {\n\tif !errors.Is(err, ErrEmpty) {\n\t\tt.Fatalf("got %v", err)\n\t}\n}\n',
    },
    {
      languages: ['typescript', 'javascript'],
      path: 'e2e/cart.spec.ts',
      before:
        "test('shows the total', async ({ page }) => {\n  await expect(page.getByTestId('total')).toHaveText('23.80');\n});",
      asks: "test('shows the total', async ({ page }) => {\n  await expect(page.getByTestId('total')).toBeVisible(); ⟵\n});",
      quiet:
        "test('shows the total', async ({ page }) => {\n  await page.goto('/cart');\n  await expect(page.getByTestId('total')).toHaveText('23.80');\n});",
    },
    {
      languages: ['go'],
      path: 'lock_test.go',
      before:
        'package a\n\nfunc TestLock(t *testing.T) {\n\tids := list(t)\n\trequire.Equal(t, 1, len(ids))\n\trequire.Equal(t, "a", ids[0])\n}\n',
      asks: 'package a\n\nfunc TestLock(t *testing.T) {\n\tids := list(t)\n\trequire.Equal(t, "a", ids[0]) ⟵\n}\n',
      quiet: 'package a\n\nfunc TestLock(t *testing.T) {\n\tcheckSingleLock(t, "a")\n}\n',
    },
    {
      languages: ['tsx'],
      path: 'src/chip.test.tsx',
      before:
        "it('shows', async () => {\n  render(<Chip />);\n  expect(screen.getByText('foo')).not.toBeNull();\n  expect(count()).toBe(1);\n});",
      asks: "it('shows', async () => {\n  render(<Chip />);\n  expect(count()).toBe(1); ⟵\n});",
      quiet:
        "it('shows', async () => {\n  render(<Chip />);\n  await screen.findByText('foo');\n  await screen.findByText('bar');\n  expect(count()).toBe(1);\n});",
    },
    {
      languages: ['java'],
      path: 'src/test/java/WatchTest.java',
      before:
        'class WatchTest {\n  @Test\n  void stops() {\n    assertTrue(begun <= stopped);\n    assertTrue(stopped <= ended);\n  }\n}\n',
      asks: 'class WatchTest {\n  @Test\n  void stops() {\n    assertTrue(begun <= stopped);\n  } ⟵\n}\n',
      quiet:
        'class WatchTest {\n  @Test\n  void stops() {\n    assertThat(stopped, allOf(atLeast(begun), atMost(ended)));\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      path: 'PriceTests.cs',
      before:
        'class PriceTests {\n  [Fact]\n  public void Adds() {\n    Assert.Equal(107.10m, cart.Total);\n  }\n}',
      asks: 'class PriceTests {\n  [Fact]\n  public void Adds() {\n    Assert.InRange(cart.Total, 100m, 115m); ⟵\n  }\n}',
      quiet:
        'class PriceTests {\n  [Fact]\n  public void Adds() {\n    Assert.Equal(107.10m, cart.Total, 2);\n  }\n}',
    },
  ],
};
