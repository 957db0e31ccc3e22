import { dirname, join } from 'node:path';
import { assertNever, err, ok, type Result } from '../../core/result.ts';
import { type FilePlan, planFile, planFileRemoval, planLinksRemoval, sweep } from './hookFile.ts';
import type { HookRepo } from './hookRepo.ts';
import { callLine } from './line.ts';
import { exists, isWithin, namesIn, realPathOf, rootsOf } from './paths.ts';
import { type Place, placesIn } from './places.ts';
import type { HookProblem } from './problems.ts';
import {
  fromRecorded,
  type HookRecord,
  privateDir,
  type RecordedHook,
  readRecord,
  recordPath,
  recordText,
  toRecorded,
} from './record.ts';
import { type HookName, type HookRuntime, hookNames, runtimeText, shimText } from './shim.ts';
import { planLine, planLineRemoval } from './scriptLine.ts';
import { slotAt } from './slot.ts';
import type { Step } from './steps.ts';

/** Everything one command will do, in the order in which a kill between two steps does no harm. */
export interface HookPlan {
  readonly steps: readonly Step[];
  /** What a person should know besides. */
  readonly notes: readonly string[];
}

/** Our hook where another one calls it. */
export function privateShim(commonDir: string, hook: HookName): string {
  return join(privateDir(commonDir), 'hooks', hook);
}

/** The runtime, where every hook of ours in this repository finds it when its own paths are gone. */
export function runtimePath(commonDir: string): string {
  return join(privateDir(commonDir), 'runtime');
}

export async function planInstall(
  repo: HookRepo,
  runtime: HookRuntime,
): Promise<Result<HookPlan, HookProblem>> {
  const ready = await readyToWrite(repo);
  if (!ready.ok) return ready;
  const record = ready.value;
  const places = await placesIn(repo);
  if (!places.ok) return places;
  const { commonDir } = repo;
  const own: Step[] = await sweep(privateDir(commonDir));
  own.push(...(await writeIfOther(runtimePath(commonDir), runtimeText(runtime), 0o644)));
  const theirs: Step[] = [];
  const notes: string[] = [];
  const hooks: RecordedHook[] = [];
  const folders = new Set<string>();
  for (const [hook, place] of places.value) {
    const plan = await planPlace(place, hook, runtime);
    if (!plan.ok) return plan;
    theirs.push(...plan.value.steps);
    notes.push(...plan.value.notes);
    if (place.kind === 'uncalled') continue;
    const file = toRecorded(commonDir, plan.value.file);
    hooks.push({ name: hook, how: place.kind, file });
    if (place.kind === 'file') folders.add(place.dir);
    if (place.kind === 'line') folders.add(dirname(place.script));
    if (place.kind !== 'file') own.push(...(await planPrivateShim(commonDir, hook, runtime)));
  }
  const madeFolders = [...record.madeFolders];
  for (const folder of folders) {
    if (await exists(folder)) continue;
    own.push({ kind: 'make-folder', path: folder });
    madeFolders.push(toRecorded(commonDir, folder));
  }
  const kept = record.hooks.filter((old) => !hooks.some((now) => isSamePlace(old, now)));
  const next = { ...record, hooks: [...kept, ...hooks], madeFolders };
  const last = await writeIfOther(recordPath(commonDir), recordText(next), 0o644);
  return ok({ steps: unique([...own, ...theirs, ...last]), notes });
}

export async function planUninstall(repo: HookRepo): Promise<Result<HookPlan, HookProblem>> {
  const ready = await readyToWrite(repo);
  if (!ready.ok) return ready;
  const record = ready.value;
  const { commonDir } = repo;
  const roots = await rootsOf(repo);
  const steps: Step[] = [];
  const notes: string[] = [];
  const folders = new Set<string>();
  for (const { name, how, file } of await everyPlace(repo, record)) {
    if (how === 'called') {
      notes.push(`The line in ${file} that calls Countersign stays; it does nothing from now on.`);
      continue;
    }
    const folder = await realPathOf(dirname(file));
    // A work tree that was removed took our line with it.
    if (!(await exists(folder))) continue;
    if (!roots.some((root) => isWithin(root, folder))) {
      notes.push(`${file} lies outside this repository and was left alone.`);
      continue;
    }
    const isFile = how === 'file';
    const plan = isFile ? await planFileRemoval(folder, name) : await planLineRemoval(file, name);
    if (isFile) folders.add(folder);
    steps.push(...plan.steps);
    notes.push(...plan.notes);
  }
  for (const folder of folders) steps.push(...(await planLinksRemoval(folder)));
  for (const made of record.madeFolders) {
    const folder = await realPathOf(fromRecorded(commonDir, made));
    if (roots.some((root) => isWithin(root, folder)) && (await exists(folder))) {
      steps.push({ kind: 'remove-folder', path: folder });
    }
  }
  const ours = privateDir(commonDir);
  steps.push(...(await sweep(ours)), ...(await sweep(join(ours, 'hooks'))));
  const files = hookNames.map((hook) => privateShim(commonDir, hook));
  for (const path of [...files, runtimePath(commonDir), recordPath(commonDir)]) {
    if (await exists(path)) steps.push({ kind: 'remove', path });
  }
  if (await exists(join(ours, 'hooks'))) {
    steps.push({ kind: 'remove-folder', path: join(ours, 'hooks') });
  }
  // Else the lock around these steps takes it away, once it is empty.
  const isEmpty = (await exists(ours)) && (await namesIn(ours)).length === 0;
  if (isEmpty) steps.push({ kind: 'remove-folder', path: ours });
  return ok({ steps: unique(steps), notes });
}

/** The record, after making sure that our folder does not lead out of the git directory. */
async function readyToWrite(repo: HookRepo): Promise<Result<HookRecord, HookProblem>> {
  const path = privateDir(repo.commonDir);
  const common = await realPathOf(repo.commonDir);
  for (const folder of [path, join(path, 'hooks')]) {
    const target = await realPathOf(folder);
    if (!isWithin(common, target)) return err({ kind: 'leaves-repository', path: folder, target });
  }
  return readRecord(repo.commonDir);
}

async function planPlace(
  place: Place,
  hook: HookName,
  runtime: HookRuntime,
): Promise<Result<FilePlan, HookProblem>> {
  switch (place.kind) {
    case 'file':
      return planFile(place.dir, hook, runtime);
    case 'line':
      return planLine(place, hook);
    case 'called':
      return ok({ file: place.by, steps: [], notes: [] });
    case 'uncalled':
      return ok({ file: place.by, steps: [], notes: [lineToAdd(place.by, hook)] });
    default:
      return assertNever(place);
  }
}

/** The sentence for a hook where nothing of ours is run yet and nothing may be written. */
export function lineToAdd(file: string, hook: HookName): string {
  return `${file} does not call Countersign, and lies where it may serve other repositories. Add this line to it by hand: ${callLine(hook)}`;
}

async function planPrivateShim(
  commonDir: string,
  hook: HookName,
  runtime: HookRuntime,
): Promise<readonly Step[]> {
  const text = shimText({ hook, runtime, first: undefined, firstBy: undefined });
  return writeIfOther(privateShim(commonDir, hook), text, 0o755);
}

async function writeIfOther(path: string, text: string, mode: number): Promise<readonly Step[]> {
  const slot = await slotAt(path);
  const isScript = mode === 0o755;
  if (slot.kind === 'shim' && slot.shim.text === text && slot.executable) return [];
  if (slot.kind === 'foreign' && !isScript && slot.text === text) return [];
  const folder: Step = { kind: 'make-folder', path: dirname(path) };
  const write: Step = { kind: 'write', path, text, mode };
  return (await exists(dirname(path))) ? [write] : [folder, write];
}

interface InstalledPlace {
  readonly name: HookName;
  readonly how: RecordedHook['how'];
  readonly file: string;
}

/** Where the record says we are, and where we would be now: a lost record must not keep anybody from uninstalling. */
async function everyPlace(repo: HookRepo, record: HookRecord): Promise<readonly InstalledPlace[]> {
  const all: InstalledPlace[] = record.hooks.map(({ name, how, file }) => {
    const path = fromRecorded(repo.commonDir, file);
    // Wherever a hook manager has moved our file, its folder is what counts.
    return { name, how, file: how === 'file' ? join(dirname(path), name) : path };
  });
  const places = await placesIn(repo);
  for (const [name, place] of places.ok ? places.value : []) {
    if (place.kind === 'file') all.push({ name, how: 'file', file: join(place.dir, name) });
    if (place.kind === 'line') all.push({ name, how: 'line', file: place.script });
  }
  return uniqueBy(all, ({ name, how, file }) => `${name} ${how} ${file}`);
}

function isSamePlace(one: RecordedHook, other: RecordedHook): boolean {
  return one.name === other.name && dirname(one.file) === dirname(other.file);
}

function unique(steps: readonly Step[]): readonly Step[] {
  return uniqueBy(steps, (step) => JSON.stringify(step));
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
