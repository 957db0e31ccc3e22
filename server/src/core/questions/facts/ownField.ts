import type { Code } from '../../code/code.ts';
import { everythingIn } from '../../code/say.ts';
import type { RuleContext } from '../rule.ts';

/** Whether of `this.a` and `a` one is as good as the other: the class has a field `a`, and nothing else in the function is called so. */
export function isSameField({ view, language }: RuleContext, one: Code, other: Code): boolean {
  if (language !== 'java' && language !== 'csharp') return false;
  const [whole, bare] = one.kind === 'member' ? [one, other] : [other, one];
  if (whole.kind !== 'member' || bare.kind !== 'name' || whole.name !== bare.name) return false;
  if (whole.object.kind !== 'name' || whole.object.name !== 'this') return false;
  const around = view.around(one);
  const classes = around.filter((node) => node.kind === 'class');
  const [owner] = classes;
  if (owner?.kind !== 'class' || 1 < classes.length) return false;
  const isField = owner.members.some(
    (member) =>
      member.kind === 'declare' &&
      member.target.kind === 'name' &&
      member.target.name === bare.name,
  );
  const outermost = around.findLast((node) => node.kind === 'function');
  if (!isField || !outermost) return false;
  for (const node of everythingIn(outermost)) {
    if (node.kind === 'param' && node.name === bare.name) return false;
    if (node.kind === 'declare' && node.target.kind === 'name' && node.target.name === bare.name)
      return false;
  }
  return true;
}
