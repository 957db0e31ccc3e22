import { resolve } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { type CliCommand, type CliContext, type CliInput, EXIT } from './command.ts';
import { commands, groups } from './commands/table.ts';
import type { CliHost } from './host.ts';
import { createContext } from './context.ts';
import { kindOf } from './paths.ts';
import { PROBLEM } from './words.ts';

/** Parses what was typed and runs it. Throws what a command throws. */
export async function runProgram(host: CliHost): Promise<number> {
  let exitCode: number = EXIT.ok;
  const program = createProgram(host, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...host.args], { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has said what it had to say; help and version are no errors.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.error;
    throw error;
  }
}

function createProgram(host: CliHost, end: (code: number) => void): Command {
  const program = new Command('countersign')
    .description('AI writes the code; a person countersigns it before it is committed.')
    .version(host.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .option('-C <dir>', 'run as if started in <dir>', (dir: string, before: string | undefined) =>
      before === undefined ? dir : resolve(before, dir),
    )
    .option('--debug', 'print where an error happened')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.terminal.stdout.write(text),
      writeErr: (text) => host.terminal.stderr.write(text),
      outputError: (text, write) => write(`Countersign: ${text.replace(/^error: /, '')}`),
    })
    .showHelpAfterError('Run `countersign --help` to see the commands.')
    .addHelpText(
      'after',
      '\nExit codes: 0 pass, 1 refused, 2 could not decide or asked wrongly.\nRun `countersign <command> --help` for one command.',
    );
  const parents = new Map<string, Command>();
  // The others are made for help and for words that are no command.
  const named = commands.filter(({ name }) => name === host.args[0]);
  for (const command of named.length === 0 ? commands : named) {
    const [first = '', second] = command.name.split(' ');
    if (second === undefined) {
      addCommand(program, first, command, host, end);
      continue;
    }
    const parent = parents.get(first) ?? addGroup(program, first);
    parents.set(first, parent);
    addCommand(parent, second, command, host, end);
  }
  return program;
}

function addGroup(program: Command, name: string): Command {
  return program
    .command(name)
    .description(groups.get(name) ?? '')
    .helpCommand(false)
    .showHelpAfterError(`Run \`countersign ${name} --help\` to see its commands.`);
}

function addCommand(
  parent: Command,
  name: string,
  command: CliCommand,
  host: CliHost,
  end: (code: number) => void,
): void {
  const added = parent
    .command(name, { hidden: command.isHidden ?? false })
    .summary(command.summary)
    .description(command.about ?? command.summary)
    .showHelpAfterError(`Run \`countersign ${command.name} --help\` to see how it is used.`);
  for (const { notation, summary } of command.args) added.argument(notation, summary);
  for (const { notation, summary, choices, isHidden } of command.options) {
    const option = new Option(notation, summary).hideHelp(isHidden ?? false);
    added.addOption(choices ? option.choices(choices) : option);
  }
  const examples = command.examples.map((example) => `  ${example}`).join('\n');
  added.addHelpText('after', `\nExample:\n${examples}`);
  added.action(async () => {
    const globals: Options = parentOf(parent).opts();
    const isDebug = globals['debug'] === true;
    const dir = typeof globals['C'] === 'string' ? globals['C'] : undefined;
    const context: CliContext = { ...createContext(host, dir, isDebug), host };
    if (kindOf(context.dir) !== 'folder') end(context.fail(PROBLEM.noFolder(dir ?? context.dir)));
    else end(await command.run(context, inputOf(added.args, added.opts())));
  });
}

type Options = Readonly<Record<string, unknown>>;

function parentOf(command: Command): Command {
  return command.parent ?? command;
}

function inputOf(args: readonly string[], options: Options): CliInput {
  return {
    args,
    has: (option) => options[option] === true,
    valueOf: (option) => {
      const value = options[option];
      return typeof value === 'string' ? value : undefined;
    },
  };
}
