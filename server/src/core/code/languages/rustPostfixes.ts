import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { macroCall } from './rustFormats.ts';
import { type Found, isOpenedBy, MAX_STEPS, type Tokens } from './rustTokenList.ts';

/** A literal or name, and the calls, fields and brackets behind it. */
export function postfixed(source: Tokens, from: number): Found | undefined {
  const { tokens, m } = source;
  const token = tokens[from];
  if (!token || !(LITERALS.has(token.type) || NAMES.has(token.type))) return undefined;
  if (KEYWORDS.has(m.textOf(token))) return undefined;
  let found: Found = { code: unwrapped(m.code(token), token), next: from + 1 };
  for (let step = 0; step < MAX_STEPS; step++) {
    const further = behind(source, found);
    if (!further) return found;
    found = further;
  }
  return found;
}

const LITERALS: ReadonlySet<string> = new Set([
  ...['string_literal', 'raw_string_literal', 'char_literal', 'integer_literal'],
  ...['float_literal', 'boolean_literal', 'token_tree', 'token_repetition'],
]);
const NAMES: ReadonlySet<string> = new Set([
  ...['identifier', 'self', 'super', 'crate', 'metavariable', 'primitive_type', '_'],
]);

/** Parentheses around one thing say nothing. */
function unwrapped(code: Code, tree: SyntaxNode): Code {
  if (code.kind !== 'list' || code.items.length !== 1 || !isOpenedBy(tree, '(')) return code;
  return code.items[0] ?? code;
}

/** Words that the grammar takes for names among tokens. */
const KEYWORDS: ReadonlySet<string> = new Set([
  ...['as', 'async', 'await', 'else', 'if', 'in', 'let', 'loop', 'match', 'move', 'return'],
  'while',
]);

function behind(source: Tokens, { code, next }: Found): Found | undefined {
  const { tokens, m } = source;
  const token = tokens[next];
  const second = tokens[next + 1];
  if (!token) return undefined;
  const range = { start: code.start, end: token.endIndex };
  switch (token.type) {
    case '?':
      return { code: { kind: 'propagate', ...range, value: code }, next: next + 1 };
    case '::':
      if (second?.type === '<') return skipTypes(source, { code, next: next + 1 });
      return second && named(code, second, m, next + 2);
    case '.':
      if (second && m.textOf(second) === 'await') {
        const end = second.endIndex;
        return { code: { kind: 'await', start: code.start, end, value: code }, next: next + 2 };
      }
      return second && named(code, second, m, next + 2);
    case '!':
      return second?.type === 'token_tree' ? macro(source, { code, next }) : undefined;
    case 'token_tree':
      return bracketed(source, { code, next });
    default:
      return undefined;
  }
}

function named(object: Code, node: SyntaxNode, m: CodeReading, next: number): Found | undefined {
  if (!NAMES.has(node.type) && node.type !== 'integer_literal') return undefined;
  const range = { start: object.start, end: node.endIndex };
  return {
    code: { kind: 'member', ...range, object, name: m.textOf(node), isOptional: false },
    next,
  };
}

/** `::<T>` says nothing here. */
function skipTypes({ tokens }: Tokens, { code, next }: Found): Found | undefined {
  let depth = 0;
  for (let index = next; index < Math.min(tokens.length, next + MAX_STEPS); index++) {
    const type = tokens[index]?.type;
    if (type === '<') depth++;
    if (type === '>' || type === '>>') depth -= type.length;
    if (depth <= 0) return { code, next: index + 1 };
  }
  return undefined;
}

function macro({ tokens, m }: Tokens, { code, next }: Found): Found | undefined {
  const mark = tokens[next];
  const tree = tokens[next + 1];
  if (!mark || !tree || (code.kind !== 'name' && code.kind !== 'member')) return undefined;
  const callee: Code = { ...code, end: mark.endIndex, name: `${code.name}!` };
  const range = { start: code.start, end: tree.endIndex, text: m.text };
  return { code: macroCall(callee, macroArguments(tree, m), range), next: next + 2 };
}

/** Through the reading of the tree, which ends where too much is nested. */
function macroArguments(tree: SyntaxNode, m: CodeReading): readonly Code[] {
  const inside = m.code(tree);
  switch (inside.kind) {
    case 'list':
      return inside.items;
    case 'body':
      return inside.statements;
    case 'dict':
      return inside.entries;
    default:
      return [inside];
  }
}

/** A call, an index, or a struct's fields; other braces do not belong to what is before them. */
function bracketed({ tokens, m }: Tokens, { code, next }: Found): Found | undefined {
  const tree = tokens[next];
  if (!tree) return undefined;
  const range = { start: code.start, end: tree.endIndex };
  const parts = { isNew: false, isOptional: false };
  const read = (make: (items: readonly Code[]) => Code): Found => ({
    code: make(macroArguments(tree, m)),
    next: next + 1,
  });
  if (isOpenedBy(tree, '(')) {
    return read((args) => ({ kind: 'call', ...range, callee: code, args, ...parts }));
  }
  if (isOpenedBy(tree, '[')) {
    return read(([index]) => ({ kind: 'index', ...range, object: code, index, isOptional: false }));
  }
  const isType = (code.kind === 'name' || code.kind === 'member') && /^\p{Lu}/u.test(code.name);
  if (!isType) return undefined;
  const type = m.text.slice(code.start, code.end);
  return read((items) => ({ kind: 'dict', ...range, type, entries: items.map(asEntry) }));
}

/** `a` alone is the field and its value; `..b` gives the rest. */
function asEntry(item: Code): Code {
  const code = item.kind === 'expression' ? item.value : item;
  const { start, end } = code;
  if (code.kind === 'name') return { kind: 'entry', start, end, key: code, value: code };
  if (code.kind !== 'interval' || code.from || !code.to) return code;
  return { kind: 'spread', start, end, value: code.to };
}
