import {
  type EffectivePolicy,
  effectivePolicy,
  settingsPathsFor,
} from '../core/policy/effective.ts';
import { forEveryKey, type Policy, stricterPolicy } from '../core/policy/policy.ts';
import { type PolicyLayer, readSettingsFile } from '../core/policy/settingsFile.ts';
import type { Problem, Repository } from '../core/repository.ts';
import { ok, type Result } from '../core/result.ts';
import { textOfBytes } from './textOfBytes.ts';

/** How the names of VS Code's workspace files end. */
export const WORKSPACE = '.code-workspace';

/** Answers the policy of any file of one reading. */
export type PolicyOf = (path: string) => EffectivePolicy;

/** The policy as the work tree has it: what the editor, `status` and `sign` go by. */
export async function workTreePolicy(
  { git, files }: Repository,
  mayRunGit = true,
): Promise<PolicyOf> {
  const tracked = mayRunGit ? await git.trackedTopFiles(WORKSPACE) : undefined;
  const workspace = onlyOne(
    tracked?.ok ? tracked.value : files.topFiles().filter((name) => name.endsWith(WORKSPACE)),
  );
  const layers = new Map<string, PolicyLayer | undefined>();
  const layerOf = (path: string): PolicyLayer | undefined => {
    if (!layers.has(path)) layers.set(path, parse(path, files.read(path)));
    return layers.get(path);
  };
  return memoized((path) => effectivePolicy(present(settingsNames(workspace, path).map(layerOf))));
}

export interface StagedPolicy {
  readonly policyOf: PolicyOf;
  /** Of the objects asked for besides, those that are there. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/**
 * The policy a commit is judged by: of HEAD's and the index's settings the stricter value, so
 * that a change cannot weaken its own judge. Settings that git does not track come from disk.
 * `contents` are objects that the caller needs too: one process reads them all.
 */
export async function stagedPolicy(
  { git, files }: Repository,
  paths: readonly string[],
  contents: readonly string[] = [],
): Promise<Result<StagedPolicy, Problem>> {
  const workspaces = await git.trackedTopFiles(WORKSPACE);
  if (!workspaces.ok) return workspaces;
  const workspace = onlyOne(workspaces.value);
  const names = new Set(['', ...paths].flatMap((path) => settingsNames(workspace, path)));
  const settings = [...names].flatMap((name) => [`HEAD:${name}`, `:${name}`]);
  const objects = await git.readObjects([...settings, ...contents]);
  if (!objects.ok) return objects;
  const layersOf = (prefix: 'HEAD:' | ':', path: string): PolicyLayer[] =>
    present(
      settingsNames(workspace, path).map((name) => {
        const isTracked = objects.value.has(`HEAD:${name}`) || objects.value.has(`:${name}`);
        return parse(name, isTracked ? objects.value.get(prefix + name) : files.read(name));
      }),
    );
  const policyOf = memoized((path) =>
    stricter(effectivePolicy(layersOf('HEAD:', path)), effectivePolicy(layersOf(':', path))),
  );
  return ok({ policyOf, contents: objects.value });
}

/** Problems are those of the staged files: a commit that mends a value is not refused for it. */
function stricter(head: EffectivePolicy, staged: EffectivePolicy): EffectivePolicy {
  const policy = stricterPolicy(head.policy, staged.policy);
  const source = (key: keyof Policy): string =>
    isSame(policy[key], staged.policy[key]) ? staged.sources[key] : `HEAD:${head.sources[key]}`;
  return {
    policy,
    sources: forEveryKey(source),
    problems: staged.problems,
  };
}

function isSame(a: Policy[keyof Policy], b: Policy[keyof Policy]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function settingsNames(workspace: string | undefined, path: string): string[] {
  return [...(workspace === undefined ? [] : [workspace]), ...settingsPathsFor(path)];
}

function parse(path: string, bytes: Uint8Array | undefined): PolicyLayer | undefined {
  if (!bytes) return undefined;
  const content = textOfBytes(bytes);
  return readSettingsFile(path, content.kind === 'text' ? content.text : '');
}

function onlyOne(names: readonly string[]): string | undefined {
  return names.length === 1 ? names[0] : undefined;
}

function present<T>(items: readonly (T | undefined)[]): T[] {
  return items.filter((item) => item !== undefined);
}

function memoized(compute: PolicyOf): PolicyOf {
  const known = new Map<string, EffectivePolicy>();
  return (path) => {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    let policy = known.get(folder);
    if (!policy) {
      policy = compute(path);
      known.set(folder, policy);
    }
    return policy;
  };
}
