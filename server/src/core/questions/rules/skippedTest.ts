import type { CodeView } from '../../code/codeView.ts';
import { missing } from '../compare.ts';
import { commentAbove, commentBehind, commentBelow, isReason } from '../facts/saidWhy.ts';
import { type Skip, skipsIn } from '../facts/skips.ts';
import type { Rule, RuleContext, Severity, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';

/** A test that is not run, or that keeps all others from being run. */
export const skippedTest: Rule = {
  id: 'skipped-test',
  row: 45,
  title: 'A test that is switched off',
  severity: 'normal',
  concern: 'tests',
  weight: 4,
  cwe: [],
  kind: 'question',
  isOn: true,
  absent: {},
  *find({ view, before, isTest, language }: RuleContext): Iterable<Trigger> {
    // A test that ran everywhere, and has been given conditions, is run less than it was.
    const when = before ? 'also on conditions' : 'always';
    const old = before ? skipsIn(before, isTest, language, when).map(({ key }) => key) : [];
    for (const skip of missing(skipsIn(view, isTest, language, when), ({ key }) => key, old)) {
      // A reason for a test that never ran is enough; one that ran until now was switched off.
      if (isExplained(view, skip, before !== undefined)) continue;
      const severity = severityOf(skip, before !== undefined);
      yield { at: skip.at, about: { is: wordsOf(skip) }, severity };
    }
  },
  ask: ({ is, line }) => `Line ${line}: ${is} Is that meant to be committed?`,
  obligations: [],
  page: {
    why: 'A test that is switched off stays green whatever the code does, and is soon forgotten. One that runs alone switches off all the others.',
    instead:
      'Let it run and mend what it finds. Where it cannot run yet, write down why and until when.',
    sources: ['Taxonomy row 45: test tampering by agents that are told to make tests pass'],
  },
  examples: [
    {
      languages: ['typescript'],
      path: 'src/price.test.ts',
      asks: "it.skip('adds', () => { ⟵\n  expect(add(1, 2)).toBe(3);\n});\nxit('takes', () => {}); ⟵\ndescribe.only('price', () => { ⟵\n  test('x', { skip: true }, () => {}); ⟵\n});",
      quiet:
        "it('adds', () => {\n  expect(add(1, 2)).toBe(3);\n});\nit.skipIf(isWindows)('takes', () => {});\nit('skips', () => { list.skip(2); });",
    },
    {
      languages: ['tsx'],
      path: 'src/price.test.tsx',
      asks: "it.skip('adds', () => { ⟵\n  expect(add(1, 2)).toBe(3);\n});\nxit('takes', () => {}); ⟵\ndescribe.only('price', () => { ⟵\n  test('x', { skip: true }, () => {}); ⟵\n});",
      quiet:
        "it('adds', () => {\n  expect(add(1, 2)).toBe(3);\n});\nit.skipIf(isWindows)('takes', () => {});\nit('skips', () => { list.skip(2); });",
    },
    {
      languages: ['javascript'],
      path: 'src/price.test.js',
      asks: "it.skip('adds', () => { ⟵\n  expect(add(1, 2)).toBe(3);\n});\nxit('takes', () => {}); ⟵\ndescribe.only('price', () => { ⟵\n  test('x', { skip: true }, () => {}); ⟵\n});",
      quiet:
        "it('adds', () => {\n  expect(add(1, 2)).toBe(3);\n});\nit.skipIf(isWindows)('takes', () => {});\nit('skips', () => { list.skip(2); });",
    },
    {
      languages: ['typescript'],
      path: 'src/price.test.ts',
      before: "it('adds', () => {});\nit.skip('old', () => {});",
      asks: "it.skip('adds', () => {}); ⟵\nit.skip('old', () => {});",
      quiet: "it('adds', () => {});\nit.skip('old', () => {});",
    },
    {
      languages: ['tsx'],
      path: 'src/price.test.tsx',
      before: "it('adds', () => {});\nit.skip('old', () => {});",
      asks: "it.skip('adds', () => {}); ⟵\nit.skip('old', () => {});",
      quiet: "it('adds', () => {});\nit.skip('old', () => {});",
    },
    {
      languages: ['javascript'],
      path: 'src/price.test.js',
      before: "it('adds', () => {});\nit.skip('old', () => {});",
      asks: "it.skip('adds', () => {}); ⟵\nit.skip('old', () => {});",
      quiet: "it('adds', () => {});\nit.skip('old', () => {});",
    },
    {
      languages: ['python'],
      path: 'tests/test_price.py',
      asks: "@pytest.mark.skip(reason='slow') ⟵\ndef test_adds():\n    assert add(1, 2) == 3\n\n\n@unittest.expectedFailure ⟵\ndef test_takes():\n    assert take(1) == 3\n\n\ndef test_more():\n    pytest.skip('later') ⟵\n",
      quiet:
        "@pytest.mark.skipif(sys.platform == 'win32', reason='no fork')\ndef test_adds():\n    assert add(1, 2) == 3\n\n\ndef test_more():\n    if not has_net():\n        pytest.skip('no net')\n    assert more() == 1\n",
    },
    {
      languages: ['go'],
      path: 'price_test.go',
      asks: 'package a\n\nfunc TestAdds(t *testing.T) {\n\tt.Skip("flaky") ⟵\n\tassert.Equal(t, 3, Add(1, 2))\n}\n',
      quiet:
        'package a\n\nfunc TestAdds(t *testing.T) {\n\tif testing.Short() {\n\t\tt.Skip("slow")\n\t}\n\tassert.Equal(t, 3, Add(1, 2))\n}\n',
    },
    {
      languages: ['rust'],
      path: 'src/price.rs',
      asks: '#[test]\n#[ignore] ⟵\nfn adds() {\n    assert_eq!(add(1, 2), 3);\n}\n',
      quiet: '#[test]\nfn adds() {\n    assert_eq!(add(1, 2), 3);\n}\n',
    },
    {
      languages: ['java'],
      path: 'src/test/java/PriceTest.java',
      asks: 'class PriceTest {\n  @Test\n  @Disabled ⟵\n  void adds() {\n    assertEquals(3, add(1, 2));\n  }\n  @Test(enabled = false) ⟵\n  void takes() {\n    assertEquals(1, take(2));\n  }\n}\n',
      quiet:
        'class PriceTest {\n  @Test\n  @EnabledOnOs(LINUX)\n  void adds() {\n    assertEquals(3, add(1, 2));\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      path: 'PriceTests.cs',
      asks: 'class PriceTests {\n  [Fact(Skip = "flaky")] ⟵\n  public void Adds() {\n    Assert.Equal(3, Add(1, 2));\n  }\n  [Test, Ignore("later")] ⟵\n  public void Takes() {\n    Assert.Equal(1, Take(2));\n  }\n}\n',
      quiet:
        'class PriceTests {\n  [Fact]\n  public void Adds() {\n    Assert.Equal(3, Add(1, 2));\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      path: 'test/price_test.cpp',
      asks: 'TEST(Price, DISABLED_Adds) { ⟵\n  EXPECT_EQ(add(1, 2), 3);\n}\n\nTEST(Price, Takes) {\n  GTEST_SKIP() << "later"; ⟵\n}\n',
      quiet:
        'TEST(Price, Adds) {\n  EXPECT_EQ(add(1, 2), 3);\n}\n\nTEST(Price, Takes) {\n  if (!hasNet()) GTEST_SKIP();\n  EXPECT_EQ(take(2), 1);\n}\n',
    },
    {
      languages: ['cpp'],
      path: 'test/price_test.cpp',
      asks: 'TEST_CASE("adds", "[.slow]") { ⟵\n  REQUIRE(add(1, 2) == 3);\n}\n',
      quiet: 'TEST_CASE("adds", "[slow]") {\n  REQUIRE(add(1, 2) == 3);\n}\n',
    },
    {
      languages: ['ruby'],
      path: 'spec/price_spec.rb',
      asks: "describe Price do\n  xit 'adds' do ⟵\n    expect(add(1, 2)).to eq(3)\n  end\n  it 'takes', skip: true do ⟵\n    expect(take(2)).to eq(1)\n  end\n  fit 'more' do ⟵\n    expect(more).to eq(1)\n  end\n  it 'less' do\n    skip 'later' ⟵\n  end\nend\n",
      quiet:
        "describe Price do\n  it 'adds' do\n    expect(add(1, 2)).to eq(3)\n  end\n  it 'takes' do\n    skip 'no net' unless net?\n    expect(take(2)).to eq(1)\n  end\nend\n",
    },
    {
      languages: ['php'],
      path: 'tests/PriceTest.php',
      asks: "<?php\nclass PriceTest extends TestCase {\n  public function testAdds() {\n    $this->markTestSkipped('later'); ⟵\n    $this->assertSame(3, add(1, 2));\n  }\n}\n",
      quiet:
        "<?php\nclass PriceTest extends TestCase {\n  public function testAdds() {\n    if (!extension_loaded('gd')) {\n      $this->markTestSkipped('no gd');\n    }\n    $this->assertSame(3, add(1, 2));\n  }\n}\n",
    },
    {
      languages: ['php'],
      path: 'tests/PriceTest.php',
      asks: "<?php\nit('adds', function () {\n  expect(add(1, 2))->toBe(3);\n})->skip(); ⟵\n",
      quiet:
        "<?php\nit('adds', function () {\n  expect(add(1, 2))->toBe(3);\n})->skip(PHP_OS === 'WINNT');\n",
    },
    {
      languages: ['ruby'],
      path: 'spec/price_spec.rb',
      asks: "describe Price do\n  skip 'adds' do ⟵\n    expect(total).to eq(1)\n  end\n  it 'takes' ⟵\nend\n",
      quiet:
        "describe Price do\n  it 'adds' do\n    expect(total).to eq(1)\n  end\n  it { is_expected.to be_valid }\nend\n",
    },
    {
      languages: ['cpp'],
      path: 'test/price_test.cpp',
      asks: 'TEST_CASE("adds" * doctest::skip()) { ⟵\n  CHECK(total() == 1);\n}\n',
      quiet: 'TEST_CASE("adds" * doctest::timeout(1)) {\n  CHECK(total() == 1);\n}\n',
    },
    {
      languages: ['java'],
      path: 'src/test/java/PriceTest.java',
      asks: 'class PriceTest {\n  @Test\n  void adds() {\n    Assumptions.assumeTrue(false); ⟵\n    assertEquals(1, total());\n  }\n}\n',
      quiet:
        'class PriceTest {\n  @Test\n  void adds() {\n    Assumptions.assumeTrue(hasNetwork());\n    assertEquals(1, total());\n  }\n}\n',
    },
    {
      languages: ['go'],
      path: 'store_test.go',
      before: 'package a\n\nfunc TestKeeps(t *testing.T) {\n\trequire.Equal(t, 1, Keep())\n}\n',
      asks: 'package a\n\nfunc TestKeeps(t *testing.T) {\n\tif runtime.GOOS == "linux" {\n\t\tt.SkipNow() ⟵\n\t}\n\trequire.Equal(t, 1, Keep())\n}\n',
      quiet:
        'package a\n\nfunc TestKeeps(t *testing.T) {\n\tif runtime.GOOS == "linux" {\n\t\tt.Log("linux")\n\t}\n\trequire.Equal(t, 1, Keep())\n}\n',
    },
    {
      languages: ['python'],
      path: 'tests/test_export.py',
      before: 'def test_exports():\n    assert export() == 1\n',
      asks: '@pytest.mark.skipif(os.environ.get("CI"), reason="slow") ⟵\ndef test_exports():\n    assert export() == 1\n',
      quiet: '@pytest.mark.slow\ndef test_exports():\n    assert export() == 1\n',
    },
    {
      languages: ['java'],
      path: 'src/test/java/TotalTest.java',
      asks: 'class TotalTest {\n  /** Adds all up. */\n  @Test\n  @Disabled ⟵\n  void adds() {\n    assertEquals(3, total());\n  }\n}\n',
      quiet:
        'class TotalTest {\n  @Test\n  @Disabled // needs a licence key\n  void adds() {\n    assertEquals(3, total());\n  }\n  @Test\n  @Disabled("fails until issue 4711 is mended")\n  void takes() {\n    assertEquals(3, total());\n  }\n}\n',
    },
    {
      languages: ['typescript', 'javascript'],
      path: 'src/total.test.js',
      asks: "// Adds all up.\nit.skip('adds', () => { ⟵\n  expect(total()).toBe(3);\n});",
      quiet:
        "// Skipped: the git version of the build machine is too old.\nit.skip('adds', () => {\n  expect(total()).toBe(3);\n});\nit.skip('takes', () => {\n  // The focus event does not arrive here.\n  expect(total()).toBe(3);\n});",
    },
    {
      languages: ['cpp'],
      path: 'test/total_test.cpp',
      asks: 'TEST(Total, Adds) {\n  GTEST_SKIP(); ⟵\n}\n',
      quiet:
        'TEST(Total, Adds) {\n#ifdef _WIN32\n  GTEST_SKIP();\n#endif\n  EXPECT_EQ(total(), 3);\n}\n\nTEST(Total, Takes) {\n  GTEST_SKIP() << "needs a C99 library";\n}\n',
    },
    {
      languages: ['java'],
      path: 'src/test/java/PriceTest.java',
      asks: 'class PriceTest {\n  @Test\n  void adds() {\n    Assumptions.assumeTrue(false, "later"); ⟵\n    assertEquals(1, total());\n  }\n}',
      quiet:
        'class PriceTest {\n  @Test\n  void adds() {\n    Assumptions.assumeTrue(hasNetwork(), "no network");\n    assertEquals(1, total());\n  }\n}',
    },
  ],
};

/** What such a comment speaks of. */
const WHY =
  /skip|ignor|disab|flak|fail|broke|because|since|until|bug|issue|\bnot\b|n't\b|cannot|requir|depend|todo|fixme|only|by default|expected|https?:|#\d/i;

function isExplained(view: CodeView, { at, when, hasReason }: Skip, ran: boolean): boolean {
  if (ran && when !== 'on conditions') return false;
  const { text } = view;
  const own = text.slice(at.start, at.end);
  const behind = text.slice(at.end, at.end + 200);
  const quotes = `${hasReason ? own : ''} ${/^\s*<<\s*"[^"]*"/.exec(behind)?.[0] ?? ''}`;
  if (isReason(/["'`]([^"'`]*)/.exec(quotes)?.[1] ?? '')) return !ran || !/\bCI\b/.test(own);
  if (ran) return false;
  const said = commentBehind(view, at);
  if (isReason(said)) return true;
  return [commentAbove(text, at), commentBelow(text, at)].some(
    (one) => WHY.test(one) && isReason(one),
  );
}

/** A committed test that ran until now is worse than a new one that never did. */
function severityOf({ kind, hasReason }: Skip, wasThere: boolean): Severity {
  if (wasThere || kind === 'only') return 'high';
  return hasReason ? 'low' : 'normal';
}

function wordsOf({ kind, words }: Skip): string {
  const named = inBackticks(shortened(words));
  switch (kind) {
    case 'only':
      return `with ${named} no other test beside it is run.`;
    case 'fails':
      return `with ${named} this test may fail and nobody is told.`;
    case 'skip':
      return `with ${named} this test is not run.`;
  }
}
