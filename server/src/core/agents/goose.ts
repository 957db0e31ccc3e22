import type { Agent } from './agent.ts';

/** Sets its marker for every command of its shell tool. */
export const goose: Agent = {
  name: 'Goose',
  markers: [{ variable: 'GOOSE_TERMINAL' }, { variable: 'AGENT', value: 'goose' }],
};
