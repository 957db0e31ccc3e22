import assert from 'node:assert/strict';
import { filesIn, ownFiles } from '../../server/src/core/commitFiles.ts';
import type { Commit } from '../../server/src/core/repository.ts';
import { repositoryAt } from '../support/aiText.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

describe('The walk through history', function () {
  this.timeout(60_000);
  let repo: TempRepo;
  beforeEach(() => {
    repo = createTempRepo();
  });
  afterEach(() => repo.dispose());

  const walk = async (known: readonly string[] = []): Promise<readonly Commit[]> => {
    const head = repo.git('rev-parse', 'HEAD').trim();
    const done = await repositoryAt(repo.dir).git.commits([head], known);
    assert.ok(done.ok, JSON.stringify(done));
    return done.value;
  };

  it('Tells each commit with its message and what it brought, whatever they look like', async () => {
    const odd = ':000000 100644 0 1 A';
    repo.write('a b\tc', '1\n');
    repo.commit(`${odd}\n\n${odd}\n\0`.replace('\0', 'größe'));
    repo.git('mv', 'a b\tc', ':d');
    repo.git('commit', '--quiet', '-m', 'Move');
    repo.git('commit', '--quiet', '--allow-empty', '--allow-empty-message', '-m', '');
    const commits = await walk();
    assert.deepEqual(
      commits.map(({ message, changes }) => [
        message.trim(),
        changes.flat().map(({ oldPath, path }) => [oldPath, path]),
      ]),
      [
        ['', []],
        ['Move', [['a b\tc', ':d']]],
        [`${odd}\n\n${odd}\ngröße`, [['a b\tc', 'a b\tc']]],
      ],
    );
    for (const { commit, tree, at, parents } of commits) {
      const told = repo.git('show', '--no-patch', '--format=%H %T %ct %P', commit).trim();
      assert.equal([commit, tree, Date.parse(at) / 1_000, ...parents].join(' '), told);
      const named = await repositoryAt(repo.dir).git.commitsNamed([
        commit.slice(0, 9),
        'nowhere',
        `${commit}^{tree}`,
      ]);
      assert.ok(named.ok);
      assert.deepEqual([...named.value], [[commit.slice(0, 9), { commit, tree, at, parents }]]);
    }
  });

  it('Is the same under settings that change what git log prints', async () => {
    repo.write('a', '1\n');
    repo.commit('One');
    repo.git('checkout', '--quiet', '-b', 'side');
    repo.write('b', '1\n');
    repo.commit('Two');
    repo.git('checkout', '--quiet', 'main');
    repo.write('c', '1\n');
    repo.commit('Three');
    repo.git('merge', '--quiet', '--no-ff', '-m', 'Merge', 'side');
    const before = await walk();
    for (const [name, value] of [
      ['log.showRoot', 'false'],
      ['log.diffMerges', 'first-parent'],
      ['log.showSignature', 'true'],
      ['log.decorate', 'full'],
      ['log.abbrevCommit', 'true'],
      ['log.date', 'relative'],
      ['format.pretty', 'oneline'],
      ['i18n.logOutputEncoding', 'ISO-8859-1'],
      ['diff.noprefix', 'true'],
      ['diff.renames', 'false'],
      ['notes.displayRef', 'refs/notes/*'],
      ['color.ui', 'always'],
      ['core.quotePath', 'true'],
    ] as const) {
      repo.git('config', name, value);
      assert.deepEqual(await walk(), before, name);
    }
    const [merge] = before;
    assert.ok(merge);
    assert.deepEqual(
      [
        merge.parents.length,
        filesIn([merge])
          .map(({ path }) => path)
          .sort(),
      ],
      [2, ['b', 'c']],
    );
    assert.deepEqual(ownFiles(merge), []);
  });

  it('Tells of a merge what stands in none of its parents as its own', async () => {
    repo.write('a', '1\n');
    repo.commit('One');
    repo.git('checkout', '--quiet', '-b', 'side');
    repo.write('a', '2\n');
    repo.commit('Two');
    repo.git('checkout', '--quiet', 'main');
    repo.write('a', '3\n');
    repo.commit('Three');
    repo.tryGit('merge', 'side');
    repo.write('a', '2\n3\n4\n');
    repo.write('d', 'new\n');
    repo.commit('Merge');
    const [merge] = await walk();
    assert.deepEqual(
      (merge ? ownFiles(merge) : []).map(({ path, before }) => [path, before.length]),
      [
        ['a', 2],
        ['d', 0],
      ],
    );
  });
});
