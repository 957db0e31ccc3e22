import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hover } from 'vscode-languageserver/node';
import { COPIES, type CopiesResult } from '../../server/src/protocol/index.ts';
import { ACCEPTED, type LspClient, startClient, TYPED } from '../support/lspClient.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const PRICE = `function parsePrice(text: string): number {
  const cents = Math.round(Number(text) * 100);
  if (Number.isNaN(cents)) throw new Error(\`not a price: \${text}\`);
  return cents;
}`;

describe('The whole way through the server', () => {
  let repo: TempRepo;
  let client: LspClient;

  beforeEach(async () => {
    repo = createTempRepo({ hasIdentity: true });
    repo.write('src/price.ts', 'const one = 1;\n\n');
    repo.commit('Start');
    client = await startClient(repo.dir);
  });
  afterEach(async () => {
    await client.stop();
    repo.dispose();
  });

  const status = (expected: string) => (blocks: readonly { status: string }[]) =>
    blocks.length === 1 && blocks[0]?.status === expected;

  it('Shows an accepted completion as unverified, with tool and lines', async () => {
    const file = client.open('src/price.ts', 'const one = 1;\n\n');
    file.edit(16, 16, PRICE, ACCEPTED);
    const [block] = await file.blocks(status('unverified'));
    assert.equal(block?.symbol, 'parsePrice');
    assert.equal(block?.tool, 'sample.assistant');
    assert.deepEqual(block?.aiLines, [[2, 6]]);
    assert.deepEqual([block?.startLine, block?.endLine], [2, 6]);
  });

  it('Records the accept with origin, tier, time and person, and keeps the text', async () => {
    const file = client.open('src/price.ts', 'const one = 1;\n\n');
    file.edit(16, 16, PRICE, ACCEPTED);
    await file.blocks(status('unverified'));
    file.save();
    await client.connection.sendRequest('countersign/queue');
    const records = journalRecords(repo);
    const accept = records.find(({ kind }) => kind === 'provenance');
    assert.equal(accept?.by.id, 'ada@example.com');
    assert.equal(accept?.detail.origin.tool, 'sample.assistant');
    assert.equal(accept?.detail.tier, 'platform');
    assert.deepEqual(accept?.detail.lines, { startLine: 3, endLine: 7 });
    repo.write('src/price.ts', file.text());
    const blob = repo.git('hash-object', 'src/price.ts').trim();
    assert.ok(records.some(({ kind, subject }) => kind === 'snapshot' && subject.blob === blob));
  });

  it('Knows the copies of a short block in other files, open or not, and signs them', async () => {
    const getter = 'export const one = () => 1;\n';
    const put = (path: string) => {
      const file = client.open(path, '');
      file.edit(0, 0, getter, ACCEPTED);
      return file;
    };
    const first = put('a.ts');
    const [block] = await first.blocks(status('unverified'));
    const second = put('lib/b.ts');
    await second.blocks(status('unverified'));
    const third = put('c.ts');
    await third.blocks(status('unverified'));
    repo.write('c.ts', getter);
    third.save();
    third.close();
    const signed = await client.attest({
      action: 'sign',
      uri: first.uri,
      version: first.version(),
      blockIds: [block?.id ?? ''],
      via: 'lens',
    });
    assert.equal(signed.kind, 'recorded');
    const code = signed.kind === 'recorded' ? (signed.code ?? []) : [];
    const ask = (sign: boolean): Promise<CopiesResult> =>
      client.connection.sendRequest(COPIES, { code, via: 'lens', sign });
    const places = (result: CopiesResult): string[] =>
      result.kind === 'refused'
        ? [result.message]
        : result.places.map(({ path, line }) => `${path}:${line}`).sort();
    assert.deepEqual(places(await ask(false)), ['c.ts:0', 'lib/b.ts:0']);
    assert.deepEqual(places(await ask(true)), ['c.ts:0', 'lib/b.ts:0']);
    await second.blocks(status('verified'));
    assert.deepEqual(places(await ask(false)), []);
    const again = client.open('c.ts', getter);
    await again.blocks(status('verified'));
  });

  it('Offers lenses and a hover that tells the provenance', async () => {
    const file = client.open('src/price.ts', 'const one = 1;\n\n');
    file.edit(16, 16, PRICE, ACCEPTED);
    await file.blocks(status('unverified'));
    const lenses = await client.lenses(file.uri);
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['AI · sample.assistant · unverified', 'Review', 'Sign off', 'History'],
    );
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri: file.uri },
      position: { line: 4, character: 3 },
    });
    const text = JSON.stringify(hover.contents);
    for (const words of ['sample', 'Ada', 'unverified', '5 of 5 lines']) {
      assert.ok(text.includes(words), `${words} in ${text}`);
    }
  });

  it('Goes from signed to outdated by one token, back by undo, and is withdrawn', async () => {
    const file = client.open('src/price.ts', 'const one = 1;\n\n');
    file.edit(16, 16, PRICE, ACCEPTED);
    const [block] = await file.blocks(status('unverified'));
    const signed = await client.attest({
      action: 'sign',
      uri: file.uri,
      version: file.version(),
      blockIds: [block?.id ?? ''],
      via: 'lens',
    });
    assert.deepEqual(signed, { kind: 'recorded', nBlocks: 1 });
    await file.blocks(status('verified'));
    file.replace('* 100', '* 10', TYPED);
    await file.blocks(status('outdated'));
    file.replace('* 10)', '* 100)', {
      kind: 'platform',
      source: 'applyEdits',
      metadata: {},
    });
    const [again] = await file.blocks(status('verified'));
    const withdrawn = await client.attest({
      action: 'unsign',
      uri: file.uri,
      version: file.version(),
      blockIds: [again?.id ?? ''],
      via: 'lens',
    });
    assert.equal(withdrawn.kind, 'recorded');
    await file.blocks(status('unverified'));
  });

  it('Refuses to sign a version that the person has not seen', async () => {
    const file = client.open('src/price.ts', 'const one = 1;\n\n');
    file.edit(16, 16, PRICE, ACCEPTED);
    const [block] = await file.blocks(status('unverified'));
    const refused = await client.attest({
      action: 'sign',
      uri: file.uri,
      version: file.version() - 1,
      blockIds: [block?.id ?? ''],
      via: 'lens',
    });
    assert.equal(refused.kind, 'refused');
  });

  it('Shows the same state after the editor was closed and opened, saved or not', async () => {
    const file = client.open('src/price.ts', 'const one = 1;\n\n');
    file.edit(16, 16, PRICE, ACCEPTED);
    await file.blocks(status('unverified'));
    file.edit(0, 0, '// a person typed this\n', TYPED);
    await file.blocks(status('unverified'));
    await client.stop();
    client = await startClient(repo.dir);
    const again = client.open('src/price.ts', file.text());
    const [block] = await again.blocks(status('unverified'));
    assert.deepEqual(block?.aiLines, [[3, 7]]);
  });

  it('Keeps the origin through Save As of an untitled document', async () => {
    await client.stop();
    client = await startClient(repo.dir, {
      signals: true,
      clientCommands: true,
      storage: join(repo.dir, '../storage'),
    });
    const fresh = client.open('untitled:Untitled-1', '');
    fresh.edit(0, 0, PRICE, ACCEPTED);
    await fresh.blocks((blocks) => blocks.length === 1);
    fresh.close();
    const saved = client.open('src/saved.ts', fresh.text());
    await saved.blocks(status('unverified'));
  });

  it('Brings the records of a folder into the repository that git init makes of it', async () => {
    await client.stop();
    const outside = join(repo.root, 'outside');
    const storage = join(repo.root, 'storage');
    mkdirSync(join(outside, 'lib'), { recursive: true });
    client = await startClient(outside, { signals: true, clientCommands: true, storage });
    const file = client.open('lib/price.ts', '');
    file.edit(0, 0, PRICE, ACCEPTED);
    await file.blocks(status('unverified'));
    file.save();
    writeFileSync(join(outside, 'lib/price.ts'), file.text());
    repo.run('git', ['init', '--quiet'], { cwd: outside });
    file.save();
    file.edit(0, 0, '// typed\n', TYPED);
    await file.blocks(status('unverified'));
    await client.stop();
    assert.ok(existsSync(join(outside, '.git/countersign/journal/main')));
    client = await startClient(outside, { signals: true, clientCommands: true, storage });
    const [block] = await client.open('lib/price.ts', PRICE).blocks(status('unverified'));
    assert.equal(block?.symbol, 'parsePrice');
  });

  it('Writes nothing into an untrusted repository, and brings it in once it is trusted', async () => {
    await client.stop();
    const storage = join(repo.root, 'storage');
    client = await startClient(repo.dir, {
      signals: true,
      clientCommands: true,
      storage,
      trusted: false,
    });
    const file = client.open('src/price.ts', '');
    file.edit(0, 0, PRICE, ACCEPTED);
    const [block] = await file.blocks(status('unverified'));
    const refused = await client.attest({
      action: 'sign',
      uri: file.uri,
      version: file.version(),
      blockIds: [block?.id ?? ''],
      via: 'lens',
    });
    assert.equal(refused.kind, 'refused');
    await client.stop();
    assert.ok(!existsSync(join(repo.dir, '.git/countersign')));
    client = await startClient(repo.dir, { signals: true, clientCommands: true, storage });
    await client.open('src/price.ts', PRICE).blocks(status('unverified'));
    assert.ok(existsSync(join(repo.dir, '.git/countersign/journal')));
  });

  it('Never calls typed, pasted or foreign text AI', async () => {
    const file = client.open('src/price.ts', '');
    file.edit(0, 0, PRICE, TYPED);
    file.edit(0, 0, `${PRICE.replace('parsePrice', 'pasted')}\n`, {
      kind: 'platform',
      source: 'cursor',
      metadata: { kind: 'paste' },
    });
    file.edit(0, 0, `${PRICE.replace('parsePrice', 'foreign')}\n`, {
      kind: 'platform',
      source: 'unknown',
      metadata: { name: 'MainThreadTextEditor' },
    });
    file.edit(0, 0, `${PRICE.replace('parsePrice', 'silent')}\n`, undefined);
    assert.deepEqual(await file.blocks(), []);
    assert.deepEqual(journalRecords(repo), []);
  });

  it('Restores the spans of a branch that comes back, and claims nothing of the other', async () => {
    const file = client.open('src/price.ts', 'const one = 1;\n\n');
    file.edit(16, 16, PRICE, ACCEPTED);
    await file.blocks(status('unverified'));
    file.save();
    const whole = file.text();
    const reload = { kind: 'platform', source: 'reloadFromDisk', metadata: {} } as const;
    file.edit(0, whole.length, 'export const otherBranch = true;\n', reload);
    await file.blocks((blocks) => blocks.length === 0);
    file.edit(0, file.text().length, whole, reload);
    const [block] = await file.blocks(status('unverified'));
    assert.deepEqual(block?.aiLines, [[2, 6]]);
  });

  it('Takes in a sign-off that another process recorded', async () => {
    const file = client.open('src/price.ts', 'const one = 1;\n\n');
    file.edit(16, 16, PRICE, ACCEPTED);
    const [block] = await file.blocks(status('unverified'));
    file.save();
    const other = await startClient(repo.dir);
    const same = other.open('src/price.ts', file.text());
    await same.blocks(status('unverified'));
    await other.attest({
      action: 'sign',
      uri: same.uri,
      version: same.version(),
      blockIds: [block?.id ?? ''],
      via: 'lens',
    });
    await file.blocks(status('verified'));
    await other.stop();
  });

  it('Gives a plain client diagnostics and names the terminal command, no sign-off', async () => {
    const plain = await startClient(repo.dir, {});
    const diagnostics = new Promise<string>((resolve) => {
      plain.connection.onNotification(
        'textDocument/publishDiagnostics',
        ({ diagnostics: found }: { diagnostics: { message: string }[] }) => {
          if (found[0]) resolve(found[0].message);
        },
      );
    });
    const file = client.open('src/price.ts', 'const one = 1;\n\n');
    file.edit(16, 16, PRICE, ACCEPTED);
    await file.blocks(status('unverified'));
    file.save();
    await client.connection.sendRequest('countersign/queue');
    const same = plain.open('src/price.ts', file.text());
    assert.match(await diagnostics, /countersign sign src\/price\.ts:3/);
    const lenses = await plain.lenses(same.uri);
    assert.deepEqual(
      lenses.map(({ command }) => command?.command),
      ['countersign.server.howToSign'],
    );
    await plain.stop();
  });
});

interface JournalLine {
  readonly kind: string;
  readonly subject: { readonly blob?: string };
  readonly by: { readonly id: string };
  readonly detail: {
    readonly origin: { readonly tool?: string };
    readonly tier?: string;
    readonly lines?: unknown;
  };
}

function journalRecords(repo: TempRepo): JournalLine[] {
  const dir = join(repo.dir, '.git/countersign/journal/main');
  let names: string[];
  try {
    names = readdirSync(dir);
  } catch {
    return [];
  }
  return names
    .flatMap((name) => readFileSync(join(dir, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line): JournalLine => JSON.parse(line).record);
}
