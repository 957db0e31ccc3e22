import type { CodeLanguage } from '../codeLanguage.ts';
import { csharp } from './csharp.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { java } from './java.ts';
import { go } from './go.ts';
import { rust } from './rust.ts';
import { cpp } from './cpp.ts';
import { ecmascript } from './ecmascript.ts';
import { php } from './php.ts';

/** How each language is read as code, by VS Code's language ids: one line each. */
const rows: ReadonlyMap<string, CodeLanguage> = new Map([
  ['typescript', ecmascript],
  ['typescriptreact', ecmascript],
  ['javascript', ecmascript],
  ['javascriptreact', ecmascript],
  ['python', python],
  ['ruby', ruby],
  ['java', java],
  ['csharp', csharp],
  ['go', go],
  ['rust', rust],
  ['cpp', cpp],
  ['c', cpp],
  ['php', php],
]);

/** Undefined for languages whose code no rule can see. */
export function codeLanguageOf(languageId: string): CodeLanguage | undefined {
  return rows.get(languageId);
}
