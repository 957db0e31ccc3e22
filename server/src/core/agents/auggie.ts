import type { Agent } from './agent.ts';

/** Sets its marker for every command of its shell tool. */
export const auggie: Agent = {
  name: 'Augment',
  markers: [{ variable: 'AUGMENT_AGENT' }],
};
