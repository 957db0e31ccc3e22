import type { Assistant } from './assistant.ts';

/** GitHub adds it when a person applies what Gemini suggested in a review. */
export const geminiCodeAssist: Assistant = {
  name: 'Gemini Code Assist',
  marks: [
    { login: 'gemini-code-assist[bot]', source: 'https://github.com/vllm-project/vllm/pull/42669' },
  ],
};
