import { dirname } from 'node:path';
import { err, ok, type Result } from '../../core/result.ts';
import { type FilePlan, sweep } from './hookFile.ts';
import { callsShim, newScript, withCall, withoutCall } from './line.ts';
import { exists } from './paths.ts';
import type { Place } from './places.ts';
import type { HookProblem } from './problems.ts';
import type { HookName } from './shim.ts';
import { slotAt } from './slot.ts';

/*
 * Our hook as a line in a script that may be committed (husky's, a team's own hooks folder). The line holds no path of this
 * machine and does nothing in a clone without Countersign; our own file lies in the git directory.
 */

export type LinePlace = Extract<Place, { kind: 'line' }>;

/** Adds the line, or makes the script. No steps when the line is there. */
export async function planLine(
  place: LinePlace,
  hook: HookName,
): Promise<Result<FilePlan, HookProblem>> {
  const { script, runner } = place;
  const slot = await slotAt(script);
  const steps = await sweep(dirname(script));
  const notes = await notesOnDispatcher(place);
  if (slot.kind === 'obstacle') return err({ kind: 'not-a-file', path: script, found: slot.found });
  if (slot.kind === 'empty') {
    steps.push({ kind: 'write', path: script, text: newScript(hook), mode: 0o755 });
    notes.push(`${script} is new: commit it, so that it stays when you change branches.`);
    return ok({ file: script, steps, notes });
  }
  // A shim of ours was committed by somebody: it is a script like any other here.
  const text = slot.kind === 'shim' ? slot.shim.text : slot.text;
  if (callsShim(text, hook)) return ok({ file: script, steps, notes });
  if (slot.kind === 'foreign' && slot.linkTo !== undefined) {
    return err({ kind: 'linked-script', path: script, target: slot.linkTo });
  }
  const changed = text === undefined ? undefined : withCall(text, hook, runner);
  if (changed === undefined) return err({ kind: 'not-shell', path: script, hook });
  const mode = slot.kind === 'foreign' ? slot.mode & 0o7777 : 0o755;
  steps.push({ kind: 'write', path: script, text: changed, mode });
  notes.push(
    `${script} got a line that calls Countersign. Commit it, so that it stays when you change branches; it does nothing where Countersign is not installed.`,
  );
  if (runner === 'itself' && slot.kind === 'foreign' && !slot.executable) {
    notes.push(`${script} is not executable, so git does not run it: \`chmod +x\` it.`);
  }
  return ok({ file: script, steps, notes });
}

/** Takes out exactly the lines we added; a script that holds nothing else goes. */
export async function planLineRemoval(script: string, hook: HookName): Promise<FilePlan> {
  const slot = await slotAt(script);
  const steps = await sweep(dirname(script));
  const notes: string[] = [];
  if (slot.kind !== 'foreign' || slot.text === undefined || slot.linkTo !== undefined) {
    return { file: script, steps, notes };
  }
  const rest = withoutCall(slot.text, hook);
  if (rest === undefined) {
    steps.push({ kind: 'remove', path: script });
  } else if (rest !== slot.text) {
    steps.push({ kind: 'write', path: script, text: rest, mode: slot.mode & 0o7777 });
  } else if (callsShim(slot.text, hook)) {
    notes.push(
      `${script} calls Countersign in a line that was written or changed by hand; it stays, and does nothing from now on.`,
    );
  }
  return { file: script, steps, notes };
}

/** Git reaches the script only through a file of husky's. */
export async function notesOnDispatcher(place: LinePlace): Promise<string[]> {
  const { dispatcher } = place;
  if (dispatcher === undefined || (await exists(dispatcher))) return [];
  return [
    `${dispatcher} is missing, so git runs no hook: run \`npm install\` to let husky make it.`,
  ];
}
