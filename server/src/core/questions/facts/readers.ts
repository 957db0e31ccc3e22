import type { Code, FunctionCode } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { everythingIn, methodOf } from '../../code/say.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';
import { namesOf } from './variables.ts';
import { contains } from '../../text/range.ts';

const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/gu;
/** Calls by which variables are read by their names. */
const BY_NAME =
  /^(?:compact|extract|eval|locals|vars|binding|get_defined_vars|exec|include|include_once|require|require_once|render|erb|import|importlib|global|static)$/;

/** Who reads the variables of a function, as far as its text tells. */
export interface Readers {
  /** Whether any word in the function may read that name: code, or a text that may hold code. */
  isRead(name: string): boolean;
  /** Names that the function itself declares: a variable, with or without a value. */
  readonly declared: ReadonlySet<string>;
  /** Names that functions inside it mention. */
  readonly captured: ReadonlySet<string>;
  /** It asks for variables in a way that names none of them. */
  readonly isReadByName: boolean;
}

const known = new WeakMap<CodeView, Map<FunctionCode, Readers>>();

/**
 * Counts words. All of a function's text reads a name, but for the places that are known not to: what
 * is written to, keys, fields, names of arguments, words in comments and texts.
 */
export function readersOf(view: CodeView, scope: FunctionCode, language: LanguageId): Readers {
  const ofView = known.get(view) ?? new Map<FunctionCode, Readers>();
  known.set(view, ofView);
  const found = ofView.get(scope) ?? readReaders(view, scope, language);
  ofView.set(scope, found);
  return found;
}

function readReaders(view: CodeView, scope: FunctionCode, language: LanguageId): Readers {
  const { text } = view;
  const idle = new Set<number>();
  const declared = new Set<string>();
  const captured = new Set<string>();
  // PHP's `$$name` is whichever variable that says.
  let isReadByName = language === 'php' && /\$\{?\$/.test(view.textOf(scope));
  let innerEnd = -1;
  for (const node of everythingIn(scope)) {
    for (const at of idlePlaces(view, node, language)) idle.add(at);
    if (node.kind === 'declare' && innerEnd <= node.start)
      for (const name of namesOf(node.target)) declared.add(name);
    if (node.kind === 'function' && node !== scope) innerEnd = Math.max(innerEnd, node.end);
    if (node.kind === 'name' && node.start < innerEnd) captured.add(node.name);
    if (node.kind === 'call')
      isReadByName ||=
        BY_NAME.test(methodOf(node)) ||
        (node.callee.kind === 'name' && view.textOf(node.callee).startsWith('$'));
    const isInner = node.kind === 'function' && node !== scope && node.form === 'function';
    if ((node.kind === 'param' || isInner) && node.name !== undefined) {
      const at = nameIn(text, node.name, node.start, node.end);
      if (at !== undefined) idle.add(at);
    }
  }
  for (const comment of view.comments) {
    if (contains(scope, comment))
      for (const { index } of comment.text.matchAll(WORD)) idle.add(comment.start + index);
  }
  const read = new Set<string>();
  for (const { 0: word, index } of view.textOf(scope).matchAll(WORD)) {
    const at = scope.start + index + (word.length - word.replace(/^\$+/, '').length);
    const isBare = language === 'php' && !/[${]/.test(text[at - 1] ?? '');
    if (!idle.has(scope.start + index) && !idle.has(at) && !isBare)
      read.add(word.replace(/^\$+/, ''));
  }
  return {
    isRead: (name) => read.has(name.replace(/^\$+/, '')),
    declared,
    captured,
    isReadByName,
  };
}

/** Where names stand in a piece of code (not in what is in it) without being read. */
function* idlePlaces(view: CodeView, node: Code, language: LanguageId): Iterable<number> {
  const { text } = view;
  switch (node.kind) {
    case 'declare':
      // Without a value it may be what a grammar took for a declaration: C#'s `a * b` as an argument.
      if (node.value || !/^(?:csharp|cpp)$/.test(language)) yield* targets(node.target);
      return;
    case 'assign':
      if (node.operator === '=') yield* targets(node.target);
      // `total = total + 1;` reads it for itself.
      if (node.operator === '=' && node.target.kind === 'name' && isDropped(view, node))
        yield* ownOperands(node.value, node.target.name);
      else if (node.target.kind === 'name' && isDropped(view, node)) yield node.target.start;
      return;
    case 'loop':
      if (node.variable?.kind === 'name') yield node.variable.start;
      return;
    case 'entry':
      if (/^(?:python|php|go)$/.test(language)) return;
      if (node.key.kind === 'name' && isBareKey(text.slice(node.key.start, node.value.start)))
        yield node.key.start;
      return;
    case 'named':
      if (isBareKey(text.slice(node.start, node.value.start))) yield node.start;
      return;
    case 'attribute':
      yield node.start;
      return;
    case 'member': {
      const at = node.end - node.name.replace(/^#/, '').length;
      if (text.startsWith(node.name.replace(/^#/, ''), at)) yield at;
      return;
    }
    case 'text':
      yield* wordsBeside(text, node.start, node.end, node.parts, language);
      return;
    default:
  }
}

/** `total: …`, where the language does not look for a variable of that name. */
function isBareKey(lead: string): boolean {
  if (lead === '') return false;
  return !lead.includes('=>') && !lead.startsWith('[');
}

function* targets(target: Code): Iterable<number> {
  if (target.kind === 'name') yield target.start;
  for (const part of target.kind === 'pattern' ? target.parts : [])
    if (part.kind === 'name') yield part.start;
}

/** The places of a name among the operands of a sum or the like. */
function* ownOperands(value: Code | undefined, name: string): Iterable<number> {
  for (let node = value; node?.kind === 'binary'; node = node.left)
    for (const side of [node.left, node.right])
      if (side.kind === 'name' && side.name === name) yield side.start;
}

/** `count++;` as a statement: its value goes nowhere but back into the variable. */
function isDropped(view: CodeView, node: Code): boolean {
  const parent = view.parentOf(node);
  return parent?.kind === 'expression' && view.parentOf(parent)?.kind === 'body';
}

/** The words of a text that are no code. Rust's macros and PHP's texts read variables in them. */
function* wordsBeside(
  text: string,
  start: number,
  end: number,
  parts: readonly (string | Code)[],
  language: LanguageId,
): Iterable<number> {
  const words = text.slice(start, end);
  if (language === 'rust' && words.includes('{')) return;
  const code = parts.filter((part) => typeof part !== 'string');
  for (const { index } of words.matchAll(WORD)) {
    const at = start + index;
    const isCode = code.some((part) => part.start <= at && at < part.end);
    if (!isCode && !/[${#]/.test(text[at - 1] ?? '')) yield at;
  }
}

function nameIn(text: string, name: string, start: number, end: number): number | undefined {
  const bare = name.replace(/^[$#&*]+/, '');
  for (const { 0: word, index } of text.slice(start, end).matchAll(WORD))
    if (word.replace(/^\$+/, '') === bare) return start + index + word.length - bare.length;
  return undefined;
}

/**
 * The function whose variable it is. A lambda's own variables are its own; what is written to without
 * being declared belongs to what is around, where the language says so.
 */
export function scopeOf(
  view: CodeView,
  code: Code,
  language: LanguageId,
): FunctionCode | undefined {
  const functions = view.around(code).filter((one) => one.kind === 'function');
  if (language === 'ruby') return functions.find(({ form }) => !/^(?:block|lambda)$/.test(form));
  return functions[0];
}

/** Languages where a variable is declared before it is written to. */
export function declares(language: LanguageId): boolean {
  return isEcmascript(language) || /^(?:go|rust|java|csharp|cpp)$/.test(language);
}
