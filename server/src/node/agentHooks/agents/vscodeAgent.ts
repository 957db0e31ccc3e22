import type { PluginAgent } from '../agent.ts';

/** Its hook is a chat plugin inside our extension (`agent-plugin/`). */
export const vscodeAgent: PluginAgent = {
  kind: 'plugin',
  id: 'vscode-agent',
  title: "VS Code's agent",
  note: 'vscode-agent: nothing to write. The Countersign extension brings a chat plugin that does it in VS Code 1.114 or newer, while `countersign.detection.agents` is on.',
};
