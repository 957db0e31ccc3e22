import type { Code } from '../../code/code.ts';
import { lastWord } from '../../code/say.ts';

/** What gives another value, or does something, each time it is asked. */
const CHANGES =
  /next|read|shift|pop|poll|rand|now|time|consume|advance|take|recv|receive|get[cs]$|scan|input|uuid|token|eat|accept|expect|match(?!es)|parse|increment|decrement|fetch|pull|step|try|yield|gen|create|make|build|draw|roll|roundtrip|alloc|push|add|remove|write|send|save|delete/i;

/** Whether a piece of code has the same value wherever it stands: nothing in it acts, as far as its names tell. */
export function isRepeatable(code: Code): boolean {
  switch (code.kind) {
    case 'name':
    case 'text':
    case 'number':
    case 'constant':
      return true;
    case 'member':
      return isRepeatable(code.object);
    case 'index':
      return isRepeatable(code.object) && (!code.index || isRepeatable(code.index));
    case 'unary':
      return !/\+\+|--|<-/.test(code.operator) && isRepeatable(code.operand);
    case 'binary':
      return code.operator !== '<<' && isRepeatable(code.left) && isRepeatable(code.right);
    case 'cast':
      return isRepeatable(code.value);
    case 'call':
      return (
        !code.isNew &&
        code.args.length < 3 &&
        lastWord(code.callee) !== '' &&
        !CHANGES.test(lastWord(code.callee)) &&
        isRepeatable(code.callee) &&
        code.args.every((arg) => isRepeatable(arg))
      );
    default:
      return false;
  }
}

/** Whether it is written in the code itself: a number, a text without code in it, true, null. */
export function isLiteral(code: Code): boolean {
  switch (code.kind) {
    case 'number':
    case 'constant':
      return true;
    case 'text':
      return code.parts.every((part) => typeof part === 'string');
    case 'unary':
      return /^[-+]$/.test(code.operator) && code.operand.kind === 'number';
    default:
      return false;
  }
}
