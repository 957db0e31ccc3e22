import type { LanguageId } from '../../../../server/src/core/questions/languageId.ts';
import type { BlockReader } from '../../../../server/src/core/ports.ts';
import type { SourcePackage } from '../corpora/corpus.ts';

/** The tests of another tool, which nobody here wrote. Only their names are kept here. */
export interface ForeignSuite {
  readonly name: string;
  readonly languages: readonly LanguageId[];
  /** Where its tests are published. They are read as text, never run. */
  readonly source: SourcePackage;
  /** Of a large archive, what is unpacked: patterns of `tar`. */
  readonly only?: readonly string[];
  /** Their checks that are after the same defect as a rule of ours; mere matters of style are left out. */
  readonly mapping: readonly Mapped[];
  /** The cases of the checks mapped, below the folder that the source was unpacked into. */
  readonly cases: (folder: string, reader: BlockReader) => Promise<ForeignCases>;
  /** Why cases are missed, as far as that was looked into. The first that fits is told. */
  readonly causes: readonly MissCause[];
}

export interface Mapped {
  /** `broad-except`, `no-empty`. */
  readonly theirs: string;
  /** Which of its cases, where not all are about the same. */
  readonly part?: string;
  /** The id of a rule. */
  readonly ours: string;
  /** The id of another one that asks instead of it about some of the cases. */
  readonly or?: string;
}

export interface ForeignCases {
  readonly cases: readonly ForeignCase[];
  /** Cases whose code only a run of their tests would tell. */
  readonly nUnread: number;
}

export interface ForeignCase {
  /** The file, and which of its cases: `no-empty.js#12`. */
  readonly name: string;
  readonly language: LanguageId;
  /** The path that the rule is told. It is no test's, unless tests are what the check is about. */
  readonly path: string;
  readonly text: string;
  /** What they report, none where it must be quiet. Any line of one will do. */
  readonly expected: readonly LineSpan[];
  /** Lines that other checks report which are mapped to the same rule: no hit there is wrong. */
  readonly ignored?: readonly LineSpan[];
  readonly theirs: string;
  readonly ours: string;
  /** As in `Mapped`. */
  readonly or?: string | undefined;
}

/** 1-based lines; both ends belong to it. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

export interface MissCause {
  readonly theirs: string;
  /** Names of cases, or what the missed lines look like; without it, every miss of the check. */
  readonly like?: readonly string[] | RegExp;
  /** `needs types`, `their style`. */
  readonly cause: string;
}

/** One line. */
export function line(number: number): LineSpan {
  return { first: number, last: number };
}
