import type { Language } from '../language.ts';
import { go } from './go.ts';
import { csharp } from './csharp.ts';
import { java } from './java.ts';
import { c, cpp } from './cpp.ts';
import { javascript, javascriptReact } from './javascript.ts';
import { php } from './php.ts';
import { python } from './python.ts';
import { rust } from './rust.ts';
import { ruby } from './ruby.ts';
import { typescript, typescriptReact } from './typescript.ts';

/** Every language whose blocks come from a grammar: one file and one line each. */
export const languages: readonly Language[] = [
  typescript,
  typescriptReact,
  javascript,
  javascriptReact,
  go,
  python,
  rust,
  java,
  csharp,
  php,
  ruby,
  cpp,
  c,
];

/** The language of a file by the end of its name; undefined gives paragraphs. */
export function languageOf(path: string): Language | undefined {
  const name = path.toLowerCase();
  return languages.find(({ extensions }) => extensions.some((end) => name.endsWith(end)));
}
