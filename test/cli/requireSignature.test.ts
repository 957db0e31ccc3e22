import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { jsonOf, runAtTerminal, runCli } from '../support/cli.ts';
import { useSshKey } from '../support/sshKey.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

interface GateJson {
  readonly verdict: string;
  readonly findings: readonly { text: string }[];
  readonly blocks: readonly { status: string; missing: readonly string[] }[];
}

describe('countersign.policy.requireSignature', function () {
  this.timeout(60_000);
  let repo: TempRepo;
  beforeEach(() => {
    repo = createTempRepo({ files: { 'b.ts': 'export const b = 1;\n' } });
  });
  afterEach(() => repo.dispose());

  const stageAi = (name = 'price'): void => {
    const text = aiFunction(name);
    repo.write(`${name}.ts`, text);
    recordAi(repo.dir, `${name}.ts`, text, [[1, 5]]);
    repo.git('add', '--all');
  };
  const settings = (more: Record<string, unknown> = {}): string =>
    repo.write(
      '.vscode/settings.json',
      `${JSON.stringify({ 'countersign.policy.requireSignature': true, ...more })}\n`,
    );
  const sign = (...places: string[]) => runAtTerminal(repo, ['sign', ...places], 'y\n');
  const gate = (): GateJson => jsonOf(runCli(repo, ['gate', '--strict', '--json'])) as GateJson;
  const forgetJournal = (): void =>
    rmSync(join(repo.dir, '.git/countersign'), { recursive: true, force: true });

  it('Lets a sign-off without a signature count for nothing, and says why', () => {
    stageAi();
    assert.equal(sign('price.ts:1').code, 0);
    assert.equal(gate().verdict, 'pass');
    settings();
    repo.git('add', '--all');
    const { verdict, blocks, findings } = gate();
    assert.equal(verdict, 'refused');
    assert.deepEqual([blocks[0]?.status, blocks[0]?.missing], ['unverified', ['signature']]);
    assert.match(findings[0]?.text ?? '', /sign-off by Ada Example has no good signature: nobody/);
    assert.match(
      runCli(repo, ['status', 'price.ts']).stdout,
      /has no good signature: nobody signed/,
    );
  });

  it('Signs with the key git names, one signature for all that is signed at once', () => {
    useSshKey(repo);
    settings();
    stageAi();
    stageAi('tax');
    const done = sign('price.ts', 'tax.ts');
    assert.equal(done.code, 0, done.stdout);
    assert.equal(gate().verdict, 'pass');
    repo.git('commit', '--quiet', '-m', 'both');
    assert.equal(runCli(repo, ['promote']).code, 0);
    assert.equal(runCli(repo, ['verify']).code, 0);
    // What another clone knows is the ledger alone.
    forgetJournal();
    assert.match(runCli(repo, ['status', 'tax.ts']).stdout, /verified by Ada Example/);
  });

  it('Refuses to sign where git has no key, and records nothing', () => {
    settings();
    stageAi();
    const done = sign('price.ts:1');
    assert.equal(done.code, 2);
    assert.match(done.stdout, /no SSH key to sign with.*user\.signingKey.*Nothing was signed\./);
    repo.write('.vscode/settings.json', '{}\n');
    repo.git('add', '--all');
    assert.deepEqual(gate().verdict, 'refused');
  });

  it('Counts no signature of a stranger, and none that nobody can check', () => {
    useSshKey(repo);
    settings();
    stageAi();
    sign('price.ts:1');
    assert.equal(gate().verdict, 'pass');
    const other = join(repo.root, 'other');
    repo.run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', other]);
    writeFileSync(join(repo.root, 'allowed'), `ada@example.org ${repo.read(`../other.pub`)}`);
    assert.equal(gate().verdict, 'refused');
    repo.git('config', '--unset', 'gpg.ssh.allowedSignersFile');
    const { verdict, findings } = gate();
    assert.equal(verdict, 'refused');
    assert.match(findings[0]?.text ?? '', /gpg\.ssh\.allowedSignersFile names nobody/);
  });

  it('Is asked of a baseline too', () => {
    stageAi();
    repo.git('commit', '--quiet', '-m', 'old');
    const standing = (): unknown[] => {
      const { blocks } = jsonOf(runCli(repo, ['status', '--json'])) as GateJson;
      return blocks.map(({ status }) => status);
    };
    assert.equal(runAtTerminal(repo, ['baseline', '--note', 'old'], 'y\n').code, 0);
    assert.deepEqual(standing(), ['baseline']);
    settings();
    assert.deepEqual(standing(), ['unverified']);
    assert.equal(runAtTerminal(repo, ['baseline', '--withdraw', '--note', 'x'], 'y\n').code, 0);
    const refused = runAtTerminal(repo, ['baseline', '--note', 'old'], 'y\n');
    assert.deepEqual([refused.code, /no SSH key/.test(refused.stdout)], [2, true], refused.stdout);
    useSshKey(repo);
    assert.equal(runAtTerminal(repo, ['baseline', '--note', 'old'], 'y\n').code, 0);
    assert.deepEqual(standing(), ['baseline']);
    assert.equal(runCli(repo, ['promote']).code, 0);
    assert.equal(runCli(repo, ['verify']).code, 0);
    forgetJournal();
    assert.deepEqual(standing(), ['baseline']);
  });

  it('Holds where the ledger hides people, and not for a signature made before', () => {
    useSshKey(repo);
    settings();
    stageAi();
    sign('price.ts:1');
    settings({ 'countersign.ledger.people': 'hashed' });
    stageAi('tax');
    sign('tax.ts:1');
    repo.git('add', '--all');
    repo.git('commit', '--quiet', '-m', 'both');
    assert.equal(runCli(repo, ['promote']).code, 0);
    forgetJournal();
    assert.match(runCli(repo, ['status', 'tax.ts']).stdout, / verified by/);
    assert.match(runCli(repo, ['status', 'price.ts']).stdout, /has no good signature/);
    assert.equal(runCli(repo, ['verify']).code, 0);
  });

  it('Tells of a signature that git asks for and does not get, and records the sign-off', () => {
    useSshKey(repo);
    repo.git('config', 'commit.gpgSign', 'true');
    repo.git('config', 'user.signingKey', join(repo.root, 'gone'));
    stageAi();
    const done = sign('price.ts:1');
    assert.equal(done.code, 0);
    assert.match(done.stdout, /recorded without a signature: ssh-keygen did not sign/);
    assert.equal(gate().verdict, 'pass');
  });
});
