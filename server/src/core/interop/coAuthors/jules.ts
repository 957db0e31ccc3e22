import type { Assistant } from './assistant.ts';

export const jules: Assistant = {
  name: 'Jules',
  marks: [
    {
      login: 'google-labs-jules[bot]',
      source: 'https://github.com/google-labs-code/jules-sdk/pull/94',
    },
  ],
};
