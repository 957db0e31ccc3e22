import type { Problem } from '../core/repository.ts';
import { err, type Result } from '../core/result.ts';
import type { HookRepo } from './hooks/hookRepo.ts';
import type { HookProblem } from './hooks/problems.ts';
import type { HookRuntime } from './hooks/shim.ts';
import type { HookReport } from './hooks/status.ts';

/** The hooks of the repository that holds a folder, as the command line asks for them. */
export interface RepositoryHooks {
  install(dir: string, isDryRun: boolean): Promise<Result<HookReport, Problem>>;
  uninstall(dir: string, isDryRun: boolean): Promise<Result<HookReport, Problem>>;
  status(dir: string): Promise<Result<HookReport, Problem>>;
}

/** `runtime` is what installed hooks will start. Loaded when first asked: the gate asks never. */
export function createRepositoryHooks(runtime: HookRuntime): RepositoryHooks {
  const tools = () => import('./hooks/install.ts');
  return Object.freeze({
    install: (dir: string, dryRun: boolean) =>
      at(dir, async (repo) => (await tools()).installHooks(repo, runtime, { dryRun })),
    uninstall: (dir: string, dryRun: boolean) =>
      at(dir, async (repo) => (await tools()).uninstallHooks(repo, { dryRun })),
    status: (dir: string) => at(dir, async (repo) => (await tools()).hooksStatus(repo)),
  });
}

async function at(
  dir: string,
  work: (repo: HookRepo) => Promise<Result<HookReport, HookProblem>>,
): Promise<Result<HookReport, Problem>> {
  const { findHookRepo } = await import('./hooks/hookRepo.ts');
  const { describeHookProblem } = await import('./hooks/problems.ts');
  const repo = await findHookRepo(dir);
  const done = repo.ok ? await work(repo.value) : repo;
  if (done.ok) return done;
  return err({ code: done.error.kind, message: describeHookProblem(done.error) });
}
