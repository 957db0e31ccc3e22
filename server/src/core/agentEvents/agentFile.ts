import type { AgentFile, TextChange } from './event.ts';
import { asObject, type JsonObject, listIn, pathIn, textIn } from './fields.ts';

/** What a reader found for an `AgentFile`; what it did not find is undefined. */
export type FoundFile = {
  readonly [K in Exclude<keyof AgentFile, 'op'>]?: AgentFile[K] | undefined;
} & Pick<AgentFile, 'op'>;

/** The file of an event; none when no path was found. */
export function agentFile(found: FoundFile): AgentFile | undefined {
  const { path, op, from, changes, content, before, offered, cell } = found;
  if (path === undefined) return undefined;
  return {
    path,
    op,
    ...(from === undefined ? {} : { from }),
    changes: changes ?? [],
    ...(content === undefined ? {} : { content }),
    ...(before === undefined ? {} : { before }),
    ...(offered === undefined ? {} : { offered }),
    ...(cell === undefined ? {} : { cell }),
  };
}

/** The path in a tool's input, by any of the names agents give it. */
export function inputPath(input: JsonObject): string | undefined {
  return pathIn(input, 'file_path', 'filePath', 'path', 'notebook_path');
}

/** The whole text in a tool's input, by any of the names agents give it. */
export function inputContent(input: JsonObject): string | undefined {
  return textIn(input, 'content', 'contents', 'file_text');
}

/** The replacements in a tool's input: its list of edits, or else the one it is itself. */
export function inputChanges(input: JsonObject): readonly TextChange[] {
  const edits = listIn(input, 'edits')
    .map((edit) => changeIn(asObject(edit) ?? {}))
    .filter((change) => change !== undefined);
  if (0 < edits.length) return edits;
  const change = changeIn(input);
  return change === undefined ? [] : [change];
}

/** One replacement; without an old text, the new one took the place of nothing. */
export function changeIn(edit: JsonObject): TextChange | undefined {
  const after = textIn(edit, 'new_string', 'newString', 'new_str');
  const before = OLD.map((key) => edit[key]).find((told) => told !== undefined) ?? '';
  if (after === undefined || typeof before !== 'string') return undefined;
  return {
    old: before,
    new: after,
    ...(ALL.some((key) => edit[key] === true) ? { all: true } : {}),
  };
}

const OLD = ['old_string', 'oldString', 'old_str'] as const;
const ALL = ['replace_all', 'replaceAll', 'allow_multiple'] as const;

/** Whoever replaces some text updates a file; a text in place of nothing may create one. */
export function opOf(changes: readonly TextChange[]): 'update' | 'unknown' {
  return changes.some((change) => change.old !== '') ? 'update' : 'unknown';
}

/** The file that an edit tool's input names, with what it replaces there. */
export function editedFile(input: JsonObject): AgentFile | undefined {
  const changes = inputChanges(input);
  return agentFile({ path: inputPath(input), op: opOf(changes), changes });
}

/** The file that a tool's input gives the whole text of. */
export function writtenFile(input: JsonObject, op: AgentFile['op']): AgentFile | undefined {
  return agentFile({ path: inputPath(input), op, content: inputContent(input) });
}
