import { join } from 'node:path';
import type { FileAgent, Homes } from '../agent.ts';

/** Timeouts are seconds. Its completions (`afterTabFileEdit`) go by a name of their own. */
export const cursor: FileAgent = {
  kind: 'file',
  id: 'cursor',
  title: 'Cursor',
  folder,
  file: (homes) => join(folder(homes), 'hooks.json'),
  head: { version: 1 },
  entries(commandFor) {
    const command = commandFor('cursor').system;
    const matcher = 'Write|StrReplace|Delete|ApplyPatch|Shell';
    return [
      { event: 'afterFileEdit', value: { command, timeout: 10 } },
      {
        event: 'afterTabFileEdit',
        value: { command: commandFor('cursor-tab').system, timeout: 10 },
      },
      { event: 'preToolUse', value: { command, matcher, timeout: 5 } },
      { event: 'postToolUse', value: { command, matcher, timeout: 10 } },
    ];
  },
};

function folder({ home }: Homes): string {
  return join(home, '.cursor');
}
