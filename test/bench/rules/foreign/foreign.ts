import type { BlockReader } from '../../../../server/src/core/ports.ts';
import type { Rule } from '../../../../server/src/core/questions/rule.ts';
import { readForRules } from '../../../support/ruleExample.ts';
import type { Options } from '../options.ts';
import { fetchSuite } from './fetchSuite.ts';
import type { ForeignCase, ForeignSuite, LineSpan, Mapped } from './suite.ts';
import { suites } from './table.ts';

/** What a rule made of one case. */
interface Outcome {
  readonly foreign: ForeignCase;
  readonly missed: readonly LineSpan[];
  /** Lines asked about that nobody reports there. */
  readonly besides: readonly number[];
}

interface Miss {
  readonly suite: ForeignSuite;
  readonly foreign: ForeignCase;
  readonly span: LineSpan;
}

const RECALL_BUDGET = 0.7;
const NO_CAUSE = 'no cause given';

/** Prints what rules find in the tests of other tools; false where that is less than the budget. */
export async function printForeign(
  reader: BlockReader,
  cache: string,
  options: Options,
): Promise<boolean> {
  console.log("\n== Other tools' tests: our rule on a line that their check reports, case by case");
  console.log('   (asked besides: code of which their tests say that it is to be left alone)');
  const all: Outcome[] = [];
  const misses: Miss[] = [];
  for (const suite of suites) {
    if (!suite.languages.some((each) => options.languages.includes(each))) continue;
    const { name, version } = suite.source;
    const fetched = fetchSuite(cache, suite);
    if (fetched.kind === 'missing') {
      console.log(`\n${suite.name}: not measured, ${name} ${version} is not here: ${fetched.why}`);
      continue;
    }
    const { cases, nUnread } = await suite.cases(fetched.folder, reader);
    const unread = nUnread === 0 ? '' : `; ${nUnread} cases are not written out`;
    console.log(`\n${suite.name} (${name} ${version}${unread})`);
    const outcomes: Outcome[] = [];
    for (const each of cases) outcomes.push(...(await tryOn(reader, each, options)));
    for (const mapped of suite.mapping) {
      if (!options.rules.some(({ id }) => id === mapped.ours)) continue;
      const mine = outcomes.filter(({ foreign }) => isOf(foreign, mapped));
      console.log(`  ${titleOf(mapped).padEnd(62)}${figures(mine)}`);
    }
    console.log(`  ${'all'.padEnd(62)}${figures(outcomes)}`);
    all.push(...outcomes);
    for (const { foreign, missed } of outcomes) {
      misses.push(...missed.map((span) => ({ suite, foreign, span })));
    }
  }
  printByRule(all, options);
  printMisses(misses, options.nShown);
  if (0 < options.nShown) printBesides(all, options.nShown);
  console.log(`\n${'recall'.padEnd(64)}${figures(all)}  budget ${RECALL_BUDGET}`);
  return RECALL_BUDGET <= recall(all);
}

async function tryOn(
  reader: BlockReader,
  foreign: ForeignCase,
  options: Options,
): Promise<readonly Outcome[]> {
  const { ours, or, language, expected, ignored } = foreign;
  const rules = options.rules.filter(({ id }) => id === ours || id === or);
  if (!rules.some(({ id }) => id === ours) || !options.languages.includes(language)) return [];
  const asked = await linesAsked(reader, rules, foreign);
  const missed = expected.filter((span) => !asked.some((each) => isIn(span, each)));
  const known = [...expected, ...(ignored ?? [])];
  const besides = asked.filter((each) => !known.some((span) => isIn(span, each)));
  return [{ foreign, missed, besides }];
}

/** Lines asked about: all, since a file of tests is one block with more of a kind than people are asked of one. */
async function linesAsked(
  reader: BlockReader,
  rules: readonly Rule[],
  { language, path, text }: ForeignCase,
): Promise<readonly number[]> {
  const lines = new Set<number>();
  for (const { context } of await readForRules({ reader, language, path, text })) {
    const given = context();
    const { view } = given;
    for (const rule of rules) {
      if (rule.absent[language] !== undefined) continue;
      for (const { at } of rule.find(given)) {
        const isRead = language === 'cpp' || !view.isTorn(at);
        if (view.isOwn(at) && isRead) lines.add(view.lineOf(at));
      }
    }
  }
  return [...lines];
}

function printByRule(outcomes: readonly Outcome[], { rules }: Options): void {
  console.log('\nby rule');
  for (const { id } of rules) {
    const mine = outcomes.filter(({ foreign }) => foreign.ours === id);
    if (mine.length !== 0) console.log(`  ${id.padEnd(62)}${figures(mine)}`);
  }
}

function printMisses(misses: readonly Miss[], nShown: number): void {
  console.log('\nmisses by cause');
  const causes = groups(misses, causeOf);
  for (const [cause, some] of [...causes].toSorted(([, a], [, b]) => b.length - a.length)) {
    console.log(`  ${String(some.length).padStart(5)}  ${cause}`);
    const checks = groups(some, ({ foreign }) => `${foreign.theirs} → ${foreign.ours}`);
    for (const [check, each] of checks) {
      console.log(`         ${check}: ${each.length}`);
      for (const { foreign, span } of each.slice(0, nShown)) show(foreign, span);
    }
  }
}

function printBesides(outcomes: readonly Outcome[], nShown: number): void {
  console.log('\nasked besides');
  const some = outcomes.filter(({ besides }) => besides.length !== 0);
  for (const [check, each] of groups(some, ({ foreign }) => foreign.theirs)) {
    console.log(`  ${check}: ${each.length} cases`);
    for (const { foreign, besides } of each.slice(0, nShown)) {
      for (const first of besides.slice(0, nShown)) show(foreign, { first, last: first });
    }
  }
}

function causeOf({ suite, foreign, span }: Miss): string {
  const code = linesOf(foreign, span).join('\n');
  const found = suite.causes.find(({ theirs, like }) => {
    if (theirs !== foreign.theirs) return false;
    return (
      like === undefined || (like instanceof RegExp ? like.test(code) : isNamed(like, foreign))
    );
  });
  return found?.cause ?? NO_CAUSE;
}

function isNamed(names: readonly string[], { name }: ForeignCase): boolean {
  return names.includes(name);
}

function show(foreign: ForeignCase, span: LineSpan): void {
  console.log(`           ${foreign.name}:${span.first}`);
  const code = linesOf(foreign, { first: span.first - 2, last: span.last + 2 }).slice(0, 12);
  for (const each of code) console.log(`             | ${each.slice(0, 130)}`);
}

function linesOf({ text }: ForeignCase, { first, last }: LineSpan): readonly string[] {
  return text.split('\n').slice(Math.max(0, first - 1), last);
}

function isOf({ theirs, ours }: ForeignCase, mapped: Mapped): boolean {
  return theirs === mapped.theirs && ours === mapped.ours;
}

function titleOf({ theirs, part, ours, or }: Mapped): string {
  const rules = or === undefined ? ours : `${ours} or ${or}`;
  return `${theirs}${part === undefined ? '' : ` (${part})`} → ${rules}`;
}

function isIn({ first, last }: LineSpan, number: number): boolean {
  return first <= number && number <= last;
}

function recall(outcomes: readonly Outcome[]): number {
  const nExpected = sum(outcomes, ({ foreign }) => foreign.expected.length);
  return 1 - sum(outcomes, ({ missed }) => missed.length) / Math.max(1, nExpected);
}

function figures(outcomes: readonly Outcome[]): string {
  const nExpected = sum(outcomes, ({ foreign }) => foreign.expected.length);
  const nFound = nExpected - sum(outcomes, ({ missed }) => missed.length);
  const quiet = outcomes.filter(({ foreign }) => foreign.expected.length === 0);
  const nAsked = quiet.filter(({ besides }) => besides.length !== 0).length;
  const nBesides = sum(outcomes, ({ besides }) => besides.length);
  const share = nExpected === 0 ? '' : ` = ${recall(outcomes).toFixed(2)}`;
  const found = `${nFound}/${nExpected}${share}`.padEnd(18);
  return `${found} quiet cases asked ${nAsked}/${quiet.length}, lines besides ${nBesides}`;
}

function groups<T>(all: readonly T[], of: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const each of all) {
    const group = found.get(of(each));
    if (group) group.push(each);
    else found.set(of(each), [each]);
  }
  return found;
}

function sum<T>(all: readonly T[], of: (each: T) => number): number {
  return all.reduce((total, each) => total + of(each), 0);
}
