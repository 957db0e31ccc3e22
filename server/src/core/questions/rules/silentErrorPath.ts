import type { Catch, Code, If } from '../../code/code.ts';
import { doneIn, everythingIn, lastWord, methodOf, receiverOf } from '../../code/say.ts';
import { silentErrorPathExamples } from './examples/silentErrorPath.ts';
import { isBroad, isOfOutside } from '../facts/errorTypes.ts';
import { isExplained } from '../facts/explained.ts';
import { isLoggedAloud, isLoggedIn } from '../facts/logCalls.ts';
import { whatFails } from '../facts/whatFails.ts';
import { isEcmascript } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { callWords } from '../words.ts';

/** A service tells its user of a failure, and nobody who runs it. */
export const silentErrorPath: Rule = {
  id: 'silent-error-path',
  row: 49,
  title: 'A failure that only the user sees',
  severity: 'low',
  concern: 'errors',
  weight: 1,
  cwe: [778],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, isTest } = context;
    if (isTest) return;
    for (const one of view.all('catch')) yield* inCatch(context, one);
    for (const one of view.all('if')) yield* inCheck(context, one);
    for (const call of view.all('call')) {
      // `.catch(() => res.sendStatus(500))`, `.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)`
      if (
        !/^(?:catch|map_err|or_else|unwrap_or_else|exceptionally|otherwise)$/.test(methodOf(call))
      )
        continue;
      const [handler] = call.args;
      if (handler?.kind !== 'function' || !handler.body || !isSilent(context, handler.body))
        continue;
      const object = call.callee.kind === 'member' ? call.callee.object : call;
      yield { at: handler, about: { what: callWords(view, object) } };
    }
    if (language === 'rust') {
      for (const one of view.all('case')) {
        const [test] = one.tests;
        if (test?.kind !== 'call' || methodOf(test) !== 'Err' || !isSilent(context, one.body))
          continue;
        const parent = view.parentOf(one);
        const subject = parent?.kind === 'switch' ? parent.subject : undefined;
        yield {
          at: one,
          about: { what: subject ? whatFails(view, subject, language) : 'the code before' },
        };
      }
    }
  },
  ask: ({ what, line }) =>
    `Line ${line}: the user is told that ${what} failed, but no log and no metric is. How does whoever runs the service find out?`,
  obligations: ['error'],
  page: {
    why: 'The answer says that something went wrong, and the error itself is gone. When users complain, nobody can tell what failed, how often, or since when.',
    instead: 'Log the error with what is needed to find its cause, or count it, before answering.',
    sources: ['Taxonomy row 49', 'CWE-778'],
  },
  examples: silentErrorPathExamples,
};

function* inCatch(context: RuleContext, one: Catch): Iterable<Trigger> {
  const { view, language } = context;
  const tried = view.parentOf(one);
  if (tried?.kind !== 'try') return;
  if (isExplained(view, one)) return;
  if (!isSilent(context, one.body) && !(isUnforeseen(one) && isSilent(context, one.body, TOLD)))
    return;
  // What is not there is the user's to know.
  if (0 < one.types.length && one.types.every((type) => /NotFound\w*$/.test(type))) return;
  yield { at: one, about: { what: whatFails(view, tried.body, language) } };
}

/** `if err != nil { http.Error(w, "…", 500) }`, `if (err) return res.sendStatus(500)`. */
function* inCheck(context: RuleContext, one: If): Iterable<Trigger> {
  const { view, language } = context;
  const { condition } = one;
  if (language === 'rust') {
    const failed = condition.kind === 'call' && methodOf(condition) === 'is_err' && condition;
    if (!failed || failed.callee.kind !== 'member' || !isSilent(context, one.whenTrue)) return;
    yield { at: one, about: { what: whatFails(view, failed.callee.object, language) } };
    return;
  }
  if (language !== 'go' && !isEcmascript(language)) return;
  const isGo =
    condition.kind === 'binary' &&
    condition.operator === '!=' &&
    condition.right.kind === 'constant';
  const tested = isGo ? condition.left : condition;
  if (tested.kind !== 'name' || !/^(?:err|error|e|\w+Err)$/.test(tested.name)) return;
  if (!isSilent(context, one.whenTrue)) return;
  const parent = view.parentOf(one);
  const index = parent?.kind === 'body' ? parent.statements.indexOf(one) : -1;
  const before = one.before ?? (parent?.kind === 'body' ? parent.statements[index - 1] : undefined);
  const owner = view.enclosing(one, 'function');
  const caller = owner ? view.parentOf(owner) : undefined;
  const what = before
    ? whatFails(view, before, language)
    : caller?.kind === 'call'
      ? callWords(view, caller)
      : 'the code before';
  yield { at: one, about: { what } };
}

const SERVER_ERROR =
  /^(?:INTERNAL_SERVER_ERROR|BAD_GATEWAY|SERVICE_UNAVAILABLE|GATEWAY_TIMEOUT|HTTP_5\d\d\w*|SC_INTERNAL_SERVER_ERROR|Status(?:InternalServerError|BadGateway|ServiceUnavailable)|Status5\d\d\w*|InternalServerError\w*|internalServerError|internal_server_error|bad_gateway|service_unavailable|serverError|HttpResponseServerError|server_error|HTTPInternalServerError|INTERNAL_SERVER|(?:HTTP|Http)?(?:InternalServer(?:Error)?|ServiceUnavailable|BadGateway|GatewayTimeout)(?:Exception|Error|Response|HttpException|Result)?|Problem)$/;

/** A word on the next page that something failed. */
const TOLD =
  /^(?:addFlash|flash|addFlashAttribute|withErrors?|AddModelError|TempData|ViewBag|add_flash|setFlash|setFlashdata)$/;

/** What nobody meant to happen: everything, or something outside that does not answer. */
function isUnforeseen(one: Catch): boolean {
  const isOutside = one.types.some((type) => /Transport|Client|Server|Remote|Gateway/.test(type));
  return isBroad(one) || isOfOutside(one) || isOutside;
}

/** It answers with an error of the server, and does not write it down or hand it on. */
function isSilent(
  { view, language }: RuleContext,
  body: Code,
  answers: RegExp = SERVER_ERROR,
): boolean {
  // What PHP prints is the answer.
  if (language === 'php' ? isLoggedAloud(body) : isLoggedIn(body)) return false;
  let isAnswer = false;
  for (const node of everythingIn(body)) {
    switch (node.kind) {
      case 'throw':
        // `raise HTTPException(500)` is an answer too, if nothing of the error is in it.
        if (!node.value || !isAnswering(node.value)) return false;
        break;
      case 'return':
        // `return APIError{Err: err}`: who called gets it.
        if (node.value && isErrorMade(node.value)) return false;
        break;
      case 'number':
        if (view.parentOf(node)?.kind === 'binary') break;
        isAnswer ||= 500 <= node.value && node.value < 600 && Number.isInteger(node.value);
        break;
      case 'name':
      case 'member':
        if (
          /^(?:next|reject|panic|raise|abort_with|capture\w*|report\w*|record\w*|onError|logError|Error_|span|Sentry)$/.test(
            node.name,
          )
        )
          return false;
        isAnswer ||= answers.test(node.name);
        break;
      case 'text': {
        const [only] = node.parts;
        isAnswer ||= language === 'ruby' && typeof only === 'string' && SERVER_ERROR.test(only);
        break;
      }
      case 'call':
        if (
          /^(?:Error|AbortWithError|error_log|handleError|handle_error|error|warn|(?:Error|Warn|Log)[fw])$/.test(
            methodOf(node),
          ) &&
          isHandedOn(node.args, node.callee)
        )
          return false;
        // `env[RACK_ERRORS].puts(text)`
        if (
          /^(?:puts|write)$/.test(methodOf(node)) &&
          /err(?:or)?s?\W*$/i.test(view.flat(receiverOf(node) ?? node))
        )
          return false;
        break;
      default:
        break;
    }
  }
  return isAnswer;
}

/** A status of the server's fault, and no word of what was caught. */
function isAnswering(thrown: Code): boolean {
  let isAnswer = false;
  for (const node of everythingIn(thrown)) {
    if (node.kind === 'name' && /^(?:e|ex|exc|err|error|exception|cause)$/.test(node.name))
      return false;
    if (node.kind === 'named' && node.name === 'cause') return false;
    if (node.kind === 'number') isAnswer ||= 500 <= node.value && node.value < 600;
    if (node.kind === 'name' || node.kind === 'member') isAnswer ||= SERVER_ERROR.test(node.name);
  }
  return isAnswer;
}

/** A value of an error's type that holds the error. */
function isErrorMade(value: Code): boolean {
  const made = value.kind === 'unary' ? value.operand : value;
  return (
    made.kind === 'dict' &&
    /Err(?:or)?$/.test(made.type ?? '') &&
    made.entries.some(
      (one) =>
        one.kind === 'entry' &&
        one.value.kind === 'name' &&
        /^(?:e|err|error)$/.test(one.value.name),
    )
  );
}

/** `c.Error(err)` of gin keeps it; `http.Error(w, …)` is the answer itself. */
function isHandedOn(args: readonly Code[], callee: Code): boolean {
  const object = callee.kind === 'member' ? callee.object : undefined;
  if (object?.kind === 'name' && object.name === 'http') return false;
  if (/^(?:res|resp|response|reply|w|http|ctx|c)$/.test(object ? lastWord(object) : '')) {
    if (!(callee.kind === 'member' && /^(?:Error|AbortWithError)$/.test(callee.name))) return false;
  }
  return args.some((arg) =>
    [...doneIn(arg)].some((node) => node.kind === 'name' && /^(?:e|err|error)$/.test(node.name)),
  );
}
