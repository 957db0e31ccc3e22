import type { Binary, Call, Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { calleeOf, dotted, lastWord, methodOf, plainText, receiverOf } from '../../../code/say.ts';
import type { LanguageId } from '../../languageId.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { effectAt } from '../../words.ts';
import { namedBy } from '../order/valueTypes.ts';
import { commentAbove, commentBehind } from '../saidWhy.ts';
import { isGoDays } from './days.ts';
import { contains } from '../../../text/range.ts';

/** Calls that take the machine's zone, or none, by language. */
export function* calls(context: RuleContext): Iterable<Trigger> {
  const { view, language } = context;
  const isRails = language === 'ruby' && isRailsCode(context);
  const hasZone = setsZone(view, language);
  for (const call of view.all('call')) {
    const effect = effectOf(call, language, isRails);
    if (effect === undefined || (hasZone && effect === ZONE)) continue;
    if (isElapsed(view, call) || (language === 'python' && isZonedAfter(view, call))) continue;
    if (effect === ZONE && isLocalMeant(view, call)) continue;
    yield effectAt(view, call, effect);
  }
}

/** Python's `datetime.strptime(…).replace(tzinfo=zone)`, `zone.localize(datetime.strptime(…))`. */
function isZonedAfter(view: CodeView, call: Call): boolean {
  const member = view.parentOf(call);
  if (member?.kind === 'call' && methodOf(member) === 'localize') return true;
  const next = member?.kind === 'member' ? view.parentOf(member) : undefined;
  if (next?.kind !== 'call' || next.callee !== member || methodOf(next) !== 'replace') return false;
  return next.args.some(
    (arg) => arg.kind === 'named' && arg.name === 'tzinfo' && arg.value.kind !== 'constant',
  );
}

/** `DateTime.Now`, `DateTime.Today`. */
export function* localProperties({ view }: RuleContext): Iterable<Trigger> {
  for (const one of view.all('member')) {
    if (
      !/^(?:System\.)?(?:DateTime\.(?:Now|Today)|TimeZoneInfo\.Local)$/.test(dotted(one) ?? '') ||
      isElapsed(view, one)
    )
      continue;
    yield effectAt(view, one, ZONE);
  }
}

/** Go's `time.Local`. */
export function* localZone({ view }: RuleContext): Iterable<Trigger> {
  for (const one of view.all('member')) {
    const isTarget = view.parentOf(one)?.kind === 'assign';
    if (dotted(one) === 'time.Local' && !isTarget) yield effectAt(view, one, ZONE);
  }
}

const ZONE = 'takes the zone of the machine it runs on. Is that the zone that is meant?';

/** The zone is set somewhere in the block. */
function setsZone(view: CodeView, language: LanguageId): boolean {
  if (language === 'java') return view.all('call').some((call) => methodOf(call) === 'setTimeZone');
  if (language === 'php')
    return view
      .all('call')
      .some((call) => /^(?:date_default_timezone_set|setTimezone)$/.test(methodOf(call)));
  return (
    language === 'cpp' &&
    view.all('call').some((call) => /^(?:gmtime|gmtime_r|timegm|_mkgmtime)$/.test(methodOf(call)))
  );
}

/** A time that is only there for a difference, a log line, a file's name. */
function isElapsed(view: CodeView, call: Code): boolean {
  for (const node of view.around(call)) {
    if (node.kind === 'function' || node.kind === 'body') return false;
    if (
      node.kind === 'call' &&
      /^(?:log|debug|info|warn|error|print|println|Printf|echo|puts|WriteLine|write|year|getYear|getFullYear)$/i.test(
        methodOf(node),
      )
    )
      return true;
    if (node.kind === 'member' && /^(?:year|Year|getYear|timestamp|Ticks)$/.test(node.name))
      return true;
    // A day is no stop watch.
    if (node.kind === 'binary' && node.operator === '-')
      return (
        isSpan(node, call) &&
        !/[tT]oday|LocalDate|Date\.now/.test(
          dotted(call.kind === 'call' ? call.callee : call) ?? '',
        )
      );
    const isTarget = node.kind === 'declare' || node.kind === 'assign';
    if (isTarget && isOnlySubtracted(view, lastWord(node.target))) return true;
    if (isTarget && /start|begin|elapsed|t0|t1|timer|tic\b|toc\b/i.test(lastWord(node.target)))
      return true;
  }
  return false;
}

/** `end = now()` of which `begin` is taken away later, and nothing else is done with it. */
function isOnlySubtracted(view: CodeView, name: string): boolean {
  const body = view.textOf(view.range);
  if (!/^\w+$/.test(name)) return false;
  const n = body.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0;
  const nTaken = view
    .all('binary')
    .filter(
      (one) =>
        one.operator === '-' &&
        lastWord(one.left) === name &&
        /start|begin|since|^t0|_0$/i.test(lastWord(one.right)),
    ).length;
  return 0 < nTaken && n === nTaken + 1;
}

/** The function is called for it, a comment says it, a type names it, or it is only shown. */
function isLocalMeant(view: CodeView, call: Call): boolean {
  const owner = view.enclosing(call, 'function');
  if (
    /local|calendar|strf|clock/i.test(owner?.name ?? '') ||
    /\bLocal\b/.test(owner?.returns ?? '')
  )
    return true;
  const parent = view.parentOf(call);
  const isWritten =
    calleeOf(call) === 'ZoneId.systemDefault' &&
    parent?.kind === 'call' &&
    methodOf(parent) === 'now';
  const isShown = parent?.kind === 'call' && /^(?:put_time|strftime)$/.test(methodOf(parent));
  if (isWritten || isShown) return true;
  if (/\blocal time\b/i.test(`${commentAbove(view.text, call)} ${commentBehind(view, call)}`))
    return true;
  const before = view.text.slice(Math.max(0, call.start - MAX_BEFORE), call.start);
  return /DateTime<Local>/.test(before) || /\blocal time\b/i.test(before.slice(-200));
}

const MAX_BEFORE = 1_500;

/** A stop watch, not a difference to what was stored. */
function isSpan({ left, right }: Binary, call: Code): boolean {
  const other = contains(left, call) ? right : left;
  const isStored = /_at$|At$|date|birth|created|due|deadline|expires/i.test(lastWord(other));
  return !isStored;
}

function effectOf(call: Call, language: LanguageId, isRails: boolean): string | undefined {
  const name = calleeOf(call);
  const count = call.args.length;
  switch (language) {
    case 'python':
      return inPython(call, name, count);
    case 'java':
      if (count === 0 && (MACHINES_NOW.test(name) || methodOf(call) === 'dateNow')) return ZONE;
      if (name === 'Clock.systemDefaultZone') return ZONE;
      if (name === 'ZoneId.systemDefault' || name === 'Calendar.getInstance')
        return count === 0 ? ZONE : undefined;
      if (name === 'Timestamp.valueOf') return call.args[0]?.kind === 'text' ? undefined : ZONE;
      if (call.isNew && name === 'GregorianCalendar')
        return count === 0 || 3 <= count ? ZONE : undefined;
      return call.isNew && name === 'SimpleDateFormat' ? ZONE : undefined;
    case 'csharp':
      if (call.isNew && name === 'DateTime')
        return count === 6 && !isEpoch(call) ? NO_ZONE : undefined;
      return /^(?:System\.)?(?:DateTime\.(?:Parse|ParseExact|TryParse|TryParseExact)|Convert\.ToDateTime)$/.test(
        name,
      ) && !hasStyles(call)
        ? 'gives a time without a zone. Which zone do the texts come from?'
        : undefined;
    case 'go':
      return inGo(call, name);
    case 'rust':
      if (
        /(?:^|\.)Local\.(?:now|today|with_ymd_and_hms|timestamp_opt|timestamp|timestamp_millis_opt|from_local_datetime|ymd|datetime_from_str)$|OffsetDateTime\.now_local$/.test(
          name,
        )
      )
        return ZONE;
      if (methodOf(call) === 'with_timezone' && isLocalZone(call.args[0])) return ZONE;
      return /(?:^|\.)NaiveDateTime\.(?:parse_from_str|from_str)$/.test(name) ||
        methodOf(call) === 'naive_local'
        ? 'gives a time without a zone. Which zone is it in?'
        : undefined;
    case 'cpp':
      if (/(?:^|\.)floor$/.test(name) && isCallNamed(call.args[0], /system_clock\.now$/))
        return "gives the day of UTC. Is UTC's day meant?";
      return /^(?:std\.)?(?:mktime|localtime|localtime_r|localtime_s)$|(?:^|\.)chrono\.current_zone$/.test(
        name,
      )
        ? ZONE
        : undefined;
    case 'ruby':
      if (isZoneless(call, name, count)) return NO_ZONE_TEXT;
      if (!isRails)
        return /^(?:Date\.today|DateTime\.now|Time\.local|Time\.mktime)$/.test(name)
          ? ZONE
          : undefined;
      return /^(?:Time\.now|Date\.today|DateTime\.now|Time\.parse|DateTime\.parse|Time\.at|Date\.tomorrow\.now)$/.test(
        name,
      )
        ? ZONE
        : undefined;
    case 'php':
      return inPhp(call, name, count);
    default:
      return undefined;
  }
}

const NO_ZONE = 'gives a time without a zone. Which zone is it in?';
const NO_ZONE_TEXT =
  'takes the zone of the machine where none is said. Is that the zone that is meant?';

/** The beginning of Unix time is UTC for everybody. */
function isEpoch({ args: [first] }: Call): boolean {
  return first?.kind === 'number' && first.value <= 1970;
}

/** Rust's `&Local`. */
function isLocalZone(code: Code | undefined): boolean {
  if (code?.kind === 'unary') return isLocalZone(code.operand);
  return code !== undefined && lastWord(code) === 'Local';
}

function isCallNamed(code: Code | undefined, name: RegExp): boolean {
  return code?.kind === 'call' && name.test(calleeOf(code));
}

/** Ruby's `Time.new(2024, 3, 31, 9)`, `Time.parse("2024-03-31 09:00")`, `Time.strptime(text, "%H:%M")`. */
function isZoneless(call: Call, name: string, count: number): boolean {
  if (name === 'Time.new' || (call.isNew && name === 'Time'))
    return 4 <= count && count <= 6 && !call.args.some(({ kind }) => kind === 'named');
  if (/^(?:Time|DateTime)\.strptime$/.test(name)) {
    const format = plainText(call.args[1]);
    return format !== undefined && /%[HIT]/.test(format) && !/%[zZ]/.test(format);
  }
  const written = name === 'Time.parse' ? plainText(call.args[0]) : undefined;
  return (
    written !== undefined && /\d:\d\d/.test(written) && !/Z$|UTC|GMT|[+-]\d\d:?\d\d$/.test(written)
  );
}

/** Java's days and times as they are where the machine is. */
const MACHINES_NOW =
  /^(?:Local(?:DateTime|Date|Time)|MonthDay|Year|YearMonth|(?:Offset|Zoned)DateTime|OffsetTime|(?:Japanese|Minguo|Hijrah|ThaiBuddhist)Date)\.now$/;

const DATETIME = /^(?:dt|datetime|date|datetime\.datetime|datetime\.date|dt\.datetime)\./;

/** `pytz.timezone("…")` where a zone belongs: its first zone of history, minutes off. */
function ofPytz(call: Call): boolean {
  return call.args.some(
    (arg) =>
      arg.kind === 'named' && arg.name === 'tzinfo' && isCallNamed(arg.value, /^pytz\.timezone$/),
  );
}

function otherInPython(call: Call, name: string, count: number): string | undefined {
  const method = methodOf(call);
  if (ofPytz(call)) return 'takes the oldest offset of the zone, minutes off. Is `localize` meant?';
  if (/^(?:dt|datetime|datetime\.datetime|dt\.datetime)$/.test(name)) {
    const numbers = call.args.filter(({ kind }) => kind !== 'named');
    const hasZone = call.args.some(
      (arg) => arg.kind === 'spread' || (arg.kind === 'named' && arg.name === 'tzinfo'),
    );
    return 4 <= numbers.length && numbers.length < 8 && !hasZone && !isEpoch(call)
      ? NO_ZONE
      : undefined;
  }
  if (/(?:^|\.)datetime\.combine$/.test(name)) {
    const at = call.args[1];
    const isZoned =
      at?.kind === 'call'
        ? at.args.some((arg) => arg.kind === 'named' && arg.name === 'tzinfo')
        : at?.kind !== 'member';
    return count === 2 && !isZoned ? NO_ZONE : undefined;
  }
  if (method === 'replace') {
    const drops = call.args.some(
      (arg) => arg.kind === 'named' && arg.name === 'tzinfo' && arg.value.kind === 'constant',
    );
    return drops ? 'takes the zone away. Is everything it meets in the same zone?' : undefined;
  }
  if (/^time\.localtime$/.test(name)) return count < 2 ? ZONE : undefined;
  if (name === 'time.mktime') return ZONE;
  return /^(?:pd|pandas)\.Timestamp\.(?:now|today)$/.test(name) && count === 0 ? ZONE : undefined;
}

function inPython(call: Call, name: string, count: number): string | undefined {
  const other = otherInPython(call, name, count);
  if (other !== undefined) return other;
  if (!DATETIME.test(name)) return undefined;
  const method = methodOf(call);
  switch (method) {
    case 'now':
      return count === 0
        ? 'gives a time without a zone. Is the zone of the machine meant?'
        : undefined;
    case 'utcnow':
      return 'gives a time that does not know that it is UTC. Is it compared with times that do?';
    case 'utcfromtimestamp':
      return 'gives a time that does not know that it is UTC. Is it compared with times that do?';
    case 'fromtimestamp':
      return count === 1 &&
        call.args[0]?.kind !== 'number' &&
        !name.replace('datetime.', '').endsWith('date.fromtimestamp')
        ? ZONE
        : undefined;
    case 'today':
      return ZONE;
    case 'strptime': {
      const format = plainText(call.args[1]);
      const hasHours = format !== undefined && /%[HI]/.test(format) && !/%[zZ]|Z$/.test(format);
      return hasHours
        ? 'gives a time without a zone. Which zone do the texts come from?'
        : undefined;
    }
    default:
      return undefined;
  }
}

/** A culture's styles say what a time without a zone is. */
function hasStyles(call: Call): boolean {
  return call.args.some((arg) =>
    /DateTimeStyles|RoundtripKind|AssumeUniversal|AdjustToUniversal/.test(
      dotted(arg.kind === 'binary' ? arg.left : arg) ?? '',
    ),
  );
}

function inGo(call: Call, name: string): string | undefined {
  const receiver = receiverOf(call);
  if (methodOf(call) === 'Truncate' && call.args[0] && isGoDays(call.args[0]) && receiver) {
    return 'cuts to the day of UTC, whatever the zone of the time. Is that the day that is meant?';
  }
  if (methodOf(call) === 'Local' && call.args.length === 0 && receiver && receiver.kind !== 'call')
    return ZONE;
  if (name !== 'time.Parse') return undefined;
  const layout = plainText(call.args[0]);
  const isNaive =
    layout !== undefined && /15|03/.test(layout) && !/MST|Z07|-07|[+]00|Z$/.test(layout);
  return isNaive ? 'takes a time without a zone for UTC. Is it?' : undefined;
}

function inPhp(call: Call, name: string, count: number): string | undefined {
  const written = plainText(call.args[0]);
  if (call.isNew && /^(?:DateTime|DateTimeImmutable)$/.test(name)) {
    return count < 2 &&
      !(written !== undefined && /Z$|[+-]\d\d:?\d\d$|UTC|^@/.test(written)) &&
      call.args[0]?.kind !== 'binary'
      ? ZONE
      : undefined;
  }
  if (/^(?:DateTime|DateTimeImmutable)\.createFromFormat$/.test(name))
    return count === 2 &&
      written !== undefined &&
      /[HhGg]/.test(written) &&
      !/[eOPTpU]|[+]/.test(written)
      ? ZONE
      : undefined;
  if (name === 'date_create' || name === 'date_create_immutable')
    return count < 2 ? ZONE : undefined;
  if (name === 'getdate' && count === 0) return ZONE;
  if (name === 'strtotime' && count === 1 && call.args[0]?.kind !== 'text')
    return call.args[0] &&
      /date|day|_at$|time|start|end|begin|until|from/i.test(namedBy(call.args[0]))
      ? ZONE
      : undefined;
  if (name === 'mktime') return 3 <= count ? ZONE : undefined;
  if (name === 'strtotime')
    return written !== undefined &&
      /today|tomorrow|yesterday|midnight|^\d{4}-\d\d-\d\d/.test(written) &&
      !/UTC|Z$/.test(written)
      ? ZONE
      : undefined;
  return name === 'date' && count === 1 && written !== undefined && /[dHjGNwlDz]/.test(written)
    ? ZONE
    : undefined;
}

const RAILS =
  /^(?:app|lib|config|db)\/|\/app\/(?:models|controllers|jobs|mailers|services|helpers|views)\//;

function isRailsCode({ path, view, outline }: RuleContext): boolean {
  if (/(?:^|\/)app\/(?:models|controllers|jobs|mailers|services|helpers|workers)\//.test(path))
    return true;
  if (
    outline.classes.some(({ bases }) =>
      bases.some((base) => /Application|ActiveRecord|ActiveJob|ActionController/.test(base)),
    )
  )
    return true;
  const isRailed = view
    .all('name')
    .some(({ name }) => /^(?:Rails|ActiveRecord|ApplicationRecord)$/.test(name));
  return (
    isRailed ||
    (RAILS.test(path) &&
      view
        .all('call')
        .some((call) => /^(?:days?|hours?|minutes?|ago|from_now|zone)$/.test(methodOf(call))))
  );
}
