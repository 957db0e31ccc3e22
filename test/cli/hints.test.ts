import assert from 'node:assert/strict';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { jsonOf, runCli } from '../support/cli.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const LEDGER = 'refs/notes/countersign';
const TRAILER = 'Co-authored-by: Claude Opus 4.5 <noreply@anthropic.com>';

describe('Commits that name an assistant', function () {
  this.timeout(120_000);
  let repo: TempRepo;
  beforeEach(() => {
    repo = createTempRepo({ files: { 'a.ts': 'export const one = 1;\n' } });
    recordAi(repo.dir, 'b.ts', aiFunction('parsePrice'), [[1, 5]]);
    repo.write('b.ts', aiFunction('parsePrice'));
    repo.commit('Parse prices');
  });
  afterEach(() => repo.dispose());

  const head = (): string => repo.git('rev-parse', 'HEAD').trim();
  const promote = (): void => assert.equal(runCli(repo, ['promote']).code, 0);
  const hints = (path: string): { commit: string; assistant: string; name: string | null }[] => {
    const { hints: found } = jsonOf(runCli(repo, ['log', path, '--json'])) as {
      hints: { commit: string; assistant: string; name: string | null }[];
    };
    return found;
  };
  const commitWith = (trailers: string): void => {
    repo.write('a.ts', `${repo.read('a.ts')}export const more = ${repo.read('a.ts').length};\n`);
    repo.commit(`Say more\n\nBecause.\n\n${trailers}`);
  };

  it('Are hinted at by log, and make no line AI', () => {
    commitWith(`${TRAILER}\nCo-authored-by: Claude Monet <claude@example.org>`);
    const commit = head();
    repo.git('commit', '--quiet', '--allow-empty', '-m', `Nothing\n\n${TRAILER}`);
    promote();
    assert.deepEqual(
      hints('a.ts').map((hint) => [hint.commit, hint.assistant, hint.name]),
      [[commit, 'Claude Code', 'Claude Opus 4.5']],
    );
    assert.deepEqual(hints('b.ts'), []);
    const told = runCli(repo, ['log', 'a.ts']);
    assert.match(
      told.stdout,
      /which says nothing of any line:\n.* co-authored by Claude Code \(Claude Opus 4\.5\)/,
    );
    const { lines } = jsonOf(runCli(repo, ['blame', 'a.ts', '--json'])) as {
      lines: { origin: { kind: string } }[];
    };
    assert.ok(lines.every(({ origin }) => origin.kind === 'unknown'));
    assert.doesNotMatch(runCli(repo, ['status']).stdout, /a\.ts/);
    assert.doesNotMatch(runCli(repo, ['doctor']).stdout, /Claude/);
    assert.match(runCli(repo, ['verify']).stdout, /all as they were written/);
  });

  it('Are filed under what they hold, the same lines in every clone', () => {
    commitWith(TRAILER);
    promote();
    const tree = repo.git('rev-parse', 'HEAD^{tree}').trim();
    const name = `${tree.slice(0, 2)}/${tree.slice(2, 4)}/${tree.slice(4)}`;
    const entry = repo.git('show', `${LEDGER}:${name}`);
    assert.match(entry, /^\{.*"kind":"hint".*\}\n$/);
    repo.git('update-ref', '-d', LEDGER);
    repo.git('update-ref', '-d', 'refs/countersign/kept');
    repo.run('rm', ['-f', '.git/countersign/promoted']);
    promote();
    assert.equal(repo.git('show', `${LEDGER}:${name}`), entry);
  });

  it('Keep a name out of the ledger where people are hashed', () => {
    repo.write('.vscode/settings.json', '{ "countersign.ledger.people": "hashed" }\n');
    commitWith('Co-authored-by: Ada Example <noreply@anthropic.com>');
    promote();
    assert.equal(repo.tryGit('grep', '-q', 'Ada Example', LEDGER).code, 1);
    assert.deepEqual(
      hints('a.ts').map((hint) => [hint.assistant, hint.name]),
      [['Claude Code', null]],
    );
  });

  it('Cost no process a commit: sixty are read by as many as one', () => {
    // The first one makes the ledger.
    const [, ...counts] = [1, 1, 60].map((n, i) => {
      for (let k = 0; k < n; k++) {
        repo.git('commit', '--quiet', '--allow-empty', '-m', `${k}\n\n${TRAILER}`);
      }
      const trace = `${repo.root}/trace${i}`;
      const done = runCli(repo, ['promote'], { env: { GIT_TRACE2_EVENT: trace } });
      assert.equal(done.code, 0);
      const events = repo.run('cat', [trace]).stdout.split('\n');
      return events.filter((line) => line.includes('"event":"start"')).length;
    });
    assert.equal(counts[0], counts[1]);
  });
});
