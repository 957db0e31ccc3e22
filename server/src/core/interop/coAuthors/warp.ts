import type { Assistant } from './assistant.ts';

export const warp: Assistant = {
  name: 'Warp',
  marks: [
    { email: 'oz-agent@warp.dev', source: 'https://github.com/warpdotdev/oz-for-oss/pull/140' },
  ],
};
