import type { Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import {
  bare,
  calleeOf,
  everythingIn,
  lastWord,
  methodOf,
  plainText,
  receiverOf,
} from '../../code/say.ts';
import { type DeclaredTypes, createDeclaredTypes } from '../facts/declaredTypes.ts';
import { bitsOf, isFloatType, isWholeType } from '../facts/numberTypes.ts';
import { type LanguageId, isEcmascript } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { effectAt } from '../words.ts';
import { FITS, casts, comparedNames, intValues, narrowDeclared } from '../facts/narrow/casts.ts';
import { compoundAssigns } from '../facts/narrow/compound.ts';
import { divisions } from '../facts/narrow/divisions.ts';
import { smallArrays } from '../facts/narrow/arrays.ts';
import { packedLengths } from '../facts/narrow/packed.ts';
import { commentBehind, isReason } from '../facts/saidWhy.ts';
import { narrowingExamples } from './examples/narrowing.ts';
import { inScript } from '../facts/narrow/script.ts';
import { writtenNumbers } from '../facts/narrow/written.ts';

/** A number is put where it may not fit, or loses its fraction. */
export const narrowing: Rule = {
  id: 'narrowing',
  row: 19,
  title: 'A number that may not fit',
  severity: 'normal',
  concern: 'logic',
  weight: 3,
  cwe: [190, 197, 681],
  kind: 'question',
  isOn: true,
  absent: {},
  looksAround: true,
  *find(context: RuleContext): Iterable<Trigger> {
    if (context.isTest) return;
    for (const one of found(context)) {
      if (!isReason(commentBehind(context.view, one.at))) yield one;
    }
  },
  ask: ({ code, effect, line }) => `Line ${line}: ${code ?? ''} ${effect ?? ''}`,
  obligations: ['numeric', 'boundary'],
  page: {
    why: 'A number that does not fit is cut without a word: it becomes another number, often a negative one, or loses its fraction. Nothing fails until the values grow.',
    instead:
      'Check the range first, or use the conversion that says when it does not fit. Divide as fractions where a fraction is wanted.',
    sources: ['CWE-190, CWE-197, CWE-681'],
  },
  examples: narrowingExamples,
};

function* found(context: RuleContext): Iterable<Trigger> {
  const types = createDeclaredTypes(context);
  const compared = comparedNames(context.view);
  yield* casts(context, types, compared);
  yield* divisions(context, types);
  if (isEcmascript(context.language)) yield* inScript(context);
  yield* cutFractions(context, types);
  yield* writtenNumbers(context);
  if (context.language === 'java') yield* compoundAssigns(context, types);
  yield* wideProducts(context, types);
  yield* middles(context);
  yield* packedLengths(context, compared);
  yield* smallArrays(context);
  yield* intValues(context, types);
  yield* absoluteHashes(context);
  if (context.language === 'cpp') yield* narrowDeclared(context, types, compared);
}

/** `int(price * 100)`: 19.99 * 100 is 1998.9999…, so a cent is lost. */
function* cutFractions({ view, language }: RuleContext, types: DeclaredTypes): Iterable<Trigger> {
  const cut = 'cuts the fraction, and 19.99 * 100 is a little less than 1999. Must it be rounded?';
  for (const call of view.all('call', 'cast', 'declare')) {
    const value = cutValue(call, language);
    if (!value) continue;
    if (isShare(view, value, language)) {
      const always = 'is always 0, as what is cut is less than 1. Are brackets missing?';
      yield effectAt(view, call, always);
      continue;
    }
    const one = value.kind === 'cast' ? value.value : value;
    if (one.kind !== 'binary') continue;
    // Moments are cut to what a clock shows.
    if (/\bTime\.now\b/.test(view.textOf(one))) continue;
    const { operator, left, right } = one;
    const isCents =
      operator === '*' &&
      [left, right].some(
        (side) => side.kind === 'number' && /^(?:100|1000)(?:\.0)?$/.test(view.flat(side)),
      );
    const amount = left.kind === 'number' ? right : left;
    const isWhole = call.kind === 'declare' && !isFloatType(types.typeOf(amount) ?? '');
    if (isCents && !isWhole && isAmount(amount)) yield effectAt(view, call, cut);
    const isLarge =
      language === 'python' &&
      operator === '/' &&
      !isWritten(left) &&
      !isWritten(right) &&
      calleeIs(call, 'int');
    if (isLarge)
      yield effectAt(
        view,
        call,
        'divides as a fraction first, which loses digits above 2^53. Is `//` meant?',
      );
  }
}

/** `Math.abs(key.hashCode())`: the smallest int has no positive one. */
function* absoluteHashes({ view, language }: RuleContext): Iterable<Trigger> {
  if (language !== 'java' && language !== 'csharp') return;
  for (const call of view.all('call')) {
    const [first] = call.args;
    if (!/^Math\.[aA]bs$/.test(calleeOf(call)) || first?.kind !== 'call' || first.args.length !== 0)
      continue;
    if (!/^(?:hashCode|GetHashCode|nextInt|nextLong)$/.test(methodOf(first))) continue;
    yield effectAt(view, call, 'has no value for the smallest int. May it be that one?');
  }
}

/** A random number from 0 to 1, or a fraction that is written out. */
function isShare(view: CodeView, value: Code, language: LanguageId): boolean {
  const one = bare(value);
  if (one.kind === 'number') return one.isFloat && 0 < one.value && one.value < 1;
  if (language === 'ruby' && one.kind === 'name') return one.name === 'rand';
  if (one.kind !== 'call' || one.args.length !== 0 || /^(?:cpp|php)$/.test(language)) return false;
  const isRandom =
    /^(?:random|nextDouble|nextFloat|NextDouble|NextSingle|Float64|Float32|rand)$/.test(
      methodOf(one),
    );
  // The source of random numbers is told by its name.
  return isRandom && /rand|rng|rnd|math|generator/i.test(view.flat(one.callee));
}

function calleeIs(code: Code, name: string): boolean {
  return code.kind === 'call' && calleeOf(code) === name;
}

function isWritten(code: Code): boolean {
  return code.kind === 'number';
}

function isAmount(code: Code): boolean {
  const one = bare(code);
  if (one.kind === 'call')
    return /^(?:float|parseFloat|floatval|Number|to_f|parseDouble)$/.test(methodOf(one));
  if (one.kind === 'index')
    return /price|amount|total|cost|tax|fee|balance/i.test(
      plainText(one.index) ?? lastWord(one.object),
    );
  return /price|amount|total|cost|tax|fee|balance|dollars|euros|usd|eur/i.test(lastWord(one));
}

/** What is cut to a whole number. */
function cutValue(code: Code, language: LanguageId): Code | undefined {
  if (code.kind === 'cast') return isWholeType(code.type) ? code.value : undefined;
  // C++ cuts without a word.
  if (code.kind === 'declare')
    return language === 'cpp' && isWholeType(code.type ?? '') ? code.value : undefined;
  if (code.kind !== 'call') return undefined;
  const name = calleeOf(code);
  if (language === 'ruby' && /^(?:to_i|floor|truncate)$/.test(methodOf(code)))
    return receiverOf(code);
  if (language === 'php' && /^\\?floor$/.test(name)) return code.args[0];
  return /^(?:int|int64|int32|intval|parseInt|Math\.floor|Math\.trunc|math\.floor|math\.trunc)$/.test(
    name,
  )
    ? code.args[0]
    : undefined;
}

/** `long ms = days * 24 * 60 * 60 * 1000` of ints: it is too late to widen. */
function* wideProducts({ view, language }: RuleContext, types: DeclaredTypes): Iterable<Trigger> {
  if (!/^(?:java|csharp|cpp)$/.test(language)) return;
  for (const { type, value } of view.all('declare')) {
    if (value?.kind !== 'binary' || value.operator !== '*' || bitsOf(language, type ?? '') !== 64)
      continue;
    if (isFloatType(type ?? '') || !isIntProduct(view, value, types)) continue;
    const isFixed = [...everythingIn(value)].every(
      ({ kind }) => kind === 'binary' || kind === 'number',
    );
    if (isFixed) continue;
    yield effectAt(view, value, `is multiplied in 32 bits and widened after that. ${FITS}`);
  }
}

function isIntProduct(view: CodeView, code: Code, types: DeclaredTypes): boolean {
  if (code.kind === 'binary') {
    const { operator, left, right } = code;
    return operator === '*' && isIntProduct(view, left, types) && isIntProduct(view, right, types);
  }
  if (code.kind === 'number') return !code.isFloat && !/[lLuU]$/.test(view.textOf(code));
  return types.typeOf(code) === 'int';
}

const LOWER = /^(?:lo|low|left|start|begin|l|first|min|from)$/i;
const UPPER = /^(?:hi|high|right|end|r|last|max|to)$/i;

/** `(low + high) / 2`: the sum may be larger than an int. */
function* middles({ view, language }: RuleContext): Iterable<Trigger> {
  if (!/^(?:java|csharp|cpp)$/.test(language)) return;
  for (const one of view.all('binary')) {
    const { operator, left, right } = one;
    if (operator !== '/' || right.kind !== 'number' || right.value !== 2) continue;
    if (left.kind !== 'binary' || left.operator !== '+') continue;
    if (!LOWER.test(lastWord(left.left)) || !UPPER.test(lastWord(left.right))) continue;
    yield effectAt(view, one, `adds before it divides, and the sum may be too large. ${FITS}`);
  }
}
