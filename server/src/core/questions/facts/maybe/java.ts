import type { Call } from '../../../code/code.ts';
import { calleeOf, lastWord, methodOf, receiverOf } from '../../../code/say.ts';
import { type Knowledge, MAP_NAME, type MaybeNothing, NULL } from './nothing.ts';

/** Calls in Java that may give null, or an empty `Optional`. */
export function inJava(call: Call, known: Knowledge): MaybeNothing | undefined {
  const name = calleeOf(call);
  const method = methodOf(call);
  const receiver = receiverOf(call);
  const { args } = call;
  if (/^System\.(?:getenv|getProperty|console)$/.test(name))
    return args.length < 2 ? NULL : undefined;
  if (!receiver) return undefined;
  const object = lastWord(receiver);
  const type = known.types.typeOf(receiver);
  switch (method) {
    case 'get': {
      if (args.length !== 1) return undefined;
      if (type !== undefined) return /^(?:[\w.]*\.)?\w*Map\b/.test(type) ? NULL : undefined;
      return MAP_NAME.test(object) ? NULL : undefined;
    }
    case 'getParameter':
    case 'getHeader':
      return /^(?:req|request|httpRequest|httpServletRequest|exchange)$/.test(object)
        ? NULL
        : undefined;
    case 'getAttribute':
      return /^(?:session|httpSession)$/.test(object) ? NULL : undefined;
    case 'getResource':
    case 'getResourceAsStream':
      return NULL;
    case 'listFiles':
      return args.length < 2 ? NULL : undefined;
    case 'find':
      return /^(?:em|entityManager|\w+EntityManager)$/.test(object) && 1 < args.length
        ? NULL
        : undefined;
    case 'poll':
    case 'pollFirst':
    case 'pollLast':
      return args.length === 0 && type !== undefined && /Queue|Deque/.test(type) ? NULL : undefined;
    case 'findFirst':
    case 'findAny':
      return args.length === 0 ? OPTIONAL : undefined;
    case 'max':
    case 'min':
    case 'reduce':
    case 'average':
    case 'ofNullable':
    case 'findById':
      return OPTIONAL;
    default:
      return /^findBy[A-Z]/.test(method) ? OPTIONAL : undefined;
  }
}

const OPENS_OPTIONAL = /^(?:get|getAsInt|getAsLong|getAsDouble)$/;

const OPTIONAL: MaybeNothing = { word: 'empty', opens: OPENS_OPTIONAL };
