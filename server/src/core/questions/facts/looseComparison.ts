import type { Binary, Code } from '../../code/code.ts';
import { bare, lastWord, plainText } from '../../code/say.ts';
import type { RuleContext } from '../rule.ts';

/** A written text that no number and no list is turned into. */
export function isWordLike(code: Code): boolean {
  const text = plainText(code);
  return text !== undefined && /[^\s\d.,+-]/.test(text);
}

/** `!!x`, a comparison, or a name that was given one. */
export function isYesOrNo(
  { view, outline }: Pick<RuleContext, 'view' | 'outline'>,
  code: Code,
): boolean {
  const one = bare(code);
  if (one.kind === 'unary') return one.operator === '!';
  if (one.kind === 'binary') return /^(?:[<>=!]==?|[<>]|instanceof|in)$/.test(one.operator);
  if (one.kind !== 'name') return false;
  const given = [...view.all('declare'), ...outline.variables].find(
    (each) => each.kind === 'declare' && lastWord(each.target) === one.name,
  );
  const value = given?.kind === 'declare' ? given.value : undefined;
  return value !== undefined && value.kind !== 'name' && isYesOrNo({ view, outline }, value);
}

/** `eslint-disable-line eqeqeq`, or a comment beside it that speaks of the loose comparison. */
export function isAllowed({ view }: RuleContext, { start }: Binary): boolean {
  const line = view.lineOf({ start, end: start });
  return view.comments.some((comment) => {
    const distance = line - view.lineOf(comment);
    const isNear = 0 <= distance && distance <= 2;
    const isWhole = /eslint-disable\s+(?:[\w/, -]*\b)?eqeqeq/.test(comment.text);
    return isWhole || (isNear && /eqeqeq|loose|==(?!=)|weak compar/i.test(comment.text));
  });
}
