import { nameWords } from './nameWords.ts';

/** What a name says that its number counts. */
export interface Unit {
  readonly dimension: 'time' | 'size' | 'money' | 'angle' | 'length' | 'temperature';
  /** One word for each unit, whatever its spelling. */
  readonly unit: string;
}

const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...spelled('time', 'milliseconds', [
    'ms',
    'millis',
    'msec',
    'msecs',
    'millisecond',
    'milliseconds',
  ]),
  ...spelled('time', 'seconds', ['sec', 'secs', 'second', 'seconds']),
  ...spelled('time', 'minutes', ['min', 'mins', 'minute', 'minutes']),
  ...spelled('time', 'hours', ['hr', 'hrs', 'hour', 'hours']),
  ...spelled('time', 'days', ['day', 'days']),
  ...spelled('time', 'microseconds', ['us', 'usec', 'usecs', 'micros', 'microseconds']),
  ...spelled('time', 'nanoseconds', ['ns', 'nsec', 'nanos', 'nanoseconds']),
  ...spelled('size', 'bytes', ['byte', 'bytes']),
  ...spelled('size', 'bits', ['bits']),
  ...spelled('size', 'kilobytes', ['kb', 'kib', 'kilobytes']),
  ...spelled('size', 'megabytes', ['mb', 'mib', 'megabytes']),
  ...spelled('size', 'gigabytes', ['gb', 'gib', 'gigabytes']),
  ...spelled('money', 'cents', ['cents', 'cent', 'pence']),
  ...spelled('money', 'dollars', ['dollars', 'euros', 'usd', 'eur', 'pounds']),
  ...spelled('angle', 'degrees', ['deg', 'degs', 'degrees']),
  ...spelled('angle', 'radians', ['rad', 'rads', 'radians']),
  ...spelled('length', 'meters', ['meters', 'metres']),
  ...spelled('length', 'kilometers', ['km', 'kilometers', 'kilometres']),
  ...spelled('length', 'miles', ['miles']),
  ...spelled('length', 'feet', ['feet', 'ft']),
  ...spelled('length', 'inches', ['inches']),
  ...spelled('temperature', 'celsius', ['celsius']),
  ...spelled('temperature', 'fahrenheit', ['fahrenheit']),
  ...spelled('temperature', 'kelvin', ['kelvin']),
]);

function spelled(
  dimension: Unit['dimension'],
  unit: string,
  words: readonly string[],
): readonly (readonly [string, Unit])[] {
  return words.map((word) => [word, { dimension, unit }] as const);
}

/** Words that are a unit only with another word before them: `min` may be the least, `day` a date. */
const AMBIGUOUS = /^(?:min|day|second|hour|minute|us|ns|rad|feet|bits?|byte|cent|ft|deg|sec|days)$/;

/** The unit that a name ends in (`timeoutMs`, `delay_seconds`, `sizeBytes`), or is (`seconds`). */
export function unitOf(name: string): Unit | undefined {
  const words = nameWords(name);
  const last = words.at(-1) ?? '';
  // `msPerDay`, `maxMin`.
  if (words.some((word) => /^(?:per|to|from|of|in)$/.test(word))) return undefined;
  if (AMBIGUOUS.test(last) && words.length < 2) return undefined;
  if (last === 'min' || last === 'day' || last === 'second') return undefined;
  return UNITS.get(last);
}
