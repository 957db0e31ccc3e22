import type { Assistant } from './assistant.ts';

export const qwenCode: Assistant = {
  name: 'Qwen Code',
  marks: [
    {
      email: 'qwen-coder@alibabacloud.com',
      source: 'https://github.com/QwenLM/qwen-code/issues/2899',
    },
  ],
};
