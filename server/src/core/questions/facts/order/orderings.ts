import type { Call, Code, FunctionCode } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { calleeOf, lastWord, methodOf, plainText, receiverOf } from '../../../code/say.ts';
import { isEcmascript, type LanguageId } from '../../languageId.ts';

/** A place where one thing is put before another. */
export type Ordering = Compared | Listed | Keyed;

/** Two values are compared: `a < b`, `a.compareTo(b)`, `strcmp(a, b)`. */
export interface Compared {
  readonly kind: 'compare';
  readonly at: Code;
  readonly left: Code;
  readonly right: Code;
  /** What compares takes texts only. */
  readonly isOfTexts: boolean;
}

/** A list is put in its own order, or its first or last is taken. */
export interface Listed {
  readonly kind: 'list';
  readonly at: Code;
  readonly list: Code;
  /** As text, whatever is in it. */
  readonly isOfTexts: boolean;
}

/** A list is ordered by something of each of its things. */
export interface Keyed {
  readonly kind: 'key';
  readonly at: Code;
  readonly list: Code | undefined;
  /** What it is ordered by: a value, or what names a field or a method. */
  readonly key: Code;
}

/** What the calls and comparisons of a block put in order. */
export function* orderingsOf(view: CodeView, language: LanguageId): Iterable<Ordering> {
  for (const at of view.all('binary')) {
    if (language === 'java' || language === 'csharp' || !/^(?:[<>]=?|<=>)$/.test(at.operator))
      continue;
    yield { kind: 'compare', at, left: at.left, right: at.right, isOfTexts: false };
  }
  for (const call of view.all('call')) {
    const pair = compared(call, language);
    const found = pair ?? keyed(call, language) ?? listed(call, language);
    if (found && !(pair && isForEquality(view, call))) yield found;
  }
}

/** `strcmp(a, b) == 0`, `if (strcmp(a, b))`: nothing is put in order. */
function isForEquality(view: CodeView, call: Code): boolean {
  const parent = view.parentOf(call);
  switch (parent?.kind) {
    case 'binary':
      return /^(?:[!=]==?|&&|\|\|)$/.test(parent.operator);
    case 'unary':
      return parent.operator === '!';
    case 'if':
    case 'conditional':
      return parent.condition === call;
    default:
      return false;
  }
}

/** The list whose things a lambda's parameter is: `xs` in `xs.sort((a, b) => …)`. */
export function listOfParam(view: CodeView, name: string, at: Code): Code | undefined {
  const lambda = view.around(at).find((one) => one.kind === 'function');
  if (lambda?.kind !== 'function' || !lambda.params.some((param) => param.name === name))
    return undefined;
  const named = view.parentOf(lambda);
  const call = named?.kind === 'named' ? view.parentOf(named) : named;
  if (call?.kind !== 'call') return undefined;
  const method = methodOf(call);
  if (!/sort|order|min|max|then|Slice/i.test(method) || /^(?:map|reduce|filter)$/.test(method))
    return undefined;
  const [first] = call.args;
  return first !== undefined && first !== lambda && first.kind !== 'function'
    ? first
    : receiverOf(call);
}

/** What a function gives: the value of its last statement. */
export function resultOf(one: FunctionCode): Code | undefined {
  const last = one.body?.statements.at(-1);
  if (last?.kind === 'return') return last.value;
  return last?.kind === 'expression' ? last.value : undefined;
}

const ON_RECEIVER: { readonly [L in LanguageId]?: RegExp } = {
  typescript: /^localeCompare$/,
  tsx: /^localeCompare$/,
  javascript: /^localeCompare$/,
  java: /^compareTo(?:IgnoreCase)?$/,
  csharp: /^CompareTo$/,
  rust: /^(?:cmp|partial_cmp)$/,
  cpp: /^compare$/,
  ruby: /^casecmp\??$/,
};

const OF_TWO: { readonly [L in LanguageId]?: RegExp } = {
  csharp: /^(?:string|String)\.Compare(?:Ordinal)?$|^StringComparer\.\w+\.Compare$/,
  go: /^(?:strings|cmp)\.Compare$/,
  php: /^\\?str(?:n?case|n)?cmp$/,
  cpp: /^(?:std\.)?str(?:n?case|n)?cmp$/,
};

function compared(call: Call, language: LanguageId): Compared | undefined {
  const [first, second, ...more] = call.args;
  if (!first) return undefined;
  const receiver = receiverOf(call);
  const name = calleeOf(call);
  if (second && OF_TWO[language]?.test(name) === true) {
    return {
      kind: 'compare',
      at: call,
      left: first,
      right: second,
      isOfTexts: name !== 'cmp.Compare',
    };
  }
  if (!receiver || ON_RECEIVER[language]?.test(methodOf(call)) !== true) return undefined;
  // `localeCompare(b, undefined, { numeric: true })` knows numbers.
  const knowsNumbers = [second, ...more].some((arg) => arg !== undefined && hasEntry(arg));
  if (knowsNumbers || (second && !isEcmascript(language))) return undefined;
  const isOfTexts = /^(?:localeCompare|compareToIgnoreCase|casecmp\??)$/.test(methodOf(call));
  return { kind: 'compare', at: call, left: receiver, right: first, isOfTexts };
}

function hasEntry(code: Code): boolean {
  return (
    code.kind === 'dict' &&
    code.entries.some((entry) => entry.kind === 'entry' && lastWord(entry.key) === 'numeric')
  );
}

const BY_KEY: { readonly [L in LanguageId]: RegExp } = {
  typescript: /^(?:sortBy|orderBy|maxBy|minBy)$/,
  tsx: /^(?:sortBy|orderBy|maxBy|minBy)$/,
  javascript: /^(?:sortBy|orderBy|maxBy|minBy)$/,
  python: /^(?:sorted|sort|min|max|nlargest|nsmallest)$/,
  ruby: /^(?:sort_by!?|min_by|max_by|minmax_by)$/,
  rust: /^(?:sort_by_key|sort_by_cached_key|sort_unstable_by_key|min_by_key|max_by_key|sorted_by_key)$/,
  java: /^(?:comparing|thenComparing|sortBy|sortedBy)$/,
  csharp: /^(?:OrderBy|OrderByDescending|ThenBy|ThenByDescending|MaxBy|MinBy|Max|Min)$/,
  cpp: /^(?:sort|stable_sort|max_element|min_element|max|min)$/,
  go: /^$/,
  php: /^(?:sortBy|sortByDesc)$/,
};

function keyed(call: Call, language: LanguageId): Keyed | undefined {
  if (!BY_KEY[language].test(methodOf(call))) return undefined;
  const receiver = receiverOf(call);
  const [first, second] = call.args;
  const make = (list: Code | undefined, key: Code | undefined): Keyed | undefined => {
    const by = key?.kind === 'function' ? resultOf(key) : key;
    return by && { kind: 'key', at: call, list, key: by };
  };
  switch (language) {
    case 'typescript':
    case 'tsx':
    case 'javascript': {
      const isLoose = second !== undefined;
      const key = isLoose ? second : first;
      return make(isLoose ? first : receiver, key?.kind === 'list' ? key.items[0] : key);
    }
    case 'python': {
      const named = call.args.find((arg) => arg.kind === 'named' && arg.name === 'key');
      const key = named?.kind === 'named' ? named.value : undefined;
      // `key=itemgetter("version")`.
      const isGetter = key?.kind === 'call' && /^(?:item|attr)getter$/.test(methodOf(key));
      return make(methodOf(call) === 'sort' ? receiver : first, isGetter ? key.args[0] : key);
    }
    case 'cpp':
      return call.args.length === 3 && call.args[2]?.kind === 'unary'
        ? make(first, call.args[2].operand)
        : undefined;
    case 'csharp':
      if (first?.kind === 'function' && isItself(first)) return undefined;
      return second ? undefined : make(receiver, first);
    case 'java':
      return second ? undefined : make(undefined, first);
    default:
      return make(receiver, first);
  }
}

/** `x => x`. */
function isItself(one: FunctionCode): boolean {
  const value = resultOf(one);
  return value?.kind === 'name' && value.name === one.params[0]?.name;
}

function listed(call: Call, language: LanguageId): Listed | undefined {
  const method = methodOf(call);
  const name = calleeOf(call);
  const receiver = receiverOf(call);
  const { args } = call;
  const [first] = args;
  const make = (list: Code | undefined, isOfTexts = false): Listed | undefined =>
    list && { kind: 'list', at: call, list, isOfTexts };
  switch (language) {
    case 'typescript':
    case 'tsx':
    case 'javascript':
      return /^(?:sort|toSorted)$/.test(method) &&
        (args.length === 0 || lastWord(first ?? call) === 'undefined')
        ? make(receiver, true)
        : undefined;
    case 'python':
      if (args.some((arg) => arg.kind === 'named' && arg.name !== 'reverse')) return undefined;
      if (/^(?:sorted|max|min)$/.test(name) && args.filter((a) => a.kind !== 'named').length === 1)
        return make(first);
      return method === 'sort' && args.every((arg) => arg.kind === 'named')
        ? make(receiver)
        : undefined;
    case 'ruby':
      return /^(?:sort!?|max|min|minmax)$/.test(method) && args.length === 0
        ? make(receiver)
        : undefined;
    case 'go':
      if (/^(?:sort\.Strings|sort\.StringSlice)$/.test(name)) return make(first, true);
      return /^slices\.(?:Sort|Max|Min|Sorted)$/.test(name) ? make(first) : undefined;
    case 'rust':
      return /^(?:sort|sort_unstable|max|min|sorted|sorted_unstable)$/.test(method) &&
        args.length === 0
        ? make(receiver)
        : undefined;
    case 'java':
      return inJava(call, make);
    case 'csharp':
      if (name === 'Array.Sort') return args.length === 1 ? make(first) : undefined;
      if (/^(?:Sort|Max|Min|Order|OrderDescending)$/.test(method) && args.length === 0)
        return make(receiver);
      return /^OrderBy(?:Descending)?$/.test(method) &&
        args.length === 1 &&
        first?.kind === 'function' &&
        isItself(first)
        ? make(receiver)
        : undefined;
    case 'cpp':
      return inCpp(call, make);
    case 'php': {
      if (receiver) return undefined;
      const isText = args.some((arg) => lastWord(arg) === 'SORT_STRING');
      if (/^\\?u(?:a|k)?sort$/.test(name))
        return /^strn?(?:case)?cmp$/.test(plainText(args[1]) ?? '') ? make(first, true) : undefined;
      if (/^\\?k?r?sort$/.test(name) && /k/.test(name))
        return isText ? make(first, true) : undefined;
      return /^\\?(?:a?r?sort|max|min)$/.test(name) && (args.length === 1 || isText)
        ? make(first, isText)
        : undefined;
    }
  }
}

type Make = (list: Code | undefined, isOfTexts?: boolean) => Listed | undefined;

const NATURAL = /^(?:naturalOrder|reverseOrder)$|^compareTo$/;

function inJava(call: Call, make: Make): Listed | undefined {
  const method = methodOf(call);
  const { args } = call;
  const [first, second] = args;
  const isNatural = (code: Code | undefined): boolean =>
    code === undefined ||
    code.kind === 'constant' ||
    (code.kind === 'call' ? NATURAL.test(methodOf(code)) : NATURAL.test(lastWord(code)));
  const receiver = receiverOf(call);
  if (/^(?:Collections\.(?:sort|max|min)|Arrays\.sort)$/.test(calleeOf(call)))
    return isNatural(second) ? make(first) : undefined;
  if (!receiver || !/^(?:sort|sorted|max|min)$/.test(method)) return undefined;
  if (method === 'sort' && args.length === 0) return undefined;
  if (method.startsWith('m') && args.length === 0) return undefined;
  return args.length <= 1 && isNatural(first) ? make(receiver) : undefined;
}

function inCpp(call: Call, make: Make): Listed | undefined {
  const { args } = call;
  const [first, second, third] = args;
  if (!/^(?:std\.)?(?:ranges\.)?(?:sort|stable_sort|max_element|min_element)$/.test(calleeOf(call)))
    return undefined;
  if (third && !(third.kind === 'call' && /^(?:greater|less)/.test(lastWord(third.callee))))
    return undefined;
  if (args.length === 1) return make(first);
  const isWhole =
    first?.kind === 'call' &&
    second?.kind === 'call' &&
    /^c?r?begin$/.test(methodOf(first)) &&
    /^c?r?end$/.test(methodOf(second));
  return isWhole ? make(receiverOf(first) ?? first.args[0]) : undefined;
}
