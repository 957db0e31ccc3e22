import type { Code, FunctionCode } from '../../code/code.ts';
import { doneIn } from '../../code/say.ts';
import type { LanguageId } from '../languageId.ts';

/** Sorts of values that no language takes for one another. */
export type Sort = 'truth' | 'text' | 'number' | 'many' | 'one';

/** What a type in words of documentation is; undefined where it may be several things. */
export function sortOfWords(words: string, language: LanguageId): Sort | undefined {
  const type = words
    .trim()
    .replace(/^\?/, '')
    .replace(/\|null$|^null\|/, '');
  if (/^(?:bool|boolean|Boolean|true|false|TrueClass|FalseClass)$/.test(type)) return 'truth';
  if (/^(?:str|string|String)$/.test(type)) return 'text';
  if (/^(?:int|integer|Integer|float|Float|number|Number|Numeric|double|long)$/.test(type))
    return 'number';
  if (/\[\]$|^(?:array|Array|list|List|tuple|set|Set|dict|Dict|Hash)\b/.test(type)) return 'many';
  return language === 'php' &&
    /^\\?[A-Z]\w+$/.test(type) &&
    !/Collection|Iterator|Traversable|Generator|Array/.test(type)
    ? 'one'
    : undefined;
}

/** What a declared type is. */
export function sortOfType(type: string, language: LanguageId): Sort | undefined {
  const bare = type
    .replace(/^:\s*|^->\s*/, '')
    .replace(/^(?:Promise|Task|Awaitable|Optional)[<[](.*)[>\]]$/, '$1')
    .trim();
  return /[|&]/.test(bare.replace(/\s*\|\s*(?:null|None|undefined)$/, ''))
    ? undefined
    : sortOfWords(bare.replace(/\s*\|\s*(?:null|None|undefined)$/, ''), language);
}

/** What all that a function gives is, where it is written down. */
export function sortGiven({ body, isGenerator }: FunctionCode): Sort | undefined {
  if (!body || isGenerator) return undefined;
  let found: Sort | undefined;
  for (const node of doneIn(body)) {
    if (node.kind !== 'return' || !node.value) continue;
    const sort = sortOf(node.value);
    if (sort === undefined || (found !== undefined && found !== sort)) return undefined;
    found = sort;
  }
  return found;
}

function sortOf(value: Code): Sort | undefined {
  switch (value.kind) {
    case 'text':
      return value.prefix === ':' ? undefined : 'text';
    case 'number':
      return 'number';
    case 'constant':
      return value.value === null ? undefined : 'truth';
    case 'list':
    case 'comprehension':
      return 'many';
    case 'binary':
      return /^(?:[<>]=?|[!=]={1,2}|instanceof|in)$/.test(value.operator) ? 'truth' : undefined;
    case 'unary':
      return value.operator === '!' ? 'truth' : undefined;
    default:
      return undefined;
  }
}

/** Whether two sorts cannot both be meant. */
export function isOther(said: Sort, is: Sort): boolean {
  if (said === is) return false;
  // A class of PHP may be anything that is one thing.
  return !(said === 'one' && is !== 'many') && !(is === 'one' && said !== 'many');
}
