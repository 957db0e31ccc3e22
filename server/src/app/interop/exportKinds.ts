import { agentTraceExport } from './agentTraceExport.ts';
import type { ExportKind } from './exportKind.ts';
import { gitAiExport } from './gitAiExport.ts';

/** What the AI lines of commits can be exported as: one file and one line each. */
export const exportKinds: readonly ExportKind[] = [agentTraceExport, gitAiExport];
