import { type CliCommand, JSON_OPTION } from '../command.ts';
import { writeHooks } from '../hooksWords.ts';

export const hooksStatus: CliCommand = {
  name: 'hooks status',
  summary: 'say which git hooks are in place',
  about: 'Says which git hooks are in place and what they run. Changes nothing.',
  args: [],
  options: [JSON_OPTION],
  examples: ['countersign hooks status'],
  run: async (context, input) =>
    writeHooks(context, input, await context.host.hooks.status(context.dir)),
};
