/**
 * Agents that git-ai and Countersign call by two names, ours first. The others share one, or only
 * one of us knows them. Source: `src/commands/checkpoint_agent/presets` of git-ai 1.6.24.
 */
const NAMES: readonly (readonly [ours: string, theirs: string])[] = [
  ['claude-code', 'claude'],
  ['copilot-cli', 'github-copilot-cli'],
  ['gemini-cli', 'gemini'],
];

/** The name under which git-ai knows a tool, so that one conversation has one id in both. */
export function gitAiToolName(tool: string): string {
  return NAMES.find(([ours]) => ours === tool)?.[1] ?? tool;
}

/** The name under which Countersign's own records know a tool of git-ai's. */
export function ourToolName(tool: string): string {
  return NAMES.find(([, theirs]) => theirs === tool)?.[0] ?? tool;
}
