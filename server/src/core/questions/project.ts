import type { Ecosystem } from '../packages/ecosystem.ts';

/** What rules may know of the project around a file. Nothing here reaches a network. */
export interface Project {
  /** What is known of the packages that a file may take in; undefined where no manifest rules it. */
  readonly packages: Packages | undefined;
  /** What it says of its holders and its licence: files at its top, and the heads of the file's neighbours. */
  readonly notices: string;
}

/** What a module name is to a project. */
export type ModuleStanding =
  /** Part of the language, the project, or named in its manifest. */
  | { readonly kind: 'known' }
  /** Nothing here names it: no manifest, no lock file, no installation. */
  | { readonly kind: 'missing'; readonly package: string; readonly manifest: string }
  /** It is installed, by another package's wish, but the manifest does not name it. */
  | { readonly kind: 'undeclared'; readonly package: string; readonly manifest: string }
  /** Not to be decided here without a network; the package that it would be of, where it is of one. */
  | { readonly kind: 'unsure'; readonly package: string | undefined };

export interface Packages {
  readonly ecosystem: Ecosystem;
  /** The manifest that rules the file, relative to the repository's top. */
  readonly manifest: string;
  /** What an import of this module, as written, stands on. */
  standingOf(module: string): ModuleStanding;
  /** Names that the manifest declares, for telling look-alikes. */
  readonly declared: readonly string[];
  /** Sentences about manifests that could not be read to their end: what, where, what to do. */
  readonly problems: readonly string[];
}
