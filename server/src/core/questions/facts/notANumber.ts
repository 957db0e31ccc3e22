import type { Binary, Call, Code } from '../../code/code.ts';
import { bare, lastWord, methodOf, plainText } from '../../code/say.ts';

/** `NaN`, `Double.NaN`, `math.nan`, `f64::NAN`, `float('nan')`, `math.NaN()`. */
export function isNotANumber(code: Code): boolean {
  const one = bare(code);
  if (one.kind === 'call') return isMade(one);
  if (one.kind === 'unary' && /^[-+]$/.test(one.operator)) return isNotANumber(one.operand);
  return /^(?:NaN|NAN|nan)$/.test(lastWord(one));
}

function isMade(call: Call): boolean {
  const name = methodOf(call);
  if (/^(?:NaN|nan|nanf|nanl|quiet_NaN|signaling_NaN)$/.test(name)) return true;
  return /^(?:float|Decimal)$/.test(name) && /^[-+]?nan$/i.test(plainText(call.args[0]) ?? '');
}

/** `-0`, `-0.0`: as a number to compare with it is 0. */
export function isNegativeZero(code: Code): boolean {
  const one = bare(code);
  if (one.kind !== 'unary' || one.operator !== '-') return false;
  const { operand } = one;
  return operand.kind === 'number' && operand.value === 0;
}

/** What a comparison with NaN gives whatever the other side is; undefined for other operators. */
export function answerOf({ operator }: Binary): boolean | undefined {
  if (/^(?:!==?|is not)$/.test(operator)) return true;
  return /^(?:===?|is|[<>]=?)$/.test(operator) ? false : undefined;
}
