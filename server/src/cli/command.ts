import type { Problem } from '../core/repository.ts';
import type { CliHost, GateHost } from './host.ts';
import type { Paint } from './paint.ts';

/** Exit codes of every command. */
export const EXIT = Object.freeze({
  /** Pass, or done. */
  ok: 0,
  /** The gate refuses, or a person said no. */
  refused: 1,
  /** Could not decide, or was asked wrongly. */
  error: 2,
});

/** One command: one file, one line in the table. */
export interface CliCommand {
  /** `gate`, or `hooks install` for one in a group. */
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** In commander's notation: `<file>`, `[path...]`. */
  readonly args: readonly Described[];
  readonly options: readonly CliOption[];
  /** More for its own help, after the summary. */
  readonly about?: string;
  readonly examples: readonly string[];
  /** Only for our own callers: left out of help. */
  readonly isHidden?: boolean;
  /** Answers the exit code. */
  run(context: CliContext, input: CliInput): Promise<number>;
}

interface Described {
  readonly notation: string;
  readonly summary: string;
}

export interface CliOption extends Described {
  readonly choices?: readonly string[];
  /** Only for our own callers: left out of help. */
  readonly isHidden?: boolean;
}

/** What was typed, parsed. Names are those of the long options. */
export interface CliInput {
  readonly args: readonly string[];
  has(option: string): boolean;
  valueOf(option: string): string | undefined;
}

export interface CliContext extends GateContext {
  readonly host: CliHost;
}

/** The same, as far as the gate needs it: a commit waits for nothing that it does not use. */
export interface GateContext {
  readonly host: GateHost;
  /** The folder the command runs in; absolute, `-C` applied. */
  readonly dir: string;
  readonly isDebug: boolean;
  /** Writes lines to stdout: a command's answer. */
  say(text: string): void;
  /** Writes lines to stderr: words for a person beside the answer. */
  tell(text: string): void;
  /** Tells a problem and answers the exit code for it. */
  fail(problem: Problem): number;
  readonly paint: { readonly stdout: Paint; readonly stderr: Paint };
}

/** The option of every command that has an answer for programs. */
export const JSON_OPTION: CliOption = {
  notation: '--json',
  summary: 'print one JSON document and nothing else on stdout',
};
