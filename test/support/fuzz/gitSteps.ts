import type { Dice } from './dice.ts';
import { allow, headOf, isDirtyAnywhere, stringOf, type Tree } from './model.ts';
import type { StepKind } from './step.ts';
import type { World } from './world.ts';

/** What git does to the work tree; the model says what must stand there then. */
export const gitSteps: Readonly<Record<string, StepKind>> = {
  commit: { weight: 4, run: commit },
  checkout: { weight: 3, run: checkout },
  stash: { weight: 2, run: stash },
  stashPop: { weight: 3, run: stashPop },
  resetHard: { weight: 1, run: resetHard },
  move: { weight: 1, run: move },
};

async function commit(world: World): Promise<string> {
  commitAll(world);
  return world.repo.git('rev-parse', '--short', 'HEAD').trim();
}

function commitAll({ repo, model }: World): void {
  repo.git('add', '--all');
  repo.git('commit', '--quiet', '--allow-empty', '--message', 'Go on');
  model.branches.get(model.branch)?.push(new Map(model.disk));
}

function hasUnsaved({ model }: World): boolean {
  return model.windows.some((docs) =>
    [...docs.keys()].some((path) => isDirtyAnywhere(model, path)),
  );
}

function isSame(a: Tree, b: Tree): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([path, text]) => {
    const other = b.get(path);
    return other !== undefined && stringOf(other) === stringOf(text);
  });
}

const UNSAVED = 'skip: a document has unsaved changes';

/** The work tree is now `tree`, says the model; the disk must agree. */
async function arrive(world: World, dice: Dice, tree: Tree): Promise<void> {
  world.model.disk = new Map(tree);
  for (const [path, text] of tree) {
    const found = world.repo.read(path);
    if (found !== stringOf(text)) throw new Error(`the model is wrong about ${path}:\n${found}`);
  }
  await world.reload(dice);
}

async function checkout(world: World, dice: Dice): Promise<string> {
  if (hasUnsaved(world)) return UNSAVED;
  const { repo, model } = world;
  if (!isSame(model.disk, headOf(model))) {
    if (dice.chance(0.4)) return 'skip: the work tree is not clean';
    commitAll(world);
  }
  const other = model.branch === 'main' ? 'side' : 'main';
  if (model.branches.has(other)) repo.git('checkout', '--quiet', other);
  else {
    repo.git('checkout', '--quiet', '-b', other);
    model.branches.set(other, [...(model.branches.get(model.branch) ?? [])]);
  }
  model.branch = other;
  await arrive(world, dice, headOf(model));
  return other;
}

async function stash(world: World, dice: Dice): Promise<string> {
  if (hasUnsaved(world)) return UNSAVED;
  const { repo, model } = world;
  const head = headOf(model);
  if (isSame(model.disk, head)) return 'skip: nothing to stash';
  repo.git('stash', 'push', '--quiet', '--include-untracked');
  model.stashes.push({ head, tree: new Map(model.disk) });
  await arrive(world, dice, head);
  return `${model.stashes.length}`;
}

async function stashPop(world: World, dice: Dice): Promise<string> {
  if (hasUnsaved(world)) return UNSAVED;
  const { repo, model } = world;
  const last = model.stashes.at(-1);
  if (!last) return 'skip: no stash';
  const head = headOf(model);
  if (!isSame(last.head, head) || !isSame(model.disk, head)) return 'skip: it would not fit';
  repo.git('stash', 'pop', '--quiet');
  model.stashes.pop();
  await arrive(world, dice, last.tree);
  return 'popped';
}

async function resetHard(world: World, dice: Dice): Promise<string> {
  if (hasUnsaved(world)) return UNSAVED;
  const { repo, model } = world;
  const commits = model.branches.get(model.branch) ?? [];
  const back = 1 < commits.length && dice.chance(0.5) ? 1 : 0;
  const head = headOf(model);
  const untracked = [...model.disk].filter(([path]) => !head.has(path));
  repo.git('reset', '--quiet', '--hard', back === 1 ? 'HEAD~1' : 'HEAD');
  if (back === 1) commits.pop();
  await arrive(world, dice, new Map([...untracked, ...headOf(model)]));
  return back === 1 ? 'HEAD~1' : 'HEAD';
}

/** Renames a file as the editor's explorer does, and commits. */
async function move(world: World, dice: Dice): Promise<string> {
  const { repo, model } = world;
  const head = headOf(model);
  const movable = [...model.disk.keys()].filter(
    (path) => head.has(path) && !isDirtyAnywhere(model, path),
  );
  if (movable.length === 0) return 'skip: nothing to move';
  const from = dice.pick(movable.sort());
  const to = `${dice.word().slice(0, 5)}${from.slice(from.lastIndexOf('.'))}`;
  const text = model.disk.get(from);
  if (!text) return 'skip: nothing to move';
  const holders = world.windows.filter((window) => window?.docs.has(from) === true);
  for (const window of holders) if (window) world.close(window, from);
  repo.git('mv', from, to);
  model.disk.delete(from);
  model.disk.set(to, text);
  // A gap, not a law: records lie under the path, and an editor does not ask git for renames. Found
  // again is what a record of this very text tells; nothing may ever be claimed wrongly.
  for (const { id } of text.lines) allow(model, id, 'unknown', 'renamed by git');
  // A rename is followed by the editor that sees it: it opens the new file.
  const windows = world.windows.filter((window) => window !== undefined);
  for (const window of windows.length === 0 ? [world.openWindow()] : windows) {
    await world.open(window, to);
  }
  commitAll(world);
  return `${from} to ${to}`;
}
