import type { Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { lastWord, plainText } from '../../code/say.ts';

/** What data for a chart or a table is called. */
const DATA = /^(?:\w*(?:data|rows|series|stats|sales|revenues?|metrics|history|orders|visits))$/i;
/** What the numbers stand for, one after the other. */
const PLACE = /^(?:month|date|day|week|year|quarter|hour|time|label|name|region|country|product)$/i;
/** What is measured. */
const MEASURE =
  /^(?:revenue|sales|amount|total|users|visits|visitors|orders|views|profit|costs?|expenses|income|sessions|signups|conversions|clicks|downloads|uv|pv|amt|sold|active_?users)$/i;
const MIN_ROWS = 3;

/** Lists of measured numbers that are written out and kept as data: `data = [{ month: 'Jan', revenue: 4000 }, …]`. */
export function* chartData(
  view: CodeView,
): Iterable<{ readonly at: Code; readonly count: number }> {
  for (const { target, value } of view.all('declare', 'assign')) {
    if (value?.kind !== 'list' || value.items.length < MIN_ROWS) continue;
    if (DATA.test(lastWord(target)) && value.items.every(isMeasured))
      yield { at: value, count: value.items.length };
  }
}

function isMeasured(row: Code): boolean {
  if (row.kind !== 'dict') return false;
  let hasPlace = false;
  let hasMeasure = false;
  for (const one of row.entries) {
    if (one.kind !== 'entry') return false;
    const key = (plainText(one.key) ?? lastWord(one.key)).replace(/^:/, '');
    hasPlace ||= PLACE.test(key) && plainText(one.value) !== undefined;
    hasMeasure ||= MEASURE.test(key) && one.value.kind === 'number';
  }
  return hasPlace && hasMeasure;
}
