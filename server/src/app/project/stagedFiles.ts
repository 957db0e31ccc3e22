import { isManifestPath } from '../../core/packages/manifestPath.ts';
import { baseName, folderOf, inFolder } from '../../core/packages/manifest.ts';
import type { Files, ProjectFiles } from '../../core/ports.ts';
import type { GitReader, Problem } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';
import { textIn } from '../textOfBytes.ts';
import { foldersAbove } from './manifests.ts';

/** Files that say something of packages or of modules' places. */
const TELLING =
  /^(?:[jt]sconfig[\w.-]*\.json|deno\.jsonc?|import_map\.json|pnpm-workspace\.yaml|lerna\.json|go\.work|go\.sum|.*\.lock|.*-lock\.(?:json|yaml)|npm-shrinkwrap\.json|Pipfile\.lock|pylock\.toml|[\w.-]+\.config\.[cm]?[jt]s)$/;
/** Manifests that others look for by their names, wherever they are. */
const MEMBER = /^(?:package\.json|go\.mod)$/;
/** More are read from disk, one by one. */
const MAX_READ = 3000;

/**
 * A project as the index has it, for files that a commit would change: a manifest that is not staged
 * is none. Two git processes. What git does not track but code may need (installations, generated
 * sources, lock files left out) is the disk's.
 */
export async function stagedProjectFiles(
  git: Pick<GitReader, 'trackedFiles' | 'readObjects'>,
  files: ProjectFiles,
  judged: readonly string[],
): Promise<Result<ProjectFiles, Problem>> {
  const listed = await git.trackedFiles();
  if (!listed.ok) return listed;
  const tracked = new Set(listed.value);
  const above = new Set(judged.flatMap(foldersAbove));
  const wanted = listed.value.filter((path) => isWanted(path, above)).slice(0, MAX_READ);
  const objects = await git.readObjects(wanted.map((path) => `:${path}`));
  if (!objects.ok) return objects;
  const texts = new Map(wanted.map((path) => [path, textIn(objects.value.get(`:${path}`))]));
  let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  const children = (): NonNullable<typeof known> => (known ??= childrenOf(listed.value));
  const isNoPart = (path: string): boolean => isManifestPath(path) && !tracked.has(path);
  const own: Files = Object.freeze({
    read(path: string): string | undefined {
      if (texts.has(path)) return texts.get(path);
      return isNoPart(path) ? undefined : files.own.read(path);
    },
    has: (path: string) =>
      tracked.has(path) || children().has(path) || (!isNoPart(path) && files.own.has(path)),
    list(folder: string): readonly string[] {
      const onDisk = files.own.list(folder).filter((name) => !isNoPart(inFolder(folder, name)));
      return [...new Set([...(children().get(folder) ?? []), ...onDisk])];
    },
  });
  return ok({
    own,
    disk: files.disk,
    get pythonFolders() {
      return files.pythonFolders;
    },
  });
}

function isWanted(path: string, above: ReadonlySet<string>): boolean {
  const name = baseName(path);
  if (MEMBER.test(name)) return true;
  const isNear = above.has(folderOf(path)) || above.has(folderOf(folderOf(path)));
  return isNear && (TELLING.test(name) || isManifestPath(path));
}

/** Names in each folder of tracked files. */
function childrenOf(paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const children = new Map<string, Set<string>>();
  for (const path of paths) {
    for (let inner = path; inner !== ''; inner = folderOf(inner)) {
      const folder = folderOf(inner);
      const names = children.get(folder) ?? new Set();
      children.set(folder, names);
      const isKnown = names.has(baseName(inner));
      names.add(baseName(inner));
      if (isKnown) break;
    }
  }
  return children;
}
