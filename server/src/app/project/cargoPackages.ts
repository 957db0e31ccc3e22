import { cargoLock } from '../../core/packages/locks.ts';
import { folderOf, inFolder } from '../../core/packages/manifest.ts';
import { cargoToml, readCargoNames } from '../../core/packages/manifests/cargoToml.ts';
import { RUST_ROOTS } from '../../core/packages/names/rust.ts';
import type { ProjectFiles } from '../../core/ports.ts';
import type { ModuleStanding, Packages } from '../../core/questions/project.ts';
import { foldersAbove, type Manifests, memoized } from './manifests.ts';

const KNOWN: ModuleStanding = { kind: 'known' };

/** Cargo's crates as a file sees them; undefined where no package's `Cargo.toml` is above it. */
export function createCargoPackages(
  files: ProjectFiles,
  manifests: Manifests,
): (path: string) => Packages | undefined {
  const namesIn = memoized((folder: string) => {
    const text = manifests.text(inFolder(folder, 'Cargo.toml'));
    return text === undefined ? undefined : readCargoNames(text);
  });
  const locked = memoized((folder: string) => {
    const text = manifests.text(inFolder(folder, cargoLock.file));
    return new Set([...(text === undefined ? [] : cargoLock.read(text))].map(inCode));
  });

  const ofFile = (path: string): Packages | undefined => {
    const folders = foldersAbove(path);
    const folder = folders.find((at) => manifests.text(inFolder(at, 'Cargo.toml')) !== undefined);
    if (folder === undefined) return undefined;
    const manifest = manifests.read(cargoToml, inFolder(folder, 'Cargo.toml'));
    const names = namesIn(folder);
    if (!manifest || !names) return undefined;
    const here = folderOf(path);
    const inner = path.replace(/\.rs$/, '');
    const places = [here, inner, inFolder(folder, 'src'), folder];
    const isFile = (name: string): boolean =>
      places.some(
        (at) => files.own.has(inFolder(at, `${name}.rs`)) || files.own.has(inFolder(at, name)),
      );
    /** Before 2018 a path begins at the crate itself. */
    const isInRoot = (name: string): boolean =>
      ['src/lib.rs', 'src/main.rs'].some((file) => {
        const text = manifests.text(inFolder(folder, file)) ?? '';
        return new RegExp(`\\b(?:mod|as|crate)\\s+${name}\\b|\\b${name}!`).test(text);
      });
    const above = foldersAbove(manifest.path);
    const standingOf = (module: string): ModuleStanding => {
      const root = /^(?:::)?\s*(?:r#)?(\w+)/.exec(module)?.[1] ?? '';
      if (root === '' || RUST_ROOTS.has(root) || names.crates.has(root)) return KNOWN;
      // Types and constants are no crates; a script's build makes crates that nobody names.
      if (/^[A-Z]/.test(root) || isFile(root)) return KNOWN;
      const isUnsure =
        manifest.isOpen ||
        (names.isOld && isInRoot(root)) ||
        !names.isPackage ||
        [...names.crates].some((name) => mayBeCalled(name, root));
      if (isUnsure) return { kind: 'unsure', package: root };
      const kind = above.some((at) => locked(at).has(root)) ? 'undeclared' : 'missing';
      return { kind, package: root, manifest: manifest.path };
    };
    return Object.freeze({
      ecosystem: 'cargo',
      manifest: manifest.path,
      standingOf: memoized(standingOf),
      declared: manifest.dependencies.map(({ name }) => name),
      problems: manifest.problem === undefined ? [] : [manifest.problem],
    });
  };
  return memoized(ofFile);
}

/** What code calls a crate. */
function inCode(name: string): string {
  return name.replaceAll('-', '_');
}

/** Whether a crate may have a library of another name, as `sha-1` has `sha1`. */
function mayBeCalled(crate: string, root: string): boolean {
  const rest = /^(?:rust_|rs_)?(.+?)(?:_(?:maintained|ng|rs|next|fork|lib|\d+))?$/.exec(crate)?.[1];
  const asked = root.replaceAll('_', '');
  return [crate, rest ?? ''].some((name) => name.replaceAll('_', '') === asked);
}
