import type { Body, Case, Code, Conditional, FunctionCode, If, Switch } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { bare, doneIn, lastWord, methodOf, plainText } from '../../code/say.ts';
import { givenOf } from '../facts/givenData.ts';
import { isWrittenAnswer, itemsOf, specimenOf, type Specimen } from '../facts/specimens.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, quoted } from '../words.ts';
import { specialCasedInputExamples } from './examples/specialCasedInputExamples.ts';

const ADDRESS = /^[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,30}$/;
const PERSON_ID = /^(?:user|customer|account|client|employee|order|tenant|member|owner)_?id$/i;
const EQUAL_CALL =
  /^(?:equals|equalsIgnoreCase|Equals|SequenceEqual|DeepEqual|deepEqual|eql\?|equal\?|isEqual|array_equal|is_equal|Equal|EqualFold|strictEqual|eq_ignore_ascii_case)$/;
const COMPARE_CALL = /^(?:strcmp|strcasecmp|compare|compareTo|CompareTo|Compare|CompareOrdinal)$/;
/** What is measured, where two of them are asked for at once. */
const MEASURE = /^(?:width|height|length|depth|base|side|day|month|year|hours?|minutes?|row|col)$/i;
/** So many of one name are a table that is written as branches. */
const MAX_OF_A_WORD = 1;
const MAX_SURE = 3;

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
    const found: Found[] = [];
    for (const one of view.all('if', 'conditional')) {
      const special = specialIn(view, one.condition);
      if (special && !special.isPerson && isOneOfMany(view, one, special)) continue;
      if (special && (special.isPerson || isAnsweredByHand(view, one, special)))
        found.push({ at: one, special });
    }
    for (const one of view.all('switch')) found.push(...casesOf(view, one));
    for (const { at, special } of found) {
      const alike = found.filter((other) => other.special.name === special.name);
      const isTable =
        special.look === 'sure' ? MAX_SURE < alike.length : MAX_OF_A_WORD < alike.length;
      if (isTable && !alike.every((other) => other.special.isNumber)) continue;
      yield {
        at,
        about: { name: inBackticks(special.name), value: quoted(view, special.value) },
      };
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
  examples: specialCasedInputExamples,
};

interface Found {
  readonly at: Code;
  readonly special: Special;
}

interface Special {
  readonly name: string;
  readonly value: Code;
  readonly look: Specimen;
  readonly isNumber: boolean;
  /** Somebody in particular: whatever is done then, it is done for one. */
  readonly isPerson: boolean;
}

/** A choice of two written answers, or one of a chain that asks for the same again and again. */
function isOneOfMany(view: CodeView, one: If | Conditional, { name, look }: Special): boolean {
  if (one.kind === 'conditional') return false;
  const { otherwise } = one;
  if (otherwise?.kind === 'body' && isAnswerOf(otherwise, true) && isAnswerOf(one.whenTrue, true))
    return view.parentOf(one)?.kind !== 'if' && look !== 'word';
  let count = 0;
  let top: Code = one;
  for (const node of view.around(one)) {
    if (node.kind !== 'if' || node.otherwise !== top) break;
    top = node;
  }
  for (let node: Code | undefined = top; node?.kind === 'if'; node = node.otherwise) {
    if (comparesName(view, node.condition, name)) count++;
  }
  return MAX_SURE < count;
}

function comparesName(view: CodeView, condition: Code, name: string): boolean {
  return [...doneIn(condition)].some(
    (node) =>
      node.kind === 'binary' &&
      /^={2,3}$/.test(node.operator) &&
      view.flat(node.left).endsWith(name) &&
      plainText(node.right) !== undefined,
  );
}

/** A comparison with one value, by itself or with others; all of them where one of them is enough. */
function specialIn(view: CodeView, code: Code): Special | undefined {
  if (code.kind === 'binary' && code.operator === '||') {
    const left = specialIn(view, code.left);
    return left && specialIn(view, code.right) && left;
  }
  if (code.kind === 'binary' && code.operator === '&&')
    return pairOf(view, code) ?? specialIn(view, code.left) ?? specialIn(view, code.right);
  return membership(view, code) ?? specialOf(view, code);
}

/** `a === 2 && b === 3`: all that the function is given is asked for at once. */
function pairOf(view: CodeView, code: Code): Special | undefined {
  if (code.kind !== 'binary') return undefined;
  const [left, right] = [code.left, code.right].map((side) => compared(side));
  if (!left || !right) return undefined;
  const names = [givenOf(view, left[0]), givenOf(view, right[0])];
  const [one, other] = [left[1], right[1]];
  const isUsual = (value: Code): boolean => value.kind !== 'number' || value.value < 2;
  const isNumbers = one.kind === 'number' && other.kind === 'number';
  if (!isNumbers || !names.every((each) => each?.kind === 'data' || MEASURE.test(each?.name ?? '')))
    return undefined;
  const [first, second] = names;
  if (!first || first.name === second?.name || (isUsual(one) && isUsual(other))) return undefined;
  return { name: first.name, value: one, look: 'word', isNumber: true, isPerson: false };
}

/** `n in (97, 101)`, `[97, 101].includes(n)`. */
function membership(view: CodeView, code: Code): Special | undefined {
  let one: Code | undefined;
  let list: Code | undefined;
  if (code.kind === 'binary' && code.operator === 'in') [one, list] = [code.left, code.right];
  if (
    code.kind === 'call' &&
    /^(?:includes|contains|Contains|include\?|has)$/.test(methodOf(code))
  ) {
    one = code.args[0];
    list = code.callee.kind === 'member' ? code.callee.object : undefined;
  }
  const items = list && itemsOf(bare(list));
  const [first] = items ?? [];
  if (!one || !items || !first || 4 < items.length) return undefined;
  const specials = items.map((item) => fitting(view, one, item));
  return specials.every((special) => special?.isNumber === true || special?.look === 'sure')
    ? specials[0]
    : undefined;
}

/** A comparison of what the function was given with a value of its own kind. */
function specialOf(view: CodeView, code: Code): Special | undefined {
  const pair = compared(code);
  if (!pair) return undefined;
  for (const [one, value] of [pair, [pair[1], pair[0]]] as const) {
    const person = personIn(one, value);
    if (person !== undefined)
      return { name: person, value, look: 'sure', isNumber: false, isPerson: true };
    const special = fitting(view, one, value);
    if (special) return special;
  }
  return undefined;
}

function fitting(view: CodeView, one: Code, value: Code): Special | undefined {
  const look = specimenOf(value);
  const given = look && givenOf(view, one);
  if (!look || !given) return undefined;
  const isNumber = value.kind === 'number';
  const isLarge = value.kind === 'number' && 999 < value.value;
  const isFit =
    given.kind === 'data' ||
    (given.kind === 'code' && (isNumber ? isLarge : look === 'sure')) ||
    (given.kind === 'part' && !isNumber && look === 'sure');
  return isFit ? { name: given.name, value, look, isNumber, isPerson: false } : undefined;
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
    if (!/^(?:={2,3}|is)$/.test(code.operator)) return undefined;
    const left = bare(code.left);
    // `strcmp(a, "b") == 0`.
    const isZero = code.right.kind === 'number' && code.right.value === 0;
    if (isZero && left.kind === 'call' && COMPARE_CALL.test(methodOf(left))) return pairIn(left);
    return [left, bare(code.right)];
  }
  if (code.kind === 'unary' && code.operator === '!') {
    const { operand } = code;
    return operand.kind === 'call' && /^strcmp$/.test(methodOf(operand))
      ? pairIn(operand)
      : undefined;
  }
  return code.kind === 'call' && EQUAL_CALL.test(methodOf(code)) ? pairIn(code) : undefined;
}

function pairIn({
  args,
  callee,
}: Code & { readonly kind: 'call' }): readonly [Code, Code] | undefined {
  const [first, second] = args;
  // A second one may say how to compare.
  const isStatic = first && second && !(plainText(first) !== undefined && callee.kind === 'member');
  if (isStatic && second.kind !== 'member') return [bare(first), bare(second)];
  return first && callee.kind === 'member' ? [bare(callee.object), bare(first)] : undefined;
}

/** Cases of a switch that have their answer written down, where the others work theirs out. */
function casesOf(view: CodeView, one: Switch): readonly Found[] {
  const { subject, cases } = one;
  if (!subject) return [];
  const answers = cases.filter((each) => isAnswerOf(each.body, true));
  const isWorkedOut =
    cases.some((each) => !isAnswerOf(each.body, true) && 0 < each.body.statements.length) ||
    (!cases.some(({ tests }) => tests.length === 0) && isWorkedOutBehind(view, one));
  const found = answers.flatMap((each) => ofCase(view, subject, each));
  const nOthers = cases.filter(({ tests }) => 0 < tests.length).length - found.length;
  return isWorkedOut && found.length <= 2 && nOthers <= 2 ? found : [];
}

function ofCase(view: CodeView, subject: Code, { tests }: Case): readonly Found[] {
  const [value, ...others] = tests;
  const special =
    value && others.length === 0 ? fitting(view, bare(subject), bare(value)) : undefined;
  return value && special ? [{ at: value, special: { ...special, isNumber: true } }] : [];
}

/** The branch gives an answer that is written in the code, and the function goes on to work one out. */
function isAnsweredByHand(view: CodeView, one: If | Conditional, special: Special): boolean {
  if (one.kind === 'conditional') {
    const isOne = isWrittenAnswer(one.whenTrue) && !isWrittenAnswer(one.otherwise);
    return isOne && (special.isNumber || special.look === 'sure');
  }
  const isSure = special.look === 'sure' || special.isNumber;
  if (!isAnswerOf(one.whenTrue, special.look === 'sure')) return false;
  return !isSure || one.otherwise !== undefined || isWorkedOutBehind(view, one);
}

/** One statement that gives what is written there; with `isSet` it may also set a variable to it. */
function isAnswerOf({ statements }: Body, isSet: boolean): boolean {
  const [only, ...more] = statements.filter(
    (each) => !(each.kind === 'jump' && each.word === 'break'),
  );
  if (!only || 0 < more.length) return false;
  const value = only.kind === 'return' || only.kind === 'expression' ? only.value : undefined;
  if (only.kind === 'expression' && value?.kind === 'assign')
    return (
      isSet && value.operator === '=' && value.value !== undefined && isWrittenAnswer(value.value)
    );
  return value !== undefined && isWrittenAnswer(value);
}

/** The function has loops, or gives something that is not written in it. */
function isWorkedOutBehind(view: CodeView, one: Code): boolean {
  const fn = view.around(one).find((each): each is FunctionCode => each.kind === 'function');
  if (!fn?.body) return false;
  for (const node of doneIn(fn.body)) {
    if (node.start < one.end && node.kind !== 'conditional') continue;
    if (node.kind === 'loop' || node.kind === 'comprehension') return true;
    if (node.kind === 'return' && node.value && !isWrittenAnswer(node.value)) {
      return node.value.kind !== 'constant';
    }
  }
  return false;
}
