import type { ClassCode, Code, FunctionCode } from '../../code/code.ts';
import { calleeOf, doneIn, everythingIn, methodOf, namesIn } from '../../code/say.ts';
import { docsOf, type Docs } from '../facts/docs.ts';
import { isMeantEmpty } from '../facts/meantEmpty.ts';
import { nameWords } from '../facts/nameWords.ts';
import {
  isOther,
  sortGiven,
  sortOfTold,
  sortOfType,
  sortOfWords,
  type Sort,
} from '../facts/saidTypes.ts';
import { variablesOf } from '../facts/variables.ts';
import { changeOfOwn } from '../facts/sideEffects.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { callWords, inBackticks, quoted } from '../words.ts';
import { commentMismatchExamples } from './examples/commentMismatchExamples.ts';

const ONLY_TELLS = new Set([
  'get',
  'is',
  'has',
  'find',
  'calculate',
  'calc',
  'compute',
  'count',
  'list',
  'check',
  'validate',
  'can',
  'format',
  'search',
  'lookup',
  'fetch',
  'read',
]);
/** Verbs of functions after which nothing is to be different. */
const ONLY_SAYS = new Set([
  'get',
  'is',
  'has',
  'can',
  'should',
  'count',
  'list',
  'format',
  'find',
  'lookup',
  'calculate',
  'calc',
  'compute',
]);
/** A name that says the rest as well. */
const SAYS_BOTH =
  /(?:^|_)(?:or|and|create|update|save|delete|remove|send|insert|write|lock|set|store|put|cache|init)(?:_|$)/;
const CHANGES =
  /^(?:save(?:_?changes)?|saveAll|persist|delete(?:_?(?:one|many|all|by_?id|file))?|destroy(?:_all)?|insert(?:_?(?:one|many))?|update(?:_?(?:one|many|all))?|send(?:_?(?:e?mail|message|sms|notification))?|deliver(?:_now|_later)?|charge|refund|unlink(?:Sync)?|rm(?:Sync)?|writeFile(?:Sync)?|write_text|Remove|RemoveAll|WriteFile|file_put_contents|publish|enqueue|truncate|createMany|create)(?:Async|!)?$/i;
/** Things outside of the program. */
const OUTSIDE =
  /(?:^|[._$@>])(?:db|database|repo|repository|\w*Repository|\w*Repo|dao|model|prisma|mailer|mail|smtp|\w*Mailer|\w*Service|fs|os|session|em|entityManager|collection|table|queue|publisher|producer|stripe|gateway|payments?|notifier|knex|mongo|conn|connection|tx|transaction|ctx\.db|_?context|bus|\w*Client|objects)$/i;

/** What is said of a function, and what it does, are two things. */
export const commentMismatch: Rule = {
  id: 'comment-mismatch',
  row: 48,
  title: 'Words that the code does not hold',
  severity: 'low',
  concern: 'readability',
  weight: 2,
  cwe: [1110, 1116],
  kind: 'question',
  isOn: true,
  looksAround: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, isTest } = context;
    for (const fn of view.all('function')) {
      if (fn.name === undefined || fn.form === 'lambda' || fn.form === 'block') continue;
      const docs = docsOf(view, fn, language);
      if (docs) yield* ofDocs(context, fn, docs);
      if (!isTest) yield* ofName(context, fn);
    }
    for (const one of view.all('class')) yield* ofFirst(context, one);
  },
  ask: ({ what, name, other, line }) => {
    switch (what) {
      case 'twice':
        return `Line ${line} tells of the parameter ${name} once more. Which one did it mean?`;
      case 'type':
        return `Line ${line} says what ${name} returns, and that is ${other}. Which of them is right?`;
      case 'raises':
        return `Line ${line} says that ${name} throws ${other}, and it gives nothing instead. Which of them is right?`;
      case 'standard':
        return `Line ${line} names another default than ${name} has: ${other}. Which of them is right?`;
      case 'sets':
        return `Line ${line}: ${name} also changes ${other}. Would a caller expect that of its name?`;
      case 'param':
        return `Line ${line} tells of a parameter ${name}, and ${other} has none of that name. Which of them is right?`;
      case 'returns':
        return `Line ${line} says what ${name} returns, and it returns nothing. Which of them is right?`;
      case 'nothing':
        return `Line ${line} says that ${name} returns nothing, and it returns a value. Which of them is right?`;
      case 'title':
        return `Line ${line} tells of ${other}, and the function is called ${name}. Is the text about this one?`;
      case 'changes':
        return `Line ${line}: ${name} also calls ${other}. Would a caller expect that of its name?`;
      default:
        return `Line ${line}: ${name} sounds like yes or no, and gives something else. Would a caller expect that?`;
    }
  },
  obligations: ['happy', 'state'],
  page: {
    why: 'Callers read the name and the words above a function, not its body. Where they say something else, callers build on what is not so.',
    instead:
      'Say in one sentence what the function promises, and see whether each line keeps to it. Then change the words or the code.',
    sources: ['CWE-1110, CWE-1116', 'Tambon et al. 2024: misinterpretation'],
  },
  examples: commentMismatchExamples,
};

function* ofDocs(context: RuleContext, fn: FunctionCode, docs: Docs): Iterable<Trigger> {
  const { language } = context;
  const name = inBackticks(fn.name ?? '');
  const known = namesOf(fn);
  if (known) {
    const missing = docs.params.filter((param) => !known.has(bareName(param.name)));
    for (const { name: param, at } of missing)
      yield { at, about: { what: 'param', name: inBackticks(param), other: name } };
  }
  const seen = new Set<string>();
  for (const { name: param, at } of docs.params) {
    // `options.limit` tells of a part.
    const line = context.view.textOf(at);
    const isPart = line.includes(`${param}.`) || line.includes(`${param}[`);
    if (seen.has(param) && !isPart)
      yield { at, about: { what: 'twice', name: inBackticks(param) } };
    seen.add(param);
  }
  yield* ofStandards(context, fn, docs);
  yield* ofErrors(context, fn, docs);
  const type = ofType(context, fn, docs);
  if (type) {
    yield type;
    return;
  }
  if (language === 'go') {
    if (!context.isTest) yield* ofTitle(fn, docs);
    return;
  }
  const { returns } = docs;
  const given = givesValue(context, fn);
  if (!returns || given === undefined) return;
  if (!returns.isNothing && !given) yield { at: returns.at, about: { what: 'returns', name } };
  if (returns.isNothing && given && language !== 'ruby')
    yield { at: returns.at, about: { what: 'nothing', name } };
}

/** What is told to come out, and what does. */
function ofType(
  { language }: RuleContext,
  fn: FunctionCode,
  { returns, told }: Docs,
): Trigger | undefined {
  const is = fn.returns === undefined ? sortGiven(fn) : sortOfType(fn.returns, language);
  const typed = returns?.type === undefined ? undefined : sortOfWords(returns.type, language);
  const said = typed ?? (told && sortOfTold(told.words));
  const at = typed ? returns?.at : told?.at;
  if (!is || !said || !at || !isOther(said, is)) return undefined;
  // C's `int` says yes and no too.
  if (language === 'cpp' && said === 'truth' && is === 'number') return undefined;
  return {
    at,
    about: { what: 'type', name: inBackticks(fn.name ?? ''), other: SORTS[is] },
  };
}

const SORTS: { readonly [S in Sort]: string } = {
  truth: 'true or false',
  text: 'a text',
  number: 'a number',
  many: 'a list',
  one: 'a single one',
};

/** Ruby's grammar counts what stands above the first method of a class to the class. */
function* ofFirst(context: RuleContext, { members }: ClassCode): Iterable<Trigger> {
  const { view, language } = context;
  const [first] = members;
  if (language !== 'ruby' || first?.kind !== 'function' || view.isOwn(first)) return;
  const docs = docsOf(view, first, language);
  if (docs) yield* ofDocs(context, first, docs);
}

/** The default that is told, and the one that is taken. */
function* ofStandards({ view }: RuleContext, fn: FunctionCode, docs: Docs): Iterable<Trigger> {
  for (const { name, at, standard } of docs.params) {
    const param = fn.params.find(
      (one) => one.name !== undefined && bareName(one.name) === bareName(name),
    );
    const value = param?.value;
    if (standard === undefined || (value?.kind !== 'number' && value?.kind !== 'constant'))
      continue;
    if (value.kind === 'constant' && (value.value === null || /^\d/.test(standard))) continue;
    if (value.kind === 'number' && !/^\d/.test(standard)) continue;
    const is = value.kind === 'number' ? String(value.value) : String(value.value);
    if (is !== standard.toLowerCase())
      yield {
        at,
        about: { what: 'standard', name: inBackticks(name), other: inBackticks(view.flat(value)) },
      };
  }
}

/** An error that is told, in a function that gives nothing where something is missing. */
function* ofErrors(
  { view, language, outline }: RuleContext,
  fn: FunctionCode,
  docs: Docs,
): Iterable<Trigger> {
  const [first] = docs.raises;
  if (!first || !fn.body || !givesNothing(fn)) return;
  const words = view.textOf(fn.body);
  const isThrowing =
    /\b(?:throw|raise|rethrow|panic|abort|fail|reject|orElseThrow|assert\w*|require\w*|validate\w*|check\w*|ensure\w*|must\w*)\b/i.test(
      language === 'python' ? words.slice(words.lastIndexOf('"""') + 1) : words,
    ) || docs.raises.some(({ name }) => words.split(name).length > (language === 'python' ? 2 : 1));
  const isThrownInside = [...doneIn(fn.body)].some(
    (call) =>
      call.kind === 'call' &&
      outline
        .functionsNamed(methodOf(call))
        .some((one) => docs.raises.some(({ name }) => view.textOf(one).includes(name))),
  );
  if (
    isThrowing ||
    (isThrownInside && fn.name !== undefined) ||
    /\bthrows\b/.test(view.text.slice(fn.start, fn.body.start))
  )
    return;
  yield {
    at: first.at,
    about: { what: 'raises', name: inBackticks(fn.name ?? ''), other: inBackticks(first.name) },
  };
}

/** `Optional<Room>`, or `return null` in it. */
function givesNothing({ returns = '', body }: FunctionCode): boolean {
  if (
    /^(?:Optional|Option|std::optional|Maybe)\b|\?$|\|\s*(?:null|None|undefined)\b|^\?/.test(
      returns,
    )
  )
    return true;
  for (const node of body ? doneIn(body) : [])
    if (node.kind === 'return' && node.value && isNothing(node.value)) return true;
  return false;
}

/** The parameters; undefined where there may be others than are named. */
function namesOf(fn: FunctionCode): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const { name, pattern, isRest } of fn.params) {
    if (pattern || name === undefined || isRest) return undefined;
    names.add(bareName(name));
  }
  if (fn.receiver?.name !== undefined) names.add(bareName(fn.receiver.name));
  if (fn.body && /\b(?:arguments|func_get_args?)\b/.test([...namesIn(fn.body)].join(' ')))
    return undefined;
  return names;
}

function bareName(name: string): string {
  return name.replace(/^[_$*&@]+|_+$/g, '').toLowerCase();
}

/** Go: `// Load reads …` above `func Read`. */
function* ofTitle(fn: FunctionCode, { first }: Docs): Iterable<Trigger> {
  const [, title = ''] =
    /^([A-Z][a-z]+[A-Z]\w*|[a-z]+[A-Z]\w*)\s+(?:is|are|[a-z]+s)\s/.exec(first?.name ?? '') ?? [];
  const name = fn.name ?? '';
  if (
    first &&
    title !== '' &&
    title.toLowerCase() !== name.toLowerCase() &&
    !/^(?:This|It)$/.test(title)
  ) {
    const isAboutItsOwn =
      fn.params.some((param) => param.name === title || param.type?.includes(title)) ||
      fn.receiver?.type?.includes(title) === true ||
      fn.returns?.includes(title) === true;
    if (!isAboutItsOwn)
      yield {
        at: first.at,
        about: { what: 'title', name: inBackticks(name), other: inBackticks(title) },
      };
  }
  const isReturning = /^\w+ returns (?:the|a|an|true|whether)\b/.test(first?.name ?? '');
  if (first && isReturning && fn.returns === undefined && fn.params.length === 0) {
    yield { at: first.at, about: { what: 'returns', name: inBackticks(name) } };
  }
}

/** Whether a value comes out; undefined where it cannot be told, or there is nothing to tell it by. */
function givesValue(context: RuleContext, fn: FunctionCode): boolean | undefined {
  const { language } = context;
  if (fn.form === 'constructor' || fn.form === 'accessor' || fn.isGenerator) return undefined;
  if (/^(?:java|csharp|cpp)$/.test(language)) {
    return fn.returns === undefined
      ? undefined
      : fn.returns !== 'void' && !(fn.isAsync && fn.returns === 'Task');
  }
  if (language === 'rust') return fn.returns !== undefined;
  const { body } = fn;
  if (language === 'ruby' || !body || isMeantEmpty(context, fn)) return undefined;
  const [only, ...more] = body.statements.filter(
    (one) => !(one.kind === 'expression' && one.value.kind === 'text'),
  );
  // One that only throws is there for others to fill.
  if (!only || (only.kind === 'throw' && more.length === 0)) return undefined;
  let isThrown = false;
  for (const node of doneIn(body)) {
    if (node.kind === 'return' && node.value && !isNothing(node.value)) return true;
    if (node.kind === 'yield') return undefined;
    if (node.kind === 'throw') isThrown = true;
  }
  return isThrown && body.statements.at(-1)?.kind === 'throw' ? undefined : false;
}

function isNothing(value: Code): boolean {
  return (
    (value.kind === 'constant' && value.value === null) ||
    (value.kind === 'name' && value.name === 'undefined')
  );
}

function* ofName(context: RuleContext, fn: FunctionCode): Iterable<Trigger> {
  const { view } = context;
  const words = nameWords((fn.name ?? '').replace(/[?!]$/, ''));
  const [verb = ''] = words;
  const isQuestion = (fn.name ?? '').endsWith('?');
  if (!fn.body || (!ONLY_TELLS.has(verb) && !isQuestion) || fn.form === 'accessor') return;
  if (!SAYS_BOTH.test(words.join('_')) && 1 < words.length) {
    for (const call of doneIn(fn.body)) {
      if (call.kind !== 'call' || call.callee.kind !== 'member' || !CHANGES.test(methodOf(call)))
        continue;
      const receiver = calleeOf(call).slice(0, -methodOf(call).length - 1);
      const isModel =
        /^(?:[A-Z][a-z]+)+$/.test(receiver) &&
        /^(?:delete|destroy|update|insert|create|save)(?:_?(?:one|many|all)|Many|One|All)$/i.test(
          methodOf(call),
        );
      if ((!OUTSIDE.test(receiver) && !isModel) || isOwnList(context, receiver)) continue;
      yield {
        at: call,
        about: { what: 'changes', name: inBackticks(fn.name ?? ''), other: callWords(view, call) },
        severity: 'normal',
      };
      break;
    }
  }
  const isJustTelling = isQuestion || ONLY_SAYS.has(verb);
  if (isJustTelling && !SAYS_BOTH.test(words.join('_')) && (isQuestion || 1 < words.length)) {
    const change = changeOfOwn(context, fn);
    const target = change?.kind === 'assign' ? change.target : change;
    if (change && target)
      yield {
        at: change,
        about: {
          what: change.kind === 'call' ? 'changes' : 'sets',
          name: inBackticks(fn.name ?? ''),
          other: change.kind === 'call' ? callWords(view, change) : quoted(view, target),
        },
      };
  }
  if (
    (verb === 'is' || verb === 'has' || isQuestion) &&
    1 <= words.length &&
    (isQuestion || 1 < words.length)
  ) {
    const answer = answerOf(fn);
    const owner = view.enclosing(fn, 'class')?.name ?? '';
    if (answer && !/Assert|Expect|Verif|Should/.test(owner))
      yield { at: answer, about: { what: 'answer', name: inBackticks(fn.name ?? '') } };
  }
}

/** A list or map that the function makes to give it. */
function isOwnList({ view }: RuleContext, receiver: string): boolean {
  const values = variablesOf(view).get(receiver)?.values ?? [];
  return values.some(
    (value) =>
      value.kind === 'list' ||
      value.kind === 'dict' ||
      (value.kind === 'call' &&
        /(?:Map|Set|List|Vec|Dict\w*|Objects|dict|list|set)(?:\.(?:new|default))?$/.test(
          calleeOf(value),
        )),
  );
}

/** An answer that is neither yes nor no: a text, a list, a type that says so. */
function answerOf(fn: FunctionCode): Code | undefined {
  const type = fn.returns?.replace(/^Promise<|>$/g, '');
  if (
    type !== undefined &&
    /^(?:string|String|std::string|str|void|number|float|double|&(?:'static )?str)$/.test(type)
  )
    return fn;
  if (!fn.body || type !== undefined) return undefined;
  const values = [...everythingIn(fn.body)].flatMap((node) =>
    node.kind === 'return' && node.value ? [node.value] : [],
  );
  const isAnswer = (value: Code): boolean =>
    (value.kind === 'text' && value.prefix !== ':') ||
    value.kind === 'list' ||
    (value.kind === 'dict' && 0 < value.entries.length);
  return 0 < values.length && values.every((value) => isAnswer(value)) ? values[0] : undefined;
}
