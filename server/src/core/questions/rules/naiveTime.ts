import { isEcmascript } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { fixedDays } from '../facts/time/days.ts';
import { naiveTimeExamples } from './examples/naiveTime.ts';
import { nowParts } from '../facts/time/nowParts.ts';
import { plannedHours } from '../facts/time/plans.ts';
import { commentAbove, commentBehind } from '../facts/saidWhy.ts';
import { dateTexts, libraryDays, mixedZones } from '../facts/time/texts.ts';
import { calls, localProperties, localZone } from '../facts/time/zones.ts';

/** Dates and times that leave out where in the world they are. */
export const naiveTime: Rule = {
  id: 'naive-time',
  row: 20,
  title: 'Time without a zone',
  severity: 'normal',
  concern: 'logic',
  weight: 3,
  cwe: [682],
  kind: 'question',
  isOn: true,
  absent: {},
  looksAround: true,
  *find(context: RuleContext): Iterable<Trigger> {
    if (context.isTest || SAMPLE.test(context.path)) return;
    for (const one of found(context)) if (!isSaid(context, one)) yield one;
  },
  ask: ({ code, effect, line }) => `Line ${line}: ${code ?? ''} ${effect ?? ''}`,
  obligations: ['time', 'boundary'],
  page: {
    why: 'A time without a zone means another moment on another machine, and a day is not always 24 hours: when clocks change it has 23 or 25. Reports shift by a day, jobs run twice or not at all.',
    instead:
      "Keep moments in UTC, with their zone, and turn them into a place's time where they are shown. Add days by the calendar, not by hours.",
    sources: ['CWE-682', 'CodeRabbit 2025: logic and correctness issues 1.75 x in AI code'],
  },
  examples: naiveTimeExamples,
};

/** What shows parts of a page, with made-up data. */
const SAMPLE = /\.stories\.[jt]sx?$|(?:^|\/)testutils\.\w+$/;

function* found(context: RuleContext): Iterable<Trigger> {
  yield* fixedDays(context);
  yield* calls(context);
  yield* nowParts(context);
  yield* plannedHours(context);
  if (isEcmascript(context.language)) {
    yield* dateTexts(context);
    yield* libraryDays(context);
    yield* mixedZones(context);
  }
  if (context.language === 'csharp') yield* localProperties(context);
  if (context.language === 'go') yield* localZone(context);
}

/** The comment says 24 hours; Rust's tests stand in the file; the kind is set behind it. */
function isSaid({ view, language }: RuleContext, { at, about }: Trigger): boolean {
  const { text } = view;
  const effect = about['effect'] ?? '';
  if (effect.includes('24 hours'))
    return /\b24\b/.test(`${commentAbove(text, at)} ${commentBehind(view, at)}`);
  if (language === 'rust')
    return /#\[cfg\(test\)\]\s*(?:pub )?mod \w+ \{/.test(text.slice(0, at.start));
  if (language === 'csharp')
    return (
      /without a zone/.test(effect) &&
      /DateTimeKind\.|SpecifyKind|Assume(?:Local|Universal)/.test(text.slice(at.end))
    );
  return false;
}
