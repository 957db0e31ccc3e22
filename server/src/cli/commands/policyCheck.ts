import { openJournal } from '../../app/journal.ts';
import { workTreePolicy } from '../../app/policyReader.ts';
import { type CliCommand, type CliContext, type CliInput, EXIT, JSON_OPTION } from '../command.ts';
import { counted } from '../plain.ts';
import { documentOf } from './policyShow.ts';

export const policyCheck: CliCommand = {
  name: 'policy check',
  summary: 'find settings that cannot be read, with file and line',
  about:
    'Finds countersign settings that cannot be read, with file and line, in the settings that speak for the top of the repository or for any file with AI records. Exit 2 when there are any.',
  args: [],
  options: [JSON_OPTION],
  examples: ['countersign policy check'],
  run,
};

async function run(context: CliContext, input: CliInput): Promise<number> {
  const opened = context.host.openRepository(context.dir, false);
  if (!opened.ok) return context.fail(opened.error);
  const repository = opened.value;
  const policyOf = await workTreePolicy(repository);
  const paths = ['', ...openJournal(repository.journal).book.aiPaths()];
  const problems = new Map(
    paths.flatMap((path) => policyOf(path).problems).map((problem) => [problem.text, problem]),
  );
  if (input.has('json')) {
    const whole = { ...policyOf(''), problems: [...problems.values()] };
    context.say(JSON.stringify(documentOf('', whole), null, 2));
  } else {
    for (const text of problems.keys()) context.say(text);
    context.say(
      problems.size === 0
        ? 'All countersign settings can be read.'
        : `${counted(problems.size, 'setting')} to mend; until then the gate refuses every commit.`,
    );
  }
  return problems.size === 0 ? EXIT.ok : EXIT.error;
}
