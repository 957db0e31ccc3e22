import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { DocumentView } from '../app/openDocument.ts';
import { isOpen } from '../core/evidence/status.ts';
import { shownBlocks } from './views.ts';

/** What a client without commands of its own sees: a diagnostic a block, with the terminal's words. */
export function plainDiagnostics(view: DocumentView): Diagnostic[] {
  return shownBlocks(view)
    .filter(({ status }) => isOpen(status))
    .map((judged) => ({
      severity: DiagnosticSeverity.Information,
      source: 'countersign',
      code: judged.status.name,
      message: howToSign(view, judged),
      range: {
        start: { line: judged.block.lines.startLine - 1, character: 0 },
        end: { line: judged.block.lines.startLine - 1, character: 1_000 },
      },
    }));
}

export function howToSign(
  { path }: DocumentView,
  { block, status }: ReturnType<typeof shownBlocks>[number],
): string {
  return `AI code in ${block.symbol} is ${status.name}. Sign it off in a terminal: countersign sign ${path}:${block.lines.startLine}`;
}
