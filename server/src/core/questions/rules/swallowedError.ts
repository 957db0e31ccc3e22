import type { Call, Catch, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { doneIn, mentions, methodOf, plainText } from '../../code/say.ts';
import { isTestCode } from '../facts/null/rust.ts';
import { fateIn, type Fate } from '../facts/silentBody.ts';
import { isOnlyCleanup, isCleanup } from '../facts/cleanup.ts';
import { droppedInGo } from '../facts/droppedInGo.ts';
import { droppedInRust } from '../facts/droppedInRust.ts';
import { suppressedInPhp } from '../facts/suppressedInPhp.ts';
import { chainOf } from '../facts/chain.ts';
import { isBroad, isOfOutside } from '../facts/errorTypes.ts';
import { isExplained } from '../facts/explained.ts';
import { outsideOf } from '../facts/outsideCalls.ts';
import { HARMLESS, headOf, likelyToFail, whatFails } from '../facts/whatFails.ts';
import { isEcmascript } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { callWords, quoted } from '../words.ts';
import { isSeenTo } from '../facts/seenTo.ts';
import { swallowedErrorExamples } from './examples/swallowedError.ts';

/** An error is caught, and nobody learns of it. */
export const swallowedError: Rule = {
  id: 'swallowed-error',
  row: 10,
  title: 'An error that nobody learns of',
  severity: 'normal',
  concern: 'errors',
  weight: 4,
  cwe: [390, 391, 755],
  kind: 'question',
  isOn: true,
  absent: {},
  looksAround: true,
  *find(context: RuleContext): Iterable<Trigger> {
    const told = new Set<string>();
    for (const one of dropped(context)) {
      if (context.language === 'rust' && isInTests(context.view, one.at)) continue;
      // The same call again is the same question.
      const key = `${one.about['how'] ?? ''} ${one.about['what'] ?? ''}`;
      const isRepeated = told.has(key) && /^(?:go|rust)$/.test(context.language);
      if (isRepeated && !/code|function|them/.test(key)) continue;
      told.add(key);
      yield one;
    }
  },
  ask({ what, how, given = '', line }) {
    switch (how) {
      case 'printed':
        return `Line ${line}: if ${what} fails, it is only printed and the code goes on as if it had worked. Is that what callers expect?`;
      case 'logged':
        return `Line ${line}: if ${what} fails, it is only logged and callers see success. Is that what they expect?`;
      case 'nothing':
        return `Line ${line}: if ${what} fails, ${given} stands in for the answer and the error is lost. Can callers tell that it failed?`;
      default:
        return `Line ${line}: if ${what} fails, nobody learns of it. Is that what callers expect?`;
    }
  },
  obligations: ['error'],
  page: {
    why: 'The error is caught, and then the program goes on as if all were well. Callers see success, and what they build on it fails later, far from the cause.',
    instead:
      'Let the error pass, or turn it into an answer that callers must look at. Where it may be dropped, say why in a comment.',
    sources: ['CWE-390, CWE-391, CWE-755', 'CodeRabbit 2025: exception handling 1.97 x in AI code'],
  },
  examples: swallowedErrorExamples,
};

/** Rust's tests stand in the file of what they test. */
function isInTests(view: CodeView, { start }: Trigger['at']): boolean {
  const [fn] = view.all('function').filter((one) => one.start <= start && start < one.end);
  return fn !== undefined && isTestCode(view, fn);
}

function* dropped(context: RuleContext): Iterable<Trigger> {
  const { view, language, isTest } = context;
  if (isTest) return;
  for (const one of view.all('catch')) yield* inCatch(context, one);
  for (const { finally: last } of view.all('try')) {
    for (const node of last ? doneIn(last) : []) {
      if (node.kind !== 'return') continue;
      yield { at: node, about: { what: 'the code before', how: 'silent' } };
    }
  }
  if (language === 'go') yield* droppedInGo(context);
  if (language === 'rust') yield* droppedInRust(context);
  if (language === 'php') yield* suppressedInPhp(context);
  if (language === 'python') yield* suppressedInPython(context);
  for (const call of view.all('call')) {
    yield* inHandler(context, call);
    if (isEcmascript(language)) yield* inCallback(context, call);
  }
}

/** Names that say the error was thought of. */
const MEANT = /^_?(?:ignore\w*|expected\w*|unused\w*|swallow\w*)$/i;

/** Functions that answer whether something works, or that promise to try. */
const TRIES =
  /^_{0,2}(?:is|has|can|try|exists?|supports?|maybe|safe(?:ly)?|silent\w*|check|test|valid(?:ate)?|ignore|quiet\w*)(?:_|[A-Z\d?]|$)/;

function* inCatch(context: RuleContext, one: Catch): Iterable<Trigger> {
  const { view, language } = context;
  const tried = view.parentOf(one);
  if (tried?.kind !== 'try' || isExplained(view, one)) return;
  const fate = fateIn(one.body);
  // Where the name says that it is meant, an empty answer still looks like a real one.
  if (MEANT.test(one.name ?? '') && fate?.kind !== 'nothing') return;
  if (!fate || isOnlyCleanup(tried.body) || isSeenTo(context.view, tried, fate)) return;
  // What is expected has a name of its own.
  if (!isBroad(one) && !isOfOutside(one) && !isItemDropped(context, one, fate)) return;
  if (fate.kind === 'printed' && !isBroad(one) && language !== 'java') return;
  const call = likelyToFail(tried.body, language);
  if (!call || !isWorthAsking(context, one, fate, call)) return;
  yield { at: one, about: aboutFate(context, fate, callWords(view, call)) };
}

function isWorthAsking(context: RuleContext, at: Code, fate: Fate, call: Call): boolean {
  const { view, language } = context;
  if (
    /^(?:require|import|import_module|load\w*Native|loadLibrary|dlopen|createRequire|extension_loaded|l?stat(?:Sync)?|access(?:Sync)?)$/.test(
      methodOf(call),
    )
  )
    return false;
  const outside = outsideOf(call, language);
  const isReached = outside !== undefined && outside !== 'parse';
  const isAwaited = view.parentOf(call)?.kind === 'await';
  if (fate.kind === 'nothing') {
    const owner = view.enclosing(at, 'function');
    if (TRIES.test(owner?.name ?? '')) return false;
    // Where a type can be named, everything was meant; JavaScript cannot name one.
    const isLoading =
      outside === 'parse' && /^(?:load|read|get|fetch|import|restore)/.test(owner?.name ?? '');
    const isWide = !isEcmascript(language) && !HARMLESS.test(methodOf(call));
    return isReached || isAwaited || isWide || isLoading;
  }
  // Words for who runs it are an answer, unless what failed was to be kept.
  if (fate.kind === 'logged') return isReached && KEEPS.test(chainOf(call));
  return true;
}

/** One of many things is not kept, and the loop goes on with the next: nobody can tell which are missing. */
function isItemDropped({ view }: RuleContext, one: Catch, fate: Fate): boolean {
  const tried = view.parentOf(one);
  const [only, ...more] = one.body.statements;
  if (tried?.kind !== 'try' || fate.kind !== 'silent' || more.length !== 0) return false;
  if (only !== undefined && (only.kind !== 'jump' || only.word !== 'continue')) return false;
  // What comes behind it is done for the thing all the same.
  if (only === undefined && view.after(tried).length !== 0) return false;
  if (one.types.some((type) => EXPECTED.test(type))) return false;
  const loop = view.enclosing(tried, 'loop');
  if (loop?.form !== 'each' && loop?.form !== 'count') return false;
  return tried.body.statements.some((statement) => {
    const value = statement.kind === 'expression' ? statement.value : statement;
    const call = value.kind === 'await' ? value.value : value;
    return call.kind === 'call' && call.callee.kind === 'member' && KEEPS_ITEM.test(methodOf(call));
  });
}

/** Said of what may well be so. */
const EXPECTED =
  /NotFound|NoSuch|Exists|StopIteration|Cancel|Empty|Queue|Attribute|Import|Duplicate|Unsupported|NotImplemented|Missing|Lookup|Interrupted/i;

/** Keeps or sends one of many. */
const KEEPS_ITEM =
  /^(?:set|save|store|insert|update|upsert|create|send|publish|persist|apply|import|book|pay|charge|record|register|enqueue|post)(?:_|[A-Z]|$)/i;

/** Writes, sends, pays: who called believes that it is done. */
const KEEPS =
  /(?:save|store|write|insert|update|delete|create|send|post|put|patch|persist|commit|charge|pay|publish|Exec|exec|execute|upload|append|Save|Write|Insert|Update|Delete|Create|Send|Post|Put)\w*(?:\(\))?$/;

function aboutFate({ view }: RuleContext, fate: Fate, what: string): Record<string, string> {
  return fate.kind === 'nothing'
    ? { what, how: fate.kind, given: quoted(view, fate.value) }
    : { what, how: fate.kind };
}

/** `promise.catch(noop); return promise;`: who is given the promise still sees it fail. */
function isHandedOnToo({ view }: RuleContext, call: Call, object: Code | undefined): boolean {
  if (object?.kind !== 'name') return false;
  const isAside = view.parentOf(call)?.kind === 'expression';
  const isGivenBack = view
    .after(call)
    .some((one) => one.kind === 'return' && one.value && mentions(one.value, object.name));
  if (isAside && isGivenBack) return true;
  // `if (!options.throwOnError) promise = promise.catch(noop)`
  const around = view.enclosing(call, 'if');
  return around !== undefined && /throw/i.test(view.textOf(around.condition));
}

/** `.catch(() => {})`, `.exceptionally(e -> null)`, `catchError(() => EMPTY)`. */
function* inHandler(context: RuleContext, call: Call): Iterable<Trigger> {
  const { view } = context;
  const isSecond = methodOf(call) === 'then' && call.args.length === 2;
  if (!HANDLERS.test(methodOf(call)) && !isSecond) return;
  const handler = call.args.at(-1);
  const piped = view.parentOf(call);
  const chain = call.callee.kind === 'name' && piped?.kind === 'call' ? piped : call;
  const object = chain.callee.kind === 'member' ? chain.callee.object : undefined;
  const head = object?.kind === 'call' ? headOf(object) : undefined;
  if (head && isCleanup(head)) return;
  const what = object ? callWords(view, head ?? object) : 'it';
  if (isHandedOnToo(context, call, object)) return;
  if (handler?.kind === 'name' && /^(?:noop|_?\.noop)$/.test(handler.name)) {
    yield { at: handler, about: { what, how: 'silent' } };
  }
  if (handler?.kind !== 'function' || !handler.body || isExplained(view, handler)) return;
  const fate = fateIn(handler.body);
  if (!fate || fate.kind === 'logged') return;
  if (fate.kind === 'printed' && !isEcmascript(context.language)) return;
  if (MEANT.test(handler.params[0]?.name ?? '')) return;
  const at = { start: handler.start, end: call.end };
  yield { at, about: aboutFate(context, fate, what) };
}

const HANDLERS = /^(?:catch|exceptionally|catchError|otherwise|onErrorReturn|onErrorResume)$/;

/** `(err, data) => { use(data) }`: the error of a callback is not looked at. */
function* inCallback({ view, language }: RuleContext, call: Call): Iterable<Trigger> {
  const handler = call.args.at(-1);
  if (handler?.kind !== 'function' || !handler.body) return;
  const [error, ...more] = handler.params;
  const [event] = call.args;
  const isLast = /^(?:uncaughtException|unhandledRejection)$/.test(plainText(event) ?? '');
  const isUnasked = error === undefined && outsideOf(call, language) === 'file' && !isCleanup(call);
  if (isLast ? fateIn(handler.body)?.kind === 'silent' : isUnasked) {
    if (isExplained(view, handler)) return;
    yield {
      at: handler,
      about: { what: isLast ? 'the code' : callWords(view, call), how: 'silent' },
    };
    return;
  }
  if (error?.name === undefined || !/^(?:err|error|er)$/.test(error.name)) return;
  const isFile = outsideOf(call, language) !== undefined && !isCleanup(call);
  if (more.length === 0 && !isFile) return;
  if (isExplained(view, handler) || mentions(handler.body, error.name)) return;
  if (handler.body.statements.length === 0 && !isFile) return;
  yield { at: handler, about: { what: callWords(view, call), how: 'silent' } };
}

/** `with suppress(Exception):`, `gather(…, return_exceptions=True)` whose answer is dropped. */
function* suppressedInPython({ view, language }: RuleContext): Iterable<Trigger> {
  for (const { values, body, start, end } of view.all('defer')) {
    for (const value of values) {
      if (value.kind !== 'call' || methodOf(value) !== 'suppress' || !body) continue;
      const isWide = value.args.some(
        (type) => type.kind === 'name' && /^(?:Exception|BaseException)$/.test(type.name),
      );
      if (!isWide || isOnlyCleanup(body) || isExplained(view, { start, end })) continue;
      yield { at: value, about: { what: whatFails(view, body, language), how: 'silent' } };
    }
  }
  for (const { value, start, end } of view.all('expression')) {
    const call = value.kind === 'await' ? value.value : value;
    if (call.kind !== 'call' || methodOf(call) !== 'gather') continue;
    const isKept = call.args.some(
      (given) =>
        given.kind === 'named' &&
        given.name === 'return_exceptions' &&
        given.value.kind === 'constant' &&
        given.value.value === true,
    );
    if (isKept) yield { at: { start, end }, about: { what: 'one of them', how: 'silent' } };
  }
}
