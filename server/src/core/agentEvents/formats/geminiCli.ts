import { agentFile, inputChanges, inputContent, inputPath, opOf } from '../agentFile.ts';
import type { AgentFile } from '../event.ts';
import { type JsonObject, objectIn, textIn } from '../fields.ts';
import { editEvent, readToolCall, shellEvent, type ToolCall } from '../toolCall.ts';
import type { AgentFormat } from './format.ts';

/** Google's Gemini CLI. */
export const geminiCli: AgentFormat = {
  name: 'gemini-cli',
  matches(payload) {
    const name = textIn(payload, 'hook_event_name');
    return name === 'BeforeTool' || name === 'AfterTool';
  },
  read(payload) {
    const call = readToolCall(payload);
    switch (call?.tool) {
      case 'write_file':
      case 'replace':
        return editEvent('gemini-cli', call, [edited(call)]);
      case 'run_shell_command':
        return shellEvent('gemini-cli', call);
      default:
        return undefined;
    }
  },
};

function edited({ tool, input, response }: ToolCall): AgentFile | undefined {
  const shown = objectIn(response, 'returnDisplay');
  const isNew = shown['isNewFile'] === true;
  const changes = tool === 'replace' ? inputChanges(input) : [];
  return agentFile({
    path: inputPath(input),
    op: isNew ? 'create' : shown['isNewFile'] === false ? 'update' : opOf(changes),
    changes,
    content: tool === 'write_file' ? inputContent(input) : undefined,
    before: isNew ? null : textIn(shown, 'originalContent'),
    offered: input['modified_by_user'] === true ? offeredIn(input) : undefined,
  });
}

/**
 * For `replace` Gemini CLI puts the file's old text there (its edit.ts), which it never offered: then
 * nothing is known of the offer, and nothing of what was written is certainly the agent's.
 */
function offeredIn(input: JsonObject): string {
  const proposed = textIn(input, 'ai_proposed_content');
  return proposed === undefined || proposed === textIn(input, 'old_string') ? '' : proposed;
}
