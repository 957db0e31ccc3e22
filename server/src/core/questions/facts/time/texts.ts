import type { Call, Code, Member } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { calleeOf, dotted, lastWord, methodOf, plainText, receiverOf } from '../../../code/say.ts';
import { createDeclaredTypes } from '../declaredTypes.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { effectAt } from '../../words.ts';

/** `new Date('2024-01-31')`, `` new Date(`${day}T${hour}`) ``, `new Date(dateString)`. */
export function* dateTexts(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  const types = createDeclaredTypes(context);
  for (const call of view.all('call')) {
    const name = calleeOf(call);
    if (!(call.isNew && name === 'Date') && name !== 'Date.parse') continue;
    const [first, second] = call.args;
    if (!first || second) continue;
    if (isZonelessText(view, first)) {
      yield effectAt(
        view,
        call,
        'reads a time without a zone: only a day is UTC, with hours it is local. Which is meant?',
      );
      continue;
    }
    const isText =
      types.typeOf(first) === 'string' ||
      isOfRequest(first) ||
      /(?:Str|String|_str|_string|Text)$|^(?:dob|birthday|birthDate|birthdate|dateOfBirth)$/.test(
        lastWord(first),
      );
    if (
      isText &&
      /date|day|time|dob|birth|^(?:from|to|since|until|start|end|begin|due|when|deadline)$|At$/i.test(
        lastWord(first),
      )
    ) {
      yield effectAt(
        view,
        call,
        'reads a text: a day alone is UTC, with hours it is local. Does the text always say its zone?',
      );
    }
  }
}

/** `req.query.from`, `formData.startsAt`. */
function isOfRequest(code: Code): boolean {
  return (
    code.kind === 'member' &&
    /(?:^|\.)(?:query|params|formData|searchParams)$/.test(dotted(code.object) ?? '')
  );
}

/** `getDate()` beside `getUTCMonth()`; today's date cut out of `toISOString()`. */
export function* mixedZones({ view }: RuleContext): Iterable<Trigger> {
  const all = view.all('call');
  const isUtc = all.some((call) => /^(?:get|set)UTC/.test(methodOf(call)));
  const isLocal = all.some((call) => SET_LOCAL.test(methodOf(call)) || LOCAL.test(methodOf(call)));
  const offsets = all.some((call) => methodOf(call) === 'getTimezoneOffset');
  if (offsets) return;
  for (const call of all) {
    const method = methodOf(call);
    const isYear = method === 'getFullYear' && isCallOf(receiverOf(call), 'Date');
    if (isUtc && LOCAL.test(method) && !isYear) {
      yield effectAt(
        view,
        call,
        "is the time of the machine's zone, and others here are UTC. Are both meant?",
      );
    }
    if (method !== 'toISOString' || !isDayOf(view, call)) continue;
    const receiver = receiverOf(call);
    const isNow =
      receiver?.kind === 'call' && calleeOf(receiver) === 'Date' && receiver.args.length === 0;
    if (isNow || isLocal)
      yield effectAt(
        view,
        call,
        "gives the day of UTC, which for some hours is another than here. Is UTC's day meant?",
      );
  }
}

function isCallOf(code: Code | undefined, name: string): boolean {
  return code?.kind === 'call' && code.args.length === 0 && calleeOf(code) === name;
}

/** Libraries' days of now: `moment().format('YYYY-MM-DD')`, `startOfDay(new Date())`. */
export function* libraryDays({ view }: RuleContext): Iterable<Trigger> {
  for (const call of view.all('call')) {
    const [first, second] = call.args;
    const name = calleeOf(call);
    const method = methodOf(call);
    const isOfNow = isCallOf(receiverOf(call), 'moment') || isCallOf(receiverOf(call), 'dayjs');
    const format = plainText(first);
    const isPart =
      isOfNow &&
      ((method === 'format' && format !== undefined && /D|H/.test(format)) ||
        (/^(?:startOf|endOf)$/.test(method) && format !== 'year') ||
        /^(?:day|weekday|isoWeekday|hour|hours|date)$/.test(method));
    const isDay =
      /^(?:startOf|endOf)(?:Day|Week|ISOWeek|Month|Today)$/.test(name) && isCallOf(first, 'Date');
    const isFormatted =
      name === 'format' && isCallOf(first, 'Date') && /dd|HH/.test(plainText(second) ?? '');
    if (isPart || isDay || isFormatted)
      yield effectAt(
        view,
        call,
        'takes the zone of the machine it runs on. Is that the zone that is meant?',
      );
  }
}

function isZonelessText(view: CodeView, code: Code): boolean {
  if (code.kind === 'binary' && code.operator === '+') {
    const last = plainText(code.right);
    const isZoned = last !== undefined && /Z$|[+-]\d\d:?\d\d$|UTC|GMT/.test(last);
    const words = view.flat(code);
    return !isZoned && /['"`](?:T| |-)|T\d\d:\d\d|:00['"`]$/.test(words);
  }
  if (code.kind !== 'text') return false;
  const written = code.parts.map((part) => (typeof part === 'string' ? part : '0')).join('');
  if (/Z$|[+-]\d\d:?\d\d$|UTC|GMT|[A-Z]{3}$/.test(written)) return false;
  const last = code.parts.at(-1);
  if (typeof last === 'object' && /zone|offset|tz/i.test(view.flat(last))) return false;
  return /\d[-/]\d|0[T ]0|T\d\d|, \d{4}/.test(written);
}

const LOCAL = /^get(?:FullYear|Month|Date|Day|Hours|Minutes)$/;

const SET_LOCAL = /^set(?:FullYear|Month|Date|Hours)$/;

/** `.slice(0, 10)`, `.split('T')[0]`, `.substring(0, 10)` behind it. */
function isDayOf(view: CodeView, call: Call): boolean {
  const member: Code | undefined = view.parentOf(call);
  if (member?.kind !== 'member') return false;
  return isDayCut(view, member);
}

function isDayCut(view: CodeView, member: Member): boolean {
  const outer = view.parentOf(member);
  if (outer?.kind !== 'call') return false;
  const [first, second] = outer.args;
  if (member.name === 'split') return plainText(first) === 'T';
  return (
    /^(?:slice|substring|substr)$/.test(member.name) &&
    second?.kind === 'number' &&
    second.value === 10
  );
}
