import assert from 'node:assert/strict';
import { createHomes } from '../../server/src/app/homes.ts';
import { ok } from '../../server/src/core/result.ts';
import { repositoryAt } from '../support/aiText.ts';
import { createFakeTimers } from '../support/fakeTimers.ts';
import { createTempRepo } from '../support/tempRepo.ts';

describe('Commits that no hook told of', () => {
  it('Are looked for once behind each of them, while the person is at other things', async () => {
    const repo = createTempRepo({ hasIdentity: true, files: { 'a.ts': 'export {};\n' } });
    const { schedule, advance } = createFakeTimers();
    let nPromoted = 0;
    const repository = repositoryAt(repo.dir);
    const homes = createHomes({
      locate: () => ({ repository, path: 'a.ts' }),
      editorPolicy: () => ({}),
      mayRunGit: true,
      timers: { after: (ms, task) => ({ cancel: schedule(ms, task) }) },
      promote: () => {
        nPromoted++;
        return Promise.resolve(ok(undefined));
      },
      onRecords: () => {},
      onPolicy: () => {},
      onProblem: ({ message }) => assert.fail(message),
    });
    const asked = async (): Promise<number> => {
      await homes.of('file:///a.ts');
      await homes.of('file:///a.ts');
      advance(30_000);
      return nPromoted;
    };
    try {
      assert.equal(await asked(), 1);
      assert.equal(await asked(), 1);
      repo.write('a.ts', 'export const a = 1;\n');
      repo.commit('more');
      assert.equal(await asked(), 2);
      assert.equal(await asked(), 2);
    } finally {
      homes.close();
      repo.dispose();
    }
  });
});
