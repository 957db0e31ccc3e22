import { basename, dirname, join } from 'node:path';
import { err, ok, type Result } from '../../core/result.ts';
import type { HookRepo } from './hookRepo.ts';
import { callLine, callsShim, type ScriptRunner } from './line.ts';
import { lefthookFiles, managerOf } from './managers.ts';
import { exists, isFolder, isWithin, realPathOf, rootsOf } from './paths.ts';
import type { HookProblem } from './problems.ts';
import { type HookName, hookNames } from './shim.ts';
import { slotAt } from './slot.ts';

/** How one hook of ours comes to be run in this repository. */
export type Place =
  /** Our file takes the hook's name in a folder that is never committed. */
  | { readonly kind: 'file'; readonly dir: string }
  /** A line in a script that may be committed calls our file in the git directory. */
  | {
      readonly kind: 'line';
      readonly script: string;
      readonly runner: ScriptRunner;
      readonly how: 'husky' | 'tracked-folder';
      /** What must be there for git to reach the script; husky makes it anew on every `npm install`. */
      readonly dispatcher: string | undefined;
    }
  /** Somebody wrote such a line by hand, where we do not write. */
  | { readonly kind: 'called'; readonly by: string; readonly how: 'lefthook' | 'by-hand' }
  /** Nobody wrote it yet for this hook, though for another one. */
  | { readonly kind: 'uncalled'; readonly by: string };

/** Where each hook goes. Refuses folders outside the repository: they may serve others. */
export async function placesIn(
  repo: HookRepo,
): Promise<Result<ReadonlyMap<HookName, Place>, HookProblem>> {
  const places = new Map<HookName, Place>();
  const dir = await realPathOf(repo.hooksDir);
  const roots = await rootsOf(repo);
  if (!roots.some((root) => isWithin(root, dir))) return outside(repo, dir);
  if ((await exists(dir)) && !(await isFolder(dir))) {
    return err({ kind: 'not-a-folder', path: repo.hooksDir });
  }
  for (const hook of hookNames) places.set(hook, await placeOf(repo, roots, dir, hook));
  return ok(places);
}

async function placeOf(
  repo: HookRepo,
  roots: readonly string[],
  dir: string,
  hook: HookName,
): Promise<Place> {
  const gitDirs = await Promise.all([repo.gitDir, repo.commonDir].map(realPathOf));
  const inGitDir = gitDirs.some((gitDir) => isWithin(gitDir, dir));
  const scripts = dirname(dir);
  if (!inGitDir && basename(dir) === '_' && roots.some((root) => isWithin(root, scripts))) {
    const dispatcher = join(dir, hook);
    const script = join(scripts, hook);
    return { kind: 'line', script, runner: 'sh -e', how: 'husky', dispatcher };
  }
  if (repo.hooksMayBeCommitted && !inGitDir) {
    const isHusky = await exists(join(dir, '_', 'husky.sh'));
    const how = isHusky ? 'husky' : 'tracked-folder';
    const runner = isHusky ? 'sh -e' : 'itself';
    return { kind: 'line', script: join(dir, hook), runner, how, dispatcher: undefined };
  }
  const by = await lefthookCall(repo, dir, hook);
  return by === undefined ? { kind: 'file', dir } : { kind: 'called', by, how: 'lefthook' };
}

/** The lefthook settings that call our hook, if lefthook's own file is what git runs. */
async function lefthookCall(
  repo: HookRepo,
  dir: string,
  hook: HookName,
): Promise<string | undefined> {
  const slot = await slotAt(join(dir, hook));
  if (slot.kind !== 'foreign' || managerOf(slot.text)?.name !== 'lefthook') return undefined;
  if (repo.topLevel === undefined) return undefined;
  for (const name of lefthookFiles) {
    const path = join(repo.topLevel, name);
    const settings = await slotAt(path);
    if (settings.kind === 'foreign' && callsShim(settings.text, hook)) return path;
  }
  return undefined;
}

async function outside(
  repo: HookRepo,
  dir: string,
): Promise<Result<ReadonlyMap<HookName, Place>, HookProblem>> {
  if (repo.hooksPathConfigured && (await exists(dir)) && !(await isFolder(dir))) {
    return err({ kind: 'hooks-off', value: repo.hooksDir });
  }
  const places = new Map<HookName, Place>();
  for (const hook of hookNames) {
    const by = join(repo.hooksDir, hook);
    const slot = await slotAt(by);
    const isCalled = slot.kind === 'foreign' && callsShim(slot.text, hook);
    places.set(hook, isCalled ? { kind: 'called', by, how: 'by-hand' } : { kind: 'uncalled', by });
  }
  if ([...places.values()].some((place) => place.kind === 'called')) return ok(places);
  if (!repo.hooksPathConfigured) {
    return err({ kind: 'leaves-repository', path: repo.hooksDir, target: dir });
  }
  const lines = hookNames.map((hook) => `${hook}: ${callLine(hook)}`);
  return err({ kind: 'shared-folder', dir: repo.hooksDir, lines });
}
