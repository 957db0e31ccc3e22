import type { Binary, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { lastWord, methodOf, plainText } from '../../code/say.ts';
import { nameWords } from '../facts/nameWords.ts';
import { ECMASCRIPT, isEcmascript } from '../languageId.ts';
import type { Fix, Rule, RuleContext, Trigger } from '../rule.ts';
import { quoted } from '../words.ts';

/** Last words of names whose values may well be 0. */
const NUMBERS = new Set(
  'limit count counter index idx offset price amount quantity qty total balance discount port timeout delay retries attempts max min maximum minimum size length width height page level score rate tax age depth threshold position rank priority weight percent percentage interval ttl duration budget skip take step volume opacity temperature top left x y zoom stock fee cost concurrency remaining days hours minutes seconds ms limits num number'.split(
    ' ',
  ),
);
/** First words that make it a number whatever follows: `maxRetries`, `num_items`. */
const COUNTED = new Set(['max', 'min', 'num', 'n', 'total']);
/** Last words that are of a list or a text even where the name begins as a number's. */
const NOT_NUMBERS =
  /s$|name|text|date|label|title|id|url|string|list|items|options|map|type|class|style|key|format|unit/i;
const FLAGS =
  /^(?:is|has|should|can|use|enable|allow|show|with)[A-Z_]|(?:enabled|disabled|visible|active|checked|required|verbose|strict)$/i;

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
    ruby: '0 and empty texts are true in it',
  },
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, isTest } = context;
    if (isTest) return;
    for (const one of view.all('binary')) {
      if (isDefault(context, one))
        yield {
          at: one,
          about: {
            what: 'default',
            code: quoted(view, one),
            name: quoted(view, one.left),
            taken: takenOf(one),
          },
          ...fixOf(context, one),
        };
    }
    for (const { target, operator, value, start, end } of view.all('assign')) {
      if (operator !== '||=' || !value || !mayBeFalsy(target, value)) continue;
      yield {
        at: { start, end },
        about: {
          what: 'default',
          code: quoted(view, { start, end }),
          name: quoted(view, target),
          taken: '0',
        },
      };
    }
    for (const { condition } of view.all('if')) yield* tested(context, condition);
    for (const { condition, whenTrue } of view.all('conditional')) {
      // `n ? n : 10` is the same as `n || 10`.
      const isSelf = view.flat(condition) === view.flat(whenTrue);
      if (isSelf || language === 'python') yield* tested(context, condition);
    }
  },
  ask: ({ what, code, name, taken, line }) =>
    what === 'default'
      ? `Line ${line}: ${code} also replaces ${name} where it is ${taken ?? '0'}. Is that meant?`
      : `Line ${line}: ${code} is not taken where ${name} is 0. Is that meant?`,
  obligations: ['boundary', 'numeric', 'nullish'],
  page: {
    why: 'The operator asks whether the value is truthy. 0, an empty text and false are values that somebody may have chosen, and they are replaced like what was never given.',
    instead: 'Ask for null alone: `??`, `is None`, `isset`, `=== undefined`.',
    sources: ['CWE-480, CWE-697'],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      asks: 'function page(items, options) {\n  const limit = options.limit || 10; ⟵\n  const offset = options.offset ? options.offset : 5; ⟵\n  const isOpen = options.isOpen || true; ⟵\n  if (options.count) { ⟵\n    return items.slice(0, options.count);\n  }\n  return items.slice(offset, limit);\n}\n',
      quiet:
        'function page(items, options) {\n  const limit = options.limit ?? 10;\n  const offset = options.offset || 0;\n  const name = options.name || "none";\n  const isOpen = options.isOpen ?? true;\n  if (options.count !== undefined) {\n    return items.slice(0, options.count);\n  }\n  if (items.length) return name;\n  return items.slice(offset, limit);\n}\n',
    },
    {
      languages: ['python'],
      asks: 'def page(items, limit=None, price=None):\n    limit = limit or 10 ⟵\n    if price: ⟵\n        items = [i for i in items if i.price < price]\n    return items[:limit]\n',
      quiet:
        'def page(items, limit=None, price=None, names=None):\n    limit = 10 if limit is None else limit\n    names = names or []\n    if price is not None:\n        items = [i for i in items if i.price < price]\n    return items[:limit]\n',
    },
    {
      languages: ['cpp'],
      asks: 'int page(int limit) {\n  int used = limit ? limit : 10; ⟵\n  return used;\n}\n',
      quiet:
        'int page(std::optional<int> limit) {\n  int used = limit.value_or(10);\n  if (used == 0) return 1;\n  return used;\n}\n',
    },
    {
      languages: ['php'],
      asks: '<?php\nfunction page($limit, $price) {\n  $limit = $limit ?: 10; ⟵\n  if (empty($price)) { ⟵\n    return null;\n  }\n  return $limit * $price;\n}\n',
      quiet:
        '<?php\nfunction page($limit, $price) {\n  $limit = $limit ?? 10;\n  if ($price === null) {\n    return null;\n  }\n  return $limit * $price;\n}\n',
    },
  ],
};

function isDefault({ language, view }: RuleContext, one: Binary): boolean {
  const { left, operator, right } = one;
  const isOr =
    operator === '?:' || (operator === '||' && (language === 'python' || isEcmascript(language)));
  if (!isOr || !(isValue(left) || (language === 'python' && nameIn(left) !== ''))) return false;
  // In a condition `a || b` asks, and gives no default.
  const parent = view.parentOf(one);
  if (
    parent?.kind === 'if' ||
    parent?.kind === 'loop' ||
    (parent?.kind === 'binary' && /[&|]{2}/.test(parent.operator))
  )
    return false;
  return mayBeFalsy(left, right);
}

/** Whether a default replaces something that could have been chosen. */
function mayBeFalsy(target: Code, value: Code): boolean {
  const name = nameIn(target);
  // Whatever it was, it is true then.
  if (value.kind === 'constant') return value.value === true && name !== '';
  if (value.kind === 'number') return value.value !== 0 && (isNumber(name) || value.value !== 1);
  if (value.kind === 'unary') return value.operator === '-' && value.operand.kind === 'number';
  const isNamed = value.kind === 'name' || value.kind === 'member';
  return isNamed && isNumber(name) && /default|max|min|limit/i.test(lastWord(value));
}

/** Its last word; a key's where it is taken out by one: `a['limit']`, `a.get('limit')`. */
function nameIn(code: Code): string {
  if (code.kind === 'index') return plainText(code.index) ?? '';
  if (code.kind !== 'call') return lastWord(code);
  return methodOf(code) === 'get' ? (plainText(code.args[0]) ?? '') : '';
}

function isValue(code: Code): boolean {
  return code.kind === 'name' || code.kind === 'member' || code.kind === 'index';
}

function takenOf({ right }: Binary): string {
  return right.kind === 'constant' ? 'false' : '0';
}

function isNumber(name: string): boolean {
  const words = nameWords(name);
  const last = words.at(-1);
  const [first] = words;
  if (last === undefined || first === undefined) return false;
  if (FLAGS.test(name)) return false;
  return NUMBERS.has(last) || (COUNTED.has(first) && 1 < words.length && !NOT_NUMBERS.test(last));
}

/** `if (count)`, `if price:`, `empty($price)`: a test for "given" of a value that may be 0. */
function* tested({ view, language }: RuleContext, condition: Code): Iterable<Trigger> {
  let code =
    condition.kind === 'unary' && condition.operator === '!' ? condition.operand : condition;
  const isEmpty = language === 'php' && code.kind === 'call' && lastWord(code.callee) === 'empty';
  if (isEmpty && code.kind === 'call') code = code.args[0] ?? code;
  if (!isValue(code) || !GIVEN.test(nameIn(code)) || !isNumber(nameIn(code))) return;
  if (language === 'cpp' && view.parentOf(condition)?.kind === 'if') return;
  if (!isGivenHere(view, code)) return;
  yield {
    at: condition,
    about: { what: 'test', code: quoted(view, condition), name: quoted(view, code) },
  };
}

/** A count of what is there is rightly asked whether it is 0: lengths and sizes, `n`. */
const GIVEN =
  /^(?!.*(?:length|size|depth|remaining|level|width|height|^n$|^x$|^y$|left|top|attempts|retries|interval|timeout|duration|delay|ms)).*$/i;

/** Whether it comes from outside: a parameter, or a field of one. A count that was counted here is asked for 0. */
function isGivenHere(view: CodeView, code: Code): boolean {
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
