import type { Code, FunctionCode } from '../../code/code.ts';
import { doneIn, everythingIn, lastWord, methodOf } from '../../code/say.ts';
import type { RuleContext } from '../rule.ts';
import { nameWords } from './nameWords.ts';
import { contains } from '../../text/range.ts';

/** What an object keeps for its own sake: that it is set does nobody notice. */
const OWN_BUSINESS =
  /cache|memo|lazy|loaded|init|hits|misses|stats?$|metric|logger|debug|timer|(?:call|access|hit|read|use|get|lookup|request)_?counts?$|counter$|calls$|last(?:_?(?:access|used|read|error|index|match|pos))|cursor|pos(?:ition)?$|offset|index|buffer|token|scratch|tmp|temp|pending|promise|computed|resolved|version|depth|level|state$|error|errno|result|value|current|listener|iter|next|line|col|ready|parsed|valid/i;
const TAKES_OUT =
  /^(?:delete|remove|clear|push|append|splice|pop|shift|unshift|Remove|RemoveAt|Clear|Add|erase|push_back|delete_if|add)$/;

/** What of its own object a function changes, where by its name it only tells; undefined where it changes nothing. */
export function changeOfOwn(context: RuleContext, fn: FunctionCode): Code | undefined {
  if (!fn.body || fn.form === 'constructor' || fn.form === 'accessor') return undefined;
  if (fn.modifiers.includes('static') || !gives(fn)) return undefined;
  // `fn get_no_changes(mut self) -> Self` sets what is to be built.
  if (/^(?:Self|self|this)$/.test(fn.returns ?? '')) return undefined;
  const words = new Set(nameWords(fn.name ?? ''));
  const fields = fieldsOf(context, fn);
  for (const node of doneIn(fn.body)) {
    const changed = changedIn(node);
    const field = changed && fieldOf(changed, context, fn, fields);
    if (field === undefined || OWN_BUSINESS.test(field)) continue;
    // What is worked out the first time and kept, or given.
    if (nameWords(field).some((word) => words.has(word)) || isLookedAt(fn, node, field)) continue;
    if (node.kind === 'call' && isLookup(context, node)) continue;
    if (isFirstTime(context, node)) continue;
    return node;
  }
  return undefined;
}

/** `if (bytes == null) { … }`: it is worked out once and kept. */
function isFirstTime({ view }: RuleContext, node: Code): boolean {
  const around = view.enclosing(node, 'if');
  return (
    around !== undefined &&
    /[=!]==? ?(?:null|undefined|nil|nullptr)\b|\bis None\b|\.nil\?$/.test(
      view.flat(around.condition),
    )
  );
}

function changedIn(node: Code): Code | undefined {
  if (node.kind === 'assign') {
    if (/^(?:\?\?=|\|\|=|&&=)$/.test(node.operator)) return undefined;
    return node.target.kind === 'index' ? undefined : node.target;
  }
  if (node.kind !== 'call' || node.callee.kind !== 'member') return undefined;
  return TAKES_OUT.test(methodOf(node)) &&
    /^(?:delete|remove|clear|Remove|Clear|erase)$/.test(methodOf(node))
    ? node.callee.object
    : undefined;
}

/** The field of the object at hand that a target is; undefined for anything else. */
function fieldOf(
  target: Code,
  { language }: RuleContext,
  fn: FunctionCode,
  fields: ReadonlySet<string>,
): string | undefined {
  if (target.kind === 'name') {
    const isField = fields.has(target.name) || (language === 'cpp' && /[a-z]_$/.test(target.name));
    return isField ? target.name : undefined;
  }
  if (target.kind !== 'member' || target.object.kind !== 'name') return undefined;
  const owner = target.object.name;
  const isOwn = /^(?:this|self)$/.test(owner) || (language === 'go' && owner === fn.receiver?.name);
  return isOwn ? target.name : undefined;
}

/** Fields that Java, C# and C++ name without `this`. */
function fieldsOf({ view, language }: RuleContext, fn: FunctionCode): ReadonlySet<string> {
  const names = new Set<string>();
  if (!/^(?:java|csharp|cpp)$/.test(language) || !fn.body) return names;
  const owner = view.around(fn).find((one) => one.kind === 'class');
  for (const member of owner?.kind === 'class' ? owner.members : [])
    if (member.kind === 'declare') names.add(lastWord(member.target));
  if (language === 'csharp')
    for (const node of everythingIn(fn.body))
      if (node.kind === 'name' && /^_[a-z]/.test(node.name)) names.add(node.name);
  for (const { name } of fn.params) if (name !== undefined) names.delete(name);
  for (const node of everythingIn(fn.body))
    if (node.kind === 'declare') names.delete(lastWord(node.target));
  return names;
}

/** The field is also looked at, or given: then the function is about it. */
function isLookedAt({ body }: FunctionCode, change: Code, field: string): boolean {
  if (!body) return true;
  for (const node of doneIn(body)) {
    if (contains(change, node)) continue;
    if (node.kind === 'assign' && lastWord(node.target) === field) continue;
    const isField =
      (node.kind === 'member' && node.name === field) ||
      (node.kind === 'name' && node.name === field);
    if (!isField || isTarget(body, node)) continue;
    // `this.sessions.get(id)` before `this.sessions.delete(id)` tells of what is there.
    if (change.kind === 'call' && node.start < change.start) continue;
    return true;
  }
  return false;
}

function isTarget(body: Code, code: Code): boolean {
  for (const node of doneIn(body)) if (node.kind === 'assign' && node.target === code) return true;
  return false;
}

/** `this.items.delete` on what is no store of things at all. */
function isLookup({ view }: RuleContext, call: Code): boolean {
  const fn = view.around(call).find((one) => one.kind === 'function');
  return fn?.kind === 'function' && (fn.form === 'lambda' || fn.form === 'block');
}

/** Whether a caller gets something for which it may have called. */
function gives({ body, returns }: FunctionCode): boolean {
  if (!body || returns === 'void') return false;
  for (const node of doneIn(body)) if (node.kind === 'return' && node.value) return true;
  return false;
}
