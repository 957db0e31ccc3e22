import type { Assistant } from './assistant.ts';

/** Not `codex@example.com`, an early default: on GitHub it is somebody else's (openai/codex#18095). */
export const codex: Assistant = {
  name: 'Codex',
  marks: [
    { email: 'noreply@openai.com', source: 'https://github.com/openai/codex/issues/18095' },
    {
      email: 'codex@openai.com',
      source:
        'https://github.com/git-ai-project/git-ai/blob/55a1d728/src/authorship/attribution_recovery.rs',
    },
  ],
};
