import {
  agentFile,
  changeIn,
  editedFile,
  inputChanges,
  inputContent,
  inputPath,
  opOf,
  writtenFile,
} from '../agentFile.ts';
import { parsePatch } from '../applyPatch.ts';
import type { AgentEvent, AgentFile, AgentName, TextChange } from '../event.ts';
import { asObject, type JsonObject, listIn, nameIn, objectIn, pathIn, textIn } from '../fields.ts';
import {
  callOf,
  editEvent,
  inputPatch,
  readToolCall,
  shellEvent,
  type ToolCall,
} from '../toolCall.ts';
import type { AgentFormat } from './format.ts';

const FILE_EDIT = 'afterFileEdit';
const TAB_EDIT = 'afterTabFileEdit';

/** Cursor's agent, and as `cursor-tab` its inline completions. */
export const cursor: AgentFormat = {
  name: 'cursor',
  matches(payload) {
    const name = textIn(payload, 'hook_event_name');
    return 'cursor_version' in payload || name === FILE_EDIT || name === TAB_EDIT;
  },
  read(payload) {
    switch (textIn(payload, 'hook_event_name')) {
      case FILE_EDIT:
        return fileEdit(payload, 'cursor', FILE_EDIT);
      case TAB_EDIT:
        return fileEdit(payload, 'cursor-tab', TAB_EDIT);
      default:
        return toolUse(payload);
    }
  },
};

/** Told after an edit, without an id: the turn, the path and the texts name it. */
function fileEdit(payload: JsonObject, agent: AgentName, tool: string): AgentEvent {
  const path = pathIn(payload, 'file_path');
  const session = nameIn(payload, 'conversation_id');
  const edits = listIn(payload, 'edits');
  const changes = agent === 'cursor-tab' ? edits.flatMap(tabChange) : inputChanges({ edits });
  const call: ToolCall = {
    phase: 'after',
    tool,
    input: {},
    response: {},
    call: callOf(session, nameIn(payload, 'generation_id'), path, edits),
    session,
    model: nameIn(payload, 'model'),
    cwd: folderOf(payload),
  };
  const file = agentFile({ path, op: opOf(changes), changes });
  return editEvent(agent, call, [withNativePath(file)]);
}

function tabChange(edit: unknown): readonly TextChange[] {
  const object = asObject(edit) ?? {};
  const change = changeIn(object);
  if (change === undefined) return [];
  const line = objectIn(object, 'range')['start_line_number'];
  const isLine = typeof line === 'number' && Number.isSafeInteger(line) && 0 < line;
  return [isLine ? { ...wholeLine(change, object), line } : change];
}

/** What is put into the middle of a line has its place only in that line, where it is told. */
function wholeLine(change: TextChange, edit: JsonObject): TextChange {
  const column = objectIn(edit, 'range')['start_column'];
  const before = textIn(edit, 'old_line');
  const after = textIn(edit, 'new_line')?.trimEnd();
  if (change.old !== '' || before === undefined || typeof column !== 'number') return change;
  const now = before.slice(0, column - 1) + change.new + before.slice(column - 1);
  const isTold = now.trimEnd() === after || now.split('\n')[0]?.trimEnd() === after;
  return isTold ? { ...change, old: before, new: now } : change;
}

function toolUse(payload: JsonObject): AgentEvent | undefined {
  const found = readToolCall(payload);
  if (found === undefined) return undefined;
  const call = { ...found, cwd: folderOf(payload) };
  switch (call.tool) {
    case 'Write':
    case 'Edit':
    case 'MultiEdit':
    case 'StrReplace':
    case 'ApplyPatch':
    case 'Delete':
      return editEvent('cursor', call, filesOf(call).map(withNativePath));
    case 'Shell':
    case 'Bash':
      return shellEvent('cursor', call);
    default:
      return undefined;
  }
}

function filesOf({ tool, input }: ToolCall): readonly (AgentFile | undefined)[] {
  if (tool === 'Delete') return [agentFile({ path: inputPath(input), op: 'delete' })];
  const patch = inputPatch(input);
  if (tool === 'ApplyPatch' && patch !== undefined) return parsePatch(patch);
  return [inputContent(input) === undefined ? editedFile(input) : writtenFile(input, 'unknown')];
}

function folderOf(payload: JsonObject): string | undefined {
  const root = listIn(payload, 'workspace_roots').find((one) => typeof one === 'string');
  const folder = nameIn(payload, 'cwd') ?? root;
  return folder === undefined ? undefined : nativePath(folder);
}

function withNativePath(file: AgentFile | undefined): AgentFile | undefined {
  if (file === undefined) return undefined;
  const { from } = file;
  return {
    ...file,
    path: nativePath(file.path),
    ...(from === undefined ? {} : { from: nativePath(from) }),
  };
}

/** On Windows Cursor writes `/c:/src/a.ts`, which no file system there takes. */
function nativePath(path: string): string {
  return /^\/[a-z]:/i.test(path) ? path.slice(1) : path;
}
