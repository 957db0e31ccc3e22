import type { Call, Code } from '../../../code/code.ts';
import { calleeOf, dotted, lastWord, methodOf, plainText, receiverOf } from '../../../code/say.ts';
import {
  type Knowledge,
  MAP_NAME,
  type MaybeNothing,
  NULL,
  PATTERN,
  UNDEFINED,
} from './nothing.ts';

/** Calls in TypeScript and JavaScript that may find nothing. */
export function inScript(
  call: Call,
  isAwaited: boolean,
  known: Knowledge,
): MaybeNothing | undefined {
  const receiver = receiverOf(call);
  const [first, ...more] = call.args;
  if (!receiver) return undefined;
  switch (methodOf(call)) {
    case 'find':
    case 'findLast':
      if (first?.kind === 'function') return isQueryObject(receiver) ? undefined : UNDEFINED;
      return first?.kind === 'name' && isAwaited === false && isPredicate(first.name)
        ? UNDEFINED
        : undefined;
    case 'match': {
      const isPattern =
        first?.kind === 'regex' || (first !== undefined && PATTERN.test(lastWord(first)));
      const isMade = first?.kind === 'call' && methodOf(first) === 'RegExp';
      return more.length === 0 && (isPattern || isMade) ? NULL : undefined;
    }
    case 'exec':
      return first && (receiver.kind === 'regex' || isPatternName(receiver, known))
        ? NULL
        : undefined;
    case 'querySelector':
    case 'getElementById':
    case 'closest':
      return first && !isLibrary(receiver) ? NULL : undefined;
    case 'getItem':
      return /(?:^|\.)(?:local|session)Storage$/.test(dotted(receiver) ?? '') ? NULL : undefined;
    case 'get':
      return first && more.length === 0 ? fromGet(receiver, known) : undefined;
    case 'parse':
      // `JSON.parse(null)` is null.
      return calleeOf(call) === 'JSON.parse' &&
        first?.kind === 'call' &&
        methodOf(first) === 'getItem'
        ? NULL
        : undefined;
    case 'at':
      return first ? UNDEFINED : undefined;
    case 'pop':
    case 'shift':
      // A text always has a first and a last part.
      return first || (receiver.kind === 'call' && methodOf(receiver) === 'split')
        ? undefined
        : UNDEFINED;
    case 'first':
      return isAwaited && call.args.length === 0 ? UNDEFINED : undefined;
    default:
      return isAwaited && QUERIED.test(methodOf(call)) ? NULL : undefined;
  }
}

/** `req.headers.authorization`, `process.env.PORT`. */
export function headerOrEnvironment(code: Code, known: Knowledge): MaybeNothing | undefined {
  if (code.kind !== 'member' && code.kind !== 'index') return undefined;
  const object = dotted(code.object) ?? '';
  const isHeader = /^(?:req|request|event|ctx)\.(?:headers|query|cookies)$/.test(object);
  if (code.kind === 'index') {
    if (code.index?.kind === 'number' && isFetched(code.object, known)) return UNDEFINED;
    return isHeader && plainText(code.index) !== undefined ? UNDEFINED : undefined;
  }
  const isEnvironment = object === 'process.env' || object === 'import.meta.env';
  return isEnvironment || (isHeader && code.name === 'authorization') ? UNDEFINED : undefined;
}

const MAP = /^(?:Readonly|Weak)?Map\b/;

const QUERIED =
  /^(?:findOne|findById|findUnique|findFirst|findByPk|findOneBy|findOneAndUpdate|findByIdAndUpdate|maybeSingle)$/;

function isPredicate(name: string): boolean {
  return /^(?:is|has|by|match|pred|callback|fn|test)/i.test(name);
}

function isQueryObject(code: Code): boolean {
  return /^\$|^(?:wrapper|cy|page)$/.test(dotted(code) ?? '');
}

function isLibrary(code: Code): boolean {
  return code.kind === 'call' && /^(?:\$|jQuery)$/.test(calleeOf(code));
}

function isPatternName(code: Code, known: Knowledge): boolean {
  return (
    PATTERN.test(lastWord(code)) ||
    (code.kind === 'name' && known.valueOf(code.name)?.kind === 'regex')
  );
}

function fromGet(receiver: Code, known: Knowledge): MaybeNothing | undefined {
  const type = known.types.typeOf(receiver);
  if (type !== undefined && MAP.test(type)) return UNDEFINED;
  if (/^(?:URLSearchParams|FormData|Headers)$/.test(type ?? '')) return NULL;
  const name = lastWord(receiver);
  if (/^(?:searchParams|formData|urlParams|headers)$/.test(name)) return NULL;
  return type === undefined && MAP_NAME.test(name) ? UNDEFINED : undefined;
}

/** `rows` of a query, the answer of `await User.find(…)`: it may be empty. */
function isFetched(code: Code, known: Knowledge): boolean {
  if (code.kind === 'member') return code.name === 'rows';
  if (code.kind !== 'name') return false;
  const value = known.valueOf(code.name);
  if (value?.kind !== 'await' || value.value.kind !== 'call') return code.name === 'rows';
  return /^(?:query|find|findMany|findAll|select|execute|where|all|raw|toArray|exec)$/.test(
    methodOf(value.value),
  );
}
