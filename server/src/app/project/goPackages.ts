import { goMod, readGoSum, readGoWork } from '../../core/packages/manifests/goMod.ts';
import { inFolder } from '../../core/packages/manifest.ts';
import { GO_PACKAGES, GO_ROOTS } from '../../core/packages/names/go.ts';
import type { ProjectFiles } from '../../core/ports.ts';
import type { ModuleStanding, Packages } from '../../core/questions/project.ts';
import { foldersAbove, joined, type Manifests, memoized } from './manifests.ts';

const KNOWN: ModuleStanding = { kind: 'known' };

/** Go's modules as the code of a folder sees them; undefined where no `go.mod` is above it. */
export function createGoPackages(
  files: ProjectFiles,
  manifests: Manifests,
): (path: string) => Packages | undefined {
  const ofModule = memoized((folder: string): Packages | undefined => {
    const manifest = manifests.read(goMod, inFolder(folder, 'go.mod'));
    if (!manifest) return undefined;
    const together = workspaceOf(manifests, folder);
    const others = together.flatMap((at) => manifests.read(goMod, inFolder(at, 'go.mod')) ?? []);
    const all = [manifest, ...others];
    const own = all.flatMap(({ name }) => name ?? []);
    const direct = manifest.dependencies.filter((one) => !one.isIndirect).map(({ name }) => name);
    const indirect = all.flatMap(({ dependencies }) => dependencies.map(({ name }) => name));
    const sums = readGoSum(manifests.text(inFolder(folder, 'go.sum')) ?? '');
    const vendored = inFolder(folder, 'vendor');
    const standingOf = (module: string): ModuleStanding => {
      if (module === '' || module.startsWith('.') || GO_PACKAGES.has(module)) return KNOWN;
      if ([...own, ...direct].some((name) => isIn(module, name))) return KNOWN;
      const [root = ''] = module.split('/');
      if (GO_ROOTS.has(root)) return { kind: 'unsure', package: undefined };
      const hidden = [...indirect, ...sums].filter((name) => isIn(module, name));
      const name = longest(hidden) ?? moduleName(module);
      const path = manifest.path;
      if (0 < hidden.length || files.own.has(inFolder(vendored, module))) {
        return { kind: 'undeclared', package: name, manifest: path };
      }
      // Without a module path of its own, everything may be written relative to somewhere.
      if (manifest.name === undefined) return { kind: 'unsure', package: name };
      return { kind: 'missing', package: name, manifest: path };
    };
    return Object.freeze({
      ecosystem: 'go',
      manifest: manifest.path,
      standingOf: memoized(standingOf),
      declared: direct,
      problems: manifest.problem === undefined ? [] : [manifest.problem],
    });
  });
  return (path) => {
    const folder = foldersAbove(path).find(
      (at) => manifests.text(inFolder(at, 'go.mod')) !== undefined,
    );
    return folder === undefined ? undefined : ofModule(folder);
  };
}

/** The folders that the nearest `go.work` takes together. */
function workspaceOf(manifests: Manifests, folder: string): readonly string[] {
  for (const at of foldersAbove(inFolder(folder, 'x'))) {
    const text = manifests.text(inFolder(at, 'go.work'));
    if (text !== undefined) return readGoWork(text).flatMap((used) => joined(at, used) ?? []);
  }
  return [];
}

function isIn(module: string, path: string): boolean {
  return module === path || module.startsWith(`${path}/`);
}

function longest(names: readonly string[]): string | undefined {
  return names.toSorted((a, b) => b.length - a.length)[0];
}

/** What a person would look for: on the great hosts `host/owner/name`, elsewhere all of it. */
function moduleName(module: string): string {
  const parts = module.split('/');
  const isHost = /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)$/.test(parts[0] ?? '');
  return isHost ? parts.slice(0, 3).join('/') : module;
}
