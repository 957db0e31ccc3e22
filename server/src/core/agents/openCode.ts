import type { Agent } from './agent.ts';

/** Sets its marker for every command of its shell tool. */
export const openCode: Agent = {
  name: 'OpenCode',
  markers: [{ variable: 'OPENCODE' }],
};
