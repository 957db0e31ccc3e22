import { ok } from '../../core/result.ts';
import { noteOf } from '../ledger/writeGitAi.ts';
import type { ExportKind } from './exportKind.ts';

/**
 * The Git AI Standard 3.0.0: of one commit its note, byte for byte as it is hung; of several JSON
 * Lines of `{commit, note}`, for a note does not say reliably where it hangs.
 */
export const gitAiExport: ExportKind = {
  name: 'git-ai',
  what: "one commit's note of the Git AI Standard 3.0.0; of several commits one {commit, note} a line",
  write(commits, { sha256 }) {
    const notes = commits.map((one) => ({
      commit: one.commit.commit,
      ...noteOf(one, sha256),
    }));
    const problems = notes.flatMap((note) => note.problems);
    const [first] = notes;
    if (notes.length === 1 && first) return ok({ text: first.text, problems });
    const lines = notes.flatMap(({ commit, text: note }) =>
      note === undefined ? [] : [`${JSON.stringify({ commit, note })}\n`],
    );
    return ok({ text: lines.length === 0 ? undefined : lines.join(''), problems });
  },
};
