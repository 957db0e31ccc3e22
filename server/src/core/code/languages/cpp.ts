import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code } from '../code.ts';
import type { CodeLanguage, CodeReading, ReadNode } from '../codeLanguage.ts';
import { callOf, constant, oneOrGroup } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import {
  classLike,
  declaration,
  functionDefinition,
  linkage,
  namespace,
  typeDefinition,
} from './cppDeclarations.ts';
import { call, compoundLiteral, construct, initializerPair } from './cppCalls.ts';
import { character, joined, number, raw, text, userDefined } from './cppLiterals.ts';
import { dependent, name, qualified, templated, typeDescriptor } from './cppNames.ts';
import { lambda } from './cppFunctions.ts';
import { operatorOf } from './cppOperators.ts';
import {
  attributed,
  block,
  caseOf,
  countedLoop,
  doLoop,
  eachLoop,
  expressionStatement,
  guardedTry,
  ifStatement,
  labeled,
  switchStatement,
  tryStatement,
  whileLoop,
} from './cppStatements.ts';
import {
  body,
  dictOrList,
  group,
  held,
  jump,
  returningAll,
  throwing,
  yielding,
} from './plainNodes.ts';
import { binaryWith, enumMember } from './sameFields.ts';

/** C++, and C, which its grammar reads too. */
export const cpp: CodeLanguage = {
  comments: new Set(['comment']),
  wrappers: new Set(['parenthesized_expression', 'init_statement', 'condition_clause']),
  empties: new Set(['access_specifier', 'template_parameter_list', 'requires_clause']),
  nodes: new Map<string, ReadNode>([
    ['translation_unit', body],
    ['compound_statement', block],
    ['expression_statement', expressionStatement],
    ['identifier', name],
    ['field_identifier', name],
    ['namespace_identifier', name],
    ['statement_identifier', name],
    ['type_identifier', name],
    ['primitive_type', name],
    ['sized_type_specifier', name],
    ['placeholder_type_specifier', name],
    ['destructor_name', name],
    ['operator_name', name],
    ['this', name],
    ['qualified_identifier', qualified],
    ['template_function', templated],
    ['template_method', templated],
    ['template_type', templated],
    ['dependent_name', dependent],
    ['dependent_type', dependent],
    ['type_descriptor', typeDescriptor],
    ['true', constant(true)],
    ['false', constant(false)],
    ['null', constant(null)],
    ['number_literal', number],
    ['string_literal', text],
    ['raw_string_literal', raw],
    ['char_literal', character],
    ['concatenated_string', joined],
    ['user_defined_literal', userDefined],
    ['field_expression', member],
    ['subscript_expression', subscript],
    ['call_expression', call],
    ['new_expression', construct],
    ['delete_expression', deleted],
    ['compound_literal_expression', compoundLiteral],
    ['initializer_list', dictOrList],
    ['initializer_pair', initializerPair],
    ['cast_expression', cast],
    ['binary_expression', binary],
    ['unary_expression', unary],
    ['pointer_expression', unary],
    ['sizeof_expression', measured],
    ['alignof_expression', measured],
    ['update_expression', update],
    ['assignment_expression', assign],
    ['conditional_expression', conditional],
    ['comma_expression', group],
    ['co_await_expression', (node, m) => ({ kind: 'await', ...at(node), value: held(node, m) })],
    ['co_yield_statement', yielding],
    ['co_return_statement', returningAll],
    ['parameter_pack_expansion', spread],
    ['lambda_expression', lambda],
    ['extension_expression', held],
    ['declaration', declaration],
    ['field_declaration', declaration],
    ['type_definition', typeDefinition],
    ['function_definition', functionDefinition],
    ['template_declaration', declared],
    ['friend_declaration', declared],
    ['linkage_specification', linkage],
    ['export_declaration', linkage],
    ['namespace_definition', namespace],
    ['class_specifier', classLike],
    ['struct_specifier', classLike],
    ['union_specifier', classLike],
    ['enum_specifier', classLike],
    ['enumerator', enumMember],
    ['attribute', attribute],
    ['if_statement', ifStatement],
    ['else_clause', held],
    ['for_statement', countedLoop],
    ['for_range_loop', eachLoop],
    ['while_statement', whileLoop],
    ['do_statement', doLoop],
    ['switch_statement', switchStatement],
    ['case_statement', caseOf],
    ['try_statement', tryStatement],
    ['seh_try_statement', guardedTry],
    ['throw_statement', throwing],
    ['return_statement', returningAll],
    ['break_statement', jump('break')],
    ['continue_statement', jump('continue')],
    ['goto_statement', jump('goto')],
    ['labeled_statement', labeled],
    ['attributed_statement', attributed],
    ['preproc_include', included],
    ['import_declaration', imported],
    ['preproc_def', macro],
  ]),
};

function member(node: SyntaxNode, m: CodeReading): Code {
  const operator = m.fieldText(node, 'operator') ?? '.';
  const field = node.childForFieldName('field');
  // `a.*b` goes through a pointer that is a value itself.
  if (operator.endsWith('*')) {
    const [left, right] = [m.needed(node, 'argument'), m.needed(node, 'field')];
    return { kind: 'binary', ...at(node), operator, left, right };
  }
  const named = field ? m.code(field) : undefined;
  return {
    kind: 'member',
    ...at(node),
    object: m.needed(node, 'argument'),
    name: named?.kind === 'name' || named?.kind === 'member' ? named.name : '',
    isOptional: false,
  };
}

function subscript(node: SyntaxNode, m: CodeReading): Code {
  const indices = node.childForFieldName('indices');
  const found = indices ? m.all(indices) : [];
  const index = indices && found.length !== 0 ? oneOrGroup(indices, found) : undefined;
  return {
    kind: 'index',
    ...at(node),
    object: m.needed(node, 'argument'),
    index,
    isOptional: false,
  };
}

function deleted(node: SyntaxNode, m: CodeReading): Code {
  const isArray = node.children.some(({ type }) => type === '[');
  const operator = isArray ? 'delete[]' : 'delete';
  return { kind: 'unary', ...at(node), operator, operand: held(node, m) };
}

/** A pointer that is taken for one of another type is a claim; everything else is converted. */
function cast(node: SyntaxNode, m: CodeReading): Code {
  const type = m.fieldText(node, 'type')?.replace(/\s+/g, ' ') ?? '';
  const form = /[*&]\s*(?:const)?$/.test(type) ? 'claim' : 'convert';
  return { kind: 'cast', ...at(node), form, value: m.needed(node, 'value'), type };
}

function binary(node: SyntaxNode, m: CodeReading): Code {
  return binaryWith(node, m, operatorOf(node, m));
}

function unary(node: SyntaxNode, m: CodeReading): Code {
  const operator = operatorOf(node, m);
  return { kind: 'unary', ...at(node), operator, operand: m.needed(node, 'argument') };
}

/** `sizeof a`, `sizeof(T)`, `alignof(T)`. */
function measured(node: SyntaxNode, m: CodeReading): Code {
  const operator = node.type === 'sizeof_expression' ? 'sizeof' : 'alignof';
  return { kind: 'unary', ...at(node), operator, operand: held(node, m) };
}

function update(node: SyntaxNode, m: CodeReading): Code {
  const target = m.needed(node, 'argument');
  return { kind: 'assign', ...at(node), target, operator: operatorOf(node, m), value: undefined };
}

function assign(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'assign',
    ...at(node),
    target: m.needed(node, 'left'),
    operator: operatorOf(node, m),
    value: m.field(node, 'right'),
  };
}

/** GNU's `a ?: b` is a choice of two, like `||`. */
function conditional(node: SyntaxNode, m: CodeReading): Code {
  const condition = m.needed(node, 'condition');
  const whenTrue = m.field(node, 'consequence');
  const otherwise = m.needed(node, 'alternative');
  return whenTrue
    ? { kind: 'conditional', ...at(node), condition, whenTrue, otherwise }
    : { kind: 'binary', ...at(node), operator: '?:', left: condition, right: otherwise };
}

function spread(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'spread', ...at(node), value: m.needed(node, 'pattern') };
}

/** What a template's header or `friend` stands before. */
function declared(node: SyntaxNode, m: CodeReading): Code {
  const last = node.children.findLast(({ isNamed, type }) => isNamed && type !== 'comment');
  if (!last) return other(node, []);
  // `friend class A;` only names it.
  return last.type.endsWith('identifier') ? other(node, m.all(node)) : m.code(last);
}

function attribute(node: SyntaxNode, m: CodeReading): Code {
  const args = node.children.find(({ type }) => type === 'argument_list');
  const named = node.childForFieldName('name');
  const callee: Code = { kind: 'name', ...at(named ?? node), name: m.textOf(named ?? node) };
  return args ? callOf(at(node), callee, m.all(args)) : callee;
}

/** With its quotes or brackets, which say where it is looked for. */
function included(node: SyntaxNode, m: CodeReading): Code {
  const module = m.fieldText(node, 'path') ?? '';
  return { kind: 'import', ...at(node), module, names: [], isTypeOnly: false };
}

function imported(node: SyntaxNode, m: CodeReading): Code {
  const module = m.textOf(node).replace(/^\s*import\s*|\s*;\s*$/g, '');
  return { kind: 'import', ...at(node), module, names: [], isTypeOnly: false };
}

/** A macro's text is no code, but for a string or a number alone. */
function macro(node: SyntaxNode, m: CodeReading): Code {
  const named = node.childForFieldName('name');
  const held = node.childForFieldName('value');
  const children: Code[] = named ? [m.code(named)] : [];
  if (held) {
    const written = m.textOf(held).trim();
    if (/^"(?:[^"\\]|\\.)*"$/s.test(written)) {
      children.push({ kind: 'text', ...at(held), parts: [written.slice(1, -1)], prefix: '' });
    } else if (/^\d[\w.']*$/.test(written)) {
      children.push(number(held, m));
    }
  }
  return other(node, children);
}
