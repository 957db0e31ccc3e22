import type { Call, Code, CodeOf, FunctionCode } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { everythingIn, methodOf } from '../../code/say.ts';
import { unawaitedPromiseExamples } from './examples/unawaitedPromise.ts';
import { calledHere, isAsyncCall, isOwnAsync } from '../facts/asyncCalls.ts';
import { chainOf, linksOf } from '../facts/chain.ts';
import { headOf } from '../facts/whatFails.ts';
import { isEcmascript } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { callWords, inBackticks } from '../words.ts';
import { contains } from '../../text/range.ts';

/** Something is begun, and nobody waits for it or sees it fail. */
export const unawaitedPromise: Rule = {
  id: 'unawaited-promise',
  row: 13,
  title: 'A promise that nobody awaits',
  severity: 'normal',
  concern: 'concurrency',
  weight: 4,
  cwe: [252, 755],
  kind: 'question',
  isOn: true,
  looksAround: true,
  absent: {
    go: 'Go has no promises; goroutines are asked about by `lost-task`',
    java: 'Java has no `await`; dropped futures are asked about by `lost-task`',
    cpp: 'C++ futures are asked about by `lost-task`',
    ruby: 'Ruby has no `await`; threads are asked about by `lost-task`',
  },
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, path } = context;
    if (/(?:^|\/)_?(?:stress\w*|stress-tests?|benches|benchmarks?)\//.test(path)) return;
    for (const { value } of view.all('expression')) yield* inDropped(context, value);
    if (language === 'php') {
      yield* neverAsked(context);
      return;
    }
    if (language === 'rust') {
      for (const { target, value } of view.all('declare')) {
        if (target.kind !== 'name' || !target.name.startsWith('_') || value?.kind !== 'call')
          continue;
        if (isAsyncCall(context, value)) yield dropped(context, value);
      }
      return;
    }
    for (const call of view.all('call')) {
      yield* inCallback(context, call);
      if (isOwnAsync(context, call)) yield* inUse(context, call);
    }
    for (const one of view.all('declare', 'assign')) yield* inVariable(context, one);
    for (const one of view.all('return')) {
      yield* inTry(context, one.value);
      yield* inEach(context, one);
    }
  },
  ask({ what, how, line }) {
    switch (how) {
      case 'each':
        return `Line ${line}: nothing waits for what ${what} begins for each item, or sees it fail. Is the next line right to run before it is done?`;
      case 'truth':
        return `Line ${line}: ${what} gives a promise, which always counts as true. Is an \`await\` missing?`;
      case 'value':
        return `Line ${line}: ${what} is still a promise where its value is used. Is an \`await\` missing?`;
      case 'executor':
        return `Line ${line}: if the async function given to ${what} throws, the promise is never settled. Who waits for it then?`;
      case 'try':
        return `Line ${line}: ${what} is returned without \`await\`, so the code around it has left before it fails. Should this \`try\` see the error?`;
      case 'effect':
        return `Line ${line}: nothing waits for the async function that ${what} is given, or sees it fail. Who learns of it?`;
      case 'uncaught':
        return `Line ${line}: if ${what} fails, nothing catches it. Who learns of it?`;
      default:
        return `Line ${line}: nothing waits for ${what}. Who learns if it fails, and may the next line run before it is done?`;
    }
  },
  obligations: ['async', 'error'],
  page: {
    why: 'An async function gives its answer later. Where nobody waits for it, the code goes on before it is done, and when it fails no `try` around it sees the error.',
    instead:
      'Await it, return it, or collect it (`Promise.all`, `gather`, `Task.WhenAll`). Where it may run alone, handle its error there and say so.',
    sources: [
      'Taxonomy row 13',
      'CWE-252, CWE-755',
      'CodeRabbit 2025: concurrency 2.29 x in AI code',
    ],
  },
  examples: unawaitedPromiseExamples,
};

function dropped({ view }: RuleContext, call: Call): Trigger {
  return { at: call, about: { what: callWords(view, call), how: 'dropped' } };
}

/** A statement, or the second half of `a && f()` as one. */
function* inDropped(context: RuleContext, value: Code): Iterable<Trigger> {
  const { view, language } = context;
  if (value.kind === 'binary' && (value.operator === '&&' || value.operator === '||')) {
    yield* inDropped(context, value.right);
    return;
  }
  if (value.kind === 'conditional') {
    yield* inDropped(context, value.whenTrue);
    yield* inDropped(context, value.otherwise);
    return;
  }
  // Python's `[save(item) for item in items]`.
  if (value.kind === 'comprehension') {
    yield* inDropped(context, value.element);
    return;
  }
  if (language === 'rust' && value.kind === 'function' && value.isAsync) {
    yield { at: value, about: { what: 'this `async` block', how: 'dropped' } };
    return;
  }
  if (value.kind !== 'call') return;
  const links = [...linksOf(value)];
  if (links.some((link) => isHandling(link))) return;
  const head = headOf(value);
  if (!isAsyncCall(context, head) && !isRecordWrite(context, head)) return;
  if (isOnlyNamedSo(context, head) || saysSo(view, value)) return;
  const isChained = links.some((link) => methodOf(link) === 'then');
  if (isChained && !isEcmascript(language) && language !== 'php') return;
  // What comes behind `then` is done in order; only its error is lost.
  if (isChained && methodOf(head) === 'allSettled') return;
  if (isChained) {
    yield { at: value, about: { what: callWords(view, head), how: 'uncaught' } };
    return;
  }
  const isLast = links[0] === head || /^(?:finally|ConfigureAwait)$/.test(methodOf(value));
  const owner = view.enclosing(value, 'function');
  // A file's last line, `main()`: whoever runs it sees the error.
  if (!isLast || !owner) return;
  const known = calledHere(context, head);
  const isCareful = 0 < known.length && known.every(handlesItself);
  if (!owner.isAsync && isOwnAsync(context, head) && isCareful) return;
  yield { ...dropped(context, head), at: value };
}

/** C#'s `void ShowAsync()`, Rust's `#[tokio::main] async fn`: callers get nothing to wait for. */
function isOnlyNamedSo({ view, language, outline }: RuleContext, call: Call): boolean {
  const known = outline.functionsNamed(methodOf(call));
  if (known.length === 0) return false;
  if (language === 'csharp')
    return known.every(({ returns, isAsync }) => returns === 'void' && !isAsync);
  return (
    language === 'rust' &&
    known.every(({ decorators }) =>
      decorators.some((one) => /::(?:main|test)\b/.test(view.flat(one))),
    )
  );
}

/** A comment right before it says that nobody is to wait. */
function saysSo(view: CodeView, value: Code): boolean {
  const lines = view.text.slice(Math.max(0, value.start - 800), value.start).split('\n');
  for (const line of lines.slice(0, -1).toReversed()) {
    if (!/^\s*(?:\/\/|#|\*|\/\*)/.test(line)) return false;
    if (MEANT_ALONE.test(line)) return true;
  }
  return false;
}

const MEANT_ALONE =
  /fire.and.forget|on purpose|deliberate|intentional|(?:not|n't|without|no) (?:need to )?(?:a?wait)|in the background/i;

/** `user.save()`, where the user was awaited from its model, or made of it. */
function isRecordWrite({ view, language }: RuleContext, call: Call): boolean {
  const { callee } = call;
  if (!isEcmascript(language) || callee.kind !== 'member' || callee.object.kind !== 'name')
    return false;
  if (!/^(?:save|destroy|deleteOne|updateOne|reload|populate)$/.test(callee.name)) return false;
  const { name } = callee.object;
  return view.all('declare').some(({ target, value }) => {
    if (target.kind !== 'name' || target.name !== name || !value) return false;
    if (value.kind === 'call')
      return value.isNew && callee.name === 'save' && isInAsync(view, call);
    return (
      value.kind === 'await' &&
      value.value.kind === 'call' &&
      /^[A-Z]\w*\.(?:find|create)\w*$/.test(chainOf(value.value))
    );
  });
}

function isInAsync(view: CodeView, code: Code): boolean {
  return view.enclosing(code, 'function')?.isAsync === true;
}

/** `items.forEach((item) => save(item))`. */
function* inEach(context: RuleContext, { value, isImplicit }: CodeOf<'return'>): Iterable<Trigger> {
  const { view, language } = context;
  if (!isImplicit || value?.kind !== 'call' || !isEcmascript(language)) return;
  const owner = view.enclosing(value, 'function');
  const call = owner && !owner.isAsync ? view.parentOf(owner) : undefined;
  if (call?.kind !== 'call' || methodOf(call) !== 'forEach') return;
  if ([...linksOf(value)].some((link) => isHandling(link))) return;
  const head = headOf(value);
  if (isAsyncCall(context, head))
    yield { at: value, about: { what: callWords(view, head), how: 'each' } };
}

/** PHP's `$promise = $client->getAsync(…)` that nobody waits for. */
function* neverAsked(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  for (const one of view.all('assign')) {
    const { target, value } = one;
    if (target.kind !== 'name' || value?.kind !== 'call' || !isAsyncCall(context, value)) continue;
    const owner = view.enclosing(one, 'function');
    let isAsked = !owner?.body;
    for (const node of owner?.body ? everythingIn(owner.body) : []) {
      if (node.kind === 'name' && node.name === target.name && node !== target) isAsked = true;
    }
    if (!isAsked) yield { ...dropped(context, value), at: one };
  }
}

/** `.catch(…)`, `.then(a, b)`, and what waits in other ways. */
function isHandling(link: Call): boolean {
  const word = methodOf(link);
  if (word === 'then') return 1 < link.args.length;
  return /^(?:catch|fork|subscribe|Wait|wait|GetResult|Forget|SafeFireAndForget|FireAndForget\w*|ContinueWith|otherwise|unwrap|Ignore|run|run_until_complete)$/.test(
    word,
  );
}

/** All that it does is in a `try` that catches. */
function handlesItself({ body }: FunctionCode): boolean {
  const statements = body?.statements ?? [];
  return 0 < statements.length && statements.every(isSafe);
}

function isSafe(statement: Code): boolean {
  if (statement.kind === 'try') return 0 < statement.catches.length;
  for (const node of everythingIn(statement)) if (node.kind === 'await') return false;
  return true;
}

/** `items.forEach(async …)`, `items.filter(async …)`, `new Promise(async …)`. */
function* inCallback(context: RuleContext, call: Call): Iterable<Trigger> {
  const { view, language } = context;
  if (language === 'python') return;
  const given = call.args.find((arg) => arg.kind === 'function' && arg.isAsync);
  if (given?.kind !== 'function') return;
  const word = methodOf(call);
  const at = { start: Math.max(call.start, call.callee.end - word.length), end: call.end };
  const what = callWords(view, call);
  if (call.isNew && word === 'Promise') {
    yield { at: call, about: { what: '`new Promise()`', how: 'executor' } };
  } else if (/^(?:useEffect|useLayoutEffect)$/.test(word)) {
    if (!given.body?.statements.every(isSafe)) yield { at: call, about: { what, how: 'effect' } };
  } else if (/^(?:forEach|ForEach|each|For)$/.test(word)) {
    // What is not a list may wait for it by itself.
    const isAwaited = view.parentOf(call)?.kind === 'await';
    const isOther =
      word !== 'forEach' || /cursor|stream|collection|queue/i.test(view.flat(call.callee));
    if (!isAwaited || !isOther) yield { at, about: { what, how: 'each' } };
  } else if (
    /^(?:filter|some|every|find|findIndex|findLast|Where|Any|All|First|FirstOrDefault)$/.test(word)
  ) {
    if (call.args.length === 1 && call.callee.kind === 'member' && !isDatabase(call)) {
      yield { at, about: { what, how: 'truth' } };
    }
  } else if (/^(?:map|flatMap|Select)$/.test(word) && view.parentOf(call)?.kind === 'expression') {
    yield { at, about: { what, how: 'each' } };
  }
}

function isDatabase(call: Call): boolean {
  return /^(?:db|database|collection|repo|[A-Z])/.test(chainOf(call));
}

/** `if (isAllowed(user))`, `load(id).name`, where the function is async. */
function* inUse({ view }: RuleContext, call: Call): Iterable<Trigger> {
  const parent = view.parentOf(call);
  const what = callWords(view, call);
  switch (parent?.kind) {
    case 'if':
    case 'conditional':
    case 'loop':
      if (parent.condition === call) yield { at: call, about: { what, how: 'truth' } };
      break;
    case 'unary':
      if (parent.operator === '!') yield { at: call, about: { what, how: 'truth' } };
      break;
    case 'binary':
      if (/^(?:&&|\|\|)$/.test(parent.operator) && parent.left === call) {
        yield { at: call, about: { what, how: 'truth' } };
      } else if (!/^(?:&&|\|\||\?\?|instanceof|in|as)$/.test(parent.operator)) {
        yield { at: call, about: { what, how: 'value' } };
      }
      break;
    case 'index':
    case 'text':
      yield { at: call, about: { what, how: 'value' } };
      break;
    case 'member':
      if (!PROMISE_MEMBERS.test(parent.name)) yield { at: call, about: { what, how: 'value' } };
      break;
    default:
      break;
  }
}

const PROMISE_MEMBERS =
  /^(?:then|catch|finally|ConfigureAwait|Wait|Result|GetAwaiter|ContinueWith|AsTask|Status|Is\w+|Exception|Id|close|send|throw|cr_\w+|__\w+|add_done_callback|cancel|asResult|WaitAsync|Unwrap|Forget|abort|cancel|withAbort|\w*Async\w*|Should|Preserve)$/;

/** `const user = load(id)` whose fields are read, and which nobody awaits. */
function* inVariable(
  context: RuleContext,
  {
    target,
    value,
    start,
    end,
  }: { target: Code; value: Code | undefined; start: number; end: number },
): Iterable<Trigger> {
  const { view } = context;
  // `const { name } = load(id)`
  if (target.kind === 'pattern' && value?.kind === 'call' && isTakenApart(context, target, value))
    yield { at: { start, end }, about: { what: callWords(view, value), how: 'value' } };
  if (target.kind !== 'name' || value?.kind !== 'call') return;
  const isMapped =
    /^(?:map|Select)$/.test(methodOf(value)) &&
    value.args.some((arg) => arg.kind === 'function' && arg.isAsync);
  if (!isMapped && !isOwnAsync(context, value)) return;
  const owner = view.enclosing(value, 'function');
  if (!owner?.body) return;
  let isRead = false;
  for (const node of everythingIn(owner.body)) {
    if (node.kind !== 'name' || node.name !== target.name || node.start === target.start) continue;
    const parent = view.parentOf(node);
    if (isTruth(parent, node) && !isMapped) {
      isRead = true;
      continue;
    }
    if (parent?.kind !== 'member' && parent?.kind !== 'index' && parent?.kind !== 'text') return;
    if (parent.kind === 'member' && PROMISE_MEMBERS.test(parent.name)) return;
    // A list of promises is read to wait for each.
    if (
      isMapped &&
      !(
        parent.kind === 'member' &&
        /^(?:filter|some|every|find|sort|reduce|join|includes)$/.test(parent.name)
      )
    )
      return;
    isRead = true;
  }
  if (isRead) yield { at: { start, end }, about: { what: inBackticks(target.name), how: 'value' } };
}

function isTakenApart(context: RuleContext, target: Code, value: Call): boolean {
  return isEcmascript(context.language) && /^[{[]/.test(context.view.textOf(target))
    ? isAsyncCall(context, value)
    : false;
}

/** `if (ok)`, `!ok`. */
function isTruth(parent: Code | undefined, node: Code): boolean {
  if (parent?.kind === 'unary') return parent.operator === '!';
  return (parent?.kind === 'if' || parent?.kind === 'conditional') && parent.condition === node;
}

/** `return f()` in a `try`: an async function is left before `f` is done. */
function* inTry(context: RuleContext, value: Code | undefined): Iterable<Trigger> {
  const { view, language } = context;
  if (value?.kind !== 'call' || [...linksOf(value)].some((link) => methodOf(link) === 'catch'))
    return;
  const owner = view.enclosing(value, 'function');
  const around = view.enclosing(value, 'try', 'catch', 'defer');
  const tried = around?.kind === 'try' ? around : undefined;
  const isInBody = tried !== undefined && contains(tried.body, value);
  const isHeld =
    language === 'csharp' &&
    ((around?.kind === 'defer' && around.form === 'with') ||
      owner?.body?.statements.some(
        (one) =>
          one.kind === 'defer' && one.form === 'with' && !one.body && one.start < value.start,
      ) === true);
  const isWaiting = owner?.isAsync === true || (language === 'csharp' && isTask(owner?.returns));
  if (!isWaiting || (!isInBody && !isHeld)) return;
  const head = headOf(value);
  if (isAsyncCall(context, head)) {
    yield { at: value, about: { what: callWords(view, head), how: 'try' } };
  }
}

function isTask(returns: string | undefined): boolean {
  return /^(?:Task|ValueTask)\b/.test(returns ?? '');
}
