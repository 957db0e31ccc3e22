import type { Agent } from './agent.ts';
import { amp } from './amp.ts';
import { antigravity } from './antigravity.ts';
import { anyAgent } from './anyAgent.ts';
import { auggie } from './auggie.ts';
import { claudeCode } from './claudeCode.ts';
import { cline } from './cline.ts';
import { codex } from './codex.ts';
import { copilot } from './copilot.ts';
import { crush } from './crush.ts';
import { cursor } from './cursor.ts';
import { geminiCli } from './geminiCli.ts';
import { goose } from './goose.ts';
import { openCode } from './openCode.ts';
import { pi } from './pi.ts';
import { qwenCode } from './qwenCode.ts';
import { warp } from './warp.ts';

/**
 * Every agent known to mark the commands it runs: one file and one line each. Those that set
 * `CLAUDECODE` beside their own marker stand before Claude Code. Aider, Windsurf, Replit and Zed
 * have no row: what they set, a person's terminal or configuration has too.
 */
export const agents: readonly Agent[] = [
  amp,
  antigravity,
  auggie,
  cline,
  codex,
  copilot,
  crush,
  cursor,
  geminiCli,
  goose,
  openCode,
  pi,
  qwenCode,
  warp,
  claudeCode,
  anyAgent,
];
