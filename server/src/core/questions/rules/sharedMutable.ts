import type { Call, ClassCode, Code, FunctionCode, Param } from '../../code/code.ts';
import { calleeOf, doneIn, everythingIn, lastWord, methodOf } from '../../code/say.ts';
import { functionName } from '../facts/functionName.ts';
import { changedBy, isOrdering } from '../facts/changing.ts';
import type { Fix, Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, quoted } from '../words.ts';
import { sharedMutableExamples } from './examples/sharedMutableExamples.ts';

/** Functions that by their names only tell. */
const TELLS =
  /^(?:get|calculate|calc|compute|find|is|has|format|filter|total|sum|count|average|median|mean|max|min|search|list|describe|summari[sz]e|validate|check|sorted|top|first|last|largest|smallest|unique|group|percentile|rank|report|stats|Get|Calculate|Calc|Compute|Find|Is|Has|Format|Filter|Total|Sum|Count|Average|Median|Max|Min|Top|Validate|Check|Summarize)(?=[A-Z_\d?]|$)/;
const ORDERS =
  /sort|order|reverse|shuffle|swap|rotate|partition|heap|permut|append|push|insert|add|set|update|merge|apply|fill|init|normali[sz]e|mutate|inplace|in_place|prune|trim|remove|delete|clear|pop|collect|visit|walk|!$/i;
/** Handed over to be written to. */
const TO_FILL =
  /^(?:acc\w*|result\w*|res|ret|out\w*|buf\w*|dst|dest\w*|target|cache|memo|visited|seen|ctx|context|req|request|response|draft|state|el|elem|element|node|event|e|ev|evt|self|this|cls|store|stack|queue|found|collected|errors?|errs|warnings|msgs|messages|params|map|set|obj|object|instance|model|w|writer|sb|builder|output|into|heap|dp|table|parent|env|scope|tmp|temp|args|kwargs|argv|opts|options|session|canvas|g|gl|view|window|document|xhr|socket|stream|db|conn|vnode|fiber|tree|graph)$/i;
const COLLECTION =
  /^(?:final |readonly |private |static )*(?:java\.util\.)?(?:I?List|ArrayList|LinkedList|Map|HashMap|TreeMap|LinkedHashMap|Set|HashSet|Dictionary|I?Dictionary|Collection|std::vector|std::map|std::set|std::unordered_map|\w+\[\]|Array)\b/;
const FRESH =
  /^(?:list|dict|set|bytearray|defaultdict|OrderedDict|Counter|deque|collections\.\w+)$/;

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
    for (const fn of view.all('function')) {
      if (language === 'python') yield* defaults(context, fn);
    }
    for (const call of view.all('call')) {
      const changed = changedBy(call, language);
      if (changed)
        yield* ofChange(
          context,
          call,
          changed,
          isOrdering(call) || calleeOf(call).endsWith('assign'),
        );
    }
    for (const { target } of view.all('assign')) {
      if (target.kind !== 'member' && target.kind !== 'index') continue;
      yield* ofChange(context, target, target.object, false);
    }
    if (language === 'ruby') {
      for (const one of view.all('binary'))
        if (one.operator === '<<') yield* ofChange(context, one, one.left, false);
    }
    if (language === 'go') yield* appends(context);
    if (language === 'python')
      for (const one of view.all('class')) yield* classFields(context, one);
    for (const one of view.all('return')) yield* handedOut(context, one, one.value);
  },
  ask: ({ what, name, line }) => {
    switch (what) {
      case 'default':
        return `Line ${line}: all calls share one ${name}, so what one puts in the next one finds. Is that meant?`;
      case 'field':
        return `Line ${line}: all objects of the class share one ${name}. Is that meant?`;
      case 'out':
        return `Line ${line} hands out ${name} itself, so callers can change it. Is that meant?`;
      case 'constant':
        return `Line ${line} changes the constant ${name} for the whole program. Is that meant?`;
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

function* defaults({ view }: RuleContext, fn: FunctionCode): Iterable<Trigger> {
  for (const param of fn.params) {
    if (!param.value || !isFresh(param.value) || param.name === undefined) continue;
    // A tuple cannot be changed.
    if (view.textOf(param.value).startsWith('(')) continue;
    const isUsed = fn.body !== undefined && isKept(fn, param.name);
    yield {
      at: param,
      about: { what: 'default', name: inBackticks(param.name) },
      severity: isUsed ? 'normal' : 'low',
      ...fixOf(view.text, fn, param),
    };
  }
}

/** Whether what is in the default can get out of the function, or be changed in it. */
function isKept({ body }: FunctionCode, name: string): boolean {
  if (!body) return false;
  for (const node of everythingIn(body)) {
    if (node.kind === 'return' && node.value?.kind === 'name' && node.value.name === name)
      return true;
    if (node.kind === 'assign') {
      const { target, value } = node;
      if (target.kind !== 'name' && value?.kind === 'name' && value.name === name) return true;
      if (target.kind === 'index' && target.object.kind === 'name' && target.object.name === name)
        return true;
    }
    if (node.kind === 'call' && changedBy(node, 'python')?.kind === 'name') {
      const changed = changedBy(node, 'python');
      if (changed?.kind === 'name' && changed.name === name) return true;
    }
  }
  return false;
}

function isFresh(value: Code): boolean {
  if (value.kind === 'list') return true;
  if (value.kind === 'dict') return value.type === undefined;
  return value.kind === 'call' && FRESH.test(calleeOf(value)) && value.args.length === 0;
}

/** `None` as the default, and the list made in the body. */
function fixOf(
  text: string,
  { body, params }: FunctionCode,
  { name, value, type }: Param,
): { fix?: Fix } {
  const first = body?.statements.find(
    (one) => !(one.kind === 'expression' && one.value.kind === 'text'),
  );
  if (!first || !value || name === undefined || type !== undefined) return {};
  const lineStart = text.lastIndexOf('\n', first.start - 1) + 1;
  const indent = text.slice(lineStart, first.start);
  if (indent.trim() !== '' || params.some((param) => first.start <= param.start)) return {};
  const made = text.slice(value.start, value.end);
  const added = `if ${name} is None:\n${indent}    ${name} = ${made}\n${indent}`;
  return {
    fix: {
      title: 'Make it anew in each call',
      edits: [
        { start: value.start, end: value.end, text: 'None' },
        { start: first.start, end: first.start, text: added },
      ],
    },
  };
}

function* ofChange(
  context: RuleContext,
  at: Code,
  changed: Code,
  isSurprising: boolean,
): Iterable<Trigger> {
  const { view, language } = context;
  const root = rootOf(changed);
  if (!root) return;
  if (
    language === 'ruby' &&
    /^[A-Z][A-Z_\d]+$/.test(root) &&
    !/^(?:ENV|ARGV|LOAD_PATH)$/.test(root) &&
    changed.kind === 'name' &&
    at.kind !== 'assign'
  ) {
    if (view.enclosing(at, 'function'))
      yield { at, about: { what: 'constant', name: inBackticks(root) }, severity: 'low' };
    return;
  }
  const fn = view.around(at).find((one) => one.kind === 'function');
  if (fn?.kind !== 'function' || fn.form === 'constructor' || fn.form === 'accessor') return;
  const param = fn.params.find(({ name }) => name === root);
  if (!param || param.isRest || TO_FILL.test(root) || !isHeld(context, param, at)) return;
  const name = functionName(view, fn) ?? '';
  const tells = TELLS.test(name) && !ORDERS.test(name.replace(TELLS, ''));
  // In C++ a reference that is no `const` is there to be filled.
  const isTold = tells && (language !== 'cpp' || isSurprising || at.kind === 'member');
  const isAsked =
    (isTold && answers(fn)) ||
    (isSurprising && name !== '' && !ORDERS.test(name) && givesValue(fn));
  if (!isAsked || isReplaced(fn, root, at.start)) return;
  yield { at, about: { what: 'param', name: quoted(view, changed) } };
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
      return !/StringBuilder|Builder|Context|^ref |^out |Stream|Writer/.test(type ?? '');
    case 'java':
      return !/Builder|Buffer|Context|Writer|Appendable|Output|Request|Response/.test(type ?? '');
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
    const isNew = node.kind === 'assign' || node.kind === 'declare';
    if (isNew && node.target.kind === 'name' && node.target.name === name) return true;
  }
  return false;
}

/** Go: `all := append(some, x)` for a slice that was handed over. */
function* appends({ view }: RuleContext): Iterable<Trigger> {
  for (const one of view.all('declare', 'assign')) {
    const { value, target } = one;
    if (value?.kind !== 'call' || calleeOf(value) !== 'append' || target.kind !== 'name') continue;
    const [first] = value.args;
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

/** Python: `items = []` in a class, into which methods put things through `self`. */
function* classFields({ view }: RuleContext, one: ClassCode): Iterable<Trigger> {
  const fields = one.members.flatMap((member) => {
    const held = member.kind === 'expression' ? member.value : member;
    const isField =
      (held.kind === 'declare' || held.kind === 'assign') && held.target.kind === 'name';
    return isField && held.value && isFresh(held.value) && held.target.kind === 'name'
      ? [{ at: held, name: held.target.name }]
      : [];
  });
  if (fields.length === 0) return;
  const changed = new Set<string>();
  const own = new Set<string>();
  for (const member of one.members) {
    if (member.kind !== 'function') continue;
    for (const node of everythingIn(member)) {
      if (node.kind === 'assign' || node.kind === 'declare') {
        if (isOfSelf(node.target)) own.add(lastWord(node.target));
        if (node.target.kind === 'index' && isOfSelf(node.target.object))
          changed.add(lastWord(node.target.object));
      }
      const held = node.kind === 'call' ? changedBy(node, 'python') : undefined;
      if (held && isOfSelf(held)) changed.add(lastWord(held));
    }
  }
  for (const { at, name } of fields) {
    if (changed.has(name) && !own.has(name) && view.isOwn(at))
      yield { at, about: { what: 'field', name: inBackticks(name) } };
  }
}

function isOfSelf(code: Code): boolean {
  return (
    code.kind === 'member' &&
    code.object.kind === 'name' &&
    /^(?:self|this)$/.test(code.object.name)
  );
}

/** `return this.items` of a list that the class keeps for itself. */
function* handedOut(
  { view, language }: RuleContext,
  at: Code,
  value: Code | undefined,
): Iterable<Trigger> {
  if (!value || language === 'go' || language === 'php' || language === 'python') return;
  const name = isOfSelf(value) || value.kind === 'name' ? lastWord(value) : '';
  if (name === '') return;
  const around = view.around(at);
  const fn = around.find((one) => one.kind === 'function');
  const owner = around.find((one) => one.kind === 'class');
  if (
    fn?.kind !== 'function' ||
    owner?.kind !== 'class' ||
    fn.params.length !== 0 ||
    fn.name === undefined
  )
    return;
  if (
    /private|protected|internal|const/.test(fn.modifiers.join(' ')) ||
    /readonly|Readonly|IEnumerable|IReadOnly|Immutable|Iterable|const\b|Stream|Sequence|Iterator/.test(
      fn.returns ?? '',
    )
  )
    return;
  if (
    fn.body?.statements.length !== 1 ||
    !isKeptList(view.textOf.bind(view), owner, name, language)
  )
    return;
  yield { at, about: { what: 'out', name: quoted(view, value) }, severity: 'low' };
}

/** A private field that begins as an empty collection. */
function isKeptList(
  textOf: (code: Code) => string,
  { members, form }: ClassCode,
  name: string,
  language: string,
): boolean {
  if (form !== 'class') return false;
  return members.some((member) => {
    if (member.kind !== 'declare' || member.target.kind !== 'name' || member.target.name !== name)
      return false;
    const words = textOf(member);
    const isPrivate =
      /\bprivate\b|^\s*#/.test(words) ||
      name.startsWith('#') ||
      name.startsWith('_') ||
      language === 'cpp';
    const { value, type } = member;
    const isMade =
      value?.kind === 'list' ||
      (value?.kind === 'call' && value.isNew && isCollection(value)) ||
      (language === 'cpp' && COLLECTION.test(type ?? ''));
    return (
      isPrivate && isMade && !/Immutable|Readonly|ReadOnly|readonly \w+\[\]|\bstatic\b/.test(words)
    );
  });
}

function isCollection(call: Call): boolean {
  return /^(?:ArrayList|LinkedList|HashMap|TreeMap|LinkedHashMap|HashSet|TreeSet|LinkedHashSet|List|Dictionary|Map|Set|Array|SortedList|Queue|Stack)$/.test(
    methodOf(call),
  );
}
