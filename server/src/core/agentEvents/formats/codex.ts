import { parsePatch } from '../applyPatch.ts';
import { nameIn, textIn } from '../fields.ts';
import { editEvent, inputPatch, readToolCall, shellEvent } from '../toolCall.ts';
import type { AgentFormat } from './format.ts';

const PATCH = 'apply_patch';
const SHELLS: readonly string[] = [
  'Bash',
  'bash',
  'shell',
  'local_shell',
  'shell_command',
  'exec_command',
];

/** OpenAI's Codex. */
export const codex: AgentFormat = {
  name: 'codex',
  matches(payload) {
    const tool = bareName(nameIn(payload, 'tool_name') ?? '');
    const isItsTool = tool === PATCH || SHELLS.includes(tool);
    const transcript = textIn(payload, 'transcript_path')?.replaceAll('\\', '/');
    return (
      (isItsTool && nameIn(payload, 'turn_id') !== undefined) ||
      (transcript?.includes('/.codex/') ?? false)
    );
  },
  read(payload) {
    const call = readToolCall(payload);
    if (call === undefined) return undefined;
    const tool = bareName(call.tool);
    if (tool === PATCH) return editEvent('codex', call, parsePatch(inputPatch(call.input) ?? ''));
    return SHELLS.includes(tool) ? shellEvent('codex', call) : undefined;
  },
};

function bareName(tool: string): string {
  return tool.startsWith('functions.') ? tool.slice('functions.'.length) : tool;
}
