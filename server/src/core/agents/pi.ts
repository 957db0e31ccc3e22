import type { Agent } from './agent.ts';

/** Its shell tool passes its own environment on. */
export const pi: Agent = {
  name: 'Pi',
  markers: [{ variable: 'PI_CODING_AGENT' }],
};
