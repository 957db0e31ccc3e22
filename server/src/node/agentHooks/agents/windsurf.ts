import { join } from 'node:path';
import type { FileAgent, Homes } from '../agent.ts';

/** Its hooks take no timeout. */
export const windsurf: FileAgent = {
  kind: 'file',
  id: 'windsurf',
  title: 'Windsurf',
  folder,
  file: (homes) => join(folder(homes), 'hooks.json'),
  head: {},
  entries(commandFor) {
    const value = { command: commandFor('windsurf').system, show_output: false };
    return [
      { event: 'pre_write_code', value },
      { event: 'post_write_code', value },
      { event: 'pre_run_command', value },
      { event: 'post_run_command', value },
    ];
  },
};

function folder({ home }: Homes): string {
  return join(home, '.codeium', 'windsurf');
}
