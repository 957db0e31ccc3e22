import picomatch from 'picomatch';

/** A glob that names folders: where to begin, how deep to look, and which of them it means. */
export interface FolderGlob {
  /** Relative to the folder of the glob. */
  readonly base: string;
  /** How many folders below `base` are looked into; none where the glob is a plain path. */
  readonly depth: number;
  /** Whether a folder is meant, by its path from `base` on. */
  isMeant(path: string): boolean;
}

/** Below this no workspace has packages. */
const MAX_DEPTH = 6;

export function readFolderGlob(glob: string): FolderGlob {
  const clean = glob.replace(/^\.\//, '').replace(/\/+$/, '');
  const { base, glob: rest } = picomatch.scan(clean);
  if (rest === '') return { base: clean, depth: 0, isMeant: () => false };
  const depth = rest.includes('**') ? MAX_DEPTH : rest.split('/').length;
  return { base, depth: Math.min(depth, MAX_DEPTH), isMeant: picomatch(rest) };
}
