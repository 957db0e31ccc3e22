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
  const [from, to] = [outerOf(was, language), outerOf(is, language)];
  if (wide?.test(to) === true && !wide.test(from) && !isSpelledOut(was, is)) return 'anything';
  const nullable = NULLABLE[language];
  const isNothing = nullable?.test(itself(to, language)) === true;
  return isNothing && !nullable.test(itself(from, language)) && !(wide?.test(was) ?? false)
    ? 'nothing'
    : undefined;
}

/** TypeScript's types without what is written out of objects in them. */
function outerOf(type: string, language: LanguageId): string {
  return language === 'typescript' || language === 'tsx' ? without(type, '{', '}') : type;
}

/** Without what is in a list or the like of them (`Iterator[str | None]` is one), and in a function's parameters. */
function itself(type: string, language: LanguageId): string {
  if (language === 'typescript' || language === 'tsx') return without(type, '(', ')');
  if (language !== 'python' || /\bOptional\[|^(?:\w+\.)?(?:Union|Annotated)\[/.test(type))
    return type;
  return without(type, '[', ']');
}

/** Without what stands between such brackets; the brackets stay. */
function without(type: string, opening: string, closing: string): string {
  let depth = 0;
  let rest = '';
  for (const letter of type) {
    if (closing.includes(letter)) depth = Math.max(0, depth - 1);
    if (depth === 0) rest += letter;
    if (opening.includes(letter)) depth++;
  }
  return rest;
}

/** What a bare type left open anyway is written out: `list` is `list[Any]`, Java's `List` is `List<?>`. */
function isSpelledOut(was: string, is: string): boolean {
  return bareOf(was) === bareOf(is);
}

const MAX_DEPTH = 8;

function bareOf(type: string): string {
  let bare = type.replace(/\b(?:typing|t)\./g, '').replace(/\s/g, '');
  for (let i = 0; i < MAX_DEPTH; i++) {
    const next = bare.replace(/\[(?:\.\.\.|Any|str,Any|,)+\]|<[?,]+>/g, '');
    if (next === bare) break;
    bare = next;
  }
  return bare.toLowerCase();
}

/** Whether a type says nothing of a value; one that says so of its parts only does not. */
export function isWideType(type: string, language: LanguageId): boolean {
  const isWide = WIDE[language]?.test(type) ?? false;
  return isWide && !/[<[(]/.test(type.replace(/(?:\[\])+$/, '').replace(/^(?:Box|&)/, ''));
}
