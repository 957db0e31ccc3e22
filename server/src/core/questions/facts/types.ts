import type { LanguageId } from '../languageId.ts';

/** Types that say nothing of a value, as words within a type. */
const WIDE: { readonly [L in LanguageId]?: RegExp } = {
  typescript: /\b(?:any|unknown)\b|^(?:object|Object|\{\s*\}|Function)$/,
  tsx: /\b(?:any|unknown)\b|^(?:object|Object|\{\s*\}|Function)$/,
  python: /\b(?:Any|object)\b/,
  go: /\binterface\s*\{\s*\}|\bany\b/,
  rust: /\bdyn\s+(?:std::any::)?Any\b|\bdyn\s+(?:std::error::|core::error::|error::)?Error\b|\b(?:anyhow|eyre)::(?:Error|Report|Result)\b|\bserde_json::Value\b|^&?Value$/,
  java: /\bObject\b|<\s*\?\s*>/,
  csharp: /\b(?:object|dynamic|Object)\b/,
  cpp: /\bvoid\s*(?:const\s*)?\*|\bstd::any\b/,
  php: /\b(?:mixed|object)\b/,
};

/** Types that also hold nothing. */
const NULLABLE: { readonly [L in LanguageId]?: RegExp } = {
  typescript: /\|\s*(?:null|undefined)\b|\b(?:null|undefined)\s*\||\?$/,
  tsx: /\|\s*(?:null|undefined)\b|\b(?:null|undefined)\s*\||\?$/,
  python: /\bOptional\[|\|\s*None\b|\bNone\s*\|/,
  go: /^\*/,
  rust: /^(?:std::option::)?Option</,
  java: /^Optional<|@Nullable/,
  csharp: /\?$|^Nullable</,
  cpp: /\bstd::optional<|\*\s*(?:const)?$/,
  php: /^\?|\|\s*null\b|\bnull\s*\|/i,
};

/** Types that hold another one, which callers must take out of it. */
const HOLDERS = /^(?:std::)?(?:option::)?(?:Option|Optional|optional|Result|expected)\s*</;

/** Whether callers must take a value out of what they were given as it is: Rust's `Option`, Java's `Optional`. */
export function isWrapped(was: string, is: string): boolean {
  return HOLDERS.test(is.trim()) && !HOLDERS.test(was.trim());
}

export type Widening = 'anything' | 'nothing';

/** What a type lets through that it did not before: anything at all, or nothing (null); undefined where neither. */
export function wideningOf(was: string, is: string, language: LanguageId): Widening | undefined {
  const wide = WIDE[language];
  if (wide?.test(is) === true && !wide.test(was)) return 'anything';
  const nullable = NULLABLE[language];
  return nullable?.test(is) === true && !nullable.test(was) && !(wide?.test(was) ?? false)
    ? 'nothing'
    : undefined;
}

export function isWideType(type: string, language: LanguageId): boolean {
  return WIDE[language]?.test(type) ?? false;
}
