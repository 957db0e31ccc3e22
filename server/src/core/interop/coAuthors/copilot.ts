import type { Assistant } from './assistant.ts';

/**
 * By login: Copilot commits under several numbers of one name, and the number is part of the
 * address.
 */
export const copilot: Assistant = {
  name: 'GitHub Copilot',
  marks: [
    { email: 'copilot@github.com', source: 'https://github.com/microsoft/vscode/pull/296435' },
    { login: 'Copilot', source: 'https://github.com/github/copilot-cli/issues/3177' },
    {
      login: 'copilot-swe-agent[bot]',
      source:
        'https://github.com/git-ai-project/git-ai/blob/55a1d728/src/authorship/agent_detection.rs',
    },
  ],
};
