import type { Call, ClassCode, Code, FunctionCode } from '../../code/code.ts';
import { lastWord, methodOf } from '../../code/say.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';
import type { RuleContext } from '../rule.ts';
import { chainOf } from './chain.ts';

/**
 * Where a program is entered from outside: behind a `handler` somebody waits for an answer, a `job`
 * and a `listener` are called by nobody who would look, a `thread` by the machine, `main` by who
 * started the program.
 */
export type Boundary = 'handler' | 'listener' | 'job' | 'thread' | 'main';

/** What kind of entrance a function is; undefined for those that code calls. */
export function boundaryOf(context: RuleContext, one: FunctionCode): Boundary | undefined {
  const { view, language } = context;
  const parent = view.parentOf(one);
  return (
    ofDecorators(one) ??
    (parent?.kind === 'call' && parent.callee !== one
      ? ofCall(language, parent, one)
      : undefined) ??
    (parent?.kind === 'attribute' && /^on[A-Z]/.test(parent.name) ? 'listener' : undefined) ??
    (isEcmascript(language) ? ofPlace(context, one, parent) : undefined) ??
    (parent?.kind === 'spawn' || view.parentOf(parent ?? one)?.kind === 'spawn'
      ? 'thread'
      : undefined) ??
    ofName(context, one)
  );
}

/** `socket.onmessage = …`, `{ eachMessage: … }`, what an effect of a component begins. */
function ofPlace(
  { view }: RuleContext,
  one: FunctionCode,
  parent: Code | undefined,
): Boundary | undefined {
  if (parent?.kind === 'assign' && parent.target.kind === 'member')
    return /^on[a-z]+$/.test(parent.target.name) ? 'listener' : undefined;
  if (parent?.kind === 'entry')
    return /^(?:eachMessage|eachBatch|handleMessage|onMessage)$/.test(view.flat(parent.key))
      ? 'listener'
      : undefined;
  const effect = one.isAsync
    ? view.around(one).find((node) => node.kind === 'function')
    : undefined;
  const call = effect ? view.parentOf(effect) : undefined;
  if (call?.kind !== 'call' || !EFFECTS.test(methodOf(call))) return undefined;
  const isCalled = parent?.kind === 'call' && parent.callee === one;
  if (isCalled) return view.parentOf(parent)?.kind === 'member' ? undefined : 'listener';
  return one.name !== undefined && !view.text.includes(`${one.name}().`) ? 'listener' : undefined;
}

/** Runs when a component is shown; nobody looks at what it gives. */
const EFFECTS = /^(?:useEffect|useLayoutEffect|useMount|onMounted|onMount|createEffect)$/;

const HANDLES =
  /^(?:route|get|post|put|patch|delete|Get|Post|Put|Patch|Delete|GET|POST|PUT|PATCH|DELETE|All|websocket|api_view|action|\w*Mapping|Http(?:Get|Post|Put|Patch|Delete)|Route|FunctionName|Function|head|page|Path)$/;
const JOBS =
  /^(?:task|shared_task|job|cron|Cron|periodic_task|scheduled_job|Scheduled|Interval|Timeout|Process|Processor|actor|repeat_every|every|crontab)$/;
const LISTENS =
  /^(?:event|on_event|listener|on_message|message_handler|callback_query_handler|on|subscriber|consumer|\w*Listener|OnEvent|EventPattern|MessagePattern|OnMessage|MessageMapping|Incoming|SubscribeMessage|receiver|HostListener)$/;

/** `@app.get('/x')`, `[HttpGet]`, `@Scheduled`, `#[post("/x")]`. */
function ofDecorators({ decorators }: FunctionCode): Boundary | undefined {
  for (const one of decorators) {
    const name = one.kind === 'call' ? methodOf(one) : lastWord(one);
    if (HANDLES.test(name)) return 'handler';
    if (JOBS.test(name)) return 'job';
    if (LISTENS.test(name)) return 'listener';
  }
  return undefined;
}

const ROUTES =
  /(?:^|\.)(?:\w*[aA]pp|\w*[rR]outer|\w*[sS]erver|svr|srv|routes?|Route|api|mux|r|http)(?:\(\))?\.(?:get|post|put|patch|delete|all|use|Get|Post|Put|Patch|Delete|any|match|MapGet|MapPost|MapPut|MapDelete|MapPatch|HandleFunc|GET|POST|PUT|DELETE|route\(\)\.(?:get|post))$/;
const EVENTS =
  /\.(?:on|once|addEventListener|addListener|onmessage|consume|subscribe|onMessage|hears|command|action|listen|on_message|bind)$/;
const TIMERS =
  /^(?:setInterval|setTimeout|setImmediate|requestIdleCallback)$|\.(?:schedule|scheduleJob|scheduleAtFixedRate|scheduleWithFixedDelay|every|process|define|cron)$/;
const THREADS =
  /^(?:Thread|thread|std\.thread|jthread|Timer|tokio\.spawn|tokio\.task\.spawn|task\.spawn|thread\.spawn|spawn|ThreadPool\.QueueUserWorkItem)$/;

function ofCall(language: LanguageId, call: Call, one: FunctionCode): Boundary | undefined {
  const chain = chainOf(call);
  const [first] = call.args;
  const isNamed = first?.kind === 'text' || first?.kind === 'regex';
  const isMiddleware = isEcmascript(language) && chain.endsWith('.use') && one.params.length === 3;
  if (ROUTES.test(chain) && (isNamed || isMiddleware) && !isTestClient(one)) return 'handler';
  if (language === 'ruby' && isNamed && /^(?:get|post|put|patch|delete)$/.test(chain))
    return 'handler';
  if (language === 'ruby' && /^task$/.test(chain)) return 'job';
  if (EVENTS.test(chain) && isNamed) return 'listener';
  if (isEcmascript(language) && call.isNew && chain.endsWith('Worker') && isNamed) return 'job';
  if (
    TIMERS.test(chain) &&
    (isEcmascript(language) ? one.isAsync || /schedule|cron|process/.test(chain) : true)
  )
    return 'job';
  return THREADS.test(chain) && !isEcmascript(language) ? 'thread' : undefined;
}

/** Routers that look after errors by themselves: Koa's, Hono's, Fastify's handlers. */
function isTestClient({ params }: FunctionCode): boolean {
  return params.some(({ name }) => /^(?:ctx|c|reply|t)$/.test(name ?? ''));
}

function ofName(context: RuleContext, one: FunctionCode): Boundary | undefined {
  const { view, language, path } = context;
  const parent = view.parentOf(one);
  const declared =
    parent?.kind === 'declare' || parent?.kind === 'assign' ? lastWord(parent.target) : '';
  const name = one.name ?? declared;
  const owner = view.around(one).find((node) => node.kind === 'class');
  const types = one.params.map(({ type }) => type ?? '').join(' ');
  if (isEcmascript(language)) {
    if (/^(?:handle|on)[A-Z]\w*$/.test(name) && one.isAsync && one.params.length <= 1)
      return 'listener';
    const isRoute = /^(?:GET|POST|PUT|PATCH|DELETE)$/.test(name) && one.isAsync;
    if (isRoute || (name === 'handler' && one.isAsync && 0 < one.params.length)) return 'handler';
    return name === 'main' && one.isAsync && owner === undefined ? 'main' : undefined;
  }
  switch (language) {
    case 'python': {
      if (/^(?:lambda_handler|handler)$/.test(name) && one.params.length === 2) return 'handler';
      if (/^on_(?:message|event|data)$/.test(name)) return 'listener';
      const asked = one.params.slice(0, owner ? 2 : 1).find((param) => param.name === 'request');
      if (
        asked !== undefined &&
        (owner === undefined || /^(?:get|post|put|patch|delete)$/.test(name))
      )
        return 'handler';
      return name === 'main' && owner === undefined ? 'main' : undefined;
    }
    case 'go':
      if (name === 'main' && one.params.length === 0) return 'main';
      return /http\.ResponseWriter.*\*http\.Request|\*gin\.Context|echo\.Context|\*fiber\.Ctx/.test(
        types,
      )
        ? 'handler'
        : undefined;
    case 'rust':
      if (
        /\b(?:Json|Path|Query|State|Form|Extension|Multipart|HttpRequest|Request)\b/.test(types) &&
        one.isAsync
      )
        return 'handler';
      if (/\b(?:IntoResponse|Responder|HttpResponse)\b/.test(one.returns ?? '')) return 'handler';
      return name === 'main' ? 'main' : undefined;
    case 'java':
      if (/^handle[A-Z]?\w*$/.test(name) && /\bRequest\b/.test(types)) return 'handler';
      if (/HttpServletRequest/.test(types) && /^(?:do(?:Get|Post|Put|Delete)|service)$/.test(name))
        return 'handler';
      if (
        name === 'run' &&
        one.params.length === 0 &&
        hasBase(owner, /^(?:Runnable|Thread|TimerTask)$/)
      )
        return 'thread';
      return name === 'main' && one.modifiers.includes('static') ? 'main' : undefined;
    case 'csharp':
      if (/^Handle\w*$/.test(name) && /\bRequest\b/.test(types)) return 'handler';
      if (/EventArgs\b/.test(types) && one.isAsync && one.returns === 'void') return 'listener';
      if (name === 'ExecuteAsync' && hasBase(owner, /BackgroundService/)) return 'job';
      return name === 'Main' ? 'main' : undefined;
    case 'cpp':
      if (/\bRequest\b|crow::request/.test(types) && /\bResponse\b|crow::response/.test(types))
        return 'handler';
      if (/\bcrow::request\b|\bHttpRequestPtr\b|\bhttp_request\b|\bhttplib::Request\b/.test(types))
        return 'handler';
      return name === 'main' && owner === undefined ? 'main' : undefined;
    case 'ruby':
      if (
        hasBase(owner, /Controller$|ActionController/) &&
        one.form !== 'block' &&
        !/private/.test(one.modifiers.join(' '))
      )
        return 'handler';
      return name === 'main' && owner === undefined ? 'main' : undefined;
    case 'php':
      if (owner === undefined && /^(?:handle|handler)$/.test(name)) return 'handler';
      if (
        owner?.kind === 'class' &&
        ((owner.name ?? '').endsWith('Controller') || hasBase(owner, /Controller$/)) &&
        one.modifiers.includes('public') &&
        !name.startsWith('__')
      )
        return 'handler';
      if (
        name === 'handle' &&
        (/(?:Job|Listener|Command)$/.test(owner?.kind === 'class' ? (owner.name ?? '') : '') ||
          path.includes('/Jobs/'))
      )
        return 'job';
      return name === '__invoke' &&
        /Action$|Handler$/.test(owner?.kind === 'class' ? (owner.name ?? '') : '')
        ? 'handler'
        : undefined;
    default:
      return undefined;
  }
}

function hasBase(owner: Code | undefined, names: RegExp): boolean {
  const one: ClassCode | undefined = owner?.kind === 'class' ? owner : undefined;
  return one?.bases.some((base) => names.test(base)) ?? false;
}
