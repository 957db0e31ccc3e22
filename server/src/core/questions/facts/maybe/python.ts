import type { Call, Code } from '../../../code/code.ts';
import { calleeOf, dotted, lastWord, methodOf, plainText, receiverOf } from '../../../code/say.ts';
import { type Knowledge, type MaybeNothing, NONE } from './nothing.ts';

/** Calls in Python that may give `None`. */
export function inPython(call: Call, known: Knowledge): MaybeNothing | undefined {
  const name = calleeOf(call);
  const method = methodOf(call);
  const receiver = receiverOf(call);
  const { args } = call;
  if (/^(?:re|regex)\.(?:match|search|fullmatch)$/.test(name)) return NONE;
  if (/^(?:shutil\.which|os\.getenv|inspect\.getmodule|inspect\.currentframe)$/.test(name)) {
    return args.length === 1 || name.startsWith('inspect') ? NONE : undefined;
  }
  if (name === 'next' && args[1]?.kind === 'constant' && args[1].value === null) return NONE;
  if (!receiver) return undefined;
  switch (method) {
    case 'match':
    case 'search':
    case 'fullmatch':
      return isCompiled(receiver, known) ? NONE : undefined;
    case 'get': {
      const [key] = args;
      if (args.length !== 1 || key === undefined || key.kind === 'named') return undefined;
      const type = known.types.typeOf(receiver);
      if (type !== undefined && DICT_TYPE.test(type)) return NONE;
      const object = dotted(receiver) ?? '';
      if (NO_DICT.test(object) || type !== undefined) return undefined;
      const word = plainText(key);
      const isKey = word !== undefined && !/^\/|:\/\//.test(word);
      const isMade =
        receiver.kind === 'call' &&
        /^(?:json|loads|safe_load|model_dump)$/.test(methodOf(receiver));
      if (isMade && isKey) return NONE;
      return DICT_NAME.test(object) || /[a-z]s$/.test(object) || (isKey && receiver.kind === 'name')
        ? NONE
        : undefined;
    }
    case 'find':
      // A text's `find` gives a number, of which nobody asks these.
      return { word: 'None', opens: OF_ELEMENTS };
    case 'first':
    case 'one_or_none':
    case 'scalar_one_or_none':
    case 'fetchone':
    case 'select_one':
      return args.length === 0 ? NONE : undefined;
    case 'find_one':
    case 'get_or_none':
      return NONE;
    default:
      return undefined;
  }
}

const OF_ELEMENTS =
  /^(?:text|string|attrs|attrib|tag|get_text|find|find_all|findall|findtext|get|contents|children|parent|strip|next_sibling|select|select_one|iter)$/;

const DICT_TYPE =
  /^(?:typing\.)?(?:Optional\[)?(?:dict|Dict|Mapping|MutableMapping|OrderedDict|defaultdict)\b/;

const DICT_NAME =
  /(?:^|[._])(?:dict|map|mapping|data|config|settings|params|payload|body|json|kwargs|options|opts|cache|lookup|index|registry|row|item|record|event|environ|headers|args|form|META|GET|POST|users?|products?|orders?|prices?|inventory|scores|accounts?|info|meta|metadata|result|response_data|attrs|by_\w+)$/i;

const NO_DICT =
  /(?:^|[._])(?:requests|pool|session|client|http|httpx|api|objects|queue|q|router|test_client|driver|browser|s3)$/i;

function isCompiled(receiver: Code, known: Knowledge): boolean {
  if (/(?:^|_)(?:re|regexp?|rx|pattern|pat)$/i.test(lastWord(receiver)))
    return lastWord(receiver) !== 're';
  const value = receiver.kind === 'name' ? known.valueOf(receiver.name) : receiver;
  return value?.kind === 'call' && calleeOf(value) === 're.compile';
}
