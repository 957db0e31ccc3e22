import { editedFile, inputChanges, inputContent, writtenFile } from '../agentFile.ts';
import { parsePatch } from '../applyPatch.ts';
import type { AgentEvent } from '../event.ts';
import type { JsonObject } from '../fields.ts';
import { editEvent, inputPatch, readToolCall } from '../toolCall.ts';

/**
 * The edit in a tool call of an agent we do not know, where its input is shaped as one: a patch,
 * a whole text, or a text in place of another. A path alone may as well be one that was read.
 */
export function readUnknownAgent(payload: JsonObject): AgentEvent | undefined {
  const call = readToolCall(payload);
  if (call === undefined) return undefined;
  const patch = inputPatch(call.input);
  if (patch !== undefined) return editEvent('unknown-agent', call, parsePatch(patch));
  if (inputContent(call.input) !== undefined) {
    return editEvent('unknown-agent', call, [writtenFile(call.input, 'unknown')]);
  }
  if (inputChanges(call.input).length === 0) return undefined;
  return editEvent('unknown-agent', call, [editedFile(call.input)]);
}
