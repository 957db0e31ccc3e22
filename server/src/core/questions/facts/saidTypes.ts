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

/** What words of a person say is given; undefined where they may mean several things. */
export function sortOfTold(words: string): Sort | undefined {
  const start = words.replace(/^[`*<{]\w{0,8}[ >]?(?=true|false)/i, '').replace(/^[`*]+/, '');
  if (
    /^(?:true\b(?:`|<\/\w+>)?,?\s(?:if|when|where|iff|for|on|unless|only)\b|whether\s)/i.test(start)
  )
    return 'truth';
  if (/^(?:the\s)?(?:total\s)?(?:number|count|amount|quantity)\sof\s/i.test(start)) return 'number';
  if (/^(?:an?\s|the\s)?(?:list|array|slice|vector|set|collection)\sof\s/i.test(start))
    return 'many';
  return undefined;
}

/** What a declared type is. */
export function sortOfType(type: string, language: LanguageId): Sort | undefined {
  const first = language === 'go' ? type.replace(/^\((?:\w+ )?([^,)]*).*$/, '$1') : type;
  const bare = first
    .replace(/^:\s*|^->\s*/, '')
    .replace(
      /^(?:Promise|Task|ValueTask|Awaitable|Optional|Option|Result|io::Result|CompletableFuture|Future|Mono|std::optional)[<[]([^,]*)(?:,.*)?[>\]]$/,
      '$1',
    )
    .replace(/\s*\|\s*(?:null|None|undefined)$/, '')
    .replace(/^&(?:'\w+ )?(?:mut )?|^const |[&?]+$/g, '')
    .trim();
  if (/[|&]/.test(bare)) return undefined;
  if (MANY.test(bare)) return 'many';
  if (NUMBER.test(bare)) return 'number';
  return /^(?:std::string|str|&?str|String|string)$/.test(bare)
    ? 'text'
    : sortOfWords(bare, language);
}

const MANY =
  /^(?:\[\]|(?:java\.util\.)?(?:I?List|Set|Vec|HashSet|ArrayList|IEnumerable|IReadOnlyList|ICollection|Collection|Iterable|Sequence|std::vector|std::set|std::list)\b[<[])|\[\]$/;
const NUMBER =
  /^(?:u?int(?:\d+)?(?:_t)?|[iu](?:8|16|32|64|128|size)|size_t|std::size_t|long|short|Long|Integer|decimal|BigDecimal|double|float(?:32|64)?|f32|f64|unsigned(?: int| long)?|Decimal)$/;

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
