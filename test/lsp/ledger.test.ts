import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { runAtTerminal, runCli } from '../support/cli.ts';
import { type LspClient, startClient, TYPED } from '../support/lspClient.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const REF = 'refs/notes/countersign';

/** A clone that never had the journal: what the editor shows comes from the ledger alone. */
describe('The ledger in the editor', () => {
  let repo: TempRepo;
  let client: LspClient | undefined;
  const code = aiFunction('parsePrice');

  beforeEach(() => {
    repo = createTempRepo({ hasIdentity: true, files: { 'b.ts': 'export const b = 1;\n' } });
    repo.write('a.ts', code);
    recordAi(repo.dir, 'a.ts', code, [[1, 5]]);
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    repo.dispose();
  });

  const commit = (): void => {
    repo.commit('ai');
    assert.equal(runCli(repo, ['promote']).code, 0);
    rmSync(join(repo.dir, '.git/countersign'), { recursive: true });
  };
  const open = async (text: string) => {
    client = await startClient(repo.dir);
    return client.open('a.ts', text);
  };

  it('Shows blocks that wait, and whose each line is', async () => {
    commit();
    const file = await open(code);
    const [block] = await file.blocks((blocks) => blocks.length === 1);
    assert.equal(block?.status, 'unverified');
    const lines = (await file.blame()).lines ?? [];
    assert.deepEqual(
      lines.map((origins) => origins.map(({ kind }) => kind).join()),
      code
        .split('\n')
        .slice(0, -1)
        .map(() => 'ai'),
    );
  });

  it('Shows signatures of others, and that a change outdates them', async () => {
    assert.equal(runAtTerminal(repo, ['sign', 'a.ts:1'], 'y\n').code, 0);
    commit();
    const file = await open(code);
    await file.blocks(([block]) => block?.status === 'verified');
    file.replace('not a price', 'no price', TYPED);
    await file.blocks(([block]) => block?.status === 'outdated');
  });

  it('Hears of a colleague’s sign-off that comes while a file is open, at its next save', async () => {
    commit();
    const file = await open(code);
    await file.blocks(([block]) => block?.status === 'unverified');
    // Elsewhere somebody signs; a sync brings it, and no record of it is in this clone's journal.
    const other = join(repo.root, 'other');
    repo.git('clone', '--quiet', repo.dir, other);
    repo.run('git', ['fetch', '--quiet', 'origin', `${REF}:${REF}`], { cwd: other });
    const signed = runAtTerminal(repo, ['sign', 'a.ts:1'], 'y\n', { cwd: other });
    assert.equal(signed.code, 0, signed.stdout);
    assert.equal(runCli(repo, ['promote'], { cwd: other }).code, 0);
    repo.run('git', ['push', '--quiet', 'origin', REF], { cwd: other });
    file.save();
    await file.blocks(([block]) => block?.status === 'verified');
  });

  it('Hears of a baseline that is made while a file is open, and knows it afterwards', async () => {
    repo.commit('ai');
    const file = await open(code);
    await file.blocks(([block]) => block?.status === 'unverified');
    const made = runAtTerminal(repo, ['baseline'], 'y\n\n');
    assert.equal(made.code, 0, made.stdout);
    await file.blocks(([block]) => block?.status === 'baseline');
    file.replace('not a price', 'no price', TYPED);
    await file.blocks(([block]) => block?.status === 'unverified');
    await client?.stop();
    const again = await open(code);
    await again.blocks(([block]) => block?.status === 'baseline');
  });

  it('Knows lines of a file that was changed since it was committed', async () => {
    commit();
    const file = await open(`// A person's first line\n${code}`);
    const lines = (await file.blame()).lines ?? [];
    assert.notEqual(lines[0]?.[0]?.kind, 'ai');
    assert.ok(lines.slice(1).every(([origin]) => origin?.kind === 'ai'));
  });

  it('Claims nothing in an untrusted workspace, where git is not run', async () => {
    commit();
    client = await startClient(repo.dir, { signals: true, clientCommands: true, trusted: false });
    const file = client.open('a.ts', code);
    const lines = (await file.blame()).lines ?? [];
    assert.ok(lines.every(([origin]) => origin?.kind !== 'ai'));
  });
});
