import type { Assistant } from './assistant.ts';

export const aider: Assistant = {
  name: 'Aider',
  marks: [{ email: 'noreply@aider.chat', source: 'https://github.com/Aider-AI/aider/issues/4226' }],
};
