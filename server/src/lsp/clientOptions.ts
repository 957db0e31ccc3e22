import type { ClientOptions } from '../protocol/index.ts';

/** The client's initialization options, taken only as far as they have the right types. */
export function parseClientOptions(json: unknown): ClientOptions {
  if (!isObject(json)) return {};
  const { signals, clientCommands, storage, trusted, policy } = json;
  return {
    ...(typeof signals === 'boolean' ? { signals } : {}),
    ...(typeof clientCommands === 'boolean' ? { clientCommands } : {}),
    ...(typeof storage === 'string' ? { storage } : {}),
    ...(typeof trusted === 'boolean' ? { trusted } : {}),
    ...(isObject(policy) ? { policy } : {}),
  };
}

/** The policy values of a `workspace/didChangeConfiguration`, where the client sends them along. */
export function changedPolicy(settings: unknown): ClientOptions['policy'] {
  const section = isObject(settings) ? settings['countersign'] : undefined;
  return isObject(section) ? section : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
