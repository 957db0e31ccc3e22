import type { Code, FunctionCode, Param } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { calleeOf, doneIn, everythingIn, lastWord, methodOf } from '../../code/say.ts';
import { changedBy, isOrdering } from '../facts/changing.ts';
import { functionName } from '../facts/functionName.ts';
import { isHandedOut, isTakenIn } from '../facts/handedOut.ts';
import { classFields, defaults } from '../facts/sharedDefaults.ts';
import { isMeantFixed, sharedEntry, shallowCopy, stateNames } from '../facts/sharedParts.ts';
import { namesOf } from '../facts/variables.ts';
import { writesOf } from '../facts/writesOf.ts';
import { isEcmascript } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, quoted } from '../words.ts';
import { sharedMutableExamples } from './examples/sharedMutableExamples.ts';

/** Functions that by their names only tell. */
const TELLS =
  /^(?:get|calculate|calc|compute|find|is|has|format|filter|total|sum|count|average|median|mean|max|min|search|list|describe|summari[sz]e|validate|check|sorted|top|first|last|largest|smallest|unique|group|percentile|rank|report|stats|with|without|to|as|enriched|discounted|Get|Calculate|Calc|Compute|Find|Is|Has|Format|Filter|Total|Sum|Count|Average|Median|Max|Min|Top|Validate|Check|Summarize|With|Without|To|Describe|Search|Largest|Smallest|First|Last)(?=[A-Z_\d?]|$)/;
/** Functions whose names say that they change what they are given. */
const ORDERS =
  /sort|order|reverse|shuffle|swap|rotate|partition|heap|permut|append|push|insert|add|set|update|merge|apply|fill|init|normali[sz]e|mutate|inplace|in_place|prune|trim|remove|delete|clear|pop|collect|visit|walk|!$/i;
const CHANGES =
  /^__|clean|sort|reverse|shuffle|append|push|insert|add|set|update|merge|apply|fill|init|mutate|inplace|prune|remove|delete|clear|attach|mark|assign|extend|mixin|patch|augment|enrich|decorate|annotate|register|link|bind|install|configure|define|wrap|setup|prepare|process|handle|load|read|parse|move|increment|decrease|increase|toggle|enable|disable|populate|hydrate|inherit|create|make|build|copy|clone|write|reset|resolve|ensure|emit|callback|visit|walk|traverse|transform|rewrite|replace|optimi[sz]e|normali[sz]e|finali[sz]e|upgrade|migrate|promise|node|ast|hook|plugin|save|store|cache|on[A-Z]|modify|adjust|alter|edit|inherited|included|extended|prepended|join|flush|run|do[A-Z_]|use|push|next|step|advance|schedule|complete|start|stop|begin|end|open|close/i;
const PARTICIPLE =
  /(^|[a-z_])(?:sort|order|revers|shuffl|filter|merg|updat|normali[sz]|trimm|clean|append)ed(?=[A-Z_\d]|$)/gi;
/** Handed over to be written to. */
const TO_FILL =
  /^(?:[a-z]|fn|acc\w*|result\w*|res|ret|out\w*|buf\w*|dst|dest\w*|target|cache|memo|visited|seen|ctx|context|req|request|response|draft|state|el|elem|element|node|event|e|ev|evt|self|this|cls|store|stack|queue|found|collected|errors?|errs|warnings|msgs|messages|params|map|set|obj|object|instance|model|w|writer|sb|builder|output|into|heap|dp|table|parent|env|scope|tmp|temp|args|kwargs|argv|opts|options|session|canvas|g|gl|view|window|document|xhr|socket|stream|db|conn|vnode|fiber|tree|graph)$/i;
/** The same without what a caller keeps: a function that says it gives one with something more is to leave these alone. */
const KEPT =
  /^(?:options|opts|params|args|map|set|obj|object|model|state|messages|errors?|table)$/i;

/** One thing is changed where others hold it too. */
export const sharedMutable: Rule = {
  id: 'shared-mutable',
  row: 42,
  title: 'A value that others hold is changed, or handed out to be',
  severity: 'normal',
  concern: 'logic',
  weight: 3,
  cwe: [374, 375, 471],
  kind: 'question',
  isOn: true,
  looksAround: true,
  absent: { rust: 'its types say who may change a value: nobody does so unseen' },
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, isTest } = context;
    if (isTest) return;
    if (language === 'python') for (const fn of view.all('function')) yield* defaults(context, fn);
    // What is said of the first change holds for the next ones as well.
    const said = new Set<string>();
    for (const { at, changed, isSurprising } of changes(context)) {
      const root = `${view.enclosing(at, 'function')?.start ?? 0} ${rootOf(changed) ?? ''}`;
      if (said.has(root)) continue;
      for (const trigger of ofChange(context, at, changed, isSurprising)) {
        said.add(root);
        yield trigger;
      }
    }
    if (language === 'go') yield* appends(context);
    if (language === 'python')
      for (const one of view.all('class')) yield* classFields(context, one);
    for (const one of view.all('assign'))
      if (one.value && isTakenIn(context, one))
        yield { at: one, about: { what: 'in', name: quoted(view, one.value) }, severity: 'low' };
    for (const one of view.all('return')) {
      if (one.value && isHandedOut(context, one))
        yield { at: one, about: { what: 'out', name: quoted(view, one.value) }, severity: 'low' };
    }
    for (const one of view.all('binary', 'call')) {
      const entry = sharedEntry(one, language);
      if (entry) yield { at: one, about: { what: 'entries', name: quoted(view, entry) } };
    }
  },
  ask: ({ what, name, line }) => {
    switch (what) {
      case 'default':
        return `Line ${line}: all calls share one ${name}, so what one puts in the next one finds. Is that meant?`;
      case 'field':
        return `Line ${line}: all objects of the class share one ${name}. Is that meant?`;
      case 'in':
        return `Line ${line} keeps ${name} itself, so whoever gave it can change it later. Is that meant?`;
      case 'out':
        return `Line ${line} hands out ${name} itself, so callers can change it. Is that meant?`;
      case 'constant':
        return `Line ${line} changes the constant ${name} for the whole program. Is that meant?`;
      case 'entries':
        return `Line ${line}: all entries are one and the same ${name}, so a change of one is a change of all. Is that meant?`;
      case 'shallow':
        return `Line ${line} changes ${name}, which the copy still shares with its original. Is that meant?`;
      case 'state':
        return `Line ${line} changes ${name}, the state that is on the screen, so nobody sees that it is new. Is that meant?`;
      case 'append':
        return `Line ${line} appends to ${name}, which may write into the caller's own slice. Is that meant?`;
      default:
        return `Line ${line} changes ${name}, which the caller still holds. Do callers expect that?`;
    }
  },
  obligations: ['state', 'property'],
  page: {
    why: 'Two parts of the program hold one list or object, and one of them changes it. The other finds its data in another order, longer, or gone, and nothing at that place says why.',
    instead:
      'Change a copy, hand out a copy or a read-only view, and make defaults anew in each call.',
    sources: ['CWE-374, CWE-375, CWE-471'],
  },
  examples: sharedMutableExamples,
};

interface Change {
  readonly at: Code;
  readonly changed: Code;
  /** Few callers expect that of what they hand over. */
  readonly isSurprising: boolean;
}

/** All that is changed in place. */
function* changes({ view, language }: RuleContext): Iterable<Change> {
  for (const call of view.all('call')) {
    const changed = changedBy(call, language);
    if (!changed) continue;
    const isBang = language === 'ruby' && /\w!$/.test(methodOf(call));
    const isDate =
      isEcmascript(language) &&
      /^set(?:UTC)?(?:Date|Month|FullYear|Hours|Minutes|Seconds)$/.test(methodOf(call));
    const isSurprising = isOrdering(call) || calleeOf(call).endsWith('assign') || isBang || isDate;
    yield { at: call, changed, isSurprising };
  }
  for (const { target } of view.all('assign')) {
    const parts = target.kind === 'pattern' ? target.parts : [target];
    for (const part of parts)
      if (part.kind === 'member' || part.kind === 'index')
        yield { at: part, changed: part.object, isSurprising: false };
  }
  for (const { variable } of view.all('loop'))
    if (variable?.kind === 'member')
      yield { at: variable, changed: variable.object, isSurprising: false };
  for (const one of view.all('unary'))
    if (one.operator === 'delete' && one.operand.kind === 'member')
      yield { at: one, changed: one.operand.object, isSurprising: false };
  if (language === 'ruby')
    for (const one of view.all('binary'))
      if (one.operator === '<<') yield { at: one, changed: one.left, isSurprising: false };
}

function* ofChange(
  context: RuleContext,
  at: Code,
  changed: Code,
  isSurprising: boolean,
): Iterable<Trigger> {
  const { view, language } = context;
  const first = rootOf(changed);
  if (first === undefined) return;
  const fn = view.around(at).find((one) => one.kind === 'function' && isWhole(view, one, first));
  if (fn?.kind !== 'function') return;
  // Where lists and objects are handed over as values, another name is another list.
  const isValue = language === 'php' || language === 'cpp';
  const root = isValue ? first : aliasOf(view, fn, at, first);
  if (isConstant(context, fn, root, changed, at)) {
    yield { at, about: { what: 'constant', name: inBackticks(root) }, severity: 'low' };
    return;
  }
  if (isEcmascript(language) && stateNames(view).has(root) && !isReplaced(fn, first, at.start)) {
    yield { at, about: { what: 'state', name: quoted(view, changed) } };
    return;
  }
  if (isEcmascript(language) && isUpdater(view, fn, first)) {
    yield { at, about: { what: 'state', name: quoted(view, changed) } };
    return;
  }
  if (isShared(view, changed, first, at)) {
    yield { at, about: { what: 'shallow', name: quoted(view, changed) } };
    return;
  }
  if (fn.form === 'constructor' || fn.form === 'accessor') return;
  const param = fn.params.find(
    ({ name, pattern }) => name === root || namesOf(pattern).includes(root),
  );
  if (!param || param.isRest || !isHeld(context, param, at)) return;
  // `sortedUsers` is a new list of them.
  const own = functionName(view, fn) ?? '';
  if (isSaidToChange(view, fn, root) || isHandedOn(fn, own, root) || isFirstFilled(view, at))
    return;
  if (/^(?:inherited|included|extended|prepended)$/.test(own)) return;
  const name = own.replace(PARTICIPLE, '$1Of');
  const tells = TELLS.test(name) && !ORDERS.test(name.replace(TELLS, ''));
  const isKept = KEPT.test(root) && /^with(?:out)?(?=[A-Z_]|$)/i.test(name);
  const isReducer = root === 'state' && /reducer$/i.test(name) && givesBack(fn, root);
  if (
    isReducer &&
    isEcmascript(language) &&
    !/\bimmer\b|createSlice|createReducer|produce\(/.test(view.text)
  ) {
    yield { at, about: { what: 'param', name: quoted(view, changed) } };
    return;
  }
  if (TO_FILL.test(root) && !isKept) return;
  // In C++ a reference that is no `const` is there to be filled.
  const isTold = tells && (language !== 'cpp' || isSurprising);
  const isByReference = language === 'php' && /&/.test(view.textOf(param)) && isSurprising;
  const isAsked =
    (isTold && answers(fn)) ||
    (isSurprising && name !== '' && (isByReference || !ORDERS.test(name)) && givesValue(fn)) ||
    (name !== '' && !CHANGES.test(name) && language !== 'cpp' && givesBack(fn, root));
  if (!isAsked || (root === first && isReplaced(fn, root, at.start))) return;
  yield { at, about: { what: 'param', name: quoted(view, changed) } };
}

/** Its documentation says that it changes what it is given. */
function isSaidToChange(view: CodeView, { start, body }: FunctionCode, root: string): boolean {
  const first = body?.statements[0];
  const isDocstring = first?.kind === 'expression' && first.value.kind === 'text';
  const before = view.text
    .slice(Math.max(0, start - MAX_DOC), start)
    .split('\n')
    .slice(0, -1);
  const firstLine = before.findLastIndex((line) => !/^\s*(?:[/*#@]|$)/.test(line)) + 1;
  const words = `${before.slice(firstLine).join(' ')} ${isDocstring ? view.textOf(first) : ''}`;
  return (
    /\bin[- ]place\b|\b(?:modif|mutat|populat)(?:y|ies|ied|es?|ed|ing)\b/i.test(words) ||
    (/\b(?:is|are|gets?)\s+(?:updated|changed|filled|set|written)\b/i.test(words) &&
      words.toLowerCase().includes(root.toLowerCase()))
  );
}

const MAX_DOC = 800;

/** What a function hands on to itself grows with each call. */
function isHandedOn({ body }: FunctionCode, name: string, root: string): boolean {
  for (const node of body && name !== '' ? doneIn(body) : [])
    if (node.kind === 'call' && /^(?:(?:this|self)\.)?\w+$/.test(calleeOf(node)))
      if (methodOf(node) === name && node.args.some((arg) => lastWord(arg) === root)) return true;
  return false;
}

/** `if (box.value === undefined) box.value = …`: found once, and kept for the next time. */
function isFirstFilled(view: CodeView, at: Code): boolean {
  if (at.kind !== 'member' && at.kind !== 'index') return false;
  const path = view.flat(at);
  for (const around of view.around(at)) {
    if (around.kind === 'function') return false;
    if (around.kind === 'if' && at.start < around.whenTrue.end) {
      const { condition } = around;
      const asked = condition.kind === 'unary' ? condition.operand : condition;
      const left = asked.kind === 'binary' ? asked.left : asked;
      const isMissing =
        condition.kind === 'unary' ||
        (asked.kind === 'binary' &&
          /^(?:===?|is)$/.test(asked.operator) &&
          /^(?:undefined|null|None|nil)$/.test(view.flat(asked.right)));
      if (isMissing && view.flat(left) === path) return true;
    }
  }
  return false;
}

/** React's `setCart((previous) => { previous.items.push(item); … })`. */
function isUpdater(view: CodeView, fn: FunctionCode, root: string): boolean {
  const call = view.parentOf(fn);
  const [first] = fn.params;
  return (
    call?.kind === 'call' &&
    call.callee.kind === 'name' &&
    /^set[A-Z]/.test(call.callee.name) &&
    call.args[0] === fn &&
    first?.name === root &&
    root !== 'draft' &&
    /\buseState\b/.test(view.text)
  );
}

/** The function that a name is looked for in: a callback only where it is its own. */
function isWhole(view: CodeView, fn: FunctionCode, root: string): boolean {
  if (fn.form !== 'lambda' && fn.form !== 'block') return true;
  const isOwn = fn.params.some(
    ({ name, pattern }) => name === root || namesOf(pattern).includes(root),
  );
  return isOwn || view.parentOf(fn)?.kind !== 'call';
}

/** What a variable is another name of: `const list = items`. */
function aliasOf(view: CodeView, { start }: FunctionCode, at: Code, name: string): string {
  let found = name;
  for (const one of writesOf(view, name)) {
    if (at.start <= one.start) break;
    if (one.start < start) continue;
    found = one.value?.kind === 'name' ? one.value.name : name;
  }
  return found;
}

/** Something of the whole program that its name calls fixed. */
function isConstant(
  { language, outline, view }: RuleContext,
  fn: FunctionCode,
  root: string,
  changed: Code,
  at: Code,
): boolean {
  if (fn.params.some(({ name }) => name === root)) return false;
  if (language === 'ruby') {
    const isName = /^[A-Z][A-Z_\d]+$/.test(root) && !/^(?:ENV|ARGV|LOAD_PATH)$/.test(root);
    // An object of a class of its own is there to be worked with.
    const declared = view.text.indexOf(`${root} = `);
    const value = view.text.slice(declared, declared + 200).split('\n')[0] ?? '';
    const isMade =
      0 <= declared &&
      / = [A-Z][\w:]*\.new\b/.test(value) &&
      !/ = (?:Array|Hash|Set|String)\./.test(value);
    return (
      isName && !isMade && changed.kind === 'name' && at.kind !== 'member' && at.kind !== 'index'
    );
  }
  if (!isMeantFixed(root)) return false;
  return outline.variables.some(
    (one) =>
      (one.kind === 'declare' || one.kind === 'assign') &&
      one.target.kind === 'name' &&
      one.target.name === root &&
      one.value !== undefined &&
      isFixedValue(root, one.value),
  );
}

/** A list or the like with something in it; what begins empty is there to be filled. */
function isFixedValue(name: string, value: Code): boolean {
  if (value.kind === 'call') return !/^create|^get/.test(methodOf(value));
  if (value.kind === 'dict') return value.entries.length !== 0 || !/OPTIONS$|SETTINGS$/.test(name);
  return value.kind === 'list';
}

/** `copy.lines.push(…)` of `copy = { ...order }`: the lines are the order's. */
function isShared(view: CodeView, changed: Code, root: string, at: Code): boolean {
  if (changed.kind !== 'member' && changed.kind !== 'index') return false;
  const copy = shallowCopy(view, root, at);
  if (!copy) return false;
  let inner: Code = changed;
  while ((inner.kind === 'member' || inner.kind === 'index') && inner.object.kind !== 'name')
    inner = inner.object;
  // What `copy()` of an object copies, only the object knows; of a dictionary it is the first level.
  const { value } = copy;
  const isOwnCopy = value?.kind === 'call' && value.args.length === 0;
  if (isOwnCopy && inner.kind !== 'index') return false;
  const words = view.flat(inner);
  // That part has been copied, too.
  return !view
    .all('assign')
    .some(
      (one) => one.start < at.start && view.flat(one.target) === words && one.value !== undefined,
    );
}

/** It gives back the very thing: its caller takes it for a new one. */
function givesBack({ body }: FunctionCode, name: string): boolean {
  const last = body?.statements.at(-1);
  return last?.kind === 'return' && last.value?.kind === 'name' && last.value.name === name;
}

/** The variable that a path begins at. */
function rootOf(code: Code): string | undefined {
  let at = code;
  while (at.kind === 'member' || at.kind === 'index') at = at.object;
  return at.kind === 'name' ? at.name : undefined;
}

/** Whether a change of the parameter is one of the caller's own value. */
function isHeld({ language, view }: RuleContext, param: Param, at: Code): boolean {
  const { type } = param;
  switch (language) {
    case 'go':
      return (
        type !== undefined &&
        /^(?:\*|\[\]|map\[)/.test(type) &&
        !/Context|Writer|Builder|Buffer|testing/.test(type)
      );
    case 'cpp':
      return type !== undefined && type.includes('&') && !/\bconst\b/.test(type);
    case 'csharp':
      // A text is never changed: what `Remove` gives is a new one.
      return !/StringBuilder|Builder|Context|^ref |^out |Stream|Writer|^(?:string|String)\??$/.test(
        type ?? '',
      );
    case 'java':
      return !/Builder|Buffer|Context|Writer|Appendable|Output|Request|Response|^String$/.test(
        type ?? '',
      );
    case 'php':
      // Arrays are copied where they are handed over; objects are not.
      return view.textOf(param).includes('&') || at.kind === 'member';
    default:
      return !/Draft|Context|Element/.test(type ?? '');
  }
}

/** Whether it gives anything: what gives nothing is there for what it does. */
function answers({ body }: FunctionCode): boolean {
  if (!body) return false;
  for (const node of doneIn(body)) if (node.kind === 'return' && node.value) return true;
  return false;
}

function givesValue({ body }: FunctionCode): boolean {
  if (!body) return false;
  const last = body.statements.at(-1);
  return last?.kind === 'return' && last.value !== undefined && last.value.kind !== 'constant';
}

/** `items = [...items]`: from there on it is a copy. */
function isReplaced({ body }: FunctionCode, name: string, before: number): boolean {
  if (!body) return false;
  for (const node of everythingIn(body)) {
    if (before <= node.start) continue;
    const isNew = (node.kind === 'assign' && node.operator === '=') || node.kind === 'declare';
    if (isNew && node.target.kind === 'name' && node.target.name === name) return true;
  }
  return false;
}

/** Go: `all := append(some, x)` for a slice that was handed over. */
function* appends({ view }: RuleContext): Iterable<Trigger> {
  for (const one of view.all('declare', 'assign')) {
    const { value, target } = one;
    if (value?.kind !== 'call' || calleeOf(value) !== 'append' || target.kind !== 'name') continue;
    const [given] = value.args;
    // `append(items[:i], items[i+1:]...)` moves what is behind.
    const first =
      given?.kind === 'index' && given.index?.kind === 'interval' ? given.object : given;
    if (first?.kind !== 'name' || first.name === target.name) continue;
    const fn = view.around(one).find((each) => each.kind === 'function');
    if (fn?.kind !== 'function' || ORDERS.test(fn.name ?? '')) continue;
    const param = fn.params.find(({ name }) => name === first.name);
    if (!param || param.isRest || TO_FILL.test(first.name) || param.type?.startsWith('[]') !== true)
      continue;
    if (/^\[\]byte$/.test(param.type ?? '')) continue;
    yield { at: one, about: { what: 'append', name: inBackticks(first.name) } };
  }
}
