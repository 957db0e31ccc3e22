import type { Assistant } from './assistant.ts';

export const crush: Assistant = {
  name: 'Crush',
  marks: [
    {
      email: 'crush@charm.land',
      source: 'https://github.com/charmbracelet/crush/blob/0b081498/internal/agent/tools/bash.tpl',
    },
  ],
};
