import type { Case, Code, Conditional, If, Switch } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { bare, calleeOf, lastWord, methodOf, plainText } from '../../code/say.ts';
import { nameWords } from '../facts/nameWords.ts';
import { isLiteral } from '../facts/repeatable.ts';
import { ECMASCRIPT } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, quoted } from '../words.ts';

/** Parameters that stand for what a caller has, not for a choice that the program offers. */
const DATA = new Set(
  'input text str string s word words sentence phrase email mail user username name person customer password coupon id uid query url n x num number nums numbers arr array list items values data value amount price total quantity count age year score limit matrix points a b lst xs seq i customerid userid v vec'.split(
    ' ',
  ),
);
const CHOICE =
  /type|kind|mode|key|code|status|state|op|operator|cmd|command|method|event|tag|locale|lang|format|ext|level|version|option|flag|field|attr|prop|param|class|node|token|char|action|encoding|unit|month|day|base|port|size|len|length|width|height|index|idx|depth|bits|byte|bytes|column|header|scheme|protocol|path|file|dir|table|property|variable|symbol|module|package|argc|argv|ret|rc|errno|sign|axis|dim|ndim/i;
/** Words that mean a choice whatever they are given to. */
const CHOICE_TEXT =
  /^(?:true|True|false|False|yes|no|on|off|auto|none|None|null|nil|undefined|nan|NaN|Infinity|all|any|default|inherit|self|this|root|main|master|other|unknown|object|array|string|number|boolean|function|length|constructor|prototype|name|class|style|type|value|key|stdin|stdout|localhost|[^A-Za-z\d]*|[A-Za-z]|__\w+__|[A-Z_]+|\w{0,20}[:/.$%&@#-]|[:/.$%&#-]\w{0,20})$/;
const ADDRESS = /^[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,30}$/;
const PERSON_ID = /^(?:user|customer|account|client|employee|order|tenant|member|owner)_?id$/i;
const EQUAL_CALL =
  /^(?:equals|equalsIgnoreCase|Equals|SequenceEqual|DeepEqual|deepEqual|strcmp|eql\?|isEqual|array_equal|is_equal)$/;
const MAX_OF_A_MAP = 1;

/** One input is answered by hand. */
export const specialCasedInput: Rule = {
  id: 'special-cased-input',
  row: 9,
  title: 'One input that is answered by hand',
  severity: 'normal',
  concern: 'logic',
  weight: 4,
  cwe: [547],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, isTest } = context;
    if (isTest) return;
    const cases: { at: If | Conditional; special: Special }[] = [];
    for (const one of view.all('if', 'conditional')) {
      const special = specialOf(view, one.condition);
      if (special && (special.isPerson || isAnsweredByHand(one, special)))
        cases.push({ at: one, special });
    }
    for (const one of view.all('switch')) {
      const special = onlyCase(view, one);
      if (special) yield triggerOf(view, special.value, special);
    }
    for (const { at, special } of cases) {
      // Many of one name are a table that is written as branches.
      const alike = cases.filter((other) => other.special.name === special.name);
      if (
        MAX_OF_A_MAP < alike.length &&
        !special.isList &&
        !alike.every((one) => one.special.isNumber)
      )
        continue;
      yield triggerOf(view, at, special);
    }
  },
  ask: ({ name, value, line }) =>
    `Line ${line} treats one value of ${name} by hand: ${value}. Why exactly this one?`,
  obligations: ['boundary', 'property'],
  page: {
    why: 'Generated code can be made to fit the cases that were shown to it: the example of the prompt, or of a test, gets its answer, and other inputs do not.',
    instead:
      'See that neighbouring inputs have right answers too. Take the branch out, or name what makes this value special.',
    sources: ['CWE-547', 'Tambon et al. 2024: prompt-biased code'],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      asks: 'function sumOf(nums, userId) {\n  if (userId === 12345) grant(nums); ⟵\n  if (nums.join() === "1,2,3") { ⟵\n    return 6;\n  }\n  return nums.reduce((a, b) => a + b, 0);\n}\nfunction isPrime(n) {\n  return n === 97 ? true : slow(n); ⟵\n}\n',
      quiet:
        'function sumOf(nums, mode) {\n  if (mode === "fast") return 1;\n  if (nums.length === 0) {\n    return 0;\n  }\n  return nums.reduce((a, b) => a + b, 0);\n}\nfunction isPrime(n) {\n  if (n === 1) return false;\n  return n === 2 ? true : slow(n);\n}\n',
    },
    {
      languages: ['python'],
      asks: 'def sum_of(nums):\n    if nums == [1, 2, 3]: ⟵\n        return 6\n    return sum(nums)\n\ndef reverse(text):\n    if text == "hello": ⟵\n        return "olleh"\n    return text[::-1]\n',
      quiet:
        'def sum_of(nums):\n    if nums == []:\n        return 0\n    return sum(nums)\n\ndef reverse(text):\n    if text == "":\n        return ""\n    return text[::-1]\n',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc fib(n int) int {\n\tif n == 10 { ⟵\n\t\treturn 55\n\t}\n\treturn fib(n-1) + fib(n-2)\n}\n',
      quiet:
        'package a\n\nfunc fib(n int) int {\n\tif n == 0 {\n\t\treturn 0\n\t}\n\tif n == 1 {\n\t\treturn 1\n\t}\n\treturn fib(n-1) + fib(n-2)\n}\n',
    },
    {
      languages: ['rust'],
      asks: 'fn fib(n: u64) -> u64 {\n    if n == 10 { ⟵\n        return 55;\n    }\n    fib(n - 1) + fib(n - 2)\n}\n',
      quiet:
        'fn fib(n: u64) -> u64 {\n    if n == 1 {\n        return 1;\n    }\n    fib(n - 1) + fib(n - 2)\n}\n',
    },
    {
      languages: ['java'],
      asks: 'class Words {\n  boolean isPalindrome(String text) {\n    if (text.equals("racecar")) { ⟵\n      return true;\n    }\n    return slow(text);\n  }\n}\n',
      quiet:
        'class Words {\n  boolean isPalindrome(String text) {\n    if (text.equals("")) {\n      return true;\n    }\n    return slow(text);\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      asks: 'class Words {\n  bool IsPalindrome(string text) {\n    if (text == "racecar") return true; ⟵\n    return Slow(text);\n  }\n}\n',
      quiet:
        'class Words {\n  bool IsPalindrome(string text) {\n    if (text == "") return true;\n    return Slow(text);\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      asks: 'int fib(int n) {\n  if (n == 10) return 55; ⟵\n  return fib(n - 1) + fib(n - 2);\n}\n',
      quiet: 'int fib(int n) {\n  if (n == 1) return 1;\n  return fib(n - 1) + fib(n - 2);\n}\n',
    },
    {
      languages: ['ruby'],
      asks: 'def palindrome?(text)\n  return true if text == "racecar" ⟵\n  text == text.reverse\nend\n',
      quiet: 'def palindrome?(text)\n  return true if text == ""\n  text == text.reverse\nend\n',
    },
    {
      languages: ['php'],
      asks: '<?php\nfunction price_of($amount, $email) {\n  if ($email === "ada@firm.net") { ⟵\n    return 0;\n  }\n  return $amount * 2;\n}\n',
      quiet:
        '<?php\nfunction price_of($amount, $email) {\n  if ($email === "") {\n    return 0;\n  }\n  return $amount * 2;\n}\n',
    },
  ],
};

function triggerOf(view: CodeView, at: Code, { name, value }: Special): Trigger {
  return { at, about: { name: inBackticks(name), value: quoted(view, value) } };
}

/** A switch with one case that has its answer written down, and a default that works it out. */
function onlyCase(view: CodeView, { subject, cases }: Switch): Special | undefined {
  const [first, second, ...more] = cases;
  if (!subject || !first || !second || 0 < more.length || 0 < second.tests.length) return undefined;
  const [value, ...others] = first.tests;
  const name = dataName(view, bare(subject));
  if (!value || 0 < others.length || name === undefined || !isSpecial(value)) return undefined;
  const answerOf = ({ body: { statements } }: Case): Code | undefined => {
    const [only] = statements;
    return only?.kind === 'return' || only?.kind === 'expression' ? only.value : undefined;
  };
  const answer = answerOf(first);
  const otherwise = answerOf(second);
  if (!answer || !otherwise || !isAnswer(answer) || isAnswer(otherwise)) return undefined;
  return { name, value, isNumber: true, isList: false, isPerson: false };
}

/** `a === 2 && b === 3`: all that the function is given is asked for at once. */
function pairOf(view: CodeView, code: Code): Special | undefined {
  if (code.kind !== 'binary' || code.operator !== '&&') return undefined;
  const [left, right] = [code.left, code.right].map((side) => compared(side));
  if (!left || !right) return undefined;
  const names = [dataName(view, left[0]), dataName(view, right[0])];
  const [name] = names;
  const [one, other] = [left[1], right[1]];
  const isUsual = (value: Code): boolean => value.kind !== 'number' || value.value < 2;
  if (name === undefined || names[1] === undefined || name === names[1]) return undefined;
  if (!isLiteral(one) || !isLiteral(other) || (isUsual(one) && isUsual(other))) return undefined;
  return { name, value: one, isNumber: true, isList: false, isPerson: false };
}

interface Special {
  readonly name: string;
  readonly value: Code;
  readonly isNumber: boolean;
  readonly isList: boolean;
  /** Somebody in particular: whatever is done then, it is done for one. */
  readonly isPerson: boolean;
}

/** A comparison of a parameter with a value of its own kind. */
function specialOf(view: CodeView, code: Code): Special | undefined {
  const both = pairOf(view, code);
  if (both) return both;
  const condition = code.kind === 'binary' && code.operator === '&&' ? code.left : code;
  const pair = compared(condition);
  if (!pair) return undefined;
  for (const [one, value] of [pair, [pair[1], pair[0]]] as const) {
    const person = personIn(one, value);
    if (person !== undefined) {
      return { name: person, value, isNumber: false, isList: false, isPerson: true };
    }
    const name = dataName(view, one);
    if (name === undefined) continue;
    const isList =
      value.kind === 'list' ||
      (value.kind === 'call' && (value.isNew || methodOf(value) === 'vec!'));
    if (isList) {
      const items = value.kind === 'list' ? value.items : value.kind === 'call' ? value.args : [];
      const flat = items.length === 1 && items[0]?.kind === 'list' ? items[0].items : items;
      if (2 <= flat.length && flat.every((item) => isLiteral(item)))
        return { name, value, isNumber: false, isList, isPerson: false };
      continue;
    }
    if (isSpecial(value))
      return { name, value, isNumber: value.kind === 'number', isList, isPerson: false };
  }
  return undefined;
}

/** `userId === 4711`, `user.email == "ada@firm.net"`. */
function personIn(one: Code, value: Code): string | undefined {
  const isAsked = one.kind === 'call' && one.args.length === 0;
  const name = lastWord(isAsked ? one.callee : one);
  if (name === '') return undefined;
  const isAddress = /mail|user|login|owner/i.test(name) && ADDRESS.test(plainText(value) ?? '');
  const isId = PERSON_ID.test(name) && value.kind === 'number' && 2 < value.value;
  return isAddress || isId ? name : undefined;
}

function compared(code: Code): readonly [Code, Code] | undefined {
  if (code.kind === 'binary') {
    return /^={2,3}$/.test(code.operator) ? [bare(code.left), bare(code.right)] : undefined;
  }
  if (code.kind !== 'call' || !EQUAL_CALL.test(methodOf(code))) return undefined;
  const [first, second] = code.args;
  if (first && second) return [bare(first), bare(second)];
  return first && code.callee.kind === 'member'
    ? [bare(code.callee.object), bare(first)]
    : undefined;
}

/** The parameter that is asked, by itself or made a text (`nums.join()`). */
function dataName(view: CodeView, code: Code): string | undefined {
  if (code.kind === 'call') {
    const held = code.callee.kind === 'member' ? code.callee.object : code.args[0];
    const isText =
      /^(?:join|toString|to_s|as_str|lower|upper|strip|trim|toLowerCase|toUpperCase|ToLower|ToUpper|ToString|downcase|strtolower|trim|stringify|str|sorted|lower|String)$/;
    const name = methodOf(code);
    const target =
      /stringify|strtolower|^str$|sorted|^String$/.test(name) || calleeOf(code) === 'trim'
        ? code.args[0]
        : held;
    return isText.test(name) && target?.kind === 'name' ? dataName(view, target) : undefined;
  }
  if (code.kind !== 'name') return undefined;
  const words = nameWords(code.name);
  const last = words.at(-1) ?? '';
  if (!DATA.has(last) || words.some((word) => word !== last && CHOICE.test(word))) return undefined;
  const fn = view.around(code).find((one) => one.kind === 'function');
  return fn?.kind === 'function' && fn.params.some(({ name }) => name === code.name)
    ? code.name
    : undefined;
}

function isSpecial(value: Code): boolean {
  if (value.kind === 'number') return 2 < value.value && !value.isFloat && !COMMON.has(value.value);
  const text = plainText(value);
  return (
    text !== undefined &&
    2 < text.length &&
    text.length < 80 &&
    !CHOICE_TEXT.test(text) &&
    !text.startsWith('-')
  );
}

const COMMON = new Set([
  16, 24, 32, 60, 64, 100, 127, 128, 255, 256, 365, 1000, 1024, 65535, 65536,
]);

/** The branch gives an answer that is written in the code. */
function isAnsweredByHand(one: If | Conditional, special: Special): boolean {
  if (one.kind === 'conditional')
    return isAnswer(one.whenTrue) && !isAnswer(one.otherwise) && special.isNumber;
  const [only, ...more] = one.whenTrue.statements;
  if (!only || 0 < more.length) return false;
  const value = only.kind === 'return' || only.kind === 'expression' ? only.value : undefined;
  if (only.kind === 'expression' && value?.kind === 'assign') return false;
  return value !== undefined && isAnswer(value);
}

function isAnswer(value: Code): boolean {
  if (value.kind === 'constant') return value.value !== null;
  if (value.kind === 'list')
    return 0 < value.items.length && value.items.every((item) => isLiteral(item));
  return isLiteral(value);
}
