import type { Assistant } from './assistant.ts';

export const cursor: Assistant = {
  name: 'Cursor',
  marks: [
    { email: 'cursoragent@cursor.com', source: 'https://github.com/FunFR/ha-indygo-pool/pull/213' },
  ],
};
