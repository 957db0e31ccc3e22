import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import {
  type BlockHistoryView,
  HISTORY,
  HISTORY_COMMIT,
  type HistoryParams,
  type HistoryResult,
} from '../../server/src/protocol/history.ts';
import {
  CORRECT,
  type CorrectParams,
  type CorrectResult,
  QUEUE,
  REVIEWED,
  type ReviewedResult,
} from '../../server/src/protocol/index.ts';
import { sha256 } from '../../server/src/node/git/contentIds.ts';
import { createBlockReader } from '../../server/src/node/parsers/blockReader.ts';
import { runCli } from '../support/cli.ts';
import {
  ACCEPTED,
  GRAMMARS,
  type LspClient,
  type OpenFile,
  startClient,
  TYPED,
} from '../support/lspClient.ts';
import { notebookText } from '../support/notebookText.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const PRICE = `function parsePrice(text: string): number {
  const cents = Math.round(Number(text) * 100);
  if (Number.isNaN(cents)) throw new Error(\`not a price: \${text}\`);
  return cents;
}`;
const START = 'const one = 1;\n\n';

describe('The history of a block in the editor', function () {
  this.timeout(60_000);
  let repo: TempRepo;
  let client: LspClient;

  beforeEach(async () => {
    repo = createTempRepo({ hasIdentity: true });
    repo.write('src/price.ts', START);
    repo.commit('Start');
    client = await startClient(repo.dir);
  });
  afterEach(async () => {
    await client.stop();
    repo.dispose();
  });

  const ask = (params: HistoryParams) =>
    client.connection.sendRequest<HistoryResult>(HISTORY, params);
  const historyAt = async (file: OpenFile, line: number): Promise<BlockHistoryView> => {
    const result = await ask({ uri: file.uri, line });
    assert.ok(result.kind === 'block', JSON.stringify(result));
    return result;
  };
  const kindsOf = ({ events }: BlockHistoryView) => events.map(({ kind }) => kind);

  /** A file with one AI block, lines 2 to 6. */
  const accepted = async (): Promise<OpenFile> => {
    const file = client.open('src/price.ts', START);
    file.edit(START.length, START.length, PRICE, ACCEPTED);
    await file.blocks((blocks) => blocks.length === 1);
    return file;
  };
  const sign = async (file: OpenFile): Promise<void> => {
    const [block] = await file.blocks((blocks) => blocks.length === 1);
    const params = { uri: file.uri, version: file.version(), blockIds: [block?.id ?? ''] };
    const done = await client.attest({ ...params, action: 'sign', via: 'lens', note: 'read it' });
    assert.equal(done.kind, 'recorded');
  };

  it('tells who wrote, signed and changed a text that was never saved', async () => {
    const file = await accepted();
    await sign(file);
    file.replace('* 100', '* 100 + fee', TYPED);
    const history = await historyAt(file, 4);
    const { path, symbol, startLine, endLine, status, version } = history;
    assert.deepEqual(
      { path, symbol, startLine, endLine, status, version },
      {
        path: 'src/price.ts',
        symbol: 'parsePrice',
        startLine: 2,
        endLine: 6,
        status: 'outdated',
        version: file.version(),
      },
    );
    assert.deepEqual(kindsOf(history), ['written', 'signed', 'edited']);
    const [written, signed] = history.events;
    assert.ok(written?.kind === 'written' && signed?.kind === 'signed');
    assert.equal(written.nLines, 5);
    assert.deepEqual(
      [written.origin.tool, written.origin.tier, written.origin.by],
      ['sample.assistant', 'platform', 'Ada Example <ada@example.com>'],
    );
    assert.deepEqual(
      [signed.by, signed.via, signed.note, signed.standing],
      ['Ada Example', 'lens', 'read it', 'other'],
    );
    assert.equal(signed.base, repo.git('rev-parse', 'HEAD').trim());
    assert.equal(history.isOutsideGit, false);
    const { nAdded, nRemoved, origins = [], reviewId } = history.change ?? {};
    assert.deepEqual([nAdded, nRemoved, reviewId], [1, 1, signed.reviewId]);
    // The AI wrote most of that line, but before it was signed.
    assert.deepEqual(
      origins.map(({ kind }) => kind),
      ['human'],
    );
  });

  it('gives the text of any review of it, from a commit too', async () => {
    const file = await accepted();
    await sign(file);
    file.save();
    await client.connection.sendRequest(QUEUE);
    repo.write('src/price.ts', file.text());
    repo.commit('Parse prices');
    runCli(repo, ['promote']);
    await client.stop();
    rmSync(join(repo.dir, '.git/countersign'), { recursive: true });
    client = await startClient(repo.dir);
    const again = client.open('src/price.ts', file.text());
    await again.blocks((blocks) => blocks[0]?.status === 'verified');
    again.replace('* 100', '* 100 + fee', TYPED);
    const history = await historyAt(again, 4);
    assert.deepEqual(kindsOf(history), ['written', 'committed', 'signed', 'edited']);
    assert.equal(history.change?.nAdded, 1);
    const signed = history.events.find((event) => event.kind === 'signed');
    const { uri } = again;
    const { blockId, version } = history;
    const params = { uri, version, blockId, reviewId: signed?.reviewId };
    const reviewed = await client.connection.sendRequest<ReviewedResult>(REVIEWED, params);
    assert.equal(reviewed.text, PRICE);
  });

  it('finds the first commit that had code of it, though later ones have it too', async () => {
    const file = await accepted();
    file.save();
    await client.connection.sendRequest(QUEUE);
    repo.write('src/price.ts', file.text());
    repo.commit('Parse prices: "all" of them');
    const first = repo.git('rev-parse', 'HEAD').trim();
    repo.write('src/price.ts', `${file.text()}\n\nconst two = 2;\n`);
    repo.commit('Count to two');
    runCli(repo, ['promote']);
    const history = await historyAt(file, 4);
    const committed = history.events.find((event) => event.kind === 'committed');
    assert.ok(committed);
    const { path, symbol, codeHash } = committed;
    const commitOf = (code: { codeHash: string; path: string }) =>
      client.connection.sendRequest(HISTORY_COMMIT, { uri: file.uri, symbol, ...code });
    const found = { commit: first, subject: 'Parse prices: "all" of them' };
    assert.deepEqual(await commitOf({ path, codeHash }), found);
    assert.deepEqual(await commitOf({ path, codeHash: `sha256:${'0'.repeat(64)}` }), {});
    assert.deepEqual(await commitOf({ path: 'src/[p]rice.ts', codeHash }), {});
  });

  it('finds the commit of a cell’s code in its notebook', async () => {
    const source = 'def parse_price(text):\n    return round(float(text) * 100)\n';
    repo.write('sales.ipynb', notebookText([{ source: 'import re' }]));
    repo.commit('Start a notebook');
    repo.write('sales.ipynb', notebookText([{ source: 'import re' }, { source }]));
    repo.commit('Parse prices in it');
    const commit = repo.git('rev-parse', 'HEAD').trim();
    const reader = createBlockReader({ grammars: GRAMMARS, sha256 });
    const [block] = (await reader.read('cell.py', source)).blocks;
    assert.ok(block);
    const { symbol, codeHash } = block;
    const uri = pathToFileURL(join(repo.dir, 'sales.ipynb')).toString();
    const params = { uri, path: 'sales.ipynb', symbol, codeHash };
    assert.deepEqual(await client.connection.sendRequest(HISTORY_COMMIT, params), {
      commit,
      subject: 'Parse prices in it',
    });
  });

  it('tells what people said of its lines, and not of another block’s', async () => {
    const file = await accepted();
    file.edit(
      0,
      0,
      `${PRICE.replaceAll('parsePrice', 'parseFee').replace('cents', 'fee')}\n\n`,
      ACCEPTED,
    );
    await file.blocks((blocks) => blocks.length === 2);
    const lines = { startLine: 0, endLine: 4 };
    const params: CorrectParams = { uri: file.uri, version: file.version(), ...lines, as: 'human' };
    const done = await client.connection.sendRequest<CorrectResult>(CORRECT, params);
    assert.equal(done.kind, 'recorded');
    const [fee, price] = [await historyAt(file, 2), await historyAt(file, 10)];
    assert.deepEqual([fee.symbol, kindsOf(fee)], ['parseFee', ['written', 'stated']]);
    assert.deepEqual([price.symbol, kindsOf(price)], ['parsePrice', ['written']]);
  });

  it('follows a block by its name when lines move, and finds the nearest of that name', async () => {
    const file = await accepted();
    file.edit(0, 0, '// one\n// two\n// three\n// four\n// five\n', TYPED);
    const byName = await ask({ uri: file.uri, line: 2, symbol: 'parsePrice' });
    assert.ok(byName.kind === 'block');
    assert.deepEqual([byName.symbol, byName.startLine], ['parsePrice', 7]);
    assert.deepEqual(await ask({ uri: file.uri, line: 2 }), { kind: 'none', why: 'noBlock' });
  });

  it('says why there is none', async () => {
    const why = async (uri: string, line = 0): Promise<string> => {
      const result = await ask({ uri, line });
      return result.kind === 'none' ? result.why : result.kind;
    };
    assert.equal(await why(client.open('src/other.ts', START).uri), 'noAi');
    assert.equal(await why('file:///nowhere/else.ts'), 'untracked');
    assert.equal(await why(client.open('output:log', 'a line').uri), 'untracked');
    repo.write('.vscode/settings.json', '{ "countersign.policy.exclude": ["src/**"] }\n');
    repo.write('lib/.vscode/settings.json', '{ "countersign.enable": false }\n');
    await client.stop();
    client = await startClient(repo.dir);
    assert.equal(await why(client.open('src/price.ts', START).uri), 'excluded');
    assert.equal(await why(client.open('lib/price.ts', START).uri), 'off');
  });

  it('is told outside git and in an untrusted workspace, as far as it is known there', async () => {
    await client.stop();
    const storage = join(repo.root, 'storage');
    client = await startClient(repo.root, { signals: true, clientCommands: true, storage });
    const outside = client.open('price.ts', '');
    outside.edit(0, 0, PRICE, ACCEPTED);
    await outside.blocks((blocks) => blocks.length === 1);
    assert.equal((await historyAt(outside, 0)).isOutsideGit, true);
    await client.stop();
    const options = { signals: true, clientCommands: true, storage, trusted: false };
    client = await startClient(repo.dir, options);
    const file = await accepted();
    const history = await historyAt(file, 3);
    assert.deepEqual([kindsOf(history), history.isOutsideGit], [['written'], false]);
  });

  it('is given up when nobody wants it any more', async () => {
    const file = await accepted();
    const source = new CancellationTokenSource();
    const { uri } = file;
    const asked = client.connection.sendRequest(HISTORY, { uri, line: 3 }, source.token);
    source.cancel();
    await assert.rejects(asked, /not wanted any more|cancel/i);
  });

  it('has a lens and a link in the hover', async () => {
    const file = await accepted();
    const textDocument = { uri: file.uri };
    const hover = await client.connection.sendRequest<{ contents: { value: string } }>(
      'textDocument/hover',
      { textDocument, position: { line: 3, character: 2 } },
    );
    const [, json] = /\(command:countersign\.history\?([^ ]+) /.exec(hover.contents.value) ?? [];
    assert.deepEqual(JSON.parse(decodeURIComponent(json ?? '')), [
      { uri: file.uri, version: file.version(), line: 3, symbol: 'parsePrice' },
    ]);
  });

  it('is text for a client that has no view', async () => {
    await client.stop();
    client = await startClient(repo.dir, { signals: true });
    const shown: string[] = [];
    client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      shown.push(message);
    });
    client.connection.onRequest('window/showMessageRequest', ({ message }: { message: string }) => {
      shown.push(message);
      return null;
    });
    const file = client.open('src/price.ts', START);
    file.edit(START.length, START.length, PRICE, ACCEPTED);
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } };
    const actions = await client.connection.sendRequest<
      { title: string; command: { command: string; arguments: unknown[] } }[]
    >('textDocument/codeAction', {
      textDocument: { uri: file.uri },
      range,
      context: { diagnostics: [] },
    });
    const action = actions.find(({ title }) => title === 'History of parsePrice (Countersign)');
    const text = await client.connection.sendRequest<string>(
      'workspace/executeCommand',
      action?.command,
    );
    assert.match(
      text,
      /^src\/price\.ts:3 {2}parsePrice {2}unverified\n {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}written by AI · sample\.assistant \(platform\), let in by Ada Example <ada@example\.com>$/,
    );
    assert.deepEqual(shown, [text]);
    for (const args of [[], [{ line: 3 }], [{ uri: file.uri, line: 'three' }]]) {
      await assert.rejects(
        client.connection.sendRequest('workspace/executeCommand', {
          command: 'countersign.history',
          arguments: args,
        }),
        /countersign log PATH:LINE/,
      );
    }
  });
});
