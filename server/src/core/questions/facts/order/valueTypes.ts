import type { Call, Code } from '../../../code/code.ts';
import { bare, lastWord, methodOf, receiverOf } from '../../../code/say.ts';
import { createDeclaredTypes, type DeclaredTypes } from '../declaredTypes.ts';
import { variablesOf } from '../variables.ts';
import type { RuleContext } from '../../rule.ts';

/** Types and values of what is put in order, as far as the file tells them. */
export interface ValueTypes {
  /** The one value that a variable is set to; undefined where there are several, or none. */
  valueOf(code: Code): Code | undefined;
  /** As written; what a method of this file gives, too. */
  typeOf(code: Code): string | undefined;
  /** Whether a value is a text; undefined where nobody says. */
  isText(code: Code): boolean | undefined;
  /** The same of what is in a list. */
  holdsTexts(list: Code): boolean | undefined;
}

const TEXT =
  /^(?:const )?&?(?:'\w+ )?(?:mut )?(?:std::)?(?:string|String|str|string_view|CharSequence|Cow<.*str>|char ?\*|wstring|QString)(?: ?[&?*]| \| (?:null|undefined))?$/;

/** The type of what is in a list, a set or a stream of a type as written. */
export function elementOf(type: string): string | undefined {
  const plain = type.replace(/^(?:const |readonly |&|mut |final )+/, '').replace(/[ ?&*]+$/, '');
  const inside =
    /^[\w.:]*(?:Array|List|Set|Vec|vector|Stream|Iterable|Iterator|IEnumerable|Collection|Sequence|Queue|Deque|Span|Slice|list|set|Iter|tuple|deque)\w*[<[](.*)[>\]]$/.exec(
      plain,
    );
  if (inside) return inside[1];
  const boxed = /^(.*)\[\d*\]$/.exec(plain) ?? /^\[\]?(.*?)(?:; ?\w+)?\]?$/.exec(plain);
  return boxed?.[1];
}

export function isTextType(type: string): boolean {
  return TEXT.test(type.trim());
}

/** Reads them for one block. */
export function createValueTypes(context: RuleContext): ValueTypes {
  const { view, outline } = context;
  const types: DeclaredTypes = createDeclaredTypes(context);
  const valueOf = (code: Code): Code | undefined => {
    if (code.kind !== 'name') return undefined;
    const variable = variablesOf(view).get(code.name);
    const [only, other] = variable?.values ?? [];
    return variable?.isParam === true || other ? undefined : only;
  };
  const typeOf = (code: Code): string | undefined => {
    const one = bare(code);
    if (one.kind === 'call') {
      if (0 < one.args.length) return undefined;
      const method = methodOf(one);
      const returns = outline.functionsNamed(method)[0]?.returns;
      return returns ?? types.typeOf(one.callee);
    }
    return one.kind === 'text' ? 'string' : types.typeOf(one);
  };
  const isText = (code: Code): boolean | undefined => {
    const type = typeOf(code);
    return type === undefined ? undefined : isTextType(type);
  };
  const holdsTexts = (list: Code): boolean | undefined => {
    const type = typeOf(list);
    const element = type === undefined ? undefined : elementOf(type);
    if (element !== undefined) return isTextType(element);
    const value = valueOf(bare(list)) ?? list;
    return value.kind === 'call' ? givesTexts(value, view.flat(value)) : undefined;
  };
  return Object.freeze({ valueOf, typeOf, isText, holdsTexts });
}

/** `line.split(",")`, `strings.Fields(line)`, `make([]string, 0)`; undefined where nobody knows. */
function givesTexts(call: Call, words: string, depth = 8): boolean | undefined {
  const method = methodOf(call);
  if (
    /^(?:split|Split|Fields|explode|preg_split|splitlines|lines|split_whitespace|SplitN|scan|findall|str_split|tokenize)$/.test(
      method,
    )
  )
    return true;
  if (method === 'make') return words.startsWith('make([]string') ? true : false;
  if (
    /^(?:map|Select|transform|filter_map|flat_map|mapToInt|array_map|collect!?|parallel_map)$/.test(
      method,
    ) &&
    0 < call.args.length
  )
    return undefined;
  // What picks, copies or orders does not change what is in it.
  const kept =
    /^(?:filter|select|reject|compact|uniq|sort|sorted|reverse|toList|ToList|ToArray|to_a|collect|strip|trim|slice|drop|take|Skip|Take|Where|Distinct|stream|iter|into_iter|Stream|copy|list|set|sorted|tuple|of|asList|array_filter|array_unique|Clone|clone|to_vec)$/.test(
      method,
    );
  if (!kept || depth === 0) return undefined;
  const receiver = receiverOf(call);
  const inner = receiver?.kind === 'call' ? receiver : call.args.find((arg) => arg.kind === 'call');
  return inner?.kind === 'call' ? givesTexts(inner, words, depth - 1) : undefined;
}

/** The last word of what a piece of code names: a key in quotes, a field, a method without its `get`. */
export function namedBy(code: Code): string {
  const one = bare(code);
  if (one.kind === 'text')
    return one.parts.length === 1 && typeof one.parts[0] === 'string' ? one.parts[0] : '';
  if (one.kind === 'index') return one.index ? namedBy(one.index) || lastWord(one.object) : '';
  if (one.kind === 'call') return methodOf(one).replace(/^get(?=[A-Z_])_?/, '');
  return lastWord(one).replace(/^get(?=[A-Z_])_?/, '');
}
