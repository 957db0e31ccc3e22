import { type CliCommand, JSON_OPTION } from '../command.ts';
import { writeHooks } from '../hooksWords.ts';

export const hooksInstall: CliCommand = {
  name: 'hooks install',
  summary: 'make git ask the gate before every commit and merge',
  about:
    'Makes git ask the gate before every commit and merge of this repository. A hook that is there already keeps running first. Doing it twice changes nothing; `hooks uninstall` restores every byte.',
  args: [],
  options: [
    { notation: '--dry-run', summary: 'say what would be done, and do nothing' },
    JSON_OPTION,
  ],
  examples: ['countersign hooks install --dry-run'],
  run: async (context, input) =>
    writeHooks(context, input, await context.host.hooks.install(context.dir, input.has('dryRun'))),
};
