import assert from 'node:assert/strict';
import { join } from 'node:path';
import { gateSchema } from '../../server/src/cli/schemas/gate.ts';
import { QUEUE, type QueueResult } from '../../server/src/protocol/index.ts';
import { CLI, jsonOf, runAtTerminal, runCli } from '../support/cli.ts';
import {
  ACCEPTED,
  type LspClient,
  type OpenFile,
  startClient,
  TYPED,
} from '../support/lspClient.ts';
import { type CellText, cellUri, lineOf, notebookText } from '../support/notebookText.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const PATH = 'src/sales.ipynb';
const PARSE = `def parse_price(text):
    cents = round(float(text) * 100)
    if cents < 0:
        raise ValueError("not a price")
    return cents
`;
const HUMAN = 'import csv\nrows = list(csv.reader(open("sales.csv")))\n';
const RELOAD = { kind: 'platform', source: 'reloadFromDisk', metadata: {} } as const;
const AI = 'ai sample.assistant';

describe('Cells of a notebook in the editor', function () {
  this.timeout(60_000);
  let repo: TempRepo;
  let client: LspClient;

  beforeEach(async () => {
    repo = createTempRepo({
      hasIdentity: true,
      files: {
        '.vscode/settings.json': '{ "countersign.mode": "enforce" }\n',
        [PATH]: notebookText([{ source: HUMAN, id: 'h1' }]),
      },
    });
    client = await startClient(repo.dir);
  });
  afterEach(async () => {
    await client.stop();
    repo.dispose();
  });
  const open = (handle: number, text: string, path = PATH, scheme = 'file'): OpenFile =>
    client.open(
      cellUri(scheme === 'untitled' ? path : join(repo.dir, path), handle, scheme),
      text,
      'python',
    );
  const put = (cells: readonly CellText[], path = PATH): string => {
    const text = notebookText(cells);
    repo.write(path, text);
    repo.git('add', '--all');
    return text;
  };
  const findings = (): string[] =>
    gateSchema
      .parse(jsonOf(runCli(repo, ['gate', '--json'])))
      .findings.map(({ path, line, code }) => `${path}:${line} ${code}`);
  const origins = async (file: OpenFile): Promise<string[]> =>
    ((await file.blame()).lines ?? []).map((line) =>
      line.map((one) => (one.kind === 'ai' ? `ai ${one.tool}` : one.kind)).join(' + '),
    );

  it('An accept in a cell is marked there, and the gate refuses it at its lines of the file', async () => {
    const human = open(0, HUMAN);
    const cell = open(1, '');
    cell.edit(0, 0, PARSE, ACCEPTED);
    human.edit(HUMAN.length, HUMAN.length, 'print(len(rows))', TYPED);
    const [block] = await cell.blocks((blocks) => blocks.length === 1);
    assert.deepEqual([block?.symbol, block?.startLine, block?.endLine], ['parse_price', 0, 4]);
    assert.deepEqual(await origins(cell), [AI, AI, AI, AI, AI]);
    await settle(cell);
    const text = put([{ source: `${HUMAN}print(len(rows))`, id: 'h1' }, { source: PARSE }]);
    assert.deepEqual(findings(), [`${PATH}:${lineOf(text, 'def parse')} unverified`]);
    assert.deepEqual(await human.blocks(), []);
  });

  it('Signed in the cell, it passes the gate; withdrawn, it does not', async () => {
    const cell = open(1, '');
    cell.edit(0, 0, PARSE, ACCEPTED);
    const [block] = await cell.blocks((blocks) => blocks.length === 1);
    const attest = (action: 'sign' | 'unsign') =>
      client.attest({
        action,
        uri: cell.uri,
        version: cell.version(),
        blockIds: [block?.id ?? ''],
        via: 'lens',
      });
    const signed = await attest('sign');
    assert.deepEqual([signed.kind, 'nBlocks' in signed && signed.nBlocks], ['recorded', 1]);
    put([{ source: HUMAN, id: 'h1' }, { source: PARSE }]);
    assert.deepEqual(findings(), []);
    await attest('unsign');
    assert.equal(findings().length, 1);
  });

  it('Signed at a terminal, it is verified in the cell', async () => {
    const cell = open(1, '');
    cell.edit(0, 0, PARSE, ACCEPTED);
    await cell.blocks((blocks) => blocks.length === 1);
    await settle(cell);
    const text = put([{ source: HUMAN, id: 'h1' }, { source: PARSE }]);
    runAtTerminal(repo, ['sign', `${PATH}:${lineOf(text, 'cents < 0')}`], 'y\n');
    assert.deepEqual(findings(), []);
    await cell.blocks(([block]) => block?.status === 'verified');
  });

  it('Opened again, under other numbers, each cell is known by its text', async () => {
    const cell = open(1, '');
    cell.edit(0, 0, PARSE, ACCEPTED);
    await cell.blocks((blocks) => blocks.length === 1);
    cell.close();
    put([{ source: PARSE }, { source: HUMAN, id: 'h1' }]);
    const [first, second] = [open(0, PARSE), open(1, HUMAN)];
    await first.blocks((blocks) => blocks.length === 1);
    assert.deepEqual(await second.blocks(), []);
    assert.deepEqual(await origins(second), ['unknown', 'unknown']);
  });

  it('An agent that edits the file explains what an open cell reloads', async () => {
    const cell = open(0, HUMAN);
    await cell.blocks();
    const now = `${HUMAN}\n${PARSE}`;
    put([{ source: now, id: 'h1' }]);
    cell.edit(HUMAN.length, HUMAN.length, `\n${PARSE}`, RELOAD);
    const input = {
      notebook_path: join(repo.dir, PATH),
      cell_id: 'h1',
      new_source: now,
      edit_mode: 'replace',
    };
    const done = runCliWithInput(repo, {
      session_id: 's',
      transcript_path: '/home/ada/.claude/projects/x/s.jsonl',
      cwd: repo.dir,
      hook_event_name: 'PostToolUse',
      tool_name: 'NotebookEdit',
      tool_input: input,
      tool_response: { ...input, old_source: HUMAN, cell_type: 'code' },
      tool_use_id: 'toolu_1',
    });
    assert.equal(done.code, 0);
    await cell.blocks((blocks) => blocks.length === 1);
    const agent = 'ai claude-code';
    assert.deepEqual((await origins(cell)).slice(3, 8), [agent, agent, agent, agent, agent]);
  });

  it('Equal code in the editor and on disk has one hash, whatever the kernel’s language', async () => {
    const source = 'export function total(rows: number[]): number {\n  return rows.length;\n}\n';
    const path = 'deno.ipynb';
    repo.write(path, notebookText([{ source: '1' }], { language: 'typescript' }));
    const cell = open(0, '', path);
    cell.edit(0, 0, source, ACCEPTED);
    const [block] = await cell.blocks((blocks) => blocks.length === 1);
    assert.equal(block?.symbol, 'total');
    await client.attest({
      action: 'sign',
      uri: cell.uri,
      version: cell.version(),
      blockIds: [block?.id ?? ''],
      via: 'lens',
    });
    repo.write(path, notebookText([{ source }], { language: 'typescript' }));
    repo.git('add', '--all');
    assert.deepEqual(findings(), []);
    assert.match(runCli(repo, ['status']).stdout, /verified/);
  });

  it('A notebook that is not saved yet keeps its origins when it is', async () => {
    await client.stop();
    const storage = join(repo.root, 'storage');
    client = await startClient(repo.dir, { signals: true, clientCommands: true, storage });
    const untitled = open(0, '', 'Untitled-1.ipynb', 'untitled');
    untitled.edit(0, 0, PARSE, ACCEPTED);
    await untitled.blocks((blocks) => blocks.length === 1);
    const path = 'src/new.ipynb';
    const text = put([{ source: PARSE }], path);
    const saved = open(0, PARSE, path);
    untitled.close();
    await saved.blocks((blocks) => blocks.length === 1);
    assert.deepEqual(findings(), [`${path}:${lineOf(text, 'def parse')} unverified`]);
  });

  it('The queue lists an open notebook by its cells and a closed one by its file', async () => {
    const cell = open(1, '');
    cell.edit(0, 0, PARSE, ACCEPTED);
    await cell.blocks((blocks) => blocks.length === 1);
    await settle(cell);
    put([{ source: HUMAN, id: 'h1' }, { source: PARSE }]);
    const queue = async (): Promise<string[]> => {
      const { items } = await client.connection.sendRequest<QueueResult>(QUEUE, null);
      return items.map(({ uri, path }) => `${new URL(uri).protocol} ${path}`);
    };
    assert.deepEqual(await queue(), [`vscode-notebook-cell: ${PATH}`]);
    cell.close();
    assert.deepEqual(await queue(), [`file: ${PATH}`]);
  });

  it('Globs of the policy are about the notebook', async () => {
    repo.write(
      '.vscode/settings.json',
      '{ "countersign.mode": "enforce", "countersign.policy.exclude": ["**/*.ipynb"] }\n',
    );
    await client.stop();
    client = await startClient(repo.dir);
    const cell = open(1, '');
    cell.edit(0, 0, PARSE, ACCEPTED);
    assert.deepEqual(await cell.blocks(), []);
  });

  /** What an accept keeps 30 ms later. */
  async function settle(file: OpenFile): Promise<void> {
    file.save();
    await file.blame();
  }
});

function runCliWithInput(repo: TempRepo, payload: unknown): { readonly code: number } {
  return repo.run(process.execPath, [CLI, 'ingest'], { input: JSON.stringify(payload) });
}
