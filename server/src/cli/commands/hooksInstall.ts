import { type CliCommand, JSON_OPTION } from '../command.ts';
import { changeHooks, SCOPE_OPTIONS } from './hooksChange.ts';

export const hooksInstall: CliCommand = {
  name: 'hooks install',
  summary: 'make git ask the gate before every commit and merge',
  about:
    'Makes git ask the gate before every commit and merge of this repository, keep what is known of committed AI code in refs/notes/countersign, and share that at every push. A hook that is there already keeps running first. Doing it twice changes nothing; At a terminal it asks whether `git fetch` shall bring the records of the team too. `hooks uninstall` restores every byte. With --agents: makes coding agents tell Countersign what they write, by hooks in your own settings of them; the changes are shown before anything is written.',
  args: [],
  options: [
    ...SCOPE_OPTIONS,
    { notation: '--fetch', summary: "let `git fetch` bring the team's records, without asking" },
    { notation: '--yes', summary: "write agents' settings without asking" },
    { notation: '--dry-run', summary: 'say what would be done, and do nothing' },
    JSON_OPTION,
  ],
  examples: [
    'countersign hooks install --dry-run',
    'countersign hooks install --agents claude-code,codex',
  ],
  run: (context, input) => changeHooks(context, input, 'install'),
};
