import type { Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { bare, calleeOf, lastWord, methodOf, plainText } from '../../code/say.ts';
import type { Range } from '../../text/range.ts';
import { callPlace } from '../facts/callPlace.ts';
import { saysSecret } from '../facts/cryptoCalls.ts';
import { nameOf } from '../facts/namedTexts.ts';
import { nameWords } from '../facts/nameWords.ts';
import { isOff, isOn, type Setting, settings } from '../facts/configuration.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';
import { laxSettingsExamples } from './examples/laxSettings.ts';

/** A setting that lets in more than is needed. */
export const laxSettings: Rule = {
  id: 'lax-settings',
  row: 37,
  title: 'A setting that lets in more than is needed',
  severity: 'normal',
  concern: 'security',
  weight: 3,
  cwe: [942, 614, 1004, 489, 732, 352],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, isTest } = context;
    if (isTest) return;
    for (const setting of settings(view)) {
      const says = saysOfSetting(context, setting);
      if (says !== undefined) yield said(view, setting.at, says);
    }
    for (const call of view.all('call')) {
      const says = saysOfCall(context, call);
      if (says !== undefined) yield said(view, callPlace(view, call), says);
    }
    for (const one of view.all('member')) {
      const says = saysOfMember(view, one.name, one);
      if (says !== undefined) yield said(view, one, says);
    }
    for (const one of view.all('dict')) {
      if (one.type !== undefined && /(?:^|\.)Cookie$/.test(one.type))
        yield* cookieStruct(view, one);
      yield* allowsAll(view, one);
    }
    for (const one of view.all('function')) {
      if (one.decorators.some((it) => lastWord(it) === 'csrf_exempt')) {
        yield said(view, { start: one.start, end: one.start + 1 }, CSRF, '`@csrf_exempt`');
      }
    }
  },
  ask: ({ what, says, line }) => `Line ${line}: ${what} ${says}`,
  obligations: [],
  page: {
    why: 'The setting is the easiest that works: any site may call, any script may read the cookie, any user of the machine may write the file, errors show their insides. What it opens is not seen in normal use.',
    instead:
      'Name who may come in: the origins, the users, the actions. Set the flags of cookies, and switch off what is for developing.',
    sources: ['CWE-942, CWE-614, CWE-1004, CWE-489, CWE-732, CWE-352'],
  },
  examples: laxSettingsExamples,
};

const CORS = 'lets every site call this. Is that meant?';
const COOKIE = 'lets scripts read the cookie, or sends it without TLS. Is nothing secret in it?';
const DEBUG = 'shows its insides to whoever sees an error. Can it reach production?';
const MODE = 'lets every user of the machine write. Is that needed?';
const CSRF =
  'takes requests that another site makes a browser send. Is it safe without that check?';
const IAM = 'allows every action, or all there is. Which ones does it need?';
const SHELL = 'gives pages that it shows the rights of the program. Is everything it shows ours?';
const ESCAPE = 'puts values into pages as they are. Can none of them hold markup?';

const ORIGIN_KEY =
  /^(?:Access-Control-Allow-Origin|allow_?origins?|allowed_?origins?|allowedOriginPatterns|CORS_ORIGINS?|origins?|cors_allowed_origins|AccessControlAllowOrigin|WithOrigins|setAllowedOrigins|addAllowedOrigin(?:Pattern)?)$/i;
const CORS_ON =
  /^(?:CORS_ALLOW_ALL_ORIGINS|CORS_ORIGIN_ALLOW_ALL|AllowAllOrigins|allow_all_origins)$/;
const COOKIE_FLAG =
  /^(?:SESSION_COOKIE_SECURE|SESSION_COOKIE_HTTPONLY|CSRF_COOKIE_SECURE|REMEMBER_COOKIE_SECURE|httpOnly|httponly|HttpOnly|http_only|setHttpOnly|session\.cookie_secure|session\.cookie_httponly|cookie_secure|cookie_httponly)$/;
const CSRF_OFF = /^(?:WTF_CSRF_ENABLED|csrf_protection|csrfProtection|protect_from_forgery)$/;

function saysOfSetting(context: RuleContext, { name, value, at }: Setting): string | undefined {
  const { view, path } = context;
  // Rails' `cookies[:token] = value`: the flags are in a hash, where there are any.
  const isPlain = value.kind === 'name' || value.kind === 'call' || value.kind === 'member';
  if (
    context.language === 'ruby' &&
    isPlain &&
    view.flat(at).startsWith('cookies[') &&
    saysSecret(name)
  ) {
    return COOKIE;
  }
  if (ORIGIN_KEY.test(name) && isStar(value)) return CORS;
  if (
    /^origin$/.test(name) &&
    isTrue(value) &&
    (isInCall(view, at, /^cors$/) || isInEntry(view, at, 'cors'))
  )
    return CORS;
  if (CORS_ON.test(name) && isOn(value)) return CORS;
  if (COOKIE_FLAG.test(name) && isOff(value)) return COOKIE;
  if (/^(?:secure|Secure|setSecure)$/.test(name) && isOff(value) && isAboutCookie(view, at)) {
    return COOKIE;
  }
  if (
    /^debug$/.test(name) &&
    isTrue(value) &&
    isInCall(view, at, /^(?:run|Flask|FastAPI|Starlette|run_server|Quart|Sanic|Dash)$/)
  ) {
    return DEBUG;
  }
  if (/^(?:DEBUG)$/.test(name) && isTrue(value) && /settings|config|production/i.test(path))
    return DEBUG;
  if (
    /^(?:consider_all_requests_local)$/.test(name) &&
    isTrue(value) &&
    !/development|test/.test(path)
  ) {
    return DEBUG;
  }
  if (name === 'display_errors' && isOn(value)) return DEBUG;
  if (CSRF_OFF.test(name) && isOff(value)) return CSRF;
  if (/^(?:nodeIntegration|allowRunningInsecureContent)$/.test(name) && isTrue(value)) return SHELL;
  if (/^(?:contextIsolation|webSecurity)$/.test(name) && isOff(value)) return SHELL;
  if (
    name === 'mode' &&
    isOpenMode(view, value) &&
    isInCall(view, at, /^(?:writeFile|appendFile|mkdir|open|outputFile)(?:Sync)?$/)
  ) {
    return MODE;
  }
  if (/^autoescape$/.test(name) && isOff(value)) return ESCAPE;
  return undefined;
}

const MODE_CALL =
  /^(?:f?chmod(?:Sync|_R)?|Chmod|lchmod(?:Sync)?|from_mode|set_mode|mode|chmodat|fchmodat|SetUnixFileMode|permissions)$/;

function saysOfCall(context: RuleContext, call: Call): string | undefined {
  const { view } = context;
  const callee = calleeOf(call);
  const method = methodOf(call);
  const { args } = call;
  if (MODE_CALL.test(method)) {
    for (const arg of args) if (isOpenMode(view, arg)) return MODE;
  }
  if (method === 'WriteFile' || (context.language === 'php' && method === 'mkdir')) {
    if (args.slice(1).some((arg) => arg.kind === 'number' && isOpenMode(view, arg))) return MODE;
  }
  if (
    method === 'umask' &&
    args.length === 1 &&
    args[0]?.kind === 'number' &&
    args[0].value === 0
  ) {
    return MODE;
  }
  if (
    method === 'setWritable' &&
    args.length === 2 &&
    args.every((arg, i) => isBool(arg, i === 0))
  ) {
    return MODE;
  }
  if (method === 'fromString' && /^.{7}w.$/.test(plainText(args[0]) ?? '')) return MODE;
  if (
    /^(?:AllowAnyOrigin|allow_any_origin|SetIsOriginAllowed)$/.test(method) &&
    args.length === 0
  ) {
    return CORS;
  }
  // `SetIsOriginAllowed(_ => true)`, Go's `AllowOriginFunc: func(…) bool { return true }` as an argument.
  const isAsked =
    /^(?:SetIsOriginAllowed|allow_origin_fn|AllowOriginFunc|setAllowOriginFunc)$/.test(method);
  if (isAsked && args.some(givesTrue)) return CORS;
  // `open(path, O_CREAT, 0666)`
  const isCreated =
    context.language === 'cpp' && /(?:^|\.)(?:open|openat|creat|mkdir|mkfifo)$/.test(callee);
  const last = args.at(-1);
  if (isCreated && 1 < args.length && last?.kind === 'number' && isOpenMode(view, last))
    return MODE;
  if (/(?:^|\.)Cors(?:Layer)?\.(?:permissive|very_permissive)$/.test(callee)) return CORS;
  if (method === 'allow_origin' && lastWord(args[0] ?? call) === 'Any') return CORS;
  if (method === 'cors' && args.length === 0 && isUsed(view, call)) return CORS;
  if (/^CORS$/.test(callee) && args.length === 1) return CORS;
  if (
    /^(?:allowedOrigins|allowedOriginPatterns|origins|CrossOrigin|WithOrigins)$/.test(method) &&
    args.some((arg) => arg.kind !== 'named' && isStar(arg))
  ) {
    return CORS;
  }
  if (
    method === 'header' &&
    /^Access-Control-Allow-Origin:\s{0,3}\*$/i.test(plainText(args[0]) ?? '')
  ) {
    return CORS;
  }
  if (method === 'UseDeveloperExceptionPage' && !isUnderCondition(view, call)) return DEBUG;
  if (callee.endsWith('gin.SetMode') && lastWord(args[0] ?? call) === 'DebugMode') return DEBUG;
  if (method === 'disable' && view.flat(call).endsWith('csrf().disable()')) return CSRF;
  if (method === 'csrf' && /disable/.test(args[0] ? view.flat(args[0]).slice(0, 80) : ''))
    return CSRF;
  if (/^skip_(?:before_action|forgery_protection)$/.test(method)) {
    const isForgery = method === 'skip_forgery_protection';
    if (isForgery || plainText(args[0]) === 'verify_authenticity_token') return CSRF;
  }
  return saysOfCookie(context, call);
}

const COOKIE_CALL =
  /(?:^|\.)(?:(?:res|response|reply|resp|r)\.(?:cookie|setCookie|set_cookie)|setcookie|setrawcookie|set_cookie)$/;

/** A cookie with something secret in it is set, and its flags are not. */
function saysOfCookie({ view }: RuleContext, call: Call): string | undefined {
  const callee = calleeOf(call);
  const { args } = call;
  const method = methodOf(call);
  if (/(?:^|\.)Cookie$/.test(callee) && call.isNew && isSecretCookie(args)) {
    return isFlaggedLater(view, call) ? undefined : COOKIE;
  }
  if (/(?:^|\.)Cookie\.(?:new|build)$/.test(callee) && isSecretCookie(args)) {
    return /http_only\(|secure\(/.test(view.flat(view.statementOf(call))) ? undefined : COOKIE;
  }
  if (callee.endsWith('Cookies.Append')) {
    return args.length < 3 && isSecretCookie(args) ? COOKIE : undefined;
  }
  if (method === 'SetCookie' && 7 <= args.length && isSecretCookie(args)) {
    return args.slice(-2).some((arg) => isOff(arg)) ? COOKIE : undefined;
  }
  if (!COOKIE_CALL.test(callee) || !isSecretCookie(args)) return undefined;
  const written = args
    .slice(1)
    .map((arg) => view.flat(arg))
    .join(' ');
  const hasOptions = args
    .slice(2)
    .some((arg) => arg.kind === 'name' || arg.kind === 'spread' || arg.kind === 'member');
  const isFull = /http_?only/i.test(written) && /secure/i.test(written);
  // PHP's seven arguments in their order.
  return isFull || hasOptions || 7 <= args.length ? undefined : COOKIE;
}

function isSecretCookie(args: readonly Code[]): boolean {
  const [first, second] = args;
  const name = plainText(first) ?? (first ? lastWord(first) : '');
  const value = second ? lastWord(bare(second)) : '';
  const isId = nameWords(name).some((word) =>
    /^(?:sid|auth|jwt|login|remember|sessid|sessionid|refresh|connect)$/.test(word),
  );
  return isId || saysSecret(name) || saysSecret(value) || /session/i.test(name);
}

/** `cookie.setHttpOnly(true)` further down. */
function isFlaggedLater(view: CodeView, call: Call): boolean {
  const rest = view
    .after(call)
    .map((one) => view.flat(one).slice(0, 200))
    .join(' ');
  return (
    /setHttpOnly\(\s?true|HttpOnly = true/.test(rest) &&
    /setSecure\(\s?true|Secure = true/.test(rest)
  );
}

/** Go's `http.Cookie{…}`. */
function* cookieStruct(view: CodeView, one: Extract<Code, { kind: 'dict' }>): Iterable<Trigger> {
  const given = new Map<string, Code>();
  for (const entry of one.entries) {
    if (entry.kind === 'entry') given.set(nameOf(entry.key) ?? '', entry.value);
  }
  const name = given.get('Name');
  if (!name || (given.has('MaxAge') && given.size < 4)) return;
  const value = given.get('Value');
  if (!isSecretCookie(value ? [name, value] : [name])) return;
  const flags = [given.get('HttpOnly'), given.get('Secure')];
  // One that is off is asked about where it stands.
  const isFull = flags.every((flag) => flag) || flags.some((flag) => flag && isOff(flag));
  if (!isFull) yield said(view, one, COOKIE, '`http.Cookie`');
}

/** A policy that allows `*`. */
function* allowsAll(view: CodeView, one: Extract<Code, { kind: 'dict' }>): Iterable<Trigger> {
  let isAllow = false;
  let star: Code | undefined;
  for (const entry of one.entries) {
    if (entry.kind !== 'entry') continue;
    const name = nameOf(entry.key) ?? '';
    if (/^effect$/i.test(name) && /allow/i.test(view.flat(entry.value))) isAllow = true;
    if (/^(?:actions?)$/i.test(name) && isStar(entry.value)) star = entry;
    if (/^principals?$/i.test(name) && isStar(entry.value)) star ??= entry;
  }
  const isPolicy =
    isAllow ||
    (star &&
      view.text
        .slice(Math.max(0, one.start - 40), one.start)
        .trimEnd()
        .endsWith('PolicyStatement('));
  if (star && isPolicy) yield said(view, star, IAM);
}

function saysOfMember(view: CodeView, name: string, one: Code): string | undefined {
  const parent = view.parentOf(one);
  if (parent?.kind === 'member') return undefined;
  const text = view.flat(one);
  if (/(?:^|::)perms::(?:all|others_write|others_all)$/.test(text)) return MODE;
  if (text.endsWith('UnixFileMode.OtherWrite')) return MODE;
  return name === 'permitAll' && text.endsWith('anyRequest().permitAll')
    ? 'lets everyone in, whoever asks. Is nothing behind it protected?'
    : undefined;
}

function givesTrue(arg: Code): boolean {
  if (arg.kind !== 'function') return false;
  const [first, second] = arg.body?.statements ?? [];
  const value = first?.kind === 'return' || first?.kind === 'expression' ? first.value : undefined;
  return second === undefined && value?.kind === 'constant' && value.value === true;
}

/** `cors: { origin: true }` of a server's settings. */
function isInEntry(view: CodeView, at: Range, name: string): boolean {
  const node = view.all('entry').find(({ start, end }) => start === at.start && end === at.end);
  const around = node ? view.around(node) : [];
  return around
    .slice(0, 3)
    .some((one) => one.kind === 'entry' && (plainText(one.key) ?? lastWord(one.key)) === name);
}

/** Everybody may write: the last digit of `0777`, `a+w`. */
function isOpenMode(view: CodeView, arg: Code): boolean {
  const value = arg.kind === 'named' ? arg.value : arg;
  if (value.kind === 'number') {
    const written = view.flat(value);
    return (
      /^(?:0o?|0O)?[0-7]{3,4}$/.test(written) &&
      /[2367]$/.test(written) &&
      /^0|^[1-7]{3}$/.test(written)
    );
  }
  const text = plainText(value) ?? '';
  return (
    /^[0-7]?[0-7]{2}[2367]$|^(?:a|o|ugo|go)\+r?w/.test(text) ||
    /^S_IRWXO$|^S_IWOTH$/.test(lastWord(value)) ||
    /S_IRWXO|S_IWOTH/.test(view.flat(value).slice(0, 120))
  );
}

function isStar(value: Code): boolean {
  const it = bare(value.kind === 'named' ? value.value : value);
  if (it.kind === 'list') return it.items.some((item) => plainText(item) === '*');
  if (it.kind === 'dict')
    return it.entries.length === 1 && it.entries.some((entry) => plainText(entry) === '*');
  if (it.kind === 'call')
    return 0 < it.args.length && it.args.every((arg) => plainText(arg) === '*');
  return plainText(it) === '*';
}

function isTrue(value: Code): boolean {
  return isBool(value, true);
}

function isBool(value: Code, wanted: boolean): boolean {
  const it = bare(value);
  return it.kind === 'constant' && it.value === wanted;
}

/** It is among what such a call is given. */
function isInCall(view: CodeView, at: Range, name: RegExp): boolean {
  const node = view
    .all('named', 'entry')
    .find(({ start, end }) => start === at.start && end === at.end);
  if (!node) return false;
  for (const one of view.around(node).slice(0, 3)) {
    if (one.kind === 'call') return name.test(methodOf(one));
  }
  return false;
}

function isAboutCookie(view: CodeView, at: Range): boolean {
  const node = view
    .all('named', 'entry', 'assign', 'call')
    .find(({ start, end }) => start === at.start || end === at.end);
  if (!node) return false;
  if (node.kind === 'assign' || node.kind === 'call')
    return /cookie/i.test(view.flat(node).slice(0, 80));
  for (const one of view.around(node).slice(0, 4)) {
    if (one.kind === 'call') return /cookie|session/i.test(calleeOf(one));
    if (one.kind === 'entry' && /cookie/i.test(nameOf(one.key) ?? '')) return true;
    if (one.kind === 'declare' && /cookie/i.test(lastWord(one.target))) return true;
    if (one.kind === 'dict' && /cookie/i.test(one.type ?? '')) return true;
  }
  return false;
}

/** `app.use(cors())` */
function isUsed(view: CodeView, call: Call): boolean {
  const parent = view.parentOf(call);
  return parent?.kind === 'call' && methodOf(parent) === 'use';
}

function isUnderCondition(view: CodeView, call: Call): boolean {
  return view.around(call).some((one) => one.kind === 'if' || one.kind === 'conditional');
}

function said(view: CodeView, at: Range, says: string, what?: string): Trigger {
  return { at, about: { what: what ?? inBackticks(shortened(view.flat(at))), says } };
}
