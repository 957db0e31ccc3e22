import type { CodeLanguage } from '../codeLanguage.ts';
import { cpp } from './cpp.ts';
import { ecmascript } from './ecmascript.ts';
import { php } from './php.ts';

/** How each language is read as code, by VS Code's language ids: one line each. */
const rows: ReadonlyMap<string, CodeLanguage> = new Map([
  ['typescript', ecmascript],
  ['typescriptreact', ecmascript],
  ['javascript', ecmascript],
  ['javascriptreact', ecmascript],
  ['cpp', cpp],
  ['c', cpp],
  ['php', php],
]);

/** Undefined for languages whose code no rule can see. */
export function codeLanguageOf(languageId: string): CodeLanguage | undefined {
  return rows.get(languageId);
}
