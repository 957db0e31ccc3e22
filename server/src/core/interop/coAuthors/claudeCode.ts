import type { Assistant } from './assistant.ts';

/**
 * Not `claude-code@anthropic.com`: on GitHub that address is somebody else's
 * (anthropics/claude-code#58479).
 */
export const claudeCode: Assistant = {
  name: 'Claude Code',
  marks: [
    {
      email: 'noreply@anthropic.com',
      source: 'https://github.com/anthropics/claude-code/issues/27083',
    },
  ],
};
