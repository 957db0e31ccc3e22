import type { CodeView } from '../../code/codeView.ts';
import { type Hollow, hollowTests } from '../facts/hollow.ts';
import { hollowAsserts } from '../facts/hollowAsserts.ts';
import { ECMASCRIPT } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { quoted } from '../words.ts';

/** A test that passes whatever the code does. */
export const hollowTest: Rule = {
  id: 'hollow-test',
  row: 45,
  title: 'A test that shows nothing',
  severity: 'normal',
  concern: 'tests',
  weight: 4,
  cwe: [],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    for (const one of hollowTests(context)) {
      const severity = one.kind === 'exits' ? 'high' : one.kind === 'snapshot' ? 'low' : 'normal';
      yield { at: one.at, about: { is: wordsOf(context.view, one) }, severity };
    }
    for (const at of hollowAsserts(context)) {
      yield { at, about: { is: wordsOf(context.view, { at, kind: 'constant', what: at }) } };
    }
  },
  ask: ({ is, line }) => `Line ${line}: ${is}?`,
  obligations: ['happy', 'property'],
  page: {
    why: 'The test passes whatever the code does: it asserts nothing, or what is always true, or its own mock. It counts as a test and covers lines, and shows nothing.',
    instead:
      'Assert the value that the code under test gives, worked out by other means than the code. Break the code once and see the test fail.',
    sources: [
      'Taxonomy row 45: tests that cannot fail',
      'Countersign calls proving a test by breaking the code the gut check',
    ],
  },
  examples: [
    {
      languages: ['java'],
      path: 'src/test/java/PriceTest.java',
      asks: 'class PriceTest {\n  @Test\n  public void refuses() {\n    try {\n      price.of(-1); ⟵\n    } catch (IllegalArgumentException expected) {\n    }\n  }\n  @Test\n  public void says() {\n    try {\n      price.of(-1); ⟵\n    } catch (IllegalArgumentException e) {\n      assertEquals("negative", e.getMessage());\n    }\n  }\n}',
      quiet:
        'class PriceTest {\n  @Test\n  public void refuses() {\n    try {\n      price.of(-1);\n      fail();\n    } catch (IllegalArgumentException expected) {\n    }\n  }\n  @Test\n  public void says() {\n    Exception seen = null;\n    try {\n      price.of(-1);\n    } catch (IllegalArgumentException e) {\n      seen = e;\n    }\n    assertNotNull(seen);\n  }\n}',
    },
    {
      languages: ['python'],
      path: 'tests/test_price.py',
      asks: 'def test_says():\n    try:\n        price(-1) ⟵\n    except ValueError as error:\n        assert str(error) == "negative"\n',
      quiet:
        'def test_says():\n    with pytest.raises(ValueError) as error:\n        price(-1)\n    assert str(error.value) == "negative"\n',
    },
    {
      languages: ['python'],
      path: 'src/price.py',
      asks: 'def price(amount):\n    assert (0 < amount, "too little") ⟵\n    assert "amount" ⟵\n    return amount * 2\n',
      quiet:
        'def price(amount):\n    assert 0 < amount, "too little"\n    assert "amount" in known\n    return amount * 2\n',
    },
    {
      languages: [...ECMASCRIPT],
      path: 'src/price.test.ts',
      asks: "it('says', () => {\n  try {\n    price(-1); ⟵\n  } catch (error) {\n    expect(error.message).toBe('negative');\n  }\n});",
      quiet:
        "it('says', () => {\n  try {\n    price(-1);\n    expect.fail();\n  } catch (error) {\n    expect(error.message).toBe('negative');\n  }\n});\nit('says so', () => {\n  expect.assertions(1);\n  expect(() => price(-1)).toThrow('negative');\n});",
    },
    {
      languages: ['typescript'],
      path: 'src/price.test.ts',
      asks: "it('adds', () => { ⟵\n  add(1, 2);\n});\nit('takes', () => {}); ⟵\nit('is right', () => {\n  expect(true).toBe(true); ⟵\n});\nit('sums', () => {\n  expect(sum).toEqual(sum); ⟵\n});",
      quiet:
        "it('adds', () => {\n  expect(add(1, 2)).toBe(3);\n});\nit('does not throw', () => {\n  add(1, 2);\n});\nit('asks', async () => {\n  await screen.findByText('3');\n});\nit('is checked', () => {\n  check(1);\n});\nit('waits', (done) => {\n  add(1, done);\n});",
    },
    {
      languages: ['tsx'],
      path: 'src/price.test.tsx',
      asks: "it('adds', () => { ⟵\n  add(1, 2);\n});\nit('takes', () => {}); ⟵\nit('is right', () => {\n  expect(true).toBe(true); ⟵\n});\nit('sums', () => {\n  expect(sum).toEqual(sum); ⟵\n});",
      quiet:
        "it('adds', () => {\n  expect(add(1, 2)).toBe(3);\n});\nit('does not throw', () => {\n  add(1, 2);\n});\nit('asks', async () => {\n  await screen.findByText('3');\n});\nit('is checked', () => {\n  check(1);\n});\nit('waits', (done) => {\n  add(1, done);\n});",
    },
    {
      languages: ['javascript'],
      path: 'src/price.test.js',
      asks: "it('adds', () => { ⟵\n  add(1, 2);\n});\nit('takes', () => {}); ⟵\nit('is right', () => {\n  expect(true).toBe(true); ⟵\n});\nit('sums', () => {\n  expect(sum).toEqual(sum); ⟵\n});",
      quiet:
        "it('adds', () => {\n  expect(add(1, 2)).toBe(3);\n});\nit('does not throw', () => {\n  add(1, 2);\n});\nit('asks', async () => {\n  await screen.findByText('3');\n});\nit('is checked', () => {\n  check(1);\n});\nit('waits', (done) => {\n  add(1, done);\n});",
    },
    {
      languages: ['typescript'],
      path: 'src/price.test.ts',
      asks: "it('adds', () => {\n  try {\n    expect(add(1, 2)).toBe(3);\n  } catch (error) { ⟵\n    log(error);\n  }\n});\nit('ends', () => {\n  expect(add(1, 2)).toBe(3);\n  process?.exit(0); ⟵\n});\nit('asks', () => {\n  store.load.mockReturnValue(5);\n  expect(store.load()).toBe(5); ⟵\n});\nit('draws', () => {\n  expect(draw()).toMatchSnapshot(); ⟵\n});",
      quiet:
        "it('adds', () => {\n  try {\n    add(1, null);\n    assert.fail();\n  } catch (error) {\n    expect(error.code).toBe(1);\n  }\n});\nit('asks', () => {\n  store.load.mockReturnValue(5);\n  expect(total(store)).toBe(5);\n});\nit('draws', () => {\n  expect(draw().title).toBe('a');\n  expect(draw()).toMatchSnapshot();\n});",
    },
    {
      languages: ['tsx'],
      path: 'src/price.test.tsx',
      asks: "it('adds', () => {\n  try {\n    expect(add(1, 2)).toBe(3);\n  } catch (error) { ⟵\n    log(error);\n  }\n});\nit('ends', () => {\n  expect(add(1, 2)).toBe(3);\n  process?.exit(0); ⟵\n});\nit('asks', () => {\n  store.load.mockReturnValue(5);\n  expect(store.load()).toBe(5); ⟵\n});\nit('draws', () => {\n  expect(draw()).toMatchSnapshot(); ⟵\n});",
      quiet:
        "it('adds', () => {\n  try {\n    add(1, null);\n    assert.fail();\n  } catch (error) {\n    expect(error.code).toBe(1);\n  }\n});\nit('asks', () => {\n  store.load.mockReturnValue(5);\n  expect(total(store)).toBe(5);\n});\nit('draws', () => {\n  expect(draw().title).toBe('a');\n  expect(draw()).toMatchSnapshot();\n});",
    },
    {
      languages: ['javascript'],
      path: 'src/price.test.js',
      asks: "it('adds', () => {\n  try {\n    expect(add(1, 2)).toBe(3);\n  } catch (error) { ⟵\n    log(error);\n  }\n});\nit('ends', () => {\n  expect(add(1, 2)).toBe(3);\n  process?.exit(0); ⟵\n});\nit('asks', () => {\n  store.load.mockReturnValue(5);\n  expect(store.load()).toBe(5); ⟵\n});\nit('draws', () => {\n  expect(draw()).toMatchSnapshot(); ⟵\n});",
      quiet:
        "it('adds', () => {\n  try {\n    add(1, null);\n    assert.fail();\n  } catch (error) {\n    expect(error.code).toBe(1);\n  }\n});\nit('asks', () => {\n  store.load.mockReturnValue(5);\n  expect(total(store)).toBe(5);\n});\nit('draws', () => {\n  expect(draw().title).toBe('a');\n  expect(draw()).toMatchSnapshot();\n});",
    },
    {
      languages: ['python'],
      path: 'tests/test_price.py',
      asks: 'def test_adds(): ⟵\n    add(1, 2)\n\n\ndef test_right():\n    assert True ⟵\n\n\ndef test_takes():\n    try:\n        assert take(2) == 1\n    except Exception: ⟵\n        pass\n\n\ndef test_asks():\n    store.load.return_value = 5\n    assert store.load() == 5 ⟵\n',
      quiet:
        "def test_adds():\n    assert add(1, 2) == 3\n\n\ndef test_takes():\n    try:\n        assert take(2) == 1\n    except TakeError:\n        pytest.fail('no')\n\n\ndef test_asks():\n    store.load.return_value = 5\n    assert total(store) == 5\n\n\ndef test_checks():\n    verify_all(take(1))\n",
    },
    {
      languages: ['go'],
      path: 'price_test.go',
      asks: 'package a\n\nfunc TestAdds(t *testing.T) { ⟵\n\tgot := Add(1, 2)\n\tt.Log(got)\n}\n\nfunc TestRight(t *testing.T) {\n\tassert.True(t, true) ⟵\n}\n\nfunc TestEnds(t *testing.T) {\n\tassert.Equal(t, 3, Add(1, 2))\n\tos.Exit(0) ⟵\n}\n\nfunc TestAsks(t *testing.T) {\n\tstore.On("Load").Return(5)\n\tassert.Equal(t, 5, store.Load()) ⟵\n}\n',
      quiet:
        'package a\n\nfunc TestAdds(t *testing.T) {\n\tif got := Add(1, 2); got != 3 {\n\t\tt.Errorf("got %d", got)\n\t}\n}\n\nfunc TestTakes(t *testing.T) {\n\trun(t, Take)\n}\n\nfunc TestAsks(t *testing.T) {\n\tstore.On("Load").Return(5)\n\tassert.Equal(t, 5, Total(store))\n}\n',
    },
    {
      languages: ['rust'],
      path: 'tests/price.rs',
      asks: '#[test]\nfn adds() { ⟵\n    let _sum = add(1, 2);\n}\n\n#[test]\nfn right() {\n    assert!(true); ⟵\n}\n\n#[test]\nfn sums() {\n    assert_eq!(sum, sum); ⟵\n}\n',
      quiet:
        '#[test]\nfn adds() {\n    assert_eq!(add(1, 2), 3);\n}\n\n#[test]\n#[should_panic]\nfn refuses() {\n    add(1, -1);\n}\n\n#[test]\nfn reads() {\n    read("1").unwrap();\n}\n',
    },
    {
      languages: ['java'],
      path: 'src/test/java/PriceTest.java',
      asks: 'class PriceTest {\n  @Test\n  void adds() { ⟵\n    price.add(1, 2);\n  }\n  @Test\n  void right() {\n    assertTrue(true); ⟵\n  }\n  @Test\n  void takes() {\n    try {\n      assertEquals(1, take(2));\n    } catch (Throwable e) { ⟵\n      e.printStackTrace();\n    }\n  }\n  @Test\n  void asks() {\n    when(store.load()).thenReturn(5);\n    assertEquals(5, store.load()); ⟵\n  }\n}\n',
      quiet:
        'class PriceTest {\n  @Test\n  void adds() {\n    assertEquals(3, add(1, 2));\n  }\n  @Test(expected = Refused.class)\n  public void refuses() {\n    add(1, -1);\n  }\n  @Test\n  void asks() {\n    when(store.load()).thenReturn(5);\n    assertEquals(5, total(store));\n  }\n  @Test\n  void tells() {\n    tell(store);\n    verify(store).save(5);\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      path: 'PriceTests.cs',
      asks: 'class PriceTests {\n  [Fact]\n  public void Adds() { ⟵\n    price.Add(1, 2);\n  }\n  [Fact]\n  public void Right() {\n    Assert.True(true); ⟵\n  }\n  [Fact]\n  public void Takes() {\n    try {\n      Assert.Equal(1, Take(2));\n    } catch (Exception) { ⟵\n    }\n  }\n  [Fact]\n  public void Asks() {\n    store.Setup(x => x.Load()).Returns(5);\n    Assert.Equal(5, store.Object.Load()); ⟵\n  }\n}\n',
      quiet:
        'class PriceTests {\n  [Fact]\n  public void Adds() {\n    Assert.Equal(3, Add(1, 2));\n  }\n  [Fact]\n  public void Asks() {\n    store.Setup(x => x.Load()).Returns(5);\n    Assert.Equal(5, Total(store.Object));\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      path: 'test/price_test.cpp',
      asks: 'TEST(Price, Adds) { ⟵\n  add(1, 2);\n}\n\nTEST(Price, Right) {\n  EXPECT_TRUE(true); ⟵\n}\n\nTEST(Price, Takes) {\n  try {\n    EXPECT_EQ(take(2), 1);\n  } catch (...) { ⟵\n  }\n}\n\nTEST(Price, Ends) {\n  EXPECT_EQ(take(2), 1);\n  exit(0); ⟵\n}\n',
      quiet:
        'TEST(Price, Adds) {\n  EXPECT_EQ(add(1, 2), 3);\n}\n\nTEST(Price, Takes) {\n  EXPECT_NO_THROW(take(2));\n  EXPECT_EQ(take(3), 1);\n}\n',
    },
    {
      languages: ['ruby'],
      path: 'spec/price_spec.rb',
      asks: "describe Price do\n  it 'adds' do ⟵\n    add(1, 2)\n  end\n  it 'is right' do\n    expect(true).to eq(true) ⟵\n  end\n  it 'takes' do\n    begin\n      expect(take(2)).to eq(1)\n    rescue StandardError ⟵\n    end\n  end\n  it 'asks' do\n    allow(store).to receive(:load).and_return(5)\n    expect(store.load).to eq(5) ⟵\n  end\nend\n",
      quiet:
        "describe Price do\n  it 'adds' do\n    expect(add(1, 2)).to eq(3)\n  end\n  it { is_expected.to be_valid }\n  it 'asks' do\n    allow(store).to receive(:load).and_return(5)\n    expect(total(store)).to eq(5)\n  end\nend\n",
    },
    {
      languages: ['php'],
      path: 'tests/PriceTest.php',
      asks: "<?php\nclass PriceTest extends TestCase {\n  public function testAdds() { ⟵\n    add(1, 2);\n  }\n  public function testRight() {\n    $this->assertTrue(true); ⟵\n  }\n  public function testTakes() {\n    try {\n      $this->assertSame(1, take(2));\n    } catch (Exception $e) { ⟵\n    }\n  }\n  public function testAsks() {\n    $store->method('load')->willReturn(5);\n    $this->assertSame(5, $store->load()); ⟵\n  }\n}\n",
      quiet:
        "<?php\nclass PriceTest extends TestCase {\n  public function testAdds() {\n    $this->assertSame(3, add(1, 2));\n  }\n  public function testRefuses() {\n    $this->expectException(Refused::class);\n    add(1, -1);\n  }\n  public function testAsks() {\n    $store->method('load')->willReturn(5);\n    $this->assertSame(5, total($store));\n  }\n}\n",
    },
    {
      languages: ['java'],
      path: 'src/test/java/PriceTest.java',
      asks: 'import org.junit.jupiter.api.Test;\n\nclass PriceTest {\n  @Test\n  void adds() { ⟵\n    totalOf(new Cart(1, 2));\n  }\n}\n',
      quiet:
        'import org.junit.jupiter.api.Test;\n\nclass PriceTest extends Prices {\n  @Test\n  void adds() {\n    totalOf(new Cart(1, 2));\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      path: 'PriceTests.cs',
      asks: 'using Xunit;\n\npublic class PriceTests\n{\n    [Fact]\n    public void Adds() ⟵\n    {\n        TotalOf(new Cart(1, 2));\n    }\n}\n',
      quiet:
        'using Xunit;\nusing static Shop.Tests.Prices;\n\npublic class PriceTests\n{\n    [Fact]\n    public void Adds()\n    {\n        TotalOf(new Cart(1, 2));\n    }\n}\n',
    },
    {
      languages: ['php'],
      path: 'tests/PriceTest.php',
      asks: "<?php\nit('adds', function () { ⟵\n  add(1, 2);\n});\n",
      quiet:
        "<?php\nit('refuses', function () {\n  add(1, null);\n})->throws(InvalidArgumentException::class);\n",
    },
    {
      languages: ['java'],
      path: 'src/test/java/PriceTest.java',
      asks: 'import static com.acme.Counts.*;\n\nclass PriceTest {\n  @Test\n  void adds() {\n    try {\n      assertEquals(1, add(1));\n    } catch (Refused e) { ⟵\n    }\n  }\n}\n',
      quiet:
        'import static com.acme.Counts.*;\n\nclass PriceTest {\n  @Test\n  void adds() {\n    assertCounts(1, 1, 1, visit(cart));\n  }\n  @Test\n  void refuses() {\n    try {\n      assertEquals(1, add(null));\n      fail("expected");\n    } catch (Refused e) {\n    }\n  }\n}\n',
    },
    {
      languages: ['typescript', 'javascript'],
      path: 'src/rate.test.ts',
      asks: "it('gives the rate', async () => {\n  const service = { rateOf: vi.fn().mockResolvedValue(1.08) };\n  const rate = await service.rateOf('EUR');\n  expect(rate).toBe(1.08); ⟵\n});",
      quiet:
        "it('gives the rate', async () => {\n  const source = { rateOf: vi.fn().mockResolvedValue(1.08) };\n  const rate = await new RateService(source).rateOf('EUR');\n  expect(rate).toBe(1.08);\n});",
    },
    {
      languages: ['javascript', 'typescript'],
      path: 'src/token.test.js',
      asks: "it('refuses an old token', async () => {\n  try {\n    await check(oldToken); ⟵\n  } catch (error) {\n    expect(error.code).toBe('OLD');\n  }\n});",
      quiet:
        "it('refuses an old token', async () => {\n  expect.assertions(1);\n  try {\n    await check(oldToken);\n  } catch (error) {\n    expect(error.code).toBe('OLD');\n  }\n});",
    },
    {
      languages: ['java'],
      path: 'src/test/java/OrdersTest.java',
      asks: 'class OrdersTest {\n  @Test\n  void finds() {\n    when(repository.findById(7L)).thenReturn(Optional.of(order));\n    Optional<Order> found = repository.findById(7L);\n    assertTrue(found.isPresent()); ⟵\n  }\n}\n',
      quiet:
        'class OrdersTest {\n  @Test\n  void finds() {\n    when(repository.findById(7L)).thenReturn(Optional.of(order));\n    Optional<Order> found = orders.find(7L);\n    assertTrue(found.isPresent());\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      path: 'PolicyTests.cs',
      asks: 'class PolicyTests {\n  [Theory]\n  [InlineData("short")]\n  public void Refuses(string password) ⟵\n  {\n    var policy = new PasswordPolicy(12);\n    var result = policy.Check(password);\n    Console.WriteLine(result);\n  }\n}\n',
      quiet:
        'class PolicyTests {\n  [Theory]\n  [InlineData("short")]\n  public void Refuses(string password)\n  {\n    var policy = new PasswordPolicyVerifier(12);\n    policy.Check(password);\n  }\n}\n',
    },
    {
      languages: ['php'],
      path: 'tests/PdfTest.php',
      asks: '<?php\nclass PdfTest extends TestCase {\n  public function testRenders() {\n    $pdf = (new Renderer())->render(1);\n    $this->addToAssertionCount(1); ⟵\n  }\n}\n',
      quiet:
        '<?php\nclass PdfTest extends TestCase {\n  public function testRendersWithoutError() {\n    $pdf = (new Renderer())->render(1);\n    $this->addToAssertionCount(1);\n  }\n}\n',
    },
    {
      languages: ['rust'],
      asks: '#[cfg(test)]\nmod tests {\n    use super::*;\n\n    #[test]\n    fn encodes_payloads() { ⟵\n        let encoded = encode(&[7u8]);\n        let _ = decode(&encoded);\n    }\n}\n',
      quiet:
        '#[cfg(test)]\nmod tests {\n    use super::*;\n\n    #[test]\n    fn encodes_payloads() {\n        let encoded = encode(&[7u8]);\n        assert_eq!(decode(&encoded), [7u8]);\n    }\n}\n',
    },
    {
      languages: ['go'],
      path: 'query_test.go',
      asks: 'package a\n\nfunc TestQuery(t *testing.T) { ⟵\n\tparse("a=b")\n}\n',
      quiet:
        'package a\n\nfunc BenchmarkQuery(b *testing.B) {\n\tb.Run("all", func(b *testing.B) {\n\t\tparse("a=b")\n\t})\n}\n\n// If the import succeeds (the code compiles), the test passed.\nfunc TestQuery(t *testing.T) {}\n',
    },
    {
      languages: ['python'],
      path: 'tests/test_flavor.py',
      asks: 'def test_makes_all(): ⟵\n    pass\n',
      quiet: 'def test_makes_all():\n    # test_makes already tests this.\n    pass\n',
    },
    {
      languages: ['rust'],
      path: 'tests/blur.rs',
      asks: '#[test]\nfn blurs_none() { ⟵\n    let _ = blur(0.0);\n}\n',
      quiet:
        "#[test]\n/// Blur doesn't panic when passed 0.0\nfn blurs_none() {\n    let _ = blur(0.0);\n}\n\n#[test]\nfn blur_doesnt_panic() {\n    let _ = blur(0.0);\n}\n",
    },
    {
      languages: ['go'],
      path: 'up_test.go',
      asks: 'package a\n\nimport "testing"\n\nfunc TestUploads(t *testing.T) { ⟵\n\tup := NewUploader(newStore())\n\t_, err := up.Upload("a.txt")\n\tif err != nil {\n\t\tt.Logf("failed: %v", err)\n\t}\n}',
      quiet:
        'package a\n\nimport "testing"\n\nfunc TestUploads(t *testing.T) {\n\tup := NewUploader(newStore())\n\t_, err := up.Upload("a.txt")\n\tif err != nil {\n\t\tt.Fatalf("failed: %v", err)\n\t}\n}',
    },
    {
      languages: ['ruby'],
      path: 'test/plan_test.rb',
      asks: 'class PlanTest < ActiveSupport::TestCase\n  test "renews" do\n    renewed = plan.renew\n    assert_equal renewed.ends_on, renewed.ends_on ⟵\n  end\nend',
      quiet:
        'class PlanTest < ActiveSupport::TestCase\n  test "renews" do\n    renewed = plan.renew\n    assert_equal Date.new(2024, 2, 29), renewed.ends_on\n  end\nend',
    },
  ],
};

function wordsOf(view: CodeView, { kind, what }: Hollow): string {
  switch (kind) {
    case 'empty':
      return 'this test is empty. Which result should it make sure of';
    case 'nothing':
      return 'this test asserts nothing, so it fails only if something throws. Is that all it should show';
    case 'constant':
      return `${quoted(view, what)} holds whatever the code does. Which result should be asserted`;
    case 'itself':
      return `${quoted(view, what)} is compared with itself. Which value should it have`;
    case 'swallows':
      return `this catches what ${quoted(view, what)} throws, so the test passes all the same. Should it not fail`;
    case 'unthrown':
      return `the test also passes where ${quoted(view, what)} throws nothing. Should it not fail then`;
    case 'exits':
      return `${quoted(view, what)} ends the run as a success. Should the tests behind it not run`;
    case 'mocked':
      return `${quoted(view, what)} gives what the mock was told to give. Is the code itself tested anywhere`;
    case 'snapshot':
      return 'this test only compares with a stored snapshot. Has somebody read that the snapshot is right';
  }
}
