import type { GateBlock } from '../../app/gate.ts';
import { type Finding, type GateReport, standing } from '../gate/report.ts';
import type { Paint } from '../paint.ts';
import { aligned, plain } from '../plain.ts';
import type { Reporter, ReportSurroundings } from './reporter.ts';

/** For people. The first line is the whole message: VS Code shows only that one. */
export const text: Reporter = {
  name: 'text',
  isForPeople: true,
  render(report, surroundings) {
    const { isHook, paint } = surroundings;
    const notes = report.notes.map(({ message }) => paint.yellow(`Note: ${message}`));
    const isSilent = isHook && report.exitCode === 0 && !isWorthSaying(report);
    if (isSilent) return notes.join('\n');
    return [
      headline(report, paint),
      ...report.findings
        .filter(({ block }) => !block)
        .slice(1)
        .map(problemLine),
      ...blockLines(report.findings, surroundings),
      ...notes,
    ].join('\n');
  },
};

/** A passing hook speaks only where the policy says `warn`, or where it could not look. */
function isWorthSaying({ mode, findings }: GateReport): boolean {
  return 0 < findings.length && mode !== 'observe';
}

function headline({ exitCode, findings, summary }: GateReport, paint: Paint): string {
  if (exitCode !== 0) return paint.bold(paint.red(summary));
  return paint.bold(0 < findings.length ? paint.yellow(summary) : summary);
}

function problemLine({ text: words }: Finding): string {
  return `  ${words}`;
}

function blockLines(findings: readonly Finding[], surroundings: ReportSurroundings): string[] {
  const blocks = findings.map(({ block }) => block).filter((block) => block !== undefined);
  if (blocks.length === 0) return [];
  const { isHook, paint, shownPath, signCommand } = surroundings;
  const rows = blocks.map((block) => [
    `  ${plain(shownPath(block.path))}:${block.judged.block.lines.startLine}`,
    plain(block.judged.block.symbol),
    standing(block),
  ]);
  const nShown = isHook ? MAX_LINES : rows.length;
  return [
    ...aligned(rows.slice(0, nShown)),
    ...(nShown < rows.length
      ? [`  … and ${rows.length - nShown} more: countersign gate lists all`]
      : []),
    ...notOnDisk(blocks, surroundings),
    ...(signCommand === undefined
      ? []
      : [
          `After reviewing ${blocks.length === 1 ? 'it, sign it' : 'them, sign them'} off here or in the editor:`,
          `  ${paint.bold(signCommand)}`,
        ]),
  ];
}

/** A hook's words scroll over a terminal that was used for something else. */
const MAX_LINES = 40;

/** Only what is on disk can be signed, so what is staged must be there. */
function notOnDisk(
  blocks: readonly GateBlock[],
  { linesOnDisk, shownPath }: ReportSurroundings,
): string[] {
  const paths = new Set(
    blocks.filter((block) => linesOnDisk.get(block) === undefined).map(({ path }) => path),
  );
  return [...paths].map(
    (path) =>
      `  ${plain(shownPath(path))}: what is staged differs from the file on disk, where people sign. Stage the file as it is (git add), or set the rest aside (git stash --keep-index) until you have signed.`,
  );
}
