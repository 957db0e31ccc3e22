import type { Agent } from './agent.ts';

/** Not `CODEX_HOME`: that is a person's own setting. */
export const codex: Agent = {
  name: 'Codex',
  markers: [
    { variable: 'CODEX_THREAD_ID' },
    { variable: 'CODEX_SANDBOX' },
    { variable: 'CODEX_SANDBOX_NETWORK_DISABLED' },
    { variable: 'CODEX_CI' },
  ],
};
