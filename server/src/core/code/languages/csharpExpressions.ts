import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code, Member } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { callOf, constant, groupAround, name, numberValue } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { text } from './csharpTexts.ts';
import { held, operatorOf, values, valueNodes } from './csharpValues.ts';
import { assign, binary, conditional } from './sameFields.ts';

/** Expressions, but for those that make something new. */
export const expressionNodes: readonly (readonly [string, ReadNode])[] = [
  ['identifier', name],
  ['implicit_parameter', name],
  ['predefined_type', name],
  ['implicit_type', name],
  ['array_type', name],
  ['pointer_type', name],
  ['tuple_type', name],
  ['this', name],
  ['base', name],
  ['generic_name', (node, m) => ({ kind: 'name', ...at(node), name: plainName(node, m) })],
  ['nullable_type', held],
  ['qualified_name', (node, m) => member(node, m.needed(node, 'qualifier'), m)],
  ['alias_qualified_name', aliased],
  ['parenthesized_expression', held],
  ['checked_expression', held],
  ['boolean_literal', (node, m) => constant(m.textOf(node) === 'true')(node, m)],
  ['null_literal', constant(null)],
  ['integer_literal', (node, m) => number(node, m, false)],
  ['real_literal', (node, m) => number(node, m, true)],
  ['string_literal', text],
  ['verbatim_string_literal', text],
  ['raw_string_literal', text],
  ['character_literal', text],
  ['interpolated_string_expression', text],
  ['member_access_expression', (node, m) => member(node, m.needed(node, 'expression'), m)],
  ['conditional_access_expression', conditionalAccess],
  ['element_access_expression', subscript],
  ['invocation_expression', call],
  ['argument', argument],
  ['default_expression', defaultValue],
  ['sizeof_expression', typeCall],
  ['typeof_expression', typeCall],
  ['binary_expression', binary],
  ['prefix_unary_expression', unary],
  ['postfix_unary_expression', postfix],
  ['ref_expression', (node, m) => unaryOf(node, 'ref', held(node, m))],
  ['assignment_expression', assignment],
  ['conditional_expression', conditional],
  ['as_expression', asExpression],
  ['cast_expression', cast],
  ['await_expression', (node, m) => ({ kind: 'await', ...at(node), value: held(node, m) })],
  ['range_expression', interval],
  ['tuple_expression', (node, m) => ({ kind: 'list', ...at(node), items: values(node, m) })],
  ['query_expression', query],
];

/** `List` for `List<int>`. */
function plainName(node: SyntaxNode | null, m: CodeReading): string {
  if (node?.type !== 'generic_name') return node ? m.textOf(node) : '';
  const word = node.children.find(({ type }) => type === 'identifier');
  return word ? m.textOf(word) : '';
}

function member(node: SyntaxNode, object: Code, m: CodeReading): Member {
  const word = plainName(node.childForFieldName('name'), m);
  return { kind: 'member', ...at(node), object, name: word, isOptional: false };
}

/** `global::System` is `System`. */
function aliased(node: SyntaxNode, m: CodeReading): Code {
  return m.fieldText(node, 'alias') === 'global'
    ? m.needed(node, 'name')
    : member(node, m.needed(node, 'alias'), m);
}

function number(node: SyntaxNode, m: CodeReading, isReal: boolean): Code {
  const written = m.textOf(node);
  return { kind: 'number', ...at(node), value: numberValue(written), isFloat: isReal };
}

/** `a?.b`, `a?[b]`: the part behind the question mark has no object of its own. */
function conditionalAccess(node: SyntaxNode, m: CodeReading): Code {
  const object = m.needed(node, 'condition');
  const behind = node.children.at(-1);
  switch (behind?.type) {
    case 'member_binding_expression':
      return { ...member(behind, object, m), ...at(node), isOptional: true };
    case 'element_binding_expression': {
      const index = groupAround(values(behind, m));
      return { kind: 'index', ...at(node), object, index, isOptional: true };
    }
    default:
      return other(node, values(node, m));
  }
}

function subscript(node: SyntaxNode, m: CodeReading): Code {
  const list = node.childForFieldName('subscript');
  return {
    kind: 'index',
    ...at(node),
    object: m.needed(node, 'expression'),
    index: list ? groupAround(values(list, m)) : undefined,
    isOptional: false,
  };
}

function call(node: SyntaxNode, m: CodeReading): Code {
  const list = node.childForFieldName('arguments');
  return {
    kind: 'call',
    ...at(node),
    callee: m.needed(node, 'function'),
    args: list ? values(list, m) : [],
    isNew: false,
    isOptional: false,
  };
}

/** `name: value`, `ref value`, `out value`; `in` changes nothing for who calls. */
function argument(node: SyntaxNode, m: CodeReading): Code {
  const label = node.childForFieldName('name');
  const valueNode = valueNodes(node).findLast(({ id }) => id !== label?.id);
  if (!valueNode) return other(node, []);
  const word = node.children.find(({ type }) => type === 'ref' || type === 'out');
  const code = m.code(valueNode);
  const start = Math.min(word?.startIndex ?? code.start, code.start);
  const range = { start, end: node.endIndex };
  const value: Code =
    word && code.kind !== 'declare'
      ? { kind: 'unary', ...range, operator: word.type, operand: code }
      : code;
  return label ? { kind: 'named', ...at(node), name: m.textOf(label), value } : value;
}

/** `default` is nothing, `default(T)` asks for a type's. */
function defaultValue(node: SyntaxNode, m: CodeReading): Code {
  return node.childForFieldName('type') ? typeCall(node, m) : constant(null)(node, m);
}

/** `typeof(A)` and the like. */
function typeCall(node: SyntaxNode, m: CodeReading): Code {
  const [word] = node.children;
  const callee = word ? name(word, m) : other(node, []);
  const args = [m.needed(node, 'type')];
  return callOf(at(node), callee, args);
}

function unaryOf(node: SyntaxNode, operator: string, operand: Code): Code {
  return { kind: 'unary', ...at(node), operator, operand };
}

function unary(node: SyntaxNode, m: CodeReading): Code {
  const operator = operatorOf(node);
  const operand = held(node, m);
  return operator === '++' || operator === '--'
    ? { kind: 'assign', ...at(node), target: operand, operator, value: undefined }
    : unaryOf(node, operator, operand);
}

function postfix(node: SyntaxNode, m: CodeReading): Code {
  const operator = operatorOf(node);
  const value = held(node, m);
  if (operator === '!') return { kind: 'cast', ...at(node), form: 'nonNull', value, type: '' };
  // Where the text is torn, the grammar puts a value into one without an operator.
  if (operator === '') return value;
  return { kind: 'assign', ...at(node), target: value, operator, value: undefined };
}

/** `(a, b) = c` takes apart; it declares where each part is a declaration. */
function assignment(node: SyntaxNode, m: CodeReading): Code {
  const code = assign(node, m);
  if (code.kind !== 'assign' || code.target.kind !== 'list') return code;
  const { start, end, items } = code.target;
  const isDeclared = items.some(({ kind }) => kind === 'declare') && items.every(isNew);
  const parts = isDeclared
    ? items.map((one) => (one.kind === 'declare' ? one.target : one))
    : items;
  const target: Code = { kind: 'pattern', start, end, parts };
  if (!isDeclared) return { ...code, target };
  const { value } = code;
  return {
    kind: 'declare',
    decorators: [],
    modifiers: [],
    ...at(node),
    target,
    type: undefined,
    value,
    isConstant: false,
  };
}

function isNew(code: Code): boolean {
  return code.kind === 'declare' || (code.kind === 'name' && code.name === '_');
}

/** `a as B` is null where `a` is none: nobody looks. */
function asExpression(node: SyntaxNode, m: CodeReading): Code {
  const type = m.fieldText(node, 'right') ?? '';
  return { kind: 'cast', ...at(node), form: 'claim', value: m.needed(node, 'left'), type };
}

function cast(node: SyntaxNode, m: CodeReading): Code {
  const type = m.fieldText(node, 'type') ?? '';
  return { kind: 'cast', ...at(node), form: 'convert', value: m.needed(node, 'value'), type };
}

/** `a..b`, where either may be left out. */
function interval(node: SyntaxNode, m: CodeReading): Code {
  const dots = node.children.find(({ type }) => type === '..')?.startIndex ?? node.startIndex;
  const [first, second] = valueNodes(node);
  const hasFrom = first !== undefined && first.startIndex < dots;
  const to = hasFrom ? second : first;
  return {
    kind: 'interval',
    ...at(node),
    from: hasFrom ? m.code(first) : undefined,
    to: to && m.code(to),
    isInclusive: false,
  };
}

/** `from a in b where c select d`: what is selected last, and all that leads to it. */
function query(node: SyntaxNode, m: CodeReading): Code {
  const parts = node.children.flatMap((clause) => {
    if (clause.type === 'select_clause' || clause.type === 'group_clause') return values(clause, m);
    return clause.type.endsWith('_clause') ? usedIn(clause, m) : [];
  });
  const last = node.children.findLast(
    ({ type }) => type === 'select_clause' || type === 'group_clause',
  );
  const element = parts.find(({ start }) => last !== undefined && last.startIndex <= start);
  return {
    kind: 'comprehension',
    ...at(node),
    element: element ?? other(node, []),
    clauses: parts.filter((part) => part !== element),
  };
}

/** `from a in b` and `let a = b` give a name; `a equals b` compares; else all that is in a clause. */
function usedIn(clause: SyntaxNode, m: CodeReading): Code[] {
  const [mark, onMark, equalsMark] = ['in', 'on', 'equals'].map((word) => markOf(clause, word));
  const isMark = mark ?? markOf(clause, '=');
  const nodes = valueNodes(clause);
  if (!isMark) return nodes.map((one) => m.code(one));
  const target = nodes.findLast(({ endIndex }) => endIndex <= isMark.startIndex);
  const [value, left, right] = nodes.filter(({ startIndex }) => isMark.endIndex <= startIndex);
  if (!target || !value) return nodes.map((one) => m.code(one));
  const range = { start: target.startIndex, end: value.endIndex };
  const operator = isMark.type;
  const given: Code = {
    kind: 'assign',
    ...range,
    target: m.code(target),
    operator,
    value: m.code(value),
  };
  if (!onMark || !equalsMark || !left || !right) return [given];
  const sides = { left: m.code(left), right: m.code(right) };
  const { start } = sides.left;
  return [given, { kind: 'binary', start, end: sides.right.end, operator: '==', ...sides }];
}

function markOf(clause: SyntaxNode, word: string): SyntaxNode | undefined {
  return clause.children.find(({ type, isNamed }) => !isNamed && type === word);
}
