import type { Code, If, Member, Name } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { everythingIn, lastWord, mentions, methodOf, plainText } from '../../code/say.ts';
import { isLeaving, isTelling, leaves } from './leaving.ts';
import { contains } from '../../text/range.ts';

/** Where a variable stands, or a field of the object at hand (`@user`, `this.user`). */
export type Place = Name | Member;

/** A variable that may hold nothing from some place on. */
export interface Watched {
  /** All places in the block that name it, in text order. */
  readonly names: readonly Place[];
  /** What is in front of its end is not looked at. */
  readonly origin: Code;
  /** Whether the variable, where it stands, must hold something. */
  isUse(name: Place, parent: Code): boolean;
}

/**
 * The first use of a variable that no check of it comes before: `if (x)`, `x &&`, an early return,
 * an assertion, another value. Undefined where there is none.
 */
export function firstUnchecked(view: CodeView, watched: Watched): Code | undefined {
  const home = functionAround(view, watched.origin);
  let from = watched.origin.end;
  for (const one of watched.names) {
    if (one.start < from) continue;
    if (home && home.end <= one.start) return undefined;
    if (isElsewhere(view, one, watched.origin)) continue;
    const role = roleOf(view, one, watched);
    if (role.kind === 'stop') return undefined;
    if (role.kind === 'use') return role.code;
    if (role.kind === 'skip') from = role.to;
  }
  return undefined;
}

/** Whether a variable is checked before a place. */
export function isCheckedBefore(view: CodeView, watched: Watched, place: Code): boolean {
  const home = functionAround(view, place);
  return watched.names.some((one) => {
    if (place.start <= one.start || (home && one.start < home.start)) return false;
    const role = roleOf(view, one, watched);
    if (role.kind === 'skip') return place.start < role.to;
    return role.kind === 'stop' && !isTarget(view, one);
  });
}

/** The places that name each variable, in text order. */
export function placesByName(view: CodeView): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const one of view.all('name', 'member')) {
    const name = placeName(one);
    if (name === undefined) continue;
    const list = places.get(name) ?? [];
    places.set(name, list);
    list.push(one);
  }
  return places;
}

/** The name that a variable, or a field of the object at hand, is known by; undefined for all else. */
export function placeName(code: Code): string | undefined {
  if (code.kind === 'name') return code.name;
  if (code.kind !== 'member' || code.object.kind !== 'name') return undefined;
  return /^(?:self|this)$/.test(code.object.name) ? `self.${code.name}` : undefined;
}

type Role =
  | { readonly kind: 'none' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'skip'; readonly to: number }
  | { readonly kind: 'use'; readonly code: Code };

const NONE: Role = { kind: 'none' };
const STOP: Role = { kind: 'stop' };

function functionAround(view: CodeView, code: Code): Code | undefined {
  return view.around(code).find(({ kind }) => kind === 'function');
}

/** Another branch than the origin's, or another variable of that name. */
function isElsewhere(view: CodeView, one: Place, origin: Code): boolean {
  const around = view.around(one);
  for (const [i, node] of around.entries()) {
    const inner = around[i - 1] ?? one;
    if (contains(node, origin)) {
      // The innermost that holds both.
      if (node.kind === 'if') return node.otherwise === inner && origin.end <= inner.start;
      return node.kind === 'switch' && inner.kind === 'case' && inner.start >= origin.end;
    }
    if (one.kind === 'name' && hides(node, one.name)) return true;
    if (node.kind === 'comprehension' && binds(node.clauses, one.name)) return true;
    if (node.kind === 'class') return true;
  }
  return false;
}

/** A parameter or a caught error of that name is another variable. */
function hides(node: Code, name: string): boolean {
  if (node.kind === 'function') return node.params.some((param) => param.name === name);
  return node.kind === 'catch' && node.name === name;
}

function binds(clauses: readonly Code[], name: string): boolean {
  return clauses.some((clause) => clause.kind === 'assign' && mentions(clause.target, name));
}

function isTarget(view: CodeView, one: Place): boolean {
  let node: Code = one;
  let parent = view.parentOf(node);
  while (parent?.kind === 'pattern' || parent?.kind === 'spread') {
    node = parent;
    parent = view.parentOf(parent);
  }
  if (parent?.kind === 'assign' || parent?.kind === 'declare') return parent.target === node;
  return parent?.kind === 'loop' && parent.variable === node;
}

function roleOf(view: CodeView, one: Place, watched: Watched): Role {
  if (isTarget(view, one)) return STOP;
  const parent = view.parentOf(one);
  if (!parent) return NONE;
  const asked = questionOf(view, one, parent);
  if (!asked && watched.isUse(one, parent)) {
    return isGuardedBehind(view, one) ? NONE : { kind: 'use', code: parent };
  }
  return checkRole(view, asked ?? { code: one, isNegative: false, isTest: false });
}

/** `x.a if x`, `x.a if x else b`: the condition stands behind. */
function isGuardedBehind(view: CodeView, one: Place): boolean {
  for (const node of view.around(one)) {
    if (node.kind === 'body' || node.kind === 'function') {
      const holder = view.parentOf(node);
      const isBehind = holder?.kind === 'if' && one.end <= holder.condition.start;
      return isBehind && isIn(holder.condition, one);
    }
    const isConditional = node.kind === 'conditional' && one.end <= node.condition.start;
    if (isConditional && isIn(node.condition, one)) return true;
  }
  return false;
}

function isIn(code: Code, place: Place): boolean {
  if (place.kind === 'name') return mentions(code, place.name);
  for (const node of everythingIn(code)) if (placeName(node) === placeName(place)) return true;
  return false;
}

interface Asked {
  /** What is true or false. */
  readonly code: Code;
  /** True where it holds if there is nothing. */
  readonly isNegative: boolean;
  /** It is a test, not only a value. */
  readonly isTest: boolean;
}

const SAYS_NOTHING =
  /^(?:isNull|isNil|isUndefined|is_null|is_none|is_err|nil\?|blank\?|empty\?|empty|isEmpty|IsNullOrEmpty|IsNullOrWhiteSpace|isNullOrUndefined|IsNil|is_empty|expired)$/;
const SAYS_SOMETHING =
  /^(?:isset|isPresent|is_some|is_ok|present\?|is_object|is_array|is_string|is_a\?|isDefined|has_value|hasValue|HasValue|ifPresent|notNil|isNotNull|nonNull|is_a|is_some_and|ok|Boolean|bool|isinstance|isArray|is_numeric|instance_of\?|kind_of\?)$/;
const ASSERTS =
  /assert|invariant|expect|require|ensure|verify|check|notnull|not_null|notnil|must|precondition|(?:die|abort|throw|raise)_?(?:if|unless)|^isTrue|^Contract/i;

/** What asks about the variable where it stands: `x?.a`, `x.nil?`, `isset(x)`, `x == null`, `x.isPresent()`. */
function questionOf(view: CodeView, one: Place, parent: Code): Asked | undefined {
  if (parent.kind === 'member' && parent.object === one) {
    const word = parent.name;
    const call = view.parentOf(parent);
    const code = call?.kind === 'call' && call.callee === parent ? call : parent;
    if (SAYS_NOTHING.test(word)) return { code, isNegative: true, isTest: true };
    if (SAYS_SOMETHING.test(word)) return { code, isNegative: false, isTest: true };
  }
  const isOptional = (parent.kind === 'member' || parent.kind === 'index') && parent.isOptional;
  if (isOptional && parent.object === one) {
    return { code: chainOf(view, parent), isNegative: false, isTest: false };
  }
  if (parent.kind === 'index' && parent.object === one) {
    // PHP's `isset($x['a'])`.
    const call = view.parentOf(parent);
    if (call?.kind === 'call' && /^(?:isset|empty)$/.test(methodOf(call))) {
      return { code: call, isNegative: methodOf(call) === 'empty', isTest: true };
    }
  }
  return undefined;
}

/** The whole of `x?.a.b()`. */
function chainOf(view: CodeView, link: Code): Code {
  let node = link;
  for (let parent = view.parentOf(node); parent; parent = view.parentOf(node)) {
    const isNext =
      ((parent.kind === 'member' || parent.kind === 'index') && parent.object === node) ||
      (parent.kind === 'call' && parent.callee === node);
    if (!isNext) return node;
    node = parent;
  }
  return node;
}

/** What a value that is asked for, or only stands somewhere, means for what comes after it. */
function checkRole(view: CodeView, asked: Asked): Role {
  let { code, isNegative, isTest } = asked;
  let joint: Code | undefined;
  let isMixed = false;
  for (let parent = view.parentOf(code); parent; parent = view.parentOf(code)) {
    switch (parent.kind) {
      case 'unary':
        if (parent.operator === '!') isNegative = !isNegative;
        else if (parent.operator !== 'typeof') return NONE;
        isTest = true;
        break;
      case 'cast':
      case 'await':
      case 'assign':
        if (parent.kind === 'assign' && parent.value !== code) return NONE;
        if (parent.kind === 'assign' && view.parentOf(parent)?.kind === 'expression') {
          return ending(joint, isTest);
        }
        break;
      case 'binary': {
        const { operator, left, right } = parent;
        if (operator === '&&' || operator === '||' || operator === '??' || operator === '?:') {
          if (left === code && isLeaving(right)) return STOP;
          isMixed ||= operator !== (isNegative ? '||' : '&&');
          joint ??= parent;
          break;
        }
        if (!COMPARES.test(operator)) return NONE;
        const other = left === code ? right : left;
        if (!isNothing(other)) {
          isMixed ||= operator !== 'matches' && operator !== 'instanceof';
        } else if (!operator.startsWith('!') && operator !== 'is not') isNegative = !isNegative;
        isTest = true;
        break;
      }
      case 'call': {
        const name = methodOf(parent);
        if (ASSERTS.test(name)) return STOP;
        if (parent.callee === code) return NONE;
        if (SAYS_NOTHING.test(name)) isNegative = !isNegative;
        if (SAYS_NOTHING.test(name) || SAYS_SOMETHING.test(name)) isTest = true;
        // In a condition, any question about it may be the check: `isUser(x)`.
        else isMixed = true;
        break;
      }
      case 'conditional':
        if (parent.condition !== code) return ending(joint, isTest);
        return { kind: 'skip', to: parent.end };
      case 'if':
        return parent.condition === code ? ifRole(parent, isNegative, isMixed) : NONE;
      case 'loop':
        return parent.condition === code ? STOP : NONE;
      case 'switch':
        return parent.subject === code ? STOP : NONE;
      default:
        return ending(joint, isTest);
    }
    code = parent;
  }
  return NONE;
}

const COMPARES = /^(?:[!=]==?|is|is not|instanceof|matches|in|not in|<=?|>=?|<=>|=~)$/;

/** An expression ends: what its `&&` guards is in it. */
function ending(joint: Code | undefined, isTest: boolean): Role {
  if (isTest && !joint) return STOP;
  return joint ? { kind: 'skip', to: joint.end } : NONE;
}

function isNothing(code: Code): boolean {
  if (code.kind === 'constant') return code.value !== true;
  if (code.kind === 'text') return /^(?:undefined)?$/.test(plainText(code) ?? '-');
  if (code.kind === 'call') return /^c?r?end$/.test(methodOf(code));
  return /^(?:NULL|nil|npos|undefined|None|Nothing)$/.test(lastWord(code));
}

function ifRole(one: If, isNegative: boolean, isMixed: boolean): Role {
  if (isMixed) return STOP;
  if (isNegative) {
    // A branch that only tells somebody goes on with nothing.
    const goesOn = one.whenTrue.statements.every(isTelling);
    return goesOn && one.otherwise === undefined ? { kind: 'skip', to: one.end } : STOP;
  }
  if (one.otherwise !== undefined || leaves(one.whenTrue)) return STOP;
  return { kind: 'skip', to: one.end };
}
