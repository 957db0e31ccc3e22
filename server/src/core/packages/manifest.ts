import type { Range } from '../text/range.ts';
import type { Ecosystem } from './ecosystem.ts';

/** A manifest as far as it could be read. */
export interface Manifest {
  /** What the package calls itself. */
  readonly name: string | undefined;
  readonly dependencies: readonly Dependency[];
  /** It may name more than was read: it is torn, a script, or refers to what is elsewhere. */
  readonly isOpen: boolean;
  /** What could not be read, where, and what to do; undefined where all was. */
  readonly problem: string | undefined;
}

/** A package that a manifest names. */
export interface Dependency {
  /** As the manifest writes it; Maven's as `group:artifact`. */
  readonly name: string;
  /** Half-open range of UTF-16 offsets in the manifest, from the name on. */
  readonly at: Range;
  /** It is part of this very project, or lies beside it: nobody else's package. */
  readonly isLocal: boolean;
  /** Named only because another package needs it (Go's `// indirect`). */
  readonly isIndirect: boolean;
  /** Condition under which it is wanted, as written (Python's markers). */
  readonly condition: string | undefined;
}

/** A kind of manifest: one file and one line in the table. Law: reads any text, throws at none. */
export interface ManifestFormat {
  readonly ecosystem: Ecosystem;
  /** Whether a file is one, by its path. */
  matches(path: string): boolean;
  read(path: string, text: string): Manifest;
}

/** A dependency with nothing special about it. */
export function dependency(
  name: string,
  at: Range,
  more: Partial<Pick<Dependency, 'isLocal' | 'isIndirect' | 'condition'>> = {},
): Dependency {
  return { name, at, isLocal: false, isIndirect: false, condition: undefined, ...more };
}

/** A manifest that names these, and was read to its end. */
export function manifestOf(
  dependencies: readonly Dependency[],
  more: Partial<Omit<Manifest, 'dependencies'>> = {},
): Manifest {
  return { name: undefined, isOpen: false, problem: undefined, ...more, dependencies };
}

/** The sentence about a manifest that is not of its form. `line` is 1-based. */
export function notReadable(path: string, line: number, form: string): string {
  return `${path}:${line}: this is not ${form}, so packages are judged by what else is known; mend the file.`;
}

/** The 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder of a path; empty for the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A name inside a folder; the top folder is empty. */
export function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The lines of a text with the offset of each, without their ends. */
export function* linesOf(
  text: string,
): Generator<{ readonly line: string; readonly start: number }> {
  let start = 0;
  for (const line of text.split('\n')) {
    yield { line: line.endsWith('\r') ? line.slice(0, -1) : line, start };
    start += line.length + 1;
  }
}
