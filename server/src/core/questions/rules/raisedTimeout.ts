import type { Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { everythingIn } from '../../code/say.ts';
import { keyOf } from '../compare.ts';
import { functionOf, marksOf } from '../facts/header.ts';
import { changedSettings } from '../facts/settings.ts';
import { testCasesIn } from '../facts/testCases.ts';
import type { LanguageId } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, quoted, shortened } from '../words.ts';

/** A test waits longer, or tries more often, than when it was committed. */
export const raisedTimeout: Rule = {
  id: 'raised-timeout',
  row: 45,
  title: 'A test that waits longer than it did',
  severity: 'high',
  concern: 'tests',
  weight: 3,
  cwe: [],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, before, isTest, language } = context;
    if (!before) return;
    const isHere = isTest || 0 < testCasesIn(view, isTest, language).length;
    if (!isHere) return;
    for (const { was, is } of changedSettings(before, view)) {
      if (!WAITS.test(is.name) || !isMore(was.value, is.value)) continue;
      yield { at: is.value, about: { was: quoted(before, was.value), is: quoted(view, is.value) } };
    }
    const old = new Map(limitsOf(before, language).map((one) => [one.key, one]));
    for (const limit of limitsOf(view, language)) {
      const was = old.get(limit.key);
      if (!was || limit.value <= was.value) continue;
      yield { at: limit.at, about: { was: words(was.value), is: words(limit.value) } };
    }
  },
  ask: ({ was, is, line }) =>
    `Line ${line}: the test waits ${is} now and waited ${was}. Is it known why it takes longer?`,
  obligations: ['async', 'time'],
  page: {
    why: 'A test that was too slow, or that failed now and then, was given more time. What made it slow or unsteady is still there, and users meet it.',
    instead:
      'Find what it waits for. Where the work itself takes longer now, say so in the commit.',
    sources: ['Taxonomy row 45: test tampering by agents that are told to make tests pass'],
  },
  examples: [
    {
      languages: ['typescript'],
      path: 'src/price.test.ts',
      before:
        "it('adds', () => {\n  this.timeout(2000);\n  await waitFor(() => total(cart), { timeout: 1000 });\n});",
      asks: "it('adds', () => {\n  this.timeout(20000); ⟵\n  await waitFor(() => total(cart), { timeout: 9000 }); ⟵\n});",
      quiet:
        "it('adds', () => {\n  this.timeout(1000);\n  await waitFor(() => total(cart), { timeout: 1000, interval: 50 });\n});",
    },
    {
      languages: ['tsx'],
      path: 'src/price.test.tsx',
      before:
        "it('adds', () => {\n  this.timeout(2000);\n  await waitFor(() => total(cart), { timeout: 1000 });\n});",
      asks: "it('adds', () => {\n  this.timeout(20000); ⟵\n  await waitFor(() => total(cart), { timeout: 9000 }); ⟵\n});",
      quiet:
        "it('adds', () => {\n  this.timeout(1000);\n  await waitFor(() => total(cart), { timeout: 1000, interval: 50 });\n});",
    },
    {
      languages: ['javascript'],
      path: 'src/price.test.js',
      before:
        "it('adds', () => {\n  this.timeout(2000);\n  await waitFor(() => total(cart), { timeout: 1000 });\n});",
      asks: "it('adds', () => {\n  this.timeout(20000); ⟵\n  await waitFor(() => total(cart), { timeout: 9000 }); ⟵\n});",
      quiet:
        "it('adds', () => {\n  this.timeout(1000);\n  await waitFor(() => total(cart), { timeout: 1000, interval: 50 });\n});",
    },
    {
      languages: ['python'],
      path: 'tests/test_price.py',
      before:
        'def test_adds():\n    assert wait_for(total, timeout=1) == 90\n    time.sleep(0.1)\n',
      asks: 'def test_adds():\n    assert wait_for(total, timeout=30) == 90 ⟵\n    time.sleep(5) ⟵\n',
      quiet: 'def test_adds():\n    time.sleep(0.1)\n    assert wait_for(total, timeout=1) == 90\n',
    },
    {
      languages: ['go'],
      path: 'price_test.go',
      before:
        'package a\n\nfunc TestAdds(t *testing.T) {\n\ttime.Sleep(10 * time.Millisecond)\n\trequire.Eventually(t, done, time.Second, time.Millisecond)\n}\n',
      asks: 'package a\n\nfunc TestAdds(t *testing.T) {\n\ttime.Sleep(900 * time.Millisecond) ⟵\n\trequire.Eventually(t, done, time.Second, time.Millisecond)\n}\n',
      quiet:
        'package a\n\nfunc TestAdds(t *testing.T) {\n\trequire.Eventually(t, done, time.Second, time.Millisecond)\n\ttime.Sleep(10 * time.Millisecond)\n}\n',
    },
    {
      languages: ['rust'],
      path: 'tests/price.rs',
      before:
        '#[test]\nfn adds() {\n  thread::sleep(Duration::from_millis(10));\n  assert_eq!(total(), 90);\n}\n',
      asks: '#[test]\nfn adds() {\n  thread::sleep(Duration::from_millis(2000)); ⟵\n  assert_eq!(total(), 90);\n}\n',
      quiet:
        '#[test]\nfn adds() {\n  thread::sleep(Duration::from_millis(5));\n  assert_eq!(total(), 90);\n}\n',
    },
    {
      languages: ['java'],
      path: 'src/test/java/PriceTest.java',
      before:
        'class PriceTest {\n  @Test\n  void adds() {\n    Thread.sleep(10);\n    assertEquals(90, total());\n  }\n}\n',
      asks: 'class PriceTest {\n  @Test\n  void adds() {\n    Thread.sleep(5000); ⟵\n    assertEquals(90, total());\n  }\n}\n',
      quiet:
        'class PriceTest {\n  @Test\n  void adds() {\n    Thread.sleep(5);\n    assertEquals(90, total());\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      path: 'PriceTests.cs',
      before:
        'class PriceTests {\n  [Fact]\n  public void Adds() {\n    await Task.Delay(10);\n    Assert.Equal(90, Total());\n  }\n}\n',
      asks: 'class PriceTests {\n  [Fact]\n  public void Adds() {\n    await Task.Delay(5000); ⟵\n    Assert.Equal(90, Total());\n  }\n}\n',
      quiet:
        'class PriceTests {\n  [Fact]\n  public void Adds() {\n    await Task.Delay(5);\n    Assert.Equal(90, Total());\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      path: 'test/price_test.cpp',
      before:
        'TEST(Price, Adds) {\n  std::this_thread::sleep_for(std::chrono::milliseconds(10));\n  EXPECT_EQ(total(), 90);\n}\n',
      asks: 'TEST(Price, Adds) {\n  std::this_thread::sleep_for(std::chrono::milliseconds(5000)); ⟵\n  EXPECT_EQ(total(), 90);\n}\n',
      quiet:
        'TEST(Price, Adds) {\n  std::this_thread::sleep_for(std::chrono::milliseconds(10));\n  EXPECT_EQ(total(), 90);\n  EXPECT_EQ(count(), 1);\n}\n',
    },
    {
      languages: ['ruby'],
      path: 'spec/price_spec.rb',
      before:
        "describe Price do\n  it 'adds' do\n    sleep 0.1\n    expect(total).to eq(90)\n  end\nend\n",
      asks: "describe Price do\n  it 'adds' do\n    sleep 5 ⟵\n    expect(total).to eq(90)\n  end\nend\n",
      quiet:
        "describe Price do\n  it 'adds' do\n    sleep(0.1)\n    expect(total).to eq(90)\n  end\nend\n",
    },
    {
      languages: ['php'],
      path: 'tests/PriceTest.php',
      before:
        '<?php\nclass PriceTest extends TestCase {\n  public function testAdds() {\n    usleep(100);\n    $this->assertSame(90, total());\n  }\n}\n',
      asks: '<?php\nclass PriceTest extends TestCase {\n  public function testAdds() {\n    usleep(500000); ⟵\n    $this->assertSame(90, total());\n  }\n}\n',
      quiet:
        '<?php\nclass PriceTest extends TestCase {\n  public function testAdds() {\n    usleep(100);\n    $this->assertSame(90, total());\n  }\n}\n',
    },
    {
      languages: ['typescript'],
      path: 'src/a.test.ts',
      before: "it('adds', async () => {\n  expect(await total()).toBe(90);\n}, 1000);",
      asks: "it('adds', async () => {\n  expect(await total()).toBe(90);\n}, 60000); ⟵",
      quiet: "it('adds', async () => {\n  expect(await total()).toBe(90);\n});",
    },
    {
      languages: ['tsx'],
      path: 'src/a.test.tsx',
      before: "it('adds', async () => {\n  expect(await total()).toBe(90);\n}, 1000);",
      asks: "it('adds', async () => {\n  expect(await total()).toBe(90);\n}, 60000); ⟵",
      quiet: "it('adds', async () => {\n  expect(await total()).toBe(90);\n});",
    },
    {
      languages: ['javascript'],
      path: 'src/a.test.js',
      before: "it('adds', async () => {\n  expect(await total()).toBe(90);\n}, 1000);",
      asks: "it('adds', async () => {\n  expect(await total()).toBe(90);\n}, 60000); ⟵",
      quiet: "it('adds', async () => {\n  expect(await total()).toBe(90);\n});",
    },
    {
      languages: ['java'],
      path: 'src/test/java/PriceTest.java',
      before:
        'class PriceTest {\n  @Test(timeout = 100)\n  public void adds() {\n    assertEquals(90, total());\n  }\n}\n',
      asks: 'class PriceTest {\n  @Test(timeout = 9000) ⟵\n  public void adds() {\n    assertEquals(90, total());\n  }\n}\n',
      quiet:
        'class PriceTest {\n  @Test(timeout = 100)\n  public void adds() {\n    int sum = total();\n    assertEquals(90, sum);\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      path: 'test/price_test.cpp',
      before:
        'void testEnds() {\n  const auto status = done().wait_for(std::chrono::seconds(5));\n  EXPECT_EQ(status, std::future_status::ready);\n}\n',
      asks: 'void testEnds() {\n  const auto status = done().wait_for(std::chrono::seconds(60)); ⟵\n  EXPECT_EQ(status, std::future_status::ready);\n}\n',
      quiet:
        'void testEnds() {\n  sync.prepare();\n  const auto status = done().wait_for(std::chrono::seconds(5));\n  EXPECT_EQ(status, std::future_status::ready);\n}\n',
    },
    {
      languages: ['go'],
      path: 'price_test.go',
      before:
        'package a\n\nfunc TestAdds(t *testing.T) {\n\tctx, cancel := context.WithTimeout(ctx, time.Second)\n\tdefer cancel()\n\t<-time.After(1 * time.Second)\n}\n',
      asks: 'package a\n\nfunc TestAdds(t *testing.T) {\n\tctx, cancel := context.WithTimeout(ctx, time.Minute) ⟵\n\tdefer cancel()\n\t<-time.After(2 * time.Second) ⟵\n}\n',
      quiet:
        'package a\n\nfunc TestAdds(t *testing.T) {\n\tctx, cancel := context.WithTimeout(ctx, time.Second)\n\tdefer cancel()\n\t<-time.After(900 * time.Millisecond)\n}\n',
    },
    {
      languages: ['java'],
      path: 'src/test/java/PriceTest.java',
      before:
        'class PriceTest {\n  @Test\n  void adds() {\n    await().atMost(5, SECONDS).until(this::isDone);\n  }\n}\n',
      asks: 'class PriceTest {\n  @Test\n  void adds() {\n    await().atMost(60, SECONDS).until(this::isDone); ⟵\n  }\n}\n',
      quiet:
        'class PriceTest {\n  @Test\n  void adds() {\n    await().atMost(2, SECONDS).until(this::isDone);\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      path: 'SchedulerTests.cs',
      before:
        'class SchedulerTests {\n  [Test]\n  [CancelAfter(3_000)]\n  public void Runs() {\n    Run();\n  }\n}\n',
      asks: 'class SchedulerTests {\n  [Test]\n  [CancelAfter(120_000)] ⟵\n  public void Runs() {\n    Run();\n  }\n}\n',
      quiet:
        'class SchedulerTests {\n  [Test]\n  [CancelAfter(2_000)]\n  public void Runs() {\n    Run();\n  }\n}\n',
    },
  ],
};

const WAITS =
  /time_?out|wait|sleep|delay|retr(?:y|ies)|reruns|attempt|deadline|eventually|interval|within|at_?most|^after$/i;

function words(value: number): string {
  return inBackticks(shortened(String(value)));
}

function isMore(was: Code, is: Code): boolean {
  const old = productOf(was);
  const now = productOf(is);
  return old !== undefined && now !== undefined && old < now;
}

/** The numbers and the units in a value, multiplied. */
function productOf(code: Code): number | undefined {
  let product: number | undefined;
  for (const node of everythingIn(code)) {
    const unit = node.kind === 'name' || node.kind === 'member' ? unitOf(node.name) : undefined;
    const factor = node.kind === 'number' ? node.value : unit;
    if (factor !== undefined) product = (product ?? 1) * factor;
  }
  return product;
}

/** Seconds, also in `ofMinutes`, `from_millis`. */
function unitOf(name: string): number | undefined {
  return UNITS.find(([word]) => word.test(name))?.[1];
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/nano/i, 1e-9],
  [/micro/i, 1e-6],
  [/milli/i, 1e-3],
  [/sec(?:ond)?s?$/i, 1],
  [/minutes?$/i, 60],
  [/hours?$/i, 3600],
];

interface Limit {
  readonly key: string;
  readonly value: number;
  readonly at: { readonly start: number; readonly end: number };
}

/** Time limits of tests: `it('…', run, 5000)`, `@Timeout(5)`, `@Test(timeout = 100)`. */
function limitsOf(view: CodeView, language: LanguageId): readonly Limit[] {
  const registered = testCasesIn(view, true, language).flatMap(({ code, title }): Limit[] => {
    const last = code.kind === 'call' ? code.args.at(-1) : undefined;
    return last?.kind === 'number' ? [{ key: title, value: last.value, at: last }] : [];
  });
  const code = functionOf(view);
  const marked = (code ? marksOf(view, code) : []).flatMap(({ name, text, start }): Limit[] => {
    const found = LIMIT.exec(text);
    const isLimit = LIMITS.test(name) || /timeout/i.test(text);
    if (!isLimit || !found) return [];
    const at = { start, end: start + text.length };
    return [{ key: `@${name}`, value: Number((found[1] ?? '').replaceAll('_', '')), at }];
  });
  const called = view
    .all('call')
    .filter(({ callee }) =>
      /(?:^|\.)(?:setTimeout|timeout|Timeout|slow|waitFor\w*|retry|retries)$/.test(
        view.flat(callee),
      ),
    )
    .flatMap((call): Limit[] => {
      const [first] = call.args;
      const isAlone = first?.kind === 'number' && call.args.length === 1;
      return isAlone ? [{ key: keyOf(view, call.callee), value: first.value, at: first }] : [];
    });
  return [...registered, ...marked, ...called];
}

const LIMITS = /timeout|^CancelAfter$|max_?time|flaky|^Retry/i;
const LIMIT =
  /(?:(?:timeout|reruns|max_runs|maxAttempts)\s*[=:]\s*|\(\s*(?:value\s*=\s*)?)(\d[\d_]*)/i;
