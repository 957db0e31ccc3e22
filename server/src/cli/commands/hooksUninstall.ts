import { type CliCommand, JSON_OPTION } from '../command.ts';
import { writeHooks } from '../hooksWords.ts';

export const hooksUninstall: CliCommand = {
  name: 'hooks uninstall',
  summary: 'take the git hooks away again',
  about:
    'Takes the git hooks of Countersign away and puts back what was there before, byte for byte.',
  args: [],
  options: [
    { notation: '--dry-run', summary: 'say what would be done, and do nothing' },
    JSON_OPTION,
  ],
  examples: ['countersign hooks uninstall'],
  run: async (context, input) =>
    writeHooks(
      context,
      input,
      await context.host.hooks.uninstall(context.dir, input.has('dryRun')),
    ),
};
