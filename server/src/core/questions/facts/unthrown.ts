import type { Body, Code } from '../../code/code.ts';
import { everythingIn, methodOf } from '../../code/say.ts';
import type { Range } from '../../text/range.ts';
import type { RuleContext } from '../rule.ts';
import { type Assertion, mayFail } from './assertions.ts';
import { failsItself, isFailing } from './failing.ts';
import type { TestCase } from './testCases.ts';

const EXPECTED = /^_?expected/i;

/** An error is waited for, and nothing fails where it does not come: `try { f(); } catch (E expected) { }`. */
export function unthrownIn(
  { view }: RuleContext,
  test: TestCase,
  its: readonly Assertion[],
): readonly Code[] {
  const found: Code[] = [];
  for (const one of view.all('try')) {
    if (one.start < test.start || test.end < one.end || one.finally) continue;
    const [only, ...more] = one.catches;
    const [last] = one.body.statements.slice(-1);
    // Only the last step may be what is to fail.
    if (!only || 0 < more.length || last?.kind !== 'expression') continue;
    const isIn = ({ start, end }: Range, { at }: Assertion): boolean =>
      start <= at.start && at.end <= end;
    const isWaited = EXPECTED.test(only.name ?? '') || its.some((each) => isIn(only.body, each));
    const isLooped = view.around(one).some(({ kind }) => kind === 'loop');
    const isAsserted = its.some((each) => isIn(one.body, each)) || isCounted(test);
    if (!isWaited || isLooped || isAsserted || leaves(one.body) || leaves(only.body)) continue;
    if (test.marks.some(({ text }) => /expected/i.test(text))) continue;
    const behind = view.after(one);
    if (behind.some((each) => failsItself(each) || mayFailIn(each))) continue;
    found.push(last);
  }
  return found;
}

/** `expect.assertions(1)`: the runner makes sure that they were reached. */
function isCounted({ body }: TestCase): boolean {
  for (const node of everythingIn(body)) {
    if (node.kind !== 'call') continue;
    if (/^(?:assertions|hasAssertions|plan)$/.test(methodOf(node))) return true;
  }
  return false;
}

/** It fails or ends the test itself, or keeps what came for later. */
function leaves(body: Body): boolean {
  for (const node of everythingIn(body)) {
    if (isFailing(node) || node.kind === 'return' || node.kind === 'throw') return true;
    if (node.kind === 'assign' || node.kind === 'jump') return true;
  }
  return false;
}

function mayFailIn(code: Code): boolean {
  for (const node of everythingIn(code)) if (node.kind === 'call' && mayFail(node)) return true;
  return false;
}
