import type { Agent } from './agent.ts';

/** Not `GEMINI_CLI_IDE_*`: its companion extension sets those in people's terminals. */
export const geminiCli: Agent = {
  name: 'Gemini CLI',
  markers: [{ variable: 'GEMINI_CLI' }],
};
