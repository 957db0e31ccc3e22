import type { CodeView } from '../../code/codeView.ts';
import type { Code, CodeOf, FunctionCode } from '../../code/code.ts';
import { lastWord } from '../../code/say.ts';
import type { RuleContext } from '../rule.ts';
import { givenBy } from './fileGives.ts';
import { cleanedBy, filled, handedOn, streamed } from './filling.ts';
import { sentTo } from './messages.ts';
import { isNumericType } from './numericType.ts';
import {
  originIn,
  ownerWord,
  placeOf,
  type Holdings,
  type Origin,
  type Sources,
} from './origin.ts';
import { outsideNamesOf } from './outsideNames.ts';
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

function follow(context: RuleContext): Outside {
  const { view, language } = context;
  const names = outsideNamesOf(language);
  const holdings: Holdings = new Map();
  const requests = new Set<string>();
  const contexts = new Set<string>();
  const given = givenBy(context, names);
  const sources: Sources = { language, names, holdings, requests, contexts, given };
  const valueIn = (code: Code): Origin | undefined => originIn(code, sources);
  const hold = (name: string, from: number, origin: Origin | undefined): void => {
    const list = holdings.get(name) ?? [];
    holdings.set(name, list);
    if (origin === undefined && list.length === 0) list.push({ from, origin });
    else list.push({ from, origin: origin && through(origin, name) });
  };
  const handed = new Map<Code, Origin>();
  const enter = (one: FunctionCode): void => {
    const origin = handed.get(one);
    for (const param of one.params) {
      for (const name of [param.name, ...namesOf(param.pattern)]) {
        if (name !== undefined) hold(name, one.start, origin);
      }
      const { name, type = '' } = param;
      if (name === undefined) continue;
      if (names.requestTypes.test(type)) requests.add(name);
      else if (names.contextTypes.test(type)) contexts.add(name);
    }
    if (one.name !== undefined && /^[mM]ain$/.test(one.name)) {
      for (const param of one.params) {
        const isWords = param.name !== undefined && /\[\]|String|\*\*/.test(param.type ?? '');
        if (isWords && param.name !== undefined)
          hold(param.name, one.start, { kind: 'process', from: param, isNumber: false, names: [] });
      }
    }
    const sent = sentTo(view, one, language);
    for (const { name, param, isNumber } of [
      ...requestParams(view, one, names, language),
      ...sent,
    ]) {
      hold(name, one.start, { kind: 'request', from: param, isNumber, names: [] });
    }
  };
  const own = view.all('function', 'declare', 'assign', 'loop', 'call', 'binary', 'case');
  const [first] = own;
  const outer = first ? view.around(first) : [];
  for (const one of outer.toReversed()) if (one.kind === 'function') enter(one);
  for (const node of own) {
    switch (node.kind) {
      case 'function':
        enter(node);
        break;
      case 'declare':
      case 'assign':
        follows(node);
        break;
      case 'loop': {
        const origin = node.iterable && (valueIn(node.iterable) ?? fromSocket(node.iterable));
        for (const name of namesOf(node.variable)) hold(name, node.body.start, origin);
        break;
      }
      case 'case': {
        const parent = view.parentOf(node);
        const origin =
          parent?.kind === 'switch' && parent.subject ? valueIn(parent.subject) : undefined;
        if (origin) bind(node.tests, node.start, origin);
        break;
      }
      case 'call':
        if (language === 'cpp') {
          const name = cleanedBy(node);
          if (name !== undefined && holdings.has(name)) hold(name, node.end, undefined);
        }
        for (const [one, origin] of handedOn(node, valueIn)) handed.set(one, origin);
        for (const { name, origin } of filled(node, names, valueIn)) hold(name, node.end, origin);
        break;
      case 'binary': {
        if (node.operator === 'matches' || node.operator === 'instanceof') {
          const origin = valueIn(node.left);
          if (origin) bind([node.right], node.right.start, origin);
        }
        const added = streamed(view, node, valueIn);
        if (added) hold(added.name, node.end, added.origin);
        // `std::cin >> name`
        if (node.operator === '>>' && lastWord(node.left) === 'cin') {
          for (const name of namesOf(node.right)) {
            const isNumber = variablesOf(view).get(name)?.isNumeric ?? false;
            hold(name, node.end, { kind: 'process', from: node.left, isNumber, names: [] });
          }
        }
        break;
      }
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

  function follows(node: CodeOf<'declare' | 'assign'>): void {
    const { target, value } = node;
    if (!value) {
      // `TryGetValue("n", out var n)` has just filled it.
      const isFilled = view.parentOf(node)?.kind === 'call';
      if (node.kind === 'declare' && !isFilled)
        for (const name of namesOf(target)) hold(name, node.end, undefined);
      return;
    }
    const type = node.kind === 'declare' ? node.type : undefined;
    const origin = typed(valueIn(value) ?? takenApart(target, value, sources), type);
    const isAdded = node.kind === 'assign' && /^(?:\+|\.|\|\||\?\?|<<)=$/.test(node.operator);
    if (!origin && isAdded) return;
    const isErrorToo = target.kind === 'pattern' && language === 'go';
    const places = target.kind === 'member' || target.kind === 'index';
    const place = places ? placeOf(target) : undefined;
    if (target.kind === 'index' && place === undefined) {
      // `names[] = …`, `fields[key] = …`: the list holds it among others.
      const root = placeOf(target.object);
      if (root !== undefined && origin) hold(root, node.end, origin);
      return;
    }
    for (const name of place === undefined ? namesOf(target) : [place]) {
      if (isErrorToo && /^(?:err|ok|found|exists)$/.test(name)) continue;
      const isKept = !origin && node.kind === 'assign' && !isRemade(view, node, name, value);
      if (!isKept) hold(name, node.end, origin);
    }
  }

  function bind(tests: readonly Code[], from: number, origin: Origin): void {
    for (const name of tests.flatMap(namesOf)) if (/^[a-z_]/.test(name)) hold(name, from, origin);
  }
}

/** A number where it is declared as one, and text where it is declared as that. */
function typed(origin: Origin | undefined, type: string | undefined): Origin | undefined {
  if (!origin || type === undefined) return origin;
  if (isNumericType(type)) return { ...origin, isNumber: true };
  return /^(?:String|&?str|string)$/.test(type) ? { ...origin, isNumber: false } : origin;
}

/** `async for message in websocket` */
function fromSocket(list: Code): Origin | undefined {
  const isSocket = list.kind === 'name' && /^(?:web_?socket|ws|consumer)$/i.test(list.name);
  return isSocket ? { kind: 'request', from: list, isNumber: false, names: [] } : undefined;
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
function takenApart(
  target: Code,
  value: Code,
  { names, requests, contexts }: Sources,
): Origin | undefined {
  if (target.kind !== 'pattern') return undefined;
  const word = ownerWord(value);
  const isRequest = names.request.test(word) || requests.has(word);
  const members = isRequest
    ? names.ofRequest
    : names.context.test(word) || contexts.has(word)
      ? names.ofContext
      : undefined;
  if (!members) return undefined;
  const isOutside = target.parts.some(
    (part) =>
      (isRequest && part.kind === 'pattern') || namesOf(part).some((name) => members.has(name)),
  );
  return isOutside ? { kind: 'request', from: value, isNumber: false, names: [] } : undefined;
}
