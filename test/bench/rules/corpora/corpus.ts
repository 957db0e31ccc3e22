import type { LanguageId } from '../../../../server/src/core/questions/languageId.ts';

/** The real code of one language that rules are measured on. Only its names are ours. */
export interface Corpus {
  readonly language: LanguageId;
  readonly libraries: readonly SourcePackage[];
  readonly applications: readonly SourcePackage[];
  /** The same packages at two releases, the older first, for rules that compare. */
  readonly releases: readonly (readonly [SourcePackage, SourcePackage])[];
}

/** One published package, as it was published: nothing of it is ever run. */
export interface SourcePackage {
  /** Debian: a package as it is installed, or the sources that it is built from. */
  readonly from: 'npm' | 'debian' | 'debian source';
  readonly name: string;
  readonly version: string;
  /** What npm calls the integrity of the tarball; of Debian's archives, one behind the other. */
  readonly hash: string;
  /** Of several archives, the only one that is meant. */
  readonly archive?: string;
}

/** `release`: one of two releases that are compared. */
export type Use = 'library' | 'application' | 'release';

/** The packages of a corpus with what each is. */
export function packagesOf(corpus: Corpus): readonly (readonly [Use, SourcePackage])[] {
  return [
    ...corpus.libraries.map((each) => ['library', each] as const),
    ...corpus.applications.map((each) => ['application', each] as const),
    ...corpus.releases.flat().map((each) => ['release', each] as const),
  ];
}
