import type { Call, FunctionCode, Loop } from '../../code/code.ts';
import { doneIn, lastWord, methodOf } from '../../code/say.ts';
import { boundaryOf } from '../facts/boundaries.ts';
import { chainOf } from '../facts/chain.ts';
import { outsideOf } from '../facts/outsideCalls.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { callWords, inBackticks } from '../words.ts';
import { unboundedWorkExamples } from './examples/unboundedWork.ts';

/** Work whose amount somebody else decides, or that everything else waits for. */
export const unboundedWork: Rule = {
  id: 'unbounded-work',
  row: 24,
  title: 'Work without a bound',
  severity: 'low',
  concern: 'io',
  weight: 2,
  cwe: [400, 770, 835],
  kind: 'question',
  isOn: true,
  looksAround: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, isTest, path } = context;
    if (isTest || ASIDE.test(path)) return;
    for (const call of view.all('call')) {
      const how = howOf(context, call);
      if (how) yield { at: call, about: { what: callWords(view, call), how } };
    }
    for (const loop of view.all('loop')) {
      if (!isEndlessPoll(context, loop)) continue;
      const [head = ''] = view.flat(loop).split(/[{:]/, 1);
      yield { at: loop, about: { what: inBackticks(head.trim().slice(0, 40)), how: 'poll' } };
    }
  },
  ask({ what, how, line }) {
    switch (how) {
      case 'blocking':
        return `Line ${line}: ${what} holds up everything else until it is done. May all other requests wait for it?`;
      case 'rows':
        return `Line ${line}: ${what} brings all rows there are. What happens when there are a million?`;
      case 'body':
        return `Line ${line}: ${what} keeps all that is sent in memory. Is its size limited anywhere?`;
      default:
        return `Line ${line}: ${what} asks again and again until the answer fits. What ends it if that never comes?`;
    }
  },
  obligations: ['loop', 'boundary'],
  page: {
    why: 'It works with what a test has. In use somebody else decides how many rows, bytes or rounds there are, and one of them is enough to stop it for all.',
    instead:
      'Give it a bound: a limit and pages, a largest size, a number of attempts or a deadline. Do slow work where nobody else waits for it.',
    sources: ['CWE-400, CWE-770, CWE-835', 'CodeRabbit 2025: excessive I/O 8 x in AI code'],
  },
  examples: unboundedWorkExamples,
};

/** Nobody waits for these but who started them. */
const ASIDE =
  /(?:^|\/)(?:scripts?|tools?|_?examples?|benchmarks?|bench|docs|samples|migrations?|migrate|seeds?|seeders?|fixtures)\/|(?:^|\/)(?:setup|conf|gulpfile|Gruntfile)\.\w+$/i;

type How = 'blocking' | 'rows' | 'body';

function howOf(context: RuleContext, call: Call): How | undefined {
  if (isBlocking(context, call)) return 'blocking';
  if (bringsAll(context, call)) return 'rows';
  return keepsBody(context, call) ? 'body' : undefined;
}

/** Asks until something outside is done, without counting and without a clock. */
function isEndlessPoll({ view }: RuleContext, loop: Loop): boolean {
  const { condition } = loop;
  const isForever =
    loop.form === 'forever' ||
    (loop.form === 'count' && !condition) ||
    ((loop.form === 'while' || loop.form === 'do') &&
      (condition?.kind === 'constant' || condition?.kind === 'number'));
  if (!isForever || (condition?.kind === 'constant' && condition.value !== true)) return false;
  const owner = view.enclosing(loop, 'function');
  if (BOUNDS.test(view.textOf(loop)) || /^(?:run|serve|listen|main|watch)/i.test(owner?.name ?? ''))
    return false;
  let pauses = false;
  let ends = false;
  for (const node of doneIn(loop.body)) {
    if (node.kind === 'call' && PAUSES.test(lastWord(node.callee))) pauses = true;
    if (node.kind === 'return' || (node.kind === 'jump' && node.word === 'break')) ends = true;
  }
  return pauses && ends;
}

const PAUSES = /^(?:sleep|Sleep|usleep|nanosleep|sleep_for|delay|Delay|pause|wait|setTimeout)$/;
const BOUNDS =
  /attempt|retr(?:y|ies)|tries|deadline|time_?out|elapsed|started|remaining|max_|\bmax[A-Z]|\bMAX|signal|abort|cancel|Done\(\)|ctx|stop|quit|shut|running|interrupted|i\s*\+\+|\bn\s*\+=|count/i;

const ALL_ROWS =
  /^\s*select\s+(?:\*|\w+\.\*)\s+from\s+[\w."`[\]]+\s*(?:order\s+by\s+[\w\s.,]+)?;?\s*$/i;

/** All rows of a table, read as objects. */
const LISTS: { readonly [L in LanguageId]?: RegExp } = {
  python: /\.objects\.all$|\.query\.all$|\.query\(\)\.all$/,
  ruby: /^[A-Z]\w*\.all$/,
  php: /^[A-Z]\w*\.all$|[rR]epository\.findAll$|getRepository\(\)\.findAll$/,
  java: /[rR]epository\.findAll$|[dD]ao\.(?:findAll|getAll)$/,
  csharp: /(?:[cC]ontext|[dD]b)\.[A-Z]\w*\.ToList(?:Async)?$/,
  go: /(?:^|\.)(?:db|DB)\.Find$/,
  rust: /\.find\(\)\.all$/,
};
const NODE_LISTS = /(?:^|\.)(?:findMany|findAll|(?:[A-Z]\w*|\w*[rR]epo(?:sitory)?)\.find)$/;

function bringsAll(context: RuleContext, call: Call): boolean {
  const { view, language } = context;
  const isQuery = outsideOf(call, language) === 'database' || QUERIES.test(methodOf(call));
  if (isQuery)
    for (const arg of call.args) {
      const [only, ...others] = arg.kind === 'text' ? arg.parts : [];
      if (typeof only === 'string' && others.length === 0 && ALL_ROWS.test(only)) return true;
    }
  const lists = isEcmascript(language) ? NODE_LISTS : LISTS[language];
  if (!lists?.test(chainOf(call))) return false;
  // Rust's and Go's are given where the rows come from, or go.
  const [first, ...others] = call.args;
  const isEmpty =
    first === undefined ||
    (first.kind === 'dict' && first.entries.length === 0) ||
    language === 'rust' ||
    language === 'go';
  if (!isEmpty || 0 < others.length) return false;
  // More of the query follows.
  if (/^(?:member|index)$/.test(view.parentOf(call)?.kind ?? '')) return false;
  return isServed(context, view.enclosing(call, 'function'));
}

const QUERIES =
  /^(?:query\w*|Query\w*|execute\w*|exec|raw|fetch_all|all|select|Select|prepare|prepareStatement|find_by_sql|PQexec|mysql_query|sqlite3_exec|createQuery|createNativeQuery|FromSqlRaw)!?$/;

function isServed(context: RuleContext, owner: FunctionCode | undefined): boolean {
  return owner !== undefined && (boundaryOf(context, owner) === 'handler' || hasRequest(owner));
}

function hasRequest({ name, params }: FunctionCode): boolean {
  return (
    /^(?:index|list)$/i.test(name ?? '') ||
    params.some(
      (param) =>
        /^(?:req|request|res|response)$/.test(param.name ?? '') ||
        /Request|ResponseWriter|gin\.Context|echo\.Context/.test(param.type ?? ''),
    )
  );
}

/** Reads all that a request brings. */
const BODIES: { readonly [L in LanguageId]?: RegExp } = {
  python: /(?:^|\.)request\.stream\.read$|(?:^|\.)rfile\.read$/,
  java: /\.getInputStream\(\)\.readAllBytes$/,
  ruby: /(?:^|\.)request(?:\(\))?\.body(?:\(\))?\.read$/,
};

function keepsBody({ view, language }: RuleContext, call: Call): boolean {
  if (LIMITS.test(view.text)) return false;
  const [first, second] = call.args;
  if (language === 'go')
    return (
      /^(?:io|ioutil)\.ReadAll$/.test(chainOf(call)) &&
      /^(?:r|req|request|c\.Request)\.Body$/.test(first ? view.flat(first) : '')
    );
  if (language === 'rust')
    return methodOf(call) === 'to_bytes' && /usize::MAX/.test(second ? view.flat(second) : '');
  return first === undefined && BODIES[language]?.test(chainOf(call)) === true;
}

const LIMITS =
  /MaxBytes|LimitReader|LimitedReader|content_?length|max_?(?:body|content|size|upload|bytes)|(?:body|size|upload)_?limit/i;

/** Waits on the spot in code that others wait for too. */
function isBlocking(context: RuleContext, call: Call): boolean {
  const { view, language } = context;
  const names = BLOCKING[language];
  if (!names?.test(chainOf(call))) return false;
  const owner = view.enclosing(call, 'function');
  if (!owner) return false;
  const found = isEcmascript(language) ? boundaryOf(context, owner) : undefined;
  const isHandler =
    isEcmascript(language) &&
    owner.params.some(({ name }) => /^(?:res|response|reply)$/.test(name ?? ''));
  const boundary = found ?? (isHandler ? 'handler' : undefined);
  if (!owner.isAsync && boundary !== 'handler' && boundary !== 'listener') return false;
  if (
    boundary === 'main' ||
    owner.name === 'main' ||
    (isEcmascript(language) && boundary === undefined)
  )
    return false;
  if (language === 'rust' && !/^(?:std::|reqwest::blocking|ureq)/.test(view.textOf(call)))
    return false;
  return true;
}

const NODE_SYNC =
  /(?:^|\.)(?:(?:readFile|writeFile|appendFile|readdir|copyFile|stat|exec|execFile|spawn|pbkdf2|scrypt|gzip|gunzip|hash|compare|genSalt)Sync)$/;
const BLOCKING: { readonly [L in LanguageId]?: RegExp } = {
  typescript: NODE_SYNC,
  tsx: NODE_SYNC,
  javascript: NODE_SYNC,
  python:
    /^(?:requests\.(?:get|post|put|patch|delete|head|request)|time\.sleep|(?:urllib\.request\.)?urlopen|subprocess\.(?:run|call|check_output|check_call)|os\.system)$/,
  rust: /^(?:fs\.\w+|thread\.sleep|reqwest\.blocking\.\w+|net\.TcpStream\.connect)$/,
  csharp: /^(?:System\.Threading\.)?Thread\.Sleep$/,
};
