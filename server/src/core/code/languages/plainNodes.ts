import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Body, Code, Jump } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { first, joined, oneOrGroup } from '../pieces.ts';
import { at, other } from '../readCode.ts';

// How nodes are read that are no more than what is in them, whatever the language.

/** A block: its named children are its statements. */
export function body(node: SyntaxNode, m: CodeReading): Body {
  return { kind: 'body', ...at(node), statements: m.all(node) };
}

/** Several pieces that belong together. */
export function group(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'group', ...at(node), items: m.all(node) };
}

/** What a node holds: a single piece is itself. */
export function held(node: SyntaxNode, m: CodeReading): Code {
  return oneOrGroup(node, m.all(node));
}

/** A value that stands as a statement. */
export function expression(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'expression', ...at(node), value: first(node, m) };
}

/** Patterns of which one must fit. */
export function alternatives(node: SyntaxNode, m: CodeReading): Code {
  return joined(m.all(node), '|') ?? other(node, []);
}

/** Several values in their order. */
export function list(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'list', ...at(node), items: m.all(node) };
}

/** Values by their keys, of no type that has a name. */
export function dict(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'dict', ...at(node), type: undefined, entries: m.all(node) };
}

/** Entries where there is one with a key, a list otherwise. */
export function dictOrList(node: SyntaxNode, m: CodeReading): Code {
  const items = m.all(node);
  return items.some(({ kind }) => kind === 'entry')
    ? { kind: 'dict', ...at(node), type: undefined, entries: items }
    : { kind: 'list', ...at(node), items };
}

/** What takes a value apart. */
export function pattern(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'pattern', ...at(node), parts: m.all(node) };
}

/** `...a`. */
export function spread(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'spread', ...at(node), value: first(node, m) };
}

/** `await a`. */
export function awaiting(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'await', ...at(node), value: first(node, m) };
}

/** `yield`, with a value or without. */
export function yielding(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'yield', ...at(node), value: m.all(node)[0] };
}

/** `throw`, with a value or without. */
export function throwing(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'throw', ...at(node), value: m.all(node)[0] };
}

/** `return`, with a value or without. */
export function returning(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'return', ...at(node), value: m.all(node)[0], isImplicit: false };
}

/** The same where a comma may stand between several. */
export function returningAll(node: SyntaxNode, m: CodeReading): Code {
  const items = m.all(node);
  const value = items.length === 0 ? undefined : oneOrGroup(node, items);
  return { kind: 'return', ...at(node), value, isImplicit: false };
}

/** Reads a node as a word that leaves a loop or goes on elsewhere. */
export function jump(word: Jump['word']): ReadNode {
  return (node) => ({ kind: 'jump', ...at(node), word });
}
