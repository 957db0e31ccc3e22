import type { Call, Code, CodeOf } from '../../code/code.ts';
import { doneIn, everythingIn, methodOf, namesIn, plainText } from '../../code/say.ts';
import { lostTaskExamples } from './examples/lostTask.ts';
import { chainOf, linksOf, rootOf, wordsOf } from '../facts/chain.ts';
import { isLoggedIn } from '../facts/logCalls.ts';
import { outsideOf } from '../facts/outsideCalls.ts';
import { inner } from '../facts/transparent.ts';
import { ECMASCRIPT } from '../languageId.ts';
import type { LanguageId } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { callWords, inBackticks } from '../words.ts';

/** Work is begun beside the rest, and nobody waits for it, or it holds up who waits. */
export const lostTask: Rule = {
  id: 'lost-task',
  row: 14,
  title: 'A task that nobody looks after',
  severity: 'normal',
  concern: 'concurrency',
  weight: 4,
  cwe: [252, 833, 772],
  kind: 'question',
  isOn: true,
  looksAround: true,
  absent: Object.fromEntries(
    ECMASCRIPT.map((language) => [
      language,
      'dropped promises are asked about by `unawaited-promise`',
    ]),
  ),
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, isTest } = context;
    if (isTest) return;
    if (language === 'go') yield* goroutines(context);
    if (language === 'csharp') yield* csharp(context);
    if (language === 'cpp') yield* detached(context);
    for (const { value } of view.all('expression')) {
      const dropped = droppedValue(value);
      const call = inner(dropped);
      if (call.kind !== 'call' || dropped.kind === 'await') continue;
      const start = startOf(context, call) ?? (givesFuture(context, call) ? call : undefined);
      if (start) yield { at: value, about: { what: callWords(view, start), how: 'task' } };
    }
    if (language === 'ruby') {
      // The last line of a block is what `each` drops.
      for (const { value, isImplicit } of view.all('return')) {
        if (!isImplicit || value?.kind !== 'call' || !isDroppedByBlock(context, value)) continue;
        const start = startOf(context, value);
        if (start) yield { at: value, about: { what: callWords(view, start), how: 'task' } };
      }
    }
    if (language === 'rust') {
      for (const { target, value } of view.all('declare')) {
        if (target.kind !== 'name' || target.name !== '_' || value?.kind !== 'call') continue;
        const start = startOf(context, value);
        if (start) yield { at: value, about: { what: callWords(view, start), how: 'task' } };
      }
    }
  },
  ask({ what, how, line }) {
    switch (how) {
      case 'void':
        return `Line ${line}: ${what} is \`async void\`, so nobody can wait for it and an error in it ends the program. Should it give a \`Task\`?`;
      case 'block':
        return `Line ${line}: ${what} blocks the thread until the task is done. Can it be awaited, or who makes sure that this cannot lock up?`;
      case 'goroutine':
        return `Line ${line}: nothing waits for ${what}, and nobody sees it fail. How does the program learn that it is done or has failed?`;
      case 'shell':
        return `Line ${line}: ${what} leaves a process in the background. Who learns if it fails?`;
      case 'detach':
        return `Line ${line}: after ${what} nobody can wait for the thread. Does all that it uses live long enough?`;
      default:
        return `Line ${line}: what ${what} begins is dropped, so nobody waits for it or sees its error. Who learns if it fails?`;
    }
  },
  obligations: ['async', 'error'],
  page: {
    why: 'Work that runs beside the rest has nobody who waits for it or sees its error: it may be cut off when the program ends, or fail without a word. Blocking on a task can stop the whole program.',
    instead:
      'Keep what the start gives, wait for it, and look at its error: a wait group, a channel, `await`, `join`, a task set.',
    sources: [
      'Taxonomy row 14',
      'CWE-252, CWE-833',
      'CodeRabbit 2025: concurrency 2.29 x in AI code',
    ],
  },
  examples: lostTaskExamples,
};

function isDroppedByBlock({ view }: RuleContext, value: Code): boolean {
  const owner = view.enclosing(value, 'function');
  const call = owner ? view.parentOf(owner) : undefined;
  return (
    call?.kind === 'call' && /^(?:each|each_with_index|each_slice|find_each)$/.test(methodOf(call))
  );
}

/** `_ = f()` drops it too. */
function droppedValue(value: Code): Code {
  const isBlank =
    value.kind === 'assign' && value.target.kind === 'name' && value.target.name === '_';
  return isBlank && value.value ? value.value : value;
}

const STARTS: { readonly [L in LanguageId]?: RegExp } = {
  python:
    /^(?:asyncio|loop|event_loop|self\.loop|self\._loop|anyio|(?:asyncio\.)?get_(?:event|running)_loop\(\))\.(?:create_task|ensure_future|run_coroutine_threadsafe|run_in_executor)$|^(?:create_task|ensure_future|run_coroutine_threadsafe)$|(?:^|\.)\w*(?:executor|pool)(?:\(\))?\.(?:submit|apply_async|map_async|starmap_async)$|^(?:Thread|Process)?PoolExecutor\(\)\.submit$|^loop\.\w*create_task$/i,
  java: /(?:^|\.)(?:\w*(?:executor|executorservice|pool|scheduler|workers?)|Executors\.\w+\(\))(?:\(\))?\.submit$|^(?:CompletableFuture|java\.util\.concurrent\.CompletableFuture)\.(?:runAsync|supplyAsync)(?:\(\)\.(?:thenAccept|thenApply|thenRun|thenCompose|thenCombine|thenAcceptAsync|thenApplyAsync|thenRunAsync|orTimeout))*$/i,
  csharp:
    /^(?:System\.Threading\.Tasks\.)?(?:Task\.(?:Run|Factory\.StartNew)|ThreadPool\.QueueUserWorkItem)$/,
  rust: /^(?:tokio\.(?:task\.)?|task\.|async_std\.task\.|smol\.|thread\.|std\.thread\.|rt\.|runtime\.|handle\.)?(?:spawn|spawn_blocking|spawn_local)$|^(?:tokio\.runtime\.)?Handle\.current\(\)\.spawn$/,
  cpp: /^(?:std\.)?async$/,
  ruby: /^Thread$|^Thread\.(?:start|fork|new)$|^(?:Concurrent\.)?(?:Future|Promise|Promises)\.(?:execute|future|new)$/,
  php: /^(?:Amp\.async|async|React\.Async\.async|Co\.run|go|Swoole\.Coroutine\.create)$/,
};

/** The call that begins the work, where the statement drops it and nothing in it sees errors. */
function startOf(context: RuleContext, call: Call): Call | undefined {
  const { language, view } = context;
  const names = STARTS[language];
  if (!names) return undefined;
  const chain = chainOf(call);
  if (language === 'php' && isShell(call)) return call;
  if (!names.test(chain)) return undefined;
  if (language === 'ruby' && !call.isNew && chain === 'Thread') return undefined;
  const work = call.args.find((arg) => arg.kind === 'function');
  const others = [...linksOf(call)];
  if (work?.kind === 'function' && work.body && seesItsErrors(context, work.body)) return undefined;
  if (!work && /QueueUserWorkItem/.test(chain)) return undefined;
  // A pool that is waited for as a whole, or a group that is joined.
  const owner = view.enclosing(call, 'function');
  if (owner?.body && isWaited(owner.body)) return undefined;
  if (/spawn|execute|schedule|submit/i.test(owner?.name ?? '')) return undefined;
  return others.at(-1) ?? call;
}

/** A function of the file that says it gives a future; Java has no other word for it. */
function givesFuture({ language, outline, view }: RuleContext, call: Call): boolean {
  if (language !== 'java') return false;
  const found = outline
    .functionsNamed(methodOf(call))
    .filter(({ params }) => params.length === call.args.length);
  return (
    0 < found.length &&
    found.every((one) => FUTURE.test(one.returns ?? '')) &&
    view.enclosing(call, 'function')?.name !== methodOf(call)
  );
}

const FUTURE = /^(?:[\w.]*\.)?(?:\w*Future|CompletionStage|Mono|Single|Completable|Uni)(?:<.*>)?$/s;

/** Waits for all that was begun. */
function isWaited(body: Code): boolean {
  for (const node of doneIn(body)) {
    if (node.kind !== 'call') continue;
    if (
      /^(?:awaitTermination|invokeAll|run_forever|run_until_complete|shutdown|join|join_all|WaitAll|WhenAll|join!|await_all|wait_for_termination)$/.test(
        methodOf(node),
      )
    )
      return true;
  }
  return false;
}

/** The work handles what can fail in it, or nothing in it can. */
function seesItsErrors({ language }: RuleContext, body: Code): boolean {
  let canFail = false;
  for (const node of everythingIn(body)) {
    switch (node.kind) {
      case 'try':
        if (0 < node.catches.length) return true;
        break;
      case 'propagate':
        return false;
      case 'binary':
        if (
          node.operator === 'matches' &&
          /^(?:Err|Ok)$/.test(wordsOf(node.right).replace('()', ''))
        )
          return true;
        break;
      case 'case':
        if (node.tests.some((test) => wordsOf(test) === 'Err()')) return true;
        break;
      case 'call':
        if (language === 'rust' && /^(?:unwrap|expect|panic!)$/.test(methodOf(node))) return false;
        if (
          /^(?:send|map_err|unwrap_or_else|recv|inspect_err)$/.test(methodOf(node)) &&
          language === 'rust'
        )
          return true;
        canFail ||= true;
        break;
      default:
        break;
    }
  }
  if (isLoggedIn(body) && language === 'rust') return true;
  return !canFail;
}

/** `std::thread(…).detach()`, `worker.detach()`. */
function* detached({ view }: RuleContext): Iterable<Trigger> {
  const threads = new Set<string>();
  for (const { target, type, value } of view.all('declare')) {
    const isThread =
      /\bthread\b/.test(type ?? '') || (value?.kind === 'call' && chainOf(value) === 'thread');
    if (target.kind === 'name' && isThread) threads.add(target.name);
  }
  for (const call of view.all('call')) {
    if (methodOf(call) !== 'detach' || call.callee.kind !== 'member' || 0 < call.args.length)
      continue;
    const object = inner(call.callee.object);
    const words = wordsOf(object).replace(/^std\./, '');
    if (
      words === 'thread()' ||
      (object.kind === 'name' && (threads.has(object.name) || /thread$/i.test(object.name)))
    ) {
      yield { at: call, about: { what: '`detach()`', how: 'detach' } };
    }
  }
}

/** `exec('… &')`. */
function isShell(call: Call): boolean {
  const [command] = call.args;
  if (!/^(?:exec|shell_exec|system|passthru|popen)$/.test(methodOf(call)) || !command) return false;
  const last = lastText(command);
  return last !== undefined && /&\s*$/.test(last);
}

function lastText(code: Code): string | undefined {
  let node = code;
  while (node.kind === 'binary') node = node.right;
  const plain = plainText(node);
  if (plain !== undefined || node.kind !== 'text') return plain;
  const last = node.parts.at(-1);
  return typeof last === 'string' ? last : undefined;
}

/** `go f()` that no channel, wait group or context knows of. */
function* goroutines(context: RuleContext): Iterable<Trigger> {
  const { view, outline, language } = context;
  for (const one of view.all('spawn')) {
    const call = one.value;
    if (call.kind !== 'call') continue;
    if (call.callee.kind === 'function') {
      const { body } = call.callee;
      if (!body || isTied(body) || call.args.some((arg) => isTie(arg))) continue;
      if (isForever(body) || isLoggedIn(body) || !isWorth(context, body)) continue;
      yield { at: one, about: { what: 'this goroutine', how: 'goroutine' } };
      continue;
    }
    const isTiedTo = call.args.some(
      (arg) => isTie(arg) && !/^(?:ctx|\w*Ctx)$/.test(view.flat(arg)),
    );
    if (isTiedTo) continue;
    const known = outline.functionsNamed(methodOf(call));
    // Its error has nobody to go to, whatever it is tied to.
    const isFailing = known.some(({ returns }) => /\berror\)?$/.test(returns ?? ''));
    const isServer =
      chainOf(call).startsWith('http.ListenAndServe') ||
      /\.(?:ListenAndServe\w*|Serve)$/.test(chainOf(call));
    const outside = outsideOf(call, language);
    const isWork =
      WORKS.test(methodOf(call)) &&
      known.length === 0 &&
      view.enclosing(one, 'function')?.name !== 'main';
    if (
      isFailing ||
      isServer ||
      isWork ||
      outside === 'database' ||
      outside === 'network' ||
      outside === 'file'
    ) {
      yield { at: one, about: { what: callWords(view, call), how: 'goroutine' } };
    }
  }
}

/** Something is told when it is done, or it can be told to stop. */
function isTied(body: Code): boolean {
  for (const node of everythingIn(body)) {
    if (node.kind === 'binary' && node.operator === '<-') return true;
    if (node.kind === 'unary' && node.operator === '<-') return true;
    if (node.kind === 'switch' && node.isExhaustive) return true;
    if (node.kind === 'call') {
      const word = methodOf(node);
      if (
        /^(?:Done|done|close|Close\w*|recover|Broadcast|Signal|Release|Unlock|cancel|Cancel|Store|Add|Fatal\w*|Exit|wait|Wait|Errorf|CloseWithError)$/.test(
          word,
        )
      )
        return true;
      if (node.args.some((arg) => isTie(arg))) return true;
    }
  }
  return false;
}

function isTie(code: Code): boolean {
  for (const name of namesIn(code)) if (TIES.test(name)) return true;
  return code.kind === 'member' && TIES.test(code.name);
}

const TIES =
  /^(?:ctx|\w*Ctx|wg|\w*[cC]h|\w*[cC]han|done|\w*Done|errs|\w+Errs|errc|errCh|results?|stop\w*|quit|cancel|sem|out|in|pipe\w*|pw|closer|signals?|sig\w*|c|ready)$/;

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

/** Something in it can fail, or takes its time. */
function isWorth({ language, outline }: RuleContext, body: Code): boolean {
  for (const node of everythingIn(body)) {
    if (node.kind === 'constant' && node.value === null) return true;
    if (node.kind !== 'call') continue;
    if (outsideOf(node, language) !== undefined || WORKS.test(methodOf(node))) return true;
    if (
      outline
        .functionsNamed(methodOf(node))
        .some(({ returns }) => /\berror\)?$/.test(returns ?? ''))
    )
      return true;
  }
  return false;
}

/** `async void`, `.Result`, `.Wait()`, `.GetAwaiter().GetResult()`. */
function* csharp(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  for (const one of view.all('function')) {
    if (!one.isAsync || one.returns !== 'void' || isEventHandler(one)) continue;
    yield {
      at: { start: view.statementOf(one).start, end: one.end },
      about: { what: inBackticks(one.name ?? 'this'), how: 'void' },
    };
  }
  for (const call of view.all('call')) {
    const word = methodOf(call);
    const object = call.callee.kind === 'member' ? call.callee.object : undefined;
    if (!object) continue;
    const isGetResult =
      word === 'GetResult' && object.kind === 'call' && methodOf(object) === 'GetAwaiter';
    const isWait = word === 'Wait' && isTask(context, object, call);
    const isAll = /^(?:WaitAll|WaitAny)$/.test(word) && wordsOf(object) === 'Task';
    if ((isGetResult || isWait || isAll) && !isExcused(context, call)) {
      yield {
        at: endOf(call, word),
        about: {
          what: inBackticks(`${isGetResult ? 'GetAwaiter().GetResult' : word}()`),
          how: 'block',
        },
      };
    }
  }
  for (const member of view.all('member')) {
    if (member.name !== 'Result' || !isTask(context, member.object, member)) continue;
    if (!isExcused(context, member))
      yield { at: endOf(member, 'Result'), about: { what: '`.Result`', how: 'block' } };
  }
}

/** From the last word of a chain on. */
function endOf(code: Call | CodeOf<'member'>, word: string): { start: number; end: number } {
  const end = code.kind === 'call' ? code.callee.end : code.end;
  return { start: Math.max(code.start, end - word.length), end: code.end };
}

function isEventHandler({ params, modifiers, name }: CodeOf<'function'>): boolean {
  const last = params.at(-1);
  const isHandler =
    params.length === 2 &&
    ((last?.type ?? '').endsWith('Args') || /^(?:object|Object)\??$/.test(params[0]?.type ?? ''));
  return isHandler || modifiers.includes('override') || /^On[A-Z]\w*$/.test(name ?? '');
}

/** By the name of the method that gives it, or of the variable that holds it. */
function isTask({ view }: RuleContext, object: Code, at: Code): boolean {
  const value = inner(object);
  if (value.kind === 'call') {
    const word = methodOf(value);
    if (
      word.endsWith('Async') ||
      /^Task\.(?:Run|Delay|WhenAll|WhenAny|Factory\.StartNew)$/.test(chainOf(value))
    )
      return true;
    return word === 'ConfigureAwait';
  }
  if (value.kind !== 'name') return false;
  if (/^_?(?:task|\w*Task)$/.test(value.name)) return true;
  const owner = view.enclosing(at, 'function');
  for (const node of owner?.body ? doneIn(owner.body) : []) {
    if (node.kind !== 'declare' || node.target.kind !== 'name' || node.target.name !== value.name)
      continue;
    if (/^(?:Task|ValueTask)\b/.test(node.type ?? '')) return true;
    return node.value?.kind === 'call' && methodOf(node.value).endsWith('Async');
  }
  return (
    owner?.params.some(({ name, type }) => name === value.name && /^Task\b/.test(type ?? '')) ??
    false
  );
}

/** A program's beginning cannot await in old C#; a task that was waited for is done. */
function isExcused({ view }: RuleContext, at: Code): boolean {
  const owner = view.enclosing(at, 'function');
  if (owner?.name === 'Main') return true;
  const root = rootOf(at);
  for (const node of owner?.body ? doneIn(owner.body) : []) {
    if (at.start <= node.start) continue;
    if (node.kind !== 'await') continue;
    const awaited = [...namesIn(node.value)];
    if (
      /WhenA(?:ll|ny)/.test(
        [...everythingIn(node.value)]
          .map((inside) => (inside.kind === 'member' ? inside.name : ''))
          .join(' '),
      )
    )
      return true;
    if (root !== undefined && awaited.includes(root) && root !== 'this') return true;
  }
  for (const node of view.around(at)) {
    if (node.kind === 'if' && /IsCompleted|IsFaulted|Status/.test(view.textOf(node.condition)))
      return true;
    if (
      node.kind === 'function' &&
      node.form === 'lambda' &&
      /^(?:t|task|\w*Task)$/.test(node.params[0]?.name ?? '') &&
      node.params[0]?.name === root
    )
      return true;
  }
  return false;
}
