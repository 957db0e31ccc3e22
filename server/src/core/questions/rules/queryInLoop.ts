import type { Call, Code, CodeOf } from '../../code/code.ts';
import { doneIn, mentions, methodOf } from '../../code/say.ts';
import { queryInLoopExamples } from './examples/queryInLoop.ts';
import { calledHere } from '../facts/asyncCalls.ts';
import { chainOf, rootOf, wordsOf } from '../facts/chain.ts';
import { outsideOf } from '../facts/outsideCalls.ts';
import { chainOfOrigin, repetitionOf, type Repetition } from '../facts/repeated.ts';
import { isEcmascript } from '../languageId.ts';
import type { LanguageId } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { callWords, quoted } from '../words.ts';

/** More is asked of databases, networks and disks than it looks. */
export const queryInLoop: Rule = {
  id: 'query-in-loop',
  row: 24,
  title: 'A query for each item',
  severity: 'normal',
  concern: 'io',
  weight: 3,
  cwe: [1073, 400, 1088],
  kind: 'question',
  isOn: true,
  looksAround: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, isTest } = context;
    if (
      isTest ||
      /(?:^|\/)(?:migrations?|migrate|seeds?|seeders?|fixtures|scripts|benchmarks?|bench)\//i.test(
        context.path,
      )
    )
      return;
    const seen = new Set<Code>();
    for (const call of view.all('call')) {
      yield* inLoop(context, call, seen);
    }
    yield* lazyFields(context, seen);
  },
  ask({ what, how, line }) {
    switch (how) {
      case 'lazy':
        return `Line ${line}: ${what} may be loaded from the database for each item anew: 1,000 items, 1,000 queries. Is it loaded with them?`;
      default:
        return `Line ${line}: ${what} runs once for each item: 1,000 items, 1,000 round trips. Can they be one?`;
    }
  },
  obligations: ['loop', 'boundary'],
  page: {
    why: 'It is fast with the ten items of a test. With as many as there are in use, each item costs a round trip, and the page takes minutes or the other side gives up.',
    instead:
      'Ask for all at once (`IN (…)`, a join, a batch call, `include`), or say how many there can be.',
    sources: ['CWE-1073, CWE-400, CWE-1088', 'CodeRabbit 2025: excessive I/O 8 x in AI code'],
  },
  examples: queryInLoopExamples,
};

/** Only gets ready, or works on what is there already. */
const LOCAL =
  /^(?:prepare\w*|cursor|createStatement|builder|createQueryBuilder|select|from|where|table|collection|add|Add|persist|append|bind\w*|addBatch|add_all|queue|emit|execute_batch|fetch|fetchone|fetchall|fetchmany|fetch_assoc|fetchAssoc|fetchColumn|all|flush|getRepository|getConnection|get_or_init|find|count|filter|first|exists)$/;

/** Lists have these too; on a database's own handle they ask it. */
const ASKS = /^(?:find|count|first|exists|all|fetch|fetch_one)$/;
const HANDLES =
  /(?:^|\.)_?(?:em|entityManager|knex(?:\(\))?|supabase|db|DB|session|coll|\w*[cC]ollection|\w*[rR]epo(?:sitory)?_?|getRepository\(\)|\w*[dD]ao_?)(?:\[\])?\./;

/** Each writes what was gathered. */
const FLUSHES = /^(?:commit|flush|SaveChanges(?:Async)?|saveChanges)$/;

function* inLoop(context: RuleContext, call: Call, seen: Set<Code>): Iterable<Trigger> {
  const { view, language } = context;
  const isFlush = isFlushing(context, call);
  const isOutside = isFlush || isRoundTrip(context, call);
  const isWrite = !isOutside && isOwnWrite(context, call);
  if (!isOutside && !isWrite && !isHidden(context, call)) return;
  const loop = repetitionOf(view, call);
  if (!loop || seen.has(loop.body)) return;
  if (isFlush) {
    // Every hundredth, or the last one.
    if (view.enclosing(call, 'if', 'loop')?.kind === 'if') return;
  } else if (isWrite) {
    if (!loop.items.includes(rootOf(call.callee) ?? '')) return;
  } else if (!isAboutItem(call, loop)) return;
  // The first that answers ends it.
  if (view.parentOf(call)?.kind === 'return' && view.enclosing(call, 'try')) return;
  if (
    /[cC]hunk|[bB]atch|[bB]ulk|(?:insert|create|update|delete)Many|insert_all|add_all/.test(
      view.flat(call.callee).slice(-60),
    )
  )
    return;
  if (
    isEcmascript(language) &&
    !isOutside &&
    !isWrite &&
    view.parentOf(call)?.kind !== 'await' &&
    !isReturned(view.parentOf(call))
  )
    return;
  if (isNoQuery(context, call, loop)) return;
  if (call.args.some((arg) => /\bIN\s*\(|\bANY\s*\(/i.test(view.textOf(arg)))) return;
  // A function that calls itself.
  if (!isOutside && view.enclosing(call, 'function')?.name === methodOf(call)) return;
  seen.add(loop.body);
  yield { at: call, about: { what: callWords(view, call), how: 'loop' } };
}

/** Statements that were written down one by one. */
const STATEMENTS =
  /^(?:sub)?_?(?:quer(?:y|ies)|statements?|stmts?|sqls?|tables?|tableNames?|ddl)$/i;
/** Names of plain values, of files and of what is in memory. */
const IN_MEMORY =
  /^(?:File|Dir|Pathname|Regexp|String|Array|Hash|Set|ENV|IO|URI|Rails|Settings?)\.|\.(?:split|scan|to_a|sort|sort_by|map|keys|values|group_by)\(\)\.\w+$|\.getTableByName$|(?:^|\.)(?!\w*(?:[dD]b|[cC]onn|[sS]ql))[A-Z]\w*Pool\.\w+$|(?:^|\.)IOConnection\.\w+$/;

/** It only looks like a round trip, or cannot be one with the others. */
function isNoQuery({ view, language }: RuleContext, call: Call, { items }: Repetition): boolean {
  const chain = chainOf(call);
  if (IN_MEMORY.test(chain) || items.some((one) => STATEMENTS.test(one))) return true;
  const [first] = call.args;
  // Each address is another one's.
  const isFetch = /^(?:window\.|globalThis\.)?fetch$/.test(chain);
  if (isFetch && first?.kind === 'name' && /^(?:url|src|href|link)$/i.test(first.name)) return true;
  if (language === 'rust' && /(?:^|\.)(?:bind|listen|print|println)$/.test(chain)) return true;
  // A model gives a promise; what is used at once was made here.
  return (
    isEcmascript(language) &&
    /^[A-Z]\w*\.create$/.test(chain) &&
    /^(?:declare|assign)$/.test(view.parentOf(call)?.kind ?? '')
  );
}

function isReturned(parent: Code | undefined): boolean {
  return parent?.kind === 'return' || parent?.kind === 'member';
}

/** It has to do with the item: by name, or by what is made of it in the loop. */
function isAboutItem(call: Call, { items, body }: Repetition): boolean {
  if (items.length === 0) return true;
  const names = new Set(items);
  // A prepared statement was given the item before.
  const isPrepared =
    /^(?:execute\w*|Execute\w*|exec|exec_|step|sqlite3_step|mysql_stmt_execute)$/.test(
      methodOf(call),
    );
  if (isPrepared && call.args.length === 0 && /^[eE]xecute/.test(methodOf(call))) return true;
  for (const node of doneIn(body)) {
    if (isPrepared && node.kind === 'call' && node.end <= call.start) {
      if (!node.args.some((arg) => [...names].some((name) => mentions(arg, name)))) continue;
      const [first] = node.args;
      const given = node.callee.kind === 'member' ? rootOf(node.callee) : first && rootOf(first);
      if (given !== undefined && mentions(call, given)) return true;
    }
    if ((node.kind !== 'declare' && node.kind !== 'assign') || !node.value) continue;
    const { value, target } = node;
    if ([...names].some((name) => mentions(value, name))) {
      for (const inner of doneIn(target)) if (inner.kind === 'name') names.add(inner.name);
    }
  }
  return [...names].some((name) => mentions(call, name) && rootOf(call.callee) !== name);
}

const MESSAGES =
  /^(?:recv|send|socket|bind|read|write|connect|listen)$|^(?:http|net)\.Listen|(?:[sS]end(?:[A-Z]\w*)?|publish|deliver\w*|mail)$/;

/** `session.commit()`, `em.flush()`, `context.SaveChanges()`. */
function isFlushing({ language }: RuleContext, call: Call): boolean {
  const chain = chainOf(call);
  return (
    FLUSHES.test(methodOf(call)) &&
    /(?:^|\.)_?(?:session|em|entityManager|\w*[mM]anager|\w*[cC]ontext|db|ctx|\w*[rR]epository|conn|connection|manager)\.\w+$/.test(
      chain,
    ) &&
    !(language === 'go' || language === 'rust')
  );
}

/** The item writes itself: `user.save()`, `user.update!(…)`. */
function isOwnWrite({ view, language }: RuleContext, call: Call): boolean {
  if (call.callee.kind !== 'member' || call.callee.object.kind !== 'name') return false;
  const word = methodOf(call);
  switch (language) {
    case 'ruby':
      return /^(?:save!?|update!|update_columns?|update_attributes?!?|destroy!|touch)$/.test(word);
    case 'python':
    case 'php':
      return (
        word === 'save' &&
        call.args.every((arg) => arg.kind === 'named' && arg.name === 'update_fields')
      );
    default:
      return (
        isEcmascript(language) &&
        word === 'save' &&
        call.args.length === 0 &&
        view.parentOf(call)?.kind === 'await'
      );
  }
}

/** Go hands its context to what goes outside; a query builder in Rust is given the connection at its end. */
function isHandedOn({ language, view }: RuleContext, call: Call): boolean {
  const [first, ...others] = call.args;
  if (!first || call.callee.kind !== 'member') return false;
  const words = wordsOf(first);
  if (language === 'go')
    return (
      0 < others.length &&
      /^(?:ctx|c|\w+\.Context\(\)|context\.\w+\(\))$/.test(words) &&
      /^(?:Get|Find|Fetch|Load|Lookup|Query|Select|Create|Insert|Update|Upsert|Delete|Save|Store|List|Count)(?:[A-Z]\w*)?$/.test(
        methodOf(call),
      )
    );
  if (language !== 'rust' || 0 < others.length) return false;
  const given = first.kind === 'unary' ? view.textOf(first.operand) : view.textOf(first);
  return (
    /^(?:first|execute|load|get_result|get_results|one|all)$/.test(methodOf(call)) &&
    /^(?:&?(?:mut )?\*?)(?:self\.)?\w*(?:conn|connection|db|pool|tx|transaction)$/.test(given)
  );
}

/** Named like what asks others, and given something to ask for. */
const SERVICES =
  /(?:^|\.)_?\w*(?:[sS]ervice|[cC]lient|[gG]ateway|[rR]epository|[dD]ao|[fF]acade)_?\.(?:find|get|fetch|load|lookup|query|by|Find|Get|Fetch|Load)\w*$/;

function isRoundTrip(context: RuleContext, call: Call): boolean {
  const { language } = context;
  if (isHandedOn(context, call)) return true;
  const outside = outsideOf(call, language);
  // A file whose name is an address.
  const [given] = call.args;
  const address = given?.kind === 'text' ? given.parts[0] : undefined;
  if (outside === 'file' && typeof address === 'string' && /^https?:/.test(address)) return true;
  if (outside === 'network') {
    // Each message has to go out by itself.
    const isMessage = language !== 'rust' && MESSAGES.test(chainOf(call));
    return !isMessage && !call.isNew;
  }
  if (outside !== 'database') return false;
  const word = methodOf(call);
  const root = rootOf(call.callee) ?? '';
  const isModel = /^[A-Z]/.test(root) || /prisma|objects/.test(chainOf(call));
  const isAsked = ASKS.test(word) && HANDLES.test(chainOf(call));
  return (
    !LOCAL.test(word) ||
    isModel ||
    isAsked ||
    isAwaitedQuery(context, call) ||
    (/[rR]epo(?:sitory)?$|[dD]ao$/.test(wordsOf(call.callee).replace(/\.\w+$/, '')) &&
      !/^(?:add|Add|get[A-Z]\w*Name)$/.test(word))
  );
}

/** `await db.select().from(…).where(…)`: a query that runs when it is awaited. */
function isAwaitedQuery({ view, language }: RuleContext, call: Call): boolean {
  return (
    isEcmascript(language) &&
    view.parentOf(call)?.kind === 'await' &&
    /^(?:tx|db|knex|supabase|database)(?:\(\))?\.\w+\(\)\./.test(chainOf(call))
  );
}

const FETCHES =
  /^(?:get|fetch|load|find|query|lookup|retrieve)(?:[A-Z_]\w*)(?:Async)?$|^(?:Get|Fetch|Load|Find|Query)\w+Async$/;

/** A function of the file that makes a round trip, or that is awaited and named like one. */
function isHidden(context: RuleContext, call: Call): boolean {
  const { view, language } = context;
  const isAwaited = view.parentOf(call)?.kind === 'await';
  if (/^(?:java|csharp|php|cpp)$/.test(language) && SERVICES.test(chainOf(call)))
    return (
      0 < call.args.length &&
      !/^get(?:Class|Name|Logger|Instance|Bean|Config\w*)$/i.test(methodOf(call))
    );
  // A bare `findMasterKey(…)` looks through what is there as often as not.
  const isSearch = call.callee.kind === 'name' && /^(?:find|lookup)/.test(call.callee.name);
  if (isAwaited && !isSearch && FETCHES.test(methodOf(call)) && 0 < call.args.length) return true;
  const known = calledHere(context, call);
  if (known.length !== 1 || 20 < (known[0]?.body?.statements.length ?? 99)) return false;
  const body = known[0]?.body;
  for (const node of body ? doneIn(body) : []) {
    if (node.kind === 'call' && isRoundTripBare(node, language)) return true;
  }
  return false;
}

function isRoundTripBare(call: Call, language: LanguageId): boolean {
  const outside = outsideOf(call, language);
  return (
    (outside === 'database' && !LOCAL.test(methodOf(call))) ||
    (outside === 'network' && !call.isNew && language !== 'cpp')
  );
}

/** `order.customer.name` for each order of a query that does not load customers. */
function* lazyFields(context: RuleContext, seen: Set<Code>): Iterable<Trigger> {
  const { view, language } = context;
  for (const node of view.all('member', 'call')) {
    const field = language === 'java' ? javaField(node) : plainField(node);
    if (!field) continue;
    const loop = repetitionOf(view, node);
    const root = rootOf(field);
    if (!loop?.over || root === undefined || !loop.items.includes(root) || seen.has(loop.body))
      continue;
    const query = chainOfOrigin(view, loop.over) || wordsOf(loop.over);
    if (!isUnloaded(language, query)) continue;
    seen.add(loop.body);
    yield { at: node, about: { what: quoted(view, field), how: 'lazy' } };
  }
}

/** Texts, dates and files have fields of their own. */
const OWN =
  /^(?:first|last|logger|log|config|errors|class|options|settings|locale|\w*(?:_at|_on|date|Date|_time|At|Time)|name|title|id|pk|created|updated|email|url|path|file|image|avatar|status|type|data|value|values|text|body|description|keys|items|length|meta|_\w+|objects|content|key|label|code|slug|price|total)$/;
const PLAIN_FIELDS =
  /^(?:year|month|day|hour|isoformat|strftime|url|path|size|length|strip|lower|upper|split|encode|format|to_s|to_i|to_sym|upcase|downcase|present\?|nil\?|blank\?|get|items|keys|values|append|replace|startswith|Value|HasValue|ToString|Length|Trim|Year|Date|hex|value|join|round|freeze|positive\?|zero\?|capitalize|gsub|format|save|delete|update|destroy|Equals|push)$/;

/** `a.b.c`, `a.b().c()`: the part `a.b`. */
function plainField(code: CodeOf<'member' | 'call'>): Code | undefined {
  const member = code.kind === 'call' ? code.callee : code;
  if (member.kind !== 'member' || PLAIN_FIELDS.test(member.name)) return undefined;
  const { object } = member;
  const field = object.kind === 'call' && object.args.length === 0 ? object.callee : object;
  if (field.kind !== 'member' || field.object.kind !== 'name' || OWN.test(field.name))
    return undefined;
  return field;
}

/** `o.getCustomer().getName()`, `o.getItems().size()`. */
function javaField(code: CodeOf<'member' | 'call'>): Code | undefined {
  if (code.kind !== 'call' || code.callee.kind !== 'member') return undefined;
  const { object } = code.callee;
  if (object.kind !== 'call' || 0 < object.args.length || object.callee.kind !== 'member')
    return undefined;
  const { name, object: item } = object.callee;
  const isField =
    /^get[A-Z]/.test(name) && !OWN.test(name.slice(3, 4).toLowerCase() + name.slice(4));
  const isRead = /^(?:get[A-Z]\w*|size|stream|isEmpty|forEach)$/.test(code.callee.name);
  return item.kind === 'name' && isField && isRead ? object : undefined;
}

function isUnloaded(language: LanguageId, query: string): boolean {
  switch (language) {
    case 'python':
      return (
        /\.objects\.|(?:^|\.)(?:session|db\.session)\.query\(\)|\.query\.(?:\w+\(\)\.)*all$/.test(
          query,
        ) && !/select_related|prefetch_related|options|values|annotate|only/.test(query)
      );
    case 'ruby':
      return (
        /^(?:\w+\.)*[A-Z]\w*(?:\.\w+\(\))*\.(?:all|where|order|limit|find_each|find_by|active|recent|published)\b/.test(
          query,
        ) && !/includes|preload|eager_load|pluck|joins|group|count|sum/.test(query)
      );
    case 'php':
      return (
        /^[A-Z]\w*\.(?:\w+\(\)\.)*(?:all|get|paginate|findAll|findBy)(?:\(\))?$/.test(query) &&
        !/with\(|load\(|join/.test(query)
      );
    case 'java':
      return (
        /[rR]epository\.find(?:All|By)\w*|[dD]ao\.(?:find|get)\w*|getResultList|\.list$/.test(
          query,
        ) && !/Fetch|With|EntityGraph/.test(query)
      );
    case 'csharp':
      return (
        /^_?(?:db|context|dbContext|_?\w*[cC]ontext|ctx)\.[A-Z]\w*/.test(query) &&
        !/Include|Select|AsNoTracking\(\)\.Select/.test(query)
      );
    default:
      return false;
  }
}
