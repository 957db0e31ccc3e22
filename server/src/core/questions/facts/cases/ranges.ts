import type { Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { bare, dotted } from '../../../code/say.ts';

/** A condition that asks where a number lies. */
export interface InRange {
  readonly subject: Code;
  readonly words: string;
  /** The numbers that it is compared with. */
  readonly bounds: readonly Code[];
  readonly marks: readonly number[];
  holds(value: number): boolean;
}

/** `x < 10`, `10 <= x && x < 20`; undefined for all else. */
export function rangeOf(view: CodeView, condition: Code): InRange | undefined {
  const code = bare(condition);
  if (code.kind !== 'binary') return undefined;
  if (code.operator === '&&' || code.operator === '||') {
    const [left, right] = [rangeOf(view, code.left), rangeOf(view, code.right)];
    if (!left || left.words !== right?.words) return undefined;
    const isBoth = code.operator === '&&';
    return {
      subject: left.subject,
      words: left.words,
      bounds: [...left.bounds, ...right.bounds],
      marks: [...left.marks, ...right.marks],
      holds: (value) =>
        isBoth ? left.holds(value) && right.holds(value) : left.holds(value) || right.holds(value),
    };
  }
  const isTurned = numberOf(code.left) !== undefined;
  const [subject, bound] = isTurned ? [code.right, code.left] : [code.left, code.right];
  const mark = numberOf(bound);
  if (mark === undefined || dotted(subject) === undefined) return undefined;
  const compare = COMPARES.get(isTurned ? turned(code.operator) : code.operator);
  if (!compare) return undefined;
  return {
    subject,
    words: view.flat(subject),
    bounds: [bound],
    marks: [mark],
    holds: (value) => compare(value, mark),
  };
}

/** Whether there are numbers for which no condition holds; all conditions are about the same thing. */
export function haveGap(ranges: readonly InRange[]): boolean {
  const marks = [...new Set(ranges.flatMap((range) => range.marks))].sort((a, b) => a - b);
  const points = [
    (marks[0] ?? 0) - 1,
    ...marks.flatMap((mark, i) => [mark, (mark + (marks[i + 1] ?? mark + 2)) / 2]),
  ];
  return points.some((point) => !ranges.some((range) => range.holds(point)));
}

const COMPARES: ReadonlyMap<string, (value: number, mark: number) => boolean> = new Map([
  ['<', (value: number, mark: number) => value < mark],
  ['<=', (value: number, mark: number) => value <= mark],
  ['>', (value: number, mark: number) => mark < value],
  ['>=', (value: number, mark: number) => mark <= value],
]);

function turned(operator: string): string {
  return operator.startsWith('<')
    ? operator.replace('<', '>')
    : operator.startsWith('>')
      ? operator.replace('>', '<')
      : operator;
}

function numberOf(code: Code): number | undefined {
  if (code.kind === 'number' && Number.isFinite(code.value)) return code.value;
  const isMinus = code.kind === 'unary' && code.operator === '-';
  return isMinus && code.operand.kind === 'number' ? -code.operand.value : undefined;
}
