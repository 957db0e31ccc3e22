import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DiagnosedRecord } from '../../server/src/core/records/record.ts';
import {
  DIAGNOSED,
  type DiagnosedView,
  QUESTIONS,
  type QuestionsResult,
  type ToldView,
} from '../../server/src/protocol/questions.ts';
import { repositoryAt } from '../support/aiText.ts';
import { runCli } from '../support/cli.ts';
import {
  ACCEPTED,
  type LspClient,
  type OpenFile,
  startClient,
  TYPED,
} from '../support/lspClient.ts';
import { cellUri, notebookText } from '../support/notebookText.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const START = 'const one = 1;\n\n';
const PARSE = `export function parsePrice(text: string): number {
  const cents = text.toPrice();
  if (cents < 0) throw new Error('not a price');
  return cents.toCents();
}
`;
const OTHER = PARSE.replace('parsePrice', 'readPrice');
/** 0-based lines of the file. */
const TO_PRICE = 3;
const TO_CENTS = 5;

function told(line: number, more: Partial<DiagnosedView> = {}): DiagnosedView {
  const range = { start: { line, character: 2 }, end: { line, character: 9 } };
  return {
    range,
    kind: 'error',
    source: 'ts',
    code: '2339',
    message: `no member ${line}`,
    ...more,
  };
}

describe('What other extensions tell of AI lines', function () {
  this.timeout(60_000);
  let repo: TempRepo;
  let client: LspClient;
  beforeEach(async () => {
    repo = createTempRepo({
      hasIdentity: true,
      files: { '.vscode/settings.json': '{ "countersign.mode": "enforce" }\n' },
    });
    client = await startClient(repo.dir);
  });
  afterEach(async () => {
    await client.stop();
    repo.dispose();
  });

  const accepted = async (path = 'src/price.ts', text = PARSE): Promise<OpenFile> => {
    const file = client.open(path, START);
    file.edit(START.length, START.length, text, ACCEPTED);
    await file.blocks((blocks) => 0 < blocks.length);
    return file;
  };
  const diagnose = (file: OpenFile, items: readonly unknown[], version = file.version()): void => {
    void client.connection.sendNotification(DIAGNOSED, { uri: file.uri, version, items });
  };
  const toldIn = async (file: OpenFile, symbol = 'parsePrice'): Promise<readonly ToldView[]> => {
    const blocks = await file.blocks((all) => all.some((one) => one.symbol === symbol));
    const blockId = blocks.find((one) => one.symbol === symbol)?.id ?? '';
    const params = { uri: file.uri, version: file.version(), blockId };
    const result: QuestionsResult = await client.connection.sendRequest(QUESTIONS, params);
    assert.equal(result.kind, 'block');
    return result.told;
  };
  const lines = async (file: OpenFile, symbol?: string): Promise<readonly number[]> =>
    (await toldIn(file, symbol)).map(({ line }) => line);
  const hover = async (file: OpenFile, line = TO_PRICE): Promise<string> => {
    const found = await client.connection.sendRequest<{ contents: { value: string } } | null>(
      'textDocument/hover',
      { textDocument: { uri: file.uri }, position: { line, character: 3 } },
    );
    return found?.contents.value ?? '';
  };
  const records = (dir = repo.dir): readonly DiagnosedRecord[] =>
    repositoryAt(dir)
      .journal.readNew()
      .filter((record) => record.kind === 'diagnosed');

  it('is shown with the block, and recorded once under its text', async () => {
    const file = await accepted();
    const old = told(TO_CENTS, { kind: 'deprecated', code: '6385', message: 'toCents is old' });
    diagnose(file, [old, told(TO_PRICE), told(TO_PRICE)]);
    assert.deepEqual((await toldIn(file)).slice(1), [
      { source: 'ts', code: '2339', line: TO_PRICE, message: 'no member 3', kind: 'error' },
      { source: 'ts', code: '6385', line: TO_CENTS, message: 'toCents is old', kind: 'deprecated' },
    ]);
    assert.match(await hover(file), /\n- TypeScript \(2339\) at line 4: no member 3\n/);
    diagnose(file, [told(TO_PRICE)]);
    assert.deepEqual(await lines(file), [TO_PRICE]);
    assert.deepEqual(
      records().map(({ subject, by, detail }) => [subject.path, subject.symbol, by.id, detail]),
      [
        [
          ...['src/price.ts', 'parsePrice', 'ts'],
          {
            ...{ source: 'ts', code: '6385', severity: 'deprecated', lineInBlock: 4 },
            message: 'toCents is old',
          },
        ],
        [
          ...['src/price.ts', 'parsePrice', 'ts'],
          {
            ...{ source: 'ts', code: '2339', severity: 'error', lineInBlock: 2 },
            message: 'no member 3',
          },
        ],
      ],
    );
    const [first] = records();
    assert.match(first?.subject.textHash ?? '', /^sha256:[0-9a-f]{64}$/);
    assert.match(first?.subject.codeHash ?? '', /^sha256:/);
  });

  it('is kept for new lines of AI only', async () => {
    repo.write('src/price.ts', `${START}${PARSE}`);
    repo.commit('Price');
    const file = client.open('src/price.ts', `${START}${PARSE}`);
    const at = file.text().indexOf('  return');
    file.edit(at, at, '  const whole = text.whole();\n  whole.isRound();\n', ACCEPTED);
    await file.blocks((blocks) => 0 < blocks.length);
    file.edit(0, 0, 'typed.wrong();\n', TYPED);
    diagnose(
      file,
      [0, 1, 3, 4, 5, 6, 7, 8, 9].map((line) => told(line)),
    );
    assert.deepEqual(await lines(file), [6, 7]);
    const whole = { start: { line: 0, character: 0 }, end: { line: 4_000_000_000, character: 0 } };
    diagnose(file, [told(0, { range: whole })]);
    assert.deepEqual(await lines(file), [6], 'one that spans them is told at the first of them');
  });

  it('is not kept for AI lines that are committed as they are', async () => {
    const file = await accepted();
    repo.write('src/price.ts', file.text());
    file.save();
    repo.commit('Price');
    file.close();
    const again = client.open('src/price.ts', file.text());
    diagnose(again, [told(TO_PRICE)]);
    assert.deepEqual(await lines(again), []);
    assert.deepEqual(records(), []);
  });

  it('is kept for pasted lines in a block of AI’s too', async () => {
    const file = await accepted();
    const at = file.text().indexOf('  if (cents');
    file.edit(at, at, '  cents.pasted();\n', { kind: 'paste' });
    diagnose(file, [told(TO_PRICE + 1)]);
    assert.deepEqual(await lines(file), [TO_PRICE + 1]);
  });

  it('is told of the one of two equal blocks that it is about', async () => {
    const run = 'first.wrong();\nsecond.wrong();\n';
    const file = await accepted('src/twins.ts', `${PARSE}\n${run}\n${OTHER}\n${run}`);
    const symbol = '(top level)';
    const blocks = (await file.blocks()).filter((one) => one.symbol === symbol);
    const inBlock = async (id = ''): Promise<readonly number[]> => {
      const params = { uri: file.uri, version: file.version(), blockId: id };
      const result: QuestionsResult = await client.connection.sendRequest(QUESTIONS, params);
      return result.kind === 'block' ? result.told.map(({ line }) => line) : [];
    };
    assert.equal(new Set(blocks.map(({ id }) => id.split(':')[2])).size, 1);
    const last = file.text().split('\n').length - 2;
    diagnose(file, [told(last)]);
    assert.deepEqual(await Promise.all(blocks.map(({ id }) => inBlock(id))), [[], [last]]);
  });

  it('is kept for cells of a notebook, and of their committed lines not', async () => {
    const path = 'src/sales.ipynb';
    const before = 'def parse_price(text):\n    return text.cents()\n';
    repo.write(path, notebookText([{ source: before }]));
    repo.commit('Notebook');
    const file = client.open(cellUri(join(repo.dir, path), 0), '', 'python');
    const source = before.replace('    return', '    text = text.price()\n    return');
    file.edit(0, 0, source, ACCEPTED);
    await file.blocks((blocks) => 0 < blocks.length);
    repo.write(path, notebookText([{ source }]));
    file.save();
    await file.blame();
    diagnose(
      file,
      [0, 1, 2].map((line) => told(line)),
    );
    assert.deepEqual(await lines(file, 'parse_price'), [1]);
    assert.deepEqual(
      records().map(({ subject }) => subject.path.startsWith(`${path}#`)),
      [true],
    );
  });

  it('goes with the text it is about, and comes with it again', async () => {
    const file = await accepted();
    diagnose(file, [told(TO_PRICE)]);
    file.edit(0, 0, '// above\n', TYPED);
    assert.deepEqual(await lines(file), [TO_PRICE + 1], 'moved along');
    file.replace('toCents', 'toEuros', TYPED);
    assert.deepEqual(await lines(file), [], 'the block is another');
    diagnose(file, [told(TO_PRICE + 1)]);
    assert.deepEqual(await lines(file), [TO_PRICE + 1]);
    diagnose(file, []);
    assert.deepEqual(await lines(file), []);
    assert.equal(records().length, 2);
  });

  it('is dropped where the version does not fit, or the form', async () => {
    const file = await accepted();
    diagnose(file, [told(TO_PRICE)], file.version() + 1);
    diagnose(file, [told(TO_PRICE)], file.version() - 1);
    assert.deepEqual(await lines(file), []);
    const nobody: unknown = { uri: 'file:///nowhere/a.ts', version: 1, items: [told(0)] };
    for (const params of [nobody, null, { uri: file.uri }, { uri: 1, version: 2, items: [] }]) {
      void client.connection.sendNotification(DIAGNOSED, params);
    }
    diagnose(file, [
      ...[null, 7, {}, { ...told(TO_PRICE), range: {} }, { ...told(TO_PRICE), message: 5 }],
      ...[told(TO_PRICE, { source: 'countersign' }), { ...told(TO_PRICE), kind: 'warning' }],
      { ...told(TO_PRICE), source: 5 },
      { ...told(TO_PRICE), source: undefined, code: 9 },
    ]);
    assert.deepEqual(
      (await toldIn(file)).map(({ source, code }) => [source, code]),
      [['', undefined]],
    );
    assert.match(await hover(file), /- Another extension at line 4: /);
    file.close();
    diagnose(file, [told(TO_CENTS)]);
    assert.equal(await hover(file), '');
  });

  it('waits for a signal that says the lines are AI’s', async () => {
    const file = client.open('src/price.ts', START);
    file.edit(START.length, START.length, PARSE, undefined);
    const { uri } = file;
    diagnose(file, [told(TO_PRICE)]);
    void client.connection.sendNotification('countersign/signal', {
      ...{ uri, version: file.version(), source: ACCEPTED },
    });
    assert.deepEqual(await lines(file), [TO_PRICE]);
    assert.equal(records().length, 1);
  });

  it('is at most fifty a document, and a hover stays readable', async () => {
    const body = Array.from({ length: 200 }, (_, i) => `  call${i}(text.no${i});\n`).join('');
    const file = await accepted('src/long.ts', `function long(text: string): void {\n${body}}\n`);
    diagnose(
      file,
      Array.from({ length: 300 }, (_, i) => told(3 + (i % 200), { message: `${i}` })),
    );
    assert.equal((await toldIn(file, 'long')).length, 50);
    assert.equal(records().length, 50);
    const value = await hover(file);
    assert.equal(value.match(/TypeScript/g)?.length, 8);
    assert.match(value, /\n- and 42 more by other extensions/);
  });

  it('is plain text whatever it holds', async () => {
    const file = await accepted();
    const message = '[click](command:evil)\n\n# **Title** <img src=x> `code` $(sync~spin) \u202e';
    diagnose(file, [
      told(TO_PRICE, { message, source: '[x](y)', code: '\u0000<b>' }),
      told(TO_CENTS, { message: 'z'.repeat(5_000) }),
      told(TO_CENTS, { message: 'see https://evil.example or mail a@evil.example' }),
    ]);
    const value = await hover(file);
    assert.ok(
      value.includes(
        '- \\[x\\](y) (\\<b\\>) at line 4: \\[click\\](command\\:evil) \\# \\*\\*Title\\*\\* \\<img src=x\\> \\`code\\` $\\(sync\\~spin)\n',
      ),
      value,
    );
    assert.match(value, /see https\\:\/\/evil\\\.example or mail a\\@evil\\\.example\n/);
    assert.equal((await toldIn(file))[1]?.message.length, 300);
  });

  it('is remembered for the same content until something is told again', async () => {
    const file = await accepted();
    diagnose(file, [told(TO_PRICE)]);
    assert.deepEqual(await lines(file), [TO_PRICE]);
    repo.write('src/price.ts', file.text());
    file.save();
    await client.stop();
    client = await startClient(repo.dir);
    const again = client.open('src/price.ts', file.text());
    const [known] = await toldIn(again);
    assert.deepEqual([known?.line, known?.message], [TO_PRICE, 'no member 3']);
    assert.match(known?.recordedAt ?? '', /^20\d\d-/);
    assert.match(
      await hover(again),
      /no member 3, told on 20[\d-]+ [\d:]+ UTC and not again since/,
    );
    diagnose(again, [told(TO_PRICE)]);
    assert.equal((await toldIn(again))[0]?.recordedAt, undefined);
    diagnose(again, []);
    assert.deepEqual(await toldIn(again), []);
    assert.equal(records().length, 1, 'nothing is written twice');
  });

  it('is shown and not written in an untrusted workspace', async () => {
    await client.stop();
    const storage = join(repo.root, 'storage');
    const options = { signals: true, clientCommands: true, storage, trusted: false };
    client = await startClient(repo.dir, options);
    const file = await accepted();
    diagnose(file, [told(TO_PRICE)]);
    assert.deepEqual(await lines(file), [TO_PRICE]);
    assert.deepEqual(records(), []);
    assert.doesNotMatch(allText(storage), /diagnosed/);
  });

  it('decides nothing: gate and status print the same bytes with it and without', async () => {
    const file = await accepted();
    repo.write('src/price.ts', file.text());
    file.save();
    await client.connection.sendRequest('countersign/queue');
    repo.git('add', '--all');
    const run = (...args: string[]): unknown => runCli(repo, [...args, '--json']);
    const before = [run('gate'), run('status'), run('log', 'src/price.ts:4')];
    diagnose(file, [told(TO_PRICE), told(TO_CENTS, { kind: 'deprecated' })]);
    assert.equal((await toldIn(file)).length, 2);
    assert.equal(records().length, 2);
    const after = [run('gate'), run('status'), run('log', 'src/price.ts:4')];
    assert.deepEqual(after, before);
    assert.match(JSON.stringify(after[0]), /unverified/);
    assert.doesNotMatch(JSON.stringify(after), /no member/);
  });

  it('never reaches the ledger', async () => {
    const file = await accepted();
    repo.write('src/price.ts', file.text());
    file.save();
    diagnose(file, [told(TO_PRICE)]);
    assert.deepEqual(await lines(file), [TO_PRICE]);
    repo.git('add', '--all');
    repo.git('commit', '--quiet', '--no-verify', '--message', 'Price');
    assert.equal(runCli(repo, ['promote']).code, 0);
    const shared = repo
      .git('ls-tree', '-r', '--name-only', 'refs/notes/countersign')
      .split('\n')
      .filter((name) => name !== '')
      .map((name) => repo.git('show', `refs/notes/countersign:${name}`))
      .join('\n');
    assert.match(shared, /"kind":"provenance"/);
    assert.doesNotMatch(shared, /diagnosed|no member/);
  });
});

/** All files below a folder, one behind the other. */
function allText(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}
