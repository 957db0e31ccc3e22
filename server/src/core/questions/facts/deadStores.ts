import type { Body, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import type { LanguageId } from '../languageId.ts';
import { isLiteral } from './repeatable.ts';
import { readersOf, scopeOf } from './readers.ts';
import { namesOf } from './variables.ts';

const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/gu;

/** A value that is written over before anything reads it. */
export interface DeadStore {
  readonly at: Code;
  readonly name: string;
  /** What writes over it. */
  readonly by: Code;
}

/** Values that the very next mention of their variable writes over, in the same list of statements. */
export function* deadStores(
  view: CodeView,
  language: LanguageId,
  isOwnVariable: (one: Code, name: string) => boolean,
): Iterable<DeadStore> {
  for (const body of view.all('body')) yield* inBody(view, language, body, isOwnVariable);
}

function* inBody(
  view: CodeView,
  language: LanguageId,
  body: Body,
  isOwnVariable: (one: Code, name: string) => boolean,
): Iterable<DeadStore> {
  const open = new Map<string, Code>();
  for (const statement of body.statements) {
    const write = writeIn(statement);
    // A word in a text or a comment may be code to somebody.
    const read = new Set(
      [...view.textOf(write?.value ?? statement).matchAll(WORD)].map(([word]) =>
        word.replace(/^\$+/, ''),
      ),
    );
    for (const name of read) open.delete(name);
    if (!write) continue;
    const names = namesOf(write.target).filter((name) => /^[^_]/.test(name));
    for (const name of names) {
      const before = open.get(name);
      if (before && !isEither(view, before, statement)) yield { at: before, name, by: statement };
      open.delete(name);
      if (isWorthReading(write.value) && canBeTold(view, language, statement, name))
        if (isOwnVariable(write.at, name)) open.set(name, write.at);
    }
  }
}

/** Only one of the two is compiled. */
function isEither({ text }: CodeView, first: Code, second: Code): boolean {
  return /#\[cfg|^\s*#\s*(?:if|else|elif)/m.test(
    text.slice(Math.max(0, first.start - MAX_LEAD), second.end),
  );
}

/** What says that a statement is only compiled sometimes stands no further in front of it. */
const MAX_LEAD = 120;

interface Write {
  readonly at: Code;
  readonly target: Code;
  readonly value: Code;
}

/** `x = a()`, `const x = a()`, `x, err := a()`. */
function writeIn(statement: Code): Write | undefined {
  const at = statement.kind === 'expression' ? statement.value : statement;
  if (at.kind === 'declare' && at.value) return { at, target: at.target, value: at.value };
  if (at.kind !== 'assign' || at.operator !== '=' || !at.value) return undefined;
  const parts = at.target.kind === 'pattern' ? at.target.parts : [at.target];
  // `a[i] = x` reads what it is put into.
  return parts.every(({ kind }) => kind === 'name')
    ? { at, target: at.target, value: at.value }
    : undefined;
}

/** What stands for nothing yet is there to be written over. */
function isWorthReading(value: Code): boolean {
  switch (value.kind) {
    case 'name':
    case 'list':
    case 'dict':
    case 'function':
    case 'class':
      return false;
    case 'call':
      return 0 < value.args.length || !(value.isNew || value.callee.kind === 'name');
    default:
      return !isLiteral(value);
  }
}

/** Nobody else can look at the variable in between: no closure, no handler of an error. */
function canBeTold(view: CodeView, language: LanguageId, at: Code, name: string): boolean {
  const scope = scopeOf(view, at, language);
  if (!scope) return false;
  const { captured, isReadByName } = readersOf(view, scope, language);
  if (captured.has(name) || isReadByName) return false;
  return !view.enclosing(at, 'try', 'defer') || at.kind === 'declare';
}
