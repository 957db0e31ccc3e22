import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { JudgedBlock } from '../app/judge.ts';
import type { DocumentView } from '../app/openDocument.ts';
import { isOpen } from '../core/evidence/status.ts';
import { problems, type Question } from '../core/questions/blockQuestions.ts';
import type { Hit } from '../core/questions/hit.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';
import { howToSign } from './plainClient.ts';
import { rangeOf, shownBlocks } from './views.ts';

const SOURCE = 'countersign';

/**
 * What a client's list of problems shows: defects that need no opinion, and what people answered
 * "problem" to. A client without commands of ours also gets the questions, and who signs where.
 */
export function diagnosticsOf(view: DocumentView, isPlain: boolean): Diagnostic[] {
  const { index } = view.judged;
  return shownBlocks(view).flatMap((judged) => [
    ...judged.questions.checks.map((hit) => checkDiagnostic(index, hit)),
    ...problems(judged.questions).map((question) => problemDiagnostic(index, question)),
    ...(isPlain && isOpen(judged.status) ? plainDiagnostics(view, judged) : []),
  ]);
}

function checkDiagnostic(index: LineIndex, hit: Hit): Diagnostic {
  return {
    severity: hit.severity === 'low' ? DiagnosticSeverity.Information : DiagnosticSeverity.Warning,
    source: SOURCE,
    code: hit.rule.id,
    message: hit.text,
    range: rangeOf(index, hit.at),
  };
}

function problemDiagnostic(index: LineIndex, { hit, answer }: Question): Diagnostic {
  const by = answer?.by.name ?? answer?.by.id ?? 'Somebody';
  const note = answer?.detail.note === undefined ? '' : `: ${answer.detail.note}`;
  return {
    severity: DiagnosticSeverity.Warning,
    source: SOURCE,
    code: hit.rule.id,
    message: `${by} answered that there is a problem here${note}. It stays until this code changes.`,
    range: rangeOf(index, hit.at),
  };
}

function plainDiagnostics(view: DocumentView, judged: JudgedBlock): Diagnostic[] {
  const line = judged.block.lines.startLine - 1;
  const { index } = view.judged;
  const open = judged.questions.shown.filter(({ answer }) => answer === undefined);
  return [
    {
      severity: DiagnosticSeverity.Information,
      source: SOURCE,
      code: judged.status.name,
      message: howToSign(view, judged),
      range: { start: { line, character: 0 }, end: { line, character: 1_000 } },
    },
    ...open.map(({ hit }) => ({
      severity: DiagnosticSeverity.Information,
      source: SOURCE,
      code: hit.rule.id,
      message: hit.text,
      range: rangeOf(index, hit.at),
    })),
  ];
}
