import { agentTraceFiles } from './agentTraceFiles.ts';
import { gitAiFiles } from './gitAiFiles.ts';
import type { ImportKind } from './importKind.ts';

/** What can be imported: one file and one line each. */
export const importKinds: readonly ImportKind[] = [agentTraceFiles, gitAiFiles];
