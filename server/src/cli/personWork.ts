import type { Actor } from '../core/records/record.ts';
import type { Problem } from '../core/repository.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { CliContext } from './command.ts';
import { whoSigns, whyNoPerson } from './person.ts';
import { openWork, type Work } from './work.ts';

/** The work tree, for a command that speaks in a person's name. `verb`: what they would do. */
export async function openPersonWork(
  context: CliContext,
  verb: string,
): Promise<Result<{ readonly work: Work; readonly by: Actor }, Problem>> {
  const nobody = whyNoPerson(context.host, verb);
  if (nobody) return err(nobody);
  const opened = await openWork(context, true);
  if (!opened.ok) return opened;
  const by = await whoSigns(opened.value.repository);
  return by.ok ? ok({ work: opened.value, by: by.value }) : by;
}
