import type { Agent } from './agent.ts';

/** The common variable that agents name themselves in, whichever they are. */
export const anyAgent: Agent = {
  name: 'an agent',
  markers: [{ variable: 'AI_AGENT' }],
};
