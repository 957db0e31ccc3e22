import type { Assistant } from './assistant.ts';

export const factoryDroid: Assistant = {
  name: 'Factory Droid',
  marks: [
    {
      login: 'factory-droid[bot]',
      source:
        'https://github.com/git-ai-project/git-ai/blob/55a1d728/src/authorship/attribution_recovery.rs',
    },
  ],
};
