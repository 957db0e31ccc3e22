import type { Problem } from '../core/repository.ts';
import type { Result } from '../core/result.ts';
import { type CliContext, type CliInput, EXIT } from './command.ts';
import type { HooksReport, HookState } from './host.ts';
import { hooksJson } from './json/hooks.ts';
import { aligned, plain } from './plain.ts';

/** Writes what one of the hooks commands found or did. */
export function writeHooks(
  context: CliContext,
  input: CliInput,
  answer: Result<HooksReport, Problem>,
): number {
  if (!answer.ok) return context.fail(answer.error);
  const report = answer.value;
  if (input.has('json')) {
    context.say(JSON.stringify(hooksJson(report), null, 2));
    return EXIT.ok;
  }
  for (const message of report.messages) context.say(message);
  const rows = report.hooks.map((hook) => [
    `  ${hook.name}`,
    STATE_WORDS[hook.state],
    chainOf(hook),
  ]);
  for (const line of aligned(rows)) context.say(line);
  return EXIT.ok;
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
