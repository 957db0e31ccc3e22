import type { Dice } from './dice.ts';
import type { World } from './world.ts';

/** Does it to the world and to the model; answers what it did, or `skip` and why. */
export type Step = (world: World, dice: Dice) => Promise<string>;

export interface StepKind {
  readonly weight: number;
  readonly run: Step;
  /** Hooks that agents still owe may come after it. */
  readonly letsHooksWait?: true;
}

/** What agents have not told yet, they tell now. */
export async function sendHooks(world: World): Promise<void> {
  const { hooks } = world;
  world.hooks = [];
  for (const { send } of hooks) await send();
}
