import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Call, Code, Expression } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { callOf } from '../pieces.ts';
import { at, other } from '../readCode.ts';

export function call(node: SyntaxNode, m: CodeReading): Code {
  return callTo(node, m.needed(node, 'function'), m);
}

export function methodCall(node: SyntaxNode, m: CodeReading): Code {
  return callTo(node, memberOf(node, 'object', false, m), m);
}

export function nullsafeMethodCall(node: SyntaxNode, m: CodeReading): Code {
  return callTo(node, memberOf(node, 'object', true, m), m);
}

export function staticCall(node: SyntaxNode, m: CodeReading): Code {
  return callTo(node, memberOf(node, 'scope', false, m), m);
}

export function member(node: SyntaxNode, m: CodeReading): Code {
  return memberOf(node, 'object', false, m);
}

export function nullsafeMember(node: SyntaxNode, m: CodeReading): Code {
  return memberOf(node, 'object', true, m);
}

/** `A::$b`, a field of the class. */
export function property(node: SyntaxNode, m: CodeReading): Code {
  const named = node.childForFieldName('name');
  const object = m.needed(node, 'scope');
  return named?.type === 'variable_name'
    ? { kind: 'member', ...at(node), object, name: bare(m.textOf(named)), isOptional: false }
    : memberOf(node, 'scope', false, m);
}

/** `A::B`. */
export function classConstant(node: SyntaxNode, m: CodeReading): Code {
  const [scope, named] = node.children.filter(({ isNamed, type }) => isNamed && type !== 'comment');
  if (!scope || !named) return other(node, m.all(node));
  const object = m.code(scope);
  return named.type === 'name'
    ? { kind: 'member', ...at(node), object, name: m.textOf(named), isOptional: false }
    : { kind: 'index', ...at(node), object, index: m.code(named), isOptional: false };
}

/** Up to its name; one that the program chooses (`$a->$b`) is an index. */
function memberOf(node: SyntaxNode, field: string, isOptional: boolean, m: CodeReading): Code {
  const named = node.childForFieldName('name');
  const object = m.needed(node, field);
  if (!named) return other(node, [object]);
  const args = node.childForFieldName('arguments');
  const { start } = at(node);
  // Behind `{$b}` stands a bracket that belongs to it, where nothing is called.
  const end = args ? named.endIndex : node.endIndex;
  return named.type === 'name'
    ? { kind: 'member', start, end, object, name: m.textOf(named), isOptional }
    : { kind: 'index', start, end, object, index: m.code(named), isOptional };
}

function bare(written: string): string {
  return written.replace(/^\$/, '');
}

/** `f(...)` calls nothing: it is the function itself. */
function callTo(node: SyntaxNode, callee: Code, m: CodeReading): Code {
  const list = node.childForFieldName('arguments');
  if (list?.children.some(({ type }) => type === 'variadic_placeholder')) {
    return other(node, [callee]);
  }
  return callOf(at(node), callee, list ? m.all(list) : []);
}

/** `new A(1)`, `new $name`, `new class(1) { … }`. */
export function construct(node: SyntaxNode, m: CodeReading): Code {
  const inside = node.children.filter(({ isNamed, type }) => isNamed && type !== 'comment');
  const made = inside.find(({ type }) => type !== 'arguments' && type !== 'attribute_list');
  if (!made) return other(node, m.all(node));
  const holder = made.type === 'anonymous_class' ? made : node;
  const list = holder.children.find(({ type }) => type === 'arguments');
  return callOf(at(node), m.code(made), list ? m.all(list) : [], true);
}

export function argument(node: SyntaxNode, m: CodeReading): Code {
  const named = node.childForFieldName('name');
  const [value] = m.list(node.children.filter(({ id }) => id !== named?.id));
  if (!value) return other(node, []);
  return named ? { kind: 'named', ...at(node), name: m.textOf(named), value } : value;
}

export function attribute(node: SyntaxNode, m: CodeReading): Code {
  const list = node.childForFieldName('parameters');
  const [named] = node.children.filter(({ isNamed, id }) => isNamed && id !== list?.id);
  const callee = named ? m.code(named) : other(node, []);
  return list ? callOf(at(node), callee, m.all(list)) : callee;
}

/**
 * A word that calls, with what stands behind it: `print`, and `include` and `require_once` too, as
 * what is loaded is often known only then.
 */
export function wordCall(node: SyntaxNode, m: CodeReading): Call {
  const [word] = node.children;
  const { start, end } = at(word ?? node);
  const name = m.text.slice(start, end).toLowerCase();
  const last = node.children.findLast(({ type }) => type !== ';');
  const range = { start, end: last?.endIndex ?? node.endIndex };
  return callOf(range, { kind: 'name', start, end, name }, m.all(node));
}

/** `echo $a, $b;`, `unset($a);`, `exit;`: one that is a statement. */
export function wordStatement(node: SyntaxNode, m: CodeReading): Expression {
  return { kind: 'expression', ...at(node), value: wordCall(node, m) };
}

/** `<?= $a ?>` writes out what an expression gives. */
export function echoed({ start, end, value }: Expression): Expression {
  const callee: Code = { kind: 'name', start, end: start, name: 'echo' };
  const args = value.kind === 'group' ? value.items : [value];
  return { kind: 'expression', start, end, value: callOf({ start, end }, callee, args) };
}
