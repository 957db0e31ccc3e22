import { type CliCommand, EXIT } from '../command.ts';

/**
 * Only for help: what an agent's hook calls never comes here, it is answered by `ingest.cjs` before
 * anything else is loaded.
 */
export const ingest: CliCommand = {
  name: 'ingest',
  summary: "take in an agent hook's payload from standard input",
  about:
    "Takes in one payload of an agent's hook from standard input, and records which files the agent changed. Agents' hooks call it; it never prints on standard output and always ends with 0. What could not be used is told by `countersign doctor`.",
  args: [],
  options: [{ notation: '--agent <name>', summary: 'the agent whose hook calls' }],
  examples: ['countersign hooks install --agents claude-code'],
  run: async () => EXIT.ok,
};
