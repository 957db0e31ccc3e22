import { fillUnknown } from '../../core/attribution/attribute.ts';
import type { Spans } from '../../core/attribution/span.ts';
import type { BlockMap } from '../../core/blocks/block.ts';
import { isTouchedByAi } from '../../core/evidence/blockFacts.ts';
import { SAME_ANYWHERE_TOKENS } from '../../core/evidence/status.ts';
import type { LedgerKey, LedgerKeys } from '../../core/ledger/keys.ts';
import { spansOfTokens } from '../../core/ledger/tokenRows.ts';
import type { ContentIds } from '../../core/repository.ts';
import { createLineIndex, withLf } from '../../core/text/lineIndex.ts';
import type { Journal } from '../journal.ts';
import { factsOfBlocks, type JudgeInput } from '../judge.ts';

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

/**
 * The ledger speaks of statements and removals by the names of committed texts. Those at hand (of the
 * file as it is, of what it was made from) are lent, where this clone never kept them.
 */
export function lendTexts(
  journal: Journal,
  ids: Pick<ContentIds, 'textId'>,
  paths: readonly string[],
  texts: readonly (string | null | undefined)[],
): void {
  const { book } = journal;
  const records = paths.flatMap((path) => [...book.correctionsOf(path), ...book.removalsOf(path)]);
  const missing = new Set(records.map(({ detail }) => detail.text));
  for (const id of missing) if (journal.textOf(id) !== undefined) missing.delete(id);
  if (missing.size === 0) return;
  const lent = new Map<string, string>();
  for (const text of texts) {
    if (typeof text !== 'string') continue;
    const committed = withLf(text);
    const id = ids.textId(committed);
    if (missing.has(id)) lent.set(id, committed);
  }
  journal.lend(lent);
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

/** Under what evidence for the AI blocks of a text is filed, and for those they were made from. */
export function evidenceKeys(keys: LedgerKeys, input: Omit<JudgeInput, 'policy'>): LedgerKey[] {
  const before = input.paths
    .flatMap((path) => input.journal.book.pointersOf(path))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, PREDECESSORS_ASKED)
    .map(({ subject }) => keys.hash(subject.codeHash));
  const here = factsOfBlocks(input, createLineIndex(input.text)).flatMap(({ block, facts }) => {
    if (!isTouchedByAi(facts)) return [];
    const aiHash = input.map.aiHash(block, new Set(facts.aiLines));
    return [block.codeHash, ...(aiHash === undefined ? [] : [aiHash])].map(keys.hash);
  });
  return [...before, ...here];
}

/** Of a path with a long history the newest blocks are asked. */
const PREDECESSORS_ASKED = 200;
