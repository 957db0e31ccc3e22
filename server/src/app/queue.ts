import { isOpen } from '../core/evidence/status.ts';
import { fileOfPath, isCellPath } from '../core/notebook/notebookPath.ts';
import { requiredAnswers } from '../core/policy/policy.ts';
import type { BlockReader, RuleRunner } from '../core/ports.ts';
import type { Via } from '../core/records/record.ts';
import type { Clock, Problem, Repository } from '../core/repository.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Documents } from './documents.ts';
import { fileStatuses, NO_LINEAGE } from './fileStatus.ts';
import type { Homes } from './homes.ts';
import type { JudgedBlock } from './judge.ts';
import { hindranceOf } from './questions/mayBeSigned.ts';
import { NO_IDENTITY, type SignedText, signBlocks, signedWithoutKey } from './sign.ts';

/** A block that waits for a person, wherever in the workspace it is. */
export interface QueuedBlock {
  readonly uri: string;
  readonly path: string;
  readonly judged: JudgedBlock;
  readonly repository: Repository;
  /** The text it stands in: the editor's, or what is on disk. */
  readonly signed: SignedText;
}

/** Open documents as they are in the editor, other files with AI records as they are on disk. */
export async function queueOf(
  homes: Homes,
  documents: Documents,
  { reader, rules }: { readonly reader: BlockReader; readonly rules: RuleRunner | undefined },
  uriOf: (repository: Repository, path: string) => string,
): Promise<readonly QueuedBlock[]> {
  const queue: QueuedBlock[] = [];
  const seen = new Set<string>();
  for (const uri of documents.uris()) {
    seen.add(uri);
    const view = await documents.view(uri);
    const home = await homes.of(uri);
    if (!view || !home) continue;
    const { repository } = home;
    const { path, text, spans } = view;
    const signed = { path, text, spans, blob: repository.ids.blobId(path, text) };
    for (const judged of view.judged.blocks) {
      if (!isOpen(judged.status)) continue;
      queue.push({ uri, path: fileOfPath(path), judged, repository, signed });
    }
  }
  const openNotebooks = new Set([...seen].filter(isCellPath).map(placeOf));
  for (const { repository, journal, policyOf } of homes.opened()) {
    const asked = [...new Set(journal.book.aiPaths().map(fileOfPath))]
      .map((path) => ({ path, uri: uriOf(repository, path), lineage: NO_LINEAGE }))
      .filter(({ uri }) => !seen.has(uri) && !openNotebooks.has(placeOf(uri)));
    const statuses = await fileStatuses({ repository, journal, reader, rules, policyOf }, asked);
    for (const [i, { path, uri }] of asked.entries()) {
      const status = statuses[i];
      if (status?.kind !== 'judged' || !policyOf(path).policy.enable) continue;
      for (const judged of status.blocks) {
        const signed = { path, ...status };
        if (isOpen(judged.status)) queue.push({ uri, path, judged, repository, signed });
      }
    }
  }
  return queue;
}

/**
 * Signs blocks of the queue, one signature a repository; what is to be told of sign-offs that stand
 * without one.
 */
export async function signQueued(
  homes: Homes,
  clock: Clock,
  blocks: readonly QueuedBlock[],
  via: Via,
): Promise<Result<readonly Problem[], Problem>> {
  const told: Problem[] = [];
  for (const { repository, journal, policyOf, person } of homes.opened()) {
    // Those that wait for answers too go on waiting.
    const its = blocks.filter(
      ({ repository: own, judged }) => own === repository && !hindranceOf(judged.questions),
    );
    if (its.length === 0) continue;
    if (!person) return err(NO_IDENTITY);
    const policy = {
      requireSignature: its.some(({ path }) => policyOf(path).policy.requireSignature),
      people: policyOf('').policy.people,
    };
    const vouched = its.map(({ path, signed, judged }) => ({
      ...{ signed, blocks: [judged] },
      answered: requiredAnswers(policyOf(path).policy),
    }));
    const ports = { repository, journal, clock };
    const done = await signBlocks(ports, vouched, { by: person, via }, policy);
    if (!done.ok) return done;
    if (done.value.unsigned) told.push(signedWithoutKey(done.value.unsigned));
  }
  return ok(told);
}

/** Where a file is, or a cell's notebook, whatever the scheme and spelling of its address. */
function placeOf(uri: string): string {
  const place = fileOfPath(uri).replace(/^[^:]+:(?:\/\/[^/]*)?/, '');
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}
