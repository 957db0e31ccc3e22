import { dirname, join } from 'node:path';
import { assertNever, ok, type Result } from '../../core/result.ts';
import { homeOf, notesOn, originalOf } from './hookFile.ts';
import type { HookRepo } from './hookRepo.ts';
import { callsShim, newScript } from './line.ts';
import { isFile } from './paths.ts';
import { type Place, placesIn } from './places.ts';
import { lineToAdd, privateShim } from './plan.ts';
import type { HookProblem } from './problems.ts';
import { fromRecorded, type HookRecord, readRecord } from './record.ts';
import { type HookName, type KnownShim, shimText } from './shim.ts';
import { type LinePlace, notesOnDispatcher } from './scriptLine.ts';
import { type Slot, slotAt } from './slot.ts';

/** How far our hook is: `foreign` has somebody else's hook and never had ours, `overwritten` has lost ours to one. */
export type HookState = 'installed' | 'missing' | 'outdated' | 'foreign' | 'overwritten';

/** By whom our hook is run. */
export type HookHow =
  | 'hooks-dir'
  | 'husky'
  | 'tracked-folder'
  | 'pre-commit'
  | 'lefthook'
  | 'by-hand';

/** One hook of ours as it is now. */
export interface HookStatus {
  readonly name: HookName;
  readonly state: HookState;
  /** The file that calls the gate, or would. */
  readonly file: string;
  /** What is run besides us. */
  readonly chained?: string;
  readonly how: HookHow;
}

/** All hooks of ours, and what a person should know. */
export interface HookReport {
  readonly hooks: readonly HookStatus[];
  readonly messages: readonly string[];
}

interface Seen {
  readonly status: HookStatus;
  readonly notes: readonly string[];
}

/** Looks, and changes nothing. */
export async function reportOn(repo: HookRepo): Promise<Result<HookReport, HookProblem>> {
  const record = await readRecord(repo.commonDir);
  if (!record.ok) return record;
  const places = await placesIn(repo);
  if (!places.ok) return places;
  const hooks: HookStatus[] = [];
  const messages: string[] = [];
  for (const [name, place] of places.value) {
    const seen = await look(repo, record.value, name, place);
    hooks.push(seen.status);
    messages.push(...seen.notes);
  }
  messages.push(...(await notesOnOldPlaces(repo, record.value, hooks)));
  return ok({ hooks, messages });
}

function look(repo: HookRepo, record: HookRecord, name: HookName, place: Place): Promise<Seen> {
  switch (place.kind) {
    case 'file':
      return lookAtFile(repo, record, name, place.dir);
    case 'line':
      return lookAtLine(repo, record, name, place);
    case 'called':
      return lookAtCall(repo, name, place);
    case 'uncalled':
      return Promise.resolve({
        status: { name, state: 'missing', file: place.by, how: 'by-hand' },
        notes: [lineToAdd(place.by, name)],
      });
    default:
      return assertNever(place);
  }
}

async function lookAtFile(
  repo: HookRepo,
  record: HookRecord,
  name: HookName,
  dir: string,
): Promise<Seen> {
  const { file, slot, how } = await homeOf(dir, name);
  const wasOurs = isRecorded(repo, record, name, file);
  const { state, notes } = await stateOf(slot, file, wasOurs);
  if (slot.kind !== 'shim') return { status: { name, state, file, how }, notes };
  const original = originalOf(dir, name);
  const first = await slotAt(original);
  if (how === 'pre-commit') {
    return { status: { name, state, file, how, chained: join(dir, name) }, notes };
  }
  if (first.kind !== 'foreign') return { status: { name, state, file, how }, notes };
  const told = [...notes, ...notesOn(first, file)];
  const isRun = first.executable && first.bytes !== undefined;
  return {
    status: isRun ? { name, state, file, how, chained: original } : { name, state, file, how },
    notes: told,
  };
}

async function lookAtLine(
  repo: HookRepo,
  record: HookRecord,
  name: HookName,
  place: LinePlace,
): Promise<Seen> {
  const { script: file, how } = place;
  const slot = await slotAt(file);
  const text = slot.kind === 'shim' ? slot.shim.text : slot.kind === 'foreign' ? slot.text : '';
  if (!callsShim(text, name)) {
    const wasOurs = isRecorded(repo, record, name, file);
    const state = wasOurs ? 'overwritten' : slot.kind === 'empty' ? 'missing' : 'foreign';
    const note = `${file} does not call Countersign any more; perhaps this branch has an older version of it. Run \`countersign hooks install\` again.`;
    return { status: { name, state, file, how }, notes: wasOurs ? [note] : [] };
  }
  const behind = await slotAt(privateShim(repo.commonDir, name));
  const { state, notes } = await stateOf(behind, privateShim(repo.commonDir, name), false);
  const unreached = await notesOnDispatcher(place);
  const isReached = unreached.length === 0;
  const status: HookStatus = { name, state: isReached ? state : 'missing', file, how };
  const isAlone = text === newScript(name);
  return {
    status: isAlone ? status : { ...status, chained: file },
    notes: [...notes, ...unreached],
  };
}

async function lookAtCall(
  repo: HookRepo,
  name: HookName,
  place: Extract<Place, { kind: 'called' }>,
): Promise<Seen> {
  const file = privateShim(repo.commonDir, name);
  const { state, notes } = await stateOf(await slotAt(file), file, false);
  return { status: { name, state, file, chained: place.by, how: place.how }, notes };
}

interface StateAndNotes {
  readonly state: HookState;
  readonly notes: readonly string[];
}

async function stateOf(slot: Slot, file: string, wasOurs: boolean): Promise<StateAndNotes> {
  switch (slot.kind) {
    case 'empty':
      return { state: 'missing', notes: [] };
    case 'obstacle':
      return {
        state: 'foreign',
        notes: [`${file} is a ${slot.found}, so git runs no hook there.`],
      };
    case 'foreign': {
      const note = `${file} was replaced by somebody else since Countersign was installed, so no commit is checked. Run \`countersign hooks install\` again.`;
      return wasOurs ? { state: 'overwritten', notes: [note] } : { state: 'foreign', notes: [] };
    }
    case 'shim': {
      const why = await whyOutdated(slot.shim, slot.executable);
      return why === undefined
        ? { state: 'installed', notes: [] }
        : {
            state: 'outdated',
            notes: [`${file} ${why}. Run \`countersign hooks install\` again.`],
          };
    }
    default:
      return assertNever(slot);
  }
}

async function whyOutdated(shim: KnownShim, executable: boolean): Promise<string | undefined> {
  if (!executable) return 'is not executable, so git does not run it';
  if (!shim.unchanged || shim.values === undefined) return 'was changed by hand';
  if (shimText(shim.values) !== shim.text) return 'is from another version of Countersign';
  const { node, cli } = shim.values.runtime;
  for (const path of [node, cli]) {
    if (!(await isFile(path))) {
      return `starts ${path}, which is not there any more; it looks for another at every commit`;
    }
  }
  return undefined;
}

/** Ours was in this folder: whatever a hook manager has called it since. */
function isRecorded(repo: HookRepo, record: HookRecord, name: HookName, file: string): boolean {
  return record.hooks.some(
    (hook) =>
      hook.name === name && dirname(fromRecorded(repo.commonDir, hook.file)) === dirname(file),
  );
}

/** core.hooksPath may have been changed since: then git runs nothing where we are. */
async function notesOnOldPlaces(
  repo: HookRepo,
  record: HookRecord,
  hooks: readonly HookStatus[],
): Promise<readonly string[]> {
  const notes: string[] = [];
  for (const old of record.hooks) {
    const file = fromRecorded(repo.commonDir, old.file);
    const now = hooks.find((hook) => hook.name === old.name);
    if (old.how !== 'file' || now === undefined || now.state === 'installed') continue;
    if (dirname(now.file) === dirname(file) || (await slotAt(file)).kind !== 'shim') continue;
    notes.push(
      `${file} is installed, but git takes its hooks from ${repo.hooksDir} now. Run \`countersign hooks install\` again.`,
    );
  }
  return notes;
}
