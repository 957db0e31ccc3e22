import type { Call, Code } from '../../../code/code.ts';
import { doneIn, everythingIn, methodOf } from '../../../code/say.ts';
import type { LanguageId } from '../../languageId.ts';
import type { RuleContext } from '../../rule.ts';
import { chainOf, linksOf, wordsOf } from '../chain.ts';
import { isLoggedIn } from '../logCalls.ts';

/** By language: what begins work beside the rest, and gives something by which to wait for it. */
const STARTS: { readonly [L in LanguageId]?: RegExp } = {
  python:
    /^(?:asyncio|loop|event_loop|self\.loop|self\._loop|anyio|(?:asyncio\.)?get_(?:event|running)_loop\(\))\.(?:create_task|ensure_future|run_coroutine_threadsafe|run_in_executor)$|^(?:create_task|ensure_future|run_coroutine_threadsafe)$|(?:^|\.)\w*(?:executor|pool)(?:\(\))?\.(?:submit|apply_async|map_async|starmap_async)$|^(?:Thread|Process)?PoolExecutor\(\)\.submit$|^loop\.\w*create_task$|^(?:threading\.|multiprocessing\.|mp\.)?(?:Thread|Process|Timer)\(\)\.start$|^(?:_?thread)\.start_new_thread$|^(?:subprocess\.)?Popen$|^(?:asyncio\.)?create_subprocess_(?:exec|shell)$|^gevent\.spawn(?:_later)?$/i,
  java: /(?:^|\.)(?:\w*(?:executor|executorservice|pool|scheduler|workers?)|Executors\.\w+\(\))(?:\(\))?\.(?:submit|schedule)$|^(?:CompletableFuture|java\.util\.concurrent\.CompletableFuture)\.(?:runAsync|supplyAsync)(?:\(\)\.(?:thenAccept|thenApply|thenRun|thenCompose|thenCombine|thenAcceptAsync|thenApplyAsync|thenRunAsync|thenComposeAsync|orTimeout))*$|^Thread\(\)\.start$|^Thread\.(?:startVirtualThread|of(?:Virtual|Platform)\(\)(?:\.\w+\(\))*\.start)$|(?:^|\.)(?:kafkaTemplate|\w*kafkaProducer|producer)\.send$|^(?:ProcessBuilder\(\)(?:\.\w+\(\))*\.start|Runtime\.getRuntime\(\)\.exec)$/i,
  csharp:
    /^(?:System\.Threading\.(?:Tasks\.)?)?(?:Task\.(?:Run|Factory\.StartNew)|ThreadPool\.QueueUserWorkItem|Thread\(\)\.Start)$/,
  rust: /^(?:tokio\.(?:task\.|runtime\.)?|task\.|async_std\.task\.|smol\.|thread\.|std\.thread\.|\w*rt\.|\w*runtime(?:\(\))?\.|\w*handle\.|actix(?:_web)?\.rt\.|actix_rt\.|rayon\.|(?:std\.)?thread\.Builder\.new\(\)(?:\.\w+\(\))*\.)?(?:spawn|spawn_blocking|spawn_local)$|^(?:tokio\.runtime\.)?Handle\.current\(\)\.spawn(?:_blocking)?$|^(?:\w+\.)*Command\.new\(\)(?:\.\w+\(\))*\.spawn$/,
  cpp: /^(?:std\.)?async$|^QtConcurrent\.run$|^boost\.async$|(?:^|\.)\w*(?:pool|Pool|executor|Executor)_?\.(?:submit|enqueue)$/,
  ruby: /^Thread$|^Thread\.(?:start|fork|new)$|^(?:Concurrent\.)?(?:Future|Promise|Promises)\.(?:execute|future|new)$|^(?:Process\.)?(?:fork|spawn)$|^Ractor\.new$/,
  php: /^(?:Amp\.async|async|React\.Async\.async(?:\(\))?|Co\.(?:run|create)|go|(?:\w+\.)*Coroutine\.create|proc_open|(?:Symfony\.\w+\.)*Process\(\)\.start)$/,
};

/** The call that begins work which nobody waits for, and whose errors the work does not see by itself. */
export function startOf(context: RuleContext, call: Call): Call | undefined {
  const { language, view } = context;
  const chain = chainOf(call);
  const work = call.args.find((arg) => arg.kind === 'function');
  if (!isStart(context, call, chain)) return undefined;
  // JMS sends at once, and throws.
  if (chain.endsWith('.send') && /\bj(?:avax|akarta)\.jms\b|\bMessageProducer\b/.test(view.text))
    return undefined;
  if (language === 'ruby' && !call.isNew && chain === 'Thread') return undefined;
  const links = [...linksOf(call)];
  const given = work ?? links.flatMap(({ args }) => args).find((arg) => arg.kind === 'function');
  if (given?.kind === 'function' && given.body && seesItsErrors(context, given.body))
    return undefined;
  if (!work && /QueueUserWorkItem|^fork$/.test(chain)) return undefined;
  // A callback is told what became of it.
  if (chain.endsWith('.send') && 1 < call.args.length && work) return undefined;
  const owner = view.enclosing(call, 'function');
  // Only pools are waited for as a whole.
  const isPooled = language !== 'csharp' && !(language === 'cpp' && chain.endsWith('async'));
  if (owner?.body && isPooled && isWaited(owner.body)) return undefined;
  if (LAUNCHERS.test(owner?.name ?? '')) return undefined;
  const first = links.at(-1);
  return first && !chain.startsWith('Runtime.') ? first : call;
}

/** What is called so is there to begin something, and its callers know. */
const LAUNCHERS =
  /spawn|execute|schedule|submit|^async|_async$|background|launch|detach|daemon|_server/i;

function isStart({ language }: RuleContext, call: Call, chain: string): boolean {
  if (STARTS[language]?.test(chain) === true) return true;
  const [work, ...others] = call.args;
  if (language !== 'java') return false;
  if (chain.endsWith('.subscribe') && !/onError|OnError|retry|doFinally/.test(chain))
    return !work || (others.length === 0 && REACTIVE.test(chain));
  // Only a pool is handed work without parameters.
  return (
    chain.endsWith('.submit') &&
    others.length === 0 &&
    work?.kind === 'function' &&
    work.params.length === 0
  );
}

/** What gives something that tells an error to its subscriber. */
const REACTIVE = /^(?:Mono|Flux|webClient)\.|[rR]epository\.|[cC]lient\./;

/** Waits for all that was begun. */
function isWaited(body: Code): boolean {
  for (const node of doneIn(body)) {
    if (node.kind !== 'call') continue;
    const word = methodOf(node);
    if (
      /^(?:awaitTermination|invokeAll|run_forever|run_until_complete|shutdown|join_all|WhenAll|join!|await_all|wait_for_termination|join_next)$/.test(
        word,
      )
    )
      return true;
    if (/^(?:WaitAll)$/.test(word)) return true;
    // Texts and paths are joined too.
    if (word === 'join' && node.callee.kind === 'member') {
      const isOther = node.args.some((arg) => arg.kind !== 'number' && arg.kind !== 'name');
      const on = wordsOf(node.callee.object);
      if (!isOther && on !== '' && !/path$|^[A-Z]\w*$/.test(on)) return true;
    }
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
        if (language === 'rust' && isTold(node)) return true;
        canFail ||= true;
        break;
      default:
        break;
    }
  }
  if (isLoggedIn(body) && language === 'rust') return true;
  return !canFail;
}

/** The end is told to a channel, or the error is looked at. */
function isTold(call: Call): boolean {
  const word = methodOf(call);
  if (/^(?:map_err|unwrap_or_else|inspect_err|is_err)$/.test(word)) return true;
  return (
    call.callee.kind === 'member' &&
    /^(?:send|recv|try_send|blocking_send)$/.test(word) &&
    /(?:tx|rx|sender|receiver|chan\w*)$/i.test(wordsOf(call.callee.object).replace(/\(\)$/, ''))
  );
}
