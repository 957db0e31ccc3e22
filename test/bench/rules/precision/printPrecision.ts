import type { BlockReader } from '../../../../server/src/core/ports.ts';
import type { Options } from '../options.ts';
import { MAX_FALSE, mayBeOn, measured, type Measured, MIN_LABELS, readLabels } from './label.ts';
import { standing } from './standing.ts';

/** Prints how many questions readers called false; false where that is more than the budget. */
export async function printPrecision(
  reader: BlockReader,
  cache: string,
  { rules }: Options,
): Promise<boolean> {
  console.log(
    '\n== Precision: questions of real code, labelled by two readers each who saw code and',
  );
  console.log('   question, not the rule; where they disagreed, a third decided.\n');
  console.log(
    'rule                          labels  false        disagreed  unsure  not asked any more',
  );
  const on: Measured[] = [];
  const wrong: string[] = [];
  for (const rule of rules) {
    const all = readLabels(rule.id);
    const still = await standing(reader, cache, rule, all);
    const row = measured(still);
    if (rule.isOn) on.push(row);
    if (rule.isOn && !mayBeOn(row)) wrong.push(rule.id);
    const off = rule.isOn ? '' : '  (off)';
    console.log(
      `${rule.id.padEnd(30)}${numbers(row)}${String(all.length - still.length).padStart(10)}${off}`,
    );
  }
  const all = {
    n: sum(on, ({ n }) => n),
    nFalse: sum(on, ({ nFalse }) => nFalse),
    nUnsure: sum(on, ({ nUnsure }) => nUnsure),
    nDisagreed: sum(on, ({ nDisagreed }) => nDisagreed),
  };
  console.log(`${'all that are on'.padEnd(30)}${numbers(all)}   budget ${MAX_FALSE} %`);
  if (wrong.length !== 0) {
    console.log(
      `On, though false too often or with fewer than ${MIN_LABELS} labels: ${wrong.join(', ')}`,
    );
  }
  return wrong.length === 0 && 100 * all.nFalse <= MAX_FALSE * all.n;
}

function numbers({ n, nFalse, nUnsure, nDisagreed }: Measured): string {
  const share = n === 0 ? '' : `${((100 * nFalse) / n).toFixed(1)} %`;
  const falses = `${String(nFalse).padStart(5)} ${share.padStart(7)}`;
  return `${String(n).padStart(6)}  ${falses}${String(nDisagreed).padStart(9)}${String(nUnsure).padStart(8)}`;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
