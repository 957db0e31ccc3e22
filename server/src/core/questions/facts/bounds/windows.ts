import type { Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { bare, everythingIn, receiverOf } from '../../../code/say.ts';
import type { LanguageId } from '../../languageId.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { effectAt, quoted } from '../../words.ts';
import { countingLoops, lengthOf } from '../lengths.ts';
import { isNumber, type ValueOf } from './loops.ts';

/** `for i in range(len(xs) - n): xs[i : i + n]`: the last run of `n` is left out. */
export function* windows({ view, language }: RuleContext, valueOf: ValueOf): Iterable<Trigger> {
  for (const loop of countingLoops(view, language)) {
    const to = bare(loop.to);
    if (loop.isInclusive || !isNumber(loop.from, 0)) continue;
    if (to.kind !== 'binary' || to.operator !== '-') continue;
    const held = to.left.kind === 'name' ? valueOf(to.left.name) : undefined;
    const of = lengthOf(to.left) ?? (held && lengthOf(held));
    // One less than the length is for neighbours.
    if (!of || isNumber(to.right, 1) || isNumber(to.right, 0)) continue;
    const run = { things: view.flat(of), from: loop.variable, size: view.flat(to.right) };
    if (takesRuns(view, loop.body, run, language))
      yield effectAt(view, loop.at, `leaves out the last run of ${quoted(view, to.right)}`);
  }
}

interface Run {
  readonly things: string;
  readonly from: string;
  readonly size: string;
}

/** Whether a body takes so many of the things from the variable on. */
function takesRuns(view: CodeView, body: Code, run: Run, language: LanguageId): boolean {
  const ends = [
    `${run.from} + ${run.size}`,
    `${run.size} + ${run.from}`,
    `${run.from}+${run.size}`,
  ];
  for (const node of everythingIn(body)) {
    const bounds = boundsOf(node);
    if (!bounds) continue;
    const [object, from, to] = bounds;
    if (view.flat(object) !== run.things || view.flat(from) !== run.from) continue;
    const end = view.flat(to);
    if (ends.includes(end) || (end === run.size && COUNTS.has(language))) return true;
  }
  return false;
}

/** Languages whose slices say how many they take. */
const COUNTS: ReadonlySet<LanguageId> = new Set<LanguageId>(['csharp', 'cpp', 'php', 'ruby']);

/** What is cut, from where, and to where or how much of it. */
function boundsOf(node: Code): readonly [Code, Code, Code] | undefined {
  if (node.kind === 'index' && node.index?.kind === 'interval') {
    const { from, to } = node.index;
    return from && to ? [node.object, from, to] : undefined;
  }
  if (node.kind !== 'call') return undefined;
  const [first, second, third] = node.args;
  if (first && second && third) return [first, second, third];
  const receiver = receiverOf(node);
  return receiver && first && second ? [receiver, first, second] : undefined;
}
