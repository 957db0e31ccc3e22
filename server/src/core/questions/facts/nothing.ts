import type { Code } from '../../code/code.ts';
import { inner } from './transparent.ts';
import { wordsOf } from './chain.ts';

const EMPTY_NAMES =
  /^(?:undefined|default|None|nullopt|(?:std\.)?nullopt|(?:Optional|OptionalInt|Stream|Mono|Flux|Observable|Maybe)\.empty\(\)|Collections\.empty\w+\(\)|(?:List|Set|Map)\.of\(\)|(?:Array|Enumerable)\.Empty(?:\(\))?|[sS]tring\.Empty|EMPTY|(?:Vec|String|HashMap|HashSet|BTreeMap)\.new\(\)|Default\.default\(\)|collect\(\)|(?:list|dict|set|tuple|str|Array|Hash|of|Map|Set|ArrayList|HashMap|HashSet|LinkedList|List|Dictionary|vector|map|string|vec!)\(\))$/;

/** A value that says "there is none", and nothing of why: null, false, an empty text or list, 0, -1. */
export function isNothing(code: Code): boolean {
  const value = inner(code);
  switch (value.kind) {
    case 'constant':
      return true;
    case 'text':
      return value.parts.length === 0 || value.parts.every((part) => part === '');
    case 'number':
      return value.value === 0;
    case 'unary':
      return value.operator === '-' && value.operand.kind === 'number' && value.operand.value === 1;
    case 'list':
      return value.items.every(isFlatNothing);
    case 'dict':
      return value.entries.length === 0;
    case 'name':
    case 'member':
      return EMPTY_NAMES.test(wordsOf(value));
    case 'call': {
      const isEmpty = value.args.every(isFlatNothing);
      const words = wordsOf(value).replace(/^(?:std|java\.util|collections)\./, '');
      return isEmpty && EMPTY_NAMES.test(words);
    }
    default:
      return false;
  }
}

/** The same of what is in a list, without looking deeper. */
function isFlatNothing(code: Code): boolean {
  const value = inner(code);
  return (
    value.kind === 'constant' ||
    (value.kind === 'list' && value.items.length === 0) ||
    (value.kind === 'dict' && value.entries.length === 0) ||
    (value.kind === 'number' && value.value === 0) ||
    (value.kind === 'text' && value.parts.every((part) => part === ''))
  );
}
