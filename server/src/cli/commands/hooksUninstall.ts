import { type CliCommand, JSON_OPTION } from '../command.ts';
import { changeHooks, SCOPE_OPTIONS } from './hooksChange.ts';

export const hooksUninstall: CliCommand = {
  name: 'hooks uninstall',
  summary: 'take the git hooks away again',
  about:
    'Takes the git hooks of Countersign away and puts back what was there before, byte for byte. With --agents: the same for the settings of coding agents; in a file that was edited since, only our entries go.',
  args: [],
  options: [
    ...SCOPE_OPTIONS,
    { notation: '--dry-run', summary: 'say what would be done, and do nothing' },
    JSON_OPTION,
  ],
  examples: ['countersign hooks uninstall', 'countersign hooks uninstall --git --agents all'],
  run: (context, input) => changeHooks(context, input, 'uninstall'),
};
