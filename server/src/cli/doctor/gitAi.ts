import { workTreePolicy } from '../../app/policyReader.ts';
import { NOTES_REF } from '../../core/interop/gitAi/authorshipLog.ts';
import { SETTING_OF } from '../../core/policy/policy.ts';
import { plain } from '../plain.ts';
import { type Check, fine, warning } from './check.ts';

/** What becomes of git-ai's notes on commits; nothing is said where there are none and none are written. */
export const gitAi: Check = {
  name: 'git-ai',
  async run({ repository }) {
    if (!repository) return undefined;
    const { policy, sources } = (await workTreePolicy(repository))('');
    const isThere = repository.git.ref(NOTES_REF) !== undefined;
    switch (policy.gitAi) {
      case 'off':
        return isThere
          ? fine(`notes on commits (${NOTES_REF}) are not read (${SETTING_OF.gitAi} is off)`)
          : undefined;
      case 'read':
        return isThere ? fine(`notes on commits (${NOTES_REF}) are read`) : undefined;
      case 'write': {
        const why = await repository.gitAiNotes.otherWriter();
        if (why === undefined) return fine(`notes on commits are written to ${NOTES_REF}`);
        return warning(
          `git-ai itself is at work here (${plain(why)}), so its notes are only read, and none are written`,
          `Set ${SETTING_OF.gitAi} to "read" in ${plain(sources.gitAi)}, or take git-ai away.`,
        );
      }
    }
  },
};
