import { resolve } from 'node:path';
import { RULES_FOLDER, ruleFilesOnDisk } from '../../app/questions/teamFiles.ts';
import type { RuleFile } from '../../core/questions/team/teamRule.ts';
import type { TeamTrial, TriedRule } from '../../core/questions/team/trial.ts';
import type { Problem, Repository } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';
import { type CliCommand, type CliContext, type CliInput, EXIT, JSON_OPTION } from '../command.ts';
import { readTarget } from '../paths.ts';
import { aligned, counted, plain } from '../plain.ts';
import type { RulesTestJson } from '../schemas/rulesTest.ts';

export const rulesTest: CliCommand = {
  name: 'rules test',
  summary: "try a team's own rules on their examples",
  about: `Tries the rules in ${RULES_FOLDER} on the examples they bring: what \`asks\` must be found (on the lines that end in ⟵, where any does), what \`quiet\` must not. Exit 1 when an example is not as it should be, 2 when a file has a mistake.`,
  args: [{ notation: '[file...]', summary: `rule files (default: all in ${RULES_FOLDER})` }],
  options: [JSON_OPTION],
  examples: ['countersign rules test', `countersign rules test ${RULES_FOLDER}/sql.yml`],
  run,
};

async function run(context: CliContext, input: CliInput): Promise<number> {
  const opened = context.host.openRepository(context.dir, false);
  if (!opened.ok) return context.fail(opened.error);
  const files = filesAsked(context, opened.value, input.args);
  if (!files.ok) return context.fail(files.error);
  if (files.value.length === 0 && !input.has('json')) {
    for (const line of HOW_TO_BEGIN) context.say(line);
    return EXIT.ok;
  }
  const trial = await context.host.tryTeam(files.value);
  if (trial.failure !== undefined) {
    const message = `the rules could not be run (${trial.failure}). Install Countersign again.`;
    return context.fail({ code: 'team-rules', message });
  }
  if (input.has('json')) context.say(JSON.stringify(documentOf(trial), null, 2));
  else for (const line of words(context, trial)) context.say(line);
  if (0 < trial.problems.length) return EXIT.error;
  return nWrong(trial) === 0 ? EXIT.ok : EXIT.refused;
}

function filesAsked(
  { host, dir }: CliContext,
  { place, projectFiles }: Repository,
  names: readonly string[],
): Result<readonly RuleFile[], Problem> {
  if (names.length === 0) return ok(ruleFilesOnDisk(projectFiles().own));
  const files: RuleFile[] = [];
  for (const name of names) {
    const target = readTarget(place.topLevel, dir, name);
    if (!target.ok) return target;
    const text = host.files.read(resolve(dir, name));
    if (!text.ok) return text;
    files.push({ path: target.value.path, text: text.value });
  }
  return ok(files);
}

const HOW_TO_BEGIN = [
  `There are no rules in ${RULES_FOLDER} yet. A rule is a file there, for example ${RULES_FOLDER}/no-eval.yml:`,
  '',
  '  id: no-eval',
  '  language: JavaScript',
  '  rule:',
  '    pattern: eval($CODE)',
  '  question: Who can write what `$CODE` holds, and must it be evaluated?',
  '  severity: error',
  '  examples:',
  '    - asks: |',
  '        eval(input) ⟵',
  '      quiet: |',
  '        JSON.parse(input)',
  '',
  "Then `countersign rules test` tries it. Patterns are ast-grep's: https://ast-grep.github.io/guide/rule-config.html",
];

function words({ paint }: CliContext, { rules, problems }: TeamTrial): string[] {
  const paths = [...new Set(rules.map(({ path }) => path))];
  const lines = paths.flatMap((path) => [
    paint.stdout.bold(plain(path)),
    ...aligned(rules.filter((rule) => rule.path === path).map(row)),
  ]);
  const wrong = rules.flatMap(({ id, path, examples }) =>
    examples.flatMap((example) =>
      example.wrong === undefined
        ? []
        : [`${path}:${example.line}: ${id}, \`${example.part}\`: ${example.wrong}.`],
    ),
  );
  return [
    ...lines,
    ...(lines.length === 0 ? [] : ['']),
    ...problems.map(({ text }) => plain(text)),
    ...wrong.map(plain),
    ending(rules, problems.length, wrong.length),
  ];
}

function row({ id, line, examples }: TriedRule): readonly string[] {
  const nWrongHere = examples.filter(({ wrong }) => wrong !== undefined).length;
  const state =
    examples.length === 0
      ? 'no examples: give it some'
      : nWrongHere === 0
        ? `${counted(examples.length, 'example')}, as they should be`
        : `${counted(examples.length, 'example')}, ${nWrongHere} not as it should be`;
  return [`  ${plain(id)}`, `line ${line}`, state];
}

function ending(rules: readonly TriedRule[], nProblems: number, nWrongOnes: number): string {
  const nExamples = rules.reduce((n, { examples }) => n + examples.length, 0);
  const tried = `${counted(rules.length, 'rule')} tried on ${counted(nExamples, 'example')}`;
  if (0 < nProblems) {
    return `${counted(nProblems, 'mistake')} to mend; until then what has one asks nothing. ${tried}.`;
  }
  return nWrongOnes === 0
    ? `${tried}: all as it should be.`
    : `${tried}: ${nWrongOnes} not as it should be.`;
}

function nWrong({ rules }: TeamTrial): number {
  return rules.flatMap(({ examples }) => examples).filter(({ wrong }) => wrong !== undefined)
    .length;
}

function documentOf(trial: TeamTrial): RulesTestJson {
  return {
    schema: 'countersign.rules-test/1',
    rules: trial.rules.map(({ id, path, line, examples }) => ({
      id,
      path,
      line,
      examples: examples.map((example) => ({ ...example, wrong: example.wrong ?? null })),
    })),
    problems: trial.problems.map(({ path, line, text }) => ({ path, line, text })),
    nWrong: nWrong(trial),
  };
}
