import type { ClassCode, Code, FunctionCode, Param } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { calleeOf, everythingIn, lastWord, methodOf } from '../../code/say.ts';
import type { Outline } from '../outline.ts';
import type { Fix, RuleContext, Trigger } from '../rule.ts';
import { inBackticks } from '../words.ts';
import { changedBy } from './changing.ts';

const FRESH =
  /^(?:list|dict|set|bytearray|defaultdict|OrderedDict|Counter|deque|collections\.\w+)$/;

/** Python: a list or dictionary as the default of a parameter. */
export function* defaults({ view, outline }: RuleContext, fn: FunctionCode): Iterable<Trigger> {
  for (const param of fn.params) {
    const { value } = param;
    if (!value || param.name === undefined) continue;
    if (!isFresh(value) && !isKeptOutside(outline, value)) continue;
    // A tuple cannot be changed.
    if (view.textOf(value).startsWith('(')) continue;
    // What is only read stays as it is.
    if (fn.body && isOnlyRead(view, fn.body, param.name)) continue;
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

const READS =
  /^(?:len|list|dict|set|tuple|sorted|enumerate|zip|str|repr|any|all|sum|min|max|isinstance|bool|join|frozenset|iter)$/;
const READ_METHODS = /^(?:items|keys|values|get|copy|index|count)$/;

/** Asked, gone through and copied; in a default that nobody hands on. */
function isOnlyRead(view: CodeView, body: Code, name: string): boolean {
  let nReads = 0;
  for (const node of everythingIn(body)) {
    if (node.kind !== 'name' || node.name !== name) continue;
    nReads++;
    const parent = view.parentOf(node);
    const isRead =
      (parent?.kind === 'member' && READ_METHODS.test(parent.name)) ||
      (parent?.kind === 'loop' && parent.iterable === node) ||
      (parent?.kind === 'binary' && /^(?:in|not in|==|!=|&&)$/.test(parent.operator)) ||
      (parent?.kind === 'call' && READS.test(methodOf(parent))) ||
      (parent?.kind === 'if' && parent.condition === node) ||
      (parent?.kind === 'unary' && parent.operator === '!');
    if (!isRead) return false;
  }
  return nReads !== 0;
}

function isFresh(value: Code): boolean {
  if (value.kind === 'list') return true;
  if (value.kind === 'dict') return value.type === undefined;
  return value.kind === 'call' && FRESH.test(calleeOf(value));
}

/** A list or dictionary of the file, by its name. */
function isKeptOutside(outline: Outline, value: Code): boolean {
  return (
    value.kind === 'name' &&
    outline.variables.some(
      (one) =>
        (one.kind === 'assign' || one.kind === 'declare') &&
        one.target.kind === 'name' &&
        one.target.name === value.name &&
        (one.value?.kind === 'dict' || one.value?.kind === 'list'),
    )
  );
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

/** Python: `items = []` in a class, into which methods put things through `self`. */
export function* classFields({ view }: RuleContext, one: ClassCode): Iterable<Trigger> {
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

/** A field of the object at hand. */
export function isOfSelf(code: Code): boolean {
  return (
    code.kind === 'member' &&
    code.object.kind === 'name' &&
    /^(?:self|this)$/.test(code.object.name)
  );
}
