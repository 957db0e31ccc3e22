import { hasAi } from '../core/attribution/span.ts';
import type { LedgerKey } from '../core/ledger/keys.ts';
import { isNotebookPath } from '../core/notebook/notebookPath.ts';
import { isOpen } from '../core/evidence/status.ts';
import { createExclusion, type EffectivePolicy } from '../core/policy/effective.ts';
import type { Mode } from '../core/policy/policy.ts';
import type { PolicyProblem } from '../core/policy/settingsFile.ts';
import type { BlockReader, RuleRunner } from '../core/ports.ts';
import type { Problem, Repository, StagedFile } from '../core/repository.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type Draft, settle } from './baselines.ts';
import { baseNames, createBases } from './bases.ts';
import type { Journal } from './journal.ts';
import type { NotebookText } from './ledger/sharedCells.ts';
import { evidenceKeys, hasPointers, lendTexts, withPointers } from './ledger/sharedFacts.ts';
import { withShared } from './ledger/withShared.ts';
import { hasRemovals, judgeText, type JudgedBlock, type JudgeInput } from './judge.ts';
import {
  judgeStagedNotebook,
  knownNotebook,
  notebookEvidenceKeys,
  notebookTorn,
} from './notebook.ts';
import { stagedManifests, stagedProject } from './project/stagedFiles.ts';
import { type PolicyOf, stagedPolicy } from './policyReader.ts';
import { mayHoldAi, pathsBefore, provenanceOf, type ProvenanceQuery } from './provenance.ts';
import { textIn, textOfBytes } from './textOfBytes.ts';

/** A judged block of the index that the commit would change. */
export interface GateBlock {
  readonly path: string;
  /** The staged content's id. */
  readonly blob: string;
  readonly judged: JudgedBlock;
  /** True when the policy refuses it. */
  readonly isOpen: boolean;
  readonly mode: Mode;
}

export interface GateAnswer {
  /** The strictest mode among the files with findings, else the top folder's. */
  readonly mode: Mode;
  readonly isEnabled: boolean;
  readonly blocks: readonly GateBlock[];
  readonly policyProblems: readonly PolicyProblem[];
  readonly policy: EffectivePolicy;
  /** What could not be read and may have changed the answer: said aloud, whatever the verdict. */
  readonly notes: readonly Problem[];
}

/** Judges what the index would change; reads only. A fixed number of git processes. */
export async function judgeStaged(
  repository: Repository,
  journal: Journal,
  reader: BlockReader,
  rules: RuleRunner,
): Promise<Result<GateAnswer, Problem>> {
  const staged = await repository.git.stagedFiles();
  if (!staged.ok) return staged;
  const { keys } = repository;
  const shared = await learnStaged(repository, journal, staged.value);
  if (!shared.ok) return shared;
  const known = staged.value.filter((file) => mayHoldAi(journal, queryOf(journal, file)));
  const paths = known.map((file) => file.path);
  reader.prepare?.(paths);
  const head = repository.headCommit();
  const asked = baseNames(
    journal,
    head,
    known.flatMap((file) => queryOf(journal, file).paths),
  );
  const onDisk = repository.projectFiles();
  const manifests = stagedManifests(onDisk, paths);
  const objects = [...known.flatMap(blobsOf), ...asked, ...manifests];
  const read = await stagedPolicy(repository, paths, objects);
  if (!read.ok) return read;
  const { policyOf, contents } = read.value;
  const bases = createBases(head, asked, contents);
  const top = policyOf('');
  const isJudged = createJudgedTest(policyOf);
  const judgedFiles = known.filter((file) => isJudged(file.path));
  const blocks: GateBlock[] = [];
  const notes: Problem[] = [];
  const take = (file: StagedFile, found: readonly JudgedBlock[], mode: Mode): void => {
    for (const judged of found) {
      const { path, newBlob: blob } = file;
      blocks.push({ path, blob, judged, isOpen: isOpen(judged.status), mode });
    }
  };
  const toJudge: ReadFile[] = [];
  const files = stagedProject(onDisk, manifests, contents);
  for (const file of judgedFiles) {
    const bytes = contents.get(file.newBlob);
    if (!bytes) {
      return err(historyMissing(`${file.path}: its staged content ${file.newBlob}`));
    }
    const oldBytes = file.oldBlob === undefined ? undefined : contents.get(file.oldBlob);
    if (file.oldBlob !== undefined && !oldBytes && journal.book.hasAiBlob(file.oldBlob)) {
      return err(historyMissing(`${file.path}: the content it was made from, ${file.oldBlob},`));
    }
    const { policy } = policyOf(file.path);
    const content = textOfBytes(bytes);
    if (content.kind === 'binary') continue;
    const query = {
      ...queryOf(journal, file),
      text: content.text,
      textId: repository.ids.textId(content.text),
      bases,
    };
    const oldText = textIn(oldBytes);
    if (isNotebookPath(file.path)) {
      const ports = { repository, journal, reader, rules, files };
      const asked = { ...query, path: file.path, committed: committedTexts(file, query, oldText) };
      const notebook = await knownNotebook(ports, asked);
      if (!notebook) notes.push(notebookTorn(file.path));
      else if (0 < notebook.unread.length) {
        notes.push(textsLost(file.path, notebook.unread.length));
      }
      if (!notebook) continue;
      toJudge.push({
        ...draftOf(file, query.paths, policy.mode),
        keys: notebookEvidenceKeys(ports, notebook, asked),
        judge: (stood) =>
          judgeStagedNotebook(ports, notebook, { ...asked, stood }, oldBytes, policy),
      });
      continue;
    }
    lendTexts(journal, repository.ids, query.paths, [content.text, oldText]);
    const { spans: told, unread } = provenanceOf(journal, {
      ...query,
      textOfBlob: (blob) => textIn(contents.get(blob)),
    });
    if (0 < unread.length) notes.push(textsLost(file.path, unread.length));
    const { text } = content;
    const isPointedAt = hasPointers(journal, query.paths);
    if (!hasAi(told) && !isPointedAt && !hasRemovals(journal, query.paths)) continue;
    const map = await reader.read(file.path, text);
    const spans = withPointers(journal, query.paths, text, map, told);
    const { sha256 } = repository.ids;
    const asks = { rules, files };
    const input = { journal, policy, paths: query.paths, text, spans, map, sha256, ...asks };
    toJudge.push({
      ...draftOf(file, query.paths, policy.mode),
      keys: evidenceKeys(keys, input),
      judge: (stood) => judgeFile({ ...input, stood }, reader, file, oldBytes),
    });
  }
  const evidence = await journal.learn(toJudge.flatMap((one) => one.keys));
  if (!evidence.ok) return evidence;
  const settled = await settle({ repository, journal, reader }, toJudge);
  if (settled.missing) return err(settled.missing);
  notes.push(...settled.notes);
  for (const [i, { file, mode }] of toJudge.entries()) take(file, settled.blocks[i] ?? [], mode);
  const modes = blocks.filter((block) => block.isOpen).map((block) => block.mode);
  const problems = new Map(
    [top, ...known.map((file) => policyOf(file.path))]
      .flatMap((effective) => effective.problems)
      .map((problem) => [problem.text, problem]),
  );
  return ok({
    mode: strictest(modes) ?? top.policy.mode,
    isEnabled: top.policy.enable,
    blocks,
    policyProblems: [...problems.values()],
    policy: top,
    notes,
  });
}

/** A file that was read, and what must be learned before it is judged. */
interface ReadFile extends Draft {
  readonly file: StagedFile;
  readonly mode: Mode;
  readonly keys: readonly LedgerKey[];
}

function draftOf(
  file: StagedFile,
  paths: readonly string[],
  mode: Mode,
): Omit<ReadFile, 'judge' | 'keys'> {
  const { path, oldPath, oldBlob } = file;
  return { file, mode, path, paths, headPath: oldBlob === undefined ? undefined : oldPath };
}

function committedTexts(
  { newBlob, oldBlob }: StagedFile,
  { text }: { readonly text: string },
  oldText: string | undefined,
): readonly NotebookText[] {
  const old =
    oldBlob === undefined || oldText === undefined ? [] : [{ blob: oldBlob, text: oldText }];
  return [{ blob: newBlob, text }, ...old];
}

/** Most files of a commit end at their path: only those known by it are asked about further. */
async function learnStaged(
  { keys }: Repository,
  journal: Journal,
  staged: readonly StagedFile[],
): Promise<Result<boolean, Problem>> {
  const first = await journal.learn([
    keys.baselines,
    ...staged.flatMap(({ path, oldPath, newBlob, oldBlob }) => [
      keys.path(path),
      keys.path(oldPath),
      // A copy has no past at its path.
      ...(oldBlob === undefined ? [keys.blob(newBlob)] : []),
    ]),
  ]);
  if (!first.ok) return first;
  const known = staged.filter((file) => hasPointers(journal, [file.path, file.oldPath]));
  return journal.learn(known.flatMap((file) => blobsOf(file).map(keys.blob)));
}

/** Policies are few and files may be many: the globs of each policy are compiled once. */
function createJudgedTest(policyOf: PolicyOf): (path: string) => boolean {
  const exclusions = new Map<EffectivePolicy, (path: string) => boolean>();
  return (path) => {
    const effective = policyOf(path);
    const isExcluded = exclusions.get(effective) ?? createExclusion(effective.policy);
    exclusions.set(effective, isExcluded);
    return effective.policy.enable && !isExcluded(path);
  };
}

function blobsOf({ newBlob, oldBlob }: StagedFile): string[] {
  return oldBlob === undefined ? [newBlob] : [newBlob, oldBlob];
}

function queryOf(journal: Journal, file: StagedFile): Omit<ProvenanceQuery, 'text'> {
  const paths = [
    ...new Set([file.path, file.oldPath].flatMap((path) => pathsBefore(journal, path))),
  ];
  return {
    blob: file.newBlob,
    paths,
    baseBlobs: file.oldBlob === undefined ? [] : [file.oldBlob],
  };
}

/** The blocks of a staged file that hold AI lines and that HEAD does not have as they are. */
async function judgeFile(
  input: JudgeInput,
  reader: BlockReader,
  file: StagedFile,
  oldBytes: Uint8Array | undefined,
): Promise<readonly JudgedBlock[]> {
  const head = textIn(oldBytes);
  const committed =
    head === undefined ? undefined : { text: head, map: await reader.read(file.oldPath, head) };
  const { blocks } = await withShared(input.journal, () => judgeText({ ...input, committed }));
  const flagged = blocks.filter(({ status }) => status.name !== 'exempt');
  const isInHead = ({ block }: JudgedBlock): boolean =>
    committed?.map.blocks.some(
      (was) => was.symbol === block.symbol && was.textHash === block.textHash,
    ) === true;
  return flagged.filter((judged) => !isInHead(judged));
}

/** Git would fetch it by itself; in our hands it reaches no network. */
function historyMissing(what: string): Problem {
  return {
    code: 'history-missing',
    message: `${what} is not in this clone. In a partial clone \`git diff --cached --stat\` fetches it: run that once, then try again.`,
  };
}

function textsLost(path: string, nTexts: number): Problem {
  const texts = nTexts === 1 ? 'a text' : `${nTexts} texts`;
  return {
    code: 'provenance-unsure',
    message: `${path}: AI text was recorded for this file, but ${texts} of it in the journal cannot be read (deleted or damaged), so AI lines may have been missed. Look at this file yourself.`,
  };
}

function strictest(modes: readonly Mode[]): Mode | undefined {
  if (modes.includes('enforce')) return 'enforce';
  return modes.includes('warn') ? 'warn' : modes[0];
}
