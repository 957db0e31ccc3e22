import { type CliCommand, JSON_OPTION } from '../command.ts';
import { changeHooks, SCOPE_OPTIONS } from './hooksChange.ts';

export const hooksInstall: CliCommand = {
  name: 'hooks install',
  summary: 'make git ask the gate before every commit and merge',
  about:
    'Makes git ask the gate before every commit and merge here, keep what is known of AI code in refs/notes/countersign, and share that at every push. A hook that is there already runs first. Doing it twice changes nothing; `hooks uninstall` restores every byte. With --agents: makes coding agents tell what they write, by hooks in your own settings of them; the changes are shown first.',
  args: [],
  options: [
    ...SCOPE_OPTIONS,
    { notation: '--fetch', summary: "let git fetch bring the team's records too (else asked)" },
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
