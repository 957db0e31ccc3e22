import { basename, join } from 'node:path';
import { err, ok, type Result } from '../../core/result.ts';
import { managerOf, needsItsOwnName } from './managers.ts';
import { exists, namesIn } from './paths.ts';
import type { HookProblem } from './problems.ts';
import { type HookName, type HookRuntime, shimText } from './shim.ts';
import { type ForeignHook, isSameHook, type Slot, slotAt } from './slot.ts';
import { type Step, unfinished } from './steps.ts';

/*
 * Our hook as a file in a hooks folder. What was there keeps lying beside it, byte for byte, as
 * `<hook>.countersign-original`, and the shim runs it from there. It gets that name before our file takes its place in one
 * rename, so at every moment the name that git runs is either the old hook or ours, which runs the old one.
 */

/** What one hook in one folder needs done. */
export interface FilePlan {
  readonly file: string;
  readonly steps: readonly Step[];
  readonly notes: readonly string[];
}

/** Our file, or the place for it. */
export interface FileHome {
  readonly file: string;
  readonly slot: Slot;
  /** The pre-commit framework runs us, as what it found when it was installed. */
  readonly how: 'hooks-dir' | 'pre-commit';
}

/** The hook that was there before us. */
export function originalOf(dir: string, hook: HookName): string {
  return join(dir, `${hook}.countersign-original`);
}

/** Links by which a hook that asks for its own name still finds it. */
export function linkDir(dir: string): string {
  return join(dir, 'countersign.d');
}

/**
 * Where our file is, or should be. The pre-commit framework moves what it finds to `<hook>.legacy` and runs it from there;
 * it would overwrite a hook that is there already if it found us in front of its own, so then we stand in that one's place.
 */
export async function homeOf(dir: string, hook: HookName): Promise<FileHome> {
  const file = join(dir, hook);
  const slot = await slotAt(file);
  const moved = { file: join(dir, `${hook}.legacy`), how: 'pre-commit' } as const;
  if (slot.kind === 'foreign' && managerOf(slot.text)?.name === 'pre-commit') {
    const legacy = await slotAt(moved.file);
    if (legacy.kind === 'shim') return { ...moved, slot: legacy };
    const runsLegacy = slot.text?.includes('hook-impl') === true;
    if (legacy.kind === 'foreign' && runsLegacy) return { ...moved, slot: legacy };
  }
  return { file, slot, how: 'hooks-dir' };
}

/** Puts our file in its place, or brings it up to date. No steps when nothing is to be done. */
export async function planFile(
  dir: string,
  hook: HookName,
  runtime: HookRuntime,
): Promise<Result<FilePlan, HookProblem>> {
  const { file, slot } = await homeOf(dir, hook);
  if (slot.kind === 'obstacle') return err({ kind: 'not-a-file', path: file, found: slot.found });
  const steps: Step[] = await sweep(dir);
  const notes: string[] = [];
  const original = originalOf(dir, hook);
  const aside = await slotAt(original);
  if (aside.kind === 'obstacle') {
    return err({ kind: 'not-a-file', path: original, found: aside.found });
  }
  let first = aside.kind === 'foreign' ? aside : undefined;
  if (slot.kind === 'foreign') {
    first = slot;
    const kept = await planKeep({ file, original, slot, aside });
    steps.push(...kept.steps);
    notes.push(...kept.notes);
  } else if (aside.kind === 'shim') {
    steps.push({ kind: 'remove', path: original });
  }
  if (slot.kind === 'shim' && !slot.shim.unchanged) {
    const copy = await freeName(join(dir, `${hook}.countersign-changed`));
    steps.push({ kind: 'keep', from: file, to: copy });
    notes.push(
      `${file} was changed by hand since it was installed: that version is kept as ${copy}.`,
    );
  }
  if (first !== undefined) notes.push(...notesOn(first, file));
  const byLink = needsItsOwnName(first?.text) && process.platform !== 'win32';
  if (byLink) steps.push(...(await planLinks(dir, hook)));
  const text = shimText({
    hook,
    runtime,
    first: first && (byLink ? `${basename(linkDir(dir))}/${hook}` : basename(original)),
    firstBy: managerOf(first?.text)?.name === 'pre-commit' ? 'pre-commit' : undefined,
  });
  if (slot.kind !== 'shim' || slot.shim.text !== text || !slot.executable) {
    steps.push({ kind: 'write', path: file, text, mode: 0o755 });
  }
  const dropped = join(dir, `${hook}.old`);
  if (await isUnchangedShim(dropped)) steps.push({ kind: 'remove', path: dropped });
  return ok({ file, steps, notes });
}

/** Puts back what was there before, wherever our file is by now. Nothing of anybody else's is touched. */
export async function planFileRemoval(dir: string, hook: HookName): Promise<FilePlan> {
  const file = join(dir, hook);
  const original = originalOf(dir, hook);
  const steps: Step[] = await sweep(dir);
  const notes: string[] = [];
  const inPlace = await slotAt(file);
  let aside = await slotAt(original);
  if (aside.kind === 'shim') {
    steps.push({ kind: 'remove', path: original });
    aside = { kind: 'empty' };
  }
  // Written again by its own manager, or never moved because the install was killed: the copy is worth nothing.
  if (aside.kind === 'foreign' && inPlace.kind === 'foreign' && replaces(inPlace, aside)) {
    steps.push({ kind: 'remove', path: original });
    aside = { kind: 'empty' };
  }
  // Where hook managers move a hook that is not theirs: pre-commit, lefthook.
  for (const ours of [file, `${file}.legacy`, `${file}.old`]) {
    const slot = await slotAt(ours);
    if (slot.kind !== 'shim') continue;
    if (!slot.shim.unchanged) {
      const copy = await freeName(join(dir, `${hook}.countersign-changed`));
      steps.push({ kind: 'keep', from: ours, to: copy });
      notes.push(
        `${ours} was changed by hand since it was installed: that version is kept as ${copy}.`,
      );
    }
    if (aside.kind === 'foreign') {
      steps.push({ kind: 'move', from: original, to: ours });
      aside = { kind: 'empty' };
    } else {
      steps.push({ kind: 'remove', path: ours });
    }
  }
  if (aside.kind === 'foreign' && inPlace.kind === 'empty') {
    steps.push({ kind: 'move', from: original, to: file });
  } else if (aside.kind === 'foreign') {
    notes.push(
      `${file} was replaced by somebody else since; it stays as it is. The hook that was there before Countersign is still ${original}.`,
    );
  }
  return { file, steps, notes };
}

/** Takes the links away: after every hook of the folder is back in its place, since ours run theirs through them. */
export async function planLinksRemoval(dir: string): Promise<readonly Step[]> {
  const folder = linkDir(dir);
  if (!(await exists(folder))) return [];
  const steps: Step[] = [];
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const slot = await slotAt(path);
    const isOurs = slot.kind === 'foreign' && slot.linkTo?.startsWith('../') === true;
    if (isOurs || name.includes(unfinished)) steps.push({ kind: 'remove', path });
  }
  return [...steps, { kind: 'remove-folder', path: folder }];
}

/** What an earlier, killed run of ours left lying in a folder. */
export async function sweep(dir: string): Promise<Step[]> {
  const names = (await namesIn(dir)).filter((name) => name.includes(unfinished));
  return names.map((name) => ({ kind: 'remove', path: join(dir, name) }));
}

/** A name that nothing has yet. */
export async function freeName(wanted: string): Promise<string> {
  let name = wanted;
  for (let n = 2; (await slotAt(name)).kind !== 'empty'; n++) name = `${wanted}-${n}`;
  return name;
}

interface Keeping {
  readonly file: string;
  readonly original: string;
  readonly slot: ForeignHook;
  readonly aside: Slot;
}

/** The hook in place gets its second name; an older one that has that name already makes room. */
async function planKeep(names: Keeping): Promise<Pick<FilePlan, 'steps' | 'notes'>> {
  const { file, original, slot, aside } = names;
  const keep: Step = { kind: 'keep', from: file, to: original };
  if (aside.kind === 'empty') return { steps: [keep], notes: [] };
  if (aside.kind === 'foreign' && isSameHook(slot, aside)) return { steps: [], notes: [] };
  if (aside.kind !== 'foreign' || replaces(slot, aside)) {
    return { steps: [{ kind: 'remove', path: original }, keep], notes: [] };
  }
  const earlier = await freeName(file + earlierEnding);
  const note = `${file} was replaced by somebody else since Countersign was installed. The hook from before that no longer runs; it is kept as ${earlier}.`;
  return { steps: [{ kind: 'move', from: original, to: earlier }, keep], notes: [note] };
}

const earlierEnding = '.countersign-earlier';

/** The newer hook stands for the older one: the same bytes, or written by the same hook manager. */
function replaces(newer: ForeignHook, older: ForeignHook): boolean {
  if (isSameHook(newer, older)) return true;
  const manager = managerOf(newer.text);
  return manager !== undefined && manager === managerOf(older.text);
}

/** What a person should know of a hook that ours runs first. */
export function notesOn(first: ForeignHook, file: string): readonly string[] {
  const advice = managerOf(first.text)?.advice;
  const notes = advice === undefined ? [] : [advice];
  if (first.linkTo !== undefined && first.bytes === undefined) {
    notes.push(
      `${file} was a symbolic link to ${first.linkTo}, which is not there: git did not run it, and it stays like that.`,
    );
  } else if (!first.executable) {
    notes.push(`${file} was not executable: git did not run it, and it stays like that.`);
  }
  return notes;
}

/** `countersign.d/<hook>` leads to the hook from before under its own name, beside links to the scripts it may load. */
async function planLinks(dir: string, hook: HookName): Promise<readonly Step[]> {
  const folder = linkDir(dir);
  const isHelper = (name: string) =>
    name.includes('.') && !/countersign|\.(sample|legacy|old)$/.test(name);
  const wanted = new Map<string, string>([[hook, `../${basename(originalOf(dir, hook))}`]]);
  for (const name of (await namesIn(dir)).filter(isHelper)) wanted.set(name, `../${name}`);
  const steps: Step[] = [];
  for (const [name, target] of wanted) {
    const slot = await slotAt(join(folder, name));
    if (slot.kind === 'foreign' && slot.linkTo === target) continue;
    steps.push({ kind: 'link', path: join(folder, name), target });
  }
  return steps.length === 0 ? [] : [{ kind: 'make-folder', path: folder }, ...steps];
}

async function isUnchangedShim(path: string): Promise<boolean> {
  const slot = await slotAt(path);
  return slot.kind === 'shim' && slot.shim.unchanged;
}
