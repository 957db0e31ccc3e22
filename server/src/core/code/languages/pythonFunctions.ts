import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Body, ClassCode, Code, FunctionCode, Param } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { classCode, functionCode } from '../make.ts';
import { first } from '../pieces.ts';
import { at, other } from '../readCode.ts';

export const pythonFunctions: readonly (readonly [string, ReadNode])[] = [
  ['function_definition', (node, m) => func(node, m, { outer: node, isMember: false })],
  ['class_definition', (node, m) => classLike(node, m, node)],
  ['decorated_definition', (node, m) => decorated(node, m, false)],
  ['decorator', first],
  ['lambda', lambda],
];

interface Place {
  /** The definition with its decorators. */
  readonly outer: SyntaxNode;
  readonly isMember: boolean;
}

function decorated(node: SyntaxNode, m: CodeReading, isMember: boolean): Code {
  const definition = node.childForFieldName('definition');
  if (definition?.type === 'function_definition') {
    return func(definition, m, { outer: node, isMember });
  }
  return definition?.type === 'class_definition'
    ? classLike(definition, m, node)
    : other(node, m.all(node));
}

function func(node: SyntaxNode, m: CodeReading, { outer, isMember }: Place): FunctionCode {
  const bodyNode = node.childForFieldName('body');
  const name = m.fieldText(node, 'name');
  const marks = outer.children.filter(({ type }) => type === 'decorator');
  const isAsync = node.children.some(({ type }) => type === 'async');
  const all = paramsOf(node, m);
  const [leading] = all;
  const receiver =
    isMember && leading && /^(?:self|cls|mcs)$/.test(leading.name ?? '') ? leading : undefined;
  return functionCode(
    {
      ...at(outer),
      form: isMember ? memberForm(name, marks, m) : 'function',
      name,
      params: receiver ? all.slice(1) : all,
      receiver,
      returns: m.fieldText(node, 'return_type'),
      isAsync,
      isGenerator: bodyNode ? yields(bodyNode, m) : false,
      modifiers: isAsync ? ['async'] : [],
      decorators: m.list(marks),
    },
    bodyNode ? () => m.body(bodyNode) : undefined,
  );
}

/** Decorators that make a field of a method. */
const accessors = /^@\s*(?:[\w.]*property|[\w.]+\.(?:setter|getter|deleter))\b/;

function memberForm(
  name: string | undefined,
  marks: readonly SyntaxNode[],
  m: CodeReading,
): FunctionCode['form'] {
  if (name === '__init__') return 'constructor';
  return marks.some((mark) => accessors.test(m.textOf(mark))) ? 'accessor' : 'method';
}

/** Whether a body yields itself. The word is looked for first, as few do. */
function yields(node: SyntaxNode, m: CodeReading): boolean {
  if (!/\byield\b/.test(m.textOf(node))) return false;
  const nodes: SyntaxNode[] = [node];
  for (let each = nodes.pop(); each; each = nodes.pop()) {
    if (each.type === 'yield') return true;
    if (each.type !== 'function_definition' && each.type !== 'lambda') nodes.push(...each.children);
  }
  return false;
}

/** A lambda gives what its expression is. */
function lambda(node: SyntaxNode, m: CodeReading): Code {
  const bodyNode = node.childForFieldName('body');
  return functionCode(
    {
      ...at(node),
      form: 'lambda',
      name: undefined,
      params: paramsOf(node, m),
      receiver: undefined,
      returns: undefined,
      isAsync: false,
      isGenerator: false,
      modifiers: [],
      decorators: [],
    },
    bodyNode ? () => implicit(bodyNode, m) : undefined,
  );
}

function implicit(node: SyntaxNode, m: CodeReading): Body {
  const value = m.code(node);
  return {
    kind: 'body',
    ...at(node),
    statements: [{ kind: 'return', ...at(node), value, isImplicit: true }],
  };
}

function paramsOf(node: SyntaxNode, m: CodeReading): Param[] {
  const list = node.childForFieldName('parameters');
  return (list?.children ?? [])
    .filter(({ isNamed, type }) => isNamed && !NO_PARAMS.has(type))
    .map((one) => param(one, m));
}

const NO_PARAMS: ReadonlySet<string> = new Set([
  ...['comment', 'positional_separator', 'keyword_separator', 'line_continuation'],
]);

function param(node: SyntaxNode, m: CodeReading): Param {
  const named = node.childForFieldName('name');
  const outer = node.type === 'typed_parameter' ? (node.children[0] ?? node) : (named ?? node);
  const isRest = outer.type.endsWith('splat_pattern');
  const target = isRest ? (outer.children.find(({ isNamed }) => isNamed) ?? outer) : outer;
  const isName = target.type === 'identifier';
  return {
    kind: 'param',
    decorators: [],
    ...at(node),
    name: isName ? m.textOf(target) : undefined,
    pattern: isName ? undefined : m.code(target),
    type: m.fieldText(node, 'type'),
    value: m.field(node, 'value'),
    isRest,
    isOptional: false,
  };
}

function classLike(node: SyntaxNode, m: CodeReading, outer: SyntaxNode): ClassCode {
  const inside = node.childForFieldName('body');
  const bases = (node.childForFieldName('superclasses')?.children ?? [])
    .filter(({ isNamed, type }) => isNamed && type !== 'comment' && type !== 'keyword_argument')
    .map((one) => m.textOf(one));
  return classCode(
    {
      ...at(outer),
      form: formOf(bases),
      name: m.fieldText(node, 'name'),
      bases,
      modifiers: [],
      decorators: m.list(outer.children.filter(({ type }) => type === 'decorator')),
    },
    () => (inside?.children ?? []).flatMap((one) => member(one, m)),
  );
}

function formOf(bases: readonly string[]): ClassCode['form'] {
  if (bases.some((base) => /(?:^|\.)(?:(?:Int|Str)?Enum|(?:Int)?Flag)$/.test(base))) return 'enum';
  return bases.some((base) => /(?:^|\.)Protocol(?:\[|$)/.test(base)) ? 'interface' : 'class';
}

function member(node: SyntaxNode, m: CodeReading): readonly Code[] {
  if (node.type === 'function_definition') return [func(node, m, { outer: node, isMember: true })];
  return node.type === 'decorated_definition' ? [decorated(node, m, true)] : m.list([node]);
}
