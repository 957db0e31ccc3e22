import type { Catch, Code, FunctionCode } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { doneIn, everythingIn, methodOf } from '../../code/say.ts';
import { broadCatchExamples } from './examples/broadCatch.ts';
import { boundaryOf } from '../facts/boundaries.ts';
import { chainOf, wordsOf } from '../facts/chain.ts';
import { isBroad, isToldApart, isWidest } from '../facts/errorTypes.ts';
import { isExplained } from '../facts/explained.ts';
import { logLevelOf } from '../facts/logCalls.ts';
import { outsideOf } from '../facts/outsideCalls.ts';
import { fateIn } from '../facts/silentBody.ts';
import { inner } from '../facts/transparent.ts';
import { isEcmascript } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { callWords } from '../words.ts';

/** A catch takes more than it can be meant for. */
export const broadCatch: Rule = {
  id: 'broad-catch',
  row: 12,
  title: 'A catch that takes everything',
  severity: 'normal',
  concern: 'errors',
  weight: 2,
  cwe: [396, 755],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, isTest } = context;
    if (isTest) return;
    for (const one of view.all('catch')) yield* inCatch(context, one);
    if (language === 'go') yield* recovers(context);
    if (language === 'rust') yield* rustWays(context);
  },
  ask({ what, how, count = '', line }) {
    switch (how) {
      case 'recover':
        return `Line ${line}: this takes every panic, also those of mistakes in the code (nil, index out of range). Which panic is it meant for?`;
      case 'any':
        return `Line ${line}: every error of ${what} is treated alike, whether it is missing, forbidden or broken. Is the same answer right for all of them?`;
      case 'widest':
        return `Line ${line}: this catch takes everything, even what is meant to end the program. Which errors is it meant for?`;
      default:
        return `Line ${line}: this catch takes every error of ${count} steps, also mistakes in the code itself. Which errors is it meant for?`;
    }
  },
  obligations: ['error'],
  page: {
    why: 'A catch for everything also takes what nobody thought of: a typing mistake in the code, a missing field, a wish to stop. It is then treated as the failure that was expected, and the mistake is never found.',
    instead:
      'Name the errors that are expected, put only what can raise them into the `try`, and let all others pass.',
    sources: ['CWE-396, CWE-755', 'Taxonomy row 12'],
  },
  examples: broadCatchExamples,
};

/** So many statements are more than one thing that can fail. */
const MIN_STATEMENTS = 2;
/** Languages that cannot name the type in the catch. */
const MIN_UNTYPED = 11;
/** Even where somebody waits for an answer, one for so many steps tells nothing. */
const MIN_LONG = 8;

function* inCatch(context: RuleContext, one: Catch): Iterable<Trigger> {
  const { view, language } = context;
  const tried = view.parentOf(one);
  if (tried?.kind !== 'try' || !isBroad(one) || isExplained(view, one)) return;
  // A project's own, as the standard's has another name.
  if (
    language === 'cpp' &&
    0 < one.types.length &&
    one.types.every((type) => /\bRuntimeError\b/.test(type))
  )
    return;
  const fate = fateIn(one.body);
  // What drops the error is asked about by `swallowed-error`.
  if (fate && fate.kind !== 'logged') return;
  if (isGivenOn(one) || isToldApart(one)) return;
  const isUntyped = isEcmascript(language);
  const count = stepsIn(tried.body, isUntyped);
  const isAll =
    language === 'ruby'
      ? one.types.includes('Exception')
      : isWidest(one) && (language === 'python' || language === 'java');
  if (!isAll && count < (isUntyped ? MIN_UNTYPED : MIN_STATEMENTS)) return;
  if (isAll && count < 2) return;
  const owner = view.enclosing(one, 'function');
  if (owner && language === 'cpp' && mayNotThrow(view, owner)) return;
  // One item of many is given up: the whole is not what the catch is for.
  const loop = view.enclosing(tried, 'loop');
  const isForItem = loop?.form === 'each' || loop?.form === 'count';
  const isLong = !isUntyped && MIN_LONG <= count;
  const boundary = owner ? boundaryOf(context, owner) : undefined;
  const isAllowed = boundary !== undefined && !(isLong && boundary === 'handler');
  if (!isAll && !isForItem && isAllowed) return;
  // The whole program, or the whole loop of a worker.
  if (!owner || (!isForItem && (isLong ? RUNS_ALL : RUNS_MUCH).test(owner.name ?? ''))) return;
  const about: Record<string, string> = isAll
    ? { how: 'widest' }
    : { how: 'many', count: String(count) };
  yield { at: one, about };
}

/** Whatever leaves it ends the program. */
function mayNotThrow(view: CodeView, { name, start, body }: FunctionCode): boolean {
  return (
    name?.includes('~') === true ||
    /\bnoexcept\b/.test(view.text.slice(start, body?.start ?? start))
  );
}
/** The whole program, or the whole loop of a worker. */
const RUNS_ALL = /^(?:main|Main|run|Run|_?loop|_?worker\w*|serve|start|dispatch\w*|listen)$/;
/** Also what a framework calls. */
const RUNS_MUCH =
  /^(?:main|Main|run|Run|_?loop|_?worker\w*|serve|start|execute|handle\w*|on[A-Z_]\w*|call|__call__|process\w*|dispatch\w*|do[A-Z]\w*|listen)$/;

/** How much is done in a body, with all that is in it: statements, or calls where those are more. */
function stepsIn(body: Code, isUntyped: boolean): number {
  let statements = 0;
  let calls = 0;
  for (const node of doneIn(body)) {
    if (node.kind === 'body') statements += node.statements.length;
    if (node.kind === 'call') calls += 1;
  }
  return isUntyped || statements !== 1 ? statements : Math.max(statements, calls - 1);
}

/** The error is thrown again, or handed to who must look at it. */
function isGivenOn({ name, body }: Catch): boolean {
  for (const node of everythingIn(body)) {
    if (node.kind === 'throw') return true;
    // It says that this never happens.
    if (node.kind === 'call' && /^Debug\.(?:Assert|Fail)$/.test(chainOf(node))) return true;
    if (
      node.kind === 'name' &&
      /^(?:raise|rethrow|reject|next|abort|exit|_exit|current_exception)$/.test(node.name)
    )
      return true;
    if (node.kind === 'return' && node.value && name !== undefined && !node.isImplicit) {
      for (const inside of everythingIn(node.value))
        if (inside.kind === 'name' && inside.name === name) return true;
    }
    if (node.kind !== 'call' || name === undefined || logLevelOf(node) !== undefined) continue;
    if (
      node.args.some((arg) => arg.kind === 'name' && arg.name === name) &&
      !/^(?:str|repr|String|print)$/.test(methodOf(node))
    )
      return true;
  }
  return false;
}

/** A deferred `recover()` that keeps all panics. */
function* recovers(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  for (const call of view.all('call')) {
    if (call.callee.kind !== 'name' || call.callee.name !== 'recover') continue;
    const owner = view.enclosing(call, 'function');
    const parent = view.parentOf(call);
    if (!owner?.body || isExplained(view, owner)) continue;
    if (parent?.kind === 'expression') {
      yield { at: call, about: { how: 'recover' } };
      continue;
    }
    const outer = view.around(owner).find((node) => node.kind === 'function');
    if (outer?.kind !== 'function' || boundaryOf(context, outer) || view.enclosing(owner, 'spawn'))
      continue;
    if (view.around(owner).some((node) => node.kind === 'spawn')) continue;
    if (/[Rr]ecover|[Ss]afe|[Mm]iddleware|[Pp]anic|[Hh]andle|[Ss]erve/.test(outer.name ?? ''))
      continue;
    let isTold = false;
    for (const node of doneIn(owner.body)) {
      if (node.kind === 'call' && /^(?:panic|Goexit|Exit|Fatal\w*|As|Is)$/.test(methodOf(node)))
        isTold = true;
      if (node.kind === 'cast' || node.kind === 'switch') isTold = true;
    }
    if (!isTold) yield { at: call, about: { how: 'recover' } };
  }
}

/** `catch_unwind`, and `Err(_) =>` with an answer of its own for whatever failed. */
function* rustWays(context: RuleContext): Iterable<Trigger> {
  const { view, language } = context;
  for (const call of view.all('call')) {
    if (methodOf(call) !== 'catch_unwind') continue;
    const owner = view.enclosing(call, 'function');
    const words = owner ? view.textOf(owner) : '';
    const isSaid = view.comments.some(({ text }) => /\bpanics?\b/i.test(text));
    if (!isSaid && !/resume_unwind|downcast|extern "C"/.test(words))
      yield { at: call, about: { how: 'recover' } };
  }
  // `map_err(|_| NotFound)`: a query that failed is not a row that is missing.
  for (const call of view.all('call')) {
    const [given] = call.args;
    if (methodOf(call) !== 'map_err' || given?.kind !== 'function' || !given.body) continue;
    if (given.params[0]?.name?.startsWith('_') === false || !saysMissing(view, given.body))
      continue;
    const from = call.callee.kind === 'member' ? inner(call.callee.object) : undefined;
    if (from?.kind === 'call' && isReached(outsideOf(from, language)))
      yield { at: call, about: { how: 'any', what: callWords(view, from) } };
  }
  for (const one of view.all('case')) {
    const [test] = one.tests;
    if (one.tests.length !== 1 || test?.kind !== 'call' || methodOf(test) !== 'Err') continue;
    const [bound] = test.args;
    if (bound?.kind !== 'name' || !bound.name.startsWith('_') || isExplained(view, one)) continue;
    const parent = view.parentOf(one);
    const subject = parent?.kind === 'switch' && parent.subject ? inner(parent.subject) : undefined;
    if (subject?.kind !== 'call' || !isReached(outsideOf(subject, language))) continue;
    if (!isAnswer(one.body) && !saysMissing(view, one.body)) continue;
    yield { at: one, about: { how: 'any', what: callWords(view, subject) } };
  }
}

/** Gives an answer that means that there is no such thing. */
function saysMissing(view: CodeView, body: Code): boolean {
  return /\b(?:NOT_FOUND|\w*NotFound)\b/.test(view.textOf(body));
}

function isReached(outside: string | undefined): boolean {
  return outside === 'file' || outside === 'network' || outside === 'database';
}

/** Something is made up in place of what failed. */
function isAnswer(body: Code): boolean {
  let isMade = false;
  for (const node of doneIn(body)) {
    if (node.kind === 'throw' || node.kind === 'jump') return false;
    if (node.kind === 'call') {
      if (
        /^(?:Err|panic!|exit|bail!|anyhow!|None|error!|warn!|eprintln!|unreachable!|assert!)$/.test(
          methodOf(node),
        )
      )
        return false;
      isMade = true;
    }
    if (node.kind === 'name' && wordsOf(node) === 'None') return false;
  }
  return isMade;
}
