import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Body, Catch, Code } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { groupAround } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { declarators } from './csharpMembers.ts';
import { held, values, valueNodes } from './csharpValues.ts';
import { givenBy } from './givenValues.ts';
import { group, jump } from './plainNodes.ts';
import { countedLoop, doLoop, eachLoop, ifWithBodies, tryWith, whileLoop } from './sameFields.ts';

/** Statements, but for `switch`, whose cases are patterns. */
export const statementNodes: readonly (readonly [string, ReadNode])[] = [
  // A lone `;` is an empty body; in a list of statements it is left out.
  ['empty_statement', (node) => ({ kind: 'body', ...at(node), statements: [] })],
  ['global_statement', group],
  ['expression_statement', expression],
  ['local_declaration_statement', local],
  ['variable_declaration', (node, m) => declarators(node, node, m, false)],
  ['if_statement', ifWithBodies],
  ['for_statement', forLoop],
  ['foreach_statement', eachLoop],
  ['while_statement', whileLoop],
  ['do_statement', doLoop],
  ['try_statement', tryStatement],
  ['throw_statement', (node, m) => ({ kind: 'throw', ...at(node), value: values(node, m)[0] })],
  ['throw_expression', (node, m) => ({ kind: 'throw', ...at(node), value: values(node, m)[0] })],
  ['return_statement', returned],
  ['yield_statement', yielded],
  ['break_statement', jump('break')],
  ['continue_statement', jump('continue')],
  ['goto_statement', jump('goto')],
  ['labeled_statement', (node, m) => m.code(node.children.at(-1) ?? node)],
  ['checked_statement', inner],
  ['unsafe_statement', inner],
  ['using_statement', using],
  ['lock_statement', locked],
];

function expression(node: SyntaxNode, m: CodeReading): Code {
  const value = held(node, m);
  // `(int a, var b) = c;` is a declaration, though the grammar has it as an expression.
  return value.kind === 'declare'
    ? { ...value, ...at(node) }
    : { kind: 'expression', ...at(node), value };
}

/** `using var a = b;` holds to the end of the block around it. */
function local(node: SyntaxNode, m: CodeReading): Code {
  const declaration = node.children.find(({ type }) => type === 'variable_declaration');
  if (!declaration) return other(node, m.all(node));
  const isConstant = node.children.some(
    (child) => child.type === 'modifier' && m.textOf(child) === 'const',
  );
  if (!node.children.some(({ type }) => type === 'using')) {
    return declarators(node, declaration, m, isConstant);
  }
  const values = m.list([declaration]);
  return { kind: 'defer', ...at(node), form: 'with', values, body: undefined };
}

function forLoop(node: SyntaxNode, m: CodeReading): Code {
  const marks = node.children.filter(
    ({ type, isNamed }) => !isNamed && (type === ';' || type === ')'),
  );
  const [first, second, close] = marks;
  const between = (start: number, end: number): Code | undefined =>
    groupAround(
      m.list(
        node.children.filter(({ startIndex, endIndex }) => start <= startIndex && endIndex <= end),
      ),
    );
  return countedLoop(node, m, {
    before: first && between(node.startIndex, first.startIndex),
    update: second && close && between(second.endIndex, close.startIndex),
  });
}

function tryStatement(node: SyntaxNode, m: CodeReading): Code {
  return tryWith(node, m, { resources: [], catchOf });
}

function catchOf(node: SyntaxNode, m: CodeReading): Catch {
  const declared = node.children.find(({ type }) => type === 'catch_declaration');
  const filter = node.children.find(({ type }) => type === 'catch_filter_clause');
  const type = declared && m.fieldText(declared, 'type');
  const body = m.bodyOf(node, 'body');
  return {
    kind: 'catch',
    ...at(node),
    types: type === undefined ? [] : [type],
    name: declared && m.fieldText(declared, 'name'),
    body: filter ? filtered(filter, body, m) : body,
  };
}

/** What is caught only `when` something holds is handled as under an `if`. */
function filtered(filter: SyntaxNode, whenTrue: Body, m: CodeReading): Body {
  const range = { start: filter.startIndex, end: whenTrue.end };
  const condition = held(filter, m);
  return {
    kind: 'body',
    ...range,
    statements: [
      { kind: 'if', ...range, before: undefined, condition, whenTrue, otherwise: undefined },
    ],
  };
}

function returned(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'return', ...at(node), value: givenBy(values(node, m)[0]), isImplicit: false };
}

/** `yield break` ends the function, as `return` does elsewhere. */
function yielded(node: SyntaxNode, m: CodeReading): Code {
  const [value] = values(node, m);
  const isEnd = node.children.some(({ type }) => type === 'break');
  return isEnd
    ? { kind: 'return', ...at(node), value, isImplicit: false }
    : { kind: 'yield', ...at(node), value };
}

function inner(node: SyntaxNode, m: CodeReading): Code {
  const block = node.children.find(({ type }) => type === 'block');
  return block ? m.body(block) : other(node, []);
}

function using(node: SyntaxNode, m: CodeReading): Code {
  const bodyNode = node.childForFieldName('body');
  const resources = valueNodes(node).filter(({ id }) => id !== bodyNode?.id);
  return {
    kind: 'defer',
    ...at(node),
    form: 'with',
    values: resources
      .map((one) => m.code(one))
      .flatMap((one) => (one.kind === 'group' ? one.items : [one])),
    body: m.bodyOf(node, 'body'),
  };
}

/** A lock is given back at the end, as what `using` opens. */
function locked(node: SyntaxNode, m: CodeReading): Code {
  const [lock, statement] = valueNodes(node);
  return {
    kind: 'defer',
    ...at(node),
    form: 'with',
    values: lock ? [m.code(lock)] : [],
    body: statement && m.body(statement),
  };
}
