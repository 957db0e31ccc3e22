import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Call, Code } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { bodyAround, NO_LOOP_PARTS } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { plainText } from '../say.ts';
import { bodyOf } from './rubyBodies.ts';
import { method, block } from './rubyFunctions.ts';

export const rubyCalls: readonly (readonly [string, ReadNode])[] = [
  ['call', call],
  ['super', (node) => called(node, { kind: 'name', ...at(node), name: 'super' }, [])],
  ['block_argument', blockArgument],
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
  const name = word ? m.textOf(word) : '';
  if (!receiver) {
    return word ? called(node, { kind: 'name', ...at(word), name }, args) : other(node, args);
  }
  const object = m.code(receiver);
  // `a.()` calls what `a` holds.
  if (!word) return { ...called(node, object, args), isOptional };
  if (name === 'new') return { ...called(node, object, args), isNew: true };
  const range = { start: node.startIndex, end: word.endIndex };
  return called(node, { kind: 'member', ...range, object, name, isOptional }, args);
}

function called(node: SyntaxNode, callee: Code, args: readonly Code[]): Call {
  return { kind: 'call', ...at(node), callee, args, isNew: false, isOptional: false };
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
  const name = key.kind === 'name' ? key.name : m.text[key.end] === ':' && plainText(key);
  return typeof name === 'string' ? { kind: 'named', start, end, name, value } : code;
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
    case 'private':
    case 'protected':
    case 'public':
    case 'private_class_method':
    case 'module_function':
      return given ? marked(node, given, m) : undefined;
    default:
      return undefined;
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
  return { kind: 'loop', ...at(node), ...NO_LOOP_PARTS, form: 'forever', body };
}

/** `private def a` marks the method that it holds. */
function marked(node: SyntaxNode, given: SyntaxNode, m: CodeReading): Code | undefined {
  const [held, ...more] = given.children.filter(({ isNamed }) => isNamed);
  if (!held || 0 < more.length || !/^(?:singleton_)?method$/.test(held.type)) return undefined;
  const modifiers = [m.fieldText(node, 'method') ?? ''];
  return method(held, m, { outer: node, isMember: true, modifiers });
}

/** `&a` gives a function, as any argument does. */
function blockArgument(node: SyntaxNode, m: CodeReading): Code {
  return m.all(node)[0] ?? other(node, []);
}
