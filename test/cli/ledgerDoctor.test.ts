import assert from 'node:assert/strict';
import { aiFunction, recordAi, repositoryAt } from '../support/aiText.ts';
import { jsonOf, runCli } from '../support/cli.ts';
import { snapshotRecord } from '../support/records.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

interface CheckDocument {
  readonly name: string;
  readonly level: string;
  readonly text: string;
  readonly next: string | null;
}

describe('countersign doctor, on the ledger', function () {
  this.timeout(120_000);
  let repo: TempRepo;
  beforeEach(() => {
    repo = createTempRepo({ files: { 'b.ts': 'export const b = 1;\n' } });
  });
  afterEach(() => repo.dispose());

  const commitAi = (name: string): void => {
    const text = aiFunction(name);
    repo.write(`${name}.ts`, text);
    recordAi(repo.dir, `${name}.ts`, text, [[1, 5]]);
    repo.commit(name);
  };
  const look = (name: string): CheckDocument | undefined => {
    const done = runCli(repo, ['doctor', '--json']);
    const { checks } = jsonOf(done) as { checks: CheckDocument[] };
    return checks.find((check) => check.name === name);
  };

  it('Says nothing of them where there is nothing to look at', () => {
    for (const name of ['leftovers', 'commits', 'baseline']) assert.equal(look(name), undefined);
    assert.equal(look('clock')?.level, 'ok');
  });

  it('Counts texts that git has no more, and names prune', () => {
    commitAi('parsePrice');
    repo.git('checkout', '--quiet', '-b', 'side');
    commitAi('parseTax');
    runCli(repo, ['promote']);
    assert.equal(look('leftovers')?.level, 'ok');
    repo.git('checkout', '--quiet', 'main');
    repo.git('branch', '--quiet', '-D', 'side');
    repo.git('reflog', 'expire', '--expire=now', '--all');
    repo.git('gc', '--quiet', '--prune=now');
    const found = look('leftovers');
    assert.equal(found?.level, 'warn');
    assert.match(found.text, /^1 of 2 texts that the ledger tells of are not in this clone$/);
    assert.match(found.next ?? '', /countersign prune --dry-run/);
    runCli(repo, ['prune']);
    assert.equal(look('leftovers')?.level, 'ok');
    repo.run('sh', ['-c', 'git rev-list --max-parents=0 HEAD > .git/shallow']);
    assert.match(look('leftovers')?.text ?? '', /not looked at: a shallow clone/);
  });

  it('Finds commits whose AI lines the ledger does not know, and why', () => {
    commitAi('parsePrice');
    const unseen = look('commits');
    assert.equal(unseen?.level, 'warn');
    assert.match(unseen.text, /^1 file of commits .* does not know: parsePrice\.ts$/);
    assert.match(unseen.next ?? '', /countersign hooks install/);
    runCli(repo, ['promote']);
    assert.equal(look('commits')?.level, 'ok');
    repo.git('update-ref', '-d', 'refs/notes/countersign');
    repo.git('update-ref', '-d', 'refs/countersign/kept');
    const lost = look('commits');
    assert.equal(lost?.level, 'warn');
    assert.match(lost.next ?? '', /are lost\. Delete .*promoted and run/);
    repo.run('rm', ['.git/countersign/promoted']);
    runCli(repo, ['promote']);
    assert.equal(look('commits')?.level, 'ok');
  });

  it('Does not ask for records of text that AI has the lesser part of', () => {
    repo.write('a.ts', 'export const price = 1; // cents\n');
    recordAi(repo.dir, 'a.ts', repo.read('a.ts'), []);
    repo.commit('person');
    assert.equal(look('commits'), undefined);
  });

  it('Finds records and commits that are dated ahead of this clock', () => {
    commitAi('parsePrice');
    assert.equal(look('clock')?.level, 'ok');
    const year = new Date().getFullYear() + 2;
    repo.write('c.ts', 'export const c = 1;\n');
    repo.git('add', 'c.ts');
    const env = { ...repo.env, GIT_COMMITTER_DATE: `${year}-03-04T05:06:07Z` };
    repo.run('git', ['commit', '--quiet', '-m', 'ahead'], { env });
    // A commit that is right does not hide it.
    repo.write('d.ts', 'export const d = 1;\n');
    repo.commit('after');
    const found = look('clock');
    assert.equal(found?.level, 'warn');
    assert.match(
      found.text,
      new RegExp(
        `commit [0-9a-f]{12} of Ada Example <ada@example.org> is dated ${year}-03-04 05:06 UTC`,
      ),
    );
    assert.match(found.next ?? '', /Set the clock that is wrong/);
  });

  it('Finds a record of the journal that is dated ahead', () => {
    const at = new Date(Date.now() + 3 * 86_400_000).toISOString();
    const done = repositoryAt(repo.dir).journal.append([snapshotRecord('a.ts', 'text\n', at)]);
    assert.ok(done.ok);
    const found = look('clock');
    assert.equal(found?.level, 'warn');
    assert.match(
      found.text,
      /^the journal has a snapshot of Ada Example dated 20\d\d-.* UTC, and this clock says/,
    );
  });
});
