import type { Agent } from './agent.ts';

/** Set in the terminals that Cline opens for itself. */
export const cline: Agent = {
  name: 'Cline',
  markers: [{ variable: 'CLINE_ACTIVE' }],
};
