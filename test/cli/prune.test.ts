import assert from 'node:assert/strict';
import { join } from 'node:path';
import { openJournal } from '../../server/src/app/journal.ts';
import { prune } from '../../server/src/app/ledger/prune.ts';
import { pathOfKey } from '../../server/src/core/ledger/keys.ts';
import { canonicalJson } from '../../server/src/core/text/canonicalJson.ts';
import { sha256 } from '../../server/src/node/git/contentIds.ts';
import { createBlockReader } from '../../server/src/node/parsers/blockReader.ts';
import { createClock } from '../../server/src/node/repository.ts';
import { aiFunction, recordAi, repositoryAt } from '../support/aiText.ts';
import { jsonOf, runAtTerminal, runCli } from '../support/cli.ts';
import { GRAMMARS } from '../support/lspClient.ts';
import { notebookText } from '../support/notebookText.ts';
import { cloneRepo } from '../support/cloneRepo.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const REF = 'refs/notes/countersign';

interface PruneDocument {
  readonly dryRun: boolean;
  readonly records: Readonly<Record<string, number>>;
  readonly entries: number;
  readonly others: number;
  readonly remotes: readonly string[];
}

describe('countersign prune', function () {
  this.timeout(120_000);
  let repo: TempRepo;
  beforeEach(() => {
    repo = createTempRepo({ files: { 'b.ts': 'export const b = 1;\n' } });
  });
  afterEach(() => repo.dispose());

  const commitAi = (where: TempRepo, name: string): string => {
    const text = aiFunction(name);
    where.run('sh', ['-c', `cat > ${name}.ts`], { input: text });
    recordAi(where.dir, `${name}.ts`, text, [[1, 5]]);
    where.git('add', '--all');
    where.git('commit', '--quiet', '-m', name);
    assert.equal(runCli(where, ['promote'], { cwd: where.dir }).code, 0);
    return where.git('rev-parse', `HEAD:${name}.ts`).trim();
  };
  const entryOf = (blob: string): string =>
    `${blob.slice(0, 2)}/${blob.slice(2, 4)}/${blob.slice(4)}`;
  const has = (where: TempRepo, blob: string): boolean =>
    where.run('git', ['cat-file', '-e', `${REF}:${entryOf(blob)}`]).code === 0;
  /** AI's file on a branch that is gone again, with nothing left that names it. */
  const dropBranch = (where: TempRepo, name: string): string => {
    where.git('checkout', '--quiet', '-b', name);
    const blob = commitAi(where, name);
    where.git('checkout', '--quiet', 'main');
    where.git('branch', '--quiet', '-D', name);
    forget(where);
    return blob;
  };
  const forget = (where: TempRepo): string =>
    where.git('reflog', 'expire', '--expire=now', '--expire-unreachable=now', 'HEAD', 'main');
  const pruneNow = (where: TempRepo = repo, ...args: string[]): PruneDocument => {
    const done = runCli(where, ['prune', '--json', ...args], { cwd: where.dir });
    assert.equal(done.code, 0, done.stderr);
    return jsonOf(done) as PruneDocument;
  };
  const verify = (where: TempRepo = repo): { code: number; stdout: string } =>
    runCli(where, ['verify'], { cwd: where.dir });
  const cloneOf = (remote: string, name: string): TempRepo => cloneRepo(repo, remote, name);
  const sync = (where: TempRepo): void => {
    const done = runCli(where, ['sync'], { cwd: where.dir });
    assert.equal(done.code, 0, done.stderr);
  };
  /** A bare remote beside the repository. */
  const share = (): string => {
    const remote = join(repo.root, 'remote.git');
    repo.run('git', ['clone', '--quiet', '--bare', repo.dir, remote]);
    repo.git('remote', 'add', 'origin', remote);
    return remote;
  };

  it('Drops what a branch that is gone brought, and says what before it does', () => {
    const kept = commitAi(repo, 'parsePrice');
    const gone = dropBranch(repo, 'parseTax');
    const tip = repo.git('rev-parse', REF);
    const dry = pruneNow(repo, '--dry-run');
    assert.deepEqual(dry.records, { provenance: 1, pointer: 1, batch: 1 });
    assert.equal(dry.dryRun, true);
    assert.equal(dry.entries, 3);
    assert.equal(repo.git('rev-parse', REF), tip);
    assert.ok(has(repo, gone));
    const words = runCli(repo, ['prune']);
    assert.match(
      words.stdout,
      /^Dropped 3 records of the ledger: 1 [a-z]+, 1 [a-z]+ and 1 [a-z]+; 3 entries go with them\.$/m,
    );
    assert.match(words.stderr, /Asking git what is in reach/);
    assert.ok(!has(repo, gone));
    assert.ok(has(repo, kept));
    const verified = verify();
    assert.equal(verified.code, 0, verified.stdout);
    assert.match(
      verified.stdout,
      /3 records removed on purpose by prune: all as they were written/,
    );
    assert.deepEqual(pruneNow().records, {});
    assert.match(runCli(repo, ['prune']).stdout, /holds nothing that could go/);
  });

  for (const [what, keep] of [
    ['a tag', (one: TempRepo) => one.git('tag', 'keep')],
    ['a stash', (one: TempRepo) => stash(one)],
    ['the reflog', () => undefined],
    ['the index', (one: TempRepo) => one.git('checkout', '--quiet', 'HEAD', '--', '.')],
    [
      'a fetch that no ref keeps',
      (one: TempRepo) => one.run('sh', ['-c', 'git rev-parse HEAD > .git/FETCH_HEAD']),
    ],
    [
      'another work tree',
      (one: TempRepo) => one.git('worktree', 'add', '--quiet', '--detach', '../linked'),
    ],
  ] as const) {
    it(`Keeps what ${what} reaches`, () => {
      repo.git('checkout', '--quiet', '-b', 'side');
      const blob = commitAi(repo, 'parseTax');
      if (what === 'the index') {
        repo.git('symbolic-ref', 'HEAD', 'refs/heads/main');
      } else {
        keep(repo);
        repo.git('checkout', '--quiet', 'main');
      }
      repo.git('branch', '--quiet', '-D', 'side');
      if (what !== 'the reflog') forget(repo);
      assert.deepEqual(pruneNow().records, {});
      assert.ok(has(repo, blob));
    });
  }

  it('Drops it everywhere: a clone that has it does not bring it back', () => {
    commitAi(repo, 'parsePrice');
    const remote = share();
    repo.git('checkout', '--quiet', '-b', 'side');
    const blob = commitAi(repo, 'parseTax');
    sync(repo);
    const behind = cloneOf(remote, 'behind');
    const ahead = cloneOf(remote, 'ahead');
    for (const one of [behind, ahead]) {
      sync(one);
      assert.ok(has(one, blob));
    }
    const own = commitAi(ahead, 'parseOther');
    repo.git('checkout', '--quiet', 'main');
    repo.git('branch', '--quiet', '-D', 'side');
    forget(repo);
    assert.equal(pruneNow().records['provenance'], 1);
    for (const one of [repo, ahead, behind, repo, ahead]) sync(one);
    for (const one of [repo, ahead, behind]) {
      assert.ok(!has(one, blob), one.dir);
      assert.ok(has(one, own) || one === behind, one.dir);
      const verified = verify(one);
      assert.equal(verified.code, 0, verified.stdout);
    }
    const tree = (one: TempRepo): string => one.git('rev-parse', `${REF}^{tree}`);
    sync(behind);
    assert.equal(tree(behind), tree(repo));
    assert.equal(tree(ahead), tree(repo));
    const late = cloneOf(remote, 'late');
    sync(late);
    assert.ok(!has(late, blob));
  });

  it('Takes nothing from a clone that still has the text, and gets it back from there', () => {
    commitAi(repo, 'parsePrice');
    const remote = share();
    sync(repo);
    const other = cloneOf(remote, 'other');
    other.git('checkout', '--quiet', '-b', 'unpushed');
    const blob = commitAi(other, 'parseTax');
    sync(other);
    sync(repo);
    assert.ok(has(repo, blob));
    assert.equal(pruneNow().records['provenance'], 1);
    assert.ok(!has(repo, blob));
    for (const one of [repo, other, repo]) {
      sync(one);
      if (one === other) assert.ok(has(other, blob));
    }
    assert.ok(has(repo, blob));
    for (const one of [repo, other]) assert.equal(verify(one).code, 0, verify(one).stdout);
  });

  it('Leaves what others brought lately, and drops it when it is old', async () => {
    commitAi(repo, 'parsePrice');
    repo.git('config', 'user.email', 'eve@example.org');
    dropBranch(repo, 'parseTax');
    repo.git('config', 'user.email', 'ada@example.org');
    const now = pruneNow();
    assert.deepEqual(now.records, {});
    assert.equal(now.others, 2);
    const repository = repositoryAt(repo.dir);
    const clock = createClock();
    const later = await prune(
      {
        repository,
        journal: openJournal(repository.journal, repository),
        reader: createBlockReader({ grammars: GRAMMARS, sha256 }),
        clock: { ...clock, now: () => new Date(Date.now() + 91 * 86_400_000).toISOString() },
        tell: () => undefined,
      },
      true,
    );
    assert.ok(later.ok);
    assert.deepEqual(Object.fromEntries(later.value.byKind), {
      provenance: 1,
      pointer: 1,
      batch: 1,
    });
  });

  it('Keeps a pointer whose code still stands, and one that was reviewed', () => {
    const price = aiFunction('parsePrice');
    const write = (text: string, ai: number): void => {
      repo.write('a.ts', text);
      recordAi(repo.dir, 'a.ts', text, [[1, ai]]);
    };
    write(price, 5);
    repo.commit('one');
    runCli(repo, ['promote']);
    const before = repo.git('rev-parse', 'HEAD:a.ts').trim();
    write(`${price}${aiFunction('parseTax')}`, 10);
    assert.equal(runAtTerminal(repo, ['sign', 'a.ts:7'], 'y\n').code, 0);
    repo.git('commit', '--quiet', '--all', '--amend', '-m', 'two');
    runCli(repo, ['promote']);
    const between = repo.git('rev-parse', 'HEAD:a.ts').trim();
    write(`${price}${aiFunction('parseFee')}`, 10);
    repo.git('commit', '--quiet', '--all', '--amend', '-m', 'three');
    forget(repo);
    const { records } = pruneNow();
    assert.deepEqual(records, { provenance: 2 });
    assert.ok(!has(repo, before) && !has(repo, between));
    assert.equal(verify().code, 0, verify().stdout);
    write(`${price}${aiFunction('parseCut')}`, 10);
    repo.git('commit', '--quiet', '--all', '--amend', '-m', 'four');
    forget(repo);
    // parseFee stands nowhere, nobody signed it; parsePrice stands, parseTax is signed.
    assert.deepEqual(pruneNow().records, { provenance: 1, pointer: 1 });
  });

  it('Keeps what is known of a notebook, and a pointer to code that stands in a cell of it', () => {
    const parse = 'def parse(text):\n    cents = round(float(text) * 100)\n    return cents\n';
    const other = 'def other(text):\n    cents = round(float(text) * 10)\n    return cents\n';
    const put = (...sources: string[]): void => {
      repo.write('n.ipynb', notebookText(sources.map((source, i) => ({ source, id: `c${i}` }))));
      sources.forEach((source, i) =>
        recordAi(repo.dir, `n.ipynb#W${i}.py`, source, [[1, 3]], {
          at: '2026-01-02T03:04:05.000Z',
        }),
      );
    };
    put(parse, other);
    repo.commit('notebook');
    runCli(repo, ['promote']);
    assert.deepEqual(pruneNow().records, {});
    put(parse);
    repo.git('commit', '--quiet', '--all', '--amend', '-m', 'one cell');
    forget(repo);
    const { records } = pruneNow();
    assert.equal(records['pointer'], 1);
    const pointers = repo.git('grep', '-h', '"kind":"pointer"', REF).trim().split('\n');
    assert.deepEqual(
      pointers.map((line) => /"symbol":"([^"]*)"/.exec(line)?.[1]),
      ['parse'],
    );
    assert.equal(verify().code, 0, verify().stdout);
  });

  it('Writes again what a commit brings back, and that stands', () => {
    commitAi(repo, 'parsePrice');
    const remote = share();
    const other = cloneOf(remote, 'other');
    const gone = dropBranch(repo, 'parseTax');
    sync(repo);
    sync(other);
    assert.equal(pruneNow().records['provenance'], 1);
    assert.equal(commitAi(repo, 'parseTax'), gone);
    assert.ok(has(repo, gone));
    for (const one of [repo, other, repo]) sync(one);
    for (const one of [repo, other]) {
      assert.ok(has(one, gone), one.dir);
      assert.equal(verify(one).code, 0, verify(one).stdout);
    }
  });

  it('Is not undone by mending what another hand took out', () => {
    const kept = commitAi(repo, 'parsePrice');
    const gone = dropBranch(repo, 'parseTax');
    const before = repo.git('rev-parse', REF).trim();
    pruneNow();
    // A fetch of somebody's own moves the ref alone; what we wrote last was from before.
    repo.git('update-ref', 'refs/countersign/kept', before);
    assert.equal(runCli(repo, ['promote']).code, 0);
    assert.ok(has(repo, kept) && !has(repo, gone));
    assert.equal(verify().code, 0, verify().stdout);
  });

  it('Hides no theft: a tombstone that no batch brought excuses nothing', () => {
    const stolen = commitAi(repo, 'parsePrice');
    const { keys } = repositoryAt(repo.dir);
    const line = repo.git('show', `${REF}:${entryOf(stolen)}`).trim();
    const tombstone = canonicalJson({
      ...{ v: 1, hashVersion: 0, kind: 'tombstone', subject: { path: '' } },
      by: { type: 'human', id: 'eve@example.org' },
      at: '2026-01-02T03:04:05.000Z',
      detail: { records: [sha256(line)] },
    });
    const grave = pathOfKey(keys.tombstones(stolen));
    const done = repo.run('git', ['fast-import', '--quiet', '--date-format=raw'], {
      input: `commit ${REF}\ncommitter X <x@x> 1 +0000\ndata 0\nfrom ${REF}^0\nD ${entryOf(stolen)}\nM 100644 inline ${grave}\ndata ${tombstone.length + 1}\n${tombstone}\n\ndone\n`,
    });
    assert.equal(done.code, 0, done.stderr);
    const found = runCli(repo, ['verify', '--json']);
    assert.equal(found.code, 1);
    const { findings, pruned } = jsonOf(found) as { findings: { code: string }[]; pruned: number };
    assert.deepEqual(findings.map(({ code }) => code).sort(), [
      'record-missing',
      'record-unbatched',
    ]);
    assert.equal(pruned, 0);
  });

  it('Refuses in a clone that leaves history out', () => {
    commitAi(repo, 'parsePrice');
    repo.git('config', 'uploadpack.allowFilter', 'true');
    for (const option of ['--depth=1', '--filter=blob:none']) {
      const dir = join(repo.root, option.slice(2, 7));
      repo.run('git', ['clone', '--quiet', option, `file://${repo.dir}`, dir]);
      const done = runCli(repo, ['prune'], { cwd: dir });
      assert.equal(done.code, 2);
      assert.match(done.stderr, /this is a (?:shallow|partial) clone: .*Run `git fetch/);
    }
  });

  it('Says so where there is no ledger, no repository, and no such option', () => {
    assert.match(runCli(repo, ['prune']).stdout, /holds nothing that could go/);
    assert.equal(runCli(repo, ['prune'], { cwd: repo.root }).code, 2);
    assert.equal(runCli(repo, ['prune', '--force']).code, 2);
  });

  it('Forgets copies of remotes that are gone', () => {
    commitAi(repo, 'parsePrice');
    share();
    sync(repo);
    const copy = 'refs/countersign/remotes/origin';
    assert.deepEqual(pruneNow().remotes, []);
    repo.git('remote', 'rename', 'origin', 'upstream');
    assert.deepEqual(pruneNow(repo, '--dry-run').remotes, [copy]);
    assert.match(repo.git('for-each-ref', copy), /origin/);
    assert.deepEqual(pruneNow().remotes, [copy]);
    assert.equal(repo.git('for-each-ref', copy), '');
  });
});

function stash(repo: TempRepo): void {
  repo.git('reset', '--quiet', '--soft', 'HEAD~1');
  repo.git('stash', '--quiet');
}
