import type { Assistant } from './assistant.ts';

export const openCode: Assistant = {
  name: 'opencode',
  marks: [
    { email: 'noreply@opencode.ai', source: 'https://github.com/opencode-ai/opencode/pull/337' },
  ],
};
