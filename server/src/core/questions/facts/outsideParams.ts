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
  const route = handlerRoute(view, one, names, language) ?? methodRoute(view, one, language);
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
          (language === 'python' && route === '' && /^(?:pk|id|\w+_id)$/.test(name)) ||
          (route !== undefined && route.includes(`:${name}>`) && !/<(?:string|path)/.test(route));
        yield { name, param, isNumber };
      }
    } else if (isEcmascript(language) && param.pattern) {
      // `({ params, body }, res) => …`
      const isLike = isRequestLike(view, one);
      for (const name of namesOf(param.pattern)) {
        const isTaken = isLike ? TAKEN.has(name) : name === 'searchParams';
        if (isTaken) yield { name, param, isNumber: false };
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
  const [first, second] = one.params;
  if (second?.name !== undefined && /^(?:res|reply|response)$/.test(second.name)) return true;
  if (view.parentOf(one)?.kind === 'call' && one.params.length === 1) return true;
  if (first?.name !== undefined && /^_?(?:req|request)$/.test(first.name)) return true;
  const holder = view.parentOf(one);
  const name = one.name ?? (holder?.kind === 'declare' ? lastWord(holder.target) : '');
  return ENTRIES.test(name);
}

/** What frameworks of pages call by its name. */
const ENTRIES =
  /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|loader|action|load|handler|handle|getServerSideProps|getStaticProps|generateMetadata|\w*(?:Page|Handler|Route))$/;

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
    const isAny = language === 'csharp' || language === 'java';
    if (isAny || route?.startsWith('/')) return route ?? '';
  }
  if (language === 'csharp') {
    const parent = view.parentOf(one);
    if (parent?.kind === 'class') {
      const isController = parent.bases.some((base) =>
        /(?:Controller(?:Base)?|PageModel|Hub(?:<.*>)?|Base)$/.test(base),
      );
      const isRemote = one.params.some(({ type }) => type === 'ServerCallContext');
      const isOther = parent.bases.some((base) => /(?<!Controller)Base$/.test(base));
      if (isOther && !isRemote && !parent.bases.some((base) => /Controller/.test(base)))
        return undefined;
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

/**
 * An empty route for a method that a framework calls by its class: a view of Django, a resource of
 * Flask, a controller of Laravel.
 */
function methodRoute(view: CodeView, one: FunctionCode, language: LanguageId): string | undefined {
  const [parent] = view.around(one).filter(({ kind }) => kind === 'class');
  const bases = parent?.kind === 'class' ? parent.bases : [];
  if (language === 'python') {
    const [first] = one.params;
    const isVerb = /^(?:get|post|put|patch|delete|head|options)$/.test(one.name ?? '');
    if (isVerb && bases.some((base) => PYTHON_VIEWS.test(base))) return '';
    const isView = !parent && first?.name === 'request' && ANSWERS.test(view.textOf(one));
    return isView ? '' : undefined;
  }
  const isPsr =
    language === 'php' &&
    one.params.some(({ name }) => name === 'args') &&
    one.params.some(({ type }) => /Request/.test(type ?? ''));
  if (isPsr) return '';
  if (language === 'php' && parent?.kind === 'class') {
    const isController =
      bases.some((base) => base.endsWith('Controller')) ||
      parent.name?.endsWith('Controller') === true;
    const isCalled = !one.modifiers.some((word) => /private|protected|static/.test(word));
    const isMade = one.form === 'constructor' || /^__(?!invoke)/.test(one.name ?? '');
    return isController && isCalled && !isMade ? '' : undefined;
  }
  return undefined;
}

const PYTHON_VIEWS =
  /(?:View|ViewSet|Resource|RequestHandler|HTTPEndpoint|MethodView|WebSocketHandler|Controller)$/;
const ANSWERS =
  /\b(?:HttpResponse\w*|render|redirect|JsonResponse|FileResponse|StreamingHttpResponse|get_object_or_404|Response)\(/;

/** What a framework gives besides: services, connections, the request itself. */
function isFromClient({ name, type, value }: Param, language: LanguageId): boolean {
  if (name === undefined) return language === 'rust';
  if (GIVEN.has(name)) return false;
  if (language === 'java') return type !== undefined && JAVA_SENT.test(type);
  if (language === 'php') {
    return name === 'args' || (type !== undefined && /^\??string$/.test(type));
  }
  if (
    value?.kind === 'call' &&
    /^(?:Depends|Security|Inject|Provide)$/.test(lastWord(value.callee))
  ) {
    return false;
  }
  if (type === undefined) return true;
  if (language === 'csharp' && /^I[A-Z]\w*(?:<.*>)?$/.test(type)) return false;
  if (language === 'rust') return /^&?(?:'\w+ )?(?:String|str|Option<(?:String|&str)>)$/.test(type);
  if (language === 'csharp' && /Request(?:Dto|Model)?$/.test(type)) return !type.startsWith('Http');
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

/** What Spring fills without a mark: text, and objects that are made of what is sent. */
const JAVA_SENT =
  /^(?:final )?(?:String(?:\[\])?|(?:List|Set)<String>|\w+(?:Form|Dto|DTO|Command|Payload|Message|Event|Job|Record|Params)|byte\[\])$/;
