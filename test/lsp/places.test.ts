import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ACCEPTED, type LspClient, startClient, TYPED } from '../support/lspClient.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const TWO_LINES = 'export function two() {\n  return 2;\n}\n';
const isUnverified = (blocks: readonly { status: string }[]) => blocks[0]?.status === 'unverified';

describe('Where documents are, and what is odd about them', () => {
  let repo: TempRepo;
  let client: LspClient;

  beforeEach(async () => {
    repo = createTempRepo({ hasIdentity: true, files: { 'README.md': 'x\n' } });
    client = await startClient(repo.dir);
  });
  afterEach(async () => {
    await client.stop();
    repo.dispose();
  });

  it('Keeps the files of two roots in two journals, each by its own settings', async () => {
    const other = createTempRepo({
      files: { '.vscode/settings.json': '{ "countersign.policy.minLines": 50 }' },
    });
    const mine = client.open('a.ts', '');
    const theirs = client.open(pathToFileURL(join(other.dir, 'b.ts')).toString(), '');
    mine.edit(0, 0, TWO_LINES.repeat(2).replace('two', 'first'), ACCEPTED);
    theirs.edit(0, 0, TWO_LINES, ACCEPTED);
    theirs.replace('return 2;', 'return 2;\n  // a person goes on', TYPED);
    await mine.blocks(isUnverified);
    assert.deepEqual(await theirs.blocks(), [], 'too few AI lines for their settings');
    assert.ok(existsSync(join(repo.dir, '.git/countersign/journal/main')));
    assert.ok(existsSync(join(other.dir, '.git/countersign/journal/main')));
    other.dispose();
  });

  it('Writes a linked worktree into the common journal under its own name', async () => {
    const tree = join(repo.root, 'tree');
    repo.git('worktree', 'add', '--quiet', tree);
    const file = client.open(pathToFileURL(join(tree, 'a.ts')).toString(), '');
    file.edit(0, 0, TWO_LINES, ACCEPTED);
    await file.blocks(isUnverified);
    assert.ok(existsSync(join(repo.dir, '.git/countersign/journal/tree')));
  });

  it('Tells a wrong setting at its line', async () => {
    const told = new Promise<{ message: string; range: { start: { line: number } } }>((resolve) => {
      client.connection.onNotification(
        'textDocument/publishDiagnostics',
        ({
          diagnostics,
        }: {
          diagnostics: { message: string; range: { start: { line: number } } }[];
        }) => {
          if (diagnostics[0]) resolve(diagnostics[0]);
        },
      );
    });
    repo.write('.vscode/settings.json', '{\n  // the team\n  "countersign.mode": "enforced"\n}\n');
    client.open('a.ts', '');
    const problem = await told;
    assert.equal(problem.range.start.line, 2);
    assert.match(problem.message, /countersign\.mode must be "observe", "warn" or "enforce"/);
  });

  it('Takes the editor policy over when it changes, and only to be stricter', async () => {
    repo.write('.vscode/settings.json', '{ "countersign.policy.minLines": 20 }');
    const file = client.open('a.ts', '// a person\n\n// wrote this\n\n');
    file.edit(0, 0, 'export const a = 1;\nexport const b = 2;\n', ACCEPTED);
    assert.deepEqual(await file.blocks(), []);
    void client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { countersign: { 'policy.minLines': 2, enable: false } },
    });
    await file.blocks(isUnverified);
  });

  it('Records nothing where it is turned off', async () => {
    repo.write('.vscode/settings.json', '{ "countersign.enable": false }');
    const file = client.open('a.ts', '');
    file.edit(0, 0, TWO_LINES, ACCEPTED);
    assert.deepEqual(await file.blocks(), []);
    file.save();
    await client.connection.sendRequest('countersign/queue');
    assert.ok(!existsSync(join(repo.dir, '.git/countersign')));
  });

  it('Says that it cannot write, and goes on showing', async () => {
    writeFileSync(join(repo.dir, '.git/countersign'), 'a file in the way');
    const file = client.open('a.ts', '');
    file.edit(0, 0, TWO_LINES, ACCEPTED);
    await file.blocks(isUnverified);
    assert.match(client.notices().join('\n'), /could not write to/);
  });

  it('Leaves files alone that git itself keeps, and documents of other kinds', async () => {
    const file = client.open('.git/COMMIT_EDITMSG', 'words');
    file.edit(0, 0, TWO_LINES, ACCEPTED);
    const output = client.open('output:tasks', '');
    output.edit(0, 0, TWO_LINES, ACCEPTED);
    await client.connection.sendRequest('countersign/queue');
    assert.ok(!existsSync(join(repo.dir, '.git/countersign')));
  });

  it('Takes CRLF, characters beyond the BMP, and a folder reached by a link', async () => {
    const file = client.open('a.py', 'name = "𝒳"\r\n', 'python');
    const code = 'def slug(text):\r\n    return text.lower()\r\n';
    file.edit(file.text().length, file.text().length, code, ACCEPTED);
    const [block] = await file.blocks(isUnverified);
    assert.deepEqual(block?.aiLines, [[1, 2]]);
    file.edit(0, 0, '# 𝒴\r\n', TYPED);
    const [moved] = await file.blocks(isUnverified);
    assert.deepEqual(moved?.aiLines, [[2, 3]]);
  });

  it('Stays quick on a file of 20 MB', async function () {
    this.timeout(60_000);
    const line = 'INSERT INTO prices VALUES (1, 2, 3, 4, 5, 6, 7, 8, 9);\n';
    const text = `${line.repeat(9)}\n`.repeat(40_000);
    const file = client.open('dump.sql', text, 'sql');
    file.edit(text.length, text.length, 'SELECT 1;\nSELECT 2;\n', ACCEPTED);
    const [block] = await file.blocks(isUnverified);
    assert.equal(block?.aiLines.length, 1);
  });

  it('Goes on when a folder takes the place of an open file', async () => {
    const file = client.open('a.ts', '');
    file.edit(0, 0, TWO_LINES, ACCEPTED);
    await file.blocks(isUnverified);
    mkdirSync(join(repo.dir, 'a.ts'));
    file.save();
    file.edit(0, 0, '\n', TYPED);
    await file.blocks(isUnverified);
  });
});
