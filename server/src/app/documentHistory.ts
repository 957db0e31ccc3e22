import { isTouchedByAi } from '../core/evidence/blockFacts.ts';
import { isExcluded } from '../core/policy/effective.ts';
import type { ReviewRecord } from '../core/records/record.ts';
import { type ChangeSince, changeSince, findReviewedText, reviewBefore } from './changeSince.ts';
import type { Documents } from './documents.ts';
import { type HistoryEvent, historyOf, type HistoryText } from './history.ts';
import type { Home } from './home.ts';
import type { Homes } from './homes.ts';
import type { JudgedBlock } from './judge.ts';
import type { DocumentView } from './openDocument.ts';
import { pathsBefore } from './provenance.ts';

export interface HistoryPorts {
  readonly homes: Homes;
  readonly documents: Documents;
  /** False in an untrusted workspace: git is not asked. */
  readonly mayRunGit: boolean;
}

/** A block of an open document: the one of that name nearest to a 0-based line, or the one around it. */
export interface HistoryQuery {
  readonly uri: string;
  readonly line: number;
  readonly symbol: string | undefined;
}

/** One block of a document as it is in the editor, with all that is recorded of it. */
export interface DocumentHistory {
  readonly kind: 'block';
  readonly view: DocumentView;
  readonly judged: JudgedBlock;
  /** Oldest first. */
  readonly events: readonly HistoryEvent[];
  readonly change: (ChangeSince & { readonly review: ReviewRecord }) | undefined;
  readonly isOutsideGit: boolean;
}

/** Why there is nothing to tell. */
export type NoHistory = 'untracked' | 'off' | 'excluded' | 'noAi' | 'noBlock';

/**
 * Finds the block and its history. Undefined when the asker lost interest: looked at wherever
 * something had to be waited for.
 */
export async function documentHistory(
  { homes, documents, mayRunGit }: HistoryPorts,
  query: HistoryQuery,
  isCancelled: () => boolean,
): Promise<DocumentHistory | NoHistory | undefined> {
  const home = await homes.of(query.uri);
  const view = await documents.view(query.uri);
  if (isCancelled()) return undefined;
  if (!home || !view) return 'untracked';
  const policy = home.policy();
  if (!policy.enable) return 'off';
  if (isExcluded(home.path, policy)) return 'excluded';
  const { journal } = home;
  const { judged, spans } = view;
  const text = { paths: pathsBefore(journal, home.path), index: judged.index, spans };
  const hasHistory = (block: JudgedBlock): boolean =>
    isTouchedByAi(block.facts) ||
    historyOf(journal, text, block).some(({ kind }) => TELLING.has(kind));
  const found = chosen(judged.blocks, query, hasHistory);
  if (!found) return judged.blocks.some(({ facts }) => isTouchedByAi(facts)) ? 'noBlock' : 'noAi';
  // The block may have become what somebody signed in another clone since the file was opened.
  await learn(home, text, found);
  if (isCancelled()) return undefined;
  const change = await changeOf(home, text, found, mayRunGit);
  if (isCancelled()) return undefined;
  const { place } = home.repository;
  return {
    kind: 'block',
    view,
    judged: found,
    events: historyOf(journal, text, found),
    change,
    isOutsideGit: place.gitDir === place.topLevel,
  };
}

/** What a block that is not AI's now may still have behind it. */
const TELLING: ReadonlySet<HistoryEvent['kind']> = new Set(['committed', 'signed', 'withdrawn']);

function chosen(
  blocks: readonly JudgedBlock[],
  { line, symbol }: HistoryQuery,
  hasHistory: (judged: JudgedBlock) => boolean,
): JudgedBlock | undefined {
  const far = ({ block }: JudgedBlock): number => Math.abs(block.lines.startLine - 1 - line);
  const [nearest] = blocks
    .filter(({ block }) => block.symbol === symbol)
    .sort((a, b) => far(a) - far(b));
  if (nearest && hasHistory(nearest)) return nearest;
  // Child blocks stand behind their parents.
  return blocks
    .filter(({ block: { lines } }) => lines.startLine - 1 <= line && line <= lines.endLine - 1)
    .findLast(hasHistory);
}

async function learn(
  { repository: { keys }, journal }: Home,
  { paths }: HistoryText,
  { block, aiHash }: JudgedBlock,
): Promise<void> {
  const hashes = [block.codeHash, ...(aiHash === undefined ? [] : [aiHash])];
  // What cannot be read is told when the file is opened; the rest of the history stands.
  await journal.learn([...paths.map(keys.path), ...hashes.map(keys.hash)]);
}

async function changeOf(
  home: Home,
  text: HistoryText,
  judged: JudgedBlock,
  mayRunGit: boolean,
): Promise<DocumentHistory['change']> {
  const review = reviewBefore(judged);
  const reviewed = review && (await findReviewedText(home, review, mayRunGit));
  if (review === undefined || reviewed === undefined) return undefined;
  return { ...changeSince({ text: reviewed, at: review.at }, text, judged.block), review };
}
