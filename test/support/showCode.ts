import { childrenOf } from '../../server/src/core/code/childrenOf.ts';
import type { Code } from '../../server/src/core/code/code.ts';

/** Code as lines of words, two blanks deeper for what is inside; what is not set is left out. */
export function showCode(code: Code, depth = 0): string {
  const inside = childrenOf(code).map((child) => showCode(child, depth + 1));
  return [`${'  '.repeat(depth)}${headOf(code)}`, ...inside].join('\n');
}

function headOf(code: Code): string {
  const words: string[] = [code.kind];
  for (const [key, value] of Object.entries(code)) {
    if (key === 'kind' || key === 'start' || key === 'end') continue;
    if (value === undefined || value === false || value === '') continue;
    if (isCode(value)) {
      words.push(`${key}=…`);
    } else if (key === 'parts' && code.kind === 'text') {
      const parts = code.parts.map((part) => (typeof part === 'string' ? part : '${…}'));
      words.push(JSON.stringify(parts.join('')));
    } else if (Array.isArray(value)) {
      const shown: readonly unknown[] = value;
      if (shown.length === 0) continue;
      words.push(
        shown.every(isCode) ? `${key}*${shown.length}` : `${key}=${JSON.stringify(shown)}`,
      );
    } else {
      words.push(value === true ? key : `${key}=${JSON.stringify(value)}`);
    }
  }
  return words.join(' ');
}

function isCode(value: unknown): value is Code {
  return typeof value === 'object' && value !== null && 'kind' in value && 'start' in value;
}
