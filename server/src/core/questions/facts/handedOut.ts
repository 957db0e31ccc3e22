import type { Assign, ClassCode, Code, Declare, FunctionCode, Return } from '../../code/code.ts';
import { childrenOf } from '../../code/childrenOf.ts';
import { everythingIn, lastWord } from '../../code/say.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';
import type { RuleContext } from '../rule.ts';
import { isOfSelf } from './sharedDefaults.ts';

/** Types of things that can be put into, as they are written in Java, C#, C++ and TypeScript. */
const COLLECTION =
  /^(?:(?:final|readonly|private|static|mutable)\s+)*(?:java\.util\.|System\.Collections\.Generic\.)?(?:I?List|ArrayList|LinkedList|Map|HashMap|TreeMap|LinkedHashMap|Set|HashSet|TreeSet|I?Dictionary|I?Collection|Deque|Queue|std::vector|std::map|std::set|std::unordered_map|std::unordered_set|std::deque|std::list|vector|Array|Date)\b|\[\]$/;
const FIXED =
  /\b[Bb]yte\[\]|Immutable|ReadOnly|readonly \w+\[\]|ReadonlyArray|ReadonlyMap|ReadonlySet/;
const READ_ONLY =
  /readonly|Readonly|IEnumerable|IReadOnly|Immutable|Iterable|\bconst\b|Stream|Sequence|Iterator/;

/** C#'s setter behind the getter. */
const SETTER = /^\s*(?:\w+\s+)?set\b/;
const MAX_SETTER = 40;

/** Whether what is returned is a list or the like that the object keeps for itself. */
export function isHandedOut({ view, language, outline }: RuleContext, one: Return): boolean {
  const { value } = one;
  if (!value || language === 'php' || language === 'rust') return false;
  const around = view.around(one);
  const fn = around.find((each) => each.kind === 'function');
  if (fn?.kind !== 'function' || fn.name === undefined || !fn.body || 0 < fn.params.length)
    return false;
  // Who may set it anew, may change it.
  if (fn.name.startsWith('_') || SETTER.test(view.text.slice(fn.end, fn.end + MAX_SETTER)))
    return false;
  const isOwn =
    language === 'go' ? isOfReceiver(fn, value) : isOfSelf(value) || value.kind === 'name';
  const name = isOwn ? lastWord(value) : '';
  if (name === '' || !isGetter(fn, one, name)) return false;
  if (language === 'go') {
    const owner = outline.classes.find((each) => isNamed(each, fn.receiver?.type));
    return owner !== undefined && isKeptSlice(owner, name) && /^[A-Z]/.test(fn.name);
  }
  const owner = around.find((each) => each.kind === 'class');
  if (owner?.kind !== 'class' || owner.form !== 'class') return false;
  if (isMadeFixed(view.textOf, owner, name)) return false;
  return isKept(view.textOf, owner, name, language) && !isHolder(view.textOf, owner, language);
}

/** `layers = Collections.unmodifiableList(…)` */
function isMadeFixed(textOf: (code: Code) => string, owner: ClassCode, name: string): boolean {
  for (const line of textOf(owner).split('\n'))
    if (UNMODIFIABLE.test(line) && line.includes(`${name} = `)) return true;
  return false;
}

const UNMODIFIABLE =
  /=.{0,40}\b(?:unmodifiable\w*|List\.of|Set\.of|Map\.of|copyOf|AsReadOnly|Immutable\w*|freeze)\(/;

/** So many lists handed out are what a class is there for. */
const MANY_LISTS = 3;

function isHolder(textOf: (code: Code) => string, owner: ClassCode, language: LanguageId): boolean {
  let nGiven = 0;
  for (const member of owner.members) {
    if (member.kind !== 'function' || 0 < member.params.length) continue;
    const last = member.body?.statements.at(-1);
    const name = last?.kind === 'return' && last.value ? lastWord(last.value) : '';
    if (name !== '' && isKept(textOf, owner, name, language)) nGiven++;
    if (MANY_LISTS <= nGiven) return true;
  }
  return false;
}

/** `this.players = players` of a list in a constructor, where the field is not to be changed: Java, C#. */
export function isTakenIn({ view, language }: RuleContext, one: Assign): boolean {
  const { target, value, operator } = one;
  if ((language !== 'java' && language !== 'csharp') || value?.kind !== 'name') return false;
  const around = view.around(one);
  const fn = around.find((each) => each.kind === 'function');
  const owner = around.find((each) => each.kind === 'class');
  if (fn?.kind !== 'function' || fn.form !== 'constructor' || owner?.kind !== 'class') return false;
  if (operator !== '=' || !fn.modifiers.includes('public') || !owner.modifiers.includes('public'))
    return false;
  const param = fn.params.find(({ name }) => name === value.name);
  const name = lastWord(target);
  const field = owner.members.find(
    (member) => member.kind === 'declare' && lastWord(member.target) === name,
  );
  if (!field || !COLLECTION.test(param?.type ?? '')) return false;
  const words = view.textOf(field);
  return /\bprivate\b/.test(words) && /\b(?:final|readonly)\b/.test(words);
}

function isOfReceiver({ receiver }: FunctionCode, value: Code): boolean {
  return (
    value.kind === 'member' && value.object.kind === 'name' && value.object.name === receiver?.name
  );
}

/** It gives the field at its end, and does nothing with it before: no first filling, no copy. */
function isGetter({ body, modifiers, returns }: FunctionCode, one: Return, name: string): boolean {
  if (!body || /private|protected|internal|const/.test(modifiers.join(' '))) return false;
  if (READ_ONLY.test(returns ?? '') || 4 < body.statements.length) return false;
  if (body.statements.at(-1) !== one) return false;
  for (const statement of body.statements.slice(0, -1)) {
    if (statement.kind !== 'expression') return false;
    for (const node of everythingIn(statement)) if (lastWord(node) === name) return false;
  }
  return true;
}

function isNamed({ name = '', form }: ClassCode, type: string | undefined): boolean {
  return form === 'struct' && name !== '' && (type ?? '').replace(/[*\s]|\[.*$/g, '') === name;
}

function isKeptSlice({ members }: ClassCode, name: string): boolean {
  return members.some(
    (member) =>
      member.kind === 'declare' &&
      lastWord(member.target) === name &&
      /^(?:\[\]|map\[)/.test(member.type ?? '') &&
      /^[a-z]/.test(name) &&
      member.type !== '[]byte',
  );
}

function isKept(
  textOf: (code: Code) => string,
  owner: ClassCode,
  name: string,
  language: LanguageId,
): boolean {
  if (language === 'python' || language === 'ruby') return isMadeInside(owner, name, language);
  return owner.members.some(
    (member) =>
      member.kind === 'declare' &&
      lastWord(member.target) === name &&
      isPrivate(textOf(member), name, language) &&
      !FIXED.test(textOf(member)) &&
      !/\bstatic\b/.test(textOf(member)) &&
      holdsMany(member, language),
  );
}

function isPrivate(words: string, name: string, language: LanguageId): boolean {
  if (/\bprivate\b|^\s*#/.test(words) || /^[#_]/.test(name) || name.endsWith('_')) return true;
  // What says nothing is private in C#, and in a class of C++.
  return (
    language === 'cpp' ||
    (language === 'csharp' && !/\b(?:public|internal|protected)\b/.test(words))
  );
}

function holdsMany({ type, value }: Declare, language: LanguageId): boolean {
  if (value?.kind === 'list') return true;
  if (COLLECTION.test(type ?? '')) return true;
  const isMade = value?.kind === 'call' && value.isNew;
  return isMade && isEcmascript(language) && /^(?:Map|Set|Array)$/.test(lastWord(value.callee));
}

/** `self._lines = []` in the constructor. */
function isMadeInside({ members }: ClassCode, name: string, language: LanguageId): boolean {
  if (language === 'python' && !name.startsWith('_')) return false;
  for (const member of members) {
    if (member.kind !== 'function' || !/^(?:__init__|initialize)$/.test(member.name ?? ''))
      continue;
    for (const statement of member.body ? childrenOf(member.body) : []) {
      const set = statement.kind === 'expression' ? statement.value : statement;
      if (set.kind !== 'assign' || !isOfSelf(set.target) || lastWord(set.target) !== name) continue;
      return set.value?.kind === 'list' && set.value.items.length === 0;
    }
  }
  return false;
}
