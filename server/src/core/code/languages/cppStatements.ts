import { ERROR, type SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Body, Case, Catch, Code, Try } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { bodyAround, bodyIn, isTrueOrOne, loopAt, oneOrGroup, otherwise } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { CONDITIONALS, MAX_CONDITIONALS } from './cppConditionals.ts';
import { declaratorOf } from './cppDeclarator.ts';
import { localDeclaration } from './cppVariables.ts';
import { countedLoop as forLoop, doLoop as doWhile } from './sameFields.ts';

/** A block's statements. */
export function block(node: SyntaxNode, m: CodeReading): Body {
  return { kind: 'body', ...at(node), statements: statements(node.children, m, 0) };
}

/** Statements in a block, where what looks like a prototype is a variable. */
function statements(nodes: readonly SyntaxNode[], m: CodeReading, depth: number): Code[] {
  return nodes.flatMap((node) => {
    if (node.type === 'declaration') {
      const declared = localDeclaration(node, m);
      return declared.kind === 'group' ? declared.items : [declared];
    }
    if (CONDITIONALS.has(node.type) && depth < MAX_CONDITIONALS) {
      return [other(node, statements(node.children, m, depth + 1))];
    }
    return m.list([node]);
  });
}

/** An empty statement is nothing. */
export function expressionStatement(node: SyntaxNode, m: CodeReading): Code {
  const items = m.all(node);
  if (items.length === 0) return { kind: 'group', ...at(node), items };
  return { kind: 'expression', ...at(node), value: oneOrGroup(node, items) };
}

interface Condition {
  readonly before: Code | undefined;
  readonly condition: Code;
}

/** `(int a = f(); 0 < a)`; `(auto a = f())` declares `a` first, and asks for it then. */
function conditionOf(node: SyntaxNode, m: CodeReading): Condition {
  const clause = node.childForFieldName('condition');
  const value = clause?.childForFieldName('value');
  if (!clause || !value) return { before: undefined, condition: m.needed(node, 'condition') };
  const first = clause.childForFieldName('initializer');
  const before = first ? m.list([first]) : [];
  const asked = m.code(value);
  const target = value.type === 'declaration' ? nameIn(value, m) : undefined;
  if (target) before.push(asked);
  return {
    before: before.length === 0 ? undefined : oneOrGroup(clause, before),
    condition: target ?? asked,
  };
}

function nameIn(declaration: SyntaxNode, m: CodeReading): Code | undefined {
  const declarator = declaration.childForFieldName('declarator');
  const named = declarator ? declaratorOf(declarator, m).named : undefined;
  return named && m.code(named);
}

export function ifStatement(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'if',
    ...at(node),
    ...conditionOf(node, m),
    whenTrue: bodyIn(node, m, 'consequence'),
    otherwise: otherwise(m.field(node, 'alternative')),
  };
}

export function countedLoop(node: SyntaxNode, m: CodeReading): Code {
  return forLoop(node, m, {
    before: m.field(node, 'initializer'),
    update: m.field(node, 'update'),
    body: bodyIn(node, m),
  });
}

export function eachLoop(node: SyntaxNode, m: CodeReading): Code {
  const first = node.childForFieldName('initializer');
  const declarator = node.childForFieldName('declarator');
  const named = declarator ? declaratorOf(declarator, m).named : undefined;
  return {
    ...loopAt(node),
    form: 'each',
    before: first ? oneOrGroup(first, m.list([first])) : undefined,
    variable: named && target(named, m),
    iterable: m.field(node, 'right'),
    body: bodyIn(node, m),
  };
}

function target(node: SyntaxNode, m: CodeReading): Code {
  return node.type === 'structured_binding_declarator'
    ? { kind: 'pattern', ...at(node), parts: m.all(node) }
    : m.code(node);
}

export function whileLoop(node: SyntaxNode, m: CodeReading): Code {
  const clause = node.childForFieldName('condition');
  const value = clause?.childForFieldName('value') ?? clause;
  const condition = value ? m.code(value) : other(node, []);
  const form = isTrueOrOne(condition) ? 'forever' : 'while';
  return { ...loopAt(node), form, condition, body: bodyIn(node, m) };
}

export function doLoop(node: SyntaxNode, m: CodeReading): Code {
  return doWhile(node, m, bodyIn(node, m));
}

export function switchStatement(node: SyntaxNode, m: CodeReading): Code {
  const { before, condition } = conditionOf(node, m);
  const clause = node.childForFieldName('condition');
  return {
    kind: 'switch',
    ...at(node),
    subject: before ? oneOrGroup(clause ?? node, [before, condition]) : condition,
    cases: casesIn(node.childForFieldName('body')).map((one) => caseOf(one, m)),
    isExhaustive: false,
  };
}

/** A switch's cases, those between `#if` and `#endif` too. */
function casesIn(body: SyntaxNode | null): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const nodes = body ? body.children.toReversed() : [];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.type === 'case_statement') found.push(node);
    else if (CONDITIONALS.has(node.type)) nodes.push(...node.children.toReversed());
  }
  return found;
}

export function caseOf(node: SyntaxNode, m: CodeReading): Case {
  const test = node.childForFieldName('value');
  const colon = node.children.findIndex(({ type }) => type === ':');
  return {
    kind: 'case',
    ...at(node),
    tests: test ? [caseTest(node, test, m)] : [],
    body: bodyAround(statements(node.children.slice(colon + 1), m, 0), node.endIndex),
  };
}

/** GNU's `1 ... 5`, which the grammar does not know. */
function caseTest(node: SyntaxNode, test: SyntaxNode, m: CodeReading): Code {
  const torn = node.children.find(({ type }) => type === ERROR);
  const [last] = torn ? m.all(torn) : [];
  if (test.type !== 'parameter_pack_expansion' || !last) return m.code(test);
  const from = m.needed(test, 'pattern');
  const range = { start: test.startIndex, end: last.end };
  return { kind: 'interval', ...range, from, to: last, isInclusive: true };
}

export function tryStatement(node: SyntaxNode, m: CodeReading): Try {
  return {
    kind: 'try',
    ...at(node),
    resources: [],
    body: bodyIn(node, m),
    catches: catchesIn(node, m),
    finally: undefined,
  };
}

/** The clauses behind a try, or behind a function whose body is one. */
export function catchesIn(node: SyntaxNode, m: CodeReading): readonly Catch[] {
  return node.children
    .filter(({ type }) => type === 'catch_clause')
    .map((one) => {
      const params = one.childForFieldName('parameters');
      const param = params?.children.find(({ isNamed, type }) => isNamed && type !== 'comment');
      const declarator = param?.childForFieldName('declarator');
      const declared = declarator ? declaratorOf(declarator, m) : undefined;
      const type = param?.childForFieldName('type');
      return {
        kind: 'catch',
        ...at(one),
        types: type ? [m.textOf(type)] : [],
        name: declared?.named && m.textOf(declared.named),
        body: bodyIn(one, m),
      };
    });
}

/** Windows' `__try`. */
export function guardedTry(node: SyntaxNode, m: CodeReading): Code {
  const caught = node.children.find(({ type }) => type === 'seh_except_clause');
  const last = node.children.find(({ type }) => type === 'seh_finally_clause');
  return {
    kind: 'try',
    ...at(node),
    resources: [],
    body: bodyIn(node, m),
    catches: caught
      ? [
          {
            kind: 'catch',
            ...at(caught),
            types: [],
            name: undefined,
            body: bodyIn(caught, m),
          },
        ]
      : [],
    finally: last && bodyIn(last, m),
  };
}

/** What a label stands before. */
export function labeled(node: SyntaxNode, m: CodeReading): Code {
  const label = node.childForFieldName('label');
  const inside = statements(
    node.children.filter((child) => child.id !== label?.id),
    m,
    0,
  );
  return oneOrGroup(node, inside);
}

/** `[[likely]] return a;` is what stands there; `[[fallthrough]];` is more than nothing. */
export function attributed(node: SyntaxNode, m: CodeReading): Code {
  const last = node.children.at(-1);
  const inside = last ? m.list([last]) : [];
  return inside.length === 0 ? other(node, m.all(node)) : oneOrGroup(node, inside);
}
