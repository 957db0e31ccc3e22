import { agentFile, inputChanges, inputContent, inputPath, opOf } from '../agentFile.ts';
import type { AgentFile } from '../event.ts';
import { type JsonObject, listIn, nameIn, objectIn, pathIn, textIn } from '../fields.ts';
import { withLine } from '../structuredPatch.ts';
import { editEvent, readToolCall, shellEvent, type ToolCall } from '../toolCall.ts';
import type { AgentFormat } from './format.ts';

/** Claude Code; its hooks are also run by VS Code, Cursor and Copilot CLI, in their own forms. */
export const claudeCode: AgentFormat = {
  name: 'claude-code',
  matches(payload) {
    const transcript = textIn(payload, 'transcript_path')?.replaceAll('\\', '/');
    const isInItsFolder = transcript?.includes('/.claude/') ?? false;
    return isInItsFolder || Array.isArray(objectIn(payload, 'tool_response')['structuredPatch']);
  },
  read(payload) {
    const call = readToolCall(payload);
    switch (call?.tool) {
      case 'Edit':
      case 'MultiEdit':
        return editEvent('claude-code', call, [edited(call)]);
      case 'Write':
        return editEvent('claude-code', call, [written(call)]);
      case 'NotebookEdit':
        return editEvent('claude-code', call, [notebook(call)]);
      case 'Bash':
        return shellEvent('claude-code', call);
      default:
        return undefined;
    }
  },
};

/** What the response says was written stands before what was asked for. */
function edited({ input, response }: ToolCall): AgentFile | undefined {
  const asked = inputChanges(input);
  const done = inputChanges(response);
  const changes = 0 < done.length ? done : asked;
  const [only, ...more] = changes;
  const hunks = listIn(response, 'structuredPatch');
  const isNew = response['originalFile'] === null && opOf(changes) === 'unknown';
  return agentFile({
    path: inputPath(input) ?? inputPath(response),
    op: isNew ? 'create' : opOf(changes),
    changes: only !== undefined && more.length === 0 ? [withLine(only, hunks)] : changes,
    before: isNew ? null : textIn(response, 'originalFile', 'originalFileContents'),
    offered: isModified(response) ? asked.map((change) => change.new).join('\n') : undefined,
  });
}

function written({ input, response }: ToolCall): AgentFile | undefined {
  const type = textIn(response, 'type');
  const before = textIn(response, 'originalFile');
  return agentFile({
    path: inputPath(input) ?? inputPath(response),
    op: type === 'create' || type === 'update' ? type : 'unknown',
    content: inputContent(response) ?? inputContent(input),
    before: before ?? (type === 'create' ? null : undefined),
    offered: isModified(response) ? inputContent(input) : undefined,
  });
}

/**
 * All texts are the cell's. In an insertion the input names the cell before the new one, and the
 * response the new one.
 */
function notebook({ input, response }: ToolCall): AgentFile | undefined {
  const mode = textIn(input, 'edit_mode') ?? textIn(response, 'edit_mode');
  const source = textIn(response, 'new_source') ?? textIn(input, 'new_source');
  const told = nameIn(response, 'cell_id');
  const cell = told ?? (mode === 'insert' ? undefined : nameIn(input, 'cell_id'));
  const old = mode === 'insert' ? '' : textIn(response, 'old_source');
  const now = mode === 'delete' ? '' : source;
  return agentFile({
    path: pathIn(input, 'notebook_path') ?? pathIn(response, 'notebook_path'),
    op: 'update',
    changes: old === undefined || now === undefined ? [] : [{ old, new: now }],
    content: cell === undefined || mode === 'delete' ? undefined : source,
    cell,
  });
}

function isModified(response: JsonObject): boolean {
  return response['userModified'] === true;
}
