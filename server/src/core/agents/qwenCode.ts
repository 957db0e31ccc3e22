import type { Agent } from './agent.ts';

/** A relative of Gemini CLI. */
export const qwenCode: Agent = {
  name: 'Qwen Code',
  markers: [{ variable: 'QWEN_CODE' }],
};
