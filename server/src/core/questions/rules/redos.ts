import { calleeOf } from '../../code/say.ts';
import { inJavaScript } from '../../regex/dialect.ts';
import type { RegexAttack, RegexSlow } from '../../regex/regexJudge.ts';
import { readRegex } from '../../regex/regexTree.ts';
import { maySlow, repeatsItself } from '../../regex/slowShape.ts';
import { askedBy, type RegexUse, regexUses } from '../facts/regexUses.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';
import { redosExamples } from './examples/redos.ts';

/** Longer ones take longer to judge than a person waits. */
const MAX_SOURCE = 400;
/** More counted repetitions than this make the judge's automata too large. */
const MAX_COUNTED = 60;
const MAX_ASKED = 5;

/** A regular expression that a text can keep busy. */
export const redos: Rule = {
  id: 'redos',
  row: 38,
  title: 'A regular expression that a text can keep busy',
  severity: 'normal',
  concern: 'security',
  weight: 4,
  cwe: [1333, 400],
  kind: 'check',
  isOn: true,
  absent: {
    go: 'its regexp package is linear',
    rust: 'its regex crate is linear',
  },
  maxMs: 10_000,
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, isTest } = context;
    if (isTest) return;
    let nAsked = 0;
    for (const use of regexUses(view, language)) {
      const isWhole = /^(?:matches|fullmatch)$/.test(askedBy(use, view));
      const source = isWhole ? `^(?:${use.source})$` : use.source;
      const plain = isJudged(use) ? inJavaScript(source, use.flags, language) : undefined;
      const tree = plain && readRegex(plain.source);
      if (!plain || !tree || MAX_COUNTED < counted(plain.source) || !maySlow(tree)) continue;
      nAsked++;
      if (MAX_ASKED < nAsked) return;
      const verdict = context.regexes?.judge(plain.source, plain.flags);
      if (verdict?.kind !== 'slow') continue;
      const isWorse =
        verdict.growth === 'exponential' || 3 <= verdict.degree || repeatsItself(tree);
      if (!isWorse || (verdict.growth === 'polynomial' && isBounded(context, use))) continue;
      const severity = verdict.growth === 'exponential' ? 'normal' : 'low';
      yield { at: use.code, about: aboutOf(use, verdict), severity };
    }
  },
  ask: ({ regex, growth, attack, line }) =>
    `Line ${line}: ${regex} takes ${growth} long on a text like ${attack}.`,
  obligations: ['regex'],
  page: {
    why: 'The engine tries every way in which the repetitions can share a text before it says no. A short text that almost matches keeps a thread busy for minutes, and whoever may send one can stop the service.',
    instead:
      'Let each character be taken in one way only: no repetition inside a repetition of the same, no choices that begin alike. Or limit the text before it is matched, or use an engine that is linear (RE2).',
    sources: ['CWE-1333', 'recheck (MIT): the verdict and the text that shows it'],
  },
  examples: redosExamples,
};

/** What takes long only on a text that nobody from outside can send, or in an engine that gives up. */
function isBounded({ view, language }: RuleContext, use: RegexUse): boolean {
  // PHP's engine stops after a million steps.
  if (language === 'php') return true;
  const parent = view.parentOf(use.code);
  const asked = use.call ?? (parent?.kind === 'member' ? view.parentOf(parent) : parent);
  const given = asked?.kind === 'call' ? view.flat(asked) : '';
  if (OWN_FIELD.test(given)) return true;
  return view
    .all('call')
    .some((call) => STARTS_PROGRAM.test(calleeOf(call)) && call.start < use.code.start);
}

/** What the person at the page typed slows nobody else. */
const OWN_FIELD = /\.val\(\)|\.target\.value\b|getElementById\([^()]{1,60}\)\.value\b/;
/** Programs of the machine write no text that was made to be slow. */
const STARTS_PROGRAM =
  /(?:^|\.)(?:exec(?:File)?Sync|spawn(?:Sync)?|execFile|execa|shell_exec|executeProgram|check_output|popen|Popen|capture[23e]{1,2})$|^subprocess\.\w+$/;

function isJudged({ source, flags }: RegexUse): boolean {
  return 4 <= source.length && source.length <= MAX_SOURCE && !flags.includes('N');
}

/** How many copies counted repetitions ask for. */
function counted(source: string): number {
  let sum = 0;
  for (const [, from, to] of source.matchAll(/\{(\d{1,6})(?:,(\d{0,6}))?\}/g)) {
    sum += Number(to === undefined || to === '' ? from : to);
  }
  return sum;
}

function aboutOf({ source }: RegexUse, verdict: RegexSlow): Readonly<Record<string, string>> {
  const { attack } = verdict;
  return {
    regex: inBackticks(shortened(source.replace(/\s+/g, ' '))),
    growth: verdict.growth === 'exponential' ? 'exponentially' : 'very',
    attack: attackWords(attack),
    before: attack.before,
    pump: attack.pump,
    times: String(attack.times),
    after: attack.after,
  };
}

/** `'a' × 30 + '!'` */
function attackWords({ before, pump, times, after }: RegexAttack): string {
  const parts = [
    ...(before === '' ? [] : [inQuotes(before)]),
    `${inQuotes(pump)} × ${times}`,
    ...(after === '' ? [] : [inQuotes(after)]),
  ];
  return `\`${parts.join(' + ').replaceAll('`', "'")}\``;
}

function inQuotes(text: string): string {
  const shown = [...text.slice(0, 12)].map((one) => {
    const code = one.codePointAt(0) ?? 0;
    if (one === '\n') return '\\n';
    if (one === '\t') return '\\t';
    const isPlain = 31 < code && code !== 127;
    return isPlain ? one : `\\x${code.toString(16).padStart(2, '0')}`;
  });
  return `'${shown.join('')}${12 < text.length ? '…' : ''}'`;
}
