import assert from 'node:assert/strict';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { jsonOf, runAtTerminal, runCli } from '../support/cli.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

describe('countersign log', function () {
  this.timeout(60_000);
  let repo: TempRepo;
  beforeEach(() => {
    repo = createTempRepo({ files: { 'b.ts': 'export const b = 1;\n' } });
    const text = aiFunction('parsePrice');
    repo.write('a.ts', text);
    recordAi(repo.dir, 'a.ts', text, [[1, 5]], { at: '2026-01-02T03:04:05.000Z' });
  });
  afterEach(() => repo.dispose());

  const events = (...args: string[]): { kinds: string[]; diff: string | null; status: string } => {
    const { blocks } = jsonOf(runCli(repo, ['log', ...args, '--json'])) as {
      blocks: { status: string; diff: string | null; events: { kind: string }[] }[];
    };
    assert.equal(blocks.length, 1);
    const { status = '', diff = null, events: its = [] } = blocks[0] ?? {};
    return { kinds: its.map(({ kind }) => kind), diff, status };
  };
  const sign = (command: string): void => {
    const done = runAtTerminal(repo, [command, 'a.ts:1'], 'y\n');
    assert.equal(done.code, 0, done.stdout);
  };

  it('Tells who wrote a block, who signed it, and what changed since', () => {
    sign('sign');
    repo.commit('ai');
    runCli(repo, ['promote']);
    assert.deepEqual(events('a.ts:2'), {
      kinds: ['written', 'committed', 'signed'],
      diff: null,
      status: 'verified',
    });
    repo.write('a.ts', repo.read('a.ts').replace('not a price', 'no price'));
    const changed = events('a.ts');
    assert.equal(changed.status, 'outdated');
    assert.match(changed.diff ?? '', /^-.*not a price[^]*^\+.*no price/m);
    const { stdout } = runCli(repo, ['log', 'a.ts:1']);
    assert.match(stdout, /a\.ts:1 +parsePrice +outdated/);
    assert.match(
      stdout,
      /2026-01-02 03:04 +written by AI · github\.copilot \(platform\), let in by Ada/,
    );
    assert.match(stdout, /signed by Ada Example, .* UTC \(tty\), for other code/);
    assert.match(stdout, /^\+ .*no price/m);
    assert.match(stdout, /now +changed since it was signed: \+1 −1 lines, by nobody knows whom/);
  });

  it('Has the difference in a clone that never had the journal', () => {
    sign('sign');
    repo.commit('ai');
    runCli(repo, ['promote']);
    repo.run('rm', ['-rf', '.git/countersign']);
    repo.write('a.ts', repo.read('a.ts').replace('not a price', 'no price'));
    const changed = events();
    assert.equal(changed.status, 'outdated');
    assert.match(changed.diff ?? '', /^-.*not a price/m);
  });

  it('Tells of hands that are not AI’s, each line once, and of none without a time', () => {
    const text = aiFunction('parsePrice').replace('cents;', 'cents + 1;');
    const at = (hour: number): string => `2026-01-02T0${hour}:00:00.000Z`;
    const typed = (word: string, hour: number, lines: number) => ({
      start: text.indexOf(word),
      end: text.indexOf(word) + lines,
      origin: { kind: 'human', at: at(hour) } as const,
    });
    repo.write('a.ts', text);
    recordAi(repo.dir, 'a.ts', text, [[1, 4]], {
      at: at(1),
      others: [typed('+', 2, 1), typed('1;', 3, 2)],
    });
    const { blocks } = jsonOf(runCli(repo, ['log', 'a.ts', '--json'])) as {
      blocks: { events: { kind: string; at: string; nLines?: number }[] }[];
    };
    assert.deepEqual(
      blocks[0]?.events.map(({ kind, at: when, nLines }) => [kind, when, nLines]),
      [
        ['written', at(1), 4],
        ['edited', at(3), 1],
      ],
    );
    assert.match(runCli(repo, ['log', 'a.ts']).stdout, /typed by hand · 1 line/);
  });

  it('Tells of a signature that was taken back', () => {
    sign('sign');
    sign('unsign');
    assert.deepEqual(events('a.ts:1').kinds, ['written', 'signed', 'withdrawn']);
    const { stdout } = runCli(repo, ['log', 'a.ts:1']);
    assert.match(
      stdout,
      /signed by Ada Example, .*, taken back since\n.*Ada Example took the signature back/,
    );
  });

  it('Says what is wrong with what was asked', () => {
    for (const [word, words] of [
      ['none.ts', /none\.ts: there is no such file/],
      ['b.ts', /no AI code is recorded/],
      ['a.ts:99', /a\.ts has 5 lines|99/],
    ] as const) {
      const done = runCli(repo, ['log', word]);
      assert.equal(done.code, 2, word);
      assert.match(done.stderr, words);
    }
    repo.run('rm', ['a.ts']);
    repo.run('rm', ['-rf', '.git/countersign']);
    assert.match(runCli(repo, ['log']).stdout, /No AI code is recorded here/);
  });
});
