import { createDice } from './dice.ts';
import { editorSteps } from './editorSteps.ts';
import { gitSteps } from './gitSteps.ts';
import { outsideSteps } from './outsideSteps.ts';
import { sendHooks, type StepKind } from './step.ts';
import type { World } from './world.ts';

/** One step of a run. Its own seed makes all its choices, so others can be left out around it. */
export interface Op {
  readonly name: string;
  readonly seed: number;
}

export const STEPS: Readonly<Record<string, StepKind>> = {
  ...editorSteps,
  ...outsideSteps,
  ...gitSteps,
};

/** Runs one step; agents send what they owe before any that could take their lines elsewhere. */
export async function runStep(world: World, { name, seed }: Op): Promise<string> {
  const kind = STEPS[name];
  if (!kind) throw new Error(`no step ${name}`);
  const owed = kind.letsHooksWait === true ? 0 : world.hooks.length;
  if (0 < owed) await sendHooks(world);
  const done = await kind.run(world, createDice(seed));
  // Within 50 ms everybody has seen it: the watchers of the journal tell.
  await world.quiet();
  return 0 < owed ? `(${owed} hooks sent) ${done}` : done;
}
