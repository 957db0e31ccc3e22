import type { Agent } from './agent.ts';

/** Not `CURSOR_TRACE_ID`: every terminal inside Cursor has it (web-infra-dev/rstest#994). */
export const cursor: Agent = {
  name: 'Cursor',
  markers: [{ variable: 'CURSOR_AGENT' }],
};
