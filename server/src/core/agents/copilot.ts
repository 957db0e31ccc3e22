import type { Agent } from './agent.ts';

/** VS Code's agent terminals (microsoft/vscode#316267), and Copilot CLI. */
export const copilot: Agent = {
  name: 'GitHub Copilot',
  markers: [{ variable: 'COPILOT_AGENT' }, { variable: 'COPILOT_CLI' }],
};
