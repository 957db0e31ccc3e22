import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Body, Code } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { functionCode } from '../make.ts';
import { at } from '../readCode.ts';
import { asStatement, returning, returnOf } from './rustBodies.ts';
import { RUST_COMMENTS } from './rustComments.ts';
import { macroCall } from './rustFormats.ts';
import { precedenceOf, reduced } from './rustOperators.ts';

/**
 * The grammar gives what a macro takes as tokens only. What looks like expressions between commas
 * is read as such; of what does not, each piece that does.
 */
export function argumentsOf(tree: SyntaxNode, m: CodeReading): Code[] {
  return argumentsIn({ tokens: tokensOf(tree), m, closures: 0 }, isOpenedBy(tree, '{'));
}

/** Brackets with what is in them: entries or statements in braces, else a list. */
export function treeCode(tree: SyntaxNode, m: CodeReading): Code {
  const items = argumentsOf(tree, m);
  if (!isOpenedBy(tree, '{')) return { kind: 'list', ...at(tree), items };
  if (0 < items.length && items.every(({ kind }) => kind === 'entry')) {
    return { kind: 'dict', ...at(tree), type: undefined, entries: items };
  }
  return { kind: 'body', ...at(tree), statements: items.map((one) => asStatement(one, tree)) };
}

function isOpenedBy(tree: SyntaxNode, bracket: string): boolean {
  return tree.children[0]?.type === bracket;
}

interface Source {
  readonly tokens: readonly SyntaxNode[];
  readonly m: CodeReading;
  /** How many closures it is in. */
  readonly closures: number;
}

/** Code, and the token behind it. */
interface Found {
  readonly code: Code;
  readonly next: number;
}

/** What is longer than this is cut: people do not write it, and what is nested has to end. */
const MAX_STEPS = 100;
const MAX_PREFIXES = 20;
const MAX_CLOSURES = 20;

function tokensOf(tree: SyntaxNode): SyntaxNode[] {
  return tree.children.slice(1, -1).filter(({ type }) => !RUST_COMMENTS.has(type));
}

function argumentsIn(source: Source, isBraced: boolean): Code[] {
  const { tokens } = source;
  const found: Code[] = [];
  let next = 0;
  while (next < tokens.length) {
    if (isSeparator(tokens[next])) {
      next++;
      continue;
    }
    const one = argument(source, next, isBraced);
    if (one.code) found.push(one.code);
    next = one.next;
  }
  return found;
}

function isSeparator(token: SyntaxNode | undefined): boolean {
  return token === undefined || token.type === ',' || token.type === ';';
}

/** One argument: an expression, a name or key with its value, or pieces of something else. */
function argument(
  source: Source,
  from: number,
  isBraced: boolean,
): { readonly code: Code | undefined; readonly next: number } {
  const { tokens } = source;
  const pieces: Code[] = [];
  let isWhole = true;
  let next = from;
  while (!isSeparator(tokens[next])) {
    const found = expression(source, next);
    const last = pieces.at(-1);
    const mark = tokens[next]?.type;
    const isPair = last !== undefined && (mark === ':' || mark === '=>');
    const value = isPair ? expression(source, next + 1) : undefined;
    if (isPair && value) {
      pieces.splice(-1, 1, paired(last, value.code, mark === ':' && !isBraced));
      next = value.next;
    } else if (found) {
      isWhole &&= pieces.length === 0;
      pieces.push(found.code);
      next = found.next;
    } else {
      isWhole = false;
      next++;
    }
  }
  const [only] = pieces;
  if (only && isWhole) return { code: isBraced ? only : asNamed(only), next };
  const start = tokens[from]?.startIndex ?? 0;
  const end = tokens[next - 1]?.endIndex ?? start;
  return { code: { kind: 'other', start, end, type: 'token_tree', children: pieces }, next };
}

/** `a: 1` in parentheses has a name; in braces, and with `=>`, it is an entry. */
function paired(key: Code, value: Code, isNamed: boolean): Code {
  const range = { start: key.start, end: value.end };
  return isNamed && key.kind === 'name'
    ? { kind: 'named', ...range, name: key.name, value }
    : { kind: 'entry', ...range, key, value };
}

/** `a = 1` in parentheses. */
function asNamed(code: Code): Code {
  if (code.kind !== 'assign' || code.operator !== '=' || !code.value) return code;
  const { start, end, target, value } = code;
  return target.kind === 'name' ? { kind: 'named', start, end, name: target.name, value } : code;
}

/** Operands and operators, the ones that bind tighter first; a stack, as chains can be long. */
function expression(source: Source, from: number): Found | undefined {
  const first = operand(source, from);
  if (!first) return undefined;
  const operands: Code[] = [first.code];
  const operators: string[] = [];
  let { next } = first;
  for (let step = 0; step < MAX_STEPS; step++) {
    const operator = source.tokens[next]?.type ?? '';
    const precedence = precedenceOf(operator);
    const right = precedence === undefined ? undefined : operand(source, next + 1);
    if (precedence === undefined || !right) break;
    reduceWhile(operands, operators, precedence);
    operators.push(operator);
    operands.push(right.code);
    ({ next } = right);
  }
  reduceWhile(operands, operators, 0);
  const [code] = operands;
  return code && { code, next };
}

function reduceWhile(operands: Code[], operators: string[], precedence: number): void {
  for (let last = operators.at(-1); last !== undefined; last = operators.at(-1)) {
    if ((precedenceOf(last) ?? 0) < precedence) return;
    const right = operands.pop();
    const left = operands.pop();
    operators.pop();
    if (left && right) operands.push(reduced(last, left, right));
  }
}

const PREFIXES: ReadonlySet<string> = new Set(['!', '-', '*', '&', '&&', '%', '?', '..', '..=']);

interface Prefix {
  readonly operator: string;
  readonly start: number;
}

/** What operators stand between, with what stands before and behind it. */
function operand(source: Source, from: number): Found | undefined {
  const prefixes: Prefix[] = [];
  let next = from;
  for (; prefixes.length < MAX_PREFIXES; next++) {
    const token = source.tokens[next];
    if (!token || !PREFIXES.has(token.type)) break;
    const isMutable = source.tokens[next + 1]?.type === 'mutable_specifier';
    prefixes.push({ operator: isMutable ? '&mut' : token.type, start: token.startIndex });
    if (isMutable) next++;
  }
  const found = closure(source, next) ?? postfixed(source, next);
  if (!found) return undefined;
  return cast(source, { ...found, code: prefixed(prefixes, found.code) });
}

function prefixed(prefixes: readonly Prefix[], code: Code): Code {
  return prefixes.reduceRight<Code>((inner, { operator, start }) => {
    const range = { start, end: inner.end };
    if (!operator.startsWith('..')) return { kind: 'unary', ...range, operator, operand: inner };
    const isInclusive = operator !== '..';
    return { kind: 'interval', ...range, from: undefined, to: inner, isInclusive };
  }, code);
}

/** `a as u8`. */
function cast({ tokens, m }: Source, found: Found): Found {
  const word = tokens[found.next];
  if (!word || m.textOf(word) !== 'as') return found;
  let next = found.next + 1;
  while (TYPES.has(tokens[next]?.type ?? '')) next++;
  const type = tokens[found.next + 1];
  const last = tokens[next - 1];
  if (!type || !last || next === found.next + 1) return found;
  const { code } = found;
  return {
    code: {
      kind: 'cast',
      start: code.start,
      end: last.endIndex,
      form: 'convert',
      value: code,
      type: m.text.slice(type.startIndex, last.endIndex),
    },
    next,
  };
}

const TYPES: ReadonlySet<string> = new Set([
  ...['identifier', 'primitive_type', 'type_identifier', '::', 'self', 'crate', 'super'],
]);

/** `|a, b| …`. */
function closure(source: Source, from: number): Found | undefined {
  const { tokens, m, closures } = source;
  if (MAX_CLOSURES < closures) return undefined;
  const words: string[] = [];
  for (const token of tokens.slice(from, from + 2)) {
    const word = m.textOf(token);
    if (word !== 'move' && word !== 'async') break;
    words.push(word);
  }
  const next = from + words.length;
  const open = tokens[next];
  if (open?.type !== '|' && open?.type !== '||') return undefined;
  const names = open.type === '||' ? [] : tokens.slice(next + 1, next + 1 + MAX_STEPS);
  const length = names.findIndex(({ type }) => type === '|');
  if (open.type === '|' && length < 0) return undefined;
  const inside = { ...source, closures: closures + 1 };
  const body = expression(inside, open.type === '||' ? next + 1 : next + length + 2);
  const start = tokens[from]?.startIndex ?? open.startIndex;
  if (!body) return undefined;
  const { code } = body;
  const read: Body = code.kind === 'body' ? returning(code) : returnOf(code);
  const lambda = functionCode(
    {
      start,
      end: code.end,
      form: 'lambda',
      name: undefined,
      params: names
        .slice(0, Math.max(0, length))
        .filter(({ type }, index, all) => isParam(type, all[index - 1]?.type))
        .map((one) => ({
          kind: 'param',
          ...at(one),
          name: m.textOf(one),
          pattern: undefined,
          type: undefined,
          value: undefined,
          isRest: false,
          isOptional: false,
        })),
      receiver: undefined,
      returns: undefined,
      isAsync: words.includes('async'),
      isGenerator: false,
      modifiers: words,
      decorators: [],
    },
    () => read,
  );
  return { code: lambda, next: body.next };
}

/** Not the type behind a colon. */
function isParam(type: string, before: string | undefined): boolean {
  return type === '_' || (type === 'identifier' && before !== ':' && before !== '::');
}

const LITERALS: ReadonlySet<string> = new Set([
  ...['string_literal', 'raw_string_literal', 'char_literal', 'integer_literal'],
  ...['float_literal', 'boolean_literal', 'token_tree', 'token_repetition'],
]);
const NAMES: ReadonlySet<string> = new Set([
  ...['identifier', 'self', 'super', 'crate', 'metavariable', 'primitive_type', '_'],
]);

/** A literal or name, and the calls, fields and brackets behind it. */
function postfixed(source: Source, from: number): Found | undefined {
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

/** Parentheses around one thing say nothing. */
function unwrapped(code: Code, tree: SyntaxNode): Code {
  if (code.kind !== 'list' || code.items.length !== 1 || !isOpenedBy(tree, '(')) return code;
  return code.items[0] ?? code;
}

/** Words that the grammar takes for names among tokens. */
const KEYWORDS: ReadonlySet<string> = new Set([
  ...[
    'as',
    'async',
    'await',
    'else',
    'if',
    'in',
    'let',
    'loop',
    'match',
    'move',
    'return',
    'while',
  ],
]);

function behind(source: Source, { code, next }: Found): Found | undefined {
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
function skipTypes({ tokens }: Source, { code, next }: Found): Found | undefined {
  let depth = 0;
  for (let index = next; index < Math.min(tokens.length, next + MAX_STEPS); index++) {
    const type = tokens[index]?.type;
    if (type === '<') depth++;
    if (type === '>' || type === '>>') depth -= type.length;
    if (depth <= 0) return { code, next: index + 1 };
  }
  return undefined;
}

function macro({ tokens, m }: Source, { code, next }: Found): Found | undefined {
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
function bracketed({ tokens, m }: Source, { code, next }: Found): Found | undefined {
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
