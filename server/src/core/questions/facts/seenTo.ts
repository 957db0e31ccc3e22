import type { Code, Try } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { doneIn } from '../../code/say.ts';
import type { Fate } from './silentBody.ts';

/** Whether what stands around a `try` deals with a failure that its catch drops. */
export function isSeenTo(view: CodeView, tried: Try, fate: Fate): boolean {
  const behind = view.after(tried);
  const [next] = behind;
  // `session = null; try { session = open(); } catch … if (session == null)`
  const isAsked = next?.kind === 'if' && isAskedForNothing(tried.body, next.condition);
  if ((isAsked && fate.kind !== 'nothing') || isExplainedBefore(view, tried)) return true;
  if (fate.kind === 'nothing') return isJudged(view, tried, fate.value);
  if (fate.kind !== 'silent' || !tried.body.statements.some(givesBack)) return false;
  // Tried again and again, and in the end who called is told.
  const loop = view.enclosing(tried, 'loop');
  const last = loop && view.after(loop).at(-1);
  if (last?.kind === 'throw' || last?.kind === 'return') return true;
  // Another way to the answer.
  const other = behind.length === 0 ? behindParent(view, tried) : behind.at(-1);
  return other?.kind === 'return' && other.value?.kind === 'call' && 0 < other.value.args.length;
}

/** What an `if` goes on to where the `try` is all that is in it. */
function behindParent(view: CodeView, tried: Try): Code | undefined {
  const around = view.enclosing(tried, 'if');
  return around && view.after(around).at(-1);
}

function givesBack(statement: Code): boolean {
  if (statement.kind === 'return') return statement.value !== undefined;
  return (
    statement.kind === 'if' && statement.whenTrue.statements.some(({ kind }) => kind === 'return')
  );
}

function isAskedForNothing(body: Code, condition: Code): boolean {
  const isOfNothing =
    condition.kind === 'binary' &&
    /^(?:={2,3}|is)$/.test(condition.operator) &&
    condition.right.kind === 'constant' &&
    condition.right.value === null;
  const isNot = condition.kind === 'unary' && condition.operator === '!';
  const asked = isNot ? condition.operand : isOfNothing ? condition.left : undefined;
  if (asked?.kind !== 'name') return false;
  for (const node of doneIn(body)) {
    if (node.kind !== 'assign' || node.target.kind !== 'name') continue;
    if (node.target.name === asked.name) return true;
  }
  return false;
}

/** A comment in front of it says why it may fail. */
function isExplainedBefore(view: CodeView, tried: Try): boolean {
  return view.comments.some(
    ({ start, end, text }) =>
      start < tried.start && view.text.slice(end, tried.start).trim() === '' && WHY.test(text),
  );
}

const WHY =
  /\b(?:because|since|ignor\w*|optional\w*|best.effort|may fail|might fail|can fail|try-catch|incorrectly|not supported|never throws?)\b/i;

/** The function says yes where all went well and no where it did not, and nothing else. */
function isJudged(view: CodeView, tried: Try, value: Code): boolean {
  const owner = view.enclosing(tried, 'function');
  if (value.kind !== 'constant' || value.value !== false || !owner?.body) return false;
  let isYes = false;
  for (const node of doneIn(owner.body)) {
    if (node.kind !== 'return' || !node.value) continue;
    if (node.value.kind !== 'constant' || node.value.value === null) return false;
    isYes ||= node.value.value;
  }
  return isYes;
}
