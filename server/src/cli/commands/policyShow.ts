import { workTreePolicy } from '../../app/policyReader.ts';
import type { EffectivePolicy } from '../../core/policy/effective.ts';
import { forEveryKey, type Policy, requiredAnswers, SETTING_OF } from '../../core/policy/policy.ts';
import { type CliCommand, type CliContext, type CliInput, EXIT, JSON_OPTION } from '../command.ts';
import { policyJson } from '../json/block.ts';
import { readTarget } from '../paths.ts';
import { aligned, plain } from '../plain.ts';
import type { PolicyJson } from '../schemas/policy.ts';

export const policyShow: CliCommand = {
  name: 'policy show',
  summary: 'show the policy in force, and which file sets each value',
  about:
    'Shows the policy in force for a file (default: the top of the repository) as the work tree has it, and which settings file sets each value.',
  args: [{ notation: '[path]', summary: 'a file of the repository' }],
  options: [JSON_OPTION],
  examples: ['countersign policy show src/price.ts'],
  run,
};

async function run(context: CliContext, input: CliInput): Promise<number> {
  const opened = context.host.openRepository(context.dir, false);
  if (!opened.ok) return context.fail(opened.error);
  const repository = opened.value;
  const word = input.args[0];
  const target =
    word === undefined ? undefined : readTarget(repository.place.topLevel, context.dir, word);
  if (target && !target.ok) return context.fail(target.error);
  const path = target?.value.path ?? '';
  const effective = (await workTreePolicy(repository))(path);
  if (input.has('json')) context.say(JSON.stringify(documentOf(path, effective), null, 2));
  else for (const line of aligned(rowsOf(effective))) context.say(line);
  for (const { text } of effective.problems) context.tell(context.paint.stderr.red(text));
  return EXIT.ok;
}

export function documentOf(path: string, effective: EffectivePolicy): PolicyJson {
  return {
    schema: 'countersign.policy/1',
    path,
    policy: policyJson(effective),
    problems: effective.problems.map(({ path: file, line, text }) => ({ path: file, line, text })),
  };
}

function rowsOf({ policy, sources }: EffectivePolicy): readonly string[][] {
  const row = (key: keyof Policy): string[] => [
    SETTING_OF[key],
    plain(JSON.stringify(key === 'requiredAnswers' ? requiredAnswers(policy) : policy[key])),
    plain(sources[key]),
  ];
  return Object.values(forEveryKey(row));
}
