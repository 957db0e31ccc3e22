import type { Assistant } from './assistant.ts';
import { aider } from './aider.ts';
import { amp } from './amp.ts';
import { claudeCode } from './claudeCode.ts';
import { codex } from './codex.ts';
import { copilot } from './copilot.ts';
import { crush } from './crush.ts';
import { cursor } from './cursor.ts';
import { devin } from './devin.ts';
import { factoryDroid } from './factoryDroid.ts';
import { geminiCodeAssist } from './geminiCodeAssist.ts';
import { jules } from './jules.ts';
import { openCode } from './openCode.ts';
import { openHands } from './openHands.ts';
import { qwenCode } from './qwenCode.ts';
import { rooCode } from './rooCode.ts';
import { warp } from './warp.ts';
import { windsurf } from './windsurf.ts';

/**
 * Assistants that sign the commits they make or help with: one file and one line each. Who has no
 * address of their own, or only one that nobody told a source for, has no row.
 */
export const assistants: readonly Assistant[] = [
  aider,
  amp,
  claudeCode,
  codex,
  copilot,
  crush,
  cursor,
  devin,
  factoryDroid,
  geminiCodeAssist,
  jules,
  openCode,
  openHands,
  qwenCode,
  rooCode,
  warp,
  windsurf,
];
