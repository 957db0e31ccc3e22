import type { Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import type { Assertion } from './assertions.ts';

/** A test, and what became of it; the rest of the block where both are undefined. */
export interface TestPair {
  readonly old: { readonly body: Code } | undefined;
  readonly now: { readonly body: Code } | undefined;
}

/**
 * Whether what a test asserted is made sure of in other words: by a helper that is called now, by a
 * query that throws where it finds nothing, or by an assertion that looks at the same things.
 */
export function isStillMadeSureOf(
  before: CodeView,
  view: CodeView,
  { old, now }: TestPair,
  gone: Assertion,
  asserted: readonly Assertion[],
): boolean {
  const was = before.textOf(old?.body ?? before.range);
  const is = view.textOf(now?.body ?? view.range);
  const isFailing = /^(?:Error|Errorf|Fatal|Fatalf|fail|Fail)$/.test(gone.matcher);
  if (isFailing && timesOf(was, FAILS) <= timesOf(is, FAILS)) return true;
  if (timesOf(was, THROWING) < timesOf(is, THROWING)) return true;
  const isNew = (name: string): boolean => !new RegExp(`\\b${name}\\s*\\(`).test(was);
  const helpers = [...is.matchAll(HELPER)].flatMap(([, name]) => name ?? []);
  if (helpers.some(isNew)) return true;
  const names = namesOf(before.textOf(gone.at));
  const known = was.replace(/\s+/g, ' ');
  return asserted.some(({ at }) => {
    const said = view.textOf(at);
    const words = namesOf(said);
    return (
      !known.includes(view.flat(at)) && 1 < names.size && [...names].every((one) => words.has(one))
    );
  });
}

/** Queries of screens that throw where nothing is found. */
const THROWING = /\b(?:find(?:All)?By|get(?:All)?By|waitFor)\w*\(/g;
const FAILS = /\b(?:t\.(?:Error|Fatal)f?|[fF]ail)\(/g;
/** A function of the file that asserts for several tests. */
const HELPER =
  /(?<![\w.@])((?:test|check|verify|validate|assertThat[A-Z]|assertAll)(?:[A-Z_]\w*))\s*\(/g;

function timesOf(text: string, what: RegExp): number {
  return [...text.matchAll(what)].length;
}

/** What it looks at, without the words of the library. */
function namesOf(text: string): ReadonlySet<string> {
  const words = text.match(/[A-Za-z_]\w*/g) ?? [];
  return new Set(words.filter((word) => !LIBRARY.test(word)));
}

const LIBRARY =
  /^(?:t|assert\w*|expect\w*|to[A-Z]\w*|Assert|That|EXPECT_\w+|ASSERT_\w+|CHECK\w*|REQUIRE\w*|self|this|Equal\w*|Panics\w*|require|should|refute\w*)$/;

/** A test of that title stands in the text, and is run. */
export function isNamedIn(text: string, title: string): boolean {
  if (title.length < MIN_TITLE) return false;
  for (let at = text.indexOf(title); 0 <= at; at = text.indexOf(title, at + 1)) {
    if (/\w/.test(`${text.charAt(at - 1)}${text.charAt(at + title.length)}`)) continue;
    const before = text
      .slice(Math.max(0, at - MAX_BEFORE), at)
      .split('\n')
      .slice(-3);
    const line = before.at(-1) ?? '';
    if (REGISTERED.test(line) || (/^\s*["'`]$/.test(line) && REGISTERED.test(before.at(-2) ?? '')))
      return true;
    if (before.some((one) => MARKED.test(one))) return true;
  }
  return false;
}

const MAX_BEFORE = 200;
const REGISTERED =
  /^\s*(?:(?:it|test|specify|example|scenario)\b(?!\.todo)|TEST|SCENARIO|(?:async )?def |func |(?:\w+ )?function |(?:public )?void test|t\.Run|Deno\.test)/;
const MARKED = /^\s*(?:@(?:\w*Test|Property)\b|#\[(?:\w+::)?test\b|\[(?:Fact|Theory|Test))/;

/** Shorter titles stand in texts of all kinds. */
const MIN_TITLE = 4;

/** The file has as many of an assertion as it had, so it only moved; or it stood there twice. */
export function isMoved(before: CodeView, view: CodeView, { at }: Assertion): boolean {
  const said = before.flat(at);
  if (said.length < MIN_SAID) return false;
  const n = timesIn(view.text, said);
  return 0 < n && (timesIn(before.text, said) <= n || 0 < timesIn(view.textOf(view.range), said));
}

const MIN_SAID = 12;

function timesIn(text: string, said: string): number {
  return text.replace(/\s+/g, ' ').split(said).length - 1;
}
