import type { Dice } from './dice.ts';
import { idsOf, MAX_LINES, newLines, reformatted, shown, spliced } from './lines.ts';
import { isDirtyAnywhere, type Line, own, type Text } from './model.ts';
import { AGENTS, type AgentEdit } from './payloads.ts';
import { sendHooks, type StepKind } from './step.ts';
import type { World } from './world.ts';

/** What happens on disk behind the editor's back: other programs, and agents with their hooks. */
export const outsideSteps: Readonly<Record<string, StepKind>> = {
  outside: { weight: 6, run: outside, letsHooksWait: true },
  formatOnDisk: { weight: 3, run: formatOnDisk, letsHooksWait: true },
  agent: { weight: 16, run: agent, letsHooksWait: true },
  agentsAtOnce: { weight: 2, run: agentsAtOnce },
  hooks: { weight: 4, run: hooks },
};

/** A file on disk that no editor holds unsaved changes of. */
function pickFile(world: World, dice: Dice): { path: string; text: Text } | undefined {
  const free = [...world.model.disk]
    .filter(([path]) => !isDirtyAnywhere(world.model, path))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (free.length === 0) return undefined;
  const [path, text] = dice.pick(free);
  return { path, text };
}

const NO_FILE = 'skip: no file without unsaved changes';

async function outside(world: World, dice: Dice): Promise<string> {
  const file = pickFile(world, dice);
  if (!file) return NO_FILE;
  const { path, text } = file;
  const at = dice.below(text.lines.length + 1);
  const nRemoved = dice.chance(0.5) ? 0 : Math.min(dice.between(1, 3), text.lines.length - at);
  const lines = MAX_LINES < text.lines.length ? [] : newLines(dice, dice.between(0, 3));
  for (const id of idsOf(lines)) own(world.model, id, 'unknown');
  world.write(path, spliced(text, at, nRemoved, lines));
  if (dice.chance(0.8)) await world.quiet();
  await world.reload(dice);
  return `${path} at ${at}, ${nRemoved} out, in: ${shown(lines)}`;
}

async function formatOnDisk(world: World, dice: Dice): Promise<string> {
  const file = pickFile(world, dice);
  if (!file) return NO_FILE;
  world.write(file.path, reformatted(file.text, dice));
  await world.reload(dice);
  return file.path;
}

async function agent(world: World, dice: Dice): Promise<string> {
  const file = pickFile(world, dice);
  if (!file) return NO_FILE;
  return editByAgent(world, dice, file.path, file.text);
}

/** Two agents change two files; both hooks come after both changes. */
async function agentsAtOnce(world: World, dice: Dice): Promise<string> {
  const told: string[] = [];
  for (let i = 0; i < 2; i++) {
    const file = pickFile(world, dice);
    if (file) told.push(await editByAgent(world, dice, file.path, file.text, 'later'));
  }
  await sendHooks(world);
  return told.join(' | ');
}

async function hooks(world: World): Promise<string> {
  if (world.hooks.length === 0) return 'skip: no hook is owed';
  const n = world.hooks.length;
  await sendHooks(world);
  await world.quiet();
  return `${n} sent`;
}

interface Planned {
  readonly after: Text;
  readonly changes: AgentEdit['changes'];
  readonly lines: readonly Line[];
}

const MULTI = new Set([
  'claudeMultiEdit',
  'cursorEdit',
  'codexPatch',
  'claudeWrite',
  'geminiWrite',
]);

/** What the agent will do: lines put behind others, or in place of them, at one or two places. */
function planned(world: World, dice: Dice, text: Text, name: string): Planned | undefined {
  const changes: { old: string; new: string }[] = [];
  const added: Line[] = [];
  let after = text;
  let from = 0;
  const nPlaces = MULTI.has(name) && dice.chance(0.4) ? 2 : 1;
  for (let place = 0; place < nPlaces && from < after.lines.length; place++) {
    const at = from + dice.below(after.lines.length - from);
    const n = Math.min(dice.between(1, 3), after.lines.length - at);
    const old = after.lines.slice(at, at + n);
    const lines = newLines(dice, dice.between(1, 4));
    const isAdding = dice.chance(0.6);
    const now = isAdding ? [...old, ...lines] : lines;
    const isTwice = after.lines.filter((line) => line.id === old[0]?.id).length !== 1;
    if (isTwice || old[0]?.id === undefined) return undefined;
    changes.push({ old: joined(old), new: joined(now) });
    added.push(...lines);
    after = spliced(after, at, n, now);
    from = at + now.length;
  }
  if (changes.length === 0 || MAX_LINES + 10 < after.lines.length) return undefined;
  for (const id of idsOf(added)) own(world.model, id, 'unknown');
  return { after, changes, lines: added };
}

function joined(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join('\n');
}

const ORDERS = [
  'hook, disk, reload',
  'disk, hook, reload',
  'disk, reload, hook',
  'disk, format, hook, reload',
  'disk, reload, format, hook',
  'later',
] as const;

async function editByAgent(
  world: World,
  dice: Dice,
  path: string,
  text: Text,
  always?: 'later',
): Promise<string> {
  const name = dice.pick(Object.keys(AGENTS));
  const plan = planned(world, dice, text, name);
  if (!plan) return 'skip: nothing an agent could name';
  const call = dice.word();
  const payloads = AGENTS[name]?.({
    dir: world.repo.dir,
    path,
    before: lf(text),
    after: lf(plan.after),
    changes: plan.changes,
    session: `s${dice.below(3)}`,
    call,
    tellsBefore: dice.chance(0.6),
  });
  if (!payloads) return 'skip: no such agent';
  const { tool, flag } = payloads;
  // Of a whole file written without a word of the text before nobody can tell what is new; Gemini
  // CLI's hook before the call tells it.
  const isNeeded = name === 'geminiWrite';
  if (payloads.before !== undefined && (dice.chance(0.7) || isNeeded))
    await world.send(payloads.before, flag);
  const isTwice = dice.chance(0.2);
  const hook = async (): Promise<void> => {
    await world.send(payloads.after, flag);
    // Agents run each other's hooks: the same call may be told twice.
    if (isTwice) await world.send(payloads.after, 'cursor');
    for (const id of idsOf(plan.lines)) explain(world, id, tool);
    world.windows.find((window) => window !== undefined)?.tell();
  };
  const disk = (): void => world.write(path, plan.after);
  const order = always ?? dice.pick(ORDERS);
  for (const part of order.split(', ')) {
    if (part === 'hook') await hook();
    if (part === 'disk') disk();
    if (part === 'reload') await world.reload(dice);
    if (part === 'format') {
      const now = world.model.disk.get(path);
      if (now) world.write(path, reformatted(now, dice));
      await world.reload(dice);
    }
    if (part === 'later') {
      disk();
      await world.reload(dice);
      world.hooks.push({ path, send: hook });
    }
  }
  await world.reload(dice);
  return `${path} ${name} (${order}${isTwice ? ', twice' : ''}): ${JSON.stringify(plan.changes)}`;
}

/** The hook has told: its lines are the agent's now. */
function explain(world: World, id: string, tool: string): void {
  const owner = world.model.owners.get(id);
  if (!owner) return;
  if (owner.kinds.size === 1 && owner.kinds.has('unknown')) own(world.model, id, 'ai', tool, true);
  else {
    // A person spoke of the line before the agent did: both answers are honest.
    owner.kinds.add('ai');
    owner.tools.add(tool);
    owner.isReported = true;
    owner.why.push('stated before the agent told');
  }
}

function lf({ lines }: Text): string {
  return lines.map((line) => `${line.text}\n`).join('');
}
