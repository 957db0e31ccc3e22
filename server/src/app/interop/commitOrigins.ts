import { ownFiles } from '../../core/commitFiles.ts';
import { ownLines } from '../../core/interop/keptGitLines.ts';
import { type FileOrigins, originsOfLines } from '../../core/interop/lineOrigin.ts';
import { isNotebookPath } from '../../core/notebook/notebookPath.ts';
import type { People } from '../../core/policy/policy.ts';
import type { BlockReader } from '../../core/ports.ts';
import type { Commit, CommittedFile, Problem, Repository } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Journal } from '../journal.ts';
import { keysOf, queryOf, textsOf } from '../ledger/committedFiles.ts';
import { hasPointers, lendTexts, withPointers } from '../ledger/sharedFacts.ts';
import { mayHoldAi, provenanceOf } from '../provenance.ts';

export interface OriginPorts {
  readonly repository: Repository;
  readonly journal: Journal;
  readonly reader: BlockReader;
}

/** The AI lines that one commit brought, by file; no file without any. */
export interface CommitOrigins {
  readonly commit: Commit;
  readonly files: readonly FileOrigins[];
  /** The commit's parents are not in this clone, so nobody here can say what it brought. */
  readonly isCutOff: boolean;
}

/**
 * Whose the lines are that commits brought, told of AI's lines alone: of a commit the lines that no
 * parent has, in the numbers of its own files. Three processes at most for any number of commits. Under
 * `hashed` nobody is named.
 */
export async function originsOfCommits(
  ports: OriginPorts,
  commits: readonly Commit[],
  people: People,
): Promise<Result<readonly CommitOrigins[], Problem>> {
  const { repository, journal } = ports;
  const cutOff = await cutOffCommits(repository, commits);
  if (!cutOff.ok) return cutOff;
  const brought = commits.map((commit) => {
    const isCutOff = cutOff.value.has(commit.commit);
    const files = isCutOff ? [] : ownFiles(commit);
    return { commit, isCutOff, files: files.filter(({ path }) => !isNotebookPath(path)) };
  });
  const files = brought.flatMap((one) => one.files);
  const learned = await journal.learn(keysOf(repository, files));
  if (!learned.ok) return learned;
  const mayBeAi = files.filter((file) => mayHoldAi(journal, queryOf(journal, file)));
  const texts = await textsOf(repository, mayBeAi);
  if (!texts.ok) return texts;
  const known = new Set(mayBeAi);
  const out: CommitOrigins[] = [];
  for (const { commit, isCutOff, files: own } of brought) {
    const told: FileOrigins[] = [];
    for (const file of own.filter((one) => known.has(one))) {
      const lines = await aiLinesOf(ports, file, texts.value);
      const shown = people === 'hashed' ? lines.map(withoutPerson) : lines;
      if (0 < shown.length) told.push({ path: file.path, lines: shown });
    }
    out.push({ commit, isCutOff, files: told });
  }
  return ok(out);
}

/** At the edge of a shallow clone git shows a commit as if it had no parents; the commit itself tells. */
async function cutOffCommits(
  { git }: Repository,
  commits: readonly Commit[],
): Promise<Result<ReadonlySet<string>, Problem>> {
  const first = commits.filter(({ parents }) => parents.length === 0);
  const named = await git.commitsNamed(first.map(({ commit }) => commit));
  if (!named.ok) return named;
  const cut = [...named.value.values()].filter(({ parents }) => 0 < parents.length);
  return ok(new Set(cut.map(({ commit }) => commit)));
}

async function aiLinesOf(
  { repository, journal, reader }: OriginPorts,
  file: CommittedFile,
  texts: ReadonlyMap<string, string>,
): Promise<FileOrigins['lines']> {
  const text = texts.get(file.blob);
  // Without the text it was made from nobody can say which lines the commit brought.
  if (text === undefined || file.before.some((one) => !texts.has(one.blob))) return [];
  const query = queryOf(journal, file);
  const before = file.before.map((one) => texts.get(one.blob));
  lendTexts(journal, repository.ids, query.paths, [text, ...before]);
  const { spans } = provenanceOf(journal, {
    ...query,
    text,
    textId: repository.ids.textId(text),
    textOfBlob: (id) => texts.get(id),
  });
  const all = hasPointers(journal, query.paths)
    ? withPointers(journal, query.paths, text, await reader.read(file.path, text), spans)
    : spans;
  const parents = file.before.flatMap(({ blob }) => texts.get(blob) ?? []);
  const lines = originsOfLines(text, all, ownLines(text, parents));
  return lines.filter(({ origin }) => origin.kind === 'ai');
}

function withoutPerson({
  line,
  origin,
}: FileOrigins['lines'][number]): FileOrigins['lines'][number] {
  if (!('by' in origin)) return { line, origin };
  const { by: _, ...rest } = origin;
  return { line, origin: rest };
}
