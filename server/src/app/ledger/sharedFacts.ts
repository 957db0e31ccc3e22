import { fillUnknown } from '../../core/attribution/attribute.ts';
import type { Spans } from '../../core/attribution/span.ts';
import type { BlockMap } from '../../core/blocks/block.ts';
import { blockFacts, isTouchedByAi } from '../../core/evidence/blockFacts.ts';
import { SAME_ANYWHERE_TOKENS } from '../../core/evidence/status.ts';
import type { LedgerKey, LedgerKeys } from '../../core/ledger/keys.ts';
import { spansOfTokens } from '../../core/ledger/tokenRows.ts';
import { createLineIndex, type LineIndex } from '../../core/text/lineIndex.ts';
import { intersects } from '../../core/text/range.ts';
import type { Journal } from '../journal.ts';

/** Under what the ledger may tell of a text: its paths, itself, and what it was made from. */
export function keysOfText(
  keys: LedgerKeys,
  {
    blob,
    paths,
    baseBlobs,
  }: { blob: string; paths: readonly string[]; baseBlobs: readonly string[] },
): LedgerKey[] {
  return [...paths.map(keys.path), ...[blob, ...baseBlobs].map(keys.blob)];
}

/** Whether blocks that were AI's at these paths are shared: then the text is worth a parse. */
export function hasPointers({ book }: Journal, paths: readonly string[]): boolean {
  return paths.some((path) => 0 < book.pointersOf(path).length);
}

/**
 * The spans with what pointers add to lines no record explains: a block of the same code at the
 * same path and name, or of 40 tokens and more under any name there (a squash by a server, a
 * cherry-pick by somebody without the tool).
 */
export function withPointers(
  { book }: Journal,
  paths: readonly string[],
  text: string,
  map: BlockMap,
  spans: Spans,
): Spans {
  const pointers = paths.flatMap((path) => book.pointersOf(path));
  if (pointers.length === 0) return spans;
  const index = createLineIndex(text);
  let known = spans;
  for (const block of map.blocks) {
    for (const { subject, detail } of pointers) {
      if (subject.codeHash !== block.codeHash || detail.nTokens !== block.nTokens) continue;
      const isSame = subject.symbol === block.symbol || SAME_ANYWHERE_TOKENS <= block.nTokens;
      if (isSame) known = fillUnknown(known, spansOfTokens(map, block, index, detail));
    }
  }
  return known;
}

export interface EvidenceQuery {
  readonly keys: LedgerKeys;
  readonly paths: readonly string[];
  readonly map: BlockMap;
  readonly text: string;
  readonly spans: Spans;
}

/** Under what evidence for the AI blocks of a text is filed, and for those they were made from. */
export function evidenceKeys(
  { book }: Journal,
  { keys, paths, map, text, spans }: EvidenceQuery,
): LedgerKey[] {
  const before = paths
    .flatMap((path) => book.pointersOf(path))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, PREDECESSORS_ASKED)
    .map(({ subject }) => keys.hash(subject.codeHash));
  return [...before, ...keysOfBlocks(keys, map, createLineIndex(text), spans)];
}

/** Of a path with a long history the newest blocks are asked. */
const PREDECESSORS_ASKED = 200;

function keysOfBlocks(
  keys: LedgerKeys,
  map: BlockMap,
  index: LineIndex,
  spans: Spans,
): LedgerKey[] {
  const ai = spans.filter(({ origin }) => origin.kind === 'ai');
  return map.blocks.flatMap((block) => {
    if (!ai.some((span) => intersects(span, block.range))) return [];
    const facts = blockFacts(block, index, ai);
    if (!isTouchedByAi(facts)) return [];
    const aiHash = map.aiHash(block, new Set(facts.aiLines));
    return [block.codeHash, ...(aiHash === undefined ? [] : [aiHash])].map(keys.hash);
  });
}
