import type { BlockReader } from '../core/ports.ts';
import type { PathCommit, Repository } from '../core/repository.ts';
import { blocksIn } from './blocksIn.ts';
import { textIn } from './textOfBytes.ts';

/** Code that stood at a path under a name. */
export interface CommittedCode {
  readonly path: string;
  readonly symbol: string;
  readonly codeHash: string;
}

/** So many versions of the file are read by one git process. */
const READ_AT_ONCE = 25;

/**
 * The first commit that has this code at its path. Records name contents and no commits, so versions
 * of the file are read, oldest first, until one has the block. Undefined when none has, when git
 * does not answer, or when the asker lost interest.
 */
export async function findCommit(
  { repository, reader }: { readonly repository: Repository; readonly reader: BlockReader },
  { path, symbol, codeHash }: CommittedCode,
  isCancelled: () => boolean,
): Promise<PathCommit | undefined> {
  const listed = await repository.git.commitsOf(path);
  if (!listed.ok) return undefined;
  const commits = listed.value.toReversed();
  for (let start = 0; start < commits.length; start += READ_AT_ONCE) {
    const some = commits.slice(start, start + READ_AT_ONCE);
    const read = await repository.git.readObjects(some.map(({ blob }) => blob));
    if (!read.ok) return undefined;
    for (const commit of some) {
      if (isCancelled()) return undefined;
      const text = textIn(read.value.get(commit.blob));
      if (text === undefined) continue;
      const blocks = await blocksIn(reader, path, text);
      const hasIt = blocks.some((one) => one.codeHash === codeHash && one.symbol === symbol);
      if (hasIt) return commit;
    }
  }
  return undefined;
}
