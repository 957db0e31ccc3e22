import { nGitLines } from '../../core/interop/gitLines.ts';
import type { FileOrigins } from '../../core/interop/lineOrigin.ts';
import type { CommitName, Problem, Repository } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';
import { spansOfLines } from '../ledger/importGitAi.ts';
import { textIn } from '../textOfBytes.ts';
import type { FoundText } from './importKind.ts';

/** Texts of files by their paths. */
export type Contents = ReadonlyMap<string, { readonly text: string; readonly blob: string }>;

/** A file of a commit. */
export interface CommitPath {
  readonly commit: string;
  readonly path: string;
}

/** Texts of files by commit; what a commit does not have, and what is no text, is left out. One process. */
export async function contentsOf(
  { git, ids }: Repository,
  files: readonly CommitPath[],
): Promise<Result<(commit: string) => Contents, Problem>> {
  const objects = await git.readObjects(files.map(({ commit, path }) => `${commit}:${path}`));
  if (!objects.ok) return objects;
  const byCommit = new Map<string, Map<string, { text: string; blob: string }>>();
  for (const { commit, path } of files) {
    const bytes = objects.value.get(`${commit}:${path}`);
    const text = textIn(bytes);
    if (!bytes || text === undefined) continue;
    const contents = byCommit.get(commit) ?? new Map();
    byCommit.set(commit, contents.set(path, { text, blob: ids.blobIdOfBytes(bytes) }));
  }
  return ok((commit) => byCommit.get(commit) ?? new Map());
}

export function nLinesOf(contents: Contents): ReadonlyMap<string, number> {
  return new Map([...contents].map(([path, { text }]) => [path, nGitLines(text)]));
}

/** The texts of which something is said. */
export function textsWith(
  commit: CommitName,
  contents: Contents,
  files: readonly FileOrigins[],
): readonly FoundText[] {
  return files.flatMap(({ path, lines }): FoundText[] => {
    const content = contents.get(path);
    if (content === undefined || lines.length === 0) return [];
    return [{ path, ...content, commit, spans: spansOfLines(content.text, lines) }];
  });
}
