import { createBaselineTest, type StoodCode } from '../core/evidence/baseline.ts';
import { isOpen } from '../core/evidence/status.ts';
import type { Block } from '../core/blocks/block.ts';
import { fileOfPath } from '../core/notebook/notebookPath.ts';
import type { BlockReader } from '../core/ports.ts';
import type { BaselineRecord } from '../core/records/record.ts';
import type { Problem, Repository } from '../core/repository.ts';
import { blocksIn } from './blocksIn.ts';
import type { Journal } from './journal.ts';
import type { JudgedBlock } from './judge.ts';
import { textIn } from './textOfBytes.ts';

export interface BaselinePorts {
  readonly repository: Pick<Repository, 'git' | 'headCommit'>;
  readonly journal: Journal;
  readonly reader: BlockReader;
}

/** A file that is judged. */
export interface BaselineFile {
  readonly path: string;
  /** The path, then those it had before, as far as records and the index tell. */
  readonly paths: readonly string[];
  /** Its path in HEAD: commits may have renamed it since a baseline. Undefined for a new file. */
  readonly headPath: string | undefined;
}

/** The same with its judgment, which may be asked for again. */
export interface Draft extends BaselineFile {
  judge(stood: readonly StoodCode[]): Promise<readonly JudgedBlock[]>;
}

export interface Settled {
  /** For each draft, in order. */
  readonly blocks: readonly (readonly JudgedBlock[])[];
  /** A baseline that open blocks may stand in is not in this clone: nobody can say what they are. */
  readonly missing: Problem | undefined;
  readonly notes: readonly Problem[];
}

/** What stood in baselines where files are. */
export interface Stood {
  of(path: string): readonly StoodCode[];
  /** Baselines that could not be asked: their trees, or contents, are not in this clone. */
  readonly missing: readonly BaselineRecord[];
}

/** The newest cover what older ones do, but for code that was changed back since. */
const BASELINES_ASKED = 4;

/**
 * Judges files with what stood in baselines. Only files with flagged blocks are asked about, all of
 * them at once: a fixed number of git processes, and none where nobody made a baseline.
 */
export async function settle(ports: BaselinePorts, drafts: readonly Draft[]): Promise<Settled> {
  const blocks: (readonly JudgedBlock[])[] = [];
  for (const draft of drafts) blocks.push(await draft.judge([]));
  const isAsked = (i: number): boolean =>
    (blocks[i] ?? []).some(({ status }) => status.name !== 'exempt');
  const stood = await readStood(
    ports,
    drafts.filter((_, i) => isAsked(i)),
  );
  for (const [i, draft] of drafts.entries()) {
    const its = isAsked(i) ? stood.of(draft.path) : [];
    if (0 < its.length) blocks[i] = await draft.judge(its);
  }
  const [missing] = stood.missing;
  const isNeeded = blocks.some((its) => its.some(({ status }) => isOpen(status)));
  if (missing === undefined || !isNeeded) return { blocks, missing: undefined, notes: [] };
  const lacks = ports.repository.git.lacks();
  return lacks === undefined
    ? { blocks, missing: undefined, notes: [baselineGone(missing)] }
    : { blocks, missing: baselineNotHere(missing, lacks), notes: [] };
}

const NOTHING_STOOD: Stood = Object.freeze({ of: () => [], missing: [] });

/** The blocks that stood in these baselines (the newest ones that nobody ended) where files are. */
export async function readStood(
  { repository, journal, reader }: BaselinePorts,
  files: readonly BaselineFile[],
  baselines: readonly BaselineRecord[] = newestOf(journal.book.baselines()),
): Promise<Stood> {
  const { git } = repository;
  if (baselines.length === 0 || files.length === 0) return NOTHING_STOOD;
  const places = baselines.flatMap((baseline) =>
    files.map((file): Place => ({ baseline, file, paths: file.paths.map(fileOfPath) })),
  );
  const read = await git.readObjects(places.flatMap(namesOf));
  if (!read.ok) return { ...NOTHING_STOOD, missing: baselines };
  const texts = new Map(read.value);
  const missing = new Set<BaselineRecord>();
  const absent = places.filter((place) => !namesOf(place).some((name) => texts.has(name)));
  if (0 < absent.length) {
    const asked = [...new Set(absent.map(({ baseline }) => baseline))];
    const known = await git.knownObjects(asked.map(({ tree }) => tree));
    for (const baseline of asked) {
      if (!known.ok || !known.value.has(baseline.tree)) missing.add(baseline);
    }
    const moved = await renamedPlaces(
      repository,
      absent.filter(({ baseline }) => !missing.has(baseline)),
    );
    for (const baseline of moved.missing) missing.add(baseline);
    const more = await git.readObjects(moved.places.flatMap(namesOf));
    if (more.ok) for (const [name, bytes] of more.value) texts.set(name, bytes);
    else for (const { baseline } of moved.places) missing.add(baseline);
    places.push(...moved.places);
  }
  const stood = new Map<string, StoodCode[]>();
  const parsed = new Map<string, readonly Block[]>();
  for (const place of places) {
    const { baseline, file } = place;
    const blocks: Block[] = [];
    for (const name of new Set(namesOf(place))) {
      const text = textIn(texts.get(name));
      if (text === undefined) continue;
      const path = name.slice(baseline.tree.length + 1);
      const key = `${path}\n${text}`;
      const its = parsed.get(key) ?? (await blocksIn(reader, path, text));
      parsed.set(key, its);
      blocks.push(...its);
    }
    if (0 < blocks.length) {
      stood.set(file.path, [...(stood.get(file.path) ?? []), { baseline, blocks }]);
    }
  }
  return { of: (path) => stood.get(path) ?? [], missing: [...missing] };
}

/** How many open blocks, in how many files, a baseline would cover. */
export function coveredBy(stood: readonly StoodCode[], blocks: readonly JudgedBlock[]): number {
  const isStood = createBaselineTest(
    stood,
    blocks.map(({ block }) => block),
  );
  return blocks.filter(({ status, block }) => isOpen(status) && isStood(block)).length;
}

interface Place {
  readonly baseline: BaselineRecord;
  readonly file: BaselineFile;
  /** Where the file may have been in the baseline's tree. */
  readonly paths: readonly string[];
}

function namesOf({ baseline, paths }: Place): string[] {
  // A name with a line break cannot be asked for.
  return paths.filter((path) => !path.includes('\n')).map((path) => `${baseline.tree}:${path}`);
}

/** Several people may have marked one state of the code. */
function newestOf(baselines: readonly BaselineRecord[]): readonly BaselineRecord[] {
  const byTree = new Map<string, BaselineRecord>();
  for (const baseline of baselines) {
    if (!byTree.has(baseline.tree)) byTree.set(baseline.tree, baseline);
  }
  return [...byTree.values()].slice(0, BASELINES_ASKED);
}

/** Where files were before commits since their baseline renamed them; one process a baseline. */
async function renamedPlaces(
  { git, headCommit }: BaselinePorts['repository'],
  places: readonly Place[],
): Promise<{ readonly places: readonly Place[]; readonly missing: readonly BaselineRecord[] }> {
  const head = headCommit();
  const inHead = places.filter(({ file }) => file.headPath !== undefined);
  if (head === undefined || inHead.length === 0) return { places: [], missing: [] };
  const found: Place[] = [];
  const missing: BaselineRecord[] = [];
  for (const baseline of new Set(inHead.map((place) => place.baseline))) {
    const renames = await git.renames(baseline.tree, head);
    if (!renames.ok) {
      missing.push(baseline);
      continue;
    }
    for (const { file } of inHead.filter((place) => place.baseline === baseline)) {
      const before = file.headPath === undefined ? undefined : renames.value.get(file.headPath);
      if (before !== undefined) found.push({ baseline, file, paths: [before] });
    }
  }
  return { places: found, missing };
}

/** `Ada's baseline of 2026-01-02 (commit 0123456789ab)`. */
export function baselineWords({ by, at, base }: BaselineRecord): string {
  return `the baseline of ${by.name ?? by.id} of ${at.slice(0, 10)} (commit ${base.slice(0, 12)})`;
}

function baselineNotHere(baseline: BaselineRecord, lacks: 'shallow' | 'partial'): Problem {
  return {
    code: 'history-missing',
    message: `${baselineWords(baseline)} is not in this ${lacks} clone, so nobody can say which AI blocks are older than it. Run \`${fetchCommand(baseline, lacks)}\`, then try again.`,
  };
}

/** What brings a baseline's files into a clone that leaves parts of history out. */
export function fetchCommand({ base }: BaselineRecord, lacks: 'shallow' | 'partial'): string {
  return lacks === 'shallow'
    ? `git fetch --depth=1 origin ${base}`
    : `git fetch --refetch --no-filter origin ${base}`;
}

function baselineGone(baseline: BaselineRecord): Problem {
  return {
    code: 'baseline-gone',
    message: `${baselineWords(baseline)} is not in this clone (never fetched, or rewritten and collected since), so its code waits for reviews. Try \`git fetch origin ${baseline.base}\`; if it is gone for good, mark the code again with \`countersign baseline\`.`,
  };
}
