import { structuredPatch } from 'diff';
import type { Journal } from '../../app/journal.ts';
import { type JudgedBlock, reviewedText } from '../../app/judge.ts';
import { type LineIndex, withLf } from '../../core/text/lineIndex.ts';
import type { LineRange } from '../../core/text/range.ts';
import type { Paint } from '../paint.ts';
import { counted, plain } from '../plain.ts';
import { wrapped } from '../review/wrapped.ts';
import { provenanceWords, statusWords } from '../standing.ts';

/** Everything a person needs to see of a block before they sign it; words on lines of at most `width`. */
export function blockLines(
  journal: Journal,
  index: LineIndex,
  place: string,
  judged: JudgedBlock,
  paint: Paint,
  width = Number.POSITIVE_INFINITY,
): string[] {
  const { block, facts } = judged;
  const told = [
    ...facts.aiOrigins.map((origin) => `AI: ${provenanceWords(origin)}`),
    `${counted(facts.aiLines.length, 'line')} of ${facts.nNonBlankLines} by AI, marked "|"; ${statusWords(judged)}`,
    ...facts.removals.map(
      ({ kind, line }) => `AI took a ${kind} away at line ${line + 1}, and it is not back`,
    ),
  ];
  return [
    paint.bold(`${place}  ${plain(block.symbol)}  ${linesWords(block.lines)}`),
    ...told.flatMap((words) => wrapped(words, width, 2)),
    ...changeLines(journal, index, judged, paint),
    '',
    ...codeLines(index, judged, paint),
  ];
}

function linesWords({ startLine, endLine }: LineRange): string {
  return startLine === endLine ? `line ${startLine}` : `lines ${startLine}-${endLine}`;
}

function codeLines(
  index: LineIndex,
  { block: { lines }, facts, code: source }: JudgedBlock,
  paint: Paint,
): string[] {
  const ai = new Set(facts.aiLines);
  const shown = source?.split('\n');
  const nLines = lines.endLine - lines.startLine + 1;
  // A cell that is one string of JSON has one line for all its code.
  if (shown && shown.length !== nLines) return shown.map((line) => plain(line));
  const width = `${lines.endLine}`.length;
  const out: string[] = [];
  for (let line = lines.startLine; line <= lines.endLine; line++) {
    const number = `${line}`.padStart(width);
    const isAi = ai.has(line - 1);
    const code = plain(shown?.[line - lines.startLine] ?? index.lineText(line - 1));
    out.push(`${isAi ? paint.yellow(`${number} |`) : paint.dim(`${number}  `)} ${code}`.trimEnd());
  }
  return out;
}

/** For an outdated block: what changed since the text that was reviewed. */
function changeLines(
  journal: Journal,
  index: LineIndex,
  { block, status, code }: JudgedBlock,
  paint: Paint,
): string[] {
  if (status.name !== 'outdated') return [];
  const before = reviewedText(journal, status.review);
  if (before === undefined) {
    return ['  The text that was reviewed is not in this clone, so what changed cannot be shown.'];
  }
  const first = index.startOf(block.lines.startLine - 1);
  const now = code ?? index.text.slice(first, index.endOf(block.lines.endLine - 1));
  const asText = (text: string): string => `${withLf(text)}\n`;
  const { hunks } = structuredPatch('', '', asText(before), asText(now), '', '', { context: 3 });
  return [
    '',
    '  What changed since:',
    ...hunks.flatMap(({ lines }) => lines.map((line) => diffLine(line, paint))),
  ];
}

function diffLine(line: string, paint: Paint): string {
  const safe = `  ${plain(line)}`;
  if (line.startsWith('+')) return paint.green(safe);
  return line.startsWith('-') ? paint.red(safe) : safe;
}
