import type { LineRange } from '../../text/range.ts';
import { type KeptGitLines, keptGitLines } from '../keptGitLines.ts';
import { joined, type LineRanges, nLinesOf, without } from '../lineRanges.ts';
import { quoted } from '../quoted.ts';
import type { AuthorshipLog, FileAttestation } from './authorshipLog.ts';

/** One file of a rewritten commit (rebase, amend, cherry-pick, squash, split). */
export interface RewrittenFile {
  /** Its path in the old commit. */
  readonly from: string;
  /** Its path in the new commit. */
  readonly path: string;
  readonly oldText: string;
  readonly newText: string;
  /**
   * The file in the new commit's parent, where there is one: lines that stand there already are
   * not the commit's, and are left out (a split commit must not claim for its other half).
   */
  readonly parentText?: string;
}

/**
 * The log for the commit that a commit was rewritten to. A line keeps its author if it is one of
 * the lines that old and new text share; a line that changed is nobody's, for new content needs
 * new evidence. Files that are not given are gone. Every record is kept, also one without lines:
 * the standard wants the trail. Counters of old prompts stay as their tool counted them.
 */
export function rewriteLog(
  log: AuthorshipLog,
  files: readonly RewrittenFile[],
  commit: string,
): { readonly log: AuthorshipLog; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const out = log.files.flatMap((file): FileAttestation[] => {
    const rewritten = files.find(({ from }) => from === file.path);
    const kept = rewritten ? movedEntries(file, rewritten) : [];
    const nLost = nAttested(file.entries) - nAttested(kept);
    if (0 < nLost) {
      const n = nLost === 1 ? '1 line' : `${nLost} lines`;
      problems.push(`${n} of ${quoted(file.path)} did not come through the rewrite unchanged.`);
    }
    return rewritten && 0 < kept.length ? [{ path: rewritten.path, entries: kept }] : [];
  });
  const metadata = { ...log.metadata, base_commit_sha: commit };
  return { log: { files: out, metadata }, problems };
}

function movedEntries(
  { entries }: FileAttestation,
  file: RewrittenFile,
): FileAttestation['entries'] {
  const kept = keptGitLines(file.oldText, file.newText);
  const older = file.parentText === undefined ? [] : keptGitLines(file.parentText, file.newText);
  const notOurs = older.map(({ after, n }) => ({ startLine: after, endLine: after + n - 1 }));
  return entries
    .map(({ key, lines }) => ({ key, lines: without(joined(moved(lines, kept)), notOurs) }))
    .filter(({ lines }) => 0 < lines.length);
}

/** Both lists rise, so one walk through them is enough. */
function moved(lines: LineRanges, kept: readonly KeptGitLines[]): LineRange[] {
  const out: LineRange[] = [];
  let i = 0;
  for (const { startLine, endLine } of lines) {
    for (let run = kept[i]; run && run.before + run.n <= startLine; run = kept[++i]);
    for (let k = i, run = kept[k]; run && run.before <= endLine; run = kept[++k]) {
      const first = Math.max(startLine, run.before);
      const last = Math.min(endLine, run.before + run.n - 1);
      const by = run.after - run.before;
      out.push({ startLine: first + by, endLine: last + by });
    }
  }
  return out;
}

function nAttested(entries: FileAttestation['entries']): number {
  return entries.reduce((n, { lines }) => n + nLinesOf(lines), 0);
}
