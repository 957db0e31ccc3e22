import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Body, Catch, Code, If, Loop } from '../code.ts';
import type { CodeLanguage, CodeReading, ReadNode } from '../codeLanguage.ts';
import { constant, first, groupAround, loopAt, name } from '../pieces.ts';
import { at } from '../readCode.ts';
import { givenBy } from './givenValues.ts';
import {
  call,
  cast,
  construct,
  constructorCall,
  fieldAccess,
  last,
  member,
  methodReference,
  newArray,
  number,
  scoped,
  subscript,
  template,
  text,
  update,
} from './javaExpressions.ts';
import {
  annotation,
  classLike,
  enumConstant,
  func,
  imported,
  packaged,
  variables,
} from './javaMembers.ts';
import { asStatement, instanceOf, pattern, switchCode, yielded } from './javaSwitch.ts';
import { body, expression, group, jump, list, throwing } from './plainNodes.ts';
import {
  assign,
  binary,
  conditional,
  countedLoop,
  doLoop,
  ifWithBodies,
  tryWith,
  unary,
  whileLoop,
} from './sameFields.ts';

/** Java. Its grammar has one node for switches that are statements and those that are values. */
export const java: CodeLanguage = {
  comments: new Set(['line_comment', 'block_comment']),
  wrappers: new Set(['parenthesized_expression', 'pattern']),
  empties: new Set([';']),
  nodes: new Map<string, ReadNode>([
    ['program', statements],
    ['block', statements],
    ['constructor_body', statements],
    ['static_initializer', (node, m) => m.body(last(node) ?? node)],
    // A lone `;` is an empty body.
    [';', (node) => ({ kind: 'body', ...at(node), statements: [] })],
    ['expression_statement', expression],
    ['identifier', name],
    ['type_identifier', name],
    ['this', name],
    ['super', name],
    ['integral_type', name],
    ['floating_point_type', name],
    ['boolean_type', name],
    ['void_type', name],
    ['array_type', name],
    ['underscore_pattern', name],
    ['generic_type', first],
    ['annotated_type', (node, m) => m.code(last(node) ?? node)],
    ['scoped_type_identifier', scoped],
    ['scoped_identifier', scoped],
    ['true', constant(true)],
    ['false', constant(false)],
    ['null_literal', constant(null)],
    ['decimal_integer_literal', number],
    ['hex_integer_literal', number],
    ['octal_integer_literal', number],
    ['binary_integer_literal', number],
    ['decimal_floating_point_literal', number],
    ['hex_floating_point_literal', number],
    ['string_literal', text],
    ['character_literal', text],
    ['template_expression', template],
    ['field_access', fieldAccess],
    ['class_literal', (node, m) => ({ ...member(node, first(node, m), 'class') })],
    ['method_reference', methodReference],
    ['array_access', subscript],
    ['method_invocation', call],
    ['explicit_constructor_invocation', constructorCall],
    ['object_creation_expression', construct],
    ['array_creation_expression', newArray],
    ['array_initializer', list],
    ['element_value_array_initializer', list],
    ['binary_expression', binary],
    ['instanceof_expression', instanceOf],
    ['unary_expression', unary],
    ['update_expression', update],
    ['assignment_expression', assign],
    ['ternary_expression', conditional],
    ['cast_expression', cast],
    ['local_variable_declaration', variables],
    ['field_declaration', variables],
    ['constant_declaration', variables],
    ['resource', resource],
    ['if_statement', (node, m) => withSettled(ifWithBodies(node, m))],
    ['for_statement', (node, m) => withSettled(forLoop(node, m))],
    ['enhanced_for_statement', (node, m) => withSettled(eachLoop(node, m))],
    ['while_statement', (node, m) => withSettled(whileLoop(node, m))],
    ['do_statement', (node, m) => withSettled(doLoop(node, m))],
    ['switch_expression', switchCode],
    ['type_pattern', pattern],
    ['record_pattern', pattern],
    ['record_pattern_component', pattern],
    ['yield_statement', yielded],
    ['try_statement', tryStatement],
    ['try_with_resources_statement', tryStatement],
    ['throw_statement', throwing],
    ['return_statement', returned],
    ['break_statement', jump('break')],
    ['continue_statement', jump('continue')],
    ['labeled_statement', (node, m) => settled(m.code(node.children.at(-1) ?? node))],
    ['synchronized_statement', locked],
    ['assert_statement', asserted],
    ['method_declaration', func],
    ['constructor_declaration', func],
    ['compact_constructor_declaration', func],
    ['lambda_expression', func],
    ['class_declaration', classLike],
    ['interface_declaration', classLike],
    ['record_declaration', classLike],
    ['enum_declaration', classLike],
    ['annotation_type_declaration', classLike],
    ['class_body', group],
    ['enum_body_declarations', group],
    ['enum_constant', enumConstant],
    ['annotation_type_element_declaration', variables],
    ['marker_annotation', annotation],
    ['annotation', annotation],
    ['element_value_pair', named],
    ['import_declaration', imported],
    ['package_declaration', packaged],
  ]),
};

/** The grammar has one node for switches of both sorts; one that is a statement gives no value. */
function statements(node: SyntaxNode, m: CodeReading): Body {
  return settledIn(body(node, m));
}

function settled(code: Code): Code {
  return code.kind === 'switch' ? asStatement(code) : code;
}

function settledIn(code: Body): Body {
  return { ...code, statements: code.statements.map(settled) };
}

/** Also where it stands alone behind `if` or a loop. */
function withSettled(code: If | Loop): Code {
  if (code.kind === 'loop') return { ...code, body: settledIn(code.body) };
  const { otherwise } = code;
  return {
    ...code,
    whenTrue: settledIn(code.whenTrue),
    otherwise: otherwise?.kind === 'body' ? settledIn(otherwise) : otherwise,
  };
}

function resource(node: SyntaxNode, m: CodeReading): Code {
  return node.childForFieldName('value') ? variables(node, m) : first(node, m);
}

function forLoop(node: SyntaxNode, m: CodeReading): Loop {
  const marks = node.children.filter(({ type }) => type === ';' || type === ')');
  const condition = node.childForFieldName('condition');
  const bodyNode = node.childForFieldName('body');
  const from = condition?.startIndex ?? marks.at(-2)?.startIndex ?? node.endIndex;
  const between = (start: number, end: number): Code | undefined =>
    groupAround(
      m.list(
        node.children.filter(
          (child) =>
            child.isNamed &&
            child.id !== condition?.id &&
            child.id !== bodyNode?.id &&
            start <= child.startIndex &&
            child.endIndex <= end,
        ),
      ),
    );
  return countedLoop(node, m, {
    before: between(node.startIndex, from),
    update: between(from, node.endIndex),
  });
}

function eachLoop(node: SyntaxNode, m: CodeReading): Loop {
  return {
    ...loopAt(node),
    form: 'each',
    variable: m.field(node, 'name'),
    iterable: m.field(node, 'value'),
    body: m.bodyOf(node, 'body'),
  };
}

function tryStatement(node: SyntaxNode, m: CodeReading): Code {
  const resources = node.childForFieldName('resources');
  return tryWith(node, m, { resources: resources ? m.all(resources) : [], catchOf });
}

function catchOf(node: SyntaxNode, m: CodeReading): Catch {
  const param = node.children.find(({ type }) => type === 'catch_formal_parameter');
  const types = param?.children.find(({ type }) => type === 'catch_type');
  return {
    kind: 'catch',
    ...at(node),
    types: (types?.children ?? []).filter(({ isNamed }) => isNamed).map((one) => m.textOf(one)),
    name: param && m.fieldText(param, 'name'),
    body: m.bodyOf(node, 'body'),
  };
}

function returned(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'return', ...at(node), value: givenBy(m.all(node)[0]), isImplicit: false };
}

/** `assert a : b;` calls what elsewhere is a function. */
function asserted(node: SyntaxNode, m: CodeReading): Code {
  const args = m.all(node);
  const callee = name(node.children[0] ?? node, m);
  const end = args.at(-1)?.end ?? callee.end;
  const { start } = callee;
  const value: Code = { kind: 'call', start, end, callee, args, isNew: false, isOptional: false };
  return { kind: 'expression', ...at(node), value };
}

/** A lock is given back at the end, as what `with` opens. */
function locked(node: SyntaxNode, m: CodeReading): Code {
  const lock = node.children.find(({ type }) => type === 'parenthesized_expression');
  return {
    kind: 'defer',
    ...at(node),
    form: 'with',
    values: lock ? [m.code(lock)] : [],
    body: m.bodyOf(node, 'body'),
  };
}

function named(node: SyntaxNode, m: CodeReading): Code {
  const key = m.fieldText(node, 'key') ?? '';
  return { kind: 'named', ...at(node), name: key, value: m.needed(node, 'value') };
}
