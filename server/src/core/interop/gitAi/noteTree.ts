/** Deeper fan-outs than this no git writes: a level is added for every 256 notes of a folder. */
const MAX_DEPTH = 4;

export interface NotePaths {
  /** Where the note goes. */
  readonly path: string;
  /** Where older writers may have put one: to be read, and to be deleted when the note is written. */
  readonly others: readonly string[];
}

/**
 * The path of a commit's note in the tree of a notes ref: one folder of two digits, as the
 * reference writes it. A tree that holds one commit at two depths stops `git notes merge` short.
 */
export function notePaths(commit: string): NotePaths {
  const atDepth = (depth: number): string => {
    const folders = Array.from({ length: depth }, (_, i) => commit.slice(2 * i, 2 * i + 2));
    return [...folders, commit.slice(2 * depth)].join('/');
  };
  const others = [0, ...Array.from({ length: MAX_DEPTH - 1 }, (_, i) => i + 2)].map(atDepth);
  return { path: atDepth(1), others };
}
