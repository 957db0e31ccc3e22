import type { CliContext } from '../command.ts';
import { readTarget } from '../paths.ts';
import type { Work } from '../work.ts';
import { selectBlocks, type Selection } from './select.ts';

/** What was named, by file; or the exit code of the first name that means nothing. */
export async function selectionsOf(
  context: CliContext,
  work: Work,
  words: readonly string[],
): Promise<readonly Selection[] | number> {
  const named = new Map<string, (number | undefined)[]>();
  for (const word of words) {
    const target = readTarget(work.repository.place.topLevel, context.dir, word);
    if (!target.ok) return context.fail(target.error);
    const { path, line } = target.value;
    named.set(path, [...(named.get(path) ?? []), line]);
  }
  const selections: Selection[] = [];
  for (const [path, lines] of named) {
    const selected = await selectBlocks(work, path, lines);
    if (!selected.ok) return context.fail(selected.error);
    selections.push(selected.value);
  }
  return selections;
}
