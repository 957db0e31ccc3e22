import type { FunctionCode } from '../../code/code.ts';
import { everythingIn, methodOf } from '../../code/say.ts';
import type { RuleContext } from '../rule.ts';

/** More functions of the file than this are not looked into for one block. */
const MAX_HELPERS = 12;

/** Functions of the same file that a block calls and its committed self did not. */
export function newHelpers({ view, before, outline }: RuleContext): readonly FunctionCode[] {
  const old = new Set(before?.all('call').map(methodOf));
  const names = new Set(
    view
      .all('call')
      .map(methodOf)
      .filter((name) => name !== '' && !old.has(name)),
  );
  return [...names].flatMap((name) => outline.functionsNamed(name)).slice(0, MAX_HELPERS);
}

/** The texts of the conditions and the names of the calls in such functions, names in conditions blanked. */
export function helperKeys(
  context: RuleContext,
  conditionKey: (text: string) => string,
): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const helper of newHelpers(context)) {
    if (!helper.body) continue;
    for (const node of everythingIn(helper.body)) {
      if (node.kind === 'call') keys.add(methodOf(node));
      else if (node.kind === 'if') keys.add(conditionKey(context.view.textOf(node.condition)));
      else if (node.kind === 'binary' || node.kind === 'unary') {
        keys.add(conditionKey(context.view.textOf(node)));
      }
    }
  }
  return keys;
}
