import type { Agent } from './agent.ts';

/** Sets its marker for every command of its shell. */
export const crush: Agent = {
  name: 'Crush',
  markers: [{ variable: 'CRUSH' }, { variable: 'AGENT', value: 'crush' }],
};
