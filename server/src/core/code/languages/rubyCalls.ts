import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Call, Code } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { bodyAround, callOf, first, loopAt, name } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { plainText } from '../say.ts';
import { bodyOf } from './rubyBodies.ts';
import { method, block } from './rubyFunctions.ts';

export const rubyCalls: readonly (readonly [string, ReadNode])[] = [
  ['call', call],
  ['super', (node) => called(node, { kind: 'name', ...at(node), name: 'super' }, [])],
  ['block_argument', first],
];

function call(node: SyntaxNode, m: CodeReading): Code {
  const receiver = node.childForFieldName('receiver');
  const word = node.childForFieldName('method');
  return (receiver ? undefined : wordOf(node, m)) ?? plainCall(node, m, { receiver, word });
}

interface Callee {
  readonly receiver: SyntaxNode | null;
  readonly word: SyntaxNode | null;
}

function plainCall(node: SyntaxNode, m: CodeReading, { receiver, word }: Callee): Code {
  const args = argsOf(node, m);
  const isOptional = m.fieldText(node, 'operator') === '&.';
  if (!receiver) return word ? called(node, name(word, m), args) : other(node, args);
  const object = m.code(receiver);
  // `a.()` calls what `a` holds.
  if (!word) return { ...called(node, object, args), isOptional };
  const written = m.textOf(word);
  if (written === 'new') return { ...called(node, object, args), isNew: true };
  const range = { start: node.startIndex, end: word.endIndex };
  return called(node, { kind: 'member', ...range, object, name: written, isOptional }, args);
}

function called(node: SyntaxNode, callee: Code, args: readonly Code[]): Call {
  return callOf(at(node), callee, args);
}

/** Arguments in brackets or not, and the block behind them. */
function argsOf(node: SyntaxNode, m: CodeReading): Code[] {
  const given = node.childForFieldName('arguments');
  const held = node.childForFieldName('block');
  return [
    ...(given ? m.all(given).map((one) => argument(one, m)) : []),
    ...(held ? [block(held, m, { outer: held, form: 'block' })] : []),
  ];
}

/** `key: value` and `"key": value` name their value. */
function argument(code: Code, m: CodeReading): Code {
  if (code.kind !== 'entry') return code;
  const { start, end, key, value } = code;
  const word = key.kind === 'name' ? key.name : m.text[key.end] === ':' && plainText(key);
  return typeof word === 'string' ? { kind: 'named', start, end, name: word, value } : code;
}

/** What other languages have words for is a method in Ruby: they are read as those words. */
function wordOf(node: SyntaxNode, m: CodeReading): Code | undefined {
  const held = node.childForFieldName('block');
  const given = node.childForFieldName('arguments');
  switch (m.fieldText(node, 'method')) {
    case 'raise':
    case 'fail':
      return { kind: 'throw', ...at(node), value: thrown(node, m) };
    case 'loop':
      return held && !given ? forever(node, held, m) : undefined;
    case 'lambda':
    case 'proc':
      return held && !given ? block(held, m, { outer: node, form: 'lambda' }) : undefined;
    default:
      return given && !held ? marked(node, given, m) : undefined;
  }
}

/** `raise A, 'b'` makes an `A`. */
function thrown(node: SyntaxNode, m: CodeReading): Code | undefined {
  const [error, ...more] = argsOf(node, m);
  const last = more.at(-1);
  if (!error || !last) return error;
  const isCall = error.kind === 'call';
  return {
    kind: 'call',
    start: error.start,
    end: last.end,
    callee: isCall ? error.callee : error,
    args: [...(isCall ? error.args : []), ...more],
    isNew: true,
    isOptional: false,
  };
}

function forever(node: SyntaxNode, held: SyntaxNode, m: CodeReading): Code {
  const inside = held.childForFieldName('body');
  const body = inside ? bodyOf(inside, m) : bodyAround([], held.endIndex);
  return { ...loopAt(node), form: 'forever', body };
}

/** `private def a` marks the method that it holds, `memoize def a` decorates it. */
function marked(node: SyntaxNode, given: SyntaxNode, m: CodeReading): Code | undefined {
  const word = node.childForFieldName('method');
  const [definition, ...more] = given.children.filter(({ isNamed }) => isNamed);
  if (!word || !definition || 0 < more.length) return undefined;
  if (!/^(?:singleton_)?method$/.test(definition.type)) return undefined;
  const mark = name(word, m);
  const isModifier = MODIFIERS.has(mark.name);
  return method(definition, m, {
    outer: node,
    isMember: true,
    modifiers: isModifier ? [mark.name] : [],
    decorators: isModifier ? [] : [mark],
  });
}

const MODIFIERS: ReadonlySet<string> = new Set([
  ...['private', 'protected', 'public', 'private_class_method', 'module_function'],
]);
