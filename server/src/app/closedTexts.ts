import type { Spans } from '../core/attribution/span.ts';

/** A text as a document had it. */
export interface RememberedText {
  readonly path: string;
  readonly text: string;
  readonly spans: Spans;
}

/** Just closed documents, for Save As and renames. */
export interface ClosedTexts {
  add(closed: RememberedText): void;
  /** The one closed last with this text. */
  find(text: string): RememberedText | undefined;
  /** A renamed file is closed, and opened at once under its new name. */
  findRenamed(text: string): RememberedText | undefined;
}

/** Between the closing of a renamed file and its opening a few ms were measured. */
const RENAME_MS = 1_000;
const KEPT = 20;

export function createClosedTexts(nowMs: () => number): ClosedTexts {
  let kept: (RememberedText & { readonly atMs: number })[] = [];
  return Object.freeze({
    add(closed: RememberedText): void {
      kept = [{ ...closed, atMs: nowMs() }, ...kept].slice(0, KEPT);
    },
    find: (text: string) => kept.find((one) => one.text === text),
    findRenamed: (text: string) =>
      kept.find((one) => one.text === text && nowMs() - one.atMs < RENAME_MS),
  });
}
