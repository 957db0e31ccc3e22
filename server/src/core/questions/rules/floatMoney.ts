import type { Binary, Code } from '../../code/code.ts';
import {
  bare,
  calleeOf,
  dotted,
  everythingIn,
  lastWord,
  methodOf,
  receiverOf,
} from '../../code/say.ts';
import type { CodeView } from '../../code/codeView.ts';
import { createDeclaredTypes, type DeclaredTypes } from '../facts/declaredTypes.ts';
import { moneyIn, namedBy } from '../facts/money.ts';
import { addedMoney, doublesOfMoney, moneyFields, parsedMoney } from '../facts/moneyFields.ts';
import { answerOf, isNegativeZero, isNotANumber } from '../facts/notANumber.ts';
import { nameWords } from '../facts/nameWords.ts';
import { isEcmascript } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { effectAt, inBackticks, quoted, shortened } from '../words.ts';
import { floatMoneyExamples } from './examples/floatMoney.ts';

/** Numbers with a point: compared for being the same, or used for money. */
export const floatMoney: Rule = {
  id: 'float-money',
  row: 18,
  title: 'Money and equality in floating point',
  severity: 'normal',
  concern: 'logic',
  weight: 3,
  cwe: [682, 1339],
  kind: 'question',
  isOn: true,
  absent: {},
  looksAround: true,
  *find(context: RuleContext): Iterable<Trigger> {
    if (context.isTest) return;
    const types = createDeclaredTypes(context);
    yield* strangeNumbers(context);
    yield* inexactDecimals(context);
    yield* equalFloats(context, types);
    yield* money(context, types);
    yield* kept(context, types);
  },
  ask: ({ code, effect, line }) => `Line ${line}: ${code ?? ''} ${effect ?? ''}`,
  obligations: ['numeric', 'boundary', 'property'],
  page: {
    why: 'Floating point cannot hold most decimal fractions: 0.1 + 0.2 is not 0.3. Equality fails where it should hold, and sums of money are off by a cent that somebody must explain.',
    instead:
      'Compare with a tolerance. Keep money as whole cents, or in a decimal type, and round once, at a place you can name.',
    sources: ['CWE-682, CWE-1339'],
  },
  examples: floatMoneyExamples,
};

const FLOAT_TYPE =
  /^(?:const )?(?:float|double|f32|f64|float32|float64|Float|Double|long double|Single)(?: ?&|\?)?$/;

function isFraction(code: Code): boolean {
  return code.kind === 'number' && code.isFloat && !Number.isInteger(code.value);
}

/** Has a part like `0.1`, or divides what is of a floating type. */
function isFloating(code: Code, types: DeclaredTypes): boolean {
  if (code.kind === 'cast' && FLOAT_TYPE.test(code.type)) return true;
  const one = bare(code);
  if (one.kind === 'number') return isFraction(one);
  if (one.kind === 'binary') {
    return (
      /^[-+*/]$/.test(one.operator) && (isFloating(one.left, types) || isFloating(one.right, types))
    );
  }
  if (one.kind === 'unary') return isFloating(one.operand, types);
  return FLOAT_TYPE.test(types.typeOf(one) ?? '');
}

/** `x === NaN`, `case NaN:`, `list.indexOf(NaN)`, `x === -0`: none of them does what it says. */
function* strangeNumbers({ view, language }: RuleContext): Iterable<Trigger> {
  for (const one of view.all('binary')) {
    const answer = answerOf(one);
    if (answer === undefined) continue;
    const sides = [one.left, one.right];
    if (sides.some((side) => isNotANumber(side))) {
      const effect = isIdentity(one.operator)
        ? 'asks for that one object, and other NaNs are not it. Was a test for NaN meant?'
        : `is ${String(answer)} for every value, also for NaN itself. Was a test for NaN meant?`;
      yield effectAt(view, one, effect);
    } else if (sides.some((side) => isNegativeZero(side)) && !isIdentity(one.operator)) {
      const effect = 'sees no sign of zero: it is the same as with 0. Was -0 alone meant?';
      yield effectAt(view, one, effect);
    }
  }
  if (!isEcmascript(language)) return;
  const never = 'finds nothing, because NaN is not equal to itself. Was a test for NaN meant?';
  for (const { tests } of view.all('case')) {
    for (const test of tests) if (isNotANumber(test)) yield effectAt(view, test, never);
  }
  for (const call of view.all('call')) {
    const [first] = call.args;
    if (first && /^(?:lastI|i)ndexOf$/.test(methodOf(call)) && isNotANumber(first))
      yield effectAt(view, call, never);
  }
}

/** `new BigDecimal(0.1)`, `Decimal(0.1)`: made of a fraction that was not exact before. */
function* inexactDecimals({ view, language }: RuleContext): Iterable<Trigger> {
  if (!/^(?:java|python|ruby)$/.test(language)) return;
  for (const call of view.all('call')) {
    if (!/^(?:BigDecimal|Decimal)$/.test(methodOf(call))) continue;
    const [first] = call.args;
    const number = first?.kind === 'unary' ? first.operand : first;
    if (!number || !isFraction(number) || isExact(number)) continue;
    const effect = 'takes the fraction as it was rounded before. Is the number meant, as a text?';
    yield effectAt(view, call, effect);
  }
}

/** Halves, quarters and the like lose nothing. */
function isExact(code: Code): boolean {
  return code.kind === 'number' && Number.isInteger(code.value * 1024);
}

/** Python's `is` asks which object it is. */
function isIdentity(operator: string): boolean {
  return operator.startsWith('is');
}

/** `a + b === 0.3`, `x == y` of two doubles. */
function* equalFloats({ view }: RuleContext, types: DeclaredTypes): Iterable<Trigger> {
  for (const one of view.all('binary')) {
    if (!/^[=!]==?$/.test(one.operator)) continue;
    const { left, right } = one;
    if ([left, right].some((side) => isNotANumber(side))) continue;
    if (isPlainConstant(left) || isPlainConstant(right) || view.flat(left) === view.flat(right))
      continue;
    const isComputed = [left, right].some(
      (side) => bare(side).kind === 'binary' && isArithmetic(bare(side)),
    );
    const hasFraction = isFraction(left) || isFraction(right);
    const areFloats = isFloating(left, types) && isFloating(right, types);
    const isSum =
      isComputed &&
      (isFloating(left, types) || isFloating(right, types) || isMoneySum(left, right));
    if (!hasFraction && !areFloats && !isSum) continue;
    if (isExactOnPurpose(view, one)) continue;
    yield {
      at: one,
      about: {
        code: quoted(view, one),
        effect: 'compares fractions exactly. May rounding make them differ?',
      },
    };
  }
}

const ON_PURPOSE =
  /approx|almost|close|near|^operator|^Equals$|^equals$|hash|whole|integer|changed/i;

/** In what decides whether two values are the same, beside a tolerance, or to ask for a whole number. */
function isExactOnPurpose(view: CodeView, { left, right }: Binary): boolean {
  const owner = view.enclosing(left, 'function');
  if (owner && ON_PURPOSE.test(owner.name ?? '')) return true;
  const [a, b] = [bare(left), bare(right)];
  // `seconds == (int) seconds`, `frexp(x) == 0.5`
  const isCast = [a, b].some((side) => side.kind === 'cast');
  return isCast || (isExact(a) && isFraction(a)) || (isExact(b) && isFraction(b));
}

function isPlainConstant(code: Code): boolean {
  if (code.kind === 'unary') return isPlainConstant(code.operand);
  return (
    (code.kind === 'number' && Number.isInteger(code.value)) ||
    code.kind === 'constant' ||
    code.kind === 'text'
  );
}

function isArithmetic(code: Code): boolean {
  return code.kind === 'binary' && /^[-+*/]$/.test(code.operator);
}

/** `total === price * rate`. */
function isMoneySum(left: Code, right: Code): boolean {
  return (
    [left, right].some((side) => moneyIn(namedBy(bare(side))) === 'sure') &&
    [left, right].some(hasMultiplication)
  );
}

function hasMultiplication(code: Code): boolean {
  const one = bare(code);
  return one.kind === 'binary' && /^[*/]$/.test(one.operator);
}

/** Money that is kept, read or summed as a number with a point; each name once. */
function* kept(context: RuleContext, types: DeclaredTypes): Iterable<Trigger> {
  const { view } = context;
  const floats = (code: Code): boolean => isFloating(code, types);
  const seen = new Set<string>();
  const isExact = usesExact(context);
  const found = [
    ...[...moneyFields(context)].map((one) => ({ ...one, effect: KEPT })),
    ...[...doublesOfMoney(context, floats)].map((one) => ({ ...one, effect: COMPUTED })),
    ...(isExact ? [] : [...parsedMoney(context)].map((one) => ({ ...one, effect: READ }))),
    ...(isExact ? [] : [...addedMoney(context)].map((one) => ({ ...one, effect: COMPUTED }))),
  ];
  for (const { at, name, effect } of found) {
    const words = `${name} ${view.lineOf(at)}`;
    if (seen.has(words)) continue;
    seen.add(words);
    yield { at, about: { code: inBackticks(shortened(name)), effect } };
  }
}

const KEPT = 'is money kept in floating point. Is being off by a cent all right here?';
const READ = 'is money read as floating point. Is being off by a cent all right here?';
const COMPUTED = 'is computed in floating point. Is being off by a cent all right here?';

/** The block, or an import, knows decimals or whole cents. */
function usesExact({ view, outline }: RuleContext): boolean {
  const whole = view.all('function')[0] ?? view.all('body')[0];
  return (
    outline.imports.some(
      ({ module, names }) => EXACT.test(module) || names.some(({ name }) => EXACT.test(name)),
    ) ||
    (whole !== undefined && EXACT.test(view.textOf(whole)))
  );
}

const EXACT =
  /\b(?:BigDecimal|Decimal|decimal|bigdecimal|BigNumber|bignumber|Big|Dinero|dinero|Money|bcmul|bcadd|bcdiv|currency|big\.Rat|rust_decimal|shopspring|toCents|toMinor|to_cents|\w*[cC]ents)\b/;

function* money(context: RuleContext, types: DeclaredTypes): Iterable<Trigger> {
  const { view, language } = context;
  const isExact = usesExact(context);
  const seen = new Set<string>();
  for (const one of view.all('binary', 'assign', 'call')) {
    const found =
      one.kind === 'call'
        ? isShown(view.parentOf(one))
          ? undefined
          : rounded(one, language)
        : isExact
          ? undefined
          : computed(context, one, types);
    if (!found || seen.has(found)) continue;
    seen.add(found);
    const isMade = one.kind === 'call';
    if (isMade && isExact) continue;
    const effect = isMade
      ? 'is money cut to two places as text. Is half a cent rounded as it must be?'
      : 'is computed in floating point. Is being off by a cent all right here?';
    yield { at: one, about: { code: inBackticks(shortened(found)), effect } };
  }
}

/** `price.toFixed(2)` that is computed with afterwards: `Number(total.toFixed(2))`. */
function rounded(call: Code, language: RuleContext['language']): string | undefined {
  if (call.kind !== 'call' || !isEcmascript(language) || methodOf(call) !== 'toFixed') {
    return undefined;
  }
  const receiver = receiverOf(call);
  if (!receiver) return undefined;
  for (const node of everythingIn(receiver)) {
    if (node.kind !== 'name' && node.kind !== 'member') continue;
    if (moneyIn(lastWord(node)) === 'sure' && isArithmetic(bare(receiver))) return lastWord(node);
    if (moneyIn(lastWord(node)) !== undefined && node === receiver) return lastWord(node);
  }
  return undefined;
}

/** Put into a text that people read. */
function isShown(parent: Code | undefined): boolean {
  const isJoined = parent?.kind === 'binary' && parent.operator === '+';
  return (
    isJoined ||
    parent?.kind === 'text' ||
    parent?.kind === 'element' ||
    parent?.kind === 'attribute'
  );
}

const TYPED = /^(?:go|rust|java|csharp|cpp)$/;

/** The name of the money that a computation makes or takes. */
function computed(
  { language, view }: RuleContext,
  one: Code,
  types: DeclaredTypes,
): string | undefined {
  const sum = sumOf(one);
  if (!sum || isRounded(view, one)) return undefined;
  const { left, right, operator } = sum;
  const sides = [left, right]
    .filter((side): side is Code => side !== undefined)
    .map((side) => bare(side));
  if (sides.some((side) => side.kind === 'text')) return undefined;
  const holder = one.kind === 'binary' ? holderOf(view.parentOf(one)) : undefined;
  const names = [...sides.flatMap((side) => factorsOf(side, 2)), ...(holder ? [holder] : [])];
  const named = names.map((side) => ({ side, name: namedBy(side) }));
  const money =
    named.find(({ name }) => moneyIn(name) === 'sure') ??
    named.find(({ name }) => moneyIn(name) === 'maybe');
  if (!money) return undefined;
  const isSure = named.some(({ name }) => moneyIn(name) === 'sure');
  const isScaled = operator === '*' || operator === '/' || operator === '%';
  const isIntoFloat = holder !== undefined && isFloating(holder, types);
  const areFloats =
    isIntoFloat || [left, right].some((side) => side !== undefined && isFloating(side, types));
  const isRated = named.some(({ name }) => isRate(name)) || sides.some((side) => hasRate(side, 2));
  const isMade = sides.some(
    (side) =>
      side.kind === 'call' &&
      /^(?:float|parseFloat|floatval|to_f|Number)$/.test(methodOf(side) || calleeOf(side)),
  );
  const hasQuantity = named.some(({ name }) =>
    /^(?:quantity|qty|count|units|hours|nights|days|quantities)$/i.test(
      nameWords(name).at(-1) ?? '',
    ),
  );
  if (TYPED.test(language)) {
    const isFloat =
      areFloats || named.some(({ side }) => FLOAT_TYPE.test(types.typeOf(side) ?? ''));
    const isBacked = isSure || isRated || hasQuantity || sides.some((side) => isFraction(side));
    return isFloat && isBacked && (isScaled || isSure) ? money.name : undefined;
  }
  if (isScaled && (areFloats || isRated || isMade)) return money.name;
  if (isScaled && isSure && (hasQuantity || operator === '/') && isEcmascript(language))
    return money.name;
  return areFloats && isSure ? money.name : undefined;
}

interface Sum {
  readonly left: Code;
  readonly right: Code | undefined;
  readonly operator: string;
}

function sumOf(one: Code): Sum | undefined {
  if (one.kind === 'binary') return isSum(one) ? one : undefined;
  if (one.kind !== 'assign' || !/^[-+*/]=$/.test(one.operator)) return undefined;
  return { left: one.target, right: one.value, operator: one.operator.slice(0, 1) };
}

function isSum(one: Binary): boolean {
  return /^[-+*/]$/.test(one.operator);
}

/** What a computation is put into. */
function holderOf(parent: Code | undefined): Code | undefined {
  if (
    (parent?.kind === 'declare' || parent?.kind === 'assign') &&
    dotted(parent.target) !== undefined
  ) {
    return parent.target;
  }
  return undefined;
}

/** `Math.round(price * rate)` gives whole units; divided again, it does not. */
function isRounded(view: RuleContext['view'], one: Code): boolean {
  const call = view.parentOf(one);
  if (call?.kind !== 'call' || call.args.length !== 1) return false;
  if (!/^(?:Math\.(?:round|floor|ceil|trunc)|round)$/.test(calleeOf(call))) return false;
  const outer = view.parentOf(call);
  return outer?.kind !== 'binary' || outer.operator !== '/';
}

/** What is multiplied in it: `price` and `quantity` of `price * quantity`. */
function factorsOf(code: Code, depth: number): readonly Code[] {
  const one = bare(code);
  if (one.kind !== 'binary' || depth === 0 || !/^[*/]$/.test(one.operator)) return [one];
  return [...factorsOf(one.left, depth - 1), ...factorsOf(one.right, depth - 1)];
}

/** `1 + rate / 100`. */
function hasRate(code: Code, depth: number): boolean {
  const one = bare(code);
  if (one.kind !== 'binary' || depth === 0) return isRate(namedBy(one));
  return hasRate(one.left, depth - 1) || hasRate(one.right, depth - 1);
}

function isRate(name: string): boolean {
  return nameWords(name).some((word) =>
    /^(?:rate|percent|percentage|factor|ratio|pct|vat)$/.test(word),
  );
}
