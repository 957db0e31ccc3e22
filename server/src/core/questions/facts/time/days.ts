import { createDeclaredTypes, type DeclaredTypes } from '../declaredTypes.ts';
import type { Binary, Call, Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import {
  bare,
  calleeOf,
  doneIn,
  dotted,
  lastWord,
  methodOf,
  receiverOf,
} from '../../../code/say.ts';
import type { LanguageId } from '../../languageId.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { effectAt } from '../../words.ts';
import { contains } from '../../../text/range.ts';

/** `time + 24 * 60 * 60 * 1000`, `(b - a) / 86400000`. */
export function* fixedDays(context: RuleContext): Iterable<Trigger> {
  const { view, language } = context;
  const types = createDeclaredTypes(context);
  const done: Code[] = [];
  for (const one of view.all('binary', 'assign')) {
    const sum = partsOf(one);
    if (!sum || done.some((outer) => contains(outer, one))) continue;
    const { left, right, operator } = sum;
    const isAdded =
      /^[-+]$/.test(operator) &&
      (isDays(view, right) ? isTime(left, types) : isDays(view, left) && isTime(right, types));
    const isDivided =
      operator === '/' &&
      ((isDays(view, right) && isDifference(left)) ||
        (right.kind === 'number' && right.value === 24 && isHoursBetween(left)));
    if (!isAdded && !isDivided) continue;
    if (IS_SPAN.test(view.flat(view.statementOf(one)).slice(0, 200)) || isSpanFunction(view, one))
      continue;
    done.push(one);
    yield effectAt(view, one, `takes a day for 24 hours. ${DAY}`);
  }
  for (const call of view.all('call')) {
    const between = methodOf(call) === 'toDays' ? receiverOf(call) : undefined;
    if (between?.kind === 'call' && calleeOf(between) === 'Duration.between')
      yield effectAt(view, call, `takes a day for 24 hours. ${DAY}`);
    if (
      !isDayCall(call, view, language) ||
      IS_SPAN.test(view.flat(view.statementOf(call)).slice(0, 200))
    )
      continue;
    if (isSpanFunction(view, call)) continue;
    yield effectAt(view, call, `takes a day for 24 hours. ${DAY}`);
  }
}

/** `24 * time.Hour`, `-24*time.Hour`, `time.Duration(n) * 24 * time.Hour`. */
export function isGoDays(code: Code): boolean {
  let hours = 1;
  let hasHour = false;
  let hasNumber = false;
  for (const node of doneIn(code)) {
    if (node.kind === 'number') {
      hours *= node.value;
      hasNumber = true;
    }
    hasHour ||= dotted(node) === 'time.Hour';
  }
  return hasHour && hasNumber && isHours(hours);
}

const DAY = 'A day with a clock change has 23 or 25 hours. Right here?';

const DAYS: ReadonlySet<number> = new Set([
  86_400, 86_400_000, 604_800, 604_800_000, 86_400_000_000_000,
]);

/** Lengths of time, for which a day may well be 24 hours. */
const IS_SPAN =
  /expir|ttl|max_?age|timeout|cache|session|token|cookie|retention|stale|interval|lifetime|valid|backoff|delay|uptime|elapsed|lease|cert|cleanup|purge|prune|throttle|grace/i;

const TIME_TYPE =
  /^(?:std::)?(?:time_t|time\.Time|Date|DateTime|ZonedDateTime|Instant|Calendar|datetime)\b/;
const IS_TIME =
  /date|time|now|day|today|yesterday|tomorrow|start|end|begin|since|until|due|from|deadline|birth|when|moment|timestamp|midnight|week|created|updated|checkin|check_in/i;

function isSpanFunction(view: CodeView, code: Code): boolean {
  return IS_SPAN.test(view.enclosing(code, 'function')?.name ?? '');
}

interface Parts {
  readonly left: Code;
  readonly right: Code;
  readonly operator: string;
}

function partsOf(one: Binary | Code): Parts | undefined {
  if (one.kind === 'binary') return one;
  if (one.kind !== 'assign' || one.value === undefined || !/^[-+]=$/.test(one.operator))
    return undefined;
  return { left: one.target, right: one.value, operator: one.operator.slice(0, 1) };
}

/** Whole days in seconds, milliseconds or nanoseconds, written as a product or as a number. */
function isDays(view: CodeView, code: Code): boolean {
  const value = productOf(code);
  // `14 * 86400`: written as a product of days.
  if (value !== undefined)
    return isDayNumber(value) || (code.kind === 'binary' && 0 < value && value % 86_400 === 0);
  if (code.kind === 'binary' && code.operator === '*') {
    // `days * 86400000`, `n * 24 * 60 * 60 * 1000`.
    const rest = productWithout(code);
    return rest !== undefined && isDayNumber(rest);
  }
  return isDayName(code) && view.isOwn(code);
}

function isDayNumber(value: number): boolean {
  return DAYS.has(value) || (86_400_000 <= value && value < 1e12 && value % 86_400_000 === 0);
}

function productOf(code: Code): number | undefined {
  if (code.kind === 'number') return code.value;
  if (code.kind !== 'binary' || code.operator !== '*') return undefined;
  const [left, right] = [productOf(code.left), productOf(code.right)];
  return left === undefined || right === undefined ? undefined : left * right;
}

/** The numbers of a product, where one factor has a name. */
function productWithout(code: Code): number | undefined {
  if (code.kind === 'binary' && code.operator === '*') {
    const [left, right] = [productWithout(code.left), productWithout(code.right)];
    return left === undefined || right === undefined ? undefined : left * right;
  }
  if (code.kind === 'number') return code.value;
  if (code.kind !== 'name' && code.kind !== 'member') return undefined;
  return isDayName(code) ? 86_400_000 : 1;
}

function isTime(code: Code, types: DeclaredTypes): boolean {
  const one = bare(code);
  if (one.kind === 'call') {
    return /^(?:getTime|valueOf|now|Now|time|Unix|UnixMilli|currentTimeMillis|getTimeInMillis|strtotime|mktime|to_i|timestamp|getTimestamp|toEpochMilli|Date|time_t)$/.test(
      methodOf(one),
    );
  }
  if (one.kind === 'binary') return isTime(one.left, types) || isTime(one.right, types);
  if (one.kind === 'unary') return isTime(one.operand, types);
  return IS_TIME.test(lastWord(one)) || TIME_TYPE.test(types.typeOf(one) ?? '');
}

function isDifference(code: Code): boolean {
  const one = bare(code);
  if (one.kind === 'call') {
    const receiver = receiverOf(one);
    if (methodOf(one) === 'difftime') return true;
    return one.args.some(isDifference) || (receiver !== undefined && isDifference(receiver));
  }
  return (
    one.kind === 'binary' &&
    one.operator === '-' &&
    (IS_TIME.test(namesOf(one.left)) || IS_TIME.test(namesOf(one.right)))
  );
}

/** `end.Sub(start).Hours()`, `Duration.between(a, b).toHours()`, `(b - a).num_hours()`, `span.TotalHours`. */
function isHoursBetween(code: Code): boolean {
  const one = bare(code);
  if (one.kind === 'member') return one.name === 'TotalHours';
  return (
    one.kind === 'call' &&
    /^(?:Hours|toHours|num_hours|in_hours|inHours|whole_hours)$/.test(methodOf(one))
  );
}

function namesOf(code: Code): string {
  const words: string[] = [];
  for (const node of doneIn(code))
    if (node.kind === 'name' || node.kind === 'member') words.push(node.name);
  return words.join(' ');
}

/** `t.Add(24 * time.Hour)`, `date.AddHours(24)`, `plusHours(24)`, `Duration::hours(24)`, `timedelta(hours=24)`. */
function isDayCall(call: Call, view: CodeView, language: LanguageId): boolean {
  const method = methodOf(call);
  const [first] = call.args;
  if (!first) return false;
  switch (language) {
    case 'go':
      return method === 'Add' && receiverOf(call) !== undefined && isGoDays(first);
    case 'java':
      if (/^(?:plusHours|minusHours)$/.test(method)) return isHours(productOf(first));
      return /^(?:plus|minus)$/.test(method) && isDayLong(first) && !isInstant(receiverOf(call));
    case 'csharp':
      if (method === 'FromHours')
        return isHours(productOf(first)) && view.parentOf(call)?.kind === 'binary';
      return (
        method === 'AddHours' && isHours(productOf(first.kind === 'unary' ? first.operand : first))
      );
    case 'rust':
      if (method === 'seconds') return productOf(first) === 86_400;
      return method === 'hours' && isHours(productOf(first));
    case 'python': {
      const isDelta = method === 'timedelta' && first.kind === 'named' && first.name === 'hours';
      return isDelta && isHours(productOf(first.value));
    }
    case 'cpp':
      return (
        /(?:^|\.)chrono\.hours$/.test(calleeOf(call)) &&
        isHours(productOf(first)) &&
        view.parentOf(call)?.kind === 'binary'
      );
    default:
      return false;
  }
}

/** Java's `Duration.ofDays(1)`, `Duration.ofHours(24)`. */
function isDayLong(code: Code): boolean {
  if (code.kind !== 'call') return false;
  const [first] = code.args;
  const name = calleeOf(code);
  return (
    name === 'Duration.ofDays' ||
    (name === 'Duration.ofHours' && first !== undefined && isHours(productOf(first)))
  );
}

/** Moments of no calendar. */
function isInstant(code: Code | undefined): boolean {
  const words = code?.kind === 'call' ? calleeOf(code) : code ? lastWord(code) : '';
  return /instant|\.now$/i.test(words) || code?.kind !== 'name';
}

function isHours(value: number | undefined): boolean {
  return value !== undefined && value !== 0 && value % 24 === 0;
}

const DAY_NAME =
  /^(?:(?:MS|MILLIS|SECONDS|SECS|MILLISECONDS)_(?:PER|IN|A)_(?:A_)?DAY|(?:ONE_)?DAY(?:_IN)?_(?:MS|MILLIS|SECONDS|SECS)|DAY_MS|ONE_DAY|oneDay|one_day|msPerDay|dayMs|dayInMs|oneDayMs|millisecondsPerDay|DAY_IN_SECONDS)$/;

function isDayName(code: Code): boolean {
  return DAY_NAME.test(lastWord(code));
}
