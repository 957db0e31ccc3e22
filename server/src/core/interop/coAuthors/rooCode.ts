import type { Assistant } from './assistant.ts';

export const rooCode: Assistant = {
  name: 'Roo Code',
  marks: [
    {
      email: 'roomote@roocode.com',
      source:
        'https://github.com/git-ai-project/git-ai/blob/55a1d728/src/authorship/agent_detection.rs',
    },
  ],
};
