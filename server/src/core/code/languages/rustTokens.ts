import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { at } from '../readCode.ts';
import { asStatement } from './rustBodies.ts';
import { RUST_COMMENTS } from './rustComments.ts';
import { tokenExpression } from './rustTokenExpression.ts';
import { type Found, isOpenedBy, type Tokens } from './rustTokenList.ts';

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

function tokensOf(tree: SyntaxNode): SyntaxNode[] {
  return tree.children.slice(1, -1).filter(({ type }) => !RUST_COMMENTS.has(type));
}

function argumentsIn(source: Tokens, isBraced: boolean): Code[] {
  const { tokens } = source;
  const found: Code[] = [];
  let next = 0;
  while (next < tokens.length) {
    if (isSeparator(tokens[next])) {
      next++;
      continue;
    }
    const one = argument(source, next, isBraced);
    found.push(one.code);
    next = one.next;
  }
  return found;
}

function isSeparator(token: SyntaxNode | undefined): boolean {
  return token === undefined || token.type === ',' || token.type === ';';
}

/** One argument: an expression, a name or key with its value, or pieces of something else. */
function argument(source: Tokens, from: number, isBraced: boolean): Found {
  const { tokens } = source;
  const pieces: Code[] = [];
  let isWhole = true;
  let next = from;
  while (!isSeparator(tokens[next])) {
    const found = tokenExpression(source, next);
    const last = pieces.at(-1);
    const mark = tokens[next]?.type;
    const isPair = last !== undefined && (mark === ':' || mark === '=>');
    const value = isPair ? tokenExpression(source, next + 1) : undefined;
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
