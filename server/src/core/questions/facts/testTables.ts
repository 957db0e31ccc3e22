import type { Code, Dict } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { lastWord, methodOf, plainText } from '../../code/say.ts';
import { keyOf } from '../compare.ts';
import type { RuleContext } from '../rule.ts';
import type { LanguageId } from '../languageId.ts';
import { assertionsIn, isValue } from './assertions.ts';
import { isFixedValue } from './fixedValue.ts';
import { contains } from '../../text/range.ts';

export interface ChangedValue {
  readonly at: Code;
  readonly was: Code;
  readonly is: Code;
}

const EXPECTED =
  /^_?(?:want|wanted|expect|expected|exp|wantErr|should_?be|wanted_?\w+|expected_?\w+|want[A-Z]\w*)$/i;

/** Values named `want` or `expected`, alone or in a table of cases, that are others now. */
export function changedTableValues(
  context: RuleContext,
  before: CodeView,
): readonly ChangedValue[] {
  const { view, isTest, language } = context;
  if (!isTest) return [];
  return [
    ...changedVariables(before, view),
    ...changedEntries(before, view),
    ...changedRows(before, view, language),
  ];
}

/** `const expected = 5;` Names that stand for several values cannot be told apart. */
function changedVariables(before: CodeView, view: CodeView): ChangedValue[] {
  const old = namedValues(before);
  return [...namedValues(view)].flatMap(([name, is]) => {
    const was = old.get(name);
    return was && is && keyOf(before, was) !== keyOf(view, is) ? [{ at: is, was, is }] : [];
  });
}

function namedValues(view: CodeView): ReadonlyMap<string, Code | undefined> {
  const values = new Map<string, Code | undefined>();
  for (const { target, value } of view.all('declare', 'assign')) {
    const name = lastWord(target);
    if (!EXPECTED.test(name) || !value || !isValue(value)) continue;
    values.set(name, values.has(name) ? undefined : value);
  }
  return values;
}

/** `{name: "adds", a: 1, want: 3}`: the same case by all its other fields. */
function changedEntries(before: CodeView, view: CodeView): ChangedValue[] {
  const old = new Map<string, Code>();
  for (const one of view.all('dict').length === 0 ? [] : before.all('dict')) {
    for (const { key, value } of expectedIn(before, one)) old.set(key, value);
  }
  if (old.size === 0) return [];
  return view.all('dict').flatMap((one) =>
    expectedIn(view, one).flatMap(({ key, value }): ChangedValue[] => {
      const was = old.get(key);
      const isChanged =
        was && isValue(was) && isValue(value) && keyOf(before, was) !== keyOf(view, value);
      return isChanged ? [{ at: value, was, is: value }] : [];
    }),
  );
}

function expectedIn(view: CodeView, { entries }: Dict): { key: string; value: Code }[] {
  const fields = entries.flatMap((one) =>
    one.kind === 'entry'
      ? [{ name: plainText(one.key) ?? lastWord(one.key), value: one.value }]
      : [],
  );
  const others = fields.filter(({ name }) => !EXPECTED.test(name));
  if (others.length === 0) return [];
  const rest = others.map(({ name, value }) => `${name}: ${keyOf(view, value)}`).join(', ');
  return fields
    .filter(({ name }) => EXPECTED.test(name))
    .map(({ name, value }) => ({ key: `${name} of ${rest}`, value }));
}

/** A row of a table of cases: what goes in, and last what is to come out. */
interface Row {
  readonly inputs: string;
  readonly result: Code;
}

/** `["box", "boxes"]`, `[DataRow("box", "boxes")]`: the same inputs, and another result. */
function changedRows(before: CodeView, view: CodeView, language: LanguageId): ChangedValue[] {
  const old = byInputs(before, rowsIn(before, language));
  if (old.size === 0) return [];
  const now = byInputs(view, rowsIn(view, language));
  return [...now].flatMap(([inputs, is]): ChangedValue[] => {
    const was = old.get(inputs);
    const isChanged = was && is && keyOf(before, was) !== keyOf(view, is);
    return isChanged ? [{ at: is, was, is }] : [];
  });
}

/** Inputs that stand in several rows tell none of them apart. */
function byInputs(view: CodeView, rows: readonly Row[]): ReadonlyMap<string, Code | undefined> {
  const results = new Map<string, Code | undefined>();
  for (const { inputs, result } of rows) {
    const known = results.get(inputs);
    const isSame = known !== undefined && keyOf(view, known) === keyOf(view, result);
    results.set(inputs, !results.has(inputs) || isSame ? result : undefined);
  }
  return results;
}

/** Calls and marks that are a row: xUnit, NUnit, MSTest, JUnit, pytest, rstest, PHPUnit, Ginkgo. */
const ROW_CALLS =
  /^(?:InlineData|TestCase|DataRow|Row|test_case|case|TestWith|arguments|param|Entry|TestCaseData|row)$/;

function rowsIn(view: CodeView, language: LanguageId): readonly Row[] {
  const asserted = assertionsIn(view, language).map(({ at }) => at);
  const isAsserted = (code: Code): boolean => asserted.some((at) => contains(at, code));
  const lists = view.all('list').filter((one) => {
    const parent = view.parentOf(one);
    return parent?.kind === 'list' || parent?.kind === 'entry' || isRowCall(parent);
  });
  const calls = view.all('call').filter((one) => isRowCall(one));
  return [...lists.map(({ items }) => items), ...calls.map(({ args }) => args)].flatMap((items) => {
    const fields = items.filter(({ kind }) => kind !== 'named');
    const result = fields.at(-1);
    if (fields.length < 2 || !result || !fields.every(isFixedValue) || isAsserted(result))
      return [];
    const inputs = fields.slice(0, -1).map((one) => keyOf(view, one));
    return [{ inputs: inputs.join(' , '), result }];
  });
}

function isRowCall(code: Code | undefined): boolean {
  if (code?.kind !== 'call') return false;
  const name = methodOf(code);
  const isOfArguments =
    name === 'of' && code.callee.kind === 'member' && lastWord(code.callee.object) === 'Arguments';
  return isOfArguments || ROW_CALLS.test(name);
}
