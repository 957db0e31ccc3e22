import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type {
  Body,
  Case,
  ClassCode,
  Code,
  Entry,
  FunctionCode,
  ImportedName,
  Param,
  Text,
} from '../code.ts';
import type { CodeLanguage, CodeReading, ReadNode } from '../codeLanguage.ts';
import { classCode, functionCode } from '../make.ts';
import { at, other } from '../readCode.ts';

/** TypeScript, TSX and JavaScript, whose grammars share their nodes. */
export const ecmascript: CodeLanguage = {
  comments: new Set(['comment', 'html_comment', 'hash_bang_line']),
  wrappers: new Set(['parenthesized_expression', 'jsx_expression']),
  empties: new Set(['empty_statement', 'type_annotation', 'override_modifier']),
  nodes: new Map<string, ReadNode>([
    ['program', body],
    ['statement_block', body],
    ['class_static_block', (node, m) => m.bodyOf(node, 'body')],
    ['expression_statement', expression],
    ['identifier', name],
    ['property_identifier', name],
    ['private_property_identifier', name],
    ['shorthand_property_identifier', name],
    ['shorthand_property_identifier_pattern', name],
    ['statement_identifier', name],
    ['type_identifier', name],
    ['this', name],
    ['super', name],
    ['true', (node) => ({ kind: 'constant', ...at(node), value: true })],
    ['false', (node) => ({ kind: 'constant', ...at(node), value: false })],
    ['null', (node) => ({ kind: 'constant', ...at(node), value: null })],
    ['undefined', (node) => ({ kind: 'constant', ...at(node), value: null })],
    ['number', number],
    ['string', text],
    ['template_string', text],
    ['regex', regex],
    ['member_expression', member],
    ['subscript_expression', subscript],
    ['call_expression', call],
    ['new_expression', construct],
    ['import', (node) => ({ kind: 'name', ...at(node), name: 'import' })],
    ['await_expression', (node, m) => ({ kind: 'await', ...at(node), value: only(node, m) })],
    ['yield_expression', (node, m) => ({ kind: 'yield', ...at(node), value: m.all(node)[0] })],
    ['binary_expression', binary],
    ['unary_expression', unary],
    ['update_expression', update],
    ['assignment_expression', assign],
    ['augmented_assignment_expression', assign],
    ['ternary_expression', conditional],
    ['sequence_expression', (node, m) => ({ kind: 'group', ...at(node), items: m.all(node) })],
    ['as_expression', claim],
    ['satisfies_expression', (node, m) => firstOf(node, m)],
    ['type_assertion', claim],
    ['non_null_expression', nonNull],
    ['array', (node, m) => ({ kind: 'list', ...at(node), items: m.all(node) })],
    ['object', object],
    ['pair', pair],
    ['spread_element', (node, m) => ({ kind: 'spread', ...at(node), value: only(node, m) })],
    ['array_pattern', (node, m) => ({ kind: 'pattern', ...at(node), parts: m.all(node) })],
    ['object_pattern', (node, m) => ({ kind: 'pattern', ...at(node), parts: m.all(node) })],
    ['pair_pattern', (node, m) => m.needed(node, 'value')],
    ['rest_pattern', (node, m) => ({ kind: 'spread', ...at(node), value: only(node, m) })],
    ['assignment_pattern', assignedPattern],
    ['object_assignment_pattern', assignedPattern],
    ['lexical_declaration', declarations],
    ['variable_declaration', declarations],
    ['using_declaration', declarations],
    ['if_statement', ifStatement],
    ['else_clause', (node, m) => firstOf(node, m)],
    ['for_statement', countedLoop],
    ['for_in_statement', eachLoop],
    ['while_statement', whileLoop],
    ['do_statement', doLoop],
    ['switch_statement', switchStatement],
    ['try_statement', tryStatement],
    ['throw_statement', (node, m) => ({ kind: 'throw', ...at(node), value: m.all(node)[0] })],
    ['return_statement', returned],
    ['break_statement', (node) => ({ kind: 'jump', ...at(node), word: 'break' })],
    ['continue_statement', (node) => ({ kind: 'jump', ...at(node), word: 'continue' })],
    ['labeled_statement', (node, m) => m.needed(node, 'body')],
    ['function_declaration', func],
    ['generator_function_declaration', func],
    ['function_expression', func],
    ['generator_function', func],
    ['function_signature', func],
    ['arrow_function', func],
    ['method_definition', func],
    ['method_signature', func],
    ['abstract_method_signature', func],
    ['class_declaration', classLike],
    ['abstract_class_declaration', classLike],
    ['class', classLike],
    ['interface_declaration', classLike],
    ['enum_declaration', classLike],
    ['internal_module', classLike],
    ['module', classLike],
    ['ambient_declaration', (node, m) => firstOf(node, m)],
    ['field_definition', field],
    ['public_field_definition', field],
    ['property_signature', field],
    ['decorator', (node, m) => firstOf(node, m)],
    ['import_statement', imported],
    ['export_statement', exported],
    ['jsx_element', element],
    ['jsx_self_closing_element', element],
    ['jsx_attribute', attribute],
    ['jsx_text', (node, m) => ({ kind: 'text', ...at(node), prefix: '', parts: [m.textOf(node)] })],
  ]),
};

function body(node: SyntaxNode, m: CodeReading): Body {
  return { kind: 'body', ...at(node), statements: m.all(node) };
}

/** The one thing a node holds. */
function only(node: SyntaxNode, m: CodeReading): Code {
  return m.all(node)[0] ?? other(node, []);
}

/** The first thing a node holds stands for it. */
function firstOf(node: SyntaxNode, m: CodeReading): Code {
  return only(node, m);
}

function expression(node: SyntaxNode, m: CodeReading): Code {
  const items = m.all(node);
  const [value] = items;
  if (!value) return other(node, []);
  // A sequence is several; a string alone is a directive, which does nothing here.
  return { kind: 'expression', ...at(node), value: 1 < items.length ? group(node, items) : value };
}

function group(node: SyntaxNode, items: readonly Code[]): Code {
  return { kind: 'group', ...at(node), items };
}

function name(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'name', ...at(node), name: m.textOf(node) };
}

function number(node: SyntaxNode, m: CodeReading): Code {
  const written = m.textOf(node).replaceAll('_', '').replace(/n$/, '');
  const isFloat = /^[\d.]*[.e]/i.test(written) && !/^0x/i.test(written);
  return { kind: 'number', ...at(node), value: Number(written), isFloat };
}

function text(node: SyntaxNode, m: CodeReading): Text {
  const parts: (string | Code)[] = [];
  let from = node.startIndex + 1;
  for (const child of node.children) {
    if (child.type !== 'template_substitution') continue;
    if (from < child.startIndex) parts.push(m.text.slice(from, child.startIndex));
    parts.push(...m.all(child));
    from = child.endIndex;
  }
  if (from < node.endIndex - 1) parts.push(m.text.slice(from, node.endIndex - 1));
  return { kind: 'text', ...at(node), parts, prefix: '' };
}

function regex(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'regex',
    ...at(node),
    source: m.fieldText(node, 'pattern') ?? '',
    flags: m.fieldText(node, 'flags') ?? '',
  };
}

function isOptional(node: SyntaxNode): boolean {
  return node.children.some(({ type }) => type === 'optional_chain' || type === '?.');
}

function member(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'member',
    ...at(node),
    object: m.needed(node, 'object'),
    name: m.fieldText(node, 'property') ?? '',
    isOptional: isOptional(node),
  };
}

function subscript(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'index',
    ...at(node),
    object: m.needed(node, 'object'),
    index: m.field(node, 'index'),
    isOptional: isOptional(node),
  };
}

function call(node: SyntaxNode, m: CodeReading): Code {
  const args = node.childForFieldName('arguments');
  if (args?.type === 'template_string') {
    return { ...text(args, m), ...at(node), prefix: m.fieldText(node, 'function') ?? '' };
  }
  return {
    kind: 'call',
    ...at(node),
    callee: m.needed(node, 'function'),
    args: args ? m.all(args) : [],
    isNew: false,
    isOptional: isOptional(node),
  };
}

function construct(node: SyntaxNode, m: CodeReading): Code {
  const args = node.childForFieldName('arguments');
  return {
    kind: 'call',
    ...at(node),
    callee: m.needed(node, 'constructor'),
    args: args ? m.all(args) : [],
    isNew: true,
    isOptional: false,
  };
}

function binary(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'binary',
    ...at(node),
    operator: m.fieldText(node, 'operator') ?? '',
    left: m.needed(node, 'left'),
    right: m.needed(node, 'right'),
  };
}

function unary(node: SyntaxNode, m: CodeReading): Code {
  const operator = m.fieldText(node, 'operator') ?? '';
  return { kind: 'unary', ...at(node), operator, operand: m.needed(node, 'argument') };
}

function update(node: SyntaxNode, m: CodeReading): Code {
  const operator = m.fieldText(node, 'operator') ?? '';
  const target = m.needed(node, 'argument');
  return { kind: 'assign', ...at(node), target, operator, value: undefined };
}

function assign(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'assign',
    ...at(node),
    target: m.needed(node, 'left'),
    operator: m.fieldText(node, 'operator') ?? '=',
    value: m.field(node, 'right'),
  };
}

function conditional(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'conditional',
    ...at(node),
    condition: m.needed(node, 'condition'),
    whenTrue: m.needed(node, 'consequence'),
    otherwise: m.needed(node, 'alternative'),
  };
}

/** `a as T`, `<T>a`: the last and the first child are the type. */
function claim(node: SyntaxNode, m: CodeReading): Code {
  const named = node.children.filter(({ isNamed }) => isNamed);
  const isPrefix = node.type === 'type_assertion';
  const value = isPrefix ? named.at(-1) : named[0];
  const type = isPrefix ? named[0] : named[1];
  // `as const` claims nothing.
  if (!value) return other(node, []);
  if (!type) return m.code(value);
  return { kind: 'cast', ...at(node), form: 'claim', value: m.code(value), type: m.textOf(type) };
}

function nonNull(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'cast', ...at(node), form: 'nonNull', value: only(node, m), type: '' };
}

function object(node: SyntaxNode, m: CodeReading): Code {
  const entries = m.all(node).map((one): Code => {
    if (one.kind === 'name') return { kind: 'entry', ...place(one), key: one, value: one };
    if (one.kind !== 'function' || one.name === undefined) return one;
    const key: Code = { kind: 'name', start: one.start, end: one.start, name: one.name };
    return { kind: 'entry', ...place(one), key, value: one };
  });
  return { kind: 'dict', ...at(node), type: undefined, entries };
}

function place({ start, end }: Code): { readonly start: number; readonly end: number } {
  return { start, end };
}

function pair(node: SyntaxNode, m: CodeReading): Entry {
  return {
    kind: 'entry',
    ...at(node),
    key: m.needed(node, 'key'),
    value: m.needed(node, 'value'),
  };
}

function assignedPattern(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'assign',
    ...at(node),
    target: m.needed(node, 'left'),
    operator: '=',
    value: m.field(node, 'right'),
  };
}

function declarations(node: SyntaxNode, m: CodeReading): Code {
  const isConstant = m.textOf(node).startsWith('const');
  const found = node.children
    .filter(({ type }) => type === 'variable_declarator')
    .map(
      (one): Code => ({
        kind: 'declare',
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

/** A type annotation's text without its colon. */
function typeOf(node: SyntaxNode, m: CodeReading, field = 'type'): string | undefined {
  return m.fieldText(node, field)?.replace(/^:\s*/, '');
}

function ifStatement(node: SyntaxNode, m: CodeReading): Code {
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

const NO_PARTS = {
  before: undefined,
  condition: undefined,
  update: undefined,
  variable: undefined,
  iterable: undefined,
} as const;

function countedLoop(node: SyntaxNode, m: CodeReading): Code {
  const condition = m.field(node, 'condition');
  const held = condition?.kind === 'expression' ? condition.value : condition;
  const isEmpty = held === undefined || held.kind === 'other';
  return {
    kind: 'loop',
    ...at(node),
    ...NO_PARTS,
    form: isEmpty ? 'forever' : 'count',
    before: m.field(node, 'initializer'),
    condition: isEmpty ? undefined : held,
    update: m.field(node, 'increment'),
    body: m.bodyOf(node, 'body'),
  };
}

function eachLoop(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'loop',
    ...at(node),
    ...NO_PARTS,
    form: 'each',
    variable: m.field(node, 'left'),
    iterable: m.field(node, 'right'),
    body: m.bodyOf(node, 'body'),
  };
}

function whileLoop(node: SyntaxNode, m: CodeReading): Code {
  const condition = m.needed(node, 'condition');
  const isForever = condition.kind === 'constant' && condition.value === true;
  return {
    kind: 'loop',
    ...at(node),
    ...NO_PARTS,
    form: isForever ? 'forever' : 'while',
    condition,
    body: m.bodyOf(node, 'body'),
  };
}

function doLoop(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'loop',
    ...at(node),
    ...NO_PARTS,
    form: 'do',
    condition: m.field(node, 'condition'),
    body: m.bodyOf(node, 'body'),
  };
}

function switchStatement(node: SyntaxNode, m: CodeReading): Code {
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

function tryStatement(node: SyntaxNode, m: CodeReading): Code {
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

function returned(node: SyntaxNode, m: CodeReading): Code {
  const items = m.all(node);
  const value = 1 < items.length ? group(node, items) : items[0];
  return { kind: 'return', ...at(node), value, isImplicit: false };
}

function func(node: SyntaxNode, m: CodeReading): FunctionCode {
  const words = node.children.filter((child) => MODIFIERS.has(m.textOf(child)));
  const modifiers = words.map((child) => m.textOf(child));
  const isMethod = node.type.includes('method');
  const isAccessor = modifiers.includes('get') || modifiers.includes('set');
  const name = m.fieldText(node, 'name');
  const bodyNode = node.childForFieldName('body');
  const form =
    node.type === 'arrow_function' || node.type === 'function_expression'
      ? 'lambda'
      : isAccessor
        ? 'accessor'
        : isMethod
          ? name === 'constructor'
            ? 'constructor'
            : 'method'
          : 'function';
  return functionCode(
    {
      ...at(node),
      form,
      name,
      params: paramsOf(node, m),
      receiver: undefined,
      returns: typeOf(node, m, 'return_type'),
      isAsync: modifiers.includes('async'),
      isGenerator: node.children.some(({ type }) => type === '*'),
      modifiers,
      decorators: m.list(node.children.filter(({ type }) => type === 'decorator')),
    },
    bodyNode ? () => functionBody(bodyNode, m) : undefined,
  );
}

const MODIFIERS: ReadonlySet<string> = new Set([
  ...['async', 'static', 'get', 'set', 'public', 'private', 'protected', 'readonly', 'abstract'],
  ...['override', 'declare', 'accessor'],
]);

/** An arrow function's expression is what it returns. */
function functionBody(node: SyntaxNode, m: CodeReading): Body {
  if (node.type === 'statement_block') return m.body(node);
  const value = m.code(node);
  const { start, end } = value;
  return {
    kind: 'body',
    ...at(node),
    statements: [{ kind: 'return', start, end, value, isImplicit: true }],
  };
}

function paramsOf(node: SyntaxNode, m: CodeReading): Param[] {
  const single = node.childForFieldName('parameter');
  if (single) return [param(single, m)];
  const list = node.childForFieldName('parameters');
  return (list?.children ?? [])
    .filter(({ isNamed, type }) => isNamed && type !== 'comment' && type !== 'decorator')
    .map((one) => param(one, m));
}

function param(node: SyntaxNode, m: CodeReading): Param {
  const isTyped = node.type === 'required_parameter' || node.type === 'optional_parameter';
  const outer = isTyped ? (node.childForFieldName('pattern') ?? node) : node;
  const isRest = outer.type === 'rest_pattern';
  const assigned = outer.type === 'assignment_pattern';
  const target = assigned
    ? (outer.childForFieldName('left') ?? outer)
    : isRest
      ? (outer.children.find(({ isNamed }) => isNamed) ?? outer)
      : outer;
  const isName = target.type === 'identifier' || target.type === 'this';
  return {
    kind: 'param',
    ...at(node),
    name: isName ? m.textOf(target) : undefined,
    pattern: isName ? undefined : m.code(target),
    type: isTyped ? typeOf(node, m) : undefined,
    value: assigned ? m.field(outer, 'right') : isTyped ? m.field(node, 'value') : undefined,
    isRest,
    isOptional: node.type === 'optional_parameter',
  };
}

const FORMS: ReadonlyMap<string, ClassCode['form']> = new Map([
  ['interface_declaration', 'interface'],
  ['enum_declaration', 'enum'],
  ['internal_module', 'namespace'],
  ['module', 'namespace'],
]);

function classLike(node: SyntaxNode, m: CodeReading): ClassCode {
  const inside = node.childForFieldName('body');
  const heritage = node.children.find(({ type }) => type === 'class_heritage');
  return classCode(
    {
      ...at(node),
      form: FORMS.get(node.type) ?? 'class',
      name: m.fieldText(node, 'name'),
      bases: heritage ? heritage.children.flatMap((one) => basesOf(one, m)) : [],
      modifiers: node.type.startsWith('abstract') ? ['abstract'] : [],
      decorators: m.list(node.children.filter(({ type }) => type === 'decorator')),
    },
    () => (inside ? m.all(inside) : []),
  );
}

function basesOf(node: SyntaxNode, m: CodeReading): string[] {
  if (node.type === 'extends_clause' || node.type === 'implements_clause') {
    return node.children.filter(({ isNamed }) => isNamed).map((one) => m.textOf(one));
  }
  return node.isNamed ? [m.textOf(node)] : [];
}

function field(node: SyntaxNode, m: CodeReading): Code {
  const nameNode = node.childForFieldName('name') ?? node.childForFieldName('property');
  return {
    kind: 'declare',
    ...at(node),
    target: nameNode ? m.code(nameNode) : other(node, []),
    type: typeOf(node, m),
    value: m.field(node, 'value'),
    isConstant: node.children.some((child) => m.textOf(child) === 'readonly'),
  };
}

function imported(node: SyntaxNode, m: CodeReading): Code {
  const source = node.childForFieldName('source');
  const clause = node.children.find(({ type }) => type === 'import_clause');
  const required = node.children.find(({ type }) => type === 'import_require_clause');
  const requiredSource = required?.childForFieldName('source');
  const module = m.textOf(source ?? requiredSource ?? node).replace(/^['"]|['"]$/g, '');
  const names = clause ? clause.children.flatMap((one) => namesOf(one, m)) : [];
  const isTypeOnly = node.children.some(({ type, isNamed }) => !isNamed && type === 'type');
  return { kind: 'import', ...at(node), module, names, isTypeOnly };
}

/** What is exported stands for it; from another module it is taken in first. */
function exported(node: SyntaxNode, m: CodeReading): Code {
  const source = node.childForFieldName('source');
  if (!source) return m.field(node, 'declaration') ?? m.field(node, 'value') ?? other(node, []);
  const module = m.textOf(source).replace(/^['"]|['"]$/g, '');
  const isTypeOnly = node.children.some(({ type, isNamed }) => !isNamed && type === 'type');
  return { kind: 'import', ...at(node), module, names: [], isTypeOnly };
}

function namesOf(node: SyntaxNode, m: CodeReading): ImportedName[] {
  switch (node.type) {
    case 'identifier':
      return [{ name: 'default', local: m.textOf(node) }];
    case 'namespace_import':
      return [{ name: '*', local: m.textOf(node).replace(/^\*\s*as\s*/, '') }];
    case 'named_imports':
      return node.children
        .filter(({ type }) => type === 'import_specifier')
        .map((one) => {
          const name = m.fieldText(one, 'name') ?? '';
          return { name, local: m.fieldText(one, 'alias') ?? name };
        });
    default:
      return [];
  }
}

function element(node: SyntaxNode, m: CodeReading): Code {
  const open = node.children.find(({ type }) => type === 'jsx_opening_element') ?? node;
  const children = node === open ? [] : node.children.filter(({ type }) => INSIDE.has(type));
  return {
    kind: 'element',
    ...at(node),
    name: m.fieldText(open, 'name') ?? '',
    attributes: m.list(
      open.children.filter(({ type }) => type === 'jsx_attribute' || type === 'jsx_expression'),
    ),
    children: m.list(children),
  };
}

const INSIDE: ReadonlySet<string> = new Set([
  ...['jsx_element', 'jsx_self_closing_element', 'jsx_expression', 'jsx_text', 'jsx_fragment'],
]);

function attribute(node: SyntaxNode, m: CodeReading): Code {
  const named = node.children.filter(({ isNamed, type }) => isNamed && type !== 'comment');
  const [key, value] = named;
  return {
    kind: 'attribute',
    ...at(node),
    name: key ? m.textOf(key) : '',
    value: value ? m.code(value) : undefined,
  };
}
