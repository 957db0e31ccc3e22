import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Case, Code, Declare } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { bodyAround, declaredBy, loopAt, oneOrGroup } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { typeOf } from './ecmascriptDeclarations.ts';
import { caseWith } from './sameFields.ts';

export function expression(node: SyntaxNode, m: CodeReading): Code {
  const items = m.all(node);
  if (items.length === 0) return other(node, []);
  // A sequence is several; a string alone is a directive, which does nothing here.
  return { kind: 'expression', ...at(node), value: oneOrGroup(node, items) };
}

export function declarations(node: SyntaxNode, m: CodeReading): Code {
  const isConstant = m.textOf(node).startsWith('const');
  const found = node.children
    .filter(({ type }) => type === 'variable_declarator')
    .map(
      (one): Declare => ({
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
  return declaredBy(node, found);
}

export function countedLoop(node: SyntaxNode, m: CodeReading): Code {
  const condition = m.field(node, 'condition');
  const held = condition?.kind === 'expression' ? condition.value : condition;
  const isEmpty = held === undefined || held.kind === 'other';
  return {
    ...loopAt(node),
    form: isEmpty ? 'forever' : 'count',
    before: m.field(node, 'initializer'),
    condition: isEmpty ? undefined : held,
    update: m.field(node, 'increment'),
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
  const colon = node.children.findIndex(({ type }) => type === ':');
  const statements = m.list(node.children.slice(colon + 1));
  return caseWith(node, m, bodyAround(statements, node.endIndex));
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
