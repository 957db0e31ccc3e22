import type { Call, Code } from '../../../code/code.ts';
import { calleeOf, methodOf, plainText, receiverOf } from '../../../code/say.ts';
import { isEcmascript, type LanguageId } from '../../languageId.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { effectAt } from '../../words.ts';

/** Jobs that run at an hour of the day and do not say of which zone. */
export function* plannedHours({ view, language, outline }: RuleContext): Iterable<Trigger> {
  for (const call of view.all('call')) {
    if (isPlan(call, language) && !saysZone(view.textOf(view.statementOf(call)), language)) {
      yield effectAt(view, call, AT);
    }
  }
  if (language !== 'java') return;
  for (const one of outline.functions) {
    for (const decorator of one.decorators) {
      if (!view.isOwn(decorator) || !isScheduled(decorator)) continue;
      yield effectAt(view, decorator, AT);
    }
  }
}

const AT = 'runs at an hour of the machine’s zone. Is that the zone that is meant?'.replace(
  '’',
  "'",
);

function isScheduled(decorator: Code): boolean {
  if (decorator.kind !== 'call' || methodOf(decorator) !== 'Scheduled') return false;
  const named = (name: string): Code | undefined => {
    const found = decorator.args.find(
      (arg) => (arg.kind === 'named' || arg.kind === 'assign') && nameOf(arg) === name,
    );
    return found?.kind === 'named' || found?.kind === 'assign' ? found.value : undefined;
  };
  return hasHour(plainText(named('cron'))) && named('zone') === undefined;
}

function nameOf(code: Code): string {
  if (code.kind === 'named') return code.name;
  return code.kind === 'assign' && code.target.kind === 'name' ? code.target.name : '';
}

/** Whether a plan in cron's words names an hour. */
function hasHour(plan: string | undefined): boolean {
  if (plan === undefined) return false;
  if (/^@(?:daily|midnight|weekly)$/.test(plan)) return true;
  const fields = plan.trim().split(/\s+/);
  const hour =
    fields.length === 5
      ? fields[1]
      : fields.length === 6 || fields.length === 7
        ? fields[2]
        : undefined;
  return hour !== undefined && /^\d/.test(hour);
}

function isPlan(call: Call, language: LanguageId): boolean {
  const name = calleeOf(call);
  const [first] = call.args;
  const written = plainText(first);
  if (isEcmascript(language)) {
    if (/(?:^|\.)(?:cron|schedule|nodeCron|nodeSchedule)\.schedule(?:Job)?$/i.test(name))
      return hasHour(written);
    return call.isNew && /(?:^|\.)CronJob$/.test(name) && hasHour(written);
  }
  if (language === 'python')
    return (
      methodOf(call) === 'at' &&
      call.args.length === 1 &&
      /^\d\d:\d\d/.test(written ?? '') &&
      isEvery(call)
    );
  return (
    language === 'php' &&
    /^(?:dailyAt|twiceDaily|weeklyOn|at)$/.test(methodOf(call)) &&
    /^\d{1,2}:\d\d$/.test(plainText(call.args.at(-1)) ?? '') &&
    isCommand(call)
  );
}

function isEvery(call: Call): boolean {
  let one: Code | undefined = receiverOf(call);
  for (let depth = 0; one && depth < 6; depth++) {
    if (one.kind === 'call') {
      if (methodOf(one) === 'every') return true;
      one = receiverOf(one);
    } else if (one.kind === 'member') one = one.object;
    else return false;
  }
  return false;
}

function isCommand(call: Call): boolean {
  let one: Code | undefined = receiverOf(call);
  for (let depth = 0; one?.kind === 'call' && depth < 6; depth++) {
    if (/^(?:command|job|call|exec)$/.test(methodOf(one))) return true;
    one = receiverOf(one);
  }
  return false;
}

function saysZone(words: string, language: LanguageId): boolean {
  return language === 'php'
    ? /timezone/i.test(words)
    : /time_?zone|\btz\b|utcOffset|Europe\/|America\//i.test(words);
}
