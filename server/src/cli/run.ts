import { type CliInput, EXIT } from './command.ts';
import { gate } from './commands/gate.ts';
import { createContext } from './context.ts';
import type { GateHost } from './host.ts';
import { wordsOfBug } from './words.ts';

/**
 * Runs what was typed and answers the exit code. Never throws. What a git hook asks is answered
 * at once; `runProgram` loads the rest.
 */
export async function runCli(host: GateHost, runProgram: () => Promise<number>): Promise<number> {
  try {
    const input = hookInput(host.args);
    return await (input ? gate.run(createContext(host, undefined, false), input) : runProgram());
  } catch (error) {
    const words = wordsOfBug(error, host.args.includes('--debug'));
    host.terminal.stderr.write(`Countersign: ${words}\n`);
    return EXIT.error;
  }
}

/** The words of an installed hook: `gate --staged --hook <name>` and nothing else. */
function hookInput(args: readonly string[]): CliInput | undefined {
  const [command, staged, option, name, ...rest] = args;
  const isHook = command === 'gate' && staged === '--staged' && option === '--hook';
  if (!isHook || name === undefined || name.startsWith('-') || 0 < rest.length) return undefined;
  return {
    args: [],
    has: (asked) => asked === 'staged',
    valueOf: (asked) => (asked === 'hook' ? name : undefined),
  };
}
