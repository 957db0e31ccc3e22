import type { Code } from '../../../code/code.ts';
import { dotted, lastWord, methodOf, plainText, receiverOf } from '../../../code/say.ts';
import { type Knowledge, type MaybeNothing, NIL, PATTERN } from './nothing.ts';

/** Calls in Ruby that may give nil. */
export function inRuby(code: Code, known: Knowledge): MaybeNothing | undefined {
  if (code.kind === 'index') {
    const object = dotted(code.object);
    const isOutside =
      object === 'ENV' || (object === 'params' && plainText(code.index) !== undefined);
    return isOutside ? NIL : undefined;
  }
  if (code.kind !== 'call') return undefined;
  const method = methodOf(code);
  const { args } = code;
  const receiver = receiverOf(code);
  switch (method) {
    case 'find':
    case 'detect':
    case 'min_by':
    case 'max_by': {
      const last = args.at(-1);
      const isBlock = last?.kind === 'function' || (last?.kind === 'text' && last.prefix === ':');
      return receiver && isBlock ? NIL : undefined;
    }
    case 'find_by':
      return NIL;
    case 'first':
    case 'last':
    case 'take':
      return receiver && args.length === 0 && isNarrowed(receiver) ? NIL : undefined;
    case 'match': {
      const isPattern = args[0]?.kind === 'regex' || receiver?.kind === 'regex';
      return isPattern || (args[0] !== undefined && PATTERN.test(lastWord(args[0])))
        ? NIL
        : undefined;
    }
    case 'at_css':
    case 'at_xpath':
      return NIL;
    case 'dig':
      return args.length !== 0 ? NIL : undefined;
    case 'getenv':
      return undefined;
    default:
      return /^find_by_\w+$/.test(method) && known.types.typeOf(code) === undefined
        ? NIL
        : undefined;
  }
}

/** `users.where(…).order(…)`, `list.select { … }`. */
function isNarrowed(code: Code): boolean {
  let one: Code | undefined = code;
  for (let i = 0; i < 8 && one?.kind === 'call'; i++) {
    if (
      /^(?:where|select|filter|reject|grep|find_all|scan|order|joins|includes)$/.test(methodOf(one))
    )
      return true;
    one = receiverOf(one);
  }
  return false;
}
