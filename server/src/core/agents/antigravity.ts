import type { Agent } from './agent.ts';

/** Set in the agent's own terminals. */
export const antigravity: Agent = {
  name: 'Antigravity',
  markers: [{ variable: 'ANTIGRAVITY_AGENT' }],
};
