import { openJournal } from '../../app/journal.ts';
import type { Answer } from '../../core/records/record.ts';
import { type CliCommand, EXIT, JSON_OPTION } from '../command.ts';
import { aligned, plain } from '../plain.ts';
import type { RuleStatsJson } from '../schemas/rules.ts';

/** Above this share of "not applicable", over so many answers, a rule asks in the wrong places. */
const DEMOTE_SHARE = 0.6;
const DEMOTE_MIN = 5;

export const rulesStats: CliCommand = {
  name: 'rules stats',
  summary: 'count the answers to each rule, as this clone knows them',
  about:
    'Counts what people answered to the questions of each rule, as this clone has it. A rule that mostly does not apply is named, so that a team can turn it off (countersign.questions.disabled).',
  args: [],
  options: [JSON_OPTION],
  examples: ['countersign rules stats'],
  async run(context, input) {
    const opened = context.host.openRepository(context.dir, false);
    if (!opened.ok) return context.fail(opened.error);
    const { book } = openJournal(opened.value.journal);
    const rules = statsOf(book.answers().map(({ detail }) => [detail.rule, detail.answer]));
    if (input.has('json')) {
      const document: RuleStatsJson = { schema: 'countersign.rules/1', rules };
      context.say(JSON.stringify(document, null, 2));
      return EXIT.ok;
    }
    if (rules.length === 0) {
      context.say('Nobody has answered a question here yet: `countersign review` asks them.');
      return EXIT.ok;
    }
    const head = ['rule', 'ok', 'problem', 'not applicable', 'not useful'];
    const rows = rules.map(({ rule, ok, problem, notApplicable, notUseful }) => [
      plain(rule),
      ...[ok, problem, notApplicable, notUseful].map(String),
    ]);
    for (const line of aligned([head, ...rows])) context.say(line);
    for (const { rule, suggestsDemotion } of rules) {
      if (!suggestsDemotion) continue;
      context.say(
        `${plain(rule)} mostly does not apply here: consider "countersign.questions.disabled": ["${plain(rule)}"].`,
      );
    }
    return EXIT.ok;
  },
};

function statsOf(
  answers: readonly (readonly [rule: string, answer: Answer | 'withdrawn'])[],
): RuleStatsJson['rules'] {
  const rules = [...new Set(answers.map(([rule]) => rule))].sort();
  return rules.map((rule) => {
    const its = answers.filter(([of]) => of === rule);
    const nOf = (wanted: Answer): number => its.filter(([, answer]) => answer === wanted).length;
    const notApplicable = nOf('not-applicable');
    return {
      rule,
      ok: nOf('ok'),
      problem: nOf('problem'),
      notApplicable,
      notUseful: nOf('not-useful'),
      suggestsDemotion: DEMOTE_MIN <= its.length && DEMOTE_SHARE * its.length < notApplicable,
    };
  });
}
