import type { Call, Code } from '../../code/code.ts';
import { chainOf } from './chain.ts';
import type { Outline } from '../outline.ts';
import type { RuleContext } from '../rule.ts';

const REQUEST =
  /^(?:requests\.(?:get|post|put|patch|delete|head|options|request)|(?:urllib\.request\.|urllib2\.)?urlopen)$/;

/** A call that waits for another machine as long as it takes, because nothing says otherwise. */
export function isEndless({ view, language, outline }: RuleContext, call: Call): boolean {
  if (language === 'go') return /^http\.(?:Get|Post|PostForm|Head)$/.test(chainOf(call));
  if (language !== 'python' || !REQUEST.test(importedName(outline, chainOf(call)))) return false;
  const isLimited = call.args.some((arg) => isLimit(arg, outline));
  return !isLimited && view.enclosing(call, 'function')?.isAsync !== true;
}

function isLimit(arg: Code, outline: Outline): boolean {
  if (arg.kind === 'named') {
    const isNothing = arg.value.kind === 'constant' && arg.value.value === null;
    return arg.name === 'timeout' && !isNothing;
  }
  return arg.kind === 'spread' && !isWithoutTimeout(arg.value, outline);
}

/** A dictionary of the file that is seen to have no limit. */
function isWithoutTimeout(code: Code, { variables }: Outline): boolean {
  if (code.kind !== 'name') return false;
  const values = variables.flatMap((one) => {
    if (one.kind !== 'declare' && one.kind !== 'assign') return [];
    return one.target.kind === 'name' && one.target.name === code.name ? [one.value] : [];
  });
  const [only] = values;
  return values.length === 1 && only?.kind === 'dict' && only.entries.length === 0;
}

/** `requests.get` for `get` and `r.get`, as the file imports them. */
function importedName({ imports }: Outline, chain: string): string {
  const [root = ''] = chain.split('.', 1);
  for (const { module, names } of imports) {
    const found = names.find(({ local }) => local === root);
    if (!found) continue;
    const whole = module.split('.').at(-1) === found.name ? module : `${module}.${found.name}`;
    return `${whole}${chain.slice(root.length)}`;
  }
  return chain;
}
