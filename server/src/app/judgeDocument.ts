import { hasAi } from '../core/attribution/span.ts';
import type { BlockMap } from '../core/blocks/block.ts';
import { isExcluded } from '../core/policy/effective.ts';
import type { RuleRunner } from '../core/ports.ts';
import { createLineIndex } from '../core/text/lineIndex.ts';
import { hasRemovals, type JudgedText, judgeText } from './judge.ts';
import type { OpenDocument } from './openDocument.ts';
import { pathsBefore } from './provenance.ts';
import type { OpenTeamHits } from './questions/openTeamHits.ts';

/** Where the blocks of an open document stand now; none where nothing of it is AI's, or judged. */
export function judgeDocument(
  document: OpenDocument,
  map: BlockMap,
  rules: RuleRunner | undefined,
  teamHits: OpenTeamHits,
): JudgedText {
  const { home, live, stood, committed } = document;
  const { journal, path, repository } = home;
  const policy = home.policy();
  const paths = pathsBefore(journal, path);
  const isTouched = hasAi(live.spans) || hasRemovals(journal, paths);
  if (!policy.enable || !isTouched || isExcluded(path, policy)) {
    return { index: createLineIndex(live.text), blocks: [] };
  }
  return judgeText({
    journal,
    policy,
    paths,
    text: live.text,
    spans: live.spans,
    map,
    stood,
    rules,
    team: teamHits.of(document),
    committed,
    files: repository.projectFiles(),
    sha256: repository.ids.sha256,
  });
}
