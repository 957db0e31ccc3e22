import type { Code } from '../code.ts';

/** Rust's operators between two values, the ones that bind loosest first. */
const LEVELS: readonly (readonly string[])[] = [
  ['=', '+=', '-=', '*=', '/=', '%=', '^=', '&=', '|=', '<<=', '>>='],
  ['..', '..='],
  ['||'],
  ['&&'],
  ['==', '!=', '<', '>', '<=', '>='],
  ['|'],
  ['^'],
  ['&'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
];

const PRECEDENCES: ReadonlyMap<string, number> = new Map(
  LEVELS.flatMap((level, index) => level.map((operator) => [operator, index + 1] as const)),
);

/** From 1; the higher it is the tighter it binds. Undefined for what is no such operator. */
export function precedenceOf(operator: string): number | undefined {
  return PRECEDENCES.get(operator);
}

/** Two values with what stands between them. */
export function reduced(operator: string, left: Code, right: Code): Code {
  const range = { start: left.start, end: right.end };
  const level = precedenceOf(operator) ?? 0;
  if (level === 1) return { kind: 'assign', ...range, target: left, operator, value: right };
  if (level === 2) {
    return { kind: 'interval', ...range, from: left, to: right, isInclusive: operator !== '..' };
  }
  return { kind: 'binary', ...range, operator, left, right };
}
