import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Case, Catch, Code, Declare, If, Loop, Try } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { isTrue, loopAt, otherwise } from '../pieces.ts';
import { asBody, at } from '../readCode.ts';

// How nodes are read whose fields have the same names in the grammars of several languages.

/** Two values with an operator between them. */
export function binary(node: SyntaxNode, m: CodeReading): Code {
  return binaryWith(node, m, m.fieldText(node, 'operator') ?? '');
}

/** The same with an operator that is known. */
export function binaryWith(node: SyntaxNode, m: CodeReading, operator: string): Code {
  const left = m.needed(node, 'left');
  return { kind: 'binary', ...at(node), operator, left, right: m.needed(node, 'right') };
}

/** An operator before what the grammar calls its operand. */
export function unary(node: SyntaxNode, m: CodeReading): Code {
  const operator = m.fieldText(node, 'operator') ?? '';
  return { kind: 'unary', ...at(node), operator, operand: m.needed(node, 'operand') };
}

/** `a++`, where the grammar calls `a` an argument. */
export function update(node: SyntaxNode, m: CodeReading): Code {
  const operator = m.fieldText(node, 'operator') ?? '';
  const target = m.needed(node, 'argument');
  return { kind: 'assign', ...at(node), target, operator, value: undefined };
}

/** An assignment with any operator. */
export function assign(node: SyntaxNode, m: CodeReading): Code {
  return assignTo(node, m, m.needed(node, 'left'));
}

/** The same to what was read another way. */
export function assignTo(node: SyntaxNode, m: CodeReading, target: Code): Code {
  const operator = m.fieldText(node, 'operator') ?? '=';
  return { kind: 'assign', ...at(node), target, operator, value: m.field(node, 'right') };
}

/** `a ? b : c`. */
export function conditional(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'conditional',
    ...at(node),
    condition: m.needed(node, 'condition'),
    whenTrue: m.needed(node, 'consequence'),
    otherwise: m.needed(node, 'alternative'),
  };
}

/** A call whose arguments stand in a list. */
export function call(node: SyntaxNode, m: CodeReading): Code {
  const list = node.childForFieldName('arguments');
  return {
    kind: 'call',
    ...at(node),
    callee: m.needed(node, 'function'),
    args: list ? m.all(list) : [],
    isNew: false,
    isOptional: false,
  };
}

/** A key with its value. */
export function pair(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'entry', ...at(node), key: m.needed(node, 'key'), value: m.needed(node, 'value') };
}

/** A name that never changes: a constant of an `enum`. */
export function enumMember(node: SyntaxNode, m: CodeReading): Declare {
  return {
    kind: 'declare',
    decorators: [],
    modifiers: [],
    ...at(node),
    target: m.needed(node, 'name'),
    type: undefined,
    value: m.field(node, 'value'),
    isConstant: true,
  };
}

/** `if` with all that is behind its `else`, and in Go with what is done before it. */
export function ifStatement(node: SyntaxNode, m: CodeReading): If {
  return {
    kind: 'if',
    ...at(node),
    before: m.field(node, 'initializer'),
    condition: m.needed(node, 'condition'),
    whenTrue: m.bodyOf(node, 'consequence'),
    otherwise: otherwise(m.field(node, 'alternative')),
  };
}

/** The same where the grammar has no clause for `else`: what stands there is read as any body. */
export function ifWithBodies(node: SyntaxNode, m: CodeReading): If {
  const alternative = node.childForFieldName('alternative');
  const code = alternative && m.code(alternative);
  return {
    kind: 'if',
    ...at(node),
    before: undefined,
    condition: m.needed(node, 'condition'),
    whenTrue: m.bodyOf(node, 'consequence'),
    otherwise: code ? (code.kind === 'if' ? code : asBody(alternative, code)) : undefined,
  };
}

/** `for (;;)`: what stands before it and what updates it are each one piece or a group. */
export function countedLoop(
  node: SyntaxNode,
  m: CodeReading,
  { before, update: step, body = m.bodyOf(node, 'body') }: LoopParts,
): Loop {
  const condition = m.field(node, 'condition');
  const form = condition ? 'count' : 'forever';
  return { ...loopAt(node), form, before, condition, update: step, body };
}

interface LoopParts extends Pick<Loop, 'before' | 'update'> {
  /** Where it is not read as any body is. */
  readonly body?: Loop['body'];
}

/** A loop over what is in something. */
export function eachLoop(node: SyntaxNode, m: CodeReading): Loop {
  return {
    ...loopAt(node),
    form: 'each',
    variable: m.field(node, 'left'),
    iterable: m.field(node, 'right'),
    body: m.bodyOf(node, 'body'),
  };
}

/** `while`; one whose condition is `true` goes on forever. */
export function whileLoop(node: SyntaxNode, m: CodeReading): Loop {
  const condition = m.needed(node, 'condition');
  const form = isTrue(condition) ? 'forever' : 'while';
  return { ...loopAt(node), form, condition, body: m.bodyOf(node, 'body') };
}

/** `do … while`. */
export function doLoop(node: SyntaxNode, m: CodeReading, body = m.bodyOf(node, 'body')): Loop {
  return { ...loopAt(node), form: 'do', condition: m.field(node, 'condition'), body };
}

/** One branch of a switch, with the test that its `value` is; none where that is missing. */
export function caseWith(node: SyntaxNode, m: CodeReading, body: Case['body']): Case {
  const test = node.childForFieldName('value');
  return { kind: 'case', ...at(node), tests: test ? [m.code(test)] : [], body };
}

/** `try` whose clauses are its own children. */
export function tryWith(node: SyntaxNode, m: CodeReading, { resources, catchOf }: TryParts): Try {
  const last = node.children.find(({ type }) => type === 'finally_clause');
  const lastBody = last?.children.find(({ type }) => type === 'block');
  return {
    kind: 'try',
    ...at(node),
    resources,
    body: m.bodyOf(node, 'body'),
    catches: node.children
      .filter(({ type }) => type === 'catch_clause')
      .map((one) => catchOf(one, m)),
    finally: lastBody && m.body(lastBody),
  };
}

interface TryParts extends Pick<Try, 'resources'> {
  readonly catchOf: (node: SyntaxNode, m: CodeReading) => Catch;
}
