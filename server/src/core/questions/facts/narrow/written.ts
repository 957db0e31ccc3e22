import type { Binary, Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { effectAt } from '../../words.ts';

/** A whole number that is written out, and whether it has 64 bits. */
interface Whole {
  readonly value: number;
  readonly isLong: boolean;
  /** Some step was too large for 32 bits, before anything made it wider. */
  readonly isCut: boolean;
}

/** `24 * 60 * 60 * 1000 * 1000` of ints, `2 / 3` of whole numbers: the answer is another one than it seems. */
export function* writtenNumbers({ view, language }: RuleContext): Iterable<Trigger> {
  const hasInts = language === 'java' || language === 'cpp';
  const dividesWhole = /^(?:java|cpp|csharp|go|rust)$/.test(language);
  for (const one of view.all('binary')) {
    const parent = view.parentOf(one);
    if (hasInts && /^[-+*]$/.test(one.operator) && !isStep(parent)) {
      const whole = wholeOf(view, one, MAX_DEPTH);
      if (whole?.isCut === true)
        yield effectAt(view, one, 'is computed in 32 bits and does not fit. Is a `long` meant?');
    }
    if (dividesWhole && isNought(view, one))
      yield effectAt(view, one, 'is always 0, as both are whole numbers. Is a fraction wanted?');
  }
}

function isStep(parent: Code | undefined): boolean {
  return parent?.kind === 'binary' && /^[-+*]$/.test(parent.operator);
}

/** `1 / 2` */
function isNought(view: CodeView, { operator, left, right }: Binary): boolean {
  if (operator !== '/' || !isInt(view, left) || !isInt(view, right)) return false;
  return left.kind === 'number' && right.kind === 'number' && left.value < right.value;
}

function isInt(view: CodeView, code: Code): boolean {
  return code.kind === 'number' && !code.isFloat && /^[\d_']+[lLuU]*$/.test(view.textOf(code));
}

/** Nobody writes longer ones by hand. */
const MAX_DEPTH = 40;

function wholeOf(view: CodeView, code: Code, depth: number): Whole | undefined {
  if (depth === 0) return undefined;
  if (code.kind === 'number') {
    if (!isInt(view, code)) return undefined;
    return { value: code.value, isLong: /[lLuU]$/.test(view.textOf(code)), isCut: false };
  }
  if (code.kind === 'cast') {
    const inner = wholeOf(view, code.value, depth - 1);
    return inner && { ...inner, isLong: code.type !== 'int' };
  }
  if (code.kind !== 'binary') return undefined;
  const [left, right] = [wholeOf(view, code.left, depth - 1), wholeOf(view, code.right, depth - 1)];
  const value = left && right && answerOf(code.operator, left.value, right.value);
  if (!left || !right || value === undefined) return undefined;
  const isLong = left.isLong || right.isLong;
  const isCut = left.isCut || right.isCut || (!isLong && 2 ** 31 <= Math.abs(value));
  return { value, isLong, isCut };
}

function answerOf(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case '*':
      return left * right;
    case '+':
      return left + right;
    case '-':
      return left - right;
    default:
      return undefined;
  }
}
