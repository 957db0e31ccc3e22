import type { CodeLanguage } from '../codeLanguage.ts';
import { ecmascript } from './ecmascript.ts';
import { go } from './go.ts';
import { rust } from './rust.ts';

/** How each language is read as code, by VS Code's language ids: one line each. */
const rows: ReadonlyMap<string, CodeLanguage> = new Map([
  ['typescript', ecmascript],
  ['typescriptreact', ecmascript],
  ['javascript', ecmascript],
  ['javascriptreact', ecmascript],
  ['go', go],
  ['rust', rust],
]);

/** Undefined for languages whose code no rule can see. */
export function codeLanguageOf(languageId: string): CodeLanguage | undefined {
  return rows.get(languageId);
}
