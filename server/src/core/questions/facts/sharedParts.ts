import type { Assign, Code, Declare } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { calleeOf, methodOf } from '../../code/say.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';
import { namesOf } from './variables.ts';
import { writesOf } from './writesOf.ts';

/** What all entries of a new list or dictionary share: `[[]] * 3`, `Array(3).fill([])`; undefined elsewhere. */
export function sharedEntry(code: Code, language: LanguageId): Code | undefined {
  if (code.kind === 'binary' && code.operator === '*' && language === 'python') {
    const list = code.left.kind === 'list' ? code.left : code.right;
    const [only, ...more] = list.kind === 'list' ? list.items : [];
    const isNested =
      only?.kind === 'list' ||
      only?.kind === 'dict' ||
      (only?.kind === 'binary' && only.operator === '*' && only.left.kind === 'list');
    return isNested && more.length === 0 ? only : undefined;
  }
  if (code.kind !== 'call') return undefined;
  const [first, second] = code.args;
  const name = calleeOf(code);
  if (isEcmascript(language) && methodOf(code) === 'fill' && code.args.length === 1)
    return first && isFresh(first) ? first : undefined;
  if (language === 'python' && /^dict\.fromkeys$/.test(name))
    return second && isFresh(second) ? second : undefined;
  if (language !== 'ruby' || !(code.isNew || methodOf(code) === 'new')) return undefined;
  const held = /(?:^|\.)Array(?:\.new)?$/.test(name)
    ? second
    : /(?:^|\.)Hash(?:\.new)?$/.test(name)
      ? first
      : undefined;
  return held && isFresh(held) && held.kind !== 'function' ? held : undefined;
}

function isFresh(code: Code): boolean {
  if (code.kind === 'list' || code.kind === 'dict') return true;
  return code.kind === 'call' && code.isNew && /^(?:Map|Set|Array|Object)$/.test(methodOf(code));
}

/** Where a variable gets a shallow copy of something: `{ ...order }`, `order.copy()`, `clone $order`. */
export function shallowCopy(view: CodeView, name: string, at: Code): Declare | Assign | undefined {
  for (const one of writesOf(view, name)) {
    if (at.start <= one.start) break;
    if (one.value && isShallow(one.value)) return one;
  }
  return undefined;
}

function isShallow(value: Code): boolean {
  if (value.kind === 'dict') {
    const [first] = value.entries;
    return first?.kind === 'spread' && value.entries.length === 1;
  }
  if (value.kind === 'list') {
    const [first] = value.items;
    return first?.kind === 'spread' && value.items.length === 1;
  }
  if (value.kind !== 'call') return false;
  const name = calleeOf(value);
  const [first, second, ...more] = value.args;
  if (name === 'Object.assign')
    return (
      first?.kind === 'dict' &&
      first.entries.length === 0 &&
      second?.kind === 'name' &&
      more.length === 0
    );
  if (/^(?:copy\.copy|dict|list|Array\.from|_\.clone)$/.test(name))
    return first?.kind === 'name' && second === undefined;
  return (
    value.callee.kind === 'member' &&
    value.callee.object.kind === 'name' &&
    /^(?:copy|dup|clone)$/.test(methodOf(value)) &&
    value.args.length === 0 &&
    value.callee.object.name !== 'copy'
  );
}

/** React's state: `items` of `const [items, setItems] = useState([])`. */
export function stateNames(view: CodeView): ReadonlySet<string> {
  const found = known.get(view) ?? readStateNames(view);
  known.set(view, found);
  return found;
}

const known = new WeakMap<CodeView, ReadonlySet<string>>();

function readStateNames(view: CodeView): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { target, value } of [...view.all('declare'), ...declaredAround(view)]) {
    if (value?.kind !== 'call' || !/^(?:useState|useReducer|useContext)$/.test(methodOf(value)))
      continue;
    const [first, setter] = target.kind === 'pattern' ? namesOf(target) : [];
    // What nobody can set anew is no state: `const [queue] = useState(() => new Queue())`.
    const isKept = setter === undefined && /^useState$/.test(methodOf(value));
    if (first !== undefined && !isKept) names.add(first);
  }
  return names;
}

/** What the functions around the block declare at their top. */
function declaredAround(view: CodeView): readonly Declare[] {
  const [first] = view.all('function');
  return (first ? view.around(first) : []).flatMap((one) =>
    one.kind === 'function' && one.body
      ? one.body.statements.flatMap((each) => (each.kind === 'declare' ? [each] : []))
      : [],
  );
}

const MEANT_FIXED =
  /^(?:DEFAULT|INITIAL|BASE|EMPTY|TEMPLATE)|(?:DEFAULTS?|OPTIONS|SETTINGS|TEMPLATE|HEADERS|PRESETS?)$|^(?:defaults|default[A-Z]\w*|default_\w+|initial[A-Z]\w*|initial_\w+)$/;

/** Whether a name stands for values of the whole program that nobody is to change. */
export function isMeantFixed(name: string): boolean {
  return MEANT_FIXED.test(name);
}
