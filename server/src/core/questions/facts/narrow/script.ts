import type { Code } from '../../../code/code.ts';
import { bare, calleeOf, lastWord, methodOf } from '../../../code/say.ts';
import type { CodeView } from '../../../code/codeView.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { effectAt, quoted } from '../../words.ts';
import { FITS } from './casts.ts';

const PARSE_INT = /^(?:Number\.|window\.|globalThis\.)?parseInt$/;

/** Numbers in JavaScript: 32 bits, bases, big integers. */
export function* inScript({ view }: RuleContext): Iterable<Trigger> {
  let saidBase = false;
  for (const call of view.all('call')) {
    const name = calleeOf(call);
    const [first, second] = call.args;
    if (PARSE_INT.test(name) && first && !second) {
      if (isArithmetic(bare(first))) {
        yield effectAt(
          view,
          call,
          `reads a number as text, which fails for very large and small ones. ${FITS}`,
        );
      } else if (!saidBase && !isDigits(view, call, first)) {
        // Once is enough: it is a habit.
        saidBase = true;
        yield {
          ...effectAt(view, call, 'says no base, so "0x10" is 16. Is base 10 meant?'),
          severity: 'low',
        };
      }
    }
    const isWritten = /^(?:write|set)U?[iI]nt(?:8|16|32)(?:BE|LE)?$/.test(methodOf(call));
    const value = methodOf(call).startsWith('set') ? second : first;
    if (isWritten && value?.kind === 'call' && /^Date\.now$|\.getTime$/.test(calleeOf(value)))
      yield effectAt(
        view,
        call,
        `has no room for ${quoted(view, value)}, which has 41 bits. ${FITS}`,
      );
    if (PARSE_INT.test(name) && (!first || (second && isNoBase(second)))) {
      yield effectAt(
        view,
        call,
        `${first ? 'has no base between 2 and 36' : 'is given no text'}, so it may give NaN. Is base 10 meant?`,
      );
    }
    if (methodOf(call) === 'map' && first?.kind === 'name' && first.name === 'parseInt') {
      yield effectAt(view, call, 'gives `parseInt` each index as its base. Is base 10 meant?');
    }
    const isBig = name === 'Number' && first?.kind === 'call' && GIVES_BIG.test(methodOf(first));
    if (isBig) yield effectAt(view, call, `loses digits above 2^53. ${FITS}`);
  }
  // Who reckons with bits wants 32 of them.
  const hasBits =
    1 < view.all('binary').filter(({ operator }) => /^(?:<<|>>>?|[&|^])$/.test(operator)).length;
  for (const one of view.all('binary')) {
    const { operator, left, right } = one;
    if (
      operator === '|' &&
      right.kind === 'number' &&
      right.value === 0 &&
      (isWideInScript(left) || !hasBits) &&
      !/Math\.random\(\)/.test(view.textOf(left))
    ) {
      yield effectAt(view, one, `cuts ${quoted(view, left)} to 32 bits. ${FITS}`);
    }
    const isCutUnsigned = operator === '>>>' && right.kind === 'number' && right.value === 0;
    if (isCutUnsigned && isWideInScript(left)) {
      yield effectAt(view, one, `cuts ${quoted(view, left)} to 32 bits. ${FITS}`);
    }
    if (
      operator === '<<' &&
      right.kind === 'number' &&
      (31 <= right.value || (8 <= right.value && isMoment(left)))
    ) {
      yield effectAt(view, one, `cuts ${quoted(view, left)} to 32 bits. ${FITS}`);
    }
  }
  for (const one of view.all('unary')) {
    const { operand } = one;
    if (
      one.operator === '~' &&
      operand.kind === 'unary' &&
      operand.operator === '~' &&
      isWideInScript(operand.operand)
    ) {
      yield effectAt(view, one, `cuts ${quoted(view, operand.operand)} to 32 bits. ${FITS}`);
    }
  }
}

/** Only whether it is a number is asked, or a pattern let nothing but digits through. */
function isDigits(view: CodeView, call: Code, first: Code): boolean {
  const parent = view.parentOf(call);
  if (parent?.kind === 'call' && /^(?:Number\.)?isNaN$/.test(calleeOf(parent))) return true;
  if (first.kind !== 'name') return false;
  return view
    .around(call)
    .some(
      (one) =>
        one.kind === 'call' &&
        methodOf(one) === 'replace' &&
        /\\d/.test(one.args[0] ? view.textOf(one.args[0]) : ''),
    );
}

const GIVES_BIG =
  /^(?:BigInt|getBigU?[iI]nt64|readBigU?I(?:nt)64(?:LE|BE)|readBigUInt64(?:LE|BE))$/i;

/** Times, sizes and amounts of which 32 bits are too few; not what bits are reckoned with. */
function isWideInScript(code: Code): boolean {
  const one = bare(code);
  if (one.kind === 'call') {
    return (
      /^(?:Date\.now|performance\.now)$/.test(calleeOf(one)) ||
      /^(?:getTime|valueOf)$/.test(methodOf(one)) ||
      calleeOf(one) === 'Number'
    );
  }
  if (one.kind === 'binary')
    return /^[-+*/]$/.test(one.operator) && (isWideInScript(one.left) || isWideInScript(one.right));
  return /(?:time|timestamp|millis|ms|bytes|size|total|amount|price|balance|id|now|cents|elapsed|duration|uptime)$/i.test(
    lastWord(one),
  );
}

/** Milliseconds since some day, which have 40 bits and more. */
function isMoment(code: Code): boolean {
  const one = bare(code);
  if (one.kind === 'call')
    return /^Date\.now$/.test(calleeOf(one)) || /^getTime$/.test(methodOf(one));
  if (one.kind === 'binary') return /^[-+]$/.test(one.operator) && isMoment(one.left);
  return /^(?:now|timestamp|millis|time)$|(?:Timestamp|Millis|_ms|TimeMs|Now)$/.test(lastWord(one));
}

function isArithmetic(code: Code): boolean {
  return code.kind === 'binary' && /^[-*/]$/.test(code.operator);
}

/** `null`, `true`, `"ten"`, 1, 37: written out, and no base. */
function isNoBase(code: Code): boolean {
  if (code.kind === 'number') return !(2 <= code.value && code.value <= 36);
  return code.kind === 'constant' || code.kind === 'text';
}
