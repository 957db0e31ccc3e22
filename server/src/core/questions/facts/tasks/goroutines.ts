import type { Code, CodeOf, FunctionCode } from '../../../code/code.ts';
import { doneIn, everythingIn, methodOf, namesIn } from '../../../code/say.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { callWords } from '../../words.ts';
import { boundaryOf } from '../boundaries.ts';
import { chainOf, wordsOf } from '../chain.ts';
import { isLoggedIn, logLevelOf } from '../logCalls.ts';
import { outsideOf } from '../outsideCalls.ts';

const WHAT = 'this goroutine';

/** `go f()` that no channel, wait group or context knows of. */
export function* goroutines(context: RuleContext): Iterable<Trigger> {
  for (const one of context.view.all('spawn')) {
    if (one.value.kind !== 'call') continue;
    const what = isOfFunction(one)
      ? isLostFunction(context, one) && WHAT
      : isLostCall(context, one) && callWords(context.view, one.value);
    if (what !== false) yield { at: one, about: { what, how: 'goroutine' } };
  }
}

function isOfFunction({ value }: CodeOf<'spawn'>): boolean {
  return value.kind === 'call' && value.callee.kind === 'function';
}

/** `go func() { … }()`. */
function isLostFunction(context: RuleContext, one: CodeOf<'spawn'>): boolean {
  const { view } = context;
  const { value: call } = one;
  const body =
    call.kind === 'call' && call.callee.kind === 'function' ? call.callee.body : undefined;
  if (call.kind !== 'call' || !body) return false;
  const owner = view.enclosing(one, 'function');
  if (owner && isLeftSending(owner, body)) return true;
  if (isTied(body) || call.args.some((arg) => isTie(arg))) return false;
  if (owner && isLeftWriting(owner, body)) return true;
  if (isSleeping(body))
    return owner !== undefined && owner.name !== 'main' && owner.name !== 'init';
  if (isForever(body) || isLoggedIn(body)) return false;
  return isWorth(context, body) || (owner !== undefined && answers(context, owner) && works(body));
}

/** `go f(x)`. */
function isLostCall(context: RuleContext, one: CodeOf<'spawn'>): boolean {
  const { view, outline, language } = context;
  const { value: call } = one;
  if (call.kind !== 'call') return false;
  const isTiedTo = call.args.some((arg) => isTie(arg) && !/^(?:ctx|\w*Ctx)$/.test(view.flat(arg)));
  if (isTiedTo) return false;
  const known = outline.functionsNamed(methodOf(call));
  // Its error has nobody to go to, whatever it is tied to.
  if (known.some(givesError)) return true;
  const chain = chainOf(call);
  if (chain.startsWith('http.ListenAndServe') || /\.(?:ListenAndServe\w*|Serve)$/.test(chain))
    return true;
  const outside = outsideOf(call, language);
  if (outside === 'database' || outside === 'network' || outside === 'file') return true;
  if (0 < known.length || logLevelOf(call) !== undefined) return false;
  const owner = view.enclosing(one, 'function');
  if (!owner || owner.name === 'main') return false;
  if (WORKS.test(methodOf(call))) return true;
  const loop = view.enclosing(one, 'loop');
  if (loop?.form === 'each' && WORKS_ON_ITEM.test(methodOf(call)) && !isWaitingFor(owner))
    return true;
  return answers(context, owner) && !SERVES.test(methodOf(call));
}

function givesError({ returns }: FunctionCode): boolean {
  return /\berror\)?$/.test(returns ?? '');
}

/** Somebody waits for what the function answers, and takes it for the whole. */
function answers(context: RuleContext, owner: FunctionCode): boolean {
  if (boundaryOf(context, owner) === 'handler') return true;
  const first = owner.params[0]?.type ?? '';
  return (
    /(?:^|\.)Context$/.test(first) &&
    givesError(owner) &&
    !/^(?:[sS]tart|[rR]un|[sS]erve|[wW]atch|[lL]isten|[cC]onnect|[oO]pen|[nN]ew|[sS]ubscribe|[iI]nit)/.test(
      owner.name ?? '',
    )
  );
}

/** Something is done, and not only told. */
function works(body: Code): boolean {
  for (const node of doneIn(body)) {
    if (
      node.kind === 'expression' &&
      node.value.kind === 'call' &&
      node.value.callee.kind === 'member'
    )
      return logLevelOf(node.value) === undefined && !SERVES.test(methodOf(node.value));
    if (node.kind === 'assign' && wordsOf(node.target) === '_') return true;
  }
  return false;
}

/** Runs as long as a connection or the program. */
const SERVES =
  /(?:[lL]oop|[sS]erve\w*|^[rR]un\w*|^[wW]atch\w*|^[lL]isten\w*|^[pP]oll\w*|[pP]ump|^[rR]ead\w*|^[sS]leep|^[sS]tart\w*|^[wW]ait\w*|[wW]orker|[mM]onitor\w*|^[cC]onsume\w*|^[sS]tream\w*|^[kK]eep\w*|^[hH]eartbeat)$/;

/** The owner leaves when it is late, and nobody takes what is sent to a channel without room. */
function isLeftSending({ body: around }: FunctionCode, body: Code): boolean {
  const sent = new Set<string>();
  for (const node of doneIn(body)) {
    if (node.kind === 'switch') return false;
    if (node.kind === 'binary' && node.operator === '<-' && node.left.kind === 'name')
      sent.add(node.left.name);
  }
  if (sent.size === 0 || !around) return false;
  const roomless = new Set<string>();
  for (const node of doneIn(around)) {
    if (node.kind !== 'declare' && node.kind !== 'assign') continue;
    const { target, value } = node;
    const isMade = value?.kind === 'call' && wordsOf(value.callee) === 'make';
    if (isMade && value.args.length === 1 && target.kind === 'name' && sent.has(target.name))
      roomless.add(target.name);
  }
  if (roomless.size === 0) return false;
  for (const node of doneIn(around)) {
    if (node.kind !== 'switch' || node.subject || node.start < body.end) continue;
    const tests = node.cases.map(({ tests: [test] }) => (test ? [...everythingIn(test)] : []));
    const isTaken = tests.some((test) =>
      test.some((part) => part.kind === 'name' && roomless.has(part.name)),
    );
    const isLate = tests.some((test) =>
      test.some((part) => part.kind === 'call' && /^(?:After|Done)$/.test(methodOf(part))),
    );
    if (isTaken && isLate) return true;
  }
  return false;
}

/** It changes a variable that the function around gives back at once. */
function isLeftWriting({ body: around }: FunctionCode, body: Code): boolean {
  if (!around || isWaitingIn(around)) return false;
  const changed = new Set<string>();
  for (const node of doneIn(body)) {
    if (node.kind === 'declare')
      for (const inside of everythingIn(node.target))
        if (inside.kind === 'name') changed.delete(inside.name);
    if (node.kind === 'assign' && node.operator !== ':=' && node.target.kind === 'name')
      changed.add(node.target.name);
  }
  for (const node of doneIn(around)) {
    if (node.kind !== 'return' || !node.value || node.start < body.end) continue;
    for (const inside of everythingIn(node.value))
      if (inside.kind === 'name' && changed.has(inside.name)) return true;
  }
  return false;
}

function isWaitingFor({ body }: FunctionCode): boolean {
  return body !== undefined && isWaitingIn(body);
}

/** Waits for something: a group, a channel. */
function isWaitingIn(body: Code): boolean {
  for (const node of doneIn(body)) {
    if (node.kind === 'unary' && node.operator === '<-') return true;
    if (node.kind === 'call' && /^(?:Wait|Lock)$/.test(methodOf(node))) return true;
    if (node.kind === 'switch' && !node.subject && node.isExhaustive) return true;
  }
  return false;
}

/** Something is told when it is done, or it can be told to stop. */
function isTied(body: Code): boolean {
  for (const node of everythingIn(body)) {
    if (node.kind === 'binary' && node.operator === '<-') return true;
    if (node.kind === 'unary' && node.operator === '<-') return true;
    if (node.kind === 'switch' && node.isExhaustive) return true;
    if (node.kind === 'call') {
      if (TELLS.test(methodOf(node)) && !chainOf(node).endsWith('.Body.Close')) return true;
      if (node.args.some((arg) => isTie(arg))) return true;
    }
  }
  return false;
}

const TELLS =
  /^(?:Done|done|close|Close\w*|recover|Broadcast|Signal|Release|Unlock|cancel|Cancel|Store|Add|Fatal\w*|Exit|wait|Wait|Errorf|CloseWithError)$/;

function isTie(code: Code): boolean {
  for (const name of namesIn(code)) if (TIES.test(name)) return true;
  return code.kind === 'member' && TIES.test(code.name);
}

const TIES =
  /^(?:ctx|\w*Ctx|wg|\w*[cC]h|\w*[cC]han|done|\w*Done|errs|\w+Errs|errc|errCh|results?|stop\w*|quit|cancel|sem|out|in|pipe\w*|pw|closer|signals?|sig\w*|c|ready)$/;

/** It sleeps and works for ever: nothing can stop it, or learn that it fails. */
function isSleeping(body: Code): boolean {
  if (!isForever(body)) return false;
  let sleeps = false;
  for (const node of doneIn(body)) {
    if (node.kind === 'return' || node.kind === 'jump') return false;
    if (node.kind === 'call' && wordsOf(node.callee) === 'time.Sleep') sleeps = true;
  }
  return sleeps;
}

/** A worker that runs as long as the program. */
function isForever(body: Code): boolean {
  return (
    body.kind === 'body' &&
    body.statements.some((one) => one.kind === 'loop' && one.form === 'forever')
  );
}

/** What functions are called that do something that may fail. */
const WORKS =
  /^(?:send|save|notify|update|publish|upload|store|sync|record|insert|create|delete|charge|email|post|deliver|index|import|export|migrate|refresh)(?:[A-Z]\w*)?$/i;
const WORKS_ON_ITEM =
  /^(?:process|handle|fetch|download|compute|resize|check|load|convert|render|parse|crawl|scrape|archive|generate|build|transform|do|execute|call|ping|request|warm)(?:[A-Z]\w*)?$/i;

/** Something in it can fail, or takes its time. */
function isWorth({ language, outline }: RuleContext, body: Code): boolean {
  for (const node of everythingIn(body)) {
    if (node.kind === 'constant' && node.value === null) return true;
    if (node.kind !== 'call') continue;
    if (outsideOf(node, language) !== undefined || WORKS.test(methodOf(node))) return true;
    if (outline.functionsNamed(methodOf(node)).some(givesError)) return true;
  }
  return false;
}
