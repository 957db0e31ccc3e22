import { ok } from '../../core/result.ts';
import { type CliCommand, JSON_OPTION } from '../command.ts';
import { writeHooks } from '../hooksWords.ts';
import { agentNames, gitQuietly, SCOPE_OPTIONS } from './hooksChange.ts';

export const hooksStatus: CliCommand = {
  name: 'hooks status',
  summary: 'say which hooks are in place',
  about:
    'Says which git hooks are in place and what they run, and which coding agents tell Countersign what they write. Changes nothing.',
  args: [],
  options: [...SCOPE_OPTIONS, JSON_OPTION],
  examples: ['countersign hooks status'],
  async run(context, input) {
    const { hooks } = context.host;
    const names = agentNames(input);
    const git =
      names === undefined || input.has('git')
        ? await hooks.status(context.dir)
        : ok(await gitQuietly(context, input));
    if (!git.ok || (names === undefined && input.has('git')))
      return writeHooks(context, input, git);
    const found = await hooks.agents.status(names ?? ['all']);
    if (!found.ok) return context.fail(found.error);
    const { agents, notes } = found.value;
    const { messages } = git.value;
    const report = ok({ ...git.value, messages: [...messages, ...notes] });
    return writeHooks(context, input, report, { agents });
  },
};
