import { join } from 'node:path';

/** One edit of an agent: `old` stands in just one place of `before`. All with LF. */
export interface AgentEdit {
  readonly dir: string;
  readonly path: string;
  /** The whole file before and after; null when it was not there. */
  readonly before: string | null;
  readonly after: string;
  readonly changes: readonly { readonly old: string; readonly new: string }[];
  readonly session: string;
  readonly call: string;
  /** The payload tells the text before. */
  readonly tellsBefore: boolean;
}

/** What an agent sends for an edit: before it, where it does so, and after. */
export interface Payloads {
  readonly tool: string;
  readonly flag: string;
  readonly before?: unknown;
  readonly after: unknown;
}

/** How each agent tells of one edit. Shapes as in test/fixtures/payloads. */
export const AGENTS: Readonly<Record<string, (edit: AgentEdit) => Payloads>> = {
  claudeEdit(edit) {
    const [change] = edit.changes;
    const input = {
      file_path: join(edit.dir, edit.path),
      old_string: change?.old,
      new_string: change?.new,
      replace_all: false,
    };
    const response = {
      filePath: input.file_path,
      oldString: change?.old,
      newString: change?.new,
      structuredPatch: [],
      userModified: false,
      replaceAll: false,
      ...(edit.tellsBefore ? { originalFile: edit.before } : {}),
    };
    return claude(edit, 'Edit', input, response);
  },
  claudeMultiEdit(edit) {
    const edits = edit.changes.map((change) => ({
      old_string: change.old,
      new_string: change.new,
    }));
    const input = { file_path: join(edit.dir, edit.path), edits };
    const response = {
      ...input,
      structuredPatch: [],
      userModified: false,
      ...(edit.tellsBefore ? { originalFileContents: edit.before } : {}),
    };
    return claude(edit, 'MultiEdit', input, response);
  },
  claudeWrite(edit) {
    const input = { file_path: join(edit.dir, edit.path), content: edit.after };
    const response = {
      type: edit.before === null ? 'create' : 'update',
      filePath: input.file_path,
      content: edit.after,
      structuredPatch: [],
      originalFile: edit.before,
      userModified: false,
    };
    return claude(edit, 'Write', input, response);
  },
  codexPatch(edit) {
    const patch = [
      '*** Begin Patch',
      ...(edit.before === null
        ? [`*** Add File: ${edit.path}`, ...signed('+', edit.after)]
        : [
            `*** Update File: ${edit.path}`,
            ...edit.changes.flatMap((change) => ['@@', ...hunk(change.old, change.new)]),
          ]),
      '*** End Patch',
    ];
    const common = {
      cwd: edit.dir,
      model: 'gpt-5.2-codex',
      permission_mode: 'default',
      session_id: edit.session,
      transcript_path: `/home/ada/.codex/sessions/rollout-${edit.session}.jsonl`,
      turn_id: 'turn-4',
      tool_name: 'apply_patch',
      tool_input: { command: patch.join('\n') },
      tool_use_id: edit.call,
    };
    return {
      tool: 'codex',
      flag: 'codex',
      ...(edit.tellsBefore ? { before: { ...common, hook_event_name: 'PreToolUse' } } : {}),
      after: {
        ...common,
        hook_event_name: 'PostToolUse',
        tool_response: { output: 'Success. Updated the following files:\n' },
      },
    };
  },
  cursorEdit(edit) {
    return {
      tool: 'cursor',
      flag: 'cursor',
      after: {
        conversation_id: edit.session,
        generation_id: edit.call,
        model: 'claude-4.5-sonnet',
        cursor_version: '2.1.0',
        workspace_roots: [edit.dir],
        user_email: null,
        transcript_path: null,
        hook_event_name: 'afterFileEdit',
        file_path: join(edit.dir, edit.path),
        edits: edit.changes.map((change) => ({ old_string: change.old, new_string: change.new })),
      },
    };
  },
  geminiReplace(edit) {
    const [change] = edit.changes;
    const input = {
      file_path: join(edit.dir, edit.path),
      old_string: change?.old,
      new_string: change?.new,
      instruction: 'Add it',
    };
    return gemini(edit, 'replace', input);
  },
  geminiWrite(edit) {
    const input = { file_path: join(edit.dir, edit.path), content: edit.after };
    return gemini(edit, 'write_file', input);
  },
};

function claude(edit: AgentEdit, name: string, input: object, response: object): Payloads {
  const common = {
    session_id: edit.session,
    transcript_path: `/home/ada/.claude/projects/p/${edit.session}.jsonl`,
    cwd: edit.dir,
    permission_mode: 'acceptEdits',
    tool_name: name,
    tool_input: input,
    tool_use_id: edit.call,
  };
  return {
    tool: 'claude-code',
    flag: 'claude-code',
    before: { ...common, hook_event_name: 'PreToolUse' },
    after: { ...common, hook_event_name: 'PostToolUse', tool_response: response, duration_ms: 14 },
  };
}

function gemini(edit: AgentEdit, name: string, input: object): Payloads {
  const common = {
    session_id: edit.session,
    transcript_path: '/home/ada/.gemini/tmp/9f/chats/session.json',
    cwd: edit.dir,
    tool_name: name,
    tool_input: input,
  };
  const shown = edit.tellsBefore
    ? { fileDiff: '…', originalContent: edit.before ?? '', isNewFile: edit.before === null }
    : 'ok';
  return {
    tool: 'gemini-cli',
    flag: 'gemini-cli',
    before: { ...common, timestamp: '2026-03-02T09:15:00Z', hook_event_name: 'BeforeTool' },
    after: {
      ...common,
      timestamp: '2026-03-02T09:15:03Z',
      hook_event_name: 'AfterTool',
      tool_response: { llmContent: 'ok', returnDisplay: shown, error: null },
    },
  };
}

/** Lines of `old` that `now` keeps at its start and end are context. */
function hunk(old: string, now: string): string[] {
  const before = old.split('\n');
  const after = now.split('\n');
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const mark = (sign: string, lines: readonly string[]): string[] =>
    lines.map((line) => sign + line);
  return [
    ...mark(' ', before.slice(0, head)),
    ...mark('-', before.slice(head, before.length - tail)),
    ...mark('+', after.slice(head, after.length - tail)),
    ...mark(' ', before.slice(before.length - tail)),
  ];
}

function signed(sign: string, text: string): string[] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => sign + line);
}
