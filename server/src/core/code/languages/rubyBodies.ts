import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Body, Catch, Code } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { bodyAround } from '../pieces.ts';
import { at } from '../readCode.ts';

/** Ruby's lists of statements. One with a `rescue` or an `ensure` holds a single `try`. */
export const rubyBodies: readonly (readonly [string, ReadNode])[] = [
  ...[
    ...['program', 'body_statement', 'block_body', 'then', 'else', 'ensure', 'do'],
    ...['begin_block', 'end_block', 'parenthesized_statements'],
  ].map((type) => [type, readBody] as const),
  ['begin', (node, m) => tryOf(node, m) ?? readBody(node, m)],
  ['rescue_modifier', rescued],
];

function readBody(node: SyntaxNode, m: CodeReading): Body {
  const caught = tryOf(node, m);
  const statements = caught ? [caught] : statementsOf(node.children, m);
  return { kind: 'body', ...at(node), statements };
}

/** The body that a single node makes, such as what stands before an `if`. */
export function bodyOf(node: SyntaxNode, m: CodeReading): Body {
  const statements = statementsOf([node], m);
  const [only] = statements;
  return only?.kind === 'body' ? only : { kind: 'body', ...at(node), statements };
}

export function statementsOf(nodes: readonly SyntaxNode[], m: CodeReading): Code[] {
  return m.list(nodes).map(statement);
}

/** The grammar does not tell statements from expressions. */
function statement(code: Code): Code {
  if (STATEMENTS.has(code.kind)) return code;
  if (code.kind === 'function' && code.form !== 'lambda') return code;
  return { kind: 'expression', start: code.start, end: code.end, value: code };
}

const STATEMENTS: ReadonlySet<Code['kind']> = new Set<Code['kind']>([
  ...(['if', 'loop', 'switch', 'try', 'throw', 'return', 'jump', 'class'] as const),
  ...(['body', 'expression', 'other'] as const),
]);

const CLAUSES: ReadonlySet<string> = new Set(['rescue', 'ensure']);

function tryOf(node: SyntaxNode, m: CodeReading): Code | undefined {
  const children = node.children.filter(({ isNamed }) => isNamed);
  const clauses = children.filter(({ type }) => CLAUSES.has(type));
  if (clauses.length === 0) return undefined;
  const otherwise = children.find(({ type }) => type === 'else');
  const firstClause = children.findIndex(({ type }) => CLAUSES.has(type));
  const body = bodyAround(
    [
      ...statementsOf(children.slice(0, firstClause), m),
      ...(otherwise ? bodyOf(otherwise, m).statements : []),
    ],
    clauses[0]?.startIndex ?? node.startIndex,
  );
  const final = clauses.find(({ type }) => type === 'ensure');
  return {
    kind: 'try',
    ...at(node),
    resources: [],
    body,
    catches: clauses.filter(({ type }) => type === 'rescue').map((one) => caughtBy(one, m)),
    finally: final && bodyOf(final, m),
  };
}

function caughtBy(node: SyntaxNode, m: CodeReading): Catch {
  const types = node.childForFieldName('exceptions')?.children ?? [];
  const variable = node.childForFieldName('variable');
  return {
    kind: 'catch',
    ...at(node),
    types: types
      .filter(({ isNamed, type }) => isNamed && type !== 'comment')
      .map((one) => m.textOf(one)),
    name: variable ? m.textOf(variable).replace(/^=>\s*/, '') : undefined,
    body: m.bodyOf(node, 'body'),
  };
}

/** `a rescue b`. */
function rescued(node: SyntaxNode, m: CodeReading): Code {
  const body = node.childForFieldName('body');
  const handler = node.childForFieldName('handler');
  const caught: Catch[] = handler
    ? [{ kind: 'catch', ...at(handler), types: [], name: undefined, body: bodyOf(handler, m) }]
    : [];
  return {
    kind: 'try',
    ...at(node),
    resources: [],
    body: body ? bodyOf(body, m) : bodyAround([], node.startIndex),
    catches: caught,
    finally: undefined,
  };
}
