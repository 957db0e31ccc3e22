import type { Code, Dict } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { lastWord, plainText } from '../../code/say.ts';
import { keyOf } from '../compare.ts';
import type { RuleContext } from '../rule.ts';
import { isValue } from './assertions.ts';

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
  const { view, isTest } = context;
  if (!isTest) return [];
  return [...changedVariables(before, view), ...changedEntries(before, view)];
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
