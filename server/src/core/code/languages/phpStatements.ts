import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Body, Case, Catch, Code, If } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { bodyAround, bodyIn, isTrueOrOne, loopAt, oneOrGroup, otherwise } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { echoed } from './phpCalls.ts';
import { caseWith, countedLoop as forLoop, doLoop as doWhile } from './sameFields.ts';

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
  return { kind: 'expression', ...at(node), value: oneOrGroup(node, items) };
}

/** A chain with more links is written by no person, and what walks it may have a stack that ends. */
const MAX_CHAIN = 200;

/** `elseif` clauses are the statement's own children: the last one is read first. */
export function ifStatement(node: SyntaxNode, m: CodeReading): Code {
  const clauses = node.children.filter(({ type }) => CLAUSES.has(type));
  const end = clauses.at(-1)?.endIndex ?? node.endIndex;
  let rest: If | Body | undefined;
  if (MAX_CHAIN < clauses.length) {
    rest = bodyAround(
      clauses.map((one) => other(one, m.all(one))),
      end,
    );
  } else {
    for (const clause of clauses.toReversed()) {
      const range = { start: clause.startIndex, end };
      rest =
        clause.type === 'else_clause'
          ? otherwise(bodyOrIf(clause, m))
          : ifOf({ node: clause, range, otherwise: rest }, m);
    }
  }
  return ifOf({ node, range: at(node), otherwise: rest }, m);
}

const CLAUSES: ReadonlySet<string> = new Set(['else_clause', 'else_if_clause']);

/** `else if` holds the next `if`, `else` a body. */
function bodyOrIf(clause: SyntaxNode, m: CodeReading): Code {
  const inside = clause.childForFieldName('body');
  return inside?.type === 'if_statement' ? m.code(inside) : bodyIn(clause, m);
}

interface IfParts {
  readonly node: SyntaxNode;
  readonly range: Pick<If, 'start' | 'end'>;
  readonly otherwise: If['otherwise'];
}

function ifOf({ node, range, otherwise: rest }: IfParts, m: CodeReading): If {
  return {
    kind: 'if',
    ...range,
    before: undefined,
    condition: m.needed(node, 'condition'),
    whenTrue: bodyIn(node, m),
    otherwise: rest,
  };
}

export function countedLoop(node: SyntaxNode, m: CodeReading): Code {
  return forLoop(node, m, {
    before: m.field(node, 'initialize'),
    update: m.field(node, 'update'),
    body: bodyIn(node, m),
  });
}

/** `foreach ($all as $key => $value)`; both are taken as a pattern. */
export function eachLoop(node: SyntaxNode, m: CodeReading): Code {
  const inside = node.childForFieldName('body');
  const [iterable, variable] = m.list(node.children.filter(({ id }) => id !== inside?.id));
  return { ...loopAt(node), form: 'each', variable, iterable, body: bodyIn(node, m) };
}

export function whileLoop(node: SyntaxNode, m: CodeReading): Code {
  const condition = m.needed(node, 'condition');
  const form = isTrueOrOne(condition) ? 'forever' : 'while';
  return { ...loopAt(node), form, condition, body: bodyIn(node, m) };
}

export function doLoop(node: SyntaxNode, m: CodeReading): Code {
  return doWhile(node, m, bodyIn(node, m));
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
  return caseWith(node, m, bodyAround(statements(inside, m), node.endIndex));
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
    body: bodyIn(node, m),
    catches: node.children
      .filter(({ type }) => type === 'catch_clause')
      .map((one) => catchOf(one, m)),
    finally: last && bodyIn(last, m),
  };
}

function catchOf(node: SyntaxNode, m: CodeReading): Catch {
  const types = node.childForFieldName('type')?.children ?? [];
  return {
    kind: 'catch',
    ...at(node),
    types: types.filter(({ isNamed }) => isNamed).map((one) => m.textOf(one)),
    name: m.fieldText(node, 'name')?.replace(/^\$/, ''),
    body: bodyIn(node, m),
  };
}
