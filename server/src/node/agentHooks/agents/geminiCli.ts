import { join } from 'node:path';
import type { FileAgent, Homes } from '../agent.ts';

/** Timeouts are milliseconds. */
export const geminiCli: FileAgent = {
  kind: 'file',
  id: 'gemini-cli',
  title: 'Gemini CLI',
  folder,
  file: (homes) => join(folder(homes), 'settings.json'),
  head: {},
  entries(commandFor) {
    const command = commandFor('gemini-cli').system;
    const matcher = 'write_file|replace|run_shell_command';
    const hook = (name: string, timeout: number) => [{ name, type: 'command', command, timeout }];
    return [
      { event: 'BeforeTool', value: { matcher, hooks: hook('countersign-before', 5_000) } },
      { event: 'AfterTool', value: { matcher, hooks: hook('countersign-after', 10_000) } },
    ];
  },
  notes: ({ hooksConfig }) =>
    isSwitchedOff(hooksConfig)
      ? ['Gemini CLI runs no hooks: "hooksConfig.enabled" is false in its settings.']
      : [],
};

function folder({ home }: Homes): string {
  return join(home, '.gemini');
}

function isSwitchedOff(config: unknown): boolean {
  return (
    typeof config === 'object' && config !== null && 'enabled' in config && config.enabled === false
  );
}
