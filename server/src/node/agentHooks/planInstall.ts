import { dirname } from 'node:path';
import { err, ok, type Result } from '../../core/result.ts';
import { isFolder } from '../hooks/paths.ts';
import type { Step } from '../hooks/steps.ts';
import type { FileAgent, HookedAgent } from './agent.ts';
import { launcherFolder } from './command.ts';
import { type ConfigFile, readConfigFile, whyNotWritable } from './configFile.ts';
import { readDocument, stateOf, withOurs, withoutOurs } from './entries.ts';
import { launcherFiles } from './launcher.ts';
import { commandsOf, type Machine, rootOf, wantedOf, whyBadRuntime } from './machine.ts';
import type { AgentPlan, FileChange, FoundProblem, StepGroup } from './plan.ts';
import type { AgentProblem } from './problems.ts';
import {
  type AgentRecord,
  hashOf,
  readRecord,
  type RecordedFile,
  recordPath,
  recordText,
} from './record.ts';

/** Works out what makes these agents tell us what they write. */
export async function planInstall(
  agents: readonly HookedAgent[],
  machine: Machine,
): Promise<AgentPlan> {
  const { home } = machine.homes;
  const record = await readRecord(home);
  if (!record.ok) return failed(record.error);
  const bad = whyBadRuntime(machine);
  if (bad) return failed(bad);
  const launcher = await planLauncher(machine);
  if (!launcher.ok) return failed(launcher.error);

  const problems: FoundProblem[] = [];
  const notes: string[] = [];
  const parts: Part[] = [];
  let nTaken = 0;
  for (const agent of agents) {
    if (agent.kind === 'plugin') {
      notes.push(agent.note);
      continue;
    }
    const part = await planAgent(agent, machine, record.value);
    if (!part.ok) {
      problems.push({ agent: agent.id, problem: part.error });
      continue;
    }
    nTaken += 1;
    notes.push(...part.value.notes);
    if (part.value.change) parts.push(part.value.change);
  }
  if (nTaken === 0) return { changes: [], groups: [], problems, notes };
  const groups: StepGroup[] = [];
  const newRecord = recordWith(record.value, parts);
  const ours = [...launcher.value.steps];
  // Before any agent's file: whoever is killed in between can still uninstall exactly.
  if (0 < parts.length) ours.push(write(recordPath(home), recordText(newRecord), 0o600));
  if (0 < ours.length) {
    const folder = launcherFolder(home);
    const make: Step[] = (await isFolder(folder)) ? [] : [{ kind: 'make-folder', path: folder }];
    groups.push({ agent: undefined, steps: [...make, ...ours] });
  }
  for (const { recorded, file, after } of parts) {
    const make: Step[] = (await isFolder(dirname(file.path)))
      ? []
      : [{ kind: 'make-folder', path: dirname(file.path) }];
    groups.push({ agent: recorded.agent, steps: [...make, write(file.path, after, file.mode)] });
  }
  const changes = parts.map(
    ({ file, after }): FileChange => ({ file: file.path, before: file.text, after }),
  );
  return { changes: [...launcher.value.changes, ...changes], groups, problems, notes };
}

interface Part {
  readonly recorded: RecordedFile;
  readonly file: ConfigFile;
  readonly after: string;
}

interface AgentPart {
  readonly notes: readonly string[];
  /** Undefined when everything is in place. */
  readonly change: Part | undefined;
}

async function planAgent(
  agent: FileAgent,
  machine: Machine,
  record: AgentRecord,
): Promise<Result<AgentPart, AgentProblem>> {
  const words = await agent.refusal?.(machine.homes, commandsOf(machine));
  if (words !== undefined) return err({ kind: 'refused', words });
  const read = await readConfigFile(agent.file(machine.homes), rootOf(agent, machine));
  if (!read.ok) return read;
  const file = read.value;
  const text = file.text ?? '';
  const document = readDocument(text);
  if (!document.ok) return err({ kind: 'not-json', path: file.path, detail: document.error });
  const notes = [...(agent.notes?.(document.value) ?? [])];
  const wanted = wantedOf(agent, machine);
  if (stateOf(text, wanted) === 'installed') return ok({ notes, change: undefined });
  const blocked = await whyNotWritable(file.path);
  if (blocked) return err(blocked);
  const { text: after, created } = withOurs(text, wanted);
  if (!readDocument(after).ok || stateOf(after, wanted) !== 'installed')
    return err({ kind: 'not-editable', path: file.path });
  if (agent.afterInstall !== undefined) notes.push(agent.afterInstall);
  const known = record.files.find((each) => each.file === file.path);
  const before = await beforeUs(agent, file, known);
  const recorded: RecordedFile = {
    ...before,
    agent: agent.id,
    file: file.path,
    wrote: [hashOf(after), ...before.wrote],
    created: [...before.created, ...created],
  };
  return ok({ notes, change: { recorded, file, after } });
}

type Before = Pick<RecordedFile, 'wrote' | 'original' | 'created' | 'madeFolders'>;

/** What uninstall has to restore: never less than the person has in the file now. */
async function beforeUs(
  agent: FileAgent,
  { path, text }: ConfigFile,
  known: RecordedFile | undefined,
): Promise<Before> {
  const madeFolders = known?.madeFolders ?? (await missingFolders(dirname(path)));
  if (text === undefined) return { wrote: [], original: null, created: [], madeFolders };
  const hash = hashOf(text);
  if (known?.wrote.includes(hash)) return { ...known, wrote: [hash] };
  if (stateOf(text, { head: {}, entries: [] }) === 'missing')
    return { wrote: [], original: text, created: [], madeFolders };
  const stripped = withoutOurs(text, agent.head, known?.created);
  const isNothing = known?.original === null && stripped.isEmpty;
  const original = isNothing ? null : stripped.text;
  return { wrote: [], original, created: known?.created ?? [], madeFolders };
}

async function missingFolders(folder: string): Promise<readonly string[]> {
  if ((await isFolder(folder)) || dirname(folder) === folder) return [];
  return [...(await missingFolders(dirname(folder))), folder];
}

/** The launcher's files, where they are not yet as they must be. */
async function planLauncher({
  homes,
  platform,
  runtime,
}: Machine): Promise<
  Result<{ readonly steps: readonly Step[]; readonly changes: readonly FileChange[] }, AgentProblem>
> {
  const steps: Step[] = [];
  const changes: FileChange[] = [];
  for (const { path, text } of launcherFiles(homes.home, platform, runtime)) {
    const read = await readConfigFile(path, homes.home);
    if (!read.ok) return read;
    const { text: before, mode } = read.value;
    if (before === text && (platform === 'win32' || (mode & 0o777) === 0o755)) continue;
    const blocked = await whyNotWritable(read.value.path);
    if (blocked) return err(blocked);
    steps.push(write(read.value.path, text, 0o755));
    changes.push({ file: path, before, after: text });
  }
  return ok({ steps, changes });
}

function recordWith(record: AgentRecord, parts: readonly Part[]): AgentRecord {
  const isNew = (file: string) => parts.some(({ recorded }) => recorded.file === file);
  const kept = record.files.filter(({ file }) => !isNew(file));
  return { ...record, files: [...kept, ...parts.map(({ recorded }) => recorded)] };
}

function write(path: string, text: string, mode: number): Step {
  return { kind: 'write', path, text, mode };
}

function failed(problem: AgentProblem): AgentPlan {
  return { changes: [], groups: [], problems: [{ agent: undefined, problem }], notes: [] };
}
