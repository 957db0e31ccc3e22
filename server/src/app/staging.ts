import type { BlockReader } from '../core/ports.ts';
import type { Repository } from '../core/repository.ts';
import { withLf } from '../core/text/lineIndex.ts';
import type { GateBlock } from './gate.ts';
import { textOfBytes } from './textOfBytes.ts';

/**
 * The 1-based line at which each staged block stands on disk, where a command that signs what is
 * on disk finds it; undefined when the file on disk does not hold that content (staged in part,
 * or rewritten since). A file is read again only when it is not as it was staged.
 */
export async function linesOnDisk(
  repository: Repository,
  reader: BlockReader,
  blocks: readonly GateBlock[],
): Promise<ReadonlyMap<GateBlock, number | undefined>> {
  const lines = new Map<GateBlock, number | undefined>();
  for (const path of new Set(blocks.map((block) => block.path))) {
    const here = blocks.filter((block) => block.path === path);
    const lineOf = await lineFinder(repository, reader, path, here);
    for (const gateBlock of here) lines.set(gateBlock, lineOf(gateBlock));
  }
  return lines;
}

async function lineFinder(
  { files, ids }: Repository,
  reader: BlockReader,
  path: string,
  staged: readonly GateBlock[],
): Promise<(block: GateBlock) => number | undefined> {
  const bytes = files.read(path);
  const content = bytes && textOfBytes(bytes);
  if (!bytes || content?.kind !== 'text') return () => undefined;
  // Git may have staged the LF form of a CRLF file. Both ids are made here, without a process.
  const blobs = [ids.blobIdOfBytes(bytes), ids.blobId(path, withLf(content.text))];
  if (staged.every((block) => blobs.includes(block.blob))) {
    return ({ judged }) => judged.block.lines.startLine;
  }
  const { blocks } = await reader.read(path, content.text);
  return ({ judged: { block } }) =>
    blocks.find(({ symbol, codeHash }) => symbol === block.symbol && codeHash === block.codeHash)
      ?.lines.startLine;
}
