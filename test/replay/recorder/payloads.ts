/**
 * What agents hand to their hooks, with the shapes of their own sources and documents. Paths are the
 * session's real ones; the recorder writes them as below /w.
 */

import { structuredPatch } from 'diff';

export interface Replacement {
  readonly old: string;
  readonly text: string;
}

/** A file of the session's folder and what the agent does to it. */
export interface FileEdit extends Replacement {
  readonly folder: string;
  readonly name: string;
}

export interface FileText {
  readonly folder: string;
  readonly name: string;
  readonly text: string;
}

export function claudeEdit({ folder, name, old, text }: FileEdit, original: string): object {
  return {
    ...claude(folder, 'Edit'),
    tool_input: {
      file_path: `${folder}/${name}`,
      old_string: old,
      new_string: text,
      replace_all: false,
    },
    tool_response: {
      filePath: `${folder}/${name}`,
      oldString: old,
      newString: text,
      originalFile: original,
      structuredPatch: patchOf(
        original,
        original.replace(old, () => text),
      ),
      userModified: false,
      replaceAll: false,
    },
    tool_use_id: `toolu_${name}_${text.length}`,
    duration_ms: 12,
  };
}

export function claudeWrite({ folder, name, text }: FileText, original: string | null): object {
  return {
    ...claude(folder, 'Write'),
    tool_input: { file_path: `${folder}/${name}`, content: text },
    tool_response: {
      type: original === null ? 'create' : 'update',
      filePath: `${folder}/${name}`,
      content: text,
      structuredPatch: original === null ? [] : patchOf(original, text),
      originalFile: original,
      userModified: false,
    },
    tool_use_id: `toolu_${name}_${text.length}`,
    duration_ms: 4,
  };
}

/** A shell command, before and after it ran; which files it changes nobody says. */
export function claudeBash(folder: string, command: string): { before: object; after: object } {
  const call = {
    ...claude(folder, 'Bash'),
    tool_input: { command, description: 'Run it' },
    tool_use_id: 'toolu_bash',
  };
  return {
    before: { ...call, hook_event_name: 'PreToolUse' },
    after: {
      ...call,
      tool_response: { stdout: '', stderr: '', interrupted: false, isImage: false },
    },
  };
}

/** What comes before each tool that has an "after" payload: the same without its response. */
export function beforeOf(after: object): object {
  return Object.fromEntries(
    Object.entries({ ...after, hook_event_name: 'PreToolUse' }).filter(
      ([key]) => !['tool_response', 'duration_ms'].includes(key),
    ),
  );
}

function patchOf(before: string, after: string): readonly object[] {
  return structuredPatch('', '', before, after, '', '', { context: 3 }).hunks;
}

function claude(folder: string, tool: string): object {
  return {
    session_id: '0b7c5f0e-0000-4000-8000-000000000001',
    transcript_path: '/home/u/.claude/projects/-w/0b7c5f0e.jsonl',
    cwd: folder,
    permission_mode: 'acceptEdits',
    hook_event_name: 'PostToolUse',
    tool_name: tool,
  };
}

export function codexPatch(folder: string, patch: readonly string[], told: string): object {
  return {
    cwd: folder,
    hook_event_name: 'PostToolUse',
    model: 'gpt-5-codex',
    permission_mode: 'default',
    session_id: '0199c0de-0000-7000-8000-000000000001',
    tool_input: { command: ['*** Begin Patch', ...patch, '*** End Patch'].join('\n') },
    tool_name: 'apply_patch',
    tool_response: { output: `Success. Updated the following files:\n${told}\n` },
    tool_use_id: `call_${patch.length}`,
    transcript_path: '/home/u/.codex/sessions/2026/01/01/rollout-1.jsonl',
    turn_id: 't-1',
  };
}

export function geminiReplace({ folder, name, old, text }: FileEdit): object {
  return {
    session_id: 'gemini-1',
    transcript_path: '/home/u/.gemini/tmp/w/chats/session.json',
    cwd: folder,
    hook_event_name: 'AfterTool',
    timestamp: '2026-01-01T00:00:00Z',
    tool_name: 'replace',
    tool_input: {
      file_path: `${folder}/${name}`,
      old_string: old,
      new_string: text,
      instruction: 'Add the call.',
      allow_multiple: false,
    },
    tool_response: {
      llmContent: `Successfully modified file: ${folder}/${name} (1 replacements).`,
      returnDisplay: { fileDiff: '' },
      error: null,
    },
  };
}

export function geminiWrite({ folder, name, text }: FileText): object {
  return {
    session_id: 'gemini-1',
    transcript_path: '/home/u/.gemini/tmp/w/chats/session.json',
    cwd: folder,
    hook_event_name: 'AfterTool',
    timestamp: '2026-01-01T00:00:00Z',
    tool_name: 'write_file',
    tool_input: { file_path: `${folder}/${name}`, content: text },
    tool_response: {
      llmContent: `Successfully created and wrote to new file: ${folder}/${name}.`,
      returnDisplay: '',
    },
  };
}

export function cursorEdit(
  folder: string,
  name: string,
  replacements: readonly Replacement[],
): object {
  return {
    ...cursor(folder, 'afterFileEdit'),
    file_path: `${folder}/${name}`,
    edits: replacements.map(({ old, text }) => ({ old_string: old, new_string: text })),
  };
}

/** A Tab of Cursor: within one line, with its place (1-based). */
export function cursorTab(
  { folder, name, old, text }: FileEdit,
  line: { readonly number: number; readonly before: string; readonly after: string },
): object {
  const start = line.before.indexOf(old) + 1;
  return {
    ...cursor(folder, 'afterTabFileEdit'),
    file_path: `${folder}/${name}`,
    edits: [
      {
        old_string: old,
        new_string: text,
        range: {
          start_line_number: line.number,
          start_column: start,
          end_line_number: line.number,
          end_column: start + old.length,
        },
        old_line: line.before,
        new_line: line.after,
      },
    ],
  };
}

function cursor(folder: string, event: string): object {
  return {
    conversation_id: 'c-1',
    generation_id: 'g-1',
    model: 'claude-sonnet-4-20250514',
    hook_event_name: event,
    cursor_version: '1.7.2',
    workspace_roots: [folder],
    user_email: null,
    transcript_path: null,
  };
}

/** With the event's key in camel case, as `postToolUse` in the hook's file gives it. */
export function copilotEdit({ folder, name, old, text }: FileEdit): object {
  return {
    sessionId: 'copilot-1',
    timestamp: 1777882602614,
    cwd: folder,
    toolName: 'edit',
    toolArgs: { path: `${folder}/${name}`, old_str: old, new_str: text },
    toolResult: {
      resultType: 'success',
      textResultForLlm: `File ${folder}/${name} updated with changes.`,
    },
  };
}

/** With the event's key in Pascal case; a new file comes as a patch in one string. */
export function copilotPatch(folder: string, patch: readonly string[]): object {
  return {
    hook_event_name: 'PostToolUse',
    session_id: 'copilot-1',
    timestamp: '2026-05-04T14:49:48.907Z',
    cwd: folder,
    tool_name: 'Write',
    tool_input: `${['*** Begin Patch', ...patch, '*** End Patch'].join('\n')}\n`,
    tool_result: { result_type: 'success', text_result_for_llm: 'Done.' },
  };
}

export function windsurfWrite(
  folder: string,
  name: string,
  replacements: readonly Replacement[],
): object {
  return {
    agent_action_name: 'post_write_code',
    trajectory_id: 'traj-1',
    execution_id: 'exec-1',
    timestamp: '2026-01-01T00:00:00Z',
    model_name: 'GPT 4.1',
    tool_info: {
      file_path: `${folder}/${name}`,
      edits: replacements.map(({ old, text }) => ({ old_string: old, new_string: text })),
    },
  };
}

export function vscodeReplace(folder: string, edits: readonly FileEdit[]): object {
  const [first] = edits;
  const one = (edit: FileEdit | undefined) => ({
    filePath: `${edit?.folder}/${edit?.name}`,
    oldString: edit?.old,
    newString: edit?.text,
  });
  const isOne = edits.length === 1;
  const names = edits.map(({ name }) => `${folder}/${name}`);
  return {
    ...vscodeAgent(folder),
    tool_name: isOne ? 'replace_string_in_file' : 'multi_replace_string_in_file',
    tool_input: isOne
      ? one(first)
      : { explanation: 'Add the calls.', replacements: edits.map(one) },
    tool_response: `The following files were successfully edited:\n${names.join('\n')}`,
  };
}

export function vscodeCreate({ folder, name, text }: FileText): object {
  return {
    ...vscodeAgent(folder),
    tool_name: 'create_file',
    tool_input: { filePath: `${folder}/${name}`, content: text },
    tool_response: `The following files were successfully edited:\n${folder}/${name}`,
  };
}

function vscodeAgent(folder: string): object {
  const session = '748b667d-f218-49f6-93c4-8064cb41eaf1';
  return {
    timestamp: '2026-05-04T14:49:48.907Z',
    hook_event_name: 'PostToolUse',
    session_id: session,
    transcript_path: `/home/u/.config/Code/User/workspaceStorage/e786/GitHub.copilot-chat/transcripts/${session}.jsonl`,
    tool_use_id: 'toolu_bdrk_01DunWhFmVpM6MFe9zgEeCJB__vscode-1777882602614',
    cwd: folder,
  };
}
