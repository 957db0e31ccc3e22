import type { Assistant } from './assistant.ts';

export const amp: Assistant = {
  name: 'Amp',
  marks: [
    {
      email: 'amp@ampcode.com',
      source: 'https://github.com/Comfy-Org/ComfyUI_frontend/issues/15758',
    },
  ],
};
