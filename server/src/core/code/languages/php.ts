import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code } from '../code.ts';
import type { CodeLanguage, CodeReading, ReadNode } from '../codeLanguage.ts';
import { constant, name, oneOrGroup } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import {
  argument,
  attribute,
  call,
  construct,
  member,
  methodCall,
  nullsafeMember,
  nullsafeMethodCall,
  property,
  classConstant,
  staticCall,
  wordCall,
  wordStatement,
} from './phpCalls.ts';
import {
  classLike,
  constants,
  func,
  imports,
  namespace,
  properties,
  statics,
} from './phpDeclarations.ts';
import { heredoc, interpolated, number, quoted, shell } from './phpLiterals.ts';
import { dynamicVariable, path, variable } from './phpNames.ts';
import {
  block,
  countedLoop,
  doLoop,
  eachLoop,
  expressionStatement,
  ifStatement,
  matched,
  switchStatement,
  tryStatement,
  whileLoop,
} from './phpStatements.ts';
import {
  dictOrList,
  group,
  held,
  jump,
  pattern,
  returning,
  throwing,
  yielding,
} from './plainNodes.ts';
import { assign, binaryWith, enumMember, update } from './sameFields.ts';

/** PHP, and what stands between its marks in a page; the page itself is no code. */
export const php: CodeLanguage = {
  comments: new Set(['comment']),
  wrappers: new Set(['parenthesized_expression']),
  empties: new Set([
    'empty_statement',
    'named_label_statement',
    'php_end_tag',
    'php_tag',
    'text',
    'text_interpolation',
  ]),
  nodes: new Map<string, ReadNode>([
    ['program', block],
    ['compound_statement', block],
    ['colon_block', block],
    ['expression_statement', expressionStatement],
    ['name', name],
    ['variable_name', variable],
    ['dynamic_variable_name', dynamicVariable],
    ['qualified_name', path],
    ['relative_name', path],
    ['namespace_name', path],
    ['relative_scope', name],
    ['boolean', boolean],
    ['null', constant(null)],
    ['integer', number],
    ['float', number],
    ['string', quoted],
    ['encapsed_string', interpolated],
    ['heredoc', heredoc],
    ['nowdoc', heredoc],
    ['shell_command_expression', shell],
    ['member_access_expression', member],
    ['nullsafe_member_access_expression', nullsafeMember],
    ['scoped_property_access_expression', property],
    ['class_constant_access_expression', classConstant],
    ['subscript_expression', subscript],
    ['function_call_expression', call],
    ['member_call_expression', methodCall],
    ['nullsafe_member_call_expression', nullsafeMethodCall],
    ['scoped_call_expression', staticCall],
    ['object_creation_expression', construct],
    ['argument', argument],
    ['attribute', attribute],
    ['include_expression', wordCall],
    ['include_once_expression', wordCall],
    ['require_expression', wordCall],
    ['require_once_expression', wordCall],
    ['print_intrinsic', wordCall],
    ['echo_statement', wordStatement],
    ['unset_statement', wordStatement],
    ['exit_statement', wordStatement],
    ['clone_expression', (node, m) => unaryOf(node, m, 'clone')],
    ['error_suppression_expression', (node, m) => unaryOf(node, m, '@')],
    ['by_ref', (node, m) => unaryOf(node, m, '&')],
    ['unary_op_expression', unary],
    ['binary_expression', binary],
    ['conditional_expression', conditional],
    ['cast_expression', cast],
    ['update_expression', update],
    ['assignment_expression', assign],
    ['augmented_assignment_expression', assign],
    ['reference_assignment_expression', assignReference],
    ['sequence_expression', group],
    ['array_creation_expression', dictOrList],
    ['array_element_initializer', element],
    ['variadic_unpacking', (node, m) => ({ kind: 'spread', ...at(node), value: held(node, m) })],
    ['list_literal', list],
    ['pair', pattern],
    ['match_expression', matched],
    ['throw_expression', throwing],
    ['yield_expression', yielding],
    ['if_statement', ifStatement],
    ['for_statement', countedLoop],
    ['foreach_statement', eachLoop],
    ['while_statement', whileLoop],
    ['do_statement', doLoop],
    ['switch_statement', switchStatement],
    ['try_statement', tryStatement],
    ['return_statement', returning],
    ['break_statement', jump('break')],
    ['continue_statement', jump('continue')],
    ['goto_statement', jump('goto')],
    ['function_definition', func],
    ['method_declaration', func],
    ['anonymous_function', func],
    ['arrow_function', func],
    ['class_declaration', classLike],
    ['interface_declaration', classLike],
    ['trait_declaration', classLike],
    ['enum_declaration', classLike],
    ['anonymous_class', classLike],
    ['namespace_definition', namespace],
    ['property_declaration', properties],
    ['const_declaration', constants],
    ['function_static_declaration', statics],
    ['enum_case', enumMember],
    ['namespace_use_declaration', imports],
  ]),
};

function boolean(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'constant', ...at(node), value: m.textOf(node).toLowerCase() === 'true' };
}

function subscript(node: SyntaxNode, m: CodeReading): Code {
  const [object, index] = m.all(node);
  return object
    ? { kind: 'index', ...at(node), object, index, isOptional: false }
    : other(node, []);
}

function unaryOf(node: SyntaxNode, m: CodeReading, operator: string): Code {
  return { kind: 'unary', ...at(node), operator, operand: held(node, m) };
}

function unary(node: SyntaxNode, m: CodeReading): Code {
  return unaryOf(node, m, m.fieldText(node, 'operator') ?? '');
}

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['and', '&&'],
  ['or', '||'],
  ['<>', '!='],
]);

function binary(node: SyntaxNode, m: CodeReading): Code {
  const written = (m.fieldText(node, 'operator') ?? '').toLowerCase();
  return binaryWith(node, m, OPERATORS.get(written) ?? written);
}

/** `$a ?: $b` is a choice of two, like `||`. */
function conditional(node: SyntaxNode, m: CodeReading): Code {
  const condition = m.needed(node, 'condition');
  const whenTrue = m.field(node, 'body');
  const otherwise = m.needed(node, 'alternative');
  return whenTrue
    ? { kind: 'conditional', ...at(node), condition, whenTrue, otherwise }
    : { kind: 'binary', ...at(node), operator: '?:', left: condition, right: otherwise };
}

function cast(node: SyntaxNode, m: CodeReading): Code {
  const type = (m.fieldText(node, 'type') ?? '').trim().toLowerCase();
  return { kind: 'cast', ...at(node), form: 'convert', value: m.needed(node, 'value'), type };
}

/** `$a = &$b` is given a reference. */
function assignReference(node: SyntaxNode, m: CodeReading): Code {
  const mark = node.children.find(({ type }) => type === '&');
  const operand = m.needed(node, 'right');
  return {
    kind: 'assign',
    ...at(node),
    target: m.needed(node, 'left'),
    operator: '=',
    value: {
      kind: 'unary',
      start: mark?.startIndex ?? operand.start,
      end: operand.end,
      operator: '&',
      operand,
    },
  };
}

function element(node: SyntaxNode, m: CodeReading): Code {
  const items = m.all(node);
  const [key, value] = items;
  return key && value ? { kind: 'entry', ...at(node), key, value } : oneOrGroup(node, items);
}

/** `[$a, 'key' => $b]` on the left: what is given values, without their keys. */
function list(node: SyntaxNode, m: CodeReading): Code {
  const { children } = node;
  const targets = children.filter((_, index) => children[index + 1]?.type !== '=>');
  return { kind: 'pattern', ...at(node), parts: m.list(targets) };
}
