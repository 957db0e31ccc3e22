import type { Call, Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import {
  bare,
  calleeOf,
  dotted,
  lastWord,
  methodOf,
  plainText,
  receiverOf,
} from '../../../code/say.ts';
import { isEcmascript, type LanguageId } from '../../languageId.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { effectAt } from '../../words.ts';
import { variablesOf } from '../variables.ts';

/** What day, weekday or hour it is now, in the zone of the machine: `new Date().getDay()`, `Time.now.hour`. */
export function* nowParts({ view, language }: RuleContext): Iterable<Trigger> {
  const words = PARTS[language];
  if (!words) return;
  const seen = new Set<string>();
  for (const one of view.all('call', 'member')) {
    const isCall = one.kind === 'call';
    const object = isCall ? receiverOf(one) : one.object;
    const name = isCall ? methodOf(one) : one.name;
    if (!object || !words.test(name) || (!isCall && language !== 'csharp')) continue;
    if (!isNow(view, object, language) || (isCall && !takesDay(one, language))) continue;
    const line = String(view.lineOf(one));
    if (seen.has(line) || isSaid(view, one)) continue;
    seen.add(line);
    yield effectAt(view, one, NOW);
  }
}

const NOW = 'is taken in the zone of the machine. Is that the zone that is meant?';

const PARTS: { readonly [L in LanguageId]?: RegExp } = {
  typescript: /^(?:get(?:Day|Date|Hours|Month)|setHours)$/,
  tsx: /^(?:get(?:Day|Date|Hours|Month)|setHours)$/,
  javascript: /^(?:get(?:Day|Date|Hours|Month)|setHours)$/,
  go: /^(?:Weekday|Day|Month|Hour|YearDay|Date|ISOWeek|Format)$/,
  ruby: /^(?:hour|wday|mday|day|month|yday|to_date|strftime|(?:mon|tues|wednes|thurs|fri|satur|sun)day\?)$/,
  csharp: /^(?:Hour|Date|DayOfWeek|Day|TimeOfDay|DateTime|LocalDateTime)$/,
};

function isNow(view: CodeView, code: Code, language: LanguageId): boolean {
  const one = bare(code);
  if (one.kind === 'name') {
    const [value, other] = variablesOf(view).get(one.name)?.values ?? [];
    return value !== undefined && !other && value.kind !== 'name' && isNow(view, value, language);
  }
  if (language === 'csharp') return /^(?:System\.)?DateTimeOffset\.Now$/.test(dotted(one) ?? '');
  if (one.kind !== 'call') return false;
  const name = calleeOf(one);
  if (isEcmascript(language)) return one.isNew && name === 'Date' && one.args.length === 0;
  if (language === 'go') return /^time\.(?:Now|Unix|UnixMilli)$/.test(name);
  return name === 'Time.now';
}

/** `Format("2006-01-02")`, `strftime("%H")`, `setHours(0, 0, 0, 0)`; not a stamp for a log or a file. */
function takesDay(call: Call, language: LanguageId): boolean {
  const [first] = call.args;
  const method = methodOf(call);
  if (method === 'setHours') return first?.kind === 'number';
  const format = plainText(first);
  if (language === 'go' && method === 'Format')
    return (
      format !== undefined &&
      /^(?:2006-01-02|02\.01\.2006|01\/02\/2006|15:04|Mon(?:day)?|2006-01-02 15:04)$/.test(format)
    );
  if (method === 'strftime')
    return (
      format !== undefined && /^(?:%Y-%m-%d|%F|%d\.%m\.%Y|%m\/%d\/%Y|%H|%H:%M|%A|%u)$/.test(format)
    );
  return true;
}

/** Put into a log line or a file's name. */
function isSaid(view: CodeView, code: Code): boolean {
  return view
    .around(code)
    .slice(0, 5)
    .some(
      (node) =>
        (node.kind === 'call' &&
          /^(?:log|debug|info|warn|error|print\w*|Print\w*|puts|Sprintf|Errorf|Fatalf|Join|join|copyright)$/i.test(
            methodOf(node),
          )) ||
        ((node.kind === 'declare' || node.kind === 'assign') &&
          /file|path|log|stamp|suffix|prefix|backup|version/i.test(lastWord(node.target))),
    );
}
