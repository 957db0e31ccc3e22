import { type LanguageId, LANGUAGES } from '../languageId.ts';

/** The languages of rules as ast-grep calls them: the name that we say first, then others. */
const NAMES: { readonly [L in LanguageId]: readonly [string, ...string[]] } = {
  typescript: ['TypeScript', 'ts'],
  tsx: ['Tsx'],
  javascript: ['JavaScript', 'js', 'jsx'],
  python: ['Python', 'py'],
  go: ['Go', 'golang'],
  rust: ['Rust', 'rs'],
  java: ['Java'],
  csharp: ['CSharp', 'cs', 'c#'],
  // Both are read by one grammar.
  cpp: ['Cpp', 'c', 'cc', 'c++', 'cxx'],
  ruby: ['Ruby', 'rb'],
  php: ['Php'],
};

/** What a rule file may say. */
export const RULE_LANGUAGES: readonly string[] = Object.values(NAMES).map(([name]) => name);

/** Case does not matter; undefined for a language that rules cannot be written for. */
export function ruleLanguage(said: string): LanguageId | undefined {
  const lower = said.toLowerCase();
  return LANGUAGES.find((id) => NAMES[id].some((name) => name.toLowerCase() === lower));
}
