import type { Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { doneIn, namesIn, plainText } from '../../code/say.ts';
import { wordOf } from './ownValue.ts';
import type { Origin } from './origin.ts';
import { variablesOf } from './variables.ts';

/** Calls that look whether a value is one of those that may be. */
const TESTS =
  /^(?:includes|has|hasOwn|hasOwnProperty|contains|Contains|containsKey|ContainsKey|contains_key|test|match|matches|Match|MatchString|IsMatch|is_match|fullmatch|search|startsWith|StartsWith|startswith|starts_with|starts_with\?|start_with\?|HasPrefix|str_starts_with|strpos|preg_match|in_array|array_key_exists|indexOf|IndexOf|include\?|member\?|key\?|match\?|is_relative_to|relative_to|isRelativeTo|ContainsAny|endsWith|endswith|EndsWith|end_with\?|HasSuffix|find|some|any|Any|isalnum|isdigit|isidentifier|isInteger|ctype_\w+|is_numeric|is_int|filter_var|commonpath|commonprefix|rfind|compare|strncmp|strcmp|regex_match|all|isSafeInteger|is_absolute|isAbsolute|IsAbs|IsLocal|commonPath|strip_prefix|components|isLocalUrl|IsLocalUrl|count|contains_key|matches!|find_if|is_subset|all_of|any_of|none_of|find_if_not|find_first_not_of|find_first_of|IndexOfAny|has_key|Contains\w*|HasKey|isin|binary_search|hash_equals|timingSafeEqual|compare_digest|ConstantTimeCompare|secure_compare|FixedTimeEquals|between\?|between|cover\?|inRange|in_range|clamped|within|IsWellFormedUriString|same_origin\w*|url_has_allowed_host_and_scheme|is_safe_url|url_is_local)$/;

/** Calls that refuse what may not be, or say that it may. */
const JUDGES =
  /valid|check|assert|ensure|verif|sanitiz|sanitis|safe|allow|permit|guard|require|whitelist|is_?local|is_?trusted|within|inside|contain/i;

/** `req.params`-like words that judge nothing. */
const NO_JUDGES = /^(?:permit|require|getContext)$|unsafe|unchecked|invalidate/i;

const known = new WeakMap<CodeView, readonly Look[]>();

/** A look at values: which names, and from where on it counts. */
interface Look {
  readonly at: number;
  readonly names: ReadonlySet<string>;
}

/**
 * Whether the code looks, before it comes to a value, whether that value is one that may be: a list of
 * what is allowed, a pattern, a prefix, a function that is called for it. What it finds is not judged.
 */
export function isChecked(view: CodeView, value: Code, origin: Origin | undefined): boolean {
  const names = new Set([...namesIn(value), ...(origin?.names ?? []), ...fieldsIn(view, value)]);
  for (const name of [...names]) {
    for (const set of variablesOf(view).get(name)?.values ?? []) {
      if (names.size < 20) for (const inner of namesIn(set)) names.add(inner);
    }
  }
  const looks = known.get(view) ?? [...looksIn(view)];
  known.set(view, looks);
  const source = origin && view.flat(origin.from);
  return looks.some(
    (look) =>
      look.at <= value.start &&
      ([...look.names].some((name) => names.has(name) && !COMMON.has(name)) ||
        (source !== undefined && source.length < 200 && look.names.has(source))),
  );
}

/** Names that say nothing of which value is looked at. */
const COMMON: ReadonlySet<string> = new Set([
  ...[
    'req',
    'request',
    'ctx',
    'c',
    'r',
    'self',
    'this',
    'params',
    'os',
    'path',
    'event',
    'context',
  ],
  ...[
    'res',
    'response',
    'w',
    'err',
    'error',
    'String',
    'Path',
    'filepath',
    'strings',
    'File',
    'fs',
  ],
  ...['_GET', '_POST', '_REQUEST', 'db', 'std', 'System', 'Request', 'session', 'user'],
]);

function* looksIn(view: CodeView): Iterable<Look> {
  for (const { condition } of view.all('if', 'loop', 'conditional')) {
    if (!condition || !hasTest(condition)) continue;
    yield { at: condition.start, names: mentioned(view, condition) };
  }
  // What stands behind `&&` and `||` has been looked at before them.
  for (const { operator, left } of view.all('binary')) {
    const isLook = (operator === '&&' || operator === '||') && hasTest(left);
    if (isLook) yield { at: left.end, names: mentioned(view, left) };
  }
  for (const { subject, start } of view.all('switch')) {
    if (subject) yield { at: start, names: mentioned(view, subject) };
  }
  for (const call of view.all('call')) {
    const word = wordOf(call);
    // `path.relative_to(root)` throws where it is not below.
    const isThrowing = word === 'relative_to' && call.callee.kind === 'member';
    if (isThrowing && call.callee.kind === 'member')
      yield { at: call.end, names: mentioned(view, call.callee.object) };
    const isJudge = JUDGES.test(word) && !NO_JUDGES.test(word);
    // `abort_unless(in_array(host, HOSTS), 422)`
    const isEnding = /abort|halt|throw|precondition|unless/i.test(word) && call.args.some(hasTest);
    if (isJudge || isEnding)
      for (const arg of call.args) yield { at: call.end, names: mentioned(view, arg) };
  }
}

function hasTest(condition: Code): boolean {
  for (const node of doneIn(condition)) {
    if (node.kind === 'call' && (TESTS.test(wordOf(node)) || JUDGES.test(wordOf(node))))
      return true;
    if (node.kind === 'binary' && /^(?:in|not in|=~|!~)$/.test(node.operator)) return true;
    // A shape that only takes a value apart looks at nothing.
    if (node.kind === 'binary' && node.operator === 'matches' && hasText(node.right)) return true;
    if (node.kind === 'binary' && isWordCompared(node.operator, node.left, node.right)) return true;
    const isLookUp = node.kind === 'index' && node.index;
    if (isLookUp && node.index?.kind !== 'text' && node.index?.kind !== 'number') return true;
  }
  return false;
}

/** `kind == "asc"`: one of the words that may be; an empty one says nothing. */
function isWordCompared(operator: string, left: Code, right: Code): boolean {
  if (!/^[!=]==?$/.test(operator)) return false;
  return [left, right].some((one) => (plainText(one) ?? '') !== '');
}

/** `params.width`, as it is written. */
function fieldsIn(view: CodeView, code: Code): readonly string[] {
  const fields: string[] = [];
  for (const node of doneIn(code)) {
    const isField = node.kind === 'member' || node.kind === 'index';
    if (isField && node.end - node.start < 200 && fields.length < 20) fields.push(view.flat(node));
  }
  return fields;
}

function hasText(code: Code): boolean {
  for (const node of doneIn(code)) if (node.kind === 'text') return true;
  return false;
}

/** The names in it, and what it reads of others as it is written. */
function mentioned(view: CodeView, code: Code): ReadonlySet<string> {
  const names = new Set<string>(namesIn(code));
  for (const node of doneIn(code)) {
    if (node.kind === 'member' || node.kind === 'index' || node.kind === 'call') {
      if (node.end - node.start < 200) names.add(view.flat(node));
    }
  }
  return names;
}
