import { isPatch } from './applyPatch.ts';
import { canonicalJson } from '../text/canonicalJson.ts';
import type { AgentEvent, AgentFile, AgentName } from './event.ts';
import { asObject, type JsonObject, listIn, nameIn, objectIn, textIn } from './fields.ts';
import { parseLenient } from './lenientJson.ts';

/** What the hooks of most agents tell about one tool call, in either case of their keys. */
export interface ToolCall {
  readonly phase: AgentEvent['phase'];
  readonly tool: string;
  /** Of a patch that came as a bare text, `{ patch }`. */
  readonly input: JsonObject;
  /** Empty before the call, and where it is no object. */
  readonly response: JsonObject;
  readonly call: string;
  readonly session: string | undefined;
  readonly model: string | undefined;
  readonly cwd: string | undefined;
}

/** The tool call of a payload; none when it tells of something else, or of a call that failed. */
export function readToolCall(payload: JsonObject): ToolCall | undefined {
  const phase = phaseOf(payload);
  const tool = nameIn(payload, 'tool_name', 'toolName');
  if (phase === undefined || tool === undefined || hasFailed(payload)) return undefined;
  const input = readInput(payload['tool_input'] ?? payload['toolArgs'] ?? payload['toolInput']);
  const session = nameIn(payload, 'session_id', 'sessionId', 'conversation_id', 'thread_id');
  const turn = nameIn(payload, 'turn_id', 'generation_id');
  const id = nameIn(payload, 'tool_use_id', 'toolUseId');
  return {
    phase,
    tool,
    input,
    response: objectIn(payload, 'tool_response'),
    call: id === undefined ? callOf(session, turn, input) : callOf(session, bareId(id)),
    session,
    model: nameIn(payload, 'model'),
    cwd: nameIn(payload, 'cwd'),
  };
}

/** A call's name from what tells it apart; the same parts give the same name. */
export function callOf(...parts: readonly unknown[]): string {
  return canonicalJson(parts);
}

/** The event of a call that edits files; those without a path are left out. */
export function editEvent(
  agent: AgentName,
  call: ToolCall,
  files: readonly (AgentFile | undefined)[],
): AgentEvent {
  return event(agent, call, {
    kind: 'edit',
    files: files.filter((file) => file !== undefined),
  });
}

/** The event of a call that runs a command. */
export function shellEvent(agent: AgentName, call: ToolCall): AgentEvent {
  const words = listIn(call.input, 'command').filter((word) => typeof word === 'string');
  const command =
    nameIn(call.input, 'command', 'command_line', 'cmd') ?? (words.join(' ') || undefined);
  return event(agent, call, {
    kind: 'shell',
    ...(command === undefined ? {} : { command }),
    files: [],
  });
}

/** The patch in a tool's input, by any of the names agents give it. */
export function inputPatch(input: JsonObject): string | undefined {
  return ['patch', 'input', 'command', 'content']
    .map((key) => textIn(input, key))
    .find((text) => text !== undefined && isPatch(text));
}

function event(
  agent: AgentName,
  { phase, tool, call, session, model, cwd }: ToolCall,
  rest: Pick<AgentEvent, 'kind' | 'command' | 'files'>,
): AgentEvent {
  const { kind, ...subject } = rest;
  return {
    agent,
    phase,
    kind,
    tool,
    ...(session === undefined ? {} : { session }),
    ...(model === undefined ? {} : { model }),
    call,
    ...(cwd === undefined ? {} : { cwd }),
    ...subject,
  };
}

/** Copilot CLI's own form names no event; there only a call that ran has a result. */
function phaseOf(payload: JsonObject): AgentEvent['phase'] | undefined {
  const name = textIn(payload, 'hook_event_name', 'hookEventName');
  switch (name) {
    case 'PreToolUse':
    case 'preToolUse':
    case 'BeforeTool':
      return 'before';
    case 'PostToolUse':
    case 'postToolUse':
    case 'AfterTool':
      return 'after';
    case undefined:
      if (typeof payload['toolName'] !== 'string') return undefined;
      return asObject(payload['toolResult']) === undefined ? 'before' : 'after';
    default:
      return undefined;
  }
}

function hasFailed(payload: JsonObject): boolean {
  const result = objectIn(payload, 'tool_result', 'toolResult');
  const type = textIn(result, 'result_type', 'resultType');
  if (type !== undefined && type !== 'success') return true;
  const { error, success } = objectIn(payload, 'tool_response');
  return success === false || (typeof error === 'string' && error !== '') || !!asObject(error);
}

function readInput(input: unknown): JsonObject {
  if (typeof input !== 'string') return asObject(input) ?? {};
  if (isPatch(input)) return { patch: input };
  const json = parseLenient(input);
  return (json.ok ? asObject(json.value) : undefined) ?? {};
}

/** VS Code adds to the model's id of a call when it ran. */
function bareId(id: string): string {
  return id.replace(/__vscode-\d+$/, '');
}
