import type { Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { lastWord, methodOf } from '../../code/say.ts';
import type { Range } from '../../text/range.ts';
import { compare, keyOf } from '../compare.ts';
import type { RuleContext } from '../rule.ts';

/** Rows that a table of test cases had when it was committed, and has no more. */
export interface RemovedCases {
  readonly at: Range;
  readonly n: number;
  /** What the table is called. */
  readonly name: string;
}

/** Tables of cases: `tests := []struct{…}{…}`, `const cases = […]`, `CASES = [...]`. */
const TABLE =
  /^_?(?:tests?|cases|test_?cases|tt|table|examples|scenarios|test_?data|data_?sets?|samples|specs)$/i;
/** Functions that give the rows: PHPUnit's data providers. */
const GIVES_ROWS = /provider$|^provide|cases$|data_?sets?$|^data[A-Z]/i;
/** Calls that run a test for each row of what they are given. */
const RUNS_EACH = /^(?:each|parametrize|rstest|DataRow|where|with)$/;

/** Cases that are gone from tables that are still there; rows that were changed count as kept. */
export function removedCases({ view, before, isTest }: RuleContext): readonly RemovedCases[] {
  if (!isTest || !before) return [];
  const old = tablesIn(before);
  if (old.size === 0) return [];
  const both = compare(before, view);
  return [...tablesIn(view)].flatMap(([name, rows]): RemovedCases[] => {
    const had = old.get(name) ?? [];
    const n = had.length - rows.length;
    if (n <= 0 || rows.length === 0) return [];
    const kept = new Set(rows.map((row) => keyOf(view, row)));
    const [first] = had.filter((row) => !kept.has(keyOf(before, row)));
    return first ? [{ at: both.placeOf(first), n, name }] : [];
  });
}

function tablesIn(view: CodeView): ReadonlyMap<string, readonly Code[]> {
  const tables = new Map<string, readonly Code[]>();
  for (const { target, value } of view.all('declare', 'assign')) {
    const rows = value ? rowsOf(value) : [];
    if (1 <= rows.length && TABLE.test(lastWord(target))) tables.set(lastWord(target), rows);
  }
  for (const { value } of view.all('return')) {
    const owner = value && view.enclosing(value, 'function')?.name;
    const rows = value ? rowsOf(value) : [];
    if (owner !== undefined && GIVES_ROWS.test(owner) && 1 <= rows.length) tables.set(owner, rows);
  }
  for (const call of view.all('call')) {
    if (!RUNS_EACH.test(methodOf(call))) continue;
    const rows = call.args.map(rowsOf).find((found) => 1 <= found.length);
    // The place in the file tells tables without a name apart.
    if (rows) tables.set(`${methodOf(call)} ${nth(tables, methodOf(call))}`, rows);
  }
  return tables;
}

function nth(tables: ReadonlyMap<string, readonly Code[]>, method: string): number {
  return [...tables.keys()].filter((key) => key.startsWith(`${method} `)).length + 1;
}

function rowsOf(code: Code): readonly Code[] {
  if (code.kind === 'list') return code.items;
  return code.kind === 'dict' ? code.entries : [];
}
