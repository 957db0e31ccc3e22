import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../support/golden.ts';

/**
 * What a reader says of a question who sees it beside its code, and not which rule asks. `fits`: what it
 * says of the code is so, and it would be fair to ask whoever just had this written. `false`: what it
 * says or takes for granted is not so, or the code shown answers it. `unsure`: not to be told from what
 * is shown; it counts as no label.
 */
export type Verdict = (typeof VERDICTS)[number];

export const VERDICTS = ['fits', 'false', 'unsure'] as const;

/** A question that a rule asks of real code, and what readers said of it. */
export interface Label {
  /** Below the cache: `python/library/python3-requests-2.28.1/…/models.py`. */
  readonly file: string;
  /** First 12 digits of the SHA-256 of the file's text. */
  readonly hash: string;
  /** 1-based. */
  readonly line: number;
  readonly asks: string;
  /** Of two readers who did not know of each other. */
  readonly said: readonly Verdict[];
  /** What holds: theirs where they agree, else that of a third who read both reasons. */
  readonly holds: Verdict;
}

/** A line of JSON each, in `test/bench/rules/labels/<rule>.jsonl`; none where there is no such file. */
export function readLabels(rule: string): readonly Label[] {
  const file = fileOf(rule);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Label => JSON.parse(line));
}

export function writeLabels(rule: string, labels: readonly Label[]): void {
  mkdirSync(FOLDER, { recursive: true });
  const sorted = labels.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  writeFileSync(fileOf(rule), sorted.map((each) => `${JSON.stringify(each)}\n`).join(''));
}

/** Tells a question from all others of its rule. */
export function keyOf({ hash, line, asks }: Pick<Label, 'hash' | 'line' | 'asks'>): string {
  return `${hash} ${line} ${asks}`;
}

/** What labels say of a rule. */
export interface Measured {
  /** Labels that are not `unsure`. */
  readonly n: number;
  readonly nFalse: number;
  readonly nUnsure: number;
  readonly nDisagreed: number;
}

export function measured(labels: readonly Label[]): Measured {
  const count = (isCounted: (label: Label) => boolean): number => labels.filter(isCounted).length;
  return {
    n: count(({ holds }) => holds !== 'unsure'),
    nFalse: count(({ holds }) => holds === 'false'),
    nUnsure: count(({ holds }) => holds === 'unsure'),
    nDisagreed: count(({ said }) => new Set(said).size !== 1),
  };
}

/** Fewer labels say nothing of a rule. */
export const MIN_LABELS = 30;
/** Of a hundred questions of any rule that is on. */
export const MAX_FALSE_OF_RULE = 20;
/** Of a hundred questions of all of them. */
export const MAX_FALSE = 10;

/** Whether labels allow that a rule is on. */
export function mayBeOn({ n, nFalse }: Measured): boolean {
  return MIN_LABELS <= n && 100 * nFalse <= MAX_FALSE_OF_RULE * n;
}

const FOLDER = join(ROOT, 'test/bench/rules/labels');

function fileOf(rule: string): string {
  return join(FOLDER, `${rule}.jsonl`);
}
