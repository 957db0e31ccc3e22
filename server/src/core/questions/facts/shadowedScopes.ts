import type { ClassCode, Code, Declare, FunctionCode } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { bare, everythingIn, lastWord, methodOf, plainText } from '../../code/say.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';
import type { Outline } from '../outline.ts';
import { isLiteral } from './repeatable.ts';
import type { Shadow } from './shadowedBlocks.ts';
import { namesOf } from './variables.ts';
import { contains } from '../../text/range.ts';

/** Names of a language's own functions and types that its code goes on to need. */
const OWN: { readonly [L in LanguageId]?: ReadonlySet<string> } = {
  python: wordsOf(
    'list dict set str int float bool tuple len range sum sorted print zip any all bytes open isinstance enumerate super abs round iter repr reversed getattr setattr min max map filter next type object',
  ),
  go: wordsOf(
    'len cap append string error int make panic recover bool byte float64 nil true false',
  ),
};
const SCRIPT_OWN = wordsOf(
  'undefined NaN Infinity Object Array String Number JSON Math Date Promise Error parseInt parseFloat isNaN console',
);

function wordsOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Variables that take the name of something of the language's own. */
export function* shadowsOfOwn(
  view: CodeView,
  language: LanguageId,
): Iterable<Omit<Shadow, 'outer'>> {
  const own = isEcmascript(language) ? SCRIPT_OWN : OWN[language];
  if (!own) return;
  const seen = new Set<string>();
  for (const one of view.all('declare', 'assign')) {
    if (!view.enclosing(one, 'function') || view.parentOf(one)?.kind === 'class') continue;
    const { value } = one;
    if (one.kind === 'assign' && (language !== 'python' || one.operator !== '=')) continue;
    for (const name of namesOf(one.target)) {
      if (!own.has(name) || seen.has(name)) continue;
      // `str = unicode`: another one of its kind, as what is loaded is.
      if (!value || value.kind === 'name' || value.kind === 'member' || isLoaded(value)) continue;
      seen.add(name);
      yield { at: one, name };
    }
  }
}

function isLoaded(value: Code): boolean {
  return (
    value.kind === 'function' ||
    (value.kind === 'call' && /require|import|getattr|gettext/.test(methodOf(value)))
  );
}

/** Variables that take the name of a field which was to be set: Java, C#, C++; Ruby's `name = …`. */
export function* shadowsOfFields(view: CodeView, language: LanguageId): Iterable<Shadow> {
  if (language === 'ruby') {
    yield* ofWriters(view);
    return;
  }
  if (!/^(?:java|csharp|cpp)$/.test(language)) return;
  for (const one of view.all('declare')) {
    const { target, value } = one;
    if (target.kind !== 'name' || !value) continue;
    const around = view.around(one);
    const fn = around.find((each) => each.kind === 'function');
    const owner = around.find((each) => each.kind === 'class');
    if (fn?.kind !== 'function' || owner?.kind !== 'class' || !isDone(fn)) continue;
    if (fn.start < owner.start) continue;
    const field = fieldOf(owner, target.name);
    if (!field || !mayBeMeant(view, fn, one, field)) continue;
    yield { at: one, name: target.name, outer: field };
  }
}

/** What gives nothing is there for what it leaves behind. */
function isDone({ form, returns, name = '' }: FunctionCode): boolean {
  if (/^test/i.test(name)) return false;
  return (
    form === 'constructor' || returns === undefined || returns === 'void' || returns === 'Task'
  );
}

function fieldOf({ members }: ClassCode, name: string): Declare | undefined {
  for (const member of members)
    if (member.kind === 'declare' && member.target.kind === 'name' && member.target.name === name)
      return member;
  return undefined;
}

function mayBeMeant(view: CodeView, fn: FunctionCode, one: Declare, field: Declare): boolean {
  const { value, type } = one;
  const name = one.target.kind === 'name' ? one.target.name : '';
  const isOfClass = fn.modifiers.includes('static') && !field.modifiers.includes('static');
  if (!value || isOfClass || field.value?.kind === 'function') return false;
  if (field.modifiers.includes('const') || (field.modifiers.includes('final') && field.value))
    return false;
  const isTyped = type === undefined || /^(?:var|auto|final var)$/.test(type);
  if (!isTyped && bareType(type) !== bareType(field.type)) return false;
  // A copy of the field, to work on.
  const held = bare(value);
  if (isLiteral(held) || held.kind === 'name' || held.kind === 'member') return false;
  if (
    held.kind === 'call' &&
    held.args.length === 0 &&
    /^get|^(?:is|has|can)[A-Z]|^(?:size|length)$/i.test(methodOf(held))
  )
    return false;
  if (!fn.body) return false;
  for (const node of everythingIn(fn.body)) {
    const isOwn =
      node.kind === 'member' &&
      node.name === name &&
      node.object.kind === 'name' &&
      node.object.name === 'this';
    // Both are used side by side: whoever wrote it knows of both.
    if (isOwn && !contains(value, node)) return false;
    if (node.kind === 'return' && node.value && lastWord(node.value) === name) return false;
    if (node.kind === 'assign' && node.target.kind === 'name' && node.target.name === name)
      return false;
  }
  return view.enclosing(one, 'loop') === undefined;
}

function bareType(type: string | undefined): string {
  return (type ?? '').replace(/\b(?:final|const|readonly)\b|[\s&]/g, '');
}

/** Ruby: `status = :done` in a class that has `status=`. */
function* ofWriters(view: CodeView): Iterable<Shadow> {
  for (const one of view.all('assign')) {
    const { target, operator } = one;
    if (target.kind !== 'name' || operator !== '=') continue;
    const around = view.around(one);
    const fn = around.find(
      (each) => each.kind === 'function' && each.form !== 'block' && each.form !== 'lambda',
    );
    const owner = around.find((each) => each.kind === 'class');
    if (fn?.kind !== 'function' || owner?.kind !== 'class') continue;
    if (fn.form === 'constructor' || /^def\s+self\b/.test(view.textOf(fn))) continue;
    const { name } = target;
    const outer = owner.members.find((member) => isWriter(member, name));
    if (!outer || fn.params.some((param) => param.name === name) || isReadAgain(fn, one, name))
      continue;
    yield { at: one, name, outer };
  }
}

function isWriter(member: Code, name: string): boolean {
  if (member.kind === 'function') return member.name === `${name}=`;
  const call = member.kind === 'expression' ? member.value : member;
  return (
    call.kind === 'call' &&
    /^(?:attr_accessor|attr_writer|attribute|field|property)$/.test(methodOf(call)) &&
    call.args.some((arg) => plainText(arg) === name)
  );
}

/** Its value goes into something else than a log: then it is a variable like others. */
function isReadAgain({ body }: FunctionCode, one: Code, name: string): boolean {
  if (!body) return false;
  let nReads = 0;
  let nTold = 0;
  for (const node of everythingIn(body)) {
    if (node.start < one.end) continue;
    if (node.kind === 'name' && node.name === name) nReads++;
    if (node.kind === 'member' && node.name === name) return true;
    if (node.kind === 'call' && TELLS.test(methodOf(node)))
      nTold += node.args.filter((arg) => arg.kind === 'name' && arg.name === name).length;
  }
  return nTold < nReads;
}

const TELLS = /^(?:log|info|debug|warn|puts|p|notify|record|track|publish|broadcast|audit|emit)$/;

/** Inner functions that set a variable of their own where the outer one was to be set: Python, PHP. */
export function* shadowsInClosures(view: CodeView, language: LanguageId): Iterable<Shadow> {
  if (language !== 'python' && language !== 'php') return;
  for (const fn of view.all('function')) {
    const outer = view.around(fn).find((one) => one.kind === 'function' || one.kind === 'class');
    if (outer?.kind !== 'function' || !outer.body || !fn.body) continue;
    // PHP's short ones have no variables of their own, and cannot set any.
    if (language === 'php' && /^(?:static\s+)?fn\b/.test(view.textOf(fn))) continue;
    const own = new Set(
      fn.params.flatMap(({ name, pattern }) => [name ?? '', ...namesOf(pattern)]),
    );
    const head = `${fn.modifiers.join(' ')} ${nonlocals(fn)}`;
    const before = firstWrites(outer, fn);
    for (const node of everythingIn(fn.body)) {
      if (node.kind !== 'assign' || node.target.kind !== 'name') continue;
      const { name } = node.target;
      const first = before.get(name);
      if (!first || own.has(name) || isShared(head, name, language)) continue;
      if (!isReadAfter(outer, fn, name) || isOwnVariable(fn, name)) continue;
      own.add(name);
      yield { at: node, name, outer: first };
    }
  }
}

/** The inner function works with it: it is read for something else than its own next value. */
function isOwnVariable({ body }: FunctionCode, name: string): boolean {
  let setterEnd = -1;
  for (const node of body ? everythingIn(body) : []) {
    const isSetter = node.kind === 'assign' && lastWord(node.target) === name;
    if (isSetter) setterEnd = Math.max(setterEnd, node.end);
    if (node.kind === 'name' && node.name === name && setterEnd <= node.start) return true;
  }
  return false;
}

/** Python: `count = count + 1` in a function, of a variable of the file that is not said to be global. */
export function* shadowsOfGlobals(view: CodeView, outline: Outline): Iterable<Shadow> {
  for (const one of view.all('assign')) {
    const { target, operator, value } = one;
    if (target.kind !== 'name') continue;
    const { name } = target;
    const isOnItself =
      operator === '+=' ||
      (value?.kind === 'binary' && value.left.kind === 'name' && value.left.name === name);
    const [fn] = view.around(one).filter((each) => each.kind === 'function');
    const outer = view
      .around(one)
      .find((each) => each.kind === 'class' || (each.kind === 'function' && each !== fn));
    if (!isOnItself || !fn || fn.form === 'lambda' || outer?.kind === 'function') continue;
    const isOwn =
      fn.params.some((param) => param.name === name) || isShared(nonlocals(fn), name, 'python');
    if (isOwn || isWrittenBefore(fn, one, name)) continue;
    const first = outline.variables.find(
      (each) =>
        (each.kind === 'assign' || each.kind === 'declare') && lastWord(each.target) === name,
    );
    if (first) yield { at: one, name, outer: first };
  }
}

function isWrittenBefore({ body }: FunctionCode, one: Code, name: string): boolean {
  for (const node of body ? everythingIn(body) : []) {
    const targets =
      node.kind === 'assign' || node.kind === 'declare'
        ? namesOf(node.target)
        : node.kind === 'loop'
          ? namesOf(node.variable)
          : node.kind === 'defer' || node.kind === 'import' || node.kind === 'catch'
            ? [name]
            : [];
    if (node !== one && targets.includes(name)) return true;
  }
  return false;
}

/** Names behind `nonlocal` and `global`. */
function nonlocals({ body }: FunctionCode): string {
  const names: string[] = [];
  for (const node of body ? everythingIn(body) : [])
    if (node.kind === 'other' && /^(?:nonlocal|global)_/.test(node.type))
      for (const child of node.children)
        if (child.kind === 'name') names.push(`nonlocal ${child.name}`);
  return names.join(' ');
}

function isShared(head: string, name: string, language: LanguageId): boolean {
  if (language === 'php') return head.includes(`&$${name}`);
  return head.split(' ').includes(name);
}

/** What the outer function sets in front of the inner one. */
function firstWrites({ body }: FunctionCode, inner: Code): ReadonlyMap<string, Code> {
  const found = new Map<string, Code>();
  for (const node of body ? everythingIn(body) : []) {
    if (inner.start <= node.start) break;
    if (node.kind !== 'assign' || node.operator !== '=' || node.target.kind !== 'name') continue;
    if (!found.has(node.target.name)) found.set(node.target.name, node);
  }
  return found;
}

/** Behind the inner function, before it is set again there. */
function isReadAfter({ body }: FunctionCode, inner: Code, name: string): boolean {
  for (const node of body ? everythingIn(body) : []) {
    if (node.start < inner.end) continue;
    if (node.kind === 'assign' && node.operator === '=' && lastWord(node.target) === name)
      return false;
    if (node.kind === 'name' && node.name === name) return true;
  }
  return false;
}
