import { workTreePolicy } from '../../app/policyReader.ts';
import { SETTING_OF } from '../../core/policy/policy.ts';
import { isInstalled } from '../json/hooks.ts';
import { plain } from '../plain.ts';
import { type Check, failure, fine, warning } from './check.ts';

export const place: Check = {
  name: 'repository',
  async run({ host, dir, repository }) {
    if (!repository) {
      const opened = host.openRepository(dir, false);
      const words = opened.ok ? plain(dir) : opened.error.message;
      return failure(words, 'Run this inside a git work tree.');
    }
    const { topLevel, worktree } = repository.place;
    const linked = worktree === 'main' ? '' : ` (linked work tree ${plain(worktree)})`;
    const head = repository.headCommit();
    return fine(
      `${plain(topLevel)}${linked}, ${head === undefined ? 'no commit yet' : `HEAD ${head.slice(0, 12)}`}`,
    );
  },
};

export const identity: Check = {
  name: 'identity',
  async run({ repository }) {
    if (!repository) return undefined;
    const who = await repository.git.identity();
    if (who) return fine(plain(`${who.name} <${who.email}>`));
    return warning(
      'git does not know who you are, so you cannot sign',
      'Run `git config user.name "Your Name"` and `git config user.email you@example.org`.',
    );
  },
};

export const hooks: Check = {
  name: 'hooks',
  async run({ host, dir, repository }) {
    if (!repository) return undefined;
    const answer = await host.hooks.status(dir);
    if (!answer.ok)
      return failure(answer.error.message, 'Mend that, then run `countersign hooks install`.');
    const { hooks, messages } = answer.value;
    const states = hooks.map(({ name, state }) => `${name} ${state}`).join(', ');
    const words = [states, ...messages].filter((each) => each !== '').join('; ');
    if (!isInstalled(answer.value)) {
      return warning(
        words === '' ? 'not installed' : words,
        'Run `countersign hooks install`, so that git asks before every commit.',
      );
    }
    return hooks.some(({ state }) => state === 'outdated')
      ? warning(words, 'Run `countersign hooks install` again to refresh them.')
      : fine(words);
  },
};

export const policy: Check = {
  name: 'policy',
  async run({ repository }) {
    if (!repository) return undefined;
    const { policy: values, sources, problems } = (await workTreePolicy(repository))('');
    const [problem] = problems;
    if (problem) {
      return failure(
        problem.text,
        'Mend it; until then the gate refuses. `countersign policy check` lists all.',
      );
    }
    const words = `${SETTING_OF.mode} is ${values.mode} (${plain(sources.mode)})`;
    return values.enable
      ? fine(words)
      : warning(
          `${SETTING_OF.enable} is false (${plain(sources.enable)}), so nothing is judged`,
          'Remove that setting to turn Countersign on.',
        );
  },
};
