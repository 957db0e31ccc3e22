import { mkdir, open, rm, rmdir, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { err, ok, type Result } from '../../core/result.ts';
import type { HookRepo } from './hookRepo.ts';
import { isFolder } from './paths.ts';
import { type HookPlan, planInstall, planUninstall } from './plan.ts';
import { errorCode, errorText, type HookProblem } from './problems.ts';
import { privateDir } from './record.ts';
import type { HookRuntime } from './shim.ts';
import { type HookReport, reportOn } from './status.ts';
import { applySteps, checkWritable, describeStep } from './steps.ts';

/** With `dryRun` nothing is written, and the messages say what would be done. */
export interface HookOptions {
  readonly dryRun: boolean;
}

/**
 * Makes git ask the gate before every commit and merge of this repository. A hook that is there already keeps running first.
 * A second call changes nothing; a call with another runtime refreshes our files only.
 */
export async function installHooks(
  repo: HookRepo,
  runtime: HookRuntime,
  options: HookOptions,
): Promise<Result<HookReport, HookProblem>> {
  for (const path of [runtime.node, runtime.cli]) {
    if (!isAbsolute(path) || /[\r\n\0]/.test(path)) return err({ kind: 'bad-runtime', path });
  }
  const nothing = 'The hooks are in place already; nothing was changed.';
  return change(repo, options, () => planInstall(repo, runtime), nothing);
}

/** Puts back every byte, mode and link as it was, and takes our files away; what others changed since stays as it is. */
export async function uninstallHooks(
  repo: HookRepo,
  options: HookOptions,
): Promise<Result<HookReport, HookProblem>> {
  const nothing = 'No hook of Countersign is installed here; nothing was changed.';
  return change(repo, options, () => planUninstall(repo), nothing);
}

/** What is installed, without changing anything. */
export async function hooksStatus(repo: HookRepo): Promise<Result<HookReport, HookProblem>> {
  return guarded(repo, () => reportOn(repo));
}

type Planner = () => Promise<Result<HookPlan, HookProblem>>;

async function change(
  repo: HookRepo,
  options: HookOptions,
  planner: Planner,
  nothing: string,
): Promise<Result<HookReport, HookProblem>> {
  return guarded(repo, async () => {
    const plan = await planner();
    if (!plan.ok) return plan;
    if (plan.value.steps.length === 0) return finish(repo, [...plan.value.notes, nothing]);
    const writable = await checkWritable(plan.value.steps, options);
    if (!writable.ok) return writable;
    if (options.dryRun) return finish(repo, wordsOf(plan.value, options));
    return underLock(repo, async () => {
      // Planned again: another window may have been quicker.
      const current = await planner();
      if (!current.ok) return current;
      const done = await applySteps(current.value.steps);
      return done.ok ? finish(repo, wordsOf(current.value, options)) : done;
    });
  });
}

function wordsOf(plan: HookPlan, { dryRun }: HookOptions): readonly string[] {
  return [...plan.steps.map((step) => describeStep(step, dryRun)), ...plan.notes];
}

async function finish(
  repo: HookRepo,
  words: readonly string[],
): Promise<Result<HookReport, HookProblem>> {
  const report = await reportOn(repo);
  // Uninstalling works also where installing is refused; the words are all there is to say then.
  if (!report.ok) return ok({ hooks: [], messages: words });
  return ok({ ...report.value, messages: [...new Set([...words, ...report.value.messages])] });
}

/** What the file system refuses unexpectedly is an answer too. */
async function guarded(
  repo: HookRepo,
  work: () => Promise<Result<HookReport, HookProblem>>,
): Promise<Result<HookReport, HookProblem>> {
  try {
    return await work();
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return err({
      kind: 'failed',
      doing: 'read or change',
      path: repo.hooksDir,
      detail: errorText(error),
    });
  }
}

/** Far longer than any install takes; whoever is older was killed. */
const lockAgeMs = 15_000;
const longestWaitMs = 2 * lockAgeMs;
const betweenTriesMs = 50;

/** One change at a time, also from two windows. A lock that a killed process left is taken over. */
async function underLock<T>(
  repo: HookRepo,
  work: () => Promise<Result<T, HookProblem>>,
): Promise<Result<T, HookProblem>> {
  const folder = privateDir(repo.commonDir);
  const lock = join(folder, 'hooks.lock');
  for (let waitedMs = 0; !(await takeLock(folder, lock)); waitedMs += betweenTriesMs) {
    if (longestWaitMs < waitedMs) return err({ kind: 'busy', path: lock });
    if (await isOlderThan(lock, lockAgeMs)) await rm(lock, { force: true });
    else await delay(betweenTriesMs);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
    await rmdir(folder).catch(() => undefined); // It stays unless it is empty.
  }
}

async function takeLock(folder: string, lock: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true });
    await (await open(lock, 'wx')).close();
    return true;
  } catch (error) {
    // ENOENT: somebody who is done has just removed the empty folder.
    if (errorCode(error) === 'EEXIST' && (await isFolder(folder))) return false;
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

async function isOlderThan(path: string, ageMs: number): Promise<boolean> {
  try {
    return Date.now() - (await stat(path)).mtimeMs > ageMs;
  } catch {
    return false;
  }
}
