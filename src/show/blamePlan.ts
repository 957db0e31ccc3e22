import type { OriginView } from '../../server/src/protocol/index.ts';
import { originLabel } from '../messages.ts';

/** The annotations' width in characters, whatever they say: code must not jump. */
export const BLAME_WIDTH = 22;

/** The origins of one line; `undefined` while the server has not told yet. */
export type BlameRow = readonly OriginView[] | undefined;

/** What stands before one line: nothing where the line above says the same. */
export interface Annotation {
  readonly text: string;
  readonly isAi: boolean;
}

/** One for each line of the document; lines of one origin say it once, on the first of them. */
export function annotationsOf(rows: readonly BlameRow[], nLines: number): readonly Annotation[] {
  let before = '';
  return Array.from({ length: nLines }, (_, line) => {
    const row = rows[line] ?? [];
    const label = row.length === 0 ? before : shortened(originLabel(row));
    const isSame = label === before;
    before = label;
    return { text: isSame ? '' : label, isAi: row.some(({ kind }) => kind === 'ai') };
  });
}

/** A long extension id goes without its publisher first; the hover has all of it. */
function shortened(label: string): string {
  if (label.length <= BLAME_WIDTH) return label;
  const short = label.replace(/ [^ .]+\.(?=[^ ])/u, ' ');
  return short.length <= BLAME_WIDTH ? short : `${short.slice(0, BLAME_WIDTH - 1)}…`;
}

/** A replaced range of lines: 0-based, inclusive, on the text before the change. */
export interface LineChange {
  readonly startLine: number;
  readonly startCharacter: number;
  readonly endLine: number;
  readonly text: string;
}

/** False when the change stays within one line: then the editor moves annotations by itself. */
export function changesLines({ startLine, endLine, text }: LineChange): boolean {
  return startLine !== endLine || text.includes('\n');
}

/**
 * The rows after a change, until the server tells: lines that are still there keep theirs, new
 * ones have none. The changes are told from the last to the first, as the editor tells them.
 */
export function shiftedRows(
  rows: readonly BlameRow[],
  changes: readonly LineChange[],
): readonly BlameRow[] {
  const shifted = [...rows];
  for (const { startLine, startCharacter, endLine, text } of changes) {
    const nOld = endLine - startLine + 1;
    const nNew = text.split('\n').length;
    const kept = shifted.slice(startLine, endLine + 1).slice(0, nNew);
    const added = Array<BlameRow>(nNew - kept.length).fill(undefined);
    const isPutBefore = nOld === 1 && startCharacter === 0 && text.endsWith('\n');
    const now = isPutBefore ? [...added, ...kept] : [...kept, ...added];
    shifted.splice(startLine, nOld, ...now);
  }
  return shifted;
}
