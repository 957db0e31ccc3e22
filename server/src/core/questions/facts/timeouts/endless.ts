import type { Call, Code, Dict } from '../../../code/code.ts';
import { lastWord } from '../../../code/say.ts';
import { chainOf } from '../chain.ts';
import { variablesOf } from '../variables.ts';
import { isEcmascript } from '../../languageId.ts';
import type { Outline } from '../../outline.ts';
import type { RuleContext } from '../../rule.ts';
import { WAITING } from './waitingCalls.ts';

/** How a piece of code waits for ever: for an answer, for something's end, for a slow sender. */
export type Endless = 'answer' | 'end' | 'sender';

/** Whether a call waits as long as it takes, because nothing says otherwise; undefined where something does. */
export function endlessOf(context: RuleContext, call: Call): Endless | undefined {
  const { language, outline, view } = context;
  const { calls, clients, bare } = WAITING[language];
  const written = chainOf(call);
  if (written === '' || isLocal(context, written)) return undefined;
  const chain = language === 'python' ? importedName(outline, written) : written;
  if (bare.test(chain)) {
    const isOpen =
      call.args.length === 0 &&
      !ENDED.test(withoutTimers(view.textOf(view.range))) &&
      !isInLoop(context, call) &&
      !isLimitedAround(context, call);
    return isOpen ? 'end' : undefined;
  }
  const isClient = clients.test(chain) && isRightKind(context, call, chain);
  if (!isClient && !calls.test(chain)) return undefined;
  if (isLimitedByArgs(context, call) || isLimitedAround(context, call)) return undefined;
  if (GLOBAL.test(view.text)) return undefined;
  if (isClient) return SAYS.test(withoutTimers(view.text)) ? undefined : 'answer';
  if (!PLAIN.test(chain) && SAYS.test(withoutTimers(view.textOf(view.range)))) return undefined;
  return chain.startsWith('http.ListenAndServe') ? 'sender' : 'answer';
}

/** Whether a struct of Go sets up a client or a server without a time limit. */
export function endlessStruct({ view, language }: RuleContext, code: Dict): Endless | undefined {
  if (language !== 'go') return undefined;
  const isServer = code.type === 'http.Server';
  if (!isServer && code.type !== 'http.Client') return undefined;
  if (SAYS.test(view.textOf(code)) || /\.(?:Read\w*)?Timeout\s*=/.test(view.text)) return undefined;
  // A test's or a proxy's own transport may have limits of its own.
  if (/Transport\s*:/.test(view.textOf(code))) return undefined;
  return isServer ? 'sender' : 'answer';
}

const SAYS = /time_?out|deadline|duration/i;
/** Something was waited for a while before, or is known to be there. */
const ENDED = /time_?out|deadline|wait_(?:for|until)|as_completed|allOf|isDone|\.kill\(|[kK]illed/;
const LIMIT = /time_?out|deadline|signal|abort|cancel/i;
/** The whole program's. */
const GLOBAL =
  /setdefaulttimeout|defaults\.timeout|DefaultClient\.Timeout|DefaultClient\s*=|setGlobalDispatcher/;
/** Their limit can only stand in the call. */
const PLAIN =
  /^(?:(?:\w+\.)?fetch|nodeFetch|node_fetch|(?:axios|got|superagent|needle)(?:\.\w+)?|requests\..*|(?:urllib2?\.)?(?:request\.)?urlopen|subprocess\.\w+|http\.(?:Get|Post|PostForm|Head|ListenAndServe\w*)|http\.DefaultClient\.\w+|reqwest\.get|(?:child_process\.)?(?:exec|execFile|spawn)Sync)$/;

/** `setTimeout(…)` by itself is a timer, and limits nothing. */
function withoutTimers(text: string): string {
  return text.replace(/(?<![.\w])(?:set|clear)Timeout\b/g, '');
}

/** `Client` is the name of many things. */
function isRightKind({ view, language }: RuleContext, call: Call, chain: string): boolean {
  if (language === 'php')
    return chain.startsWith('curl_') || (call.isNew && /Guzzle/.test(view.text));
  if (language === 'rust' && chain.startsWith('Client'))
    return /reqwest/.test(view.text) && !/reqwest::blocking/.test(view.text);
  if (language === 'rust') return !/blocking/.test(view.textOf(call));
  if (language !== 'java') return true;
  if (/^(?:RestTemplate|Socket)$/.test(chain))
    return call.isNew && (chain !== 'Socket' || 0 < call.args.length);
  if (/\.open(?:Connection|Stream)$/.test(chain))
    return (
      /^(?:\w*[uU]rl|u|endpoint|\w*toURL\(\)|URL\(\))\.open/.test(chain) || /toURL\(\)/.test(chain)
    );
  return true;
}

/** A function, a parameter or a module of the program's own has this name. */
function isLocal({ view, outline, language }: RuleContext, chain: string): boolean {
  const [root = ''] = chain.split(/[.([]/, 1);
  if (!isEcmascript(language)) return false;
  if (0 < outline.functionsNamed(root).length) return true;
  if (variablesOf(view).get(root)?.isParam === true) return true;
  return outline.imports.some(
    ({ module, names }) =>
      names.some(({ local }) => local === root) && !TAKEN_FROM.test(module.replace(/^node:/, '')),
  );
}

const TAKEN_FROM =
  /^(?:node-fetch|cross-fetch|isomorphic-fetch|undici|axios|got|superagent|needle|https?|net|tls|child_process|cross-spawn)$/;

/** A worker waits for its next piece of work, which is its task. */
function isInLoop({ view }: RuleContext, call: Call): boolean {
  return view
    .around(call)
    .some((node) => node.kind === 'loop' && node.form !== 'each' && node.form !== 'count');
}

function isLimitedByArgs(context: RuleContext, call: Call): boolean {
  const { view, outline, language } = context;
  if (LIMIT.test(withoutTimers(view.textOf(call.callee)))) return true;
  return call.args.some((arg, i) => {
    switch (arg.kind) {
      case 'named':
        return LIMIT.test(arg.name) && !isNothing(arg.value);
      case 'spread':
        return !isWithoutTimeout(arg.value, outline);
      case 'dict':
        return isLimitedDict(context, arg);
      case 'name':
        return isEcmascript(language)
          ? isOptionsAt(chainOf(call), i, arg.name) && isLimitedVariable(context, arg.name)
          : LIMIT.test(arg.name);
      case 'function':
      case 'text':
        return /connect_timeout=/.test(view.textOf(arg));
      default:
        return i !== 0 && LIMIT.test(view.textOf(arg));
    }
  });
}

/** Where the options of a request stand; an address or a body says nothing of time. */
function isOptionsAt(chain: string, i: number, name: string): boolean {
  const method = chain.split('.').at(-1) ?? '';
  if (/^(?:http|https|net|tls)\./.test(chain)) return /opt|conf|param|settings/i.test(name);
  if (/^(?:fetch|nodeFetch|node_fetch)$/.test(method)) return i === 1;
  if (/^(?:post|put|patch)$/.test(method) && chain.startsWith('axios')) return i === 2;
  if (/^(?:axios|axios\.request|axios\.create|got\.extend)$/.test(chain)) return true;
  return 1 <= i;
}

function isLimitedVariable(context: RuleContext, name: string): boolean {
  const variable = variablesOf(context.view).get(name);
  const value = variable?.values[0];
  if (variable?.isParam || !value || 1 < (variable?.values.length ?? 0))
    return !/^(?:url|uri|endpoint|address|href|link)$|U(?:rl|ri|RL|RI)$/.test(name);
  if (value.kind === 'dict')
    return (
      isLimitedDict(context, value) ||
      new RegExp(`\\b${name.replaceAll('$', '\\$')}\\.(?:signal|timeout)`).test(context.view.text)
    );
  return value.kind !== 'text';
}

function isLimitedDict({ view }: RuleContext, { entries }: Dict): boolean {
  return entries.some((entry) => {
    if (entry.kind === 'entry')
      return (
        (LIMIT.test(view.textOf(entry.key)) && !isNothing(entry.value)) ||
        (/^agent|dispatcher|request$/.test(view.textOf(entry.key)) &&
          LIMIT.test(view.textOf(entry.value)))
      );
    return entry.kind === 'spread' || LIMIT.test(view.textOf(entry));
  });
}

/** `.timeout(5)` behind it, `Promise.race([…])` or `with timeout(5):` around it. */
function isLimitedAround({ view }: RuleContext, call: Call): boolean {
  let inner: Code = call;
  for (const node of view.around(call)) {
    if (node.kind === 'member' && LIMIT.test(node.name)) return true;
    if (node.kind === 'call' && node.callee !== inner && AROUND.test(lastWord(node.callee)))
      return true;
    if (node.kind === 'call' && node.callee !== inner && AROUND.test(chainOf(node))) return true;
    if (node.kind === 'defer' && node.values.some((one) => LIMIT.test(view.textOf(one))))
      return true;
    inner = node;
  }
  return false;
}

const AROUND = /time_?out|deadline|^race$|^any$|wait_?for$|^select!?$|time_?limit/i;

function isNothing(value: Code): boolean {
  return value.kind === 'constant'
    ? value.value === null
    : value.kind === 'number' && value.value === 0;
}

/** A dictionary of the file that is seen to have no limit. */
function isWithoutTimeout(code: Code, { variables }: Outline): boolean {
  if (code.kind !== 'name') return false;
  const values = variables.flatMap((one) => {
    if (one.kind !== 'declare' && one.kind !== 'assign') return [];
    return one.target.kind === 'name' && one.target.name === code.name ? [one.value] : [];
  });
  const [only] = values;
  return values.length === 1 && only?.kind === 'dict' && only.entries.length === 0;
}

/** `requests.get` for `get` and `r.get`, as the file imports them. */
function importedName({ imports }: Outline, chain: string): string {
  const [root = ''] = chain.split('.', 1);
  for (const { module, names } of imports) {
    const found = names.find(({ local }) => local === root);
    if (!found) continue;
    const whole = module.split('.').at(-1) === found.name ? module : `${module}.${found.name}`;
    return `${whole}${chain.slice(root.length)}`;
  }
  return chain;
}
