import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { other } from '../readCode.ts';

/** The grammar has no named nodes for these two, though they are values. */
const UNNAMED_VALUES: ReadonlySet<string> = new Set(['this', 'base']);

/** What stands in a node as a value: its named children, `this` and `base`. */
export function valueNodes(node: SyntaxNode): SyntaxNode[] {
  return node.children.filter(
    ({ isNamed, type, startIndex, endIndex }) =>
      startIndex < endIndex && (isNamed ? type !== 'comment' : UNNAMED_VALUES.has(type)),
  );
}

/** The same as code. */
export function values(node: SyntaxNode, m: CodeReading): Code[] {
  return valueNodes(node).map((one) => m.code(one));
}

/** The first value that a node holds stands for it. */
export function held(node: SyntaxNode, m: CodeReading): Code {
  const [first] = valueNodes(node);
  return first ? m.code(first) : other(node, []);
}

/** The operator of a node that gives it no field: its first unnamed child. */
export function operatorOf(node: SyntaxNode): string {
  return (
    node.children.find(({ isNamed, type }) => !isNamed && !UNNAMED_VALUES.has(type))?.type ?? ''
  );
}

/** The value behind `=`; undefined where there is none. */
export function valueBehind(node: SyntaxNode, mark: string): SyntaxNode | undefined {
  const at = node.children.findIndex(({ type }) => type === mark);
  if (at < 0) return undefined;
  return node.children
    .slice(at + 1)
    .find(({ isNamed, type }) => (isNamed ? type !== 'comment' : UNNAMED_VALUES.has(type)));
}

/** A value with its place's type, which `new()` leaves out. */
export function typedValue(
  value: SyntaxNode | undefined,
  type: string | undefined,
  m: CodeReading,
): Code | undefined {
  const code = value && m.code(value);
  if (value?.type !== 'implicit_object_creation_expression') return code;
  const known = type?.replace(/\?$/, '').replace(/<.*$/s, '').replace(/^.*\./s, '');
  if (code?.kind !== 'call' || known === undefined) return code;
  return { ...code, callee: { ...code.callee, kind: 'name', name: known } };
}
