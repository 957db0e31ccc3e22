import type { Problem } from '../core/repository.ts';
import type { Result } from '../core/result.ts';
import { type CliContext, type CliInput, EXIT } from './command.ts';
import type { AgentHookState, HooksReport, HookState } from './host.ts';
import { type AgentPart, hooksJson } from './json/hooks.ts';
import { aligned, plain } from './plain.ts';

/** Writes what one of the hooks commands found or did; `part` is about agents, where asked for. */
export function writeHooks(
  context: CliContext,
  input: CliInput,
  answer: Result<HooksReport, Problem>,
  part?: AgentPart,
): number {
  if (!answer.ok) return context.fail(answer.error);
  const report = answer.value;
  const hasFailed = 0 < (part?.problems?.length ?? 0);
  for (const problem of part?.problems ?? []) context.fail(problem);
  if (input.has('json')) {
    context.say(JSON.stringify(hooksJson(report, part), null, 2));
    return hasFailed ? EXIT.error : EXIT.ok;
  }
  for (const { diff } of part?.diffs ?? []) sayDiff(context, diff);
  for (const message of report.messages) context.say(message);
  const rows = report.hooks.map((hook) => [
    `  ${hook.name}`,
    STATE_WORDS[hook.state],
    chainOf(hook),
  ]);
  for (const line of aligned(rows)) context.say(line);
  for (const line of aligned((part?.agents ?? []).map(rowOf))) context.say(line);
  return hasFailed ? EXIT.error : EXIT.ok;
}

/** A unified diff for a terminal; the line ends of its files are not shown. */
export function sayDiff(context: CliContext, diff: string): void {
  for (const line of diff.trimEnd().split('\n')) context.say(plain(line.replace(/\r$/, '')));
}

function rowOf({ agent, state, file }: AgentHookState): string[] {
  const where = state === 'absent' ? '' : plain(file ?? '');
  return [`  ${agent}`, AGENT_WORDS[state], where];
}

function chainOf({ file, chained }: HookState): string {
  return `${plain(file)}${chained === undefined ? '' : ` (runs ${plain(chained)} first)`}`;
}

const STATE_WORDS: Readonly<Record<HookState['state'], string>> = {
  installed: 'installed',
  missing: 'not installed',
  outdated: 'installed by another version',
  foreign: 'not installed; another hook is there',
  overwritten: 'overwritten by another hook',
};

const AGENT_WORDS: Readonly<Record<AgentHookState['state'], string>> = {
  installed: 'installed',
  missing: 'not installed',
  outdated: 'outdated; install again',
  absent: 'not on this machine',
  plugin: "by the extension's chat plugin",
};
