import assert from 'node:assert/strict';
import { join } from 'node:path';
import { gateSchema } from '../../server/src/cli/schemas/gate.ts';
import { aiFunction, recordAi, repositoryAt } from '../support/aiText.ts';
import { jsonOf, runAtTerminal, runCli } from '../support/cli.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const PATH = 'src/price.ts';
const TEXT = `const currency = 'EUR';\n\n${aiFunction('parsePrice')}\n${aiFunction('parseTax')}`;

describe('countersign sign and unsign', function () {
  this.timeout(60_000);
  const repos: TempRepo[] = [];
  /** Two unverified AI functions, at lines 3 and 9, staged. */
  const create = (): TempRepo => {
    const repo = createTempRepo({
      files: { '.vscode/settings.json': '{ "countersign.mode": "enforce" }\n', 'README.md': 'x\n' },
    });
    repos.push(repo);
    repo.write(PATH, TEXT);
    recordAi(repo.dir, PATH, TEXT, [
      [3, 7],
      [9, 13],
    ]);
    repo.git('add', '--all');
    return repo;
  };
  afterEach(() => {
    for (const repo of repos.splice(0)) repo.dispose();
  });
  const open = (repo: TempRepo): string[] =>
    gateSchema
      .parse(jsonOf(runCli(repo, ['gate', '--json'])))
      .findings.map(({ code, line }) => `${line} ${code}`);
  const nothingRecorded = (repo: TempRepo): void => {
    const reviews = repositoryAt(repo.dir)
      .journal.readNew()
      .filter(({ kind }) => kind !== 'snapshot');
    assert.deepEqual(reviews, []);
  };

  it('Shows the block with its AI lines and where they come from, and asks', () => {
    const repo = create();
    const done = runAtTerminal(repo, ['sign', `${PATH}:4`], 'y\n');
    assert.equal(done.code, 0);
    const lines = done.stdout.split('\n');
    assert.ok(lines.includes('src/price.ts:3  parsePrice  lines 3-7'), done.stdout);
    assert.match(
      done.stdout,
      /AI: github\.copilot, accepted by Ada Example <ada@example\.org> on \d{4}-\d\d-\d\d \d\d:\d\d UTC; the editor itself named the source/,
    );
    assert.ok(lines.includes('  5 lines of 5 by AI, marked "|"; unverified'));
    assert.ok(lines.includes('4 |   const cents = Math.round(Number(text) * 100);'));
    assert.match(done.stdout, /Sign this block\? \[y\/N\] Signed 1 block as Ada Example\./);
    assert.deepEqual(open(repo), ['9 unverified']);
  });

  it('Holds for a short block under another name in its file, and for no copy of it', () => {
    const repo = create();
    const inClass = (name: string): string => `class ${name} {\n  one() {\n    return 1;\n  }\n}\n`;
    const put = (text: string, ...ai: (readonly [number, number])[]): string[] => {
      repo.write('a.ts', text);
      recordAi(repo.dir, 'a.ts', text, ai);
      repo.git('add', '--all');
      const { blocks } = gateSchema.parse(jsonOf(runCli(repo, ['gate', '--json'])));
      return blocks
        .filter(({ path, symbol }) => path === 'a.ts' && symbol.endsWith('.one'))
        .map(({ symbol, status }) => `${symbol} ${status}`);
    };
    assert.deepEqual(put(inClass('First'), [2, 4]), ['First.one unverified']);
    assert.equal(runAtTerminal(repo, ['sign', 'a.ts:2'], 'y\n').code, 0);
    assert.deepEqual(put(inClass('Second'), [2, 4]), ['Second.one verified']);
    assert.deepEqual(put(`${inClass('First')}${inClass('Second')}`, [2, 4], [7, 9]), [
      'First.one verified',
      'Second.one unverified',
    ]);
  });

  it('Asks about the copies of a short block, and leaves them on a no', () => {
    const repo = create();
    const getter = 'export const one = () => 1;\n';
    for (const path of ['a.ts', 'lib/b.ts', 'c.ts']) {
      repo.write(path, getter);
      recordAi(repo.dir, path, getter, [[1, 1]]);
    }
    repo.git('add', '--all');
    const waits = (): string[] =>
      gateSchema
        .parse(jsonOf(runCli(repo, ['gate', '--json'])))
        .findings.flatMap(({ path }) => (path === PATH || path === null ? [] : [path]));
    const no = runAtTerminal(repo, ['sign', 'a.ts:1'], 'y\nn\n');
    assert.match(
      no.stdout,
      /waits in 2 more places: c\.ts:1 and lib\/b\.ts:1\. Sign these 2 copies too\? \[y\/N\] /,
    );
    assert.match(no.stdout, /Signed 1 block as Ada Example\./);
    assert.deepEqual(waits(), ['c.ts', 'lib/b.ts']);
    const yes = runAtTerminal(repo, ['sign', 'c.ts'], 'y\ny\n');
    assert.match(yes.stdout, /waits at lib\/b\.ts:1\. Sign that copy too\?/);
    assert.match(yes.stdout, /Signed 2 blocks as Ada Example\./);
    assert.deepEqual(waits(), []);
  });

  it('Without a line it signs all that wait in the file', () => {
    const repo = create();
    const done = runAtTerminal(repo, ['sign', PATH], 'yes\n');
    assert.match(done.stdout, /Sign these 2 blocks\? \[y\/N\] Signed 2 blocks as Ada Example\./);
    assert.deepEqual(open(repo), []);
  });

  it('A block that is named twice is signed once', () => {
    const repo = create();
    const done = runAtTerminal(repo, ['sign', `${PATH}:3`, PATH, `${PATH}:5`], 'y\n');
    assert.match(done.stdout, /Sign these 2 blocks\?/);
  });

  for (const answer of ['n\n', '\n', 'maybe\n', '\u0004']) {
    it(`The answer ${JSON.stringify(answer)} records nothing`, () => {
      const repo = create();
      const done = runAtTerminal(repo, ['sign', PATH], answer);
      assert.equal(done.code, 1);
      assert.match(done.stdout, /Nothing was signed\./);
      nothingRecorded(repo);
    });
  }

  it('Keeps the note, the way and the person', () => {
    const repo = create();
    runAtTerminal(repo, ['sign', `${PATH}:3`, '--note', 'Read twice'], 'y\n');
    const review = repositoryAt(repo.dir)
      .journal.readNew()
      .find(({ kind }) => kind === 'review');
    assert.ok(review?.kind === 'review');
    assert.equal(review.via, 'tty');
    assert.equal(review.detail.note, 'Read twice');
    assert.deepEqual(review.by, { type: 'human', id: 'ada@example.org', name: 'Ada Example' });
    assert.equal(review.subject.path, PATH);
    assert.equal(review.subject.symbol, 'parsePrice');
  });

  it('For an outdated block it shows what changed since the review', () => {
    const repo = create();
    runAtTerminal(repo, ['sign', PATH], 'y\n');
    repo.write(PATH, TEXT.replace('* 100', '* 1000'));
    repo.git('add', '--all');
    assert.deepEqual(open(repo), ['3 outdated']);
    const done = runAtTerminal(repo, ['sign', PATH], 'y\n');
    assert.match(done.stdout, /outdated: changed since the review by Ada Example/);
    assert.match(
      done.stdout,
      /\n {2}-  const cents = Math\.round\(Number\(text\) \* 100\);\n {2}\+  const cents = Math\.round\(Number\(text\) \* 1000\);\n/,
    );
    assert.deepEqual(open(repo), []);
  });

  it('What was signed already is said, and nothing is asked', () => {
    const repo = create();
    runAtTerminal(repo, ['sign', PATH], 'y\n');
    const line = runAtTerminal(repo, ['sign', `${PATH}:3`], '');
    assert.equal(line.code, 0);
    assert.match(
      line.stdout,
      /src\/price\.ts:3 parsePrice: nothing to sign; it is verified by Ada Example/,
    );
    const file = runAtTerminal(repo, ['sign', PATH], '');
    assert.equal(file.code, 0);
    assert.match(
      file.stdout,
      /src\/price\.ts: nothing to sign; no AI block in it waits for a review\./,
    );
  });

  it('Code that could deceive the eye is shown as it is', () => {
    const repo = create();
    const text = `export function isAdmin(user: string): boolean {\n  // \u202e } \u2066 check\n  return user === 'root\u001b[2K';\n}\n`;
    repo.write('src/admin.ts', text);
    recordAi(repo.dir, 'src/admin.ts', text, [[1, 4]]);
    const done = runAtTerminal(repo, ['sign', 'src/admin.ts'], 'n\n');
    assert.ok(done.stdout.includes('2 |   // \\u202e } \\u2066 check'), done.stdout);
    assert.ok(done.stdout.includes("'root\\x1b[2K'"));
  });

  describe('refuses, in one clear sentence,', () => {
    const refused = (repo: TempRepo, args: readonly string[], words: RegExp): void => {
      // Nothing is typed: `script` waits two seconds for a reader of what nobody read.
      const done = runAtTerminal(repo, args, '');
      assert.equal(done.code, 2, done.stdout);
      assert.match(done.stdout, words);
      assert.doesNotMatch(done.stdout, /\[y\/N\]|\n\s+at /);
      nothingRecorded(repo);
    };

    it('without a terminal', () => {
      const repo = create();
      const piped = runCli(repo, ['sign', PATH]);
      assert.equal(piped.code, 2);
      assert.equal(piped.stdout, '');
      assert.match(
        piped.stderr,
        /^Countersign: only a person at a terminal can sign, and this is not one/,
      );
      nothingRecorded(repo);
    });

    it('inside an agent, also at a terminal', () => {
      for (const [variable, agent] of [
        ['CLAUDECODE', 'Claude Code'],
        ['CURSOR_AGENT', 'Cursor'],
        ['GEMINI_CLI', 'Gemini CLI'],
      ] as const) {
        const repo = create();
        const done = runAtTerminal(repo, ['sign', PATH], '', { env: { [variable]: '1' } });
        assert.equal(done.code, 2);
        assert.match(
          done.stdout,
          new RegExp(
            `only a person can sign, and this runs inside ${agent} \\(${variable} is set\\)`,
          ),
        );
        nothingRecorded(repo);
      }
    });

    it('a line in no AI block', () =>
      refused(
        create(),
        ['sign', `${PATH}:1`],
        /src\/price\.ts:1 is in no block with AI code\. Those are at lines 3-7 \(parsePrice\) and 9-13 \(parseTax\)\./,
      ));

    it('a line past the end', () =>
      refused(
        create(),
        ['sign', `${PATH}:99`],
        /src\/price\.ts has 13 lines; there is no line 99\./,
      ));

    it('a file without AI code', () =>
      refused(create(), ['sign', 'README.md'], /README\.md: no AI code is recorded in it/));

    it('a file that is not there', () =>
      refused(
        create(),
        ['sign', 'src/none.ts:3'],
        /src\/none\.ts: there is no such file in the work tree\./,
      ));

    it('a folder', () =>
      refused(create(), ['sign', 'src'], /src is a folder: name a file in it\./));

    it('a file outside the repository', () =>
      refused(create(), ['sign', '../home/.gitconfig'], /is not inside the repository at /));

    it('a binary file', () => {
      const repo = create();
      repo.write('a.bin', '\u0000');
      refused(repo, ['sign', 'a.bin'], /a\.bin is a binary file/);
    });

    it('a block with too few AI lines', () => {
      const repo = create();
      const text = `export function add(a: number): number {\n  const one = 1;\n  return a + one;\n}\n`;
      repo.write('src/add.ts', text);
      recordAi(repo.dir, 'src/add.ts', text, [[3, 3]]);
      const done = runAtTerminal(repo, ['sign', 'src/add.ts:3'], '');
      assert.match(
        done.stdout,
        /add has too few AI lines to need a sign-off \(countersign\.policy\.minLines is 2\)/,
      );
      nothingRecorded(repo);
    });

    it('a person whom git does not know', () => {
      const repo = create();
      repo.git('config', '--global', '--unset', 'user.email');
      refused(repo, ['sign', PATH], /git does not know who you are.*git config user\.email/);
    });

    it('nothing named', () => {
      const done = runAtTerminal(create(), ['sign'], '');
      assert.equal(done.code, 2);
      assert.match(done.stdout, /missing required argument 'path\[:line\]'/);
    });

    it('a journal that cannot be written', () => {
      const repo = create();
      repo.run('mv', ['.git/countersign', '../moved']);
      repo.run('ln', ['-s', join(repo.root, 'moved'), '.git/countersign']);
      const done = runAtTerminal(repo, ['sign', PATH], 'y\n');
      assert.equal(done.code, 2);
      assert.match(
        done.stdout,
        /could not write to .*countersign is a link; it is not followed.*Nothing was signed\./,
      );
    });
  });

  describe('unsign', () => {
    it('withdraws one block’s sign-off', () => {
      const repo = create();
      runAtTerminal(repo, ['sign', PATH], 'y\n');
      const done = runAtTerminal(repo, ['unsign', `${PATH}:3`], 'y\n');
      assert.equal(done.code, 0);
      assert.match(
        done.stdout,
        /Withdraw your sign-off of this block\? \[y\/N\] Withdrawn\. src\/price\.ts:3 parsePrice is unverified\./,
      );
      assert.deepEqual(open(repo), ['3 unverified']);
      runAtTerminal(repo, ['sign', `${PATH}:3`], 'y\n');
      assert.deepEqual(open(repo), []);
    });

    it('asks first', () => {
      const repo = create();
      runAtTerminal(repo, ['sign', PATH], 'y\n');
      const done = runAtTerminal(repo, ['unsign', `${PATH}:3`], 'n\n');
      assert.equal(done.code, 1);
      assert.match(done.stdout, /Nothing was changed\./);
      assert.deepEqual(open(repo), []);
    });

    it('needs a line, a sign-off, one’s own, and a person', () => {
      const repo = create();
      const unsign = (...args: string[]) => runAtTerminal(repo, ['unsign', ...args], '');
      assert.match(unsign(PATH).stdout, /say which block: src\/price\.ts:LINE/);
      assert.match(
        unsign(`${PATH}:3`).stdout,
        /parsePrice is unverified: there is no sign-off to withdraw/,
      );
      runAtTerminal(repo, ['sign', PATH], 'y\n');
      repo.git('config', 'user.email', 'bob@example.org');
      const notOwn = unsign(`${PATH}:3`);
      assert.equal(notOwn.code, 2);
      assert.match(notOwn.stdout, /was signed by Ada Example, not by you/);
      const piped = runCli(repo, ['unsign', `${PATH}:3`]);
      assert.equal(piped.code, 2);
      assert.match(piped.stderr, /only a person at a terminal can withdraw a sign-off/);
      assert.deepEqual(open(repo), []);
    });
  });

  it('A name that ends like a line number is a name', () => {
    const repo = create();
    const text = aiFunction('odd');
    repo.write('src/odd.ts:3', text);
    recordAi(repo.dir, 'src/odd.ts:3', text, [[1, 5]]);
    const done = runAtTerminal(repo, ['sign', 'src/odd.ts:3'], 'y\n');
    assert.equal(done.code, 0, done.stdout);
    const line = runAtTerminal(repo, ['sign', 'src/odd.ts:3:1'], '');
    assert.match(line.stdout, /nothing to sign; it is verified/);
  });

  it('A link means the file behind it', () => {
    const repo = create();
    repo.run('ln', ['-s', 'price.ts', 'src/link.ts']);
    assert.equal(runAtTerminal(repo, ['sign', 'src/link.ts'], 'y\n').code, 0);
    assert.deepEqual(open(repo), []);
  });
});
