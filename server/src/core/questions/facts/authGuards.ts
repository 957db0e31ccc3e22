import type { Code, FunctionCode } from '../../code/code.ts';
import { doneIn, lastWord, plainText } from '../../code/say.ts';
import type { Range } from '../../text/range.ts';
import { nameWords } from './nameWords.ts';

const GUARD_WORD =
  /^(?:auth|authn|authz|authed|authenticate|authenticated|authentication|authorize|authorized|authorization|authorise|authorised|login|permission|permissions|guard|guards|protect|protected|secured|granted|acl|jwt|rbac)$/;
const ASKS =
  /^(?:require|requires|required|requiring|ensure|ensures|check|checks|verify|verifies|assert|must|current|need|needs|only|has|is|with|fetch|validate)$/;
const WHO =
  /^(?:user|session|admin|role|roles|access|token|owner|scope|scopes|identity|member|membership|tenant|logged|signed|principal|account|staff|policy|rights|claims|allowed|apikey)$/;
/** Types of parameters that only someone known can give. */
const GUARD_TYPE =
  /^(?:.*[.:<\s])?(?:Auth\w{0,20}|Authenticated\w{0,20}|CurrentUser|Claims|Identity|Principal|AuthUser|LoggedInUser|AdminUser|RequireUser|JwtClaims)\b/;

const FIRST_STATEMENTS = 4;
const MAX_NODES = 120;

/** Whether a name is that of a check of who asks: `requireUser`, `login_required`, `PreAuthorize`. */
export function isGuardName(name: string): boolean {
  const words = nameWords(name);
  if (words.length === 0 || 6 < words.length) return false;
  // A token against forged requests says nothing of who asks.
  if (words.some((word) => /^(?:csrf|xsrf|forgery|antiforgery|captcha|recaptcha)$/.test(word)))
    return false;
  if (words.some((word) => GUARD_WORD.test(word))) return true;
  return words.some((word) => ASKS.test(word)) && words.some((word) => WHO.test(word));
}

/** The guard that a piece of code names: by a function, a call, or a text (`middleware('auth')`). */
export function guardIn(code: Code): string | undefined {
  let n = 0;
  for (const node of doneIn(code)) {
    n++;
    if (MAX_NODES < n) return undefined;
    if (node.kind === 'function') {
      const inside = node === code ? guardAtStart(node) : undefined;
      if (inside !== undefined) return inside;
      if (node === code) return undefined;
      continue;
    }
    const name = node.kind === 'name' || node.kind === 'member' ? lastWord(node) : '';
    if (name !== '' && isGuardName(name)) return name;
  }
  return undefined;
}

/** A guard that a text names. */
export function guardText(code: Code): string | undefined {
  const items = code.kind === 'list' ? code.items : [code];
  for (const item of items) {
    const text = plainText(item);
    if (text !== undefined && text.length < 60 && isGuardName(text.split(':')[0] ?? ''))
      return text;
  }
  return undefined;
}

/** The guard by which a function begins, or that its decorators and parameters ask for. */
export function guardOf(one: FunctionCode, textOf: (range: Range) => string): string | undefined {
  for (const decorator of one.decorators) {
    const callee = decorator.kind === 'call' ? decorator.callee : decorator;
    const name = lastWord(callee);
    if (
      isGuardName(name) ||
      /^(?:AllowAnonymous|Public|PermitAll|DenyAll|RolesAllowed|Roles|HasRole|allow_anonymous)$/.test(
        name,
      )
    )
      return name;
    if (decorator.kind !== 'call') continue;
    // A route's path may have any word in it; what it is given by name may be a guard.
    const isRoute = /^(?:get|post|put|patch|delete|route)$/i.test(name);
    for (const arg of decorator.args) {
      if (isRoute && arg.kind !== 'named') continue;
      const inner = guardText(arg) ?? guardIn(arg);
      if (inner !== undefined) return inner;
    }
  }
  for (const param of one.params) {
    const type = param.type?.trim() ?? '';
    if (GUARD_TYPE.test(type)) return type;
    const mark =
      /@(?:AuthenticationPrincipal|CurrentUser|LoggedInUser|GetUser|User|Session)\b/.exec(
        textOf(param).slice(0, 80),
      );
    if (mark) return mark[0];
    const inner = param.value && guardIn(param.value);
    if (inner !== undefined) return inner;
    const inType = /(?:Depends|Security)\(\s{0,4}(?:\w{1,40}\.){0,3}(\w{1,60})/.exec(type)?.[1];
    if (inType !== undefined && isGuardName(inType)) return inType;
  }
  return guardAtStart(one);
}

/** A check among the first statements: called, and not in a branch of its own. */
function guardAtStart({ body }: FunctionCode): string | undefined {
  for (const statement of body?.statements.slice(0, FIRST_STATEMENTS) ?? []) {
    const looked = statement.kind === 'if' ? statement.condition : statement;
    if (looked.kind === 'try') {
      for (const inner of looked.body.statements.slice(0, FIRST_STATEMENTS)) {
        const name = calledGuard(inner);
        if (name !== undefined) return name;
      }
    }
    const name = calledGuard(looked);
    if (name !== undefined) return name;
  }
  return undefined;
}

function calledGuard(code: Code): string | undefined {
  // Ruby calls a method by its bare name.
  if (code.kind === 'expression' && code.value.kind === 'name' && isGuardName(code.value.name))
    return code.value.name;
  let n = 0;
  for (const node of doneIn(code)) {
    n++;
    if (MAX_NODES < n) return undefined;
    if (node.kind !== 'call' && node.kind !== 'member') continue;
    // `if (!req.user)`
    if (node.kind === 'member' && /^(?:user|session|auth|userId)$/.test(node.name)) {
      const holder = lastWord(node.object);
      if (/^(?:req|request|ctx|context|locals|state|r)$/.test(holder))
        return `${holder}.${node.name}`;
    }
    const name = lastWord(node.kind === 'call' ? node.callee : node);
    if (name !== '' && isGuardName(name)) return name;
  }
  return undefined;
}
