import type { HookedAgent } from './agent.ts';
import { claudeCode } from './agents/claudeCode.ts';
import { codex } from './agents/codex.ts';
import { copilotCli } from './agents/copilotCli.ts';
import { cursor } from './agents/cursor.ts';
import { geminiCli } from './agents/geminiCli.ts';
import { vscodeAgent } from './agents/vscodeAgent.ts';
import { windsurf } from './agents/windsurf.ts';

/** Every agent whose hooks can tell us what it wrote: one file and one line each. */
export const hookedAgents: readonly HookedAgent[] = [
  claudeCode,
  copilotCli,
  cursor,
  codex,
  geminiCli,
  windsurf,
  vscodeAgent,
];
