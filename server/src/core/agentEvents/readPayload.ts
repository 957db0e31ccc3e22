import type { AgentEvent } from './event.ts';
import { asObject, type JsonObject, nameIn } from './fields.ts';
import { formats } from './formats/table.ts';
import { readUnknownAgent } from './formats/unknownAgent.ts';
import { nameMeant } from './nameMeant.ts';
import { parseLenient } from './lenientJson.ts';

/** What one hook payload comes to. `why` is a sentence for people, without the payload's content. */
export type PayloadReading =
  | { readonly kind: 'event'; readonly event: AgentEvent }
  /** A hook's payload in good form that tells of no edit and no command, or of a failed one. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unreadable'; readonly why: string };

/**
 * Reads what an agent's hook gets on its standard input. Whose it is, its content says; `flag`,
 * the `--agent` of the hook's command line, is asked only when the content does not, since agents
 * run each other's hooks. Law: total, whatever the text.
 */
export function readPayload(text: string, flag: string | undefined): PayloadReading {
  const json = parseLenient(text);
  if (!json.ok) return unreadable('The payload is not JSON.');
  const payload = asObject(json.value);
  if (payload === undefined) return unreadable('The payload is not a JSON object.');
  const format = formats.find((one) => one.matches(payload));
  return format === undefined ? readUnmatched(payload, flag) : readingOf(format.read(payload));
}

function readUnmatched(payload: JsonObject, flag: string | undefined): PayloadReading {
  const names = formats.map(({ name }) => name);
  const meant = flag === undefined ? undefined : nameMeant(flag, names);
  const flagged = formats.find(({ name }) => name === meant)?.read(payload);
  const event = flagged !== undefined && isUsable(flagged) ? flagged : readUnknownAgent(payload);
  if (event !== undefined || flagged !== undefined) return readingOf(event ?? flagged);
  if (isOfHook(payload)) return { kind: 'nothing' };
  return unreadable('The payload is of no agent known here, and names no file that was edited.');
}

function readingOf(event: AgentEvent | undefined): PayloadReading {
  if (event === undefined) return { kind: 'nothing' };
  if (isUsable(event)) return { kind: 'event', event };
  return unreadable('The payload tells of an edit, but names no usable path.');
}

function isUsable(event: AgentEvent): boolean {
  return event.kind === 'shell' || 0 < event.files.length;
}

function isOfHook(payload: JsonObject): boolean {
  return (
    nameIn(payload, 'hook_event_name', 'hookEventName', 'session_id', 'sessionId') !== undefined
  );
}

function unreadable(why: string): PayloadReading {
  return { kind: 'unreadable', why };
}
