import type { Session } from './session.ts';
import { ACCEPTS } from './sessions/accepts.ts';
import { AGENTS } from './sessions/agents.ts';
import { CHAT } from './sessions/chat.ts';
import { CLIPBOARD } from './sessions/clipboard.ts';
import { FILES } from './sessions/files.ts';
import { TOOLS } from './sessions/tools.ts';
import { TYPING } from './sessions/typing.ts';

/** All sessions, a family at a time: a new family is one file and one line here. */
export const SESSIONS: readonly Session[] = [
  ...TYPING,
  ...ACCEPTS,
  ...CLIPBOARD,
  ...TOOLS,
  ...FILES,
  ...AGENTS,
  ...CHAT,
];
