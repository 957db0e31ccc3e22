import type { Call, Code } from '../../code/code.ts';
import { doneIn, lastWord, methodOf } from '../../code/say.ts';
import { resourceLeakExamples } from './examples/resourceLeak.ts';
import { chainOf } from '../facts/chain.ts';
import { isExplainedAround } from '../facts/explained.ts';
import { whatBecomes } from '../facts/held.ts';
import { heldLocks } from '../facts/locks.ts';
import { OPENERS, type Opener } from '../facts/openers.ts';
import { variablesOf } from '../facts/variables.ts';
import { isEcmascript } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { callWords } from '../words.ts';
import { contains } from '../../text/range.ts';

/** Something is opened, and not closed on every way out. */
export const resourceLeak: Rule = {
  id: 'resource-leak',
  row: 23,
  title: 'Something that is opened and not closed',
  severity: 'normal',
  concern: 'io',
  weight: 3,
  cwe: [772, 404, 667],
  kind: 'question',
  isOn: true,
  looksAround: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, isTest } = context;
    if (isTest) return;
    for (const call of view.all('call')) {
      const words =
        call.isNew && language === 'cpp' && isPointer(context, call) ? 'new' : chainOf(call);
      const opener =
        words === ''
          ? undefined
          : isFileOpen(context, words)
            ? OPENED_FILE
            : OPENERS[language].find(({ opens }) => opens.test(words));
      if (opener && isNothingToClose(context, call, opener)) continue;
      if (opener) yield* inOpening(context, call, opener);
      else if (isEcmascript(language)) yield* inEffect(context, call);
      else if (language === 'rust') yield* inRust(context, call);
    }
    if (language === 'go') yield* droppedCancels(context);
    if (!isEcmascript(language) && language !== 'rust' && language !== 'php')
      yield* heldLocks(context);
  },
  ask({ what, how, line }) {
    switch (how) {
      case 'lock':
        return `Line ${line}: is ${what} unlocked on every way out of here, also where something fails?`;
      case 'timer':
        return `Line ${line}: who stops what ${what} starts here, once it is no longer needed?`;
      case 'cancel':
        return `Line ${line}: ${what} gives a way to cancel, and it is dropped. Who frees what it holds?`;
      case 'forget':
        return `Line ${line}: what is given to ${what} is not freed any more. Who gives it back?`;
      case 'unsafe':
        return `Line ${line}: what ${what} opens stays open if the code behind it fails or returns early. Should it be closed whatever happens?`;
      default:
        return `Line ${line}: who closes what ${what} opens here?`;
    }
  },
  obligations: ['error', 'state'],
  page: {
    why: 'Files, connections, locks and timers that are not given back pile up until there are no more of them: then the program stops working, long after the line that is to blame.',
    instead:
      'Close it in the same function, whatever happens: `with`, `using`, `defer`, `try` with resources, `finally`. Or hand it to who closes it.',
    sources: ['CWE-772, CWE-404, CWE-667', 'Taxonomy row 23'],
  },
  examples: resourceLeakExamples,
};

/** Reads all of what it is given, and leaves it open. */
const READERS =
  /(?:^|\.)(?:json\.load|yaml\.(?:safe_)?load|pickle\.load|csv\.(?:reader|DictReader)|toml\.load|list|sorted|readlines|load|readValue|readTree|ImageIO\.read|IOUtils\.\w+|stream_get_contents|fread|fgets|fwrite|fputs|fgetcsv|json\.dump|pickle\.dump)$/;

const OPENED_FILE: Opener = { opens: /^open$/, closes: /^close$/ };

/** `open` of `node:fs/promises`, by its own name. */
function isFileOpen({ language, outline }: RuleContext, words: string): boolean {
  return (
    isEcmascript(language) &&
    outline.imports.some(
      ({ module, names }) =>
        /^(?:node:)?fs\/promises$/.test(module) &&
        names.some(({ name, local }) => name === 'open' && local === words),
    )
  );
}

function* inOpening(context: RuleContext, call: Call, opener: Opener): Iterable<Trigger> {
  const { view, language } = context;
  const what = callWords(view, call);
  const never: Trigger = {
    at: call,
    about: { what, how: methodOf(call) === 'setInterval' ? 'timer' : 'never' },
  };
  if (call.args.some((arg) => arg.kind === 'function') && methodOf(call) !== 'setInterval') return;
  let child: Code = call;
  for (const node of view.around(call)) {
    switch (node.kind) {
      case 'await':
      case 'propagate':
      case 'cast':
      case 'conditional':
        break;
      case 'unary':
        if (node.operator !== '@' && node.operator !== '&') return;
        break;
      case 'binary':
        if (!/^(?:\|\||\?\?|&&|or)$/.test(node.operator)) return;
        break;
      case 'member': {
        // `open(path).read()`
        const next = view.parentOf(node);
        const isUsed =
          next?.kind === 'call' && next.callee === node && !opener.closes.test(node.name);
        const isOther =
          language === 'go' || (isEcmascript(language) && methodOf(call) !== 'openSync');
        if (
          isUsed &&
          !isOther &&
          !FLUENT.test(node.name) &&
          !call.isOptional &&
          !methodOf(call).endsWith('Statement') &&
          isReading(node.name)
        )
          yield never;
        return;
      }
      case 'call':
        if (
          node.args.includes(child) &&
          READERS.test(chainOf(node)) &&
          !isEcmascript(language) &&
          language !== 'cpp'
        )
          yield never;
        return;
      case 'loop':
        // `for line in open(path)`
        if (node.iterable === child && language === 'python') yield never;
        return;
      case 'declare':
      case 'assign': {
        if (node.value !== child) return;
        if (node.kind === 'assign' && node.operator === 'in') {
          yield never;
          return;
        }
        yield* inVariable(context, call, { target: node.target, opener, at: node });
        return;
      }
      case 'expression': {
        const isDropped = methodOf(call) === 'setInterval';
        if (isDropped && (isShortLived(context, call) || isEnded(context, call))) yield never;
        return;
      }
      default:
        return;
    }
    child = node;
  }
}

function isReading(word: string): boolean {
  return /^(?:read\w*|Read\w*|write\w*|Write\w*|lines|each_line|readlines|collect|forEach|map|filter|fetch\w*|query|get|execute|recv|getvalue|decode|puts|print|count|toList|toArray|anyMatch|findFirst)$/.test(
    word,
  );
}

const FLUENT = /^(?:then|catch|finally|on|pipe|setEncoding|unref|ref)$/;

interface Opening {
  readonly target: Code;
  readonly opener: Opener;
  readonly at: Code;
}

function* inVariable(
  context: RuleContext,
  call: Call,
  { target, opener, at }: Opening,
): Iterable<Trigger> {
  const { view, language } = context;
  const parts = target.kind === 'pattern' ? target.parts : [target];
  const held = parts[opener.place ?? 0];
  if (held?.kind !== 'name') return;
  const owner = view.enclosing(call, 'function');
  const parent = view.parentOf(at);
  if (
    !owner ||
    parent?.kind === 'defer' ||
    parent?.kind === 'try' ||
    isOutside(context, held.name, owner)
  )
    return;
  const isTimer = methodOf(call) === 'setInterval';
  const becomes = whatBecomes({
    view,
    owner,
    name: held.name,
    opened: at,
    closes: opener.closes,
    results: parts.filter((part) => part !== held).map(lastWord),
    isBorrowedByAll: call.isNew && isPlainArray(call),
    canThrow: !isTimer && language !== 'go' && language !== 'cpp' && language !== 'php',
  });
  if (becomes === 'never' || becomes === 'unsafe') {
    yield { at, about: { what: callWords(view, call), how: isTimer ? 'timer' : becomes } };
  }
}

/** Nothing is held outside of memory, or what is underneath is closed by its own name. */
function isNothingToClose({ view, language }: RuleContext, call: Call, opener: Opener): boolean {
  const parent = view.around(call).find(({ kind }) => kind !== 'cast' && kind !== 'await');
  const target =
    parent?.kind === 'declare' || parent?.kind === 'assign' ? parent.target : undefined;
  const [first] = call.args;
  // `size, body, err := client.Do(…)` gives what was read.
  if (opener.field !== undefined && target?.kind === 'pattern') return 2 < target.parts.length;
  if (methodOf(call) === 'realloc' && target && first)
    return view.flat(target) === view.flat(first);
  if (language === 'cpp' && parent && /^\s*static\b/.test(view.textOf(view.statementOf(parent))))
    return true;
  if (methodOf(call) === 'setInterval')
    return target?.kind === 'name' && clears(view.textOf(call), target.name);
  const owner = view.enclosing(call, 'function');
  const words = owner?.body ? view.textOf(owner.body) : '';
  for (const arg of call.args) {
    for (const node of doneIn(arg)) {
      if (node.kind === 'call' && IN_MEMORY.test(chainOf(node))) return true;
      if (node.kind === 'member' && /^System\.(?:in|out|err)$/.test(view.flat(node))) return true;
      if (node.kind !== 'name') continue;
      const values = variablesOf(view).get(node.name)?.values ?? [];
      if (values.some((value) => value.kind === 'call' && IN_MEMORY.test(chainOf(value))))
        return true;
      if (node === arg && closesByName(words, node.name)) return true;
    }
  }
  return false;
}

/** Streams over memory, and those of the program itself. */
const IN_MEMORY =
  /(?:^|\.)(?:ByteArray(?:In|Out)putStream|String(?:Reader|Writer|IO)|CharArray(?:Reader|Writer)|BytesIO|MemoryStream|bytes\.(?:NewReader|NewBuffer\w*)|strings\.NewReader|OpenStandard(?:Input|Output|Error))(?:\.new)?$/;

function clears(callback: string, name: string): boolean {
  return callback.includes(`clearInterval(${name})`);
}

function closesByName(words: string, name: string): boolean {
  return [...words.matchAll(/(\w{1,60})\??\.(?:close|Close|Dispose)\s?\(/g)].some(
    ([, closed]) => closed === name,
  );
}

/** A variable of the file, a class or the function around: it lives longer than this function. */
function isOutside({ view, outline }: RuleContext, name: string, owner: Code): boolean {
  const isGlobal = view
    .all('other')
    .some((node) => /global|nonlocal/.test(node.type) && view.textOf(node).includes(name));
  if (isGlobal) return true;
  if (owner.kind !== 'function' || !owner.body) return true;
  const isDeclared = view
    .all('declare')
    .some((node) => contains(owner, node) && lastWordOf(node.target, name));
  if (isDeclared) return false;
  return (
    outline.variables.some(
      (node) =>
        (node.kind === 'declare' || node.kind === 'assign') && lastWord(node.target) === name,
    ) || view.around(owner).some((node) => node.kind === 'function')
  );
}

function lastWordOf(target: Code, name: string): boolean {
  return target.kind === 'pattern'
    ? target.parts.some((part) => lastWord(part) === name)
    : lastWord(target) === name;
}

/** `T* p = new T(…)` of C++, without an owner among the arguments. */
function isPointer({ view }: RuleContext, call: Call): boolean {
  const parent = view.parentOf(call);
  if (isPlainArray(call)) return parent?.kind === 'declare';
  if (parent?.kind !== 'declare' || !/\*\s*$/.test(parent.type ?? '')) return false;
  return (
    !call.args.some(
      (arg) => arg.kind === 'name' || arg.kind === 'member' || arg.kind === 'unary',
    ) && /^\s*new\b/.test(view.textOf(call))
  );
}

/** `new char[n]`: memory that has no owner, whoever looks into it. */
function isPlainArray({ callee }: Call): boolean {
  return callee.kind === 'index' && PLAIN_TYPE.test(lastWord(callee.object));
}

const PLAIN_TYPE =
  /^(?:(?:unsigned|signed|const) )*(?:char|int|short|long|float|double|bool|wchar_t|size_t|byte|u?int\d{1,2}_t|unsigned)$/;

const EFFECTS = /^(?:useEffect|useLayoutEffect|onMounted|mounted)$/;
const STARTS_OF_LIFE =
  /^(?:componentDidMount|connectedCallback|ngOnInit|ngAfterViewInit|mounted|created|onMount)$/;

/** The function gives a way to end what it began. */
function isEnded({ view }: RuleContext, at: Code): boolean {
  const owner = view.enclosing(at, 'function');
  return (
    owner?.body?.statements.some(
      (one) => one.kind === 'return' && one.value?.kind === 'function',
    ) ?? false
  );
}

/** In what comes and goes with a page, and has no end of its own for this. */
function isShortLived({ view }: RuleContext, at: Code): boolean {
  for (const node of view.around(at)) {
    if (node.kind !== 'function') continue;
    const parent = view.parentOf(node);
    if (parent?.kind === 'call' && EFFECTS.test(methodOf(parent))) return true;
    if (STARTS_OF_LIFE.test(node.name ?? '')) return true;
  }
  return false;
}

/** `addEventListener` and `subscribe` in an effect that never takes them back. */
function* inEffect(context: RuleContext, call: Call): Iterable<Trigger> {
  const { view } = context;
  const word = methodOf(call);
  const isListening = word === 'addEventListener';
  if (!isListening && word !== 'subscribe') return;
  if (view.parentOf(call)?.kind !== 'expression' || !isShortLived(context, call)) return;
  const options = call.args[2];
  if (options && /signal|once/.test(view.flat(options))) return;
  const ends = isListening
    ? /removeEventListener/
    : /unsubscribe|takeUntil|takeUntilDestroyed|first\(|take\(1\)|subscriptions?\.add|firstValueFrom/;
  if (!ends.test(view.text))
    yield { at: call, about: { what: callWords(view, call), how: 'timer' } };
}

/** What Rust is told not to close. */
function* inRust({ view }: RuleContext, call: Call): Iterable<Trigger> {
  const chain = chainOf(call);
  const isForgotten = /^(?:mem\.)?forget$|^Box\.leak$/.test(chain);
  const isRaw =
    /^(?:Box|Arc|Rc|CString)\.into_raw$|\.into_raw_fd$/.test(chain) && !/from_raw/.test(view.text);
  const [given] = call.args;
  const made = given?.kind === 'name' ? (variablesOf(view).get(given.name)?.values ?? []) : [];
  // What was borrowed from a raw pointer is still its owner's.
  if (isForgotten && made.some((value) => /\bfrom_raw\b/.test(view.textOf(value)))) return;
  if ((isForgotten || isRaw) && !isExplainedAround(view, view.statementOf(call)))
    yield { at: call, about: { what: callWords(view, call), how: 'forget' } };
}

/** `ctx, _ := context.WithTimeout(…)`. */
function* droppedCancels({ view }: RuleContext): Iterable<Trigger> {
  for (const { target, value, start, end } of view.all('declare', 'assign')) {
    if (value?.kind !== 'call' || !/^context\.With(?:Cancel|Timeout|Deadline)/.test(chainOf(value)))
      continue;
    const last = target.kind === 'pattern' ? target.parts.at(-1) : undefined;
    if (last?.kind === 'name' && last.name === '_') {
      yield { at: { start, end }, about: { what: callWords(view, value), how: 'cancel' } };
    }
  }
}
