import type { Call, Code } from '../../code/code.ts';
import { calleeOf, methodOf, plainText } from '../../code/say.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';

/** The number that says how much a call makes, waits or reads; undefined for other calls. */
export function amountOf(call: Call, language: LanguageId): Code | undefined {
  const callee = calleeOf(call);
  const method = methodOf(call);
  const [first, second] = call.args;
  if (
    /^(?:limit|take|Take|Limit|skip|Skip|setMaxResults|setFirstResult|setFetchSize|offset|Offset)$/.test(
      method,
    )
  ) {
    return call.callee.kind === 'member' ? first : undefined;
  }
  // `account.withdraw(amount)`, `$item->decrement('quantity', $count)`
  if (call.callee.kind === 'member' && MOVES.test(method)) return call.args.at(-1);
  if (isEcmascript(language)) {
    if (
      /^(?:findAll|findMany|find|findAndCountAll|findAndCount|paginate|query|list|search)$/.test(
        method,
      )
    )
      return call.args.map((arg) => entryOf(arg, BOUNDS)).find((one) => one !== undefined);
    if (
      /^(?:Array|Buffer\.alloc|Buffer\.allocUnsafe|Uint8Array|ArrayBuffer|crypto\.randomBytes|randomBytes)$/.test(
        callee,
      )
    )
      return call.args.length === 1 || callee.startsWith('Buffer') ? first : undefined;
    if (method === 'repeat' || method === 'padStart' || method === 'padEnd') return first;
    return /^(?:setTimeout|setInterval|sleep)$/.test(callee)
      ? callee === 'sleep'
        ? first
        : second
      : undefined;
  }
  switch (language) {
    case 'python':
      return /^(?:range|bytearray|time\.sleep|asyncio\.sleep|os\.urandom|secrets\.token_bytes|np\.zeros|np\.ones|itertools\.repeat)$/.test(
        callee,
      )
        ? call.args.at(-1)
        : undefined;
    case 'go':
      if (callee === 'make') return call.args.length < 2 ? undefined : call.args.at(-1);
      if (callee === 'strings.Repeat' || callee === 'bytes.Repeat') return second;
      return callee === 'time.Sleep' ? first : undefined;
    case 'rust':
      if (/(?:with_capacity|\.repeat|\.reserve)$/.test(callee)) return first;
      return callee === 'vec!' ? second : undefined;
    case 'java':
      if (callee === 'Thread.sleep') return first;
      if (
        call.isNew &&
        /^(?:ArrayList|StringBuilder|HashMap|byte\[\]|int\[\]|char\[\]|byte|int|char)$/.test(callee)
      )
        return first;
      return method === 'repeat' || callee === 'PageRequest.of' ? call.args.at(-1) : undefined;
    case 'csharp':
      if (/^(?:Thread\.Sleep|Task\.Delay|Enumerable\.Range|Enumerable\.Repeat)$/.test(callee))
        return call.args.at(callee.startsWith('Enumerable') ? 1 : 0);
      return call.isNew && /^(?:List|byte|int|char|StringBuilder|byte\[\]|int\[\])/.test(callee)
        ? first
        : undefined;
    case 'cpp':
      if (/^(?:std\.)?(?:malloc|alloca|sleep|usleep)$/.test(callee)) return first;
      if (/^(?:std\.)?(?:calloc|realloc)$/.test(callee))
        return call.args.at(callee.endsWith('calloc') ? 0 : 1);
      return /^(?:resize|reserve)$/.test(method) || (call.isNew && /(?:^|\.)vector$/.test(callee))
        ? first
        : undefined;
    case 'ruby':
      if (
        /^(?:sleep|Array\.new|SecureRandom\.\w+)$/.test(callee) ||
        (call.isNew && callee === 'Array')
      )
        return first;
      return /^(?:per|per_page|ljust|rjust)$/.test(method) ? first : undefined;
    case 'php':
      if (/^\\?(?:str_repeat|array_fill|str_pad)$/.test(callee)) return second;
      if (/^\\?range$/.test(callee)) return second;
      return /^\\?(?:sleep|usleep|random_bytes)$/.test(callee) || method === 'paginate'
        ? first
        : undefined;
    default:
      return undefined;
  }
}

/** Calls that move money or goods. */
const MOVES =
  /^(?:withdraw|deposit|debit|credit|charge|refund|decrement!?|increment!?|addBalance|add_balance|addPoints|add_points|Withdraw|Deposit|Debit|Credit|Charge|Refund|redeem|Redeem)$/;
const BOUNDS = /^(?:limit|take|first|skip|offset|pageSize|perPage|size)$/;

function entryOf(dict: Code, name: RegExp): Code | undefined {
  if (dict.kind !== 'dict') return undefined;
  for (const entry of dict.entries) {
    if (entry.kind !== 'entry') continue;
    const key = plainText(entry.key) ?? (entry.key.kind === 'name' ? entry.key.name : '');
    if (name.test(key)) return entry.value;
  }
  return undefined;
}

/** Calls of document databases whose filter is an object. */
export function filterOf(call: Call, language: LanguageId): Code | undefined {
  const method = methodOf(call);
  if (call.callee.kind !== 'member') return undefined;
  const [first] = call.args;
  if (isEcmascript(language)) {
    const isFilter =
      /^(?:findOne|find|findOneAndUpdate|findOneAndDelete|updateOne|updateMany|deleteOne|deleteMany|countDocuments|exists|where|remove)$/.test(
        method,
      );
    return isFilter && (first?.kind === 'dict' || first?.kind === 'member') ? first : undefined;
  }
  if (language === 'python' || language === 'php') {
    return /^(?:find_one|find|update_one|delete_one|delete_many|count_documents|find_one_and_update|findOne|updateOne|deleteOne)$/.test(
      method,
    )
      ? first
      : undefined;
  }
  return undefined;
}

/** The values of a filter that are handed on as they came in, objects included. */
export function* looseValues(filter: Code): Iterable<Code> {
  // The filter itself is what was sent.
  if (filter.kind === 'member') yield filter;
  if (filter.kind !== 'dict') return;
  for (const entry of filter.entries) {
    if (entry.kind === 'spread') yield entry.value;
    if (entry.kind !== 'entry') continue;
    const key = plainText(entry.key) ?? (entry.key.kind === 'name' ? entry.key.name : '');
    if (entry.value.kind === 'dict' && !key.startsWith('$')) continue;
    if (key !== '_id' && key !== 'id') yield entry.value;
  }
}
