import type { Agent } from './agent.ts';

/** Not `CLAUDE_CODE_SSE_PORT`: its extension sets that in people's terminals. */
export const claudeCode: Agent = {
  name: 'Claude Code',
  markers: [{ variable: 'CLAUDECODE' }, { variable: 'CLAUDE_CODE_ENTRYPOINT' }],
};
