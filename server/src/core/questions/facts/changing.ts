import type { Call, Code } from '../../code/code.ts';
import { calleeOf, methodOf } from '../../code/say.ts';
import type { LanguageId } from '../languageId.ts';
import { isEcmascript } from '../languageId.ts';

/** Methods that put what they are called on in another order, or take out of it. */
const IN_PLACE: { readonly [L in LanguageId]?: RegExp } = {
  python:
    /^(?:sort|reverse|pop|remove|clear|append|extend|insert|update|setdefault|popitem|add|discard)$/,
  java: /^(?:sort|remove|removeIf|removeAll|retainAll|clear|add|addAll|put|putAll|replaceAll|set[A-Z]\w*)$/,
  csharp: /^(?:Sort|Reverse|Remove|RemoveAt|RemoveAll|Clear|Add|AddRange|Insert)$/,
  cpp: /^(?:push_back|emplace_back|pop_back|erase|clear|insert|resize|emplace)$/,
  ruby: /^(?:<<|push|concat|unshift|pop|shift|delete|delete_if|clear|merge!|update|replace|store|insert|prepend|\w+!)$/,
};
const ECMASCRIPT_IN_PLACE =
  /^(?:sort|reverse|splice|push|pop|shift|unshift|fill|copyWithin|set(?:UTC)?(?:Date|Month|FullYear|Hours|Minutes|Seconds))$/;
/** Functions that do so to their first argument. */
const ON_FIRST =
  /^(?:Collections\.(?:sort|reverse|shuffle)|Arrays\.(?:sort|fill)|Array\.(?:Sort|Reverse)|sort\.(?:Slice|SliceStable|Ints|Strings|Float64s|Sort)|slices\.(?:Sort\w*|Reverse)|rand\.Shuffle|random\.shuffle|Object\.assign|_\.(?:assign|merge|extend|remove|pull)|heapq\.heapify|(?:r|u|k|a|kr|ua|uk)?sort|array_(?:push|pop|shift|unshift|splice)|shuffle|delete)$/;
const CPP_ORDER =
  /^(?:std\.)?(?:sort|stable_sort|reverse|shuffle|random_shuffle|fill|nth_element|partial_sort)$/;
const ORDER = /sort|reverse|shuffle|partition/i;

/** What is changed by a call in place, and by which word; undefined where the call changes nothing that it is given. */
export function changedBy(call: Call, language: LanguageId): Code | undefined {
  const { callee, args } = call;
  const [first] = args;
  const name = calleeOf(call);
  if (language === 'cpp' && CPP_ORDER.test(name)) {
    return first?.kind === 'call' && first.callee.kind === 'member'
      ? first.callee.object
      : undefined;
  }
  if (first && ON_FIRST.test(name) && (language === 'php' || name.includes('.')))
    return unwrapped(first);
  if (callee.kind !== 'member') return undefined;
  const methods = isEcmascript(language) ? ECMASCRIPT_IN_PLACE : IN_PLACE[language];
  return methods?.test(callee.name) ? callee.object : undefined;
}

/** Go: `sort.Reverse(sort.IntSlice(values))` sorts the values. */
function unwrapped(code: Code): Code {
  const [only, ...more] = code.kind === 'call' ? code.args : [];
  const isView =
    code.kind === 'call' && /^(?:sort\.\w+|by[A-Z]\w*|By[A-Z]\w*)$/.test(calleeOf(code));
  return only && isView && more.length === 0 ? unwrapped(only) : code;
}

/** Whether a call puts things in another order: few callers expect that of what they hand over. */
export function isOrdering(call: Call): boolean {
  const name = methodOf(call);
  return ORDER.test(name) || name === 'splice' || calleeOf(call).startsWith('sort.');
}
