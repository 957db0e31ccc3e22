import { agentFile, changeIn, editedFile, inputPath, writtenFile } from '../agentFile.ts';
import { parsePatch } from '../applyPatch.ts';
import type { AgentFile, TextChange } from '../event.ts';
import { asObject, type JsonObject, listIn, nameIn, textIn } from '../fields.ts';
import { editEvent, inputPatch, readToolCall, shellEvent } from '../toolCall.ts';
import type { AgentFormat } from './format.ts';

/** Names that no other agent gives its tools. */
const OWN_TOOLS: readonly (string | undefined)[] = [
  'replace_string_in_file',
  'multi_replace_string_in_file',
  'insert_edit_into_file',
  'edit_notebook_file',
  'run_in_terminal',
];

/** The local agent of VS Code's chat. */
export const vscodeAgent: AgentFormat = {
  name: 'vscode-agent',
  matches(payload) {
    return (
      (textIn(payload, 'transcript_path')?.includes('GitHub.copilot-chat') ?? false) ||
      (textIn(payload, 'tool_use_id')?.includes('__vscode-') ?? false) ||
      OWN_TOOLS.includes(nameIn(payload, 'tool_name'))
    );
  },
  read(payload) {
    const call = readToolCall(payload);
    switch (call?.tool) {
      case 'replace_string_in_file':
        return editEvent('vscode-agent', call, [editedFile(call.input)]);
      case 'multi_replace_string_in_file':
        return editEvent('vscode-agent', call, replaced(call.input));
      case 'create_file':
        return editEvent('vscode-agent', call, [writtenFile(call.input, 'create')]);
      case 'insert_edit_into_file':
        return editEvent('vscode-agent', call, [inserted(call.input)]);
      case 'apply_patch':
        return editEvent('vscode-agent', call, parsePatch(inputPatch(call.input) ?? ''));
      case 'edit_notebook_file':
        return editEvent('vscode-agent', call, [notebook(call.input)]);
      case 'run_in_terminal':
        return shellEvent('vscode-agent', call);
      default:
        return undefined;
    }
  },
};

/** One file a path, its replacements in the order of the list. */
function replaced(input: JsonObject): readonly (AgentFile | undefined)[] {
  const changesOf = new Map<string, TextChange[]>();
  for (const one of listIn(input, 'replacements')) {
    const replacement = asObject(one) ?? {};
    const path = inputPath(replacement);
    const change = changeIn(replacement);
    if (path === undefined || change === undefined) continue;
    const changes = changesOf.get(path);
    if (changes) changes.push(change);
    else changesOf.set(path, [change]);
  }
  return [...changesOf].map(([path, changes]) => agentFile({ path, op: 'update', changes }));
}

/** Code with placeholders for what stays: where its pieces go, and in place of what, is not told. */
function inserted(input: JsonObject): AgentFile | undefined {
  const pieces: string[] = [];
  let piece: string[] = [];
  for (const line of (textIn(input, 'code') ?? '').split(/(?<=\n)/)) {
    if (/(?:\.\.\.|…)\s*existing code\s*(?:\.\.\.|…)/i.test(line)) {
      pieces.push(piece.join(''));
      piece = [];
    } else piece.push(line);
  }
  const changes = [...pieces, piece.join('')]
    .filter((text) => text.trim() !== '')
    .map((text) => ({ old: '', new: text }));
  return agentFile({ path: inputPath(input), op: 'unknown', changes });
}

/** An insertion names the cell before the new one, or a place; the new cell's id is not told. */
function notebook(input: JsonObject): AgentFile | undefined {
  const path = inputPath(input);
  const code = textIn(input, 'newCode') ?? joined(listIn(input, 'newCode'));
  switch (textIn(input, 'editType')) {
    case 'insert': {
      const changes = code === undefined ? [] : [{ old: '', new: code }];
      return agentFile({ path, op: 'update', changes });
    }
    case 'edit': {
      const cell = nameIn(input, 'cellId');
      const content = cell === undefined ? undefined : code;
      return agentFile({ path, op: 'update', content, cell });
    }
    default:
      return agentFile({ path, op: 'update', cell: nameIn(input, 'cellId') });
  }
}

function joined(lines: readonly unknown[]): string | undefined {
  const texts = lines.filter((line) => typeof line === 'string');
  return texts.length === 0 ? undefined : texts.join('\n');
}
