import type { Agent } from './agent.ts';

/** Its agent's runs; a person's Warp terminal has `TERM_PROGRAM` only. */
export const warp: Agent = {
  name: 'Warp',
  markers: [{ variable: 'OZ_RUN_ID' }],
};
