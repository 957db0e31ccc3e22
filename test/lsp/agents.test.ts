import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ingest } from '../../server/src/app/ingest/ingest.ts';
import { createIngestPorts } from '../../server/src/node/ingest/locateFile.ts';
import { createClock } from '../../server/src/node/repository.ts';
import { COPIED, CORRECT, type CorrectResult } from '../../server/src/protocol/index.ts';
import {
  ACCEPTED,
  type LspClient,
  type OpenFile,
  startClient,
  TYPED,
} from '../support/lspClient.ts';
import { runCli } from '../support/cli.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const BASE = 'export function price(text: string) {\n  return Number(text);\n}\n';
const OLD = '  return Number(text);';
const NEW =
  '  const cents = parseCents(text);\n  if (Number.isNaN(cents)) throw new Error("bad price");\n  return cents;';
const AFTER = BASE.replace(OLD, NEW);
const RELOAD = { kind: 'platform', source: 'reloadFromDisk', metadata: {} } as const;
const PASTE = { kind: 'platform', source: 'cursor', metadata: { kind: 'paste' } } as const;
const AI_LINES = [
  'unknown',
  'ai claude-code',
  'ai claude-code',
  'ai claude-code + unknown',
  'unknown',
];

describe('Agents and open files', () => {
  let repo: TempRepo;
  let client: LspClient;

  beforeEach(async () => {
    repo = createTempRepo({ hasIdentity: true, files: { 'a.ts': BASE } });
    client = await startClient(repo.dir);
  });
  afterEach(async () => {
    await client.stop();
    repo.dispose();
  });

  it('The hook comes after the reload', async () => {
    const file = client.open('a.ts', BASE);
    file.edit(0, BASE.length, AFTER, RELOAD);
    await file.blocks();
    await edit(repo, BASE);
    await until(file, AI_LINES);
    await file.blocks((blocks) => blocks.length === 1);
  });

  it('The hook comes before the reload', async () => {
    const file = client.open('a.ts', BASE);
    await file.blocks();
    await edit(repo, BASE);
    file.edit(0, BASE.length, AFTER, RELOAD);
    await until(file, AI_LINES);
  });

  it('The buffer has it before the disk, as an edit that nobody names', async () => {
    const file = client.open('a.ts', BASE);
    file.replace(OLD, NEW, { kind: 'edit' });
    await file.blocks();
    await edit(repo, undefined);
    await until(file, AI_LINES);
  });

  it('A formatter ran before the reload', async () => {
    const file = client.open('a.ts', BASE);
    await file.blocks();
    await edit(repo, BASE);
    const formatted = AFTER.replaceAll('"', "'").replaceAll('  ', '\t').replaceAll(';', '');
    file.edit(0, BASE.length, formatted, RELOAD);
    const ai = 'ai claude-code';
    await until(file, ['unknown', ai, ai, ai, 'unknown']);
  });

  it('What a person typed beside it stays theirs, also in equal words', async () => {
    const file = client.open('a.ts', BASE);
    file.edit(0, 0, '  const cents = parseCents(text);\n', TYPED);
    await file.blocks();
    await edit(repo, BASE);
    file.replace(OLD, NEW, RELOAD);
    await until(file, ['human', ...AI_LINES]);
  });

  it('What an agent wrote is known after the editor was closed', async () => {
    repo.write('a.ts', AFTER);
    await edit(repo, BASE);
    const file = client.open('a.ts', AFTER);
    await until(file, AI_LINES);
  });

  it('A branch switch claims nothing, and HEAD is nobody\u2019s to be asked about', async () => {
    const file = client.open('a.ts', BASE);
    await file.blocks();
    repo.git('checkout', '-q', '-b', 'other');
    repo.write('a.ts', `${BASE}export const other = true;\n`);
    repo.commit('other');
    file.edit(BASE.length, BASE.length, 'export const other = true;\n', RELOAD);
    await until(file, ['unknown', 'unknown', 'unknown', 'unknown']);
  });
});

describe('Equal by chance', () => {
  it('A short file of a person is not AI because another file is', async () => {
    const repo = createTempRepo({ hasIdentity: true, files: { 'README.md': 'x\n' } });
    const client = await startClient(repo.dir);
    const short = 'export {};\n';
    const ai = client.open('ai.ts', '');
    ai.edit(0, 0, short, ACCEPTED);
    ai.save();
    await until(ai, ['ai sample.assistant']);
    const own = client.open('own.ts', short);
    await until(own, ['unknown']);
    repo.write('third.ts', short);
    const { stdout } = runCli(repo, ['blame', 'third.ts']);
    assert.match(stdout, /^unknown/);
    await client.stop();
    repo.dispose();
  });
});

describe('What AI takes away', () => {
  let repo: TempRepo;
  let client: LspClient;
  const GUARDED =
    'function pay(n: number) {\n  if (n <= 0) throw new RangeError();\n  book(n);\n}\n';
  const CHAT = {
    kind: 'platform',
    source: 'Chat.applyEdits',
    metadata: { $modelId: 'm' },
  } as const;

  beforeEach(async () => {
    repo = createTempRepo({ hasIdentity: true, files: { 'a.ts': GUARDED } });
    client = await startClient(repo.dir);
  });
  afterEach(async () => {
    await client.stop();
    repo.dispose();
  });

  it('Makes its block wait, until the guard is back', async () => {
    const file = client.open('a.ts', GUARDED);
    file.replace('  if (n <= 0) throw new RangeError();\n', '', CHAT);
    const [block] = await file.blocks((blocks) => blocks.length === 1);
    assert.deepEqual([block?.symbol, block?.status], ['pay', 'unverified']);
    file.replace('  book(n);', '  if (n <= 0) throw new RangeError();\n  book(n);', TYPED);
    await file.blocks((blocks) => blocks.length === 0);
  });

  it('Is settled by a sign-off', async () => {
    const file = client.open('a.ts', GUARDED);
    file.replace('  if (n <= 0) throw new RangeError();\n', '', CHAT);
    const [block] = await file.blocks((blocks) => blocks.length === 1);
    await client.attest({
      action: 'sign',
      uri: file.uri,
      version: file.version(),
      blockIds: [block?.id ?? ''],
      via: 'lens',
    });
    await file.blocks(([only]) => only?.status === 'verified');
    file.replace('  book(n);', '  bookTwice(n);', TYPED);
    await file.blocks((blocks) => blocks.length === 0);
  });

  it('Leaves a person\u2019s own clean-up alone', async () => {
    const file = client.open('a.ts', GUARDED);
    file.replace('  if (n <= 0) throw new RangeError();\n', '', TYPED);
    assert.deepEqual(await file.blocks(), []);
  });
});

describe('Moving does not launder', () => {
  let repo: TempRepo;
  let client: LspClient;

  beforeEach(async () => {
    repo = createTempRepo({ hasIdentity: true, files: { 'a.ts': BASE } });
    client = await startClient(repo.dir);
  });
  afterEach(async () => {
    await client.stop();
    repo.dispose();
  });

  it('A copy carries its owners into another file', async () => {
    const file = client.open('a.ts', '');
    file.edit(0, 0, NEW, ACCEPTED);
    await file.blocks();
    void client.connection.sendNotification(COPIED, {
      uri: file.uri,
      version: file.version(),
      ranges: [[0, NEW.length]],
    });
    const other = client.open('b.ts', '');
    other.edit(0, 0, NEW, PASTE);
    await until(other, ['ai sample.assistant', 'ai sample.assistant', 'ai sample.assistant']);
  });

  it('A cut and a later paste, indented anew', async () => {
    const file = client.open('a.ts', '');
    file.edit(0, 0, NEW, ACCEPTED);
    file.edit(0, NEW.length, '', { kind: 'platform', source: 'cursor', metadata: { kind: 'cut' } });
    const other = client.open('b.ts', 'if (x) {\n}\n');
    other.edit(9, 9, `${NEW.replace(/^ {2}/gm, '    ')}\n`, PASTE);
    await until(other, [
      'unknown',
      'ai sample.assistant',
      'ai sample.assistant',
      'ai sample.assistant',
      'unknown',
    ]);
  });

  it('A copy carries its owners into another window and repository', async () => {
    const storage = join(repo.root, 'storage');
    const options = { signals: true, clientCommands: true, storage };
    const first = await startClient(repo.dir, options);
    const elsewhere = createTempRepo({ hasIdentity: true, files: { 'c.ts': '' } });
    const second = await startClient(elsewhere.dir, options);
    const file = first.open('a.ts', '');
    file.edit(0, 0, NEW, ACCEPTED);
    await file.blocks();
    void first.connection.sendNotification(COPIED, {
      uri: file.uri,
      version: file.version(),
      ranges: [[0, NEW.length]],
    });
    await file.blame();
    const other = second.open('c.ts', '');
    other.edit(0, 0, NEW, PASTE);
    await until(other, ['ai sample.assistant', 'ai sample.assistant', 'ai sample.assistant']);
    await first.stop();
    await second.stop();
    elsewhere.dispose();
  });

  it('Two closing braces prove nothing', async () => {
    const file = client.open('a.ts', '');
    file.edit(0, 0, '}\n}\n', ACCEPTED);
    file.edit(0, 4, '', { kind: 'platform', source: 'cursor', metadata: { kind: 'cut' } });
    const other = client.open('b.ts', '');
    other.edit(0, 0, '}\n}\n', PASTE);
    await until(other, ['pasted', 'pasted']);
  });

  it('A large paste from outside is asked about once, and the answer counts', async () => {
    const file = client.open('b.ts', '');
    const text = 'one();\ntwo();\nthree();\nfour();\nfive();\n';
    file.edit(0, 0, text, PASTE);
    await until(file, Array(5).fill('pasted'));
    assert.deepEqual(await pasteLenses(client, file), ['Pasted 5 lines: where from?']);
    const answer = await correct(client, file, 0, 4, 'ai');
    assert.deepEqual(answer, { kind: 'recorded', nStayAi: 0 });
    await until(file, Array(5).fill('ai'));
    assert.deepEqual(await pasteLenses(client, file), []);
    await file.blocks((blocks) => blocks[0]?.status === 'unverified');
  });

  it('A person takes back what a command claimed, never what the platform reported', async () => {
    const file = client.open('a.ts', '');
    file.edit(0, 0, `${NEW}\n`, { kind: 'acceptCommand', command: 'x' });
    file.edit(0, 0, 'const named = byThePlatform();\n', ACCEPTED);
    await until(file, ['ai sample.assistant', 'ai', 'ai', 'ai']);
    const answer = await correct(client, file, 0, 3, 'human');
    assert.deepEqual(answer, { kind: 'recorded', nStayAi: 1 });
    await until(file, ['ai sample.assistant', 'human', 'human', 'human']);
  });
});

/** What Claude Code's hook says of the edit. */
async function edit(repo: TempRepo, original: string | undefined): Promise<void> {
  const path = join(repo.dir, 'a.ts');
  const payload = {
    session_id: 's',
    transcript_path: '/home/u/.claude/projects/p/s.jsonl',
    cwd: repo.dir,
    hook_event_name: 'PostToolUse',
    tool_name: 'Edit',
    tool_input: { file_path: path, old_string: OLD, new_string: NEW },
    tool_response: {
      filePath: path,
      oldString: OLD,
      newString: NEW,
      ...(original === undefined ? {} : { originalFile: original }),
      structuredPatch: [],
      userModified: false,
    },
    tool_use_id: 'toolu_1',
  };
  const ports = createIngestPorts({ cwd: repo.dir, env: {}, clock: createClock() });
  await ingest(ports, JSON.stringify(payload), 'claude-code');
}

/** Waits until the lines have these origins; the last look is told when they never do. */
async function until(file: OpenFile, expected: string[]) {
  const deadline = Date.now() + 4_000;
  for (;;) {
    const { lines = [] } = await file.blame();
    const found = lines.map((origins) => origins.map(words).join(' + '));
    const isThere = JSON.stringify(found) === JSON.stringify(expected);
    if (isThere || deadline < Date.now()) {
      assert.deepEqual(found, expected);
      return;
    }
    await new Promise((done) => setImmediate(done));
  }
}

function words({ kind, tool }: { kind: string; tool?: string }): string {
  return tool === undefined ? kind : `${kind} ${tool}`;
}

async function pasteLenses(client: LspClient, { uri }: OpenFile): Promise<string[]> {
  const lenses = await client.connection.sendRequest<
    { command?: { title: string; command: string } }[]
  >('textDocument/codeLens', { textDocument: { uri } });
  return lenses
    .filter(({ command }) => command?.command === 'countersign.pasteOrigin')
    .map(({ command }) => command?.title ?? '');
}

function correct(
  client: LspClient,
  file: OpenFile,
  startLine: number,
  endLine: number,
  as: string,
): Promise<CorrectResult> {
  return client.connection.sendRequest<CorrectResult>(CORRECT, {
    uri: file.uri,
    version: file.version(),
    startLine,
    endLine,
    as,
  });
}
