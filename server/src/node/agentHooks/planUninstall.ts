import { err, ok, type Result } from '../../core/result.ts';
import { exists, isWithin, realPathOf } from '../hooks/paths.ts';
import type { Step } from '../hooks/steps.ts';
import type { FileAgent, HookedAgent } from './agent.ts';
import { countersignHome, launcherFolder, marker } from './command.ts';
import { type ConfigFile, readConfigFile, whyNotWritable } from './configFile.ts';
import { readDocument, withoutOurs } from './entries.ts';
import { launcherFiles } from './launcher.ts';
import { type Machine, rootOf } from './machine.ts';
import type { AgentPlan, FileChange, FoundProblem, StepGroup } from './plan.ts';
import type { AgentProblem } from './problems.ts';
import { hashOf, readRecord, type RecordedFile, recordPath, recordText } from './record.ts';
import { hookedAgents } from './table.ts';

/**
 * Works out what puts back every byte, where nobody edited the file since; elsewhere only our own
 * entries go. The launcher goes with the last agent.
 */
export async function planUninstall(
  agents: readonly HookedAgent[],
  machine: Machine,
): Promise<AgentPlan> {
  const { home } = machine.homes;
  const record = await readRecord(home);
  if (!record.ok)
    return {
      changes: [],
      groups: [],
      problems: [{ agent: undefined, problem: record.error }],
      notes: [],
    };
  const problems: FoundProblem[] = [];
  const notes: string[] = [];
  const changes: FileChange[] = [];
  const groups: StepGroup[] = [];
  let left = record.value.files;
  for (const agent of agents) {
    if (agent.kind === 'plugin') {
      notes.push(
        `${agent.id}: nothing was written for it. Set \`countersign.detection.agents\` to false to switch the extension's chat plugin off.`,
      );
      continue;
    }
    const seen = new Set<string>();
    for (const path of filesOf(agent, machine, left)) {
      const real = await realPathOf(path);
      if (seen.has(real)) continue;
      seen.add(real);
      const known = left.find(({ file }) => file === path || file === real);
      const part = await planFile(agent, path, known, machine);
      if (!part.ok) {
        problems.push({ agent: agent.id, problem: part.error });
        continue;
      }
      left = left.filter((each) => each !== known && each.file !== part.value.file);
      if (0 < part.value.steps.length) groups.push({ agent: agent.id, steps: part.value.steps });
      if (part.value.change) changes.push(part.value.change);
      notes.push(...part.value.notes);
    }
  }
  const gone = new Set(changes.map(({ file }) => file));
  const isLast = left.length === 0 && problems.length === 0 && !(await isUsed(machine, gone));
  const ours = isLast ? await removalOf(machine) : { steps: [], changes: [] };
  const steps = [...ours.steps];
  if (!isLast && left.length < record.value.files.length) {
    const text = recordText({ ...record.value, files: left });
    steps.push({ kind: 'write', path: recordPath(home), text, mode: 0o600 });
  }
  // Last: whoever is killed before has the record still.
  if (0 < steps.length) groups.push({ agent: undefined, steps });
  return { changes: [...changes, ...ours.changes], groups, problems, notes };
}

interface FilePart {
  readonly file: string;
  readonly steps: readonly Step[];
  readonly change: FileChange | undefined;
  readonly notes: readonly string[];
}

/** Where the agent's file is now, and where it was when we wrote it. */
function filesOf(
  agent: FileAgent,
  { homes }: Machine,
  files: readonly RecordedFile[],
): readonly string[] {
  const recorded = files.filter((each) => each.agent === agent.id).map(({ file }) => file);
  return [...new Set([...recorded, agent.file(homes)])];
}

async function planFile(
  agent: FileAgent,
  path: string,
  recorded: RecordedFile | undefined,
  machine: Machine,
): Promise<Result<FilePart, AgentProblem>> {
  const { home } = machine.homes;
  const root = recorded === undefined ? rootOf(agent, machine) : isWithin(home, path) ? home : path;
  const read = await readConfigFile(path, root);
  if (!read.ok) {
    // What is not ours to read holds nothing of ours as far as we know.
    if (recorded === undefined) return ok({ file: path, steps: [], change: undefined, notes: [] });
    return read;
  }
  const file = read.value;
  const nothing = { file: file.path, steps: [], change: undefined, notes: [] };
  if (file.text === undefined)
    return ok({ ...nothing, steps: recorded ? removeFolders(recorded) : [] });
  if (recorded?.wrote.includes(hashOf(file.text)))
    return restored(file, recorded.original, recorded);
  if (!file.text.includes(marker)) return ok(nothing);
  const document = readDocument(file.text);
  if (!document.ok) return err({ kind: 'not-json', path: file.path, detail: document.error });
  const { text, isEmpty } = withoutOurs(file.text, agent.head, recorded?.created);
  if (text === file.text) return ok(nothing);
  if (!readDocument(text).ok) return err({ kind: 'not-editable', path: file.path });
  const after = recorded?.original === null && isEmpty ? null : text;
  const part = await restored(file, after, recorded);
  if (!part.ok || recorded === undefined || after === null) return part;
  const note = `${file.path} was edited since the install, so only our own entries were taken out.`;
  return ok({ ...part.value, notes: [note] });
}

async function restored(
  { path, text, mode }: ConfigFile,
  original: string | null,
  recorded: RecordedFile | undefined,
): Promise<Result<FilePart, AgentProblem>> {
  const blocked = await whyNotWritable(path);
  if (blocked) return err(blocked);
  const steps: readonly Step[] =
    original === null
      ? [{ kind: 'remove', path }, ...removeFolders(recorded)]
      : [{ kind: 'write', path, text: original, mode }];
  const change = { file: path, before: text, after: original ?? undefined };
  return ok({ file: path, steps, change, notes: [] });
}

function removeFolders(recorded: RecordedFile | undefined): readonly Step[] {
  return (recorded?.madeFolders ?? [])
    .toReversed()
    .map((path): Step => ({ kind: 'remove-folder', path }));
}

/** Some agent's file still calls the launcher. */
async function isUsed(machine: Machine, gone: ReadonlySet<string>): Promise<boolean> {
  for (const agent of hookedAgents) {
    if (agent.kind === 'plugin') continue;
    const read = await readConfigFile(agent.file(machine.homes), rootOf(agent, machine));
    if (read.ok && !gone.has(read.value.path) && read.value.text?.includes(marker)) return true;
  }
  return false;
}

async function removalOf({
  homes: { home },
  platform,
  runtime,
}: Machine): Promise<{ readonly steps: readonly Step[]; readonly changes: readonly FileChange[] }> {
  const steps: Step[] = [];
  const changes: FileChange[] = [];
  for (const { path } of launcherFiles(home, platform, runtime)) {
    const read = await readConfigFile(path, home);
    if (!read.ok || read.value.text === undefined) continue;
    steps.push({ kind: 'remove', path });
    changes.push({ file: path, before: read.value.text, after: undefined });
  }
  if (await exists(recordPath(home))) steps.push({ kind: 'remove', path: recordPath(home) });
  for (const path of [launcherFolder(home), countersignHome(home)])
    if (0 < steps.length || (await exists(path))) steps.push({ kind: 'remove-folder', path });
  return { steps, changes };
}
