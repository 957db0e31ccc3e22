import { MODES, recordedSessions, replay } from './replay.ts';
import {
  createScore,
  type Mistake,
  type Row,
  rowsOf,
  type Score,
  scoreSession,
  type ToldRow,
  toldRowsOf,
} from './score.ts';

/** The figures of the whole corpus. */
export interface Measured {
  readonly nSessions: number;
  readonly nSynthetic: number;
  readonly rows: readonly Row[];
  readonly told: readonly ToldRow[];
  /** The same for sessions that were not recorded here. */
  readonly syntheticRows: readonly Row[];
  readonly mistakes: readonly (Mistake & { readonly mode: string })[];
}

/** Replays every session in every mode. */
export async function measure(names: readonly string[] = []): Promise<Measured> {
  const sessions = recordedSessions().filter(
    ({ name }) => names.length === 0 || names.some((start) => name.startsWith(start)),
  );
  const rows: Row[] = [];
  const told: ToldRow[] = [];
  const syntheticRows: Row[] = [];
  const mistakes: (Mistake & { mode: string })[] = [];
  for (const mode of MODES) {
    const recorded = createScore();
    const synthetic = createScore();
    for (const session of sessions) {
      const score: Score = session.synthetic ? synthetic : recorded;
      scoreSession(score, mode, session, await replay(session, mode));
    }
    rows.push(...rowsOf(mode, recorded));
    told.push(...toldRowsOf(mode, recorded));
    syntheticRows.push(...rowsOf(mode, synthetic));
    for (const mistake of [...recorded.mistakes, ...synthetic.mistakes]) {
      mistakes.push({ ...mistake, mode });
    }
  }
  return {
    nSessions: sessions.length,
    nSynthetic: sessions.filter(({ synthetic }) => synthetic).length,
    rows,
    told,
    syntheticRows,
    mistakes,
  };
}

/** The tables as Markdown, for README and the terminal alike. */
export function markdownOf({ nSessions, nSynthetic, rows, told, syntheticRows }: Measured): string {
  const parts = [
    `${nSessions - nSynthetic} sessions recorded in a real editor, every character by who wrote it:`,
    tableOf(rows).join('\n'),
    'Their AI text by what is told of it; what nobody tells is `unknown`, never AI:',
    toldTableOf(told).join('\n'),
  ];
  if (0 < nSynthetic) {
    parts.push(
      `${nSynthetic} sessions more, written after measured shapes:`,
      tableOf(syntheticRows).join('\n'),
    );
  }
  return parts.join('\n\n');
}

function toldTableOf(rows: readonly ToldRow[]): string[] {
  return [
    '| mode | told by | AI characters | recall | called unknown |',
    '|---|---|--:|--:|--:|',
    ...rows.map(
      ({ mode, evidence, nTrue, recall, unknown }) =>
        `| ${mode} | ${evidence} | ${nTrue} | ${recall.toFixed(3)} | ${unknown.toFixed(3)} |`,
    ),
  ];
}

function tableOf(rows: readonly Row[]): string[] {
  return [
    '| mode | origin | characters | claimed | precision | recall | called unknown |',
    '|---|---|--:|--:|--:|--:|--:|',
    ...rows
      .filter(({ nTrue, nClaimed }) => 0 < nTrue || 0 < nClaimed)
      .map(
        ({ mode, owner, nTrue, nClaimed, precision, recall, unknown }) =>
          `| ${mode} | ${owner} | ${nTrue} | ${nClaimed} | ${precision.toFixed(3)} | ${recall.toFixed(3)} | ${unknown.toFixed(3)} |`,
      ),
  ];
}
