import { fillUnknown } from '../../core/attribution/attribute.ts';
import { isSameSpans } from '../../core/attribution/span.ts';
import { originsOfLines } from '../../core/interop/lineOrigin.ts';
import type { AiOrigin } from '../../core/attribution/origin.ts';
import { hasAi, type Spans } from '../../core/attribution/span.ts';
import type { SnapshotRecord } from '../../core/records/record.ts';
import type { CommittedFile, Problem, Repository } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';
import { type LineRange, toLineRanges } from '../../core/text/range.ts';
import type { Journal } from '../journal.ts';
import { keysOfText, lendTexts } from '../ledger/sharedFacts.ts';
import { pathsBefore, provenanceOf } from '../provenance.ts';
import { recordHead } from '../recordHead.ts';
import type { FoundText } from './importKind.ts';

/** What an import told of one text, 1-based lines of it. */
export interface TakenIn {
  readonly text: FoundText;
  /** Lines that are AI's now and were nobody's. */
  readonly fresh: readonly LineRange[];
  /** Lines that something surer is known of, or the same. */
  readonly known: readonly LineRange[];
  /** Who is said to have written the fresh ones, each once. */
  readonly origins: readonly AiOrigin[];
}

export interface TakeInOptions {
  readonly repository: Repository;
  readonly journal: Journal;
  readonly isDryRun: boolean;
}

/**
 * Takes what was found into the journal: as a snapshot of the committed text, of the time of its
 * commit, with the imported lines where nothing else is known. Law: doing it twice adds nothing.
 */
export async function takeIn(
  { repository, journal, isDryRun }: TakeInOptions,
  texts: readonly FoundText[],
): Promise<Result<readonly TakenIn[], Problem>> {
  const queries = texts.map(({ path, blob }) => ({
    blob,
    paths: pathsBefore(journal, path),
    baseBlobs: [],
  }));
  const learned = await journal.learn(
    queries.flatMap((query) => keysOfText(repository.keys, query)),
  );
  if (!learned.ok) return learned;
  const out: TakenIn[] = [];
  for (const [i, found] of texts.entries()) {
    const { path, blob, text, spans } = found;
    const query = queries[i] ?? { blob, paths: [path], baseBlobs: [] };
    const textId = repository.ids.textId(text);
    lendTexts(journal, repository.ids, query.paths, [text]);
    const before = provenanceOf(journal, { ...query, text, textId }).spans;
    const after = fillUnknown(before, spans);
    const taken = compare(found, before, after);
    out.push(taken);
    if (isDryRun || isSameSpans(before, after)) continue;
    const kept = journal.keepText(textId, text);
    if (!kept.ok) return kept;
    const record: SnapshotRecord = {
      ...recordHead(repository, { type: 'tool', id: 'countersign' }, freeTime(journal, found)),
      kind: 'snapshot',
      subject: { path, blob },
      detail: { text: textId, cause: 'import', spans: after },
    };
    const done = journal.append([record]);
    if (!done.ok) return done;
  }
  return ok(out);
}

function compare(found: FoundText, before: Spans, after: Spans): TakenIn {
  const { text, spans } = found;
  const wasAi = aiLines(text, before);
  const isAi = aiLines(text, after);
  const told = [...aiLines(text, spans).keys()];
  const fresh = told.filter((line) => isAi.has(line) && !wasAi.has(line));
  const origins = new Map<string, AiOrigin>();
  for (const line of fresh) {
    const origin = isAi.get(line);
    if (origin) origins.set(JSON.stringify([origin.tool, origin.model, origin.session]), origin);
  }
  return {
    text: found,
    fresh: toLineRanges(fresh),
    known: toLineRanges(told.filter((line) => !fresh.includes(line))),
    origins: [...origins.values()],
  };
}

function aiLines(text: string, spans: Spans): ReadonlyMap<number, AiOrigin> {
  if (!hasAi(spans)) return new Map();
  return new Map(
    originsOfLines(text, spans).flatMap(({ line, origin }): [number, AiOrigin][] =>
      origin.kind === 'ai' ? [[line, origin]] : [],
    ),
  );
}

/** The commit's time, or the first millisecond behind it that no snapshot of this text has. */
function freeTime({ book }: Journal, { path, blob, commit }: FoundText): string {
  const taken = new Set(
    book.snapshotsOf(path).flatMap(({ at, subject }) => (subject.blob === blob ? [at] : [])),
  );
  let ms = Date.parse(commit.at);
  while (taken.has(new Date(ms).toISOString())) ms++;
  return new Date(ms).toISOString();
}

/** Of what was taken in the files that a branch reaches: those can be shared. */
export async function reachable(
  { git }: Repository,
  taken: readonly TakenIn[],
): Promise<Result<readonly CommittedFile[], Problem>> {
  const heads = await git.heads();
  if (!heads.ok) return heads;
  const asked = [...new Set(taken.map(({ text }) => text.commit.commit))];
  const apart = await git.commits(asked, heads.value);
  if (!apart.ok) return apart;
  const unreached = new Set(apart.value.map(({ commit }) => commit));
  return ok(
    taken
      .filter(({ text }) => !unreached.has(text.commit.commit))
      .map(({ text: { path, blob } }) => ({ path, blob, before: [] })),
  );
}
