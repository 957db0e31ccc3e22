import type { Call, Code } from '../../../code/code.ts';
import { bare, calleeOf, dotted, lastWord, methodOf, receiverOf } from '../../../code/say.ts';
import { type Knowledge, type MaybeNothing, NULL } from './nothing.ts';

/** Calls in C and C++ that may give null, or the end. */
export function inCpp(code: Code, known: Knowledge): MaybeNothing | undefined {
  if (code.kind === 'cast' && code.type.endsWith('*') && code.form === 'convert') {
    return code.value.kind === 'call' && methodOf(code.value) !== ''
      ? plainPointer(code.value)
      : undefined;
  }
  const call = bare(code);
  if (call.kind !== 'call') return undefined;
  const found = plainPointer(call);
  if (found) return found;
  const name = calleeOf(call);
  if (GIVES_ITERATOR.test(name) && 2 < call.args.length) return ITERATOR;
  const receiver = receiverOf(call);
  const isMethod = receiver !== undefined && dotted(receiver) !== 'std';
  if (
    isMethod &&
    call.args.length === 1 &&
    /^(?:find|lower_bound|upper_bound)$/.test(methodOf(call))
  ) {
    return ITERATOR;
  }
  if (isMethod && methodOf(call) === 'lock' && call.args.length === 0) {
    const type = known.types.typeOf(receiver) ?? '';
    return /weak_ptr/.test(type) || /weak/i.test(lastWord(receiver)) ? { word: 'null' } : undefined;
  }
  return undefined;
}

const GIVES_POINTER =
  /^(?:std\.)?(?:malloc|calloc|realloc|strdup|strndup|fopen|popen|fdopen|tmpfile|getenv|secure_getenv|strchr|strrchr|strstr|strpbrk|opendir|dlsym|bsearch)$/;

const GIVES_ITERATOR =
  /^(?:std\.(?:ranges\.)?)?(?:find|find_if|find_if_not|lower_bound|upper_bound|adjacent_find|search)$/;

const ITERATOR: MaybeNothing = { word: 'the end', isIterator: true };

function plainPointer(call: Call): MaybeNothing | undefined {
  return GIVES_POINTER.test(calleeOf(call)) ? NULL : undefined;
}
