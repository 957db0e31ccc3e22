import type { Call, Code, FunctionCode, Param } from '../../code/code.ts';
import { calleeOf, dotted, lastWord, methodOf, plainText, receiverOf } from '../../code/say.ts';
import type { CodeView } from '../../code/codeView.ts';
import { nameWords } from '../facts/nameWords.ts';
import { unitOf, type Unit } from '../facts/units.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { effectAt, inBackticks, quoted, shortened } from '../words.ts';
import { swappedArgumentsExamples } from './examples/swappedArguments.ts';

/** What is given to a call is not what the call takes there: the order, or the unit. */
export const swappedArguments: Rule = {
  id: 'swapped-arguments',
  row: 41,
  title: 'Arguments in another order or unit',
  severity: 'normal',
  concern: 'logic',
  weight: 4,
  cwe: [683, 628],
  kind: 'question',
  isOn: true,
  absent: {},
  looksAround: true,
  *find(context: RuleContext): Iterable<Trigger> {
    const { view } = context;
    for (const call of view.all('call')) {
      yield* swapped(context, call);
      yield* knownOrder(context, call);
      yield* otherUnit(context, call);
      yield* knownUnit(context, call);
    }
    yield* unitsTaken(context);
    if (isEcmascript(context.language)) yield* comparedEpochs(view);
    if (context.language === 'go') yield* goDurations(view);
  },
  ask: ({ code, effect, line }) => `Line ${line}: ${code ?? ''} ${effect ?? ''}`,
  obligations: ['happy', 'boundary', 'numeric'],
  page: {
    why: 'Two arguments of the same type change places, or seconds are given where milliseconds are taken. The compiler sees nothing, and the result looks almost right.',
    instead:
      'Compare each argument with the parameter it goes to. Prefer named arguments, and types or names that say the unit.',
    sources: [
      'CWE-683, CWE-628',
      'Tambon et al. 2024: wrong attributes and wrong input types in AI code',
    ],
  },
  examples: swappedArgumentsExamples,
};

/** The functions of the file that a call may mean. */
function targetsOf({ outline, language }: RuleContext, call: Call): readonly FunctionCode[] {
  const name = methodOf(call);
  if (name === '') return [];
  const receiver = receiverOf(call);
  const isMade =
    call.isNew ||
    (language === 'python' && /^[A-Z]/.test(name)) ||
    (language === 'ruby' && name === 'new');
  if (isMade) {
    const made = language === 'ruby' && receiver ? lastWord(receiver) : name;
    const one = outline.classes.find((each) => each.name === made);
    const all =
      one?.members.flatMap((member) => (member.kind === 'function' ? [member] : [])) ?? [];
    return all.filter(
      ({ form, name: each }) =>
        form === 'constructor' ||
        /^(?:constructor|__init__|initialize|__construct)$/.test(each ?? ''),
    );
  }
  // A method of something else in the program may only have the same name.
  const isOwn =
    receiver === undefined ||
    /^(?:this|self|cls|Self|super|static|@?[A-Z]\w*)$/.test(dotted(receiver) ?? '') ||
    language === 'go';
  const all = outline.functionsNamed(name);
  return isOwn || all.length === 1 ? all : [];
}

function paramsOf({ params, receiver }: FunctionCode): readonly Param[] {
  const [first] = params;
  const isSelf =
    receiver === undefined && first !== undefined && /^(?:self|cls|this)$/.test(first.name ?? '');
  return isSelf ? params.slice(1) : params;
}

function nameOf(code: Code): string | undefined {
  if (code.kind === 'unary' && /^[&*]$/.test(code.operator)) return nameOf(code.operand);
  if (code.kind === 'call' && code.args.length === 0)
    return methodOf(code).replace(/^get(?=[A-Z])/, '');
  return code.kind === 'name' || code.kind === 'member' ? code.name : undefined;
}

function same(a: string, b: string): boolean {
  return nameWords(a).join('') === nameWords(b).join('');
}

const TURNS =
  /swap|flip|reverse|invert|mirror|compare|comparator|desc|transpose|rotate|opposite|switch|exchange|symmetric|commut/i;

/** `area(height, width)` of `function area(width, height)`. */
function* swapped(context: RuleContext, call: Call): Iterable<Trigger> {
  const { view } = context;
  if (call.args.length < 2 || call.args.some(({ kind }) => kind === 'spread')) return;
  const names = call.args.map((arg) => (arg.kind === 'named' ? undefined : nameOf(arg)));
  const targets = targetsOf(context, call);
  if (targets.length === 0) return;
  const around = view.enclosing(call, 'function')?.name ?? '';
  if (TURNS.test(around) || TURNS.test(methodOf(call)) || around === methodOf(call)) return;
  const pairs = targets.map((target) => swapOf(names, paramsOf(target)));
  const [pair] = pairs;
  if (!pair || pairs.some((each) => each === undefined)) return;
  const [first, second] = pair;
  yield {
    at: call,
    about: {
      code: inBackticks(shortened(`${calleeOf(call)}()`)),
      effect: `takes \`${second}\` before \`${first}\`, but gets \`${first}\` first. Are they swapped?`,
    },
  };
}

/** The names of two arguments that stand where the other one belongs. */
function swapOf(
  names: readonly (string | undefined)[],
  params: readonly Param[],
): readonly [string, string] | undefined {
  const count = Math.min(names.length, params.length, 12);
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const [a, b] = [names[i], names[j]];
      const [p, q] = [params[i]?.name, params[j]?.name];
      if (a === undefined || b === undefined || p === undefined || q === undefined) continue;
      if (same(a, q) && same(b, p) && !same(a, b) && params[i]?.type === params[j]?.type)
        return [a, b];
    }
  }
  return undefined;
}

/** Library calls whose order is known: `setTimeout(1000, f)`, `memset(p, sizeof p, 0)`, `explode($text, ',')`. */
function* knownOrder({ view, language }: RuleContext, call: Call): Iterable<Trigger> {
  const name = calleeOf(call);
  const [first, second, third] = call.args;
  if (!first || !second) return;
  const isTurned =
    (isEcmascript(language) &&
      /^(?:window\.)?set(?:Timeout|Interval)$/.test(name) &&
      first.kind === 'number' &&
      second.kind !== 'number') ||
    (isEcmascript(language) &&
      name === 'parseInt' &&
      first.kind === 'number' &&
      second.kind !== 'number') ||
    (language === 'cpp' &&
      /^(?:std\.)?memset$/.test(name) &&
      third?.kind === 'number' &&
      third.value === 0 &&
      second.kind !== 'number') ||
    (language === 'php' &&
      /^(?:explode|str_contains|implode)$/.test(name) &&
      isTurnedText(name, first, second)) ||
    (language === 'php' && /^(?:in_array|array_search)$/.test(name) && first.kind === 'list') ||
    (language === 'python' &&
      name === 'isinstance' &&
      /^(?:str|int|float|list|dict|tuple|bool)$/.test(lastWord(first))) ||
    (language === 'go' &&
      /^strings\.(?:Contains|HasPrefix|HasSuffix|Split|TrimPrefix|TrimSuffix)$/.test(name) &&
      first.kind === 'text' &&
      second.kind === 'name');
  if (isTurned)
    yield effectAt(
      view,
      call,
      'gets its first two arguments in the other order than it takes them. Are they swapped?',
    );
}

function isTurnedText(name: string, first: Code, second: Code): boolean {
  return (
    name !== 'implode' &&
    (name === 'explode'
      ? second.kind === 'text' && first.kind !== 'text'
      : first.kind === 'text' && second.kind === 'name')
  );
}

/** `wait(timeoutMs)` of `function wait(seconds)`; `wait(seconds=timeout_ms)`. */
function* otherUnit(context: RuleContext, call: Call): Iterable<Trigger> {
  const { view } = context;
  for (const arg of call.args) {
    if (arg.kind === 'named') yield* mismatch(view, arg.name, arg.value, arg);
  }
  const receiver = receiverOf(call);
  if (receiver && !/^(?:this|self|cls|Self)$/.test(dotted(receiver) ?? '')) return;
  const [target, ...more] = targetsOf(context, call);
  if (!target || more.length !== 0) return;
  const params = paramsOf(target);
  for (const [i, arg] of call.args.entries()) {
    const param = params[i]?.name;
    if (param !== undefined && arg.kind !== 'named') yield* mismatch(view, param, arg, arg);
  }
}

function* mismatch(view: CodeView, taker: string, given: Code, at: Code): Iterable<Trigger> {
  const name = nameOf(given);
  if (name === undefined || given.kind === 'call') return;
  const [takes, gives] = [unitOf(taker), unitOf(name)];
  if (!takes || !gives || takes.dimension !== gives.dimension || takes.unit === gives.unit) return;
  yield {
    at,
    about: {
      code: quoted(view, given),
      effect: `is in ${gives.unit}, and \`${shortened(taker)}\` takes ${takes.unit}. Must it be converted?`,
    },
  };
}

/** Go's structs whose times are durations. */
const GO_DURATIONS = /^(?:http\.(?:Client|Server|Transport)|net\.Dialer)$/;

/** `{ timeoutMs: seconds }`, `timeoutMs = timeoutSeconds`. */
function* unitsTaken({ view }: RuleContext): Iterable<Trigger> {
  for (const one of view.all('assign', 'declare', 'entry')) {
    const { value } = one;
    if (!value || (one.kind === 'assign' && one.operator !== '=')) continue;
    const target = one.kind === 'entry' ? one.key : one.target;
    const holder = view.parentOf(one);
    const isDuration = holder?.kind === 'dict' && GO_DURATIONS.test(holder.type ?? '');
    if (
      isDuration &&
      value.kind === 'number' &&
      value.value !== 0 &&
      /Timeout|Interval|Delay|KeepAlive/.test(lastWord(target))
    ) {
      yield effectAt(view, one, 'takes nanoseconds, which is almost no time. Is a unit missing?');
    }
    const name = plainText(target) ?? lastWord(target);
    yield* mismatch(view, name, value, one);
  }
}

interface Taker {
  readonly unit: Unit['unit'];
  readonly arg: Code;
}

function durationOf(code: Code): Code | undefined {
  if (code.kind === 'cast') return code.value;
  return code.kind === 'call' && calleeOf(code) === 'time.Duration' ? code.args[0] : undefined;
}

/** Library calls whose unit is known: `time.sleep` takes seconds, `setTimeout` milliseconds. */
function* knownUnit({ view, language }: RuleContext, call: Call): Iterable<Trigger> {
  const taker = takerOf(call, language);
  if (taker) {
    const { unit } = taker;
    // Go's `time.Duration(n)` only says that it is one.
    const isGo = language === 'go';
    const arg = (isGo && durationOf(taker.arg)) || taker.arg;
    if (isGo && /^(?:call|member)$/.test(arg.kind)) return;
    const name = nameOf(arg);
    const gives = name === undefined ? undefined : unitOf(name);
    if (gives && gives.dimension === 'time' && gives.unit !== unit) {
      yield effectAt(
        view,
        call,
        `takes ${unit}, and ${inBackticks(shortened(name ?? ''))} is in ${gives.unit}. Must it be converted?`,
      );
    } else if (unit === 'seconds' && arg.kind === 'number' && isLikeMillis(arg.value)) {
      yield effectAt(
        view,
        call,
        `takes seconds: ${arg.value} are ${spanOf(arg.value)}. Are milliseconds meant?`,
      );
    } else if (unit === 'nanoseconds' && arg.kind === 'number' && arg.value !== 0) {
      yield effectAt(
        view,
        call,
        `takes nanoseconds: ${arg.value} is almost no time. Is a unit missing?`,
      );
    }
  }
  yield* epochs(view, call, language);
}

/** 5000 and 30000 are usual numbers of milliseconds; 3600 and 7200 are hours. */
function isLikeMillis(value: number): boolean {
  return 1000 <= value && value % 500 === 0 && value !== 36_000 && value !== 18_000;
}

function spanOf(seconds: number): string {
  return seconds < 7200
    ? `${Math.round(seconds / 60)} minutes`
    : `${Math.round(seconds / 3600)} hours`;
}

function takerOf(call: Call, language: LanguageId): Taker | undefined {
  const name = calleeOf(call);
  const method = methodOf(call);
  const [first, second] = call.args;
  const plain = first?.kind === 'named' ? undefined : first;
  const of = (unit: string, arg: Code | undefined): Taker | undefined => arg && { unit, arg };
  switch (language) {
    case 'typescript':
    case 'tsx':
    case 'javascript':
      return /^(?:window\.|globalThis\.)?set(?:Timeout|Interval)$/.test(name)
        ? of('milliseconds', second)
        : undefined;
    case 'python':
      return /^(?:time\.sleep|asyncio\.sleep|sleep|gevent\.sleep|trio\.sleep|anyio\.sleep)$/.test(
        name,
      )
        ? of('seconds', plain)
        : undefined;
    case 'go':
      if (/^time\.(?:Sleep|After|NewTimer|NewTicker|Tick)$/.test(name))
        return of('nanoseconds', plain);
      return name === 'context.WithTimeout' ? of('nanoseconds', second) : undefined;
    case 'rust':
      if (/^(?:\w+\.)*Duration\.from_secs$/.test(name)) return of('seconds', plain);
      return /^(?:\w+\.)*Duration\.from_millis$/.test(name) ? of('milliseconds', plain) : undefined;
    case 'java':
      if (/^(?:Thread\.sleep|Duration\.ofMillis)$/.test(name)) return of('milliseconds', plain);
      return /^(?:Duration\.ofSeconds|TimeUnit\.SECONDS\.sleep)$/.test(name)
        ? of('seconds', plain)
        : undefined;
    case 'csharp':
      if (/^(?:Thread\.Sleep|Task\.Delay|TimeSpan\.FromMilliseconds)$/.test(name))
        return of('milliseconds', plain);
      return name === 'TimeSpan.FromSeconds' ? of('seconds', plain) : undefined;
    case 'cpp':
      if (/^(?:std\.)?chrono\.(?:seconds|milliseconds)$/.test(name)) return of(method, plain);
      if (name === 'usleep') return of('microseconds', plain);
      return /^(?:sleep|alarm)$/.test(name)
        ? of('seconds', plain)
        : name === 'Sleep'
          ? of('milliseconds', plain)
          : undefined;
    case 'ruby':
      return /^(?:Kernel\.)?sleep$/.test(name) ? of('seconds', plain) : undefined;
    case 'php':
      if (name === 'usleep') return of('microseconds', plain);
      return /^(?:sleep|set_time_limit)$/.test(name) ? of('seconds', plain) : undefined;
    default:
      return undefined;
  }
}

/** `new Date(token.exp)`: a token's times are in seconds, JavaScript's in milliseconds. */
function* epochs(view: CodeView, call: Call, language: LanguageId): Iterable<Trigger> {
  const [first, second] = call.args;
  if (!isEcmascript(language) || !first) return;
  const isSeconds =
    first.kind === 'member' &&
    (/^(?:exp|iat|nbf|auth_time|expires_in)$/.test(first.name) ||
      unitOf(first.name)?.unit === 'seconds');
  if (call.isNew && calleeOf(call) === 'Date' && !second && isSeconds) {
    yield effectAt(
      view,
      call,
      `takes milliseconds, and ${quoted(view, first)} is in seconds. Must it be converted?`,
    );
  }
}

/** `Date.now() > token.exp`. */
function* comparedEpochs(view: CodeView): Iterable<Trigger> {
  for (const one of view.all('binary')) {
    if (!/^[<>]=?$/.test(one.operator)) continue;
    const sides = [one.left, one.right];
    const isNow = sides.some((side) => side.kind === 'call' && calleeOf(side) === 'Date.now');
    const isSeconds = sides.some(
      (side) => side.kind === 'member' && /^(?:exp|iat|nbf)$/.test(side.name),
    );
    if (!isNow || !isSeconds) continue;
    yield effectAt(view, one, 'compares milliseconds with seconds. Must one be converted?');
  }
}

/** Go: `time.Duration(timeoutMs) * time.Second`. */
function* goDurations(view: CodeView): Iterable<Trigger> {
  for (const one of view.all('binary')) {
    if (one.operator !== '*') continue;
    const given = durationOf(one.left) ?? durationOf(one.right);
    const name = given && nameOf(given);
    const unit = [one.left, one.right].map((side) => /^time\.(\w+)$/.exec(dotted(side) ?? '')?.[1]);
    const taken = unit.find((each) => each !== undefined);
    const gives = name === undefined ? undefined : unitOf(name);
    if (taken === undefined || gives?.dimension !== 'time') continue;
    if (gives.unit === `${taken.toLowerCase()}s`) continue;
    yield effectAt(
      view,
      one,
      `counts ${inBackticks(shortened(name ?? ''))} as ${taken.toLowerCase()}s. Is that its unit?`,
    );
  }
}
