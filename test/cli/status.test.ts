import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { blameSchema } from '../../server/src/cli/schemas/blame.ts';
import { statusSchema } from '../../server/src/cli/schemas/status.ts';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { jsonOf, runAtTerminal, runCli } from '../support/cli.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const PATH = 'src/price.ts';
const AT = '2026-01-02T03:04:05.000Z';
const TEXT = `const currency = 'EUR';\n\n${aiFunction('parsePrice')}`;

describe('countersign status and blame', function () {
  this.timeout(60_000);
  const repos: TempRepo[] = [];
  const create = (): TempRepo => {
    const repo = createTempRepo({ files: { 'README.md': 'x\n' } });
    repos.push(repo);
    return repo;
  };
  const withAi = (): TempRepo => {
    const repo = create();
    repo.write(PATH, TEXT);
    recordAi(repo.dir, PATH, TEXT, [[3, 7]], { at: AT, model: 'gpt-5' });
    return repo;
  };
  afterEach(() => {
    for (const repo of repos.splice(0)) repo.dispose();
  });
  const status = (repo: TempRepo, ...args: string[]) =>
    statusSchema.parse(jsonOf(runCli(repo, ['status', '--json', ...args])));

  describe('status', () => {
    it('Groups blocks by file and says how to sign', () => {
      const repo = withAi();
      recordAi(repo.dir, 'py/tax.py', 'def tax(a):\n    b = a * 2\n    return b\n', [[1, 3]]);
      repo.write('py/tax.py', 'def tax(a):\n    b = a * 2\n    return b\n');
      runAtTerminal(repo, ['sign', 'py/tax.py'], 'y\n');
      const done = runCli(repo, ['status']);
      assert.equal(done.code, 0);
      const lines = done.stdout.split('\n');
      assert.equal(lines[0], 'py/tax.py');
      assert.match(
        lines[1] ?? '',
        /^ {2}1-3 {2}tax {2}AI · github\.copilot {2}3 lines {2}verified by Ada Example, .* UTC \(tty\)$/,
      );
      assert.deepEqual(lines.slice(2, 5), [
        '',
        'src/price.ts',
        '  3-7  parsePrice  AI · github.copilot  5 lines  unverified',
      ]);
      assert.match(
        lines[6] ?? '',
        /^2 AI blocks in 2 files; 1 waits for a review: .* sign src\/price\.ts$/,
      );
    });

    it('Says what to expect where nothing is recorded', () => {
      const done = runCli(create(), ['status']);
      assert.equal(done.code, 0);
      assert.match(done.stdout, /^No AI code is recorded in this work tree\.\nRecords begin when/);
      assert.deepEqual(status(create()), {
        schema: 'countersign.status/1',
        blocks: [],
        files: [],
        notes: [],
      });
    });

    it('Takes files and folders, from where the person is', () => {
      const repo = withAi();
      recordAi(repo.dir, 'lib/a.ts', aiFunction('a'), [[1, 5]]);
      repo.write('lib/a.ts', aiFunction('a'));
      assert.deepEqual(
        status(repo).files.map(({ path }) => path),
        ['lib/a.ts', PATH],
      );
      assert.deepEqual(
        status(repo, 'src').files.map(({ path }) => path),
        [PATH],
      );
      assert.deepEqual(
        status(repo, PATH).blocks.map(({ symbol }) => symbol),
        ['parsePrice'],
      );
      assert.deepEqual(status(repo, 'README.md').blocks, []);
      const inside = runCli(repo, ['status', '.'], { cwd: join(repo.dir, 'src') });
      assert.match(inside.stdout, /^price\.ts\n/);
      const none = runCli(repo, ['status', 'nowhere']);
      assert.equal(none.code, 2);
      assert.match(none.stderr, /nowhere: there is no such file in the work tree/);
    });

    it('The JSON has every block with its origin, evidence and what is missing', () => {
      const repo = withAi();
      const [block] = status(repo).blocks;
      assert.deepEqual(block?.origin, {
        kind: 'ai',
        tool: 'github.copilot',
        model: 'gpt-5',
        session: null,
        tier: 'platform',
        observed: null,
        at: AT,
      });
      assert.deepEqual(
        [block?.risk, block?.evidence, block?.missing, block?.questions],
        ['low', [], ['review'], []],
      );
      runAtTerminal(repo, ['sign', PATH, '--note', 'fine'], 'y\n');
      const [signed] = status(repo).blocks;
      assert.deepEqual([signed?.status, signed?.missing], ['verified', []]);
      const [evidence] = signed?.evidence ?? [];
      assert.deepEqual(
        [evidence?.kind, evidence?.holds, evidence?.by.id, evidence?.via, evidence?.note],
        ['review', true, 'ada@example.org', 'tty', 'fine'],
      );
    });

    it('Files that are gone, binary, excluded or turned off are named, without blocks', () => {
      const repo = withAi();
      recordAi(repo.dir, 'gone.ts', TEXT, [[3, 7]]);
      recordAi(repo.dir, 'data.bin', TEXT, [[3, 7]]);
      recordAi(repo.dir, 'gen/out.ts', TEXT, [[3, 7]]);
      recordAi(repo.dir, 'off/a.ts', TEXT, [[3, 7]]);
      repo.write('data.bin', '\u0000');
      repo.write('gen/out.ts', TEXT);
      repo.write('off/a.ts', TEXT);
      repo.write('off/.vscode/settings.json', '{ "countersign.enable": false }');
      repo.write('.vscode/settings.json', '{ "countersign.policy.exclude": ["gen/**"] }');
      assert.deepEqual(
        status(repo).files.map(({ path, state }) => `${path} ${state}`),
        [
          'data.bin binary',
          'gen/out.ts excluded',
          'gone.ts missing',
          'off/a.ts disabled',
          'src/price.ts judged',
        ],
      );
    });

    it('A renamed file is found under its new name', () => {
      const repo = withAi();
      repo.commit('Add prices');
      repo.git('mv', PATH, 'src/cost.ts');
      repo.write('src/cost.ts', TEXT.replace('EUR', 'USD'));
      repo.git('add', '--all');
      const blocks = status(repo).blocks;
      assert.deepEqual(
        blocks.map(({ path, symbol }) => [path, symbol]),
        [['src/cost.ts', 'parsePrice']],
      );
    });

    it('A settings value that cannot be read is told beside the answer', () => {
      const repo = withAi();
      repo.write('.vscode/settings.json', '{\n  "countersign.policy.minLines": 0\n}\n');
      const done = runCli(repo, ['status']);
      assert.equal(done.code, 0);
      assert.match(
        done.stderr,
        /^Note: \.vscode\/settings\.json:2: countersign\.policy\.minLines must be a whole number/,
      );
    });
  });

  describe('blame', () => {
    const blame = (repo: TempRepo, path: string) =>
      blameSchema.parse(jsonOf(runCli(repo, ['blame', path, '--json'])));

    it('Tells the origin of every line, in columns', () => {
      const done = runCli(withAi(), ['blame', PATH]);
      assert.equal(done.code, 0);
      assert.deepEqual(
        done.stdout.split('\n').slice(0, 4),
        [
          "unknown                  disk                                    1) const currency = 'EUR';",
          'unknown                  disk                                    2) ',
          'ai       github.copilot  platform  2026-01-02 03:04  unverified  3) export function parsePrice(text: string): number {',
          'ai       github.copilot  platform  2026-01-02 03:04  unverified  4)   const cents = Math.round(Number(text) * 100);',
        ].map((line) => (line.endsWith('2)') ? `${line} ` : line)),
      );
    });

    it('The JSON has one entry a line, with the status of its block', () => {
      const { path, lines } = blame(withAi(), PATH);
      assert.equal(path, PATH);
      assert.deepEqual(
        lines.map(({ line, origin, status: name }) => [line, origin.kind, name]),
        [
          [1, 'unknown', 'exempt'],
          [2, 'unknown', 'exempt'],
          [3, 'ai', 'unverified'],
          [4, 'ai', 'unverified'],
          [5, 'ai', 'unverified'],
          [6, 'ai', 'unverified'],
          [7, 'ai', 'unverified'],
        ],
      );
    });

    it('A line with several origins is mixed and lists them', () => {
      const repo = withAi();
      // A person changed a number inside an AI line that nobody watched: the rest stays AI's.
      repo.write(PATH, TEXT.replace('Number(text) * 100', 'Number(text) * 100_000'));
      const line = blame(repo, PATH).lines[3];
      assert.equal(line?.origin.kind, 'mixed');
      assert.deepEqual(
        line?.origin.origins?.map(({ kind }) => kind),
        ['ai', 'unknown'],
      );
      assert.match(
        runCli(repo, ['blame', PATH]).stdout,
        /\nmixed +github\.copilot +ai\+unknown +unverified +4\)/,
      );
    });

    it('Says clearly what it cannot tell of', () => {
      const repo = withAi();
      repo.write('a.bin', '\u0000');
      symlinkSync('/etc/hostname', join(repo.dir, 'outside'));
      for (const [path, words] of [
        ['none.ts', /none\.ts: there is no such file/],
        ['src', /src is a folder: name a file in it/],
        ['a.bin', /a\.bin is a binary file/],
        ['outside', /outside is not inside the repository/],
        ['/etc/hostname', /is not inside the repository/],
      ] as const) {
        const done = runCli(repo, ['blame', path]);
        assert.equal(done.code, 2, path);
        assert.equal(done.stdout, '');
        assert.match(done.stderr, words);
      }
    });

    it('An empty file has no lines', () => {
      const repo = create();
      repo.write('empty.ts', '');
      assert.deepEqual(blame(repo, 'empty.ts').lines, []);
    });
  });
});
