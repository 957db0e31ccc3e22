import type { Assistant } from './assistant.ts';

export const devin: Assistant = {
  name: 'Devin',
  marks: [
    {
      login: 'devin-ai-integration[bot]',
      source:
        'https://github.com/git-ai-project/git-ai/blob/55a1d728/src/authorship/attribution_recovery.rs',
    },
  ],
};
