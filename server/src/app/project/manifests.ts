import { folderOf, type Manifest, type ManifestFormat } from '../../core/packages/manifest.ts';
import type { ProjectFiles } from '../../core/ports.ts';

/** A manifest with its place. */
export interface PlacedManifest extends Manifest {
  readonly path: string;
}

/** The files of a project, each read once. */
export interface Manifests {
  text(path: string): string | undefined;
  read(format: ManifestFormat, path: string): PlacedManifest | undefined;
}

export function createManifests(files: ProjectFiles): Manifests {
  const text = memoized((path: string) => files.own.read(path));
  const byFormat = new Map<ManifestFormat, (path: string) => PlacedManifest | undefined>();
  return Object.freeze({
    text,
    read(format: ManifestFormat, path: string): PlacedManifest | undefined {
      let read = byFormat.get(format);
      if (!read) {
        read = memoized((at: string) => {
          const found = text(at);
          return found === undefined ? undefined : { ...format.read(at, found), path: at };
        });
        byFormat.set(format, read);
      }
      return read(path);
    },
  });
}

/** A function of a text that computes each answer once. */
export function memoized<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (key) => {
    const had = known.get(key) ?? { value: compute(key) };
    known.set(key, had);
    return had.value;
  };
}

/** The folders that a path is in, the innermost first; the top is the empty name. */
export function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    folders.push(folder);
    if (folder === '') return folders;
  }
}

/** A path with its `.` and `..` done; undefined where it leads out of the top. */
export function joined(folder: string, relative: string): string | undefined {
  const parts: string[] = [];
  for (const part of `${folder}/${relative}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
