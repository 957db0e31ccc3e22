import { join } from 'node:path';
import type { FileAgent, Homes } from '../agent.ts';

/**
 * A file of our own in its folder of hooks. Only the event after a tool: a hook before one that
 * fails keeps the tool from running.
 */
export const copilotCli: FileAgent = {
  kind: 'file',
  id: 'copilot-cli',
  title: 'GitHub Copilot CLI',
  folder,
  file: (homes) => join(folder(homes), 'hooks', 'countersign.json'),
  head: { version: 1 },
  entries(commandFor) {
    const { sh, powershell } = commandFor('copilot-cli');
    return [
      {
        event: 'PostToolUse',
        value: { type: 'command', bash: sh, powershell, timeoutSec: 10 },
      },
    ];
  },
};

function folder({ home, env }: Homes): string {
  return env['COPILOT_HOME'] || join(home, '.copilot');
}
