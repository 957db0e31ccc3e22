import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { CLI, jsonOf, runAtTerminal, runCli } from '../support/cli.ts';
import { lineOf, notebookText } from '../support/notebookText.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

interface Found {
  readonly blocks: readonly {
    readonly symbol: string;
    readonly status: string;
    readonly removals: readonly { readonly kind: string; readonly line: number }[];
  }[];
}

const PARSE = `def parse_price(text):
    cents = round(float(text) * 100)
    if cents < 0:
        raise ValueError("not a \\"price\\"")
    return cents
`;

const GUARDED = `export function pay(order: Order): void {
  if (order.total < 0) throw new Error('negative');
  charge(order);
  send(order);
}
`;
const UNGUARDED = GUARDED.replace(/\n {2}if .*(?=\n)/, '');

/** The journal is put away: what is answered then, every clone with the ledger would answer. */
describe('The ledger alone knows of', function () {
  this.timeout(60_000);
  let repo: TempRepo;
  beforeEach(() => {
    repo = createTempRepo({ files: { 'b.ts': 'export const b = 1;\n' } });
  });
  afterEach(() => repo.dispose());

  const commit = (message: string): void => {
    repo.git('add', '--all');
    repo.git('commit', '--quiet', '--allow-empty', '-m', message);
    const done = runCli(repo, ['promote']);
    assert.equal(done.code, 0, done.stderr);
  };
  const forgetJournal = (): void =>
    rmSync(join(repo.dir, '.git/countersign'), { recursive: true, force: true });
  const kinds = (path: string): string[] => {
    const { lines } = jsonOf(runCli(repo, ['blame', path, '--json'])) as {
      lines: { origin: { kind: string } }[];
    };
    return lines.map(({ origin }) => origin.kind);
  };
  const aiLines = (path: string): number[] =>
    kinds(path).flatMap((kind, i) => (kind === 'ai' ? [i + 1] : []));
  const standing = (path: string): string[] => {
    const { blocks } = jsonOf(runCli(repo, ['status', path, '--json'])) as Found;
    return blocks.map(({ symbol, status, removals }) =>
      [`${symbol} ${status}`, ...removals.map(({ kind, line }) => `${kind} ${line}`)].join(', '),
    );
  };
  const gate = (): string[] => {
    const done = jsonOf(runCli(repo, ['gate', '--strict', '--json'])) as {
      findings: { path: string; line: number; code: string }[];
    };
    return done.findings.map(({ path, line, code }) => `${path}:${line} ${code}`);
  };

  describe('notebooks:', () => {
    const PATH = 'src/sales.ipynb';
    const HUMAN = 'import csv\n\nrows = list(csv.reader(open("sales.csv")))\nprint(len(rows))';
    const put = (cells: Parameters<typeof notebookText>[0]): string => {
      const text = notebookText(cells);
      repo.write(PATH, text);
      return text;
    };
    const accept = (source = PARSE): void =>
      recordAi(repo.dir, `${PATH}#W1.py`, source, [[1, source.trimEnd().split('\n').length]]);
    const linesOf = (text: string): number[] => {
      const first = lineOf(text, 'def parse_price');
      return [0, 1, 2, 3, 4].map((i) => first + i);
    };

    it('whose a cell is, and who signed it, also when cells move and have outputs', () => {
      accept();
      put([{ source: HUMAN, id: 'h1' }, { source: PARSE }]);
      assert.equal(runAtTerminal(repo, ['sign', PATH], 'y\n').code, 0);
      commit('notebook');
      const text = put([
        { source: '# Title', kind: 'markdown', id: 't' },
        { source: PARSE, output: 'out' },
        { source: HUMAN, id: 'h1' },
      ]);
      commit('moved');
      forgetJournal();
      assert.deepEqual(aiLines(PATH), linesOf(text));
      assert.deepEqual(standing(PATH), ['parse_price verified']);
    });

    it('a cell changed by hand: its other lines stay AI, and the sign-off is no more', () => {
      accept();
      put([{ source: HUMAN, id: 'h1' }, { source: PARSE }]);
      assert.equal(runAtTerminal(repo, ['sign', PATH], 'y\n').code, 0);
      commit('notebook');
      forgetJournal();
      const text = put([
        { source: HUMAN, id: 'h1' },
        { source: PARSE.replace('* 100', '* 1000'), id: 'c1' },
      ]);
      const changed = lineOf(text, 'cents = round');
      assert.deepEqual(
        aiLines(PATH),
        linesOf(text).filter((line) => line !== changed),
      );
      assert.deepEqual(standing(PATH), ['parse_price outdated']);
      repo.git('add', '--all');
      assert.deepEqual(gate(), [`${PATH}:${changed - 1} outdated`]);
    });

    it('a block that came by a squash without any hook, by its code', () => {
      accept();
      const cells = [{ source: HUMAN, id: 'h1' }, { source: PARSE }];
      const start = repo.git('rev-parse', 'HEAD').trim();
      put(cells);
      commit('notebook');
      repo.git('reset', '--quiet', '--hard', start);
      forgetJournal();
      const text = put([...cells, { source: `${HUMAN}\nprint(rows)`, id: 'h2' }]);
      repo.git('add', '--all');
      assert.deepEqual(gate(), [`${PATH}:${lineOf(text, 'def parse')} unverified`]);
    });
  });

  describe('what people said:', () => {
    it('before the commit, and after it', () => {
      const text = aiFunction('price');
      repo.write('a.ts', text);
      recordAi(repo.dir, 'a.ts', text, [[1, 5]], { tier: 'command' });
      const said = runAtTerminal(repo, ['correct', 'a.ts:1-2', '--as', 'human'], 'y\n');
      assert.equal(said.code, 0, said.stdout);
      commit('price');
      const later = runAtTerminal(repo, ['correct', 'b.ts:1', '--as', 'ai'], 'y\n');
      assert.equal(later.code, 0, later.stdout);
      commit('nothing');
      forgetJournal();
      assert.deepEqual(kinds('a.ts'), ['human', 'human', 'ai', 'ai', 'ai']);
      assert.deepEqual(kinds('b.ts'), ['ai']);
    });

    it('against what another clone brought of the same text', () => {
      const text = aiFunction('price');
      repo.write('a.ts', text);
      recordAi(repo.dir, 'a.ts', text, [[1, 5]], { tier: 'command' });
      commit('price');
      runAtTerminal(repo, ['correct', 'a.ts:1-5', '--as', 'human'], 'y\n');
      commit('nothing');
      forgetJournal();
      assert.deepEqual(kinds('a.ts'), ['human', 'human', 'human', 'human', 'human']);
      assert.deepEqual(standing('a.ts'), []);
      repo.write('a.ts', `// mine\n\n${text}`);
      assert.deepEqual(aiLines('a.ts'), []);
    });
  });

  describe('what AI took away:', () => {
    const removeGuard = (): void => {
      repo.write('a.ts', GUARDED);
      commit('guarded');
      const hook = (event: string, more: Record<string, unknown>): void => {
        const done = repo.run(process.execPath, [CLI, 'ingest', '--agent', 'claude-code'], {
          input: JSON.stringify({
            session_id: 's1',
            cwd: repo.dir,
            hook_event_name: event,
            tool_name: 'Edit',
            tool_use_id: 't1',
            tool_input: {
              file_path: join(repo.dir, 'a.ts'),
              old_string: GUARDED,
              new_string: UNGUARDED,
            },
            ...more,
          }),
        });
        assert.equal(done.code, 0, done.stderr);
      };
      hook('PreToolUse', {});
      repo.write('a.ts', UNGUARDED);
      hook('PostToolUse', {
        tool_response: {
          filePath: join(repo.dir, 'a.ts'),
          oldString: GUARDED,
          newString: UNGUARDED,
          originalFile: GUARDED,
          structuredPatch: [],
        },
      });
    };

    it('until it is back', () => {
      removeGuard();
      assert.deepEqual(standing('a.ts'), ['pay unverified, guard 2']);
      commit('unguarded');
      repo.write('a.ts', `// prices\n\n${UNGUARDED}`);
      commit('a line above');
      forgetJournal();
      assert.deepEqual(standing('a.ts'), ['pay unverified, guard 4']);
      repo.write('a.ts', `// all prices\n\n${UNGUARDED}`);
      repo.git('add', '--all');
      assert.deepEqual(standing('a.ts'), ['pay unverified, guard 4']);
      repo.write('a.ts', `// all prices\n\n${GUARDED}`);
      assert.deepEqual(standing('a.ts'), []);
    });

    it('until it is signed', () => {
      removeGuard();
      assert.equal(runAtTerminal(repo, ['sign', 'a.ts:1'], 'y\n').code, 0);
      commit('unguarded');
      forgetJournal();
      assert.deepEqual(standing('a.ts'), ['pay verified, guard 2']);
    });
  });
});
