import type { Body, Code } from '../../code/code.ts';
import { isStreamPrint, logLevelOf } from './logCalls.ts';
import { isNothing } from './nothing.ts';
import { inner } from './transparent.ts';

/**
 * What becomes of an error where it is caught: `silent` is nothing at all, `printed` and `logged` are
 * words, `nothing` is an empty value in its place.
 */
export type Fate =
  | { readonly kind: 'silent' | 'printed' | 'logged' }
  | { readonly kind: 'nothing'; readonly value: Code };

/** The fate of an error that a body handles; undefined where something is done about it. */
export function fateIn({ statements }: Body): Fate | undefined {
  let fate: Fate = { kind: 'silent' };
  for (const statement of statements) {
    const next = fateOf(statement);
    if (next === undefined) return undefined;
    if (next.kind === 'nothing' && fate.kind === 'logged') return undefined;
    if (next.kind !== 'silent' && fate.kind !== 'nothing') fate = next;
  }
  return fate;
}

function fateOf(statement: Code): Fate | undefined {
  switch (statement.kind) {
    case 'jump':
      return { kind: 'silent' };
    case 'return':
      return statement.value ? fateOfValue(statement.value) : { kind: 'silent' };
    case 'expression':
      return fateOfValue(statement.value);
    case 'group':
      return statement.items.length === 0 ? { kind: 'silent' } : undefined;
    case 'other':
      return statement.children.length === 0 ? { kind: 'silent' } : undefined;
    default:
      return undefined;
  }
}

function fateOfValue(code: Code): Fate | undefined {
  const value = inner(code);
  if (value.kind === 'call') {
    // `setItems([])`: an empty state for a screen.
    const [only, ...more] = value.args;
    const isSetter = value.callee.kind === 'name' && /^set[A-Z]/.test(value.callee.name);
    if (isSetter && only && more.length === 0 && isEmptyList(only))
      return { kind: 'nothing', value: only };
    const level = logLevelOf(value);
    if (level === 'log') return { kind: 'logged' };
    if (level !== undefined) return { kind: 'printed' };
  }
  if (isStreamPrint(value)) return { kind: 'printed' };
  // `(void)e`, to please the compiler.
  if (code.kind === 'cast' && value.kind === 'name') return { kind: 'silent' };
  // `data = []`
  if (value.kind === 'assign' && value.operator === '=' && value.value) {
    return isNothing(value.value) ? { kind: 'nothing', value: value.value } : undefined;
  }
  return isNothing(value) ? { kind: 'nothing', value } : undefined;
}

function isEmptyList(code: Code): boolean {
  return (
    (code.kind === 'list' && code.items.length === 0) ||
    (code.kind === 'dict' && code.entries.length === 0)
  );
}
