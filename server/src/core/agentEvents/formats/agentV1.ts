import { agentFile } from '../agentFile.ts';
import type { AgentEvent, AgentFile, AgentName } from '../event.ts';
import { isUsablePath, type JsonObject, listIn, nameIn, objectIn, textIn } from '../fields.ts';
import { callOf, editEvent } from '../toolCall.ts';
import type { AgentFormat } from './format.ts';

/** git-ai's generic form, which any agent may send: the paths, and no texts but whole files'. */
export const agentV1: AgentFormat = {
  name: 'agent-v1',
  matches(payload) {
    return (
      nameIn(payload, 'repo_working_dir') !== undefined &&
      ['human', 'ai_agent'].includes(textIn(payload, 'type') ?? '')
    );
  },
  read(payload) {
    const name = nameIn(payload, 'agent_name');
    switch (textIn(payload, 'type')) {
      case 'human':
        return eventOf(payload, 'unknown-agent', 'before');
      case 'ai_agent':
        return eventOf(payload, name === undefined ? 'unknown-agent' : `agent-v1:${name}`, 'after');
      default:
        return undefined;
    }
  },
};

/** Before the call neither agent nor conversation is told, so the files alone name the call. */
function eventOf(payload: JsonObject, agent: AgentName, phase: AgentEvent['phase']): AgentEvent {
  const cwd = nameIn(payload, 'repo_working_dir');
  const paths = listIn(payload, phase === 'before' ? 'will_edit_filepaths' : 'edited_filepaths')
    .filter((path) => typeof path === 'string')
    .filter(isUsablePath);
  const texts = objectIn(payload, 'dirty_files');
  const call = {
    phase,
    tool: textIn(payload, 'type') ?? '',
    input: {},
    response: {},
    call: callOf(cwd, [...paths].sort()),
    session: nameIn(payload, 'conversation_id'),
    model: nameIn(payload, 'model'),
    cwd,
  };
  return editEvent(
    agent,
    call,
    paths.map((path) => fileOf(path, Object.hasOwn(texts, path) ? texts[path] : undefined, phase)),
  );
}

function fileOf(path: string, told: unknown, phase: AgentEvent['phase']): AgentFile | undefined {
  const text = typeof told === 'string' ? told : undefined;
  return phase === 'before'
    ? agentFile({ path, op: 'unknown', before: text })
    : agentFile({ path, op: 'unknown', content: text });
}
