import { readFolderGlob } from '../../core/packages/folderGlob.ts';
import { inFolder } from '../../core/packages/manifest.ts';
import { packageJson } from '../../core/packages/manifests/packageJson.ts';
import { readNpmPackage, readPnpmWorkspace } from '../../core/packages/npmPackage.ts';
import type { ProjectFiles } from '../../core/ports.ts';
import { joined, type Manifests, memoized } from './manifests.ts';

/** The packages that a folder's manifest takes together. */
export interface Workspaces {
  readonly names: ReadonlySet<string>;
  /** What the packages declare: installed for all of them, as most installers go. */
  readonly declared: ReadonlySet<string>;
  /** There may be more than were found. */
  readonly isOpen: boolean;
}

/** No repository has more folders of packages; looking into more would take too long. */
const MAX_FOLDERS = 4000;
const NEVER_INSIDE = /^(?:node_modules|\..*)$/;

/** The packages of a monorepo by the folder of its manifest (`workspaces`, `pnpm-workspace.yaml`, `lerna.json`). */
export function createWorkspaces(
  files: ProjectFiles,
  manifests: Manifests,
): (folder: string) => Workspaces {
  return memoized((folder) => {
    const manifest = manifests.text(inFolder(folder, 'package.json'));
    const pnpm = manifests.text(inFolder(folder, 'pnpm-workspace.yaml'));
    const lerna = manifests.text(inFolder(folder, 'lerna.json'));
    const pnpmGlobs = pnpm === undefined ? [] : readPnpmWorkspace(pnpm);
    const globs = [
      ...(manifest === undefined ? [] : readNpmPackage(manifest).workspaces),
      ...(pnpmGlobs ?? []),
      ...(lerna === undefined
        ? []
        : readNpmPackage(lerna.replace(/"packages"\s*:/, '"workspaces":')).workspaces),
    ];
    const names = new Set<string>();
    const declared = new Set<string>();
    const wanted = globs.filter((glob) => !glob.startsWith('!'));
    const found = foldersOf(files, folder, wanted);
    for (const at of found.folders) {
      const read = manifests.read(packageJson, inFolder(at, 'package.json'));
      if (read?.name !== undefined) names.add(read.name);
      for (const { name } of read?.dependencies ?? []) declared.add(name);
    }
    return { names, declared, isOpen: pnpmGlobs === undefined || found.isCut };
  });
}

/** The folders that globs name: each glob's fixed beginning is where the walk begins. */
function foldersOf(
  files: ProjectFiles,
  folder: string,
  globs: readonly string[],
): { readonly folders: readonly string[]; readonly isCut: boolean } {
  const folders = new Set<string>();
  let nLeft = MAX_FOLDERS;
  for (const glob of globs) {
    const { base, depth: maxDepth, isMeant } = readFolderGlob(glob);
    const start = joined(folder, base);
    if (start === undefined) continue;
    if (maxDepth === 0) folders.add(start);
    const waiting = [{ path: start, inside: '', depth: 0 }];
    for (let one = waiting.pop(); one && 0 < nLeft; one = waiting.pop()) {
      nLeft--;
      if (one.inside !== '' && isMeant(one.inside)) folders.add(one.path);
      if (maxDepth <= one.depth) continue;
      for (const name of files.own.list(one.path)) {
        // What has a name with an ending is hardly a folder, and is looked into only where it is one.
        if (NEVER_INSIDE.test(name) || /\.(?:[jt]sx?|json|md)$/.test(name)) continue;
        waiting.push({
          path: inFolder(one.path, name),
          inside: one.inside === '' ? name : `${one.inside}/${name}`,
          depth: one.depth + 1,
        });
      }
    }
  }
  return { folders: [...folders], isCut: nLeft <= 0 };
}
