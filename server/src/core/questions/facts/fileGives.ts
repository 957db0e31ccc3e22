import type { Call, Code, FunctionCode } from '../../code/code.ts';
import { doneIn } from '../../code/say.ts';
import type { RuleContext } from '../rule.ts';
import { originIn, type Given, type Holdings, type Origin, type Sources } from './origin.ts';
import type { OutsideNames } from './outsideNames.ts';
import { namesOf } from './variables.ts';

/** Longer functions do more than reading or reshaping, and more of them are not looked into. */
const MAX_NODES = 400;
const MAX_HELPERS = 12;

interface Gives {
  /** Where what it gives comes from, whatever it is given. */
  readonly own: Origin | undefined;
  /** Which of its arguments are in what it gives. */
  readonly args: ReadonlySet<number>;
}

const NOTHING: Gives = { own: undefined, args: new Set() };

/**
 * What calls of the same file's functions give: a value that they read from outside, or one that they
 * only reshape. A function that asks or refuses anything gives nothing here: it may be the check.
 */
export function givenBy(
  { language, outline }: RuleContext,
  names: OutsideNames,
): (code: Code) => Given | undefined {
  const known = new Map<string, Gives>();
  const givesOf = (name: string, count: number): Gives => {
    const found = known.get(name);
    if (found) return found;
    if (MAX_HELPERS <= known.size) return NOTHING;
    known.set(name, NOTHING);
    const helpers = outline.functionsNamed(name);
    const [helper] = helpers;
    const isIt = helper?.body && helpers.length === 1 && count <= helper.params.length;
    const gives = isIt ? read(helper, { ...EMPTY, language, names }) : NOTHING;
    known.set(name, gives);
    return gives;
  };
  return (code: Code) => {
    const name = calledName(code);
    if (name === undefined || (code.kind === 'name' && language !== 'ruby')) return undefined;
    const args = code.kind === 'call' ? code.args : [];
    const gives = givesOf(name, args.length);
    if (!gives.own && gives.args.size === 0) return undefined;
    return { own: gives.own, args: args.filter((_, i) => gives.args.has(i)) };
  };
}

const EMPTY = {
  holdings: new Map(),
  requests: new Set<string>(),
  contexts: new Set<string>(),
  given: (): undefined => undefined,
};

/** `clean(name)`, `this.clean(name)`; Ruby's `file_params` is a name. */
function calledName(code: Code): string | undefined {
  if (code.kind === 'name') return code.name;
  if (code.kind !== 'call' || code.isNew) return undefined;
  return nameOf(code);
}

function nameOf({ callee }: Call): string | undefined {
  if (callee.kind === 'name') return callee.name;
  const isOwn =
    callee.kind === 'member' &&
    callee.object.kind === 'name' &&
    /^(?:this|self|[a-z])$/.test(callee.object.name);
  return isOwn ? callee.name : undefined;
}

function read(helper: FunctionCode, sources: Sources): Gives {
  const holdings: Holdings = new Map();
  const known: Sources = { ...sources, holdings };
  const at = new Map<Code, number>();
  for (const [i, param] of helper.params.entries()) {
    at.set(param, i);
    const origin: Origin = { kind: 'request', from: param, isNumber: false, names: [] };
    for (const name of [param.name, ...namesOf(param.pattern)]) {
      if (name !== undefined) holdings.set(name, [{ from: helper.start, origin }]);
    }
  }
  const args = new Set<number>();
  let own: Origin | undefined;
  let left = MAX_NODES;
  for (const node of helper.body ? doneIn(helper.body) : []) {
    if (--left < 0 || ASKING.has(node.kind)) return NOTHING;
    if (node.kind === 'declare' || node.kind === 'assign') {
      const origin = node.value && originIn(node.value, known);
      for (const name of namesOf(node.target)) {
        const list = holdings.get(name) ?? [];
        holdings.set(name, list);
        if (origin || node.kind === 'declare' || node.operator === '=')
          list.push({ from: node.end, origin });
      }
    } else if (node.kind === 'return' && node.value) {
      const origin = originIn(node.value, known);
      const place = origin && at.get(origin.from);
      if (place !== undefined && origin?.isNumber === false) args.add(place);
      else if (place === undefined) own ??= origin;
    }
  }
  return { own, args };
}

const ASKING: ReadonlySet<Code['kind']> = new Set([
  ...(['if', 'switch', 'throw', 'loop', 'conditional', 'try', 'yield', 'propagate'] as const),
]);
