import type { CodeView } from '../../code/codeView.ts';
import type { Code, FunctionCode } from '../../code/code.ts';
import { lastWord } from '../../code/say.ts';
import type { RuleContext } from '../rule.ts';
import { filled, handedOn } from './filling.ts';
import { isNumericType } from './numericType.ts';
import { originIn, ownerWord, type Holdings, type Origin } from './origin.ts';
import { outsideNamesOf, type OutsideNames } from './outsideNames.ts';
import { requestParams } from './outsideParams.ts';
import { namesOf, variablesOf } from './variables.ts';

/** What in a block comes from outside. */
export interface Outside {
  /** Where text in a value comes from; undefined where it is not known to come from outside. */
  textIn(code: Code): Origin | undefined;
  /** The same, also for what is only a number of it. */
  valueIn(code: Code): Origin | undefined;
}

/** More nodes than this of one value are not looked at. */
const MAX_NODES = 500;
const MAX_NAMES = 8;

const known = new WeakMap<CodeView, Outside>();

/**
 * Follows what a request, a message or the command line brings through the block: variables that are
 * set from it, text that is built with it, parts that are taken out of it. Every name is what it was
 * last set to above; what a call that is not known gives is not outside.
 */
export function outsideOf(context: RuleContext): Outside {
  const { view } = context;
  const found = known.get(view) ?? follow(context);
  known.set(view, found);
  return found;
}

function follow({ view, language }: RuleContext): Outside {
  const names = outsideNamesOf(language);
  const holdings: Holdings = new Map();
  const valueIn = (code: Code): Origin | undefined => originIn(code, names, holdings);
  const hold = (name: string, from: number, origin: Origin | undefined): void => {
    const list = holdings.get(name) ?? [];
    holdings.set(name, list);
    if (origin === undefined && list.length === 0) list.push({ from, origin });
    else list.push({ from, origin: origin && through(origin, name) });
  };
  const handed = new Map<Code, Origin>();
  const enter = (one: FunctionCode): void => {
    const given = handed.get(one);
    for (const param of one.params) {
      for (const name of [param.name, ...namesOf(param.pattern)]) {
        if (name !== undefined) hold(name, one.start, given);
      }
    }
    if (one.name !== undefined && /^[mM]ain$/.test(one.name)) {
      for (const param of one.params) {
        const isWords = param.name !== undefined && /\[\]|String|\*\*/.test(param.type ?? '');
        if (isWords && param.name !== undefined)
          hold(param.name, one.start, { kind: 'process', from: param, isNumber: false, names: [] });
      }
    }
    for (const { name, param, isNumber } of requestParams(view, one, names, language)) {
      hold(name, one.start, { kind: 'request', from: param, isNumber, names: [] });
    }
  };
  const own = view.all('function', 'declare', 'assign', 'loop', 'call', 'binary');
  const [first] = own;
  const outer = first ? view.around(first) : [];
  for (const one of outer.toReversed()) if (one.kind === 'function') enter(one);
  for (const node of own) {
    switch (node.kind) {
      case 'function':
        enter(node);
        break;
      case 'declare':
      case 'assign': {
        const { target, value } = node;
        if (!value) {
          if (node.kind === 'declare')
            for (const name of namesOf(target)) hold(name, node.end, undefined);
          break;
        }
        const isNumeric = node.kind === 'declare' && isNumericType(node.type);
        const origin = valueIn(value) ?? takenApart(target, value, names);
        const isAdded = node.kind === 'assign' && /^(?:\+|\.|\|\||\?\?|<<)=$/.test(node.operator);
        if (!origin && isAdded) break;
        for (const name of namesOf(target)) {
          const isKept = !origin && node.kind === 'assign' && !isRemade(view, node, name, value);
          if (!isKept)
            hold(name, node.end, origin && (isNumeric ? { ...origin, isNumber: true } : origin));
        }
        break;
      }
      case 'loop': {
        const origin = node.iterable && valueIn(node.iterable);
        for (const name of namesOf(node.variable)) hold(name, node.body.start, origin);
        break;
      }
      case 'call':
        for (const [one, origin] of handedOn(node, valueIn)) handed.set(one, origin);
        for (const { name, origin } of filled(node, names, valueIn)) hold(name, node.end, origin);
        break;
      case 'binary':
        // `std::cin >> name`
        if (node.operator === '>>' && lastWord(node.left) === 'cin') {
          for (const name of namesOf(node.right)) {
            const isNumber = variablesOf(view).get(name)?.isNumeric ?? false;
            hold(name, node.end, { kind: 'process', from: node.left, isNumber, names: [] });
          }
        }
        break;
      default:
        break;
    }
  }
  return {
    valueIn,
    textIn: (code: Code) => {
      const origin = valueIn(code);
      return origin?.isNumber ? undefined : origin;
    },
  };
}

/** Tells what is read from outside from other things, so that each is asked about once. */
export function originKey(view: CodeView, { from }: Origin, value: Code): string {
  // A parameter may hold several fields.
  const isOne =
    from.kind !== 'param' ||
    from.type === undefined ||
    /^&?(?:\w+::)*(?:[Ss]tring|str)\b/.test(from.type);
  return isOne ? String(from.start) : `${from.start} ${view.flat(value)}`;
}

function through(origin: Origin, name: string): Origin {
  if (origin.names.includes(name) || MAX_NAMES <= origin.names.length) return origin;
  return { ...origin, names: [...origin.names, name] };
}

/** A name is cleaned where it is made anew from itself, or set on every way. */
function isRemade(view: CodeView, assign: Code, name: string, value: Code): boolean {
  if (view.enclosing(assign, 'if', 'loop', 'switch', 'catch') === undefined) return true;
  const nodes: Code[] = [value];
  for (let node = nodes.pop(), i = 0; node && i < MAX_NODES; node = nodes.pop(), i++) {
    if (node.kind === 'name' && node.name === name) return true;
    if (node.kind === 'call') nodes.push(node.callee, ...node.args);
    else if (node.kind === 'member') nodes.push(node.object);
    else if (node.kind === 'binary') nodes.push(node.left, node.right);
  }
  return false;
}

/** `const { body } = req` takes what is outside out of what is not. */
function takenApart(target: Code, value: Code, names: OutsideNames): Origin | undefined {
  if (target.kind !== 'pattern') return undefined;
  const word = ownerWord(value);
  const isRequest = names.request.test(word);
  const members = isRequest
    ? names.ofRequest
    : names.context.test(word)
      ? names.ofContext
      : undefined;
  if (!members) return undefined;
  const isOutside = target.parts.some(
    (part) =>
      (isRequest && part.kind === 'pattern') || namesOf(part).some((name) => members.has(name)),
  );
  return isOutside ? { kind: 'request', from: value, isNumber: false, names: [] } : undefined;
}
