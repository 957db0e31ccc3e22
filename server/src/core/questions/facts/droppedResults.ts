import type { Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { calleeOf, lastWord, methodOf } from '../../code/say.ts';
import { variablesOf } from './variables.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';

/** Methods of texts, numbers and dates that give a new one, and leave theirs as it is. */
const METHODS: { readonly [L in LanguageId]?: RegExp } = {
  python:
    /^(?:strip|lstrip|rstrip|lower|upper|title|capitalize|casefold|swapcase|zfill|removeprefix|removesuffix|dropna|fillna|drop_duplicates|sort_values|reset_index|astype|isoformat)$/,
  java: /^(?:trim|strip|toUpperCase|toLowerCase|substring|setScale|replaceFirst|(?:plus|minus)(?:Nanos|Millis|Seconds|Minutes|Hours|Days|Weeks|Months|Years)|with(?:Hour|Minute|DayOfMonth|Month|Year))$/,
  csharp:
    /^(?:Trim|TrimStart|TrimEnd|ToUpper|ToLower|ToUpperInvariant|ToLowerInvariant|Substring|PadLeft|PadRight|OrderBy|OrderByDescending|ThenBy|Where|Select|Distinct|Except|Skip|Take|Add(?:Milliseconds|Seconds|Minutes|Hours|Days|Months|Years))$/,
  ruby: /^(?:strip|lstrip|rstrip|chomp|downcase|upcase|capitalize|swapcase|gsub|sub|squeeze|tr|reverse|sort|sort_by|uniq|compact|flatten|select|reject|rotate|ljust|rjust)$/,
  rust: /^(?:trim|trim_start|trim_end|to_uppercase|to_lowercase|replace|saturating_add|saturating_sub|wrapping_add|checked_add|sorted)$/,
  cpp: /^(?:substr)$/,
};
const ECMASCRIPT =
  /^(?:trim|trimStart|trimEnd|toUpperCase|toLowerCase|toLocaleUpperCase|toLocaleLowerCase|padStart|padEnd|toFixed|concat|toSorted|toReversed|toSpliced|replaceAll|substring|substr|charAt|filter)$/;
/** Functions of the same kind. */
const FUNCTIONS: { readonly [L in LanguageId]?: RegExp } = {
  python: /^(?:sorted|reversed|round|abs|sum|os\.path\.join|copy\.copy|copy\.deepcopy|math\.\w+)$/,
  go: /^(?:strings\.(?:Trim\w*|Replace|ReplaceAll|ToLower|ToUpper|Title|Join|Repeat|Fields)|bytes\.(?:Trim\w*|ToLower|ToUpper)|fmt\.(?:Sprint|Sprintf|Sprintln|Errorf)|errors\.(?:New|Wrap|Wrapf)|math\.(?:Round|Floor|Ceil|Abs|Min|Max)|strconv\.(?:Itoa|Quote|FormatInt)|filepath\.(?:Join|Clean)|path\.(?:Join|Clean)|slices\.(?:Clone|Compact|Delete|Insert|Sorted))$/,
  rust: /^(?:format!|std\.cmp\.(?:max|min))$/,
  java: /^(?:Math\.\w+|String\.(?:format|valueOf|join)|(?:List|Map|Set)\.copyOf|Collections\.unmodifiable\w+)$/,
  csharp: /^(?:Math\.\w+|[sS]tring\.(?:Format|Join|Concat)|Path\.Combine)$/,
  cpp: /^(?:std\.)?(?:remove_if|unique|abs|fabs|sqrt|round|floor|ceil|to_string|stoi|min|max|clamp)$/,
  php: /^\\?(?:trim|ltrim|rtrim|strtolower|strtoupper|ucfirst|ucwords|str_replace|preg_replace|array_filter|array_merge|array_unique|array_values|array_reverse|array_slice|array_column|array_diff|htmlspecialchars|number_format|round|floor|ceil|sprintf|implode|explode|str_pad|substr|intval|strrev)$/,
};
const ECMASCRIPT_FUNCTIONS =
  /^(?:Math\.\w+|Number|String|parseInt|parseFloat|encodeURIComponent|Object\.(?:keys|values|entries|fromEntries)|Number\.parse\w+|structuredClone)$/;
/** What these are called on is no text, list or date. */
const NOT_ON =
  /^self$|^this$|builder|buffer|^sb$|writer|stream|location|history|router|navigat|canvas|ctx|query|scope|logger|subject|observable|\$|\.$|assert|expect|should/i;

/** A call whose only use is what it gives, as a statement: nothing has happened. */
export function* droppedResults(view: CodeView, language: LanguageId): Iterable<Call> {
  for (const { value, end } of view.all('expression')) {
    if (value.kind !== 'call' || value.isNew || !isPure(value, language)) continue;
    // Without a semicolon it is what its block gives.
    if (
      language === 'rust' &&
      !/^\s*;/.test(view.text.slice(Math.max(value.end, end - 1), end + 3))
    )
      continue;
    // In a `try` it may be there to see whether it fails.
    if (view.enclosing(value, 'try')) continue;
    if (language === 'ruby' && isGiven(view, value)) continue;
    if (language === 'rust' && isOnOther(view, value)) continue;
    yield value;
  }
}

/** Ruby's `a ||= if … then b.sort end`: the last one of a branch is what it gives. */
function isGiven(view: CodeView, call: Call): boolean {
  for (const node of view.around(call)) {
    if (node.kind === 'function') return false;
    if (node.kind === 'assign' || node.kind === 'declare') return true;
  }
  return false;
}

/** A type of its own, whose method of that name changes it. */
function isOnOther(view: CodeView, { callee }: Call): boolean {
  const name = callee.kind === 'member' ? lastWord(callee.object) : '';
  const [value] = variablesOf(view).get(name)?.values ?? [];
  return value?.kind === 'call' && /(?:^|\.)(?!String\.)[A-Z]\w*\.new$/.test(calleeOf(value));
}

function isPure(call: Call, language: LanguageId): boolean {
  const { callee, args } = call;
  const isScript = isEcmascript(language);
  const functions = isScript ? ECMASCRIPT_FUNCTIONS : FUNCTIONS[language];
  const name = calleeOf(call);
  if (functions?.test(name)) return 0 < args.length && name !== 'Math.random';
  if (callee.kind !== 'member' || NOT_ON.test(lastWord(callee.object))) return false;
  const method = methodOf(call);
  if (isScript && method === 'replace') return 2 <= args.length && isPattern(args[0]);
  if (method === 'replace' && language === 'python')
    return args.length === 2 && args.every(({ kind }) => kind === 'text');
  if (/^(?:replace|replaceAll|Replace)$/.test(method) && /^(?:java|csharp)$/.test(language))
    return args.length === 2 && args.every(({ kind }) => kind === 'text');
  if (language === 'java' && /^(?:add|subtract|multiply|divide)$/.test(method))
    return MONEY.test(lastWord(callee.object)) && args.length === 1;
  const methods = isScript ? ECMASCRIPT : METHODS[language];
  if (methods?.test(method) !== true) return false;
  return !args.some((arg) => arg.kind === 'named' && arg.name === 'inplace') && takes(call);
}

const MONEY = /^(?:\w*[tT]otal|\w*[pP]rice|\w*[aA]mount|\w*[bB]alance|sum|tax|net|gross|discount)$/;

function isPattern(code: Code | undefined): boolean {
  return code?.kind === 'regex' || code?.kind === 'text';
}

/** What is given to it fits: a function to `filter`, something to `concat`. */
function takes({ args, callee }: Call): boolean {
  switch (lastWord(callee)) {
    case 'filter':
    case 'select':
    case 'reject':
    case 'map':
    case 'Where':
    case 'Select':
    case 'OrderBy':
    case 'OrderByDescending':
    case 'ThenBy':
    case 'sort_by':
      return args.some(({ kind }) => kind === 'function');
    case 'concat':
    case 'Skip':
    case 'Take':
    case 'gsub':
    case 'sub':
      return 0 < args.length;
    default:
      return true;
  }
}
