import { agentFile, editedFile, inputPath, writtenFile } from '../agentFile.ts';
import { parsePatch } from '../applyPatch.ts';
import type { AgentFile } from '../event.ts';
import { type JsonObject, nameIn, objectIn, textIn } from '../fields.ts';
import { editEvent, inputPatch, readToolCall, shellEvent } from '../toolCall.ts';
import type { AgentFormat } from './format.ts';

/** Copilot CLI and GitHub's cloud agent; the case of their keys is that of the hook's event. */
export const copilotCli: AgentFormat = {
  name: 'copilot-cli',
  matches(payload) {
    return (
      nameIn(payload, 'toolName') !== undefined ||
      nameIn(objectIn(payload, 'tool_result'), 'result_type') !== undefined ||
      isBareCall(payload)
    );
  },
  read(payload) {
    const call = readToolCall(payload);
    if (call === undefined) return undefined;
    const patch = inputPatch(call.input);
    switch (call.tool.toLowerCase()) {
      case 'bash':
      case 'powershell':
      case 'shell':
        return shellEvent('copilot-cli', call);
      case 'edit':
      case 'multiedit':
      case 'str_replace':
      case 'create':
      case 'write':
      case 'apply_patch':
      case 'git_apply_patch':
        return editEvent(
          'copilot-cli',
          call,
          patch === undefined ? [edited(call.tool, call.input)] : parsePatch(patch),
        );
      case 'str_replace_editor': {
        const command = textIn(call.input, 'command');
        if (command === 'view' || command === 'undo_edit') return undefined;
        return editEvent('copilot-cli', call, [edited(command ?? '', call.input)]);
      }
      default:
        return undefined;
    }
  },
};

/** Before a call there is no result to know it by: but a time, and neither id nor transcript. */
function isBareCall(payload: JsonObject): boolean {
  return (
    textIn(payload, 'hook_event_name') === 'PreToolUse' &&
    nameIn(payload, 'timestamp') !== undefined &&
    !('tool_use_id' in payload) &&
    !('transcript_path' in payload)
  );
}

function edited(tool: string, input: JsonObject): AgentFile | undefined {
  switch (tool.toLowerCase()) {
    case 'create':
      return writtenFile(input, 'create');
    case 'write':
      return writtenFile(input, 'unknown');
    case 'insert': {
      const text = textIn(input, 'new_str', 'insert_text');
      const after = input['insert_line'];
      const isPlace = typeof after === 'number' && Number.isSafeInteger(after) && 0 <= after;
      const change = { old: '', new: text ?? '', ...(isPlace ? { line: after + 1 } : {}) };
      const changes = text === undefined ? [] : [change];
      return agentFile({ path: inputPath(input), op: 'update', changes });
    }
    default:
      return editedFile(input);
  }
}
