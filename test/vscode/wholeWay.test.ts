import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { createKeys, placeCaret } from './driver/keys.ts';
import {
  folder,
  IS_STABLE_MODE,
  journalOf,
  lenses,
  openNew,
  runLens,
  SHOWN_TOOL,
  TIER,
  TOOL,
  until,
  untilLens,
} from './helpers.ts';

const keys = createKeys();

/** Types the start of a function, waits for the offer, and accepts it with a real Tab. */
async function accept(editor: vscode.TextEditor, prefix: string, whole: string): Promise<void> {
  await keys.type(prefix);
  await until(
    `"${prefix}" typed`,
    () => editor.document.getText(),
    (text) => text.includes(prefix),
  );
  for (let tries = 0; !editor.document.getText().includes(whole); tries++) {
    assert.ok(tries < 20, `no completion for "${prefix}": ${editor.document.getText()}`);
    await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
    if (keys.isReal) {
      await until(
        'ghost text',
        () => keys.read('ghostText'),
        (text) => typeof text === 'string' && text !== '',
      );
    }
    await keys.press('Tab');
    await until(
      'the accepted text',
      () => editor.document.getText(),
      (text) => text.includes(whole),
      1_500,
    ).catch(() => undefined);
  }
}

/** The language server's process, a child of the extension host that we are in. */
function serverPid(): number | undefined {
  for (const pid of readdirSync('/proc').map(Number).filter(Number.isInteger)) {
    try {
      const isOurs = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[3] === `${process.pid}`;
      if (isOurs && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('server.cjs')) return pid;
    } catch {
      // It has just ended.
    }
  }
  return undefined;
}

async function endServer(): Promise<void> {
  const pid = await until('a server', serverPid, (found) => found !== undefined);
  process.kill(pid as number, 'SIGKILL');
  await until('its end', serverPid, (found) => found !== pid);
}

describe(`The whole way in a real editor (${IS_STABLE_MODE ? 'accept commands' : 'platform reasons'})`, () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('Records an accepted completion with tool, tier, time and person', async () => {
    const editor = await openNew('src/recorded.ts');
    await accept(editor, 'function isB', 'text.trim().length === 0');
    const [record] = await until(
      'the accept in the journal',
      () => journalOf('src/recorded.ts').filter(({ kind }) => kind === 'provenance'),
      (records) => 0 < records.length,
    );
    assert.equal(record?.detail.origin?.kind, 'ai');
    assert.equal(record?.detail.origin?.tool, TOOL);
    assert.equal(record?.detail.tier, TIER);
    assert.equal(record?.by.id, 'ada@example.org');
  });

  it('Shows lenses and a hover for it', async () => {
    const editor = await openNew('src/shown.ts');
    await accept(editor, 'function isB', 'text.trim().length === 0');
    const { uri } = editor.document;
    await untilLens(uri, 'unverified');
    assert.deepEqual(await untilLens(uri, 'Sign off'), [
      `AI · ${SHOWN_TOOL} · unverified`,
      'Review',
      'Sign off',
      'History',
    ]);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      new vscode.Position(1, 4),
    );
    const words = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
    assert.match(words, /unverified/);
    assert.match(words, /Ada/);
  });

  it('Signs by the lens, turns outdated by one token, comes back by undo, is withdrawn', async () => {
    const editor = await openNew('src/signed.ts');
    await accept(editor, 'function isB', 'text.trim().length === 0');
    const { uri } = editor.document;
    await untilLens(uri, 'unverified');
    await runLens(uri, 'Sign off');
    await untilLens(uri, '· verified');
    assert.ok(
      journalOf('src/signed.ts').some(({ kind, via }) => kind === 'review' && via === 'lens'),
    );
    const at = editor.document.getText().indexOf('=== 0');
    await placeCaret(editor, editor.document.positionAt(at + '=== '.length));
    await keys.type('1');
    await untilLens(uri, '· outdated');
    await keys.press('Control+Z');
    await untilLens(uri, '· verified');
    await vscode.commands.executeCommand('countersign.unsign');
    await untilLens(uri, '· unverified');
  });

  it('Never calls typed or pasted text AI', async () => {
    const editor = await openNew('src/human.ts');
    await keys.type('const typed = 1;\n');
    await keys.paste('function pastedFromElsewhere(a: number): number {\n  return a + 41;\n}\n');
    await until(
      'the pasted text',
      () => editor.document.getText(),
      (text) => text.includes('a + 41'),
    );
    await editor.document.save();
    // An accept afterwards shows that the server has seen all of it by then.
    await accept(editor, 'function isB', 'text.trim().length === 0');
    await untilLens(editor.document.uri, 'unverified');
    const accepts = journalOf('src/human.ts').filter(({ kind }) => kind === 'provenance');
    assert.equal(accepts.length, 1);
    const queue = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      editor.document.uri,
    );
    const lines = new Set(queue.map(({ range }) => range.start.line));
    assert.equal(lines.size, 1, JSON.stringify([...lines]));
  });

  it('Knows its spans again after the file came back from another content on disk', async () => {
    const editor = await openNew('src/branch.ts');
    await accept(editor, 'function isB', 'text.trim().length === 0');
    const { uri } = editor.document;
    await untilLens(uri, 'unverified');
    await editor.document.save();
    const file = join(folder(), 'src/branch.ts');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, 'export const otherBranch = true;\n');
    await until(
      'the reload',
      () => editor.document.getText(),
      (now) => now.includes('otherBranch'),
    );
    await until(
      'no lens',
      () =>
        vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri),
      (found) => found.every(({ command }) => !command?.title.includes('AI ·')),
    );
    writeFileSync(file, text);
    await untilLens(uri, 'unverified');
  });

  it('Knows what was accepted while the server was away', async () => {
    const editor = await openNew('src/away.ts');
    await accept(editor, 'function isB', 'text.trim().length === 0');
    await untilLens(editor.document.uri, 'unverified');
    // After the fourth end in a row the server is started again only three seconds later.
    for (let ends = 0; ends < 4; ends++) await endServer();
    await keys.press('Control+End');
    await keys.press('Enter');
    await keys.type('const typed = 1;\n');
    await accept(editor, 'function chu', 'return chunks;');
    assert.equal(
      serverPid(),
      undefined,
      'the server came back too early for this to show anything',
    );
    const { uri } = editor.document;
    await until(
      'two blocks of AI, and the typed line apart',
      async () => (await lenses(uri)).filter((title) => title.includes('unverified')).length,
      (count) => count === 2,
    );
  });

  it('Never loses or doubles a Tab', async () => {
    const editor = await openNew('src/tab.ts');
    for (let i = 0; i < 5; i++) {
      await keys.type('\t');
      await keys.press('Enter');
    }
    await until(
      'five indented lines',
      () => editor.document.lineCount,
      (count) => count === 6,
    );
    await accept(editor, 'function isB', 'text.trim().length === 0');
    const text = editor.document.getText();
    assert.equal(text.split('function isBlank').length, 2, text);
  });
});
