import { isManifestPath } from '../../core/packages/manifestPath.ts';
import { inFolder } from '../../core/packages/manifest.ts';
import type { Files, ProjectFiles } from '../../core/ports.ts';
import { textIn } from '../textOfBytes.ts';
import { foldersAbove } from './manifests.ts';

/** Settings that say where modules are. */
const SETTINGS =
  /^(?:[jt]sconfig[\w.-]*\.json|pnpm-workspace\.yaml|lerna\.json|go\.work|[\w.-]+\.config\.[cm]?[jt]s)$/;
/** What may be staged though it is gone from disk. */
const ANYWAY = ['package.json', 'go.mod', 'Cargo.toml', 'pyproject.toml', 'requirements.txt'];

/** The manifests, as git names what the index holds, that rule files which a commit would change. */
export function stagedManifests(
  { own }: ProjectFiles,
  judged: readonly string[],
): readonly string[] {
  const folders = new Set(judged.flatMap(foldersAbove));
  const paths = [...folders].flatMap((folder) => {
    const names = own.list(folder);
    const lists = names.includes('requirements')
      ? own.list(inFolder(folder, 'requirements')).map((name) => `requirements/${name}`)
      : [];
    return [...new Set([...ANYWAY, ...names, ...lists])]
      .map((name) => ({ name, path: inFolder(folder, name) }))
      .filter(({ name, path }) => SETTINGS.test(name) || isManifestPath(path))
      .map(({ path }) => path);
  });
  return paths.map((path) => `:${path}`);
}

/**
 * A project as a commit will have it: of the manifests that were asked for, the index's are what is
 * there, and one that is not staged is none. All else (installations, lock files, sources, packages
 * beside) is the disk's.
 */
export function stagedProject(
  files: ProjectFiles,
  asked: readonly string[],
  contents: ReadonlyMap<string, Uint8Array>,
): ProjectFiles {
  const texts = new Map(asked.map((name) => [name.slice(1), textIn(contents.get(name))]));
  const isGone = (path: string): boolean => texts.has(path) && texts.get(path) === undefined;
  const staged = [...texts.keys()].filter((path) => !isGone(path));
  const own: Files = Object.freeze({
    read: (path: string) => (texts.has(path) ? texts.get(path) : files.own.read(path)),
    has: (path: string) => texts.get(path) !== undefined || (!isGone(path) && files.own.has(path)),
    list(folder: string): readonly string[] {
      const onDisk = files.own.list(folder).filter((name) => !isGone(inFolder(folder, name)));
      const prefix = inFolder(folder, '');
      const inIndex = staged
        .filter((path) => path.startsWith(prefix))
        .map((path) => path.slice(prefix.length))
        .filter((name) => !name.includes('/'));
      return [...new Set([...onDisk, ...inIndex])];
    },
  });
  return {
    own,
    disk: files.disk,
    get pythonFolders() {
      return files.pythonFolders;
    },
  };
}
