import { editedFile } from '../agentFile.ts';
import type { AgentEvent } from '../event.ts';
import { type JsonObject, listIn, nameIn, objectIn, textIn } from '../fields.ts';
import { callOf, editEvent, shellEvent, type ToolCall } from '../toolCall.ts';
import type { AgentFormat } from './format.ts';

/** Windsurf's Cascade. */
export const windsurf: AgentFormat = {
  name: 'windsurf',
  matches(payload) {
    return 'agent_action_name' in payload;
  },
  read(payload) {
    switch (textIn(payload, 'agent_action_name')) {
      case 'pre_write_code':
        return write(payload, 'before');
      case 'post_write_code':
        return write(payload, 'after');
      case 'pre_run_command':
        return run(payload, 'before');
      case 'post_run_command':
        return run(payload, 'after');
      default:
        return undefined;
    }
  },
};

function write(payload: JsonObject, phase: AgentEvent['phase']): AgentEvent {
  const call = callIn(payload, phase, 'write_code');
  return editEvent('windsurf', call, [editedFile(call.input)]);
}

function run(payload: JsonObject, phase: AgentEvent['phase']): AgentEvent {
  return shellEvent('windsurf', callIn(payload, phase, 'run_command'));
}

/** An execution is a whole turn, so what the call does is part of its name. */
function callIn(payload: JsonObject, phase: AgentEvent['phase'], tool: string): ToolCall {
  const input = objectIn(payload, 'tool_info');
  const session = nameIn(payload, 'trajectory_id');
  const cwd = nameIn(input, 'cwd') ?? nameIn(payload, 'cwd');
  const model = nameIn(payload, 'model_name');
  return {
    phase,
    tool,
    input,
    response: {},
    call: callOf(
      session,
      nameIn(payload, 'execution_id'),
      nameIn(input, 'file_path') ?? nameIn(input, 'command_line', 'command'),
      listIn(input, 'edits'),
    ),
    session,
    model: model === 'Unknown' ? undefined : model,
    cwd,
  };
}
