import type { Call } from '../../../code/code.ts';
import { calleeOf, lastWord, methodOf, receiverOf } from '../../../code/say.ts';
import { type MaybeNothing, NULL } from './nothing.ts';

/** Calls in PHP that may give null or false. */
export function inPhp(call: Call): MaybeNothing | undefined {
  const method = methodOf(call);
  const receiver = receiverOf(call);
  const { args } = call;
  if (!receiver) {
    if (method === 'json_decode') return NULL;
    const isFailing =
      /^(?:mysqli_fetch_\w+|simplexml_load_(?:file|string)|getenv|array_search|date_create)$/;
    return isFailing.test(method) && args.length !== 0 ? { word: 'false or null' } : undefined;
  }
  const name = calleeOf(call);
  if (/(?:^|\.)DateTime(?:Immutable)?\.createFromFormat$/.test(name)) return { word: 'false' };
  if (PHP_FETCH.test(method)) return { word: 'false or null' };
  switch (method) {
    case 'find':
      return args.length !== 0 && args[0]?.kind !== 'text' ? NULL : undefined;
    case 'findOneBy':
    case 'firstWhere':
    case 'getElementById':
    case 'getNamedItem':
      return args.length !== 0 ? NULL : undefined;
    case 'first':
      return receiver.kind === 'call' ? NULL : undefined;
    case 'item':
      return receiver.kind === 'call' && /^(?:query|getElementsBy\w+)$/.test(methodOf(receiver))
        ? NULL
        : undefined;
    case 'user':
      return args.length === 0 && /^(?:auth|Auth)$/.test(lastWord(receiver)) ? NULL : undefined;
    default:
      return /^findOneBy[A-Z]/.test(method) ? NULL : undefined;
  }
}

const PHP_FETCH =
  /^(?:fetch|fetchObject|fetch_assoc|fetch_array|fetch_row|fetch_object|fetchArray|fetchRow|fetchAssociative|fetchAssoc)$/;
