import type { Spans } from '../../core/attribution/span.ts';
import { readNote } from '../../core/interop/gitAi/readNote.ts';
import { originsOfLog } from '../../core/interop/gitAi/toOrigins.ts';
import { nGitLines, gitLineIndex } from '../../core/interop/gitLines.ts';
import type { LineOrigin } from '../../core/interop/lineOrigin.ts';
import { type AuthorshipLog, NOTES_REF } from '../../core/interop/gitAi/authorshipLog.ts';
import type { GitAiUse } from '../../core/policy/policy.ts';
import { joinSpans } from '../../core/attribution/span.ts';
import type { ForeignNote, Problem, Repository } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';
import { textIn } from '../textOfBytes.ts';

/** A committed text with what another tool's note says of its lines: of tier `imported`. */
export interface ImportedText {
  readonly path: string;
  readonly blob: string;
  readonly text: string;
  readonly spans: Spans;
}

export interface ImportedNotes {
  readonly texts: readonly ImportedText[];
  /** The state of the notes that was read; undefined where there are none. */
  readonly tip: string | undefined;
}

/**
 * What git-ai's notes on commits say, for notes that were not looked at before. Two processes where
 * there are any, none where there is no such ref or it has not moved.
 */
export async function gitAiTexts(
  { git, ledger, ids, gitAiNotes }: Repository,
  use: GitAiUse,
): Promise<Result<ImportedNotes, Problem>> {
  const tip = use === 'off' ? undefined : git.ref(NOTES_REF);
  if (tip === undefined || ledger.promoted().includes(tip)) return ok({ texts: [], tip });
  const notes = await git.notesOnCommits(NOTES_REF);
  if (!notes.ok) return notes;
  // What we wrote ourselves we know better than any note can say.
  const foreign = notes.value.filter(({ blob }) => !gitAiNotes.isOurs(blob));
  const read = foreign.flatMap((note): { note: ForeignNote; log: AuthorshipLog }[] => {
    const reading = readNote(note.text);
    return reading.kind === 'log' ? [{ note, log: reading.log }] : [];
  });
  const names = read.flatMap(({ note, log }) =>
    log.files.map(({ path }) => `${note.commit}:${path}`),
  );
  const objects = await git.readObjects(names);
  if (!objects.ok) return objects;
  const texts: ImportedText[] = [];
  for (const { note, log } of read) {
    const contents = new Map<string, { text: string; blob: string }>();
    for (const { path } of log.files) {
      const bytes = objects.value.get(`${note.commit}:${path}`);
      const text = textIn(bytes);
      if (!bytes || text === undefined) continue;
      contents.set(path, { text, blob: ids.blobIdOfBytes(bytes) });
    }
    const nLines = new Map([...contents].map(([path, { text }]) => [path, nGitLines(text)]));
    for (const { path, lines } of originsOfLog(log, { nLines, at: note.at }).files) {
      const content = contents.get(path);
      if (content === undefined || lines.length === 0) continue;
      texts.push({ path, ...content, spans: spansOfLines(content.text, lines) });
    }
  }
  return ok({ texts, tip });
}

/** Whole lines, as git counts them, as spans of their text. */
export function spansOfLines(text: string, lines: readonly LineOrigin[]): Spans {
  const index = gitLineIndex(text);
  return joinSpans(
    lines.map(({ line, origin }) => ({
      start: index.startOf(line - 1),
      end: index.startOf(line),
      origin,
    })),
  );
}
