import { readTraces } from '../../core/interop/agentTrace/readTraces.ts';
import { originsOfTraces } from '../../core/interop/agentTrace/toOrigins.ts';
import type { TraceRecord } from '../../core/interop/agentTrace/traceRecord.ts';
import { quoted } from '../../core/interop/quoted.ts';
import type { CommitName, Problem, Repository } from '../../core/repository.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { contentsOf, nLinesOf, textsWith } from './committedContents.ts';
import { type Found, type FoundText, type ImportKind, noSuchRevision } from './importKind.ts';

/** Agent Trace records: of each the files at its own revision. */
export const agentTraceFiles: ImportKind = {
  name: 'agent-trace',
  what: 'Agent Trace records (JSON, a list, or JSON Lines)',
  recognizes(text) {
    const reading = readTraces(text);
    return reading.kind === 'traces' && 0 < reading.records.length;
  },
  async find(repository, text, { revision }): Promise<Result<Found, Problem>> {
    const reading = readTraces(text);
    if (reading.kind === 'unreadable') {
      return err({ code: 'bad-file', message: `These are no Agent Trace records. ${reading.why}` });
    }
    const told = [...reading.problems];
    const named = await commitsOf(repository, reading.records, revision, told);
    if (!named.ok) return named;
    const read = await contentsOf(
      repository,
      [...named.value].flatMap(([{ commit }, records]) =>
        records.flatMap(({ files }) => files.map(({ path }) => ({ commit, path }))),
      ),
    );
    if (!read.ok) return read;
    const texts: FoundText[] = [];
    for (const [name, records] of named.value) {
      const { commit } = name;
      const contents = read.value(commit);
      const nLines = nLinesOf(contents);
      const { files, problems } = originsOfTraces(records, { commit, nLines });
      told.push(...problems.map((problem) => `Commit ${commit.slice(0, 12)}: ${problem}`));
      texts.push(...textsWith(name, contents, files));
    }
    return ok({ texts, told });
  },
};

const HOOK_WORDS =
  "is of the specification's own hook, which counts lines at the time of an edit, so it claims nothing";

/** Records by the commit that each speaks of; those of none are told. */
async function commitsOf(
  { git }: Repository,
  records: readonly TraceRecord[],
  revision: string | undefined,
  told: string[],
): Promise<Result<ReadonlyMap<CommitName, readonly TraceRecord[]>, Problem>> {
  const revisionOf = ({ vcs }: TraceRecord): string | undefined =>
    vcs === undefined
      ? revision
      : vcs.type === 'git' && isId(vcs.revision)
        ? vcs.revision
        : undefined;
  const asked = [...records.map(revisionOf), revision].filter((one) => one !== undefined);
  const named = await git.commitsNamed(asked);
  if (!named.ok) return named;
  if (revision !== undefined && !named.value.has(revision)) return err(noSuchRevision(revision));
  const byId = new Map<string, { readonly commit: CommitName; readonly records: TraceRecord[] }>();
  for (const [i, record] of records.entries()) {
    const tell = (what: string): void => void told.push(`Record ${i + 1} ${what}.`);
    const { version, vcs } = record;
    const own = revisionOf(record);
    const commit = own === undefined ? undefined : named.value.get(own);
    if (version.split('.').length < 3) tell(HOOK_WORDS);
    else if (vcs === undefined && own === undefined) {
      tell('names no revision, so it claims nothing: say which commit it is about by --commit');
    } else if (vcs !== undefined && vcs.type !== 'git') {
      tell(`is about ${vcs.type}, not git, so it claims nothing`);
    } else if (commit === undefined) {
      tell(
        `is about ${quoted(vcs?.revision ?? '')}, which is no commit here, so it claims nothing`,
      );
    } else {
      const entry = byId.get(commit.commit) ?? { commit, records: [] };
      byId.set(commit.commit, entry);
      entry.records.push({ ...record, vcs: { type: 'git', revision: commit.commit } });
    }
  }
  return ok(new Map([...byId.values()].map((entry) => [entry.commit, entry.records])));
}

/** A name like `main` means another commit tomorrow. */
function isId(revision: string): boolean {
  return /^[0-9a-f]{7,64}$/i.test(revision);
}
