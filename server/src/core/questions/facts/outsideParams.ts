import type { Code, FunctionCode, Param } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { lastWord, plainText } from '../../code/say.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';
import { isNumericType } from './numericType.ts';
import type { OutsideNames } from './outsideNames.ts';
import { namesOf } from './variables.ts';

/** A parameter that a request fills. */
export interface RequestParam {
  readonly name: string;
  readonly param: Param;
  readonly isNumber: boolean;
}

/** The parameters of a function that a framework fills with what a client sends. */
export function* requestParams(
  view: CodeView,
  one: FunctionCode,
  names: OutsideNames,
  language: LanguageId,
): Iterable<RequestParam> {
  const route = handlerRoute(view, one, names, language);
  for (const param of one.params) {
    const isMarked = param.decorators.some((mark) => names.paramMarks.has(markWord(mark)));
    const isTyped = param.type !== undefined && names.paramTypes.test(param.type);
    const isFilled = route !== undefined && isFromClient(param, language);
    const isNamed = param.name !== undefined && UNTRUSTED.test(param.name);
    if (isMarked || isTyped || isFilled || isNamed) {
      for (const name of [param.name, ...namesOf(param.pattern)]) {
        if (name === undefined) continue;
        const isNumber =
          isNumericType(innerType(param.type)) ||
          (route !== undefined && route.includes(`:${name}>`) && !/<(?:string|path)/.test(route));
        yield { name, param, isNumber };
      }
    } else if (isEcmascript(language) && param.pattern && isRequestLike(view, one)) {
      // `({ params, body }, res) => …`
      for (const name of namesOf(param.pattern)) {
        if (TAKEN.has(name)) yield { name, param, isNumber: false };
      }
    }
  }
}

/** Names that say it themselves. */
const UNTRUSTED =
  /^(?:user_?[iI]nput|raw_?[iI]nput|client_?[iI]nput|external_?[iI]nput|untrusted\w*|user_?[sS]upplied\w*|tainted\w*)$/;

const TAKEN: ReadonlySet<string> = new Set([
  ...['body', 'query', 'params', 'searchParams', 'headers', 'cookies'],
]);

/** The word of a decorator: `Get` for `@Get('/x')`. */
function markWord(mark: Code): string {
  return lastWord(mark.kind === 'call' ? mark.callee : mark).replace(/Attribute$/, '');
}

/** `Path<i32>` holds a number. */
function innerType(type: string | undefined): string | undefined {
  return type && (/^(?:\w+::)*(?:Path|Query|Json|Form)<([^<>()]*)>$/.exec(type)?.[1] ?? type);
}

/** It is given to a call, or handed out, so somebody else fills what it takes. */
function isRequestLike(view: CodeView, one: FunctionCode): boolean {
  const [, second] = one.params;
  if (second?.name !== undefined && /^(?:res|reply|response)$/.test(second.name)) return true;
  return view.parentOf(one)?.kind === 'call' && one.params.length === 1;
}

/** The route of a function that a framework calls; empty where it is not told, undefined for others. */
function handlerRoute(
  view: CodeView,
  one: FunctionCode,
  names: OutsideNames,
  language: LanguageId,
): string | undefined {
  for (const mark of one.decorators) {
    if (!names.handlerMarks.test(markWord(mark))) continue;
    const route = mark.kind === 'call' ? plainText(mark.args[0]) : undefined;
    const isRoute = route?.startsWith('/') ?? language === 'csharp';
    if (isRoute || language === 'csharp') return route ?? '';
  }
  if (language === 'csharp') {
    const parent = view.parentOf(one);
    if (parent?.kind === 'class') {
      const isController = parent.bases.some((base) =>
        /(?:Controller(?:Base)?|PageModel)$/.test(base),
      );
      return isController && one.modifiers.includes('public') && one.form === 'method'
        ? ''
        : undefined;
    }
    const isMapped =
      parent?.kind === 'call' && /^Map(?:Get|Post|Put|Patch|Delete)$/.test(lastWord(parent.callee));
    return isMapped ? '' : undefined;
  }
  return undefined;
}

/** What a framework gives besides: services, connections, the request itself. */
function isFromClient({ name, type, value }: Param, language: LanguageId): boolean {
  if (name === undefined) return language === 'rust';
  if (GIVEN.has(name)) return false;
  if (
    value?.kind === 'call' &&
    /^(?:Depends|Security|Inject|Provide)$/.test(lastWord(value.callee))
  ) {
    return false;
  }
  if (type === undefined) return true;
  if (language === 'csharp' && /^I[A-Z]\w*(?:<.*>)?$/.test(type)) return false;
  if (language === 'rust')
    return /^&?(?:'\w+ )?(?:String|str|PathBuf|Option<(?:String|&str)>)$/.test(type);
  return !/(?:Session|Request|Response|Tasks|Context|Token|Service|Depends|Manager|Store|Db)\b/.test(
    type,
  );
}

const GIVEN: ReadonlySet<string> = new Set([
  ...[
    'self',
    'cls',
    'request',
    'req',
    'db',
    'session',
    'response',
    'background_tasks',
    'current_user',
  ],
  ...['context', 'ctx', 'settings', 'cancellationToken', 'ct', 'logger'],
]);
