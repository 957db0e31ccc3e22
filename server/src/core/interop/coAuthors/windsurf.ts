import type { Assistant } from './assistant.ts';

const SOURCE =
  'https://github.com/git-ai-project/git-ai/blob/55a1d728/src/authorship/attribution_recovery.rs';

export const windsurf: Assistant = {
  name: 'Windsurf',
  marks: [
    { email: 'noreply@windsurf.com', source: SOURCE },
    { email: 'noreply@codeium.com', source: SOURCE },
  ],
};
