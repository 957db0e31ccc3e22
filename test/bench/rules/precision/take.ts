import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../../oracle/engine/tools.ts';
import type { Rule } from '../../../../server/src/core/questions/rule.ts';
import type { BlockReader } from '../../../../server/src/core/ports.ts';
import { keyOf, readLabels, type Verdict, VERDICTS, writeLabels } from './label.ts';
import { type Key, keyFile, SHEETS } from './sheet.ts';
import { standing } from './standing.ts';

/**
 * Takes what readers wrote (`out/labels/a/*`, `b/*`, and `c/*` where those two disagree) into the labels that
 * are kept, and lets go of labels whose question is not asked any more. Prints what is still open.
 */
export async function takeLabels(
  reader: BlockReader,
  cache: string,
  rules: readonly Rule[],
): Promise<void> {
  const items: readonly Key[] = existsSync(keyFile())
    ? JSON.parse(readFileSync(keyFile(), 'utf8'))
    : [];
  const [a, b, c] = ['a', 'b', 'c'].map(verdictsOf);
  const open: number[] = [];
  const taken = items.flatMap(({ rule, ...item }, i) => {
    const said = [a?.get(i + 1), b?.get(i + 1)].filter((one) => one !== undefined);
    const [first, second] = said;
    if (first === undefined || second === undefined) return [];
    const holds = first === second ? first : c?.get(i + 1);
    if (holds === undefined) {
      open.push(i + 1);
      return [];
    }
    return [{ rule, label: { ...item, said, holds } }];
  });
  for (const rule of rules) {
    const { id } = rule;
    const fresh = taken.filter((one) => one.rule === id).map(({ label }) => label);
    const freshKeys = new Set(fresh.map(keyOf));
    const kept = readLabels(id).filter((label) => !freshKeys.has(keyOf(label)));
    writeLabels(id, await standing(reader, cache, rule, [...kept, ...fresh]));
  }
  console.log(`${taken.length} of ${items.length} questions have labels.`);
  if (open.length !== 0) {
    console.log(`${open.length} are open: readers disagree about ${open.join(', ')}.`);
  }
}

function verdictsOf(readerName: string): ReadonlyMap<number, Verdict> {
  const said = new Map<number, Verdict>();
  for (const file of filesBelow([join(SHEETS, readerName)], (path) => /\.\w+$/.test(path))) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const [, number = '', word] = /^(\d+)[.:]?\s+(\w+)/.exec(line) ?? [];
      const verdict = VERDICTS.find((one) => one === word?.toLowerCase());
      if (verdict) said.set(Number(number), verdict);
    }
  }
  return said;
}
