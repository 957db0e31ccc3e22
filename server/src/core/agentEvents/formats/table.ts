import { agentV1 } from './agentV1.ts';
import { claudeCode } from './claudeCode.ts';
import { codex } from './codex.ts';
import { copilotCli } from './copilotCli.ts';
import { cursor } from './cursor.ts';
import type { AgentFormat } from './format.ts';
import { geminiCli } from './geminiCli.ts';
import { vscodeAgent } from './vscodeAgent.ts';
import { windsurf } from './windsurf.ts';

/**
 * Every form of payload known: one file and one line each, and the first that matches reads it.
 * Agents whose own marks are the surest stand first; Claude Code, whose hooks others run too,
 * stands after them.
 */
export const formats: readonly AgentFormat[] = [
  cursor,
  windsurf,
  geminiCli,
  codex,
  vscodeAgent,
  copilotCli,
  claudeCode,
  agentV1,
];
