import { entriesOf, readJson, under } from '../../core/packages/json.ts';
import { npmLocks } from '../../core/packages/locks.ts';
import { inFolder } from '../../core/packages/manifest.ts';
import { denoJson } from '../../core/packages/manifests/denoJson.ts';
import { packageJson } from '../../core/packages/manifests/packageJson.ts';
import { readNpmModule } from '../../core/packages/npmModule.ts';
import { readNpmPackage } from '../../core/packages/npmPackage.ts';
import { fits } from '../../core/packages/tsconfig.ts';
import type { ProjectFiles } from '../../core/ports.ts';
import type { ModuleStanding, Packages } from '../../core/questions/project.ts';
import { createAliases } from './aliases.ts';
import { foldersAbove, type Manifests, memoized } from './manifests.ts';
import { createWorkspaces } from './workspaces.ts';

const KNOWN: ModuleStanding = { kind: 'known' };
/** Folders above the repository's top that may hold an installation: it may be a part of a larger tree. */
const ABOVE: readonly string[] = ['..', '../..', '../../..', '../../../..'];

/** Packages of npm as the code of a folder sees them; undefined where no `package.json` is above it. */
export function createNpmPackages(
  files: ProjectFiles,
  manifests: Manifests,
): (path: string) => Packages | undefined {
  const locked = memoized((folder: string) => {
    const names = npmLocks.flatMap(({ file, read }) => {
      const text = manifests.text(inFolder(folder, file));
      return text === undefined ? [] : [...read(text)];
    });
    return new Set(names);
  });
  const denoNames = memoized((folder: string) => readDenoNames(files, manifests, folder));
  const workspaces = createWorkspaces(files, manifests);
  const aliases = createAliases(files, manifests);

  const ofFolder = memoized((folder: string): Packages | undefined => {
    const folders = foldersAbove(inFolder(folder, 'x'));
    const read = folders.flatMap(
      (at) => manifests.read(packageJson, inFolder(at, 'package.json')) ?? [],
    );
    const [nearest] = read;
    if (!nearest) return undefined;
    const declared = new Set(
      read.flatMap(({ name, dependencies }) => [
        ...dependencies.map((one) => one.name),
        ...(name === undefined ? [] : [name]),
      ]),
    );
    const inner = readNpmPackage(manifests.text(nearest.path) ?? '').imports;
    const isInstalled = memoized((name: string) =>
      [...folders, ...ABOVE].some((at) => files.disk.has(inFolder(at, `node_modules/${name}`))),
    );
    const isKnown = (name: string): boolean =>
      declared.has(name) ||
      declared.has(typesOf(name)) ||
      folders.some((at) => workspaces(at).names.has(name) || denoNames(at).has(name));
    const isOpen = read.some((one) => one.isOpen) || folders.some((at) => workspaces(at).isOpen);

    const standingOf = (module: string): ModuleStanding => {
      const named = readNpmModule(module);
      switch (named.kind) {
        case 'own':
          return KNOWN;
        case 'strange':
          return { kind: 'unsure', package: undefined };
        case 'inner':
          return inner.some((pattern) => fits(pattern, module))
            ? KNOWN
            : { kind: 'unsure', package: undefined };
        case 'package':
          break;
      }
      const { name } = named;
      if (isKnown(name)) return KNOWN;
      const alias = aliases(folders, module, name);
      if (alias === 'yes') return KNOWN;
      // Aliases of bundlers begin so; nothing on npm does.
      if (alias === 'perhaps') return { kind: 'unsure', package: undefined };
      if (isOpen) return { kind: 'unsure', package: name };
      const manifest = nearest.path;
      if (isInstalled(name)) return { kind: 'undeclared', package: name, manifest };
      if (isInstalled(typesOf(name))) return { kind: 'unsure', package: name };
      if (folders.some((at) => workspaces(at).declared.has(name) || locked(at).has(name))) {
        return { kind: 'undeclared', package: name, manifest };
      }
      return { kind: 'missing', package: name, manifest };
    };
    return Object.freeze({
      ecosystem: 'npm',
      manifest: nearest.path,
      standingOf: memoized(standingOf),
      declared: [...declared],
      problems: read.flatMap(({ problem }) => problem ?? []),
    });
  });
  return (path) => ofFolder(foldersAbove(path)[0] ?? '');
}

/** Where the types of a package without its own come from. */
function typesOf(name: string): string {
  return `@types/${name.startsWith('@') ? name.slice(1).replace('/', '__') : name}`;
}

/** Names that Deno's files give to modules. */
function readDenoNames(
  files: ProjectFiles,
  manifests: Manifests,
  folder: string,
): ReadonlySet<string> {
  const found = files.own
    .list(folder)
    .map((name) => inFolder(folder, name))
    .filter(denoJson.matches)
    .flatMap((path) => entriesOf(under(readJson(manifests.text(path) ?? '').root, 'imports')));
  return new Set(found.map(({ key }) => key.replace(/\/$/, '')));
}
