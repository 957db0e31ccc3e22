import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Body, Case, Code } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { NO_LOOP_PARTS } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { group } from './ecmascriptExpressions.ts';
import { typeOf } from './ecmascriptDeclarations.ts';

export function body(node: SyntaxNode, m: CodeReading): Body {
  return { kind: 'body', ...at(node), statements: m.all(node) };
}

export function expression(node: SyntaxNode, m: CodeReading): Code {
  const items = m.all(node);
  const [value] = items;
  if (!value) return other(node, []);
  // A sequence is several; a string alone is a directive, which does nothing here.
  return { kind: 'expression', ...at(node), value: 1 < items.length ? group(node, items) : value };
}

export function declarations(node: SyntaxNode, m: CodeReading): Code {
  const isConstant = m.textOf(node).startsWith('const');
  const found = node.children
    .filter(({ type }) => type === 'variable_declarator')
    .map(
      (one): Code => ({
        kind: 'declare',
        decorators: [],
        modifiers: [],
        ...at(one),
        target: m.needed(one, 'name'),
        type: typeOf(one, m),
        value: m.field(one, 'value'),
        isConstant,
      }),
    );
  const [first] = found;
  return found.length === 1 && first ? { ...first, ...at(node) } : group(node, found);
}

export function ifStatement(node: SyntaxNode, m: CodeReading): Code {
  const otherwise = m.field(node, 'alternative');
  return {
    kind: 'if',
    ...at(node),
    before: undefined,
    condition: m.needed(node, 'condition'),
    whenTrue: m.bodyOf(node, 'consequence'),
    otherwise:
      otherwise === undefined || otherwise.kind === 'if' || otherwise.kind === 'body'
        ? otherwise
        : { kind: 'body', start: otherwise.start, end: otherwise.end, statements: [otherwise] },
  };
}

export function countedLoop(node: SyntaxNode, m: CodeReading): Code {
  const condition = m.field(node, 'condition');
  const held = condition?.kind === 'expression' ? condition.value : condition;
  const isEmpty = held === undefined || held.kind === 'other';
  return {
    kind: 'loop',
    ...at(node),
    ...NO_LOOP_PARTS,
    form: isEmpty ? 'forever' : 'count',
    before: m.field(node, 'initializer'),
    condition: isEmpty ? undefined : held,
    update: m.field(node, 'increment'),
    body: m.bodyOf(node, 'body'),
  };
}

export function eachLoop(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'loop',
    ...at(node),
    ...NO_LOOP_PARTS,
    form: 'each',
    variable: m.field(node, 'left'),
    iterable: m.field(node, 'right'),
    body: m.bodyOf(node, 'body'),
  };
}

export function whileLoop(node: SyntaxNode, m: CodeReading): Code {
  const condition = m.needed(node, 'condition');
  const isForever = condition.kind === 'constant' && condition.value === true;
  return {
    kind: 'loop',
    ...at(node),
    ...NO_LOOP_PARTS,
    form: isForever ? 'forever' : 'while',
    condition,
    body: m.bodyOf(node, 'body'),
  };
}

export function doLoop(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'loop',
    ...at(node),
    ...NO_LOOP_PARTS,
    form: 'do',
    condition: m.field(node, 'condition'),
    body: m.bodyOf(node, 'body'),
  };
}

export function switchStatement(node: SyntaxNode, m: CodeReading): Code {
  const inside = node.childForFieldName('body');
  const cases = (inside?.children ?? []).filter(
    ({ type }) => type === 'switch_case' || type === 'switch_default',
  );
  return {
    kind: 'switch',
    ...at(node),
    subject: m.field(node, 'value'),
    cases: cases.map((one) => caseOf(one, m)),
    isExhaustive: false,
  };
}

function caseOf(node: SyntaxNode, m: CodeReading): Case {
  const test = node.childForFieldName('value');
  const colon = node.children.findIndex(({ type }) => type === ':');
  const statements = m.list(node.children.slice(colon + 1));
  const last = statements.at(-1);
  const start = statements[0]?.start ?? node.endIndex;
  return {
    kind: 'case',
    ...at(node),
    tests: test ? [m.code(test)] : [],
    body: { kind: 'body', start, end: last?.end ?? node.endIndex, statements },
  };
}

export function tryStatement(node: SyntaxNode, m: CodeReading): Code {
  const handler = node.childForFieldName('handler');
  const finalizer = node.childForFieldName('finalizer');
  return {
    kind: 'try',
    ...at(node),
    resources: [],
    body: m.bodyOf(node, 'body'),
    catches: handler
      ? [
          {
            kind: 'catch',
            ...at(handler),
            types: [],
            name: m.fieldText(handler, 'parameter'),
            body: m.bodyOf(handler, 'body'),
          },
        ]
      : [],
    finally: finalizer ? m.bodyOf(finalizer, 'body') : undefined,
  };
}

export function returned(node: SyntaxNode, m: CodeReading): Code {
  const items = m.all(node);
  const value = 1 < items.length ? group(node, items) : items[0];
  return { kind: 'return', ...at(node), value, isImplicit: false };
}
