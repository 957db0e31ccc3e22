import assert from 'node:assert/strict';
import { signCommand } from '../../server/src/cli/gate/signCommand.ts';
import { runProgram } from '../../server/src/cli/program.ts';
import { runCli } from '../../server/src/cli/run.ts';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { createFakeCliHost, type FakeTerminal } from '../support/fakeCliHost.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

describe('The command line in process', function () {
  this.timeout(30_000);
  const repos: TempRepo[] = [];
  const withAi = (): TempRepo => {
    const repo = createTempRepo({
      files: { '.vscode/settings.json': '{ "countersign.mode": "enforce" }\n' },
    });
    repos.push(repo);
    repo.git('config', 'user.email', 'ada@example.org');
    repo.write('a.ts', aiFunction('a'));
    recordAi(repo.dir, 'a.ts', aiFunction('a'), [[1, 5]]);
    repo.git('add', '--all');
    return repo;
  };
  afterEach(() => {
    for (const repo of repos.splice(0)) repo.dispose();
  });
  const atTerminal = (...answers: string[]): FakeTerminal => ({ isTty: true, answers });

  it('The words of a hook are answered without the other commands being loaded', async () => {
    const repo = withAi();
    const host = createFakeCliHost(repo.dir, ['gate', '--staged', '--hook', 'pre-commit']);
    const code = await runCli(host, () => Promise.reject(new Error('loaded')));
    assert.equal(code, 1);
    assert.match(host.written.stderr, /^Countersign refuses this commit/);
    assert.equal(host.written.stdout, '');
  });

  it('A mistake of ours is one sentence, with the place only under --debug', async () => {
    const fails = () => Promise.reject(new Error('the roof fell in'));
    const quiet = createFakeCliHost('/', ['status']);
    assert.equal(await runCli(quiet, fails), 2);
    assert.equal(
      quiet.written.stderr,
      'Countersign: something went wrong: the roof fell in. Run it again with --debug to see where.\n',
    );
    const loud = createFakeCliHost('/', ['status', '--debug']);
    assert.equal(await runCli(loud, fails), 2);
    assert.match(loud.written.stderr, /the roof fell in\.\n.*\n\s+at /);
  });

  it('A person signs, and the gate passes', async () => {
    const repo = withAi();
    const sign = createFakeCliHost(repo.dir, ['sign', 'a.ts'], { terminal: atTerminal('y') });
    assert.equal(await runProgram(sign), 0);
    assert.equal(await runProgram(createFakeCliHost(repo.dir, ['gate'])), 0);
  });

  it('A terminal that ends without an answer signs nothing', async () => {
    const repo = withAi();
    const sign = createFakeCliHost(repo.dir, ['sign', 'a.ts'], { terminal: atTerminal() });
    assert.equal(await runProgram(sign), 1);
    assert.equal(await runProgram(createFakeCliHost(repo.dir, ['gate'])), 1);
  });

  it('doctor finds a git and a Node that are too old', async () => {
    const repo = withAi();
    const host = createFakeCliHost(repo.dir, ['doctor'], { runtime: { nodeVersion: '18.19.1' } });
    assert.equal(await runProgram(host), 2);
    assert.match(host.written.stdout, /fail {2}git {9}git 2\.29\.1 is too old\n/);
    assert.match(host.written.stdout, /fail {2}runtime .*Node 18\.19\.1/);
  });

  describe('the command that signs', () => {
    const places = [{ path: "it's.ts", line: 3 }];

    it("With VS Code's binary it says to run as Node", () => {
      const runtime = { node: '/usr/share/code/code', electron: true };
      assert.equal(
        signCommand(createFakeCliHost('/', [], { runtime }), places),
        `ELECTRON_RUN_AS_NODE=1 "/usr/share/code/code" "/opt/countersign/dist/cli.cjs" sign 'it'\\''s.ts:3'`,
      );
    });

    it('On Windows it is quoted for its shells', () => {
      const runtime = {
        platform: 'win32',
        node: 'C:\\Program Files\\nodejs\\node.exe',
        cli: 'C:\\cs\\cli.cjs',
      };
      assert.equal(
        signCommand(createFakeCliHost('/', [], { runtime }), [{ path: 'src/a b.ts', line: 1 }]),
        '"C:\\Program Files\\nodejs\\node.exe" "C:\\cs\\cli.cjs" sign "src/a b.ts:1"',
      );
    });

    it('A dollar in a path is no variable', () => {
      const runtime = { node: '/opt/$HOME/node' };
      assert.equal(
        signCommand(createFakeCliHost('/', [], { runtime }), [{ path: '-$x\n.ts', line: 1 }]),
        `'/opt/$HOME/node' "/opt/countersign/dist/cli.cjs" sign $'./-$x\\n.ts:1'`,
      );
    });
  });
});
