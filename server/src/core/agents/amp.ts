import type { Agent } from './agent.ts';

/** `AGENT` alone may mean anything (build systems use it): only its value tells. */
export const amp: Agent = {
  name: 'Amp',
  markers: [{ variable: 'AMP_CURRENT_THREAD_ID' }, { variable: 'AGENT', value: 'amp' }],
};
