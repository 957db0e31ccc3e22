import { join } from 'node:path';
import type { FileAgent, Homes } from '../agent.ts';

/** Timeouts are seconds. One quoted `command`: versions that do not know `args` would ignore it. */
export const claudeCode: FileAgent = {
  kind: 'file',
  id: 'claude-code',
  title: 'Claude Code',
  folder,
  file: (homes) => join(folder(homes), 'settings.json'),
  head: {},
  entries(commandFor) {
    const command = commandFor('claude-code').sh;
    const matcher = 'Edit|Write|MultiEdit|NotebookEdit|Bash';
    const later = { type: 'command', command, timeout: 10, async: true };
    return [
      {
        event: 'PreToolUse',
        value: { matcher, hooks: [{ type: 'command', command, timeout: 5 }] },
      },
      { event: 'PostToolUse', value: { matcher, hooks: [later] } },
      // Only this event names the model.
      { event: 'SessionStart', value: { hooks: [{ ...later, timeout: 5 }] } },
    ];
  },
  notes: ({ disableAllHooks }) =>
    disableAllHooks === true
      ? ['Claude Code runs no hooks: "disableAllHooks" is true in its settings.']
      : [],
};

function folder({ home, env }: Homes): string {
  return env['CLAUDE_CONFIG_DIR'] || join(home, '.claude');
}
