import * as astGrep from '@ast-grep/wasm/wasm_bg.js';
import type { LanguageId } from '../../core/questions/languageId.ts';

/**
 * What is wrong with a rule that ast-grep takes and that can match nothing: a pattern that is no code
 * in the language. Undefined where all patterns are.
 */
export function brokenPattern(language: LanguageId, config: unknown): string | undefined {
  const left: unknown[] = [config];
  while (left.length !== 0) {
    const next = left.pop();
    if (typeof next !== 'object' || next === null) continue;
    for (const [name, value] of Object.entries(next)) {
      if (name === 'pattern' && typeof value === 'string' && isBroken(language, value)) {
        return `the pattern \`${value.trim()}\` is no ${language} code`;
      }
      left.push(value);
    }
  }
  return undefined;
}

function isBroken(language: LanguageId, pattern: string): boolean {
  const root: unknown = astGrep.dumpPattern(language, pattern);
  return typeof root === 'object' && root !== null && 'kind' in root && root.kind === 'ERROR';
}
