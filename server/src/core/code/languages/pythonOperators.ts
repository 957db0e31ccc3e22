import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { joined } from '../pieces.ts';
import { at, other } from '../readCode.ts';

export const pythonOperators: readonly (readonly [string, ReadNode])[] = [
  ['binary_operator', binary],
  ['boolean_operator', binary],
  ['comparison_operator', comparison],
  ['unary_operator', unary],
  ['not_operator', unary],
  ['conditional_expression', conditional],
  ['named_expression', walrus],
];

/** What can stand anywhere between Python's code without being any. */
export const pythonComments: ReadonlySet<string> = new Set(['comment', 'line_continuation']);

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['and', '&&'],
  ['or', '||'],
  ['not', '!'],
  ['<>', '!='],
]);

function operatorOf(written: string): string {
  return OPERATORS.get(written) ?? written.replace(/\s+/g, ' ');
}

function binary(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'binary',
    ...at(node),
    operator: operatorOf(m.fieldText(node, 'operator') ?? ''),
    left: m.needed(node, 'left'),
    right: m.needed(node, 'right'),
  };
}

function isCode({ isNamed, type }: SyntaxNode): boolean {
  return isNamed && !pythonComments.has(type);
}

/** `a < b <= c` is `a < b && b <= c`. */
function comparison(node: SyntaxNode, m: CodeReading): Code {
  const operands = node.children.filter(isCode);
  const operators = node.children.filter(({ isNamed }) => !isNamed);
  const pairs = operators.flatMap((operator, i): Code[] => {
    const [left, right] = operands.slice(i, i + 2);
    if (!left || !right) return [];
    return [
      {
        kind: 'binary',
        start: left.startIndex,
        end: right.endIndex,
        operator: operatorOf(m.textOf(operator)),
        left: i === 0 ? m.code(left) : again(left, m),
        right: m.code(right),
      },
    ];
  });
  return joined(pairs, '&&') ?? other(node, m.list(operands));
}

/** What stands between two operators is done once, so only what does nothing stands there again. */
function again(node: SyntaxNode, m: CodeReading): Code {
  return /^[\w.]+$/.test(m.textOf(node)) ? m.code(node) : other(node, []);
}

function unary(node: SyntaxNode, m: CodeReading): Code {
  const operator = node.type === 'not_operator' ? '!' : (m.fieldText(node, 'operator') ?? '');
  return { kind: 'unary', ...at(node), operator, operand: m.needed(node, 'argument') };
}

function conditional(node: SyntaxNode, m: CodeReading): Code {
  const parts = m.all(node);
  const [whenTrue, condition, otherwise] = parts;
  if (!whenTrue || !condition || !otherwise) return other(node, parts);
  return { kind: 'conditional', ...at(node), condition, whenTrue, otherwise };
}

function walrus(node: SyntaxNode, m: CodeReading): Code {
  const target = m.needed(node, 'name');
  return { kind: 'assign', ...at(node), target, operator: ':=', value: m.field(node, 'value') };
}
