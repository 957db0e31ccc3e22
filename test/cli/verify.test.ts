import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { jsonOf, runAtTerminal, runCli } from '../support/cli.ts';
import { ROOT } from '../support/golden.ts';
import { useSshKey } from '../support/sshKey.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const REF = 'refs/notes/countersign';

describe('countersign verify', function () {
  this.timeout(60_000);
  let repo: TempRepo;
  beforeEach(() => {
    repo = createTempRepo({ files: { 'b.ts': 'export const b = 1;\n' } });
  });
  afterEach(() => repo.dispose());

  const commitAi = (name = 'parsePrice'): void => {
    const text = aiFunction(name);
    repo.write(`${name}.ts`, text);
    recordAi(repo.dir, `${name}.ts`, text, [[1, 5]]);
    assert.equal(runAtTerminal(repo, ['sign', `${name}.ts:1`], 'y\n').code, 0);
    repo.commit(name);
    assert.equal(runCli(repo, ['promote']).code, 0);
  };
  const verify = (): { code: number; codes: string[]; signed: number } => {
    const done = runCli(repo, ['verify', '--json']);
    const { findings, signed } = jsonOf(done) as { findings: { code: string }[]; signed: number };
    return { code: done.code, codes: findings.map(({ code }) => code).sort(), signed };
  };
  /** Changes one line of the ledger, as somebody with an editor would. */
  const edit = (isIt: (line: string) => boolean, to: (line: string) => string): void => {
    const paths = repo.git('ls-tree', '-r', '--name-only', REF).trim().split('\n');
    for (const path of paths) {
      const lines = repo.git('show', `${REF}:${path}`).split('\n');
      if (!lines.some(isIt)) continue;
      const text = lines.map((line) => (isIt(line) ? to(line) : line)).join('\n');
      const input = `commit ${REF}\ncommitter X <x@x> 1 +0000\ndata 0\nfrom ${REF}^0\nM 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\ndone\n`;
      const done = repo.run('git', ['fast-import', '--quiet', '--date-format=raw'], { input });
      assert.equal(done.code, 0, done.stderr);
    }
  };
  const isKind = (kind: string) => (line: string) => line.includes(`"kind":"${kind}"`);
  const useKey = (): string => {
    const key = useSshKey(repo);
    repo.git('config', 'commit.gpgSign', 'true');
    return key;
  };

  it('Says so where there is no ledger, and where all is well', () => {
    assert.match(runCli(repo, ['verify']).stdout, /no ledger here yet/);
    commitAi();
    assert.deepEqual(verify(), { code: 0, codes: [], signed: 0 });
    assert.match(runCli(repo, ['verify']).stdout, /records in 1 batch, 0 of them signed: all as/);
  });

  it('Finds a record that was edited, and one that was taken away', () => {
    commitAi();
    edit(isKind('pointer'), (line) => line.replace('parsePrice', 'parseTax'));
    assert.deepEqual(verify(), {
      code: 1,
      codes: ['record-missing', 'record-unbatched'],
      signed: 0,
    });
    edit(isKind('pointer'), () => '');
    assert.deepEqual(verify(), { code: 1, codes: ['record-missing'], signed: 0 });
    assert.match(runCli(repo, ['verify']).stdout, /the batch of Ada Example at .* is gone/);
  });

  it('Finds a forged review, though its batch was made to fit', () => {
    useKey();
    commitAi();
    assert.deepEqual(verify(), { code: 0, codes: [], signed: 1 });
    edit(isKind('batch'), (line) => line.replace('Ada Example', 'Eve Example'));
    const found = verify();
    assert.equal(found.code, 1);
    assert.ok(found.codes.includes('batch-renamed'));
  });

  it('Gives a record that was slipped in no good batch by reading it', () => {
    useKey();
    commitAi();
    const forged = (line: string): string =>
      `${line}\n${line.replaceAll('ada@example.org', 'eve@example.org').replaceAll('Ada Example', 'Eve')}`;
    edit(isKind('review'), forged);
    assert.deepEqual(verify().codes, ['record-unbatched']);
    runCli(repo, ['promote']);
    commitAi('parseTax');
    assert.deepEqual(verify(), { code: 1, codes: ['record-unbatched'], signed: 2 });
  });

  it('Can be checked by hand, as the docs say', () => {
    useKey();
    commitAi();
    const docs = readFileSync(join(ROOT, 'docs/ledger-format.md'), 'utf8');
    const batch = repo
      .git('ls-tree', '-r', '--name-only', REF)
      .trim()
      .split('\n')
      .find((path) => repo.git('show', `${REF}:${path}`).includes('"kind":"batch"'));
    const recipe = (/```sh\n(.*?)```/s.exec(docs)?.[1] ?? '')
      .replace('ab/cd/…', batch ?? '')
      .replace('allowed_signers', join(repo.root, 'allowed'));
    const done = repo.run('sh', ['-ec', recipe]);
    assert.equal(done.code, 0, done.stderr);
    assert.match(done.stdout, /Good "countersign" signature for ada@example\.org/);
  });

  it('Goes by who may sign: not a stranger, not after the end, not a revoked key', () => {
    const key = useKey();
    commitAi();
    const allowed = join(repo.root, 'allowed');
    const mine = readFileSync(allowed, 'utf8');
    const other = join(repo.root, 'other');
    repo.run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', other]);
    const pub = readFileSync(`${other}.pub`, 'utf8').split(' ').slice(0, 2).join(' ');
    writeFileSync(allowed, `ada@example.org ${pub}\n`);
    assert.deepEqual(verify().codes.includes('batch-forged'), true);
    writeFileSync(allowed, mine.replace(' ssh-', 'valid-before="20200101" ssh-'));
    assert.deepEqual(verify().codes.includes('batch-forged'), true);
    writeFileSync(allowed, mine);
    assert.equal(verify().code, 0);
    const revoked = join(repo.root, 'revoked');
    repo.run('ssh-keygen', ['-q', '-k', '-f', revoked, `${key}.pub`]);
    repo.git('config', 'gpg.ssh.revocationFile', revoked);
    assert.deepEqual(verify().codes.includes('batch-forged'), true);
  });

  it('Knows a person by a hash where the ledger names nobody', () => {
    useKey();
    repo.write('.vscode/settings.json', '{ "countersign.ledger.people": "hashed" }\n');
    commitAi();
    const paths = repo.git('ls-tree', '-r', '--name-only', REF).trim().split('\n');
    for (const path of paths) assert.doesNotMatch(repo.git('show', `${REF}:${path}`), /Ada|ada@/);
    assert.doesNotMatch(repo.git('log', REF), /Ada|ada@/);
    assert.deepEqual(verify(), { code: 0, codes: [], signed: 1 });
    assert.equal(runAtTerminal(repo, ['unsign', 'parsePrice.ts:1'], 'y\n').code, 0);
    runCli(repo, ['promote']);
    assert.match(runCli(repo, ['status', 'parsePrice.ts']).stdout, /unverified/);
    repo.run('rm', ['-rf', '.git/countersign']);
    assert.match(runCli(repo, ['status', 'parsePrice.ts']).stdout, /unverified/);
  });

  it('Tells what it cannot check apart from what is wrong', () => {
    useKey();
    commitAi();
    repo.git('config', '--unset', 'gpg.ssh.allowedSignersFile');
    assert.deepEqual(verify(), {
      code: 2,
      codes: ['batch-unchecked', 'signature-unchecked'],
      signed: 1,
    });
    repo.git('config', 'gpg.ssh.program', join(repo.root, 'nothing'));
    repo.git('config', 'gpg.ssh.allowedSignersFile', join(repo.root, 'allowed'));
    assert.deepEqual(verify().codes, ['batch-unchecked', 'signature-unchecked']);
  });

  it('Takes what a key cannot sign into the ledger all the same', () => {
    useKey();
    repo.git('config', 'user.signingKey', join(repo.root, 'gone'));
    repo.git('config', 'commit.gpgSign', 'false');
    commitAi();
    repo.git('config', 'commit.gpgSign', 'true');
    const text = aiFunction('parseTax');
    repo.write('tax.ts', text);
    recordAi(repo.dir, 'tax.ts', text, [[1, 5]]);
    repo.git('add', '--all');
    repo.git('commit', '--quiet', '--no-gpg-sign', '-m', 'tax');
    assert.equal(runCli(repo, ['promote']).code, 0);
    assert.deepEqual(verify(), { code: 0, codes: [], signed: 0 });
  });
});
