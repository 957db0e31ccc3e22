import type { Assistant } from './assistant.ts';

export const openHands: Assistant = {
  name: 'OpenHands',
  marks: [
    {
      email: 'openhands@all-hands.dev',
      source:
        'https://github.com/OpenHands/OpenHands/blob/26e2720d/openhands/agenthub/codeact_agent/prompts/system_prompt.j2',
    },
  ],
};
