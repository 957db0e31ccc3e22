import type { Binary, Body, Code, Conditional, If } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { bare, calleeOf, dotted, lastWord, methodOf, plainText } from '../../code/say.ts';
import { isGiven } from '../facts/given.ts';
import { isChosenNumber, isFlagName, isNumberName, mayBeEmpty } from '../facts/zeroNames.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';
import type { Fix, Rule, RuleContext, Trigger } from '../rule.ts';
import { quoted } from '../words.ts';
import { falsyDefaultExamples } from './examples/falsyDefault.ts';

/** A default or a test takes 0, an empty text or false for "not given". */
export const falsyDefault: Rule = {
  id: 'falsy-default',
  row: 43,
  title: 'Zero or empty is taken for "not given"',
  severity: 'normal',
  concern: 'logic',
  weight: 3,
  cwe: [480, 697],
  kind: 'question',
  isOn: true,
  absent: {
    go: 'it has no operator that takes 0 for nothing',
    rust: 'a number is no condition in it, and nothing is a type of its own',
    java: 'a number is no condition in it, and 0 is no null',
    csharp: 'a number is no condition in it, and `??` asks for null alone',
  },
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, isTest } = context;
    if (isTest) return;
    for (const one of view.all('binary')) {
      if (isDefault(context, one)) {
        yield { ...replaced(view, one, one.left, one.right), ...fixOf(context, one) };
      } else if (isShown(context, one)) {
        yield {
          at: one,
          about: { what: 'shown', code: quoted(view, one.left), name: quoted(view, one.left) },
        };
      }
    }
    for (const one of view.all('assign')) {
      const { target, operator, value } = one;
      if (operator === '||=' && value && mayBeFalsy(context, target, value))
        yield replaced(view, one, target, value);
    }
    for (const one of view.all('if')) yield* ofIf(context, one);
    for (const one of view.all('conditional')) yield* ofConditional(context, one);
  },
  ask: ({ what, code, name, taken, line }) => {
    switch (what) {
      case 'default':
        return `Line ${line}: ${code} also replaces ${name} where it is ${taken ?? '0'}. Is that meant?`;
      case 'shown':
        return `Line ${line} shows a 0 where ${name} is 0. Is that meant?`;
      case 'not':
        return `Line ${line}: ${code} is also true where ${name} is ${taken ?? '0'}. Is that meant?`;
      default:
        return `Line ${line}: ${code} is not taken where ${name} is ${taken ?? '0'}. Is that meant?`;
    }
  },
  obligations: ['boundary', 'numeric', 'nullish'],
  page: {
    why: 'The operator asks whether the value is truthy. 0, an empty text and false are values that somebody may have chosen, and they are replaced like what was never given.',
    instead: 'Ask for null alone: `??`, `is None`, `isset`, `=== undefined`.',
    sources: ['CWE-480, CWE-697'],
  },
  examples: falsyDefaultExamples,
};

function replaced(view: CodeView, at: Code, given: Code, value: Code): Trigger {
  const name = quoted(view, given);
  return { at, about: { what: 'default', code: quoted(view, at), name, taken: takenBy(value) } };
}

function takenBy(value: Code): string {
  if (value.kind === 'text') return 'empty';
  return value.kind === 'constant' ? 'false' : '0';
}

function isDefault(context: RuleContext, one: Binary): boolean {
  const { language, view } = context;
  const { left, operator, right } = one;
  const isOr = operator === '?:' || (operator === '||' && GIVES_VALUE.has(language));
  if (!isOr) return false;
  // In a condition `a || b` asks, and gives no default.
  const parent = view.parentOf(one);
  if (
    parent?.kind === 'if' ||
    parent?.kind === 'loop' ||
    (parent?.kind === 'binary' && /[&|]{2}/.test(parent.operator))
  )
    return false;
  if (parent?.kind === 'assign' && isKeptAsItWas(context, left, right, parent.target)) return true;
  return mayBeFalsy(context, left, right);
}

/** `user.age = age || user.age`: 0 and false can never be set. */
function isKeptAsItWas(
  { view, language }: RuleContext,
  given: Code,
  kept: Code,
  target: Code,
): boolean {
  if (view.flat(kept) !== view.flat(target) || kept.kind === 'name') return false;
  const name = nameIn(given);
  return (
    isGiven(view, given) &&
    !isFromMachine(given) &&
    (isFlagName(name) || (language !== 'ruby' && isNumberName(name)))
  );
}

/** Where `a || b` is one of the two, and no question. */
const GIVES_VALUE: ReadonlySet<LanguageId> = new Set([
  ...(['typescript', 'tsx', 'javascript', 'python', 'ruby'] as const),
]);

/** Whether a default replaces something that could have been chosen. */
function mayBeFalsy({ language }: RuleContext, given: Code, value: Code): boolean {
  const name = nameIn(given);
  if (name === '' || isFromMachine(given)) return false;
  // Pages are counted from 1, and nothing is taken in pieces of 0.
  if (/(?:^|_)page$|(?:batch|chunk|block|page)_?size$/i.test(name)) return false;
  // In C a text is a pointer: an empty one is there.
  if (language === 'cpp' && value.kind === 'text') return false;
  // Whatever it was, it is true then.
  if (value.kind === 'constant')
    return value.value === true && !/^(?:value|val|result)$/.test(name);
  const isNamed = value.kind === 'name' || value.kind === 'member';
  const words = isNamed ? (dotted(value) ?? '') : '';
  if (isFlagName(name)) return /default/i.test(words);
  // 0 is true in Ruby; only what `presence` takes for nothing is replaced.
  if (
    language === 'ruby' &&
    !(given.kind === 'call' && /^(?:presence|nonzero\?)$/.test(lastWord(given.callee)))
  )
    return false;
  if (value.kind === 'number') {
    if (value.value === 1 && (isParsed(given) || SIZES.test(name))) return false;
    // There is no status 0.
    if (/(?:status|code)$/i.test(name)) return false;
    return value.value !== 0 && (isNumberName(name) || value.value !== 1);
  }
  if (value.kind === 'text')
    return mayBeEmpty(name) && !/class|css/i.test(name) && plainText(value) !== '';
  if (value.kind === 'unary') return value.operator === '-' && value.operand.kind === 'number';
  return isNumberName(name) && /default|max|min|limit/i.test(words) && !isFlagName(lastWord(value));
}

/** What is divided by, or left to be at least one. */
const SIZES = /(?:length|size|width|height|count|total)$/i;

function isParsed(code: Code): boolean {
  return code.kind === 'call' && /^parse/i.test(methodOf(code));
}

/**
 * Its last word; a key's where it is taken out by one: `a['limit']`, `a.get('limit')`; of what is made a
 * number: `Number(limit)`. Empty where it has none.
 */
function nameIn(code: Code): string {
  if (code.kind === 'index') return (plainText(code.index) ?? '').replace(/^:/, '');
  if (code.kind === 'unary') return code.operator === '+' ? nameIn(code.operand) : '';
  if (code.kind !== 'call') return lastWord(code);
  const [first] = code.args;
  const method = methodOf(code);
  if (code.callee.kind === 'member') {
    if (method === 'get') return plainText(first) ?? '';
    if (/^(?:presence|nonzero\?|to_[ifd])$/.test(method)) return nameIn(code.callee.object);
    // Ruby's methods that are read like fields.
    if (!first && code.end === code.callee.end) return method;
  }
  return NUMBER_OF.test(method) && first ? nameIn(first) : '';
}

const NUMBER_OF = /^(?:Number|parseInt|parseFloat|int|float|intval|floatval)$/;

/** Texts of a request or of the machine: a "0" among them is true. */
function isFromMachine(code: Code): boolean {
  if (code.kind === 'call' && NUMBER_OF.test(methodOf(code))) return false;
  const from = code.kind === 'call' ? calleeOf(code) : (dotted(code) ?? '');
  const owner = code.kind === 'index' ? (dotted(code.object) ?? '') : from;
  if (/\benv(?:iron)?\b|(?:url|uri|location|parsed)\.port$|\breq(?:uest)?\.query\b/i.test(owner))
    return true;
  return code.kind === 'call' && /(?:args|params|form|headers|cookies|GET|POST)\.get$/i.test(from);
}

function isValue(code: Code): boolean {
  return code.kind === 'name' || code.kind === 'member' || code.kind === 'index';
}

/** `{count && <Badge/>}` in JSX. */
function isShown({ view, language }: RuleContext, { left, operator, right }: Binary): boolean {
  if (operator !== '&&' || !isEcmascript(language) || right.kind !== 'element') return false;
  const last = left.kind === 'binary' && left.operator === '&&' ? left.right : left;
  return isValue(last) && isNumberName(nameIn(last)) && !/^[xy]$/.test(view.flat(last));
}

/** What is asked whether it is there, and whether it is asked the other way round. */
interface Asked {
  readonly code: Code;
  readonly isNot: boolean;
}

function askedIn(language: LanguageId, condition: Code): Asked {
  let code = condition;
  let isNot = false;
  if (code.kind === 'unary' && code.operator === '!') {
    isNot = true;
    code = code.operand;
  }
  if (code.kind !== 'call') return { code, isNot };
  const word = lastWord(code.callee);
  const [first] = code.args;
  if (language === 'php' && word === 'empty' && first) return { code: first, isNot: !isNot };
  if (language === 'ruby' && code.callee.kind === 'member') {
    if (word === 'blank?') return { code: code.callee.object, isNot: !isNot };
    if (word === 'present?') return { code: code.callee.object, isNot };
  }
  return { code, isNot };
}

/** `if (count)`, `if price:`, `empty($price)`: a test for "given" of a value that may be 0. */
function* ofIf(context: RuleContext, { condition, whenTrue, otherwise }: If): Iterable<Trigger> {
  const { view, language } = context;
  const asked = askedIn(language, condition);
  const [only, ...more] = whenTrue.statements;
  const set = more.length === 0 && !otherwise ? assignIn(only) : undefined;
  // `if (!limit) limit = 10`
  if (
    asked.isNot &&
    set?.value &&
    (view.flat(set.target) === view.flat(asked.code) ||
      isOwnFieldOf(context, set.target, asked.code)) &&
    isGiven(view, asked.code) &&
    mayBeFalsy(context, asked.code, set.value)
  ) {
    yield found(view, condition, asked, takenBy(set.value));
    return;
  }
  if (language === 'cpp' || (asked.isNot && isSetToZero(view, whenTrue, asked.code))) return;
  if (language === 'ruby') {
    if (condition !== asked.code && isBlankTest(condition) && isOnOff(asked.code))
      yield found(view, condition, asked, 'false');
    return;
  }
  yield* tested(context, condition, asked);
  // `if (!name || !price)`: what must be there.
  for (const one of partsOf(condition)) {
    const part = askedIn(language, one);
    if (
      part.isNot &&
      isValue(part.code) &&
      isChosenNumber(nameIn(part.code)) &&
      !isSetToZero(view, whenTrue, part.code) &&
      isGiven(view, part.code)
    )
      yield found(view, one, part, '0');
  }
}

/** A request's values are texts; `no_input` and `reset_token` name other things as often. */
function isOnOff(code: Code): boolean {
  const name = nameIn(code);
  const isOfRequest = code.kind === 'index' && dotted(code.object) === 'params';
  return isFlagName(name) && !isOfRequest && !/^(?:no|not|reset|set|get|update)_/.test(name);
}

/** C++'s and others' field for what was handed over: `limit_` for `options.limit`. */
function isOwnFieldOf({ language }: RuleContext, target: Code, asked: Code): boolean {
  if (language !== 'cpp' || asked.kind !== 'member') return false;
  const plain = (code: Code): string => lastWord(code).replace(/^m?_|_$/g, '');
  return plain(target) === plain(asked);
}

function isBlankTest(condition: Code): boolean {
  const call = condition.kind === 'unary' ? condition.operand : condition;
  return call.kind === 'call' && /^(?:blank|present)\?$/.test(lastWord(call.callee));
}

/** `if (!count) count = 0`: 0 stays what it is. */
function isSetToZero(view: CodeView, { statements }: Body, code: Code): boolean {
  return statements.some((one) => {
    const set = assignIn(one);
    return (
      set?.value?.kind === 'number' &&
      set.value.value === 0 &&
      view.flat(set.target) === view.flat(code)
    );
  });
}

function assignIn(
  statement: Code | undefined,
): { target: Code; value: Code | undefined } | undefined {
  const code = statement?.kind === 'expression' ? statement.value : statement;
  return code?.kind === 'assign' && code.operator === '=' ? code : undefined;
}

/** What `||` joins; nothing of a condition that is one test alone. */
function partsOf(condition: Code): readonly Code[] {
  const parts: Code[] = [];
  let rest = condition;
  while (rest.kind === 'binary' && rest.operator === '||') {
    parts.unshift(rest.right);
    rest = rest.left;
  }
  return 0 < parts.length ? [rest, ...parts] : [];
}

/** `n ? n : 10` is the same as `n || 10`. */
function* ofConditional(context: RuleContext, one: Conditional): Iterable<Trigger> {
  const { view, language } = context;
  const { condition, whenTrue, otherwise } = one;
  const asked = askedIn(language, condition);
  const [kept, other] = asked.isNot ? [otherwise, whenTrue] : [whenTrue, otherwise];
  const isSelf = view.flat(asked.code) === view.flat(bare(kept));
  // `!n ? 0 : n`: 0 stays what it is.
  if (other.kind === 'number' && other.value === 0) return;
  if (isSelf && isValue(asked.code) && mayBeFalsy(context, asked.code, other)) {
    yield replaced(view, one, asked.code, other);
  } else if (language !== 'ruby' && (isSelf || language === 'python')) {
    yield* tested(context, condition, asked);
  }
}

function* tested({ view, language }: RuleContext, at: Code, asked: Asked): Iterable<Trigger> {
  const { code } = asked;
  if (!isValue(code)) return;
  const name = nameIn(code);
  if (!GIVEN.test(name) || !isNumberName(name) || isFromMachine(code)) return;
  if (language === 'cpp' && view.parentOf(at)?.kind === 'if') return;
  // No port is 0, and whether a count is 0 is what is asked of it.
  if (/(?:^|_)port$|Port$/.test(name) || (asked.isNot && /(?:^|_)count$|Count$/.test(name))) return;
  if (isOpened(view, code) || isZeroAtFirst(view, code)) return;
  if (isOfParam(view, code) || (isChosenNumber(name) && isGiven(view, code)))
    yield found(view, at, asked, '0');
}

/** `position.x` elsewhere: it is no number. */
function isOpened(view: CodeView, code: Code): boolean {
  const words = view.flat(code);
  return view
    .all('member')
    .some(({ object, name }) => view.flat(object) === words && !/^(?:to[A-Z]|value)/.test(name));
}

/** A parameter that is 0 where it is not given: 0 is the word for that. */
function isZeroAtFirst(view: CodeView, code: Code): boolean {
  return (
    code.kind === 'name' &&
    view
      .around(code)
      .some(
        (one) =>
          one.kind === 'function' &&
          one.params.some(
            ({ name, value }) =>
              name === code.name && value?.kind === 'number' && value.value === 0,
          ),
      )
  );
}

function found(view: CodeView, at: Code, { code, isNot }: Asked, taken: string): Trigger {
  const what = isNot ? 'not' : 'test';
  return { at, about: { what, code: quoted(view, at), name: quoted(view, code), taken } };
}

/** A count of what is there is rightly asked whether it is 0: lengths and sizes, `n`. */
const GIVEN =
  /^(?!.*(?:length|size|depth|remaining|level|width|height|^n$|^x$|^y$|left|top|attempts|retries|interval|timeout|duration|delay|ms)).*$/i;

/** Whether it is a parameter, or a field of one. A count that was counted here is asked for 0. */
function isOfParam(view: CodeView, code: Code): boolean {
  let root = code;
  while (root.kind === 'member' || root.kind === 'index') root = root.object;
  if (root.kind !== 'name') return false;
  const { name } = root;
  const fn = view.around(code).find((one) => one.kind === 'function');
  if (fn?.kind !== 'function') return false;
  return fn.params.some(
    (param) =>
      param.name === name ||
      (param.pattern !== undefined && view.textOf(param.pattern).includes(name)),
  );
}

function fixOf({ view, language }: RuleContext, { left, right, operator }: Binary): { fix?: Fix } {
  if (!isEcmascript(language) || operator !== '||') return {};
  const i = view.text.slice(left.end, right.start).indexOf('||');
  if (i < 0) return {};
  const start = left.end + i;
  return {
    fix: {
      title: 'Replace null and undefined alone, with ??',
      edits: [{ start, end: start + 2, text: '??' }],
    },
  };
}
