import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import {
  bodyFrom,
  bodyOfStatements,
  elseOf,
  isAlways,
  NO_LOOP_PARTS,
  together,
} from '../bodies.ts';
import type { Body, Case, Catch, Code, If } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { at, other } from '../readCode.ts';
import { echoed } from './phpCalls.ts';

/** A block's statements. */
export function block(node: SyntaxNode, m: CodeReading): Body {
  return { kind: 'body', ...at(node), statements: statements(node.children, m) };
}

function statements(nodes: readonly SyntaxNode[], m: CodeReading): Code[] {
  let before: SyntaxNode | undefined;
  return nodes.flatMap((node) => {
    const isWritten = before !== undefined && opensEcho(before, m);
    before = node;
    const found = m.list([node]);
    return isWritten ? found.map((one) => (one.kind === 'expression' ? echoed(one) : one)) : found;
  });
}

/** Whether a page ends there with `<?=`. */
function opensEcho(node: SyntaxNode, m: CodeReading): boolean {
  const last = node.type === 'text_interpolation' ? node.children.at(-1) : node;
  return last?.type === 'php_tag' && m.textOf(last) === '<?=';
}

/** A `throw` that stands alone is a statement itself. */
export function expressionStatement(node: SyntaxNode, m: CodeReading): Code {
  const items = m.all(node);
  const [only] = items;
  if (!only) return other(node, []);
  if (only.kind === 'throw') return { ...only, ...at(node) };
  return { kind: 'expression', ...at(node), value: together(at(node), items) };
}

function body(node: SyntaxNode, m: CodeReading): Body {
  return bodyFrom(node.childForFieldName('body'), m, node.endIndex);
}

/** A chain with more links is written by no person, and what walks it may have a stack that ends. */
const MAX_CHAIN = 200;

/** `elseif` clauses are the statement's own children: the last one is read first. */
export function ifStatement(node: SyntaxNode, m: CodeReading): Code {
  const clauses = node.children.filter(({ type }) => CLAUSES.has(type));
  const end = clauses.at(-1)?.endIndex ?? node.endIndex;
  let otherwise: If | Body | undefined;
  if (MAX_CHAIN < clauses.length) {
    otherwise = bodyOfStatements(
      clauses.map((one) => other(one, m.all(one))),
      end,
    );
  } else {
    for (const clause of clauses.toReversed()) {
      const range = { start: clause.startIndex, end };
      otherwise =
        clause.type === 'else_clause'
          ? elseOf(bodyOrIf(clause, m))
          : ifOf({ node: clause, range, otherwise }, m);
    }
  }
  return ifOf({ node, range: at(node), otherwise }, m);
}

const CLAUSES: ReadonlySet<string> = new Set(['else_clause', 'else_if_clause']);

/** `else if` holds the next `if`, `else` a body. */
function bodyOrIf(clause: SyntaxNode, m: CodeReading): Code {
  const inside = clause.childForFieldName('body');
  return inside?.type === 'if_statement' ? m.code(inside) : body(clause, m);
}

interface IfParts {
  readonly node: SyntaxNode;
  readonly range: Pick<If, 'start' | 'end'>;
  readonly otherwise: If['otherwise'];
}

function ifOf({ node, range, otherwise }: IfParts, m: CodeReading): If {
  return {
    kind: 'if',
    ...range,
    before: undefined,
    condition: m.needed(node, 'condition'),
    whenTrue: body(node, m),
    otherwise,
  };
}

export function countedLoop(node: SyntaxNode, m: CodeReading): Code {
  const condition = m.field(node, 'condition');
  return {
    kind: 'loop',
    ...at(node),
    ...NO_LOOP_PARTS,
    form: condition ? 'count' : 'forever',
    before: m.field(node, 'initialize'),
    condition,
    update: m.field(node, 'update'),
    body: body(node, m),
  };
}

/** `foreach ($all as $key => $value)`; both are taken as a pattern. */
export function eachLoop(node: SyntaxNode, m: CodeReading): Code {
  const inside = node.childForFieldName('body');
  const [iterable, variable] = m.list(node.children.filter(({ id }) => id !== inside?.id));
  return {
    kind: 'loop',
    ...at(node),
    ...NO_LOOP_PARTS,
    form: 'each',
    variable,
    iterable,
    body: body(node, m),
  };
}

export function whileLoop(node: SyntaxNode, m: CodeReading): Code {
  const condition = m.needed(node, 'condition');
  return {
    kind: 'loop',
    ...at(node),
    ...NO_LOOP_PARTS,
    form: isAlways(condition) ? 'forever' : 'while',
    condition,
    body: body(node, m),
  };
}

export function doLoop(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'loop',
    ...at(node),
    ...NO_LOOP_PARTS,
    form: 'do',
    condition: m.field(node, 'condition'),
    body: body(node, m),
  };
}

export function switchStatement(node: SyntaxNode, m: CodeReading): Code {
  const inside = node.childForFieldName('body');
  const cases = (inside?.children ?? []).filter(
    ({ type }) => type === 'case_statement' || type === 'default_statement',
  );
  return {
    kind: 'switch',
    ...at(node),
    subject: m.field(node, 'condition'),
    cases: cases.map((one) => caseOf(one, m)),
    isExhaustive: false,
  };
}

function caseOf(node: SyntaxNode, m: CodeReading): Case {
  const test = node.childForFieldName('value');
  const inside = node.children.filter(({ id }) => id !== test?.id);
  return {
    kind: 'case',
    ...at(node),
    tests: test ? [m.code(test)] : [],
    body: bodyOfStatements(statements(inside, m), node.endIndex),
  };
}

/** `match` throws for a value that no arm has. */
export function matched(node: SyntaxNode, m: CodeReading): Code {
  const inside = node.childForFieldName('body');
  const arms = (inside?.children ?? []).filter(({ type }) => type.startsWith('match_'));
  return {
    kind: 'switch',
    ...at(node),
    subject: m.field(node, 'condition'),
    cases: arms.map((one) => armOf(one, m)),
    isExhaustive: true,
  };
}

function armOf(node: SyntaxNode, m: CodeReading): Case {
  const tests = node.childForFieldName('conditional_expressions');
  const value = m.needed(node, 'return_expression');
  const { start, end } = value;
  const statement: Code =
    value.kind === 'throw' ? value : { kind: 'expression', start, end, value };
  return {
    kind: 'case',
    ...at(node),
    tests: tests ? m.all(tests) : [],
    body: { kind: 'body', start, end, statements: [statement] },
  };
}

export function tryStatement(node: SyntaxNode, m: CodeReading): Code {
  const last = node.children.find(({ type }) => type === 'finally_clause');
  return {
    kind: 'try',
    ...at(node),
    resources: [],
    body: body(node, m),
    catches: node.children
      .filter(({ type }) => type === 'catch_clause')
      .map((one) => catchOf(one, m)),
    finally: last && body(last, m),
  };
}

function catchOf(node: SyntaxNode, m: CodeReading): Catch {
  const types = node.childForFieldName('type')?.children ?? [];
  return {
    kind: 'catch',
    ...at(node),
    types: types.filter(({ isNamed }) => isNamed).map((one) => m.textOf(one)),
    name: m.fieldText(node, 'name')?.replace(/^\$/, ''),
    body: body(node, m),
  };
}

export function returned(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'return', ...at(node), value: m.all(node)[0], isImplicit: false };
}
