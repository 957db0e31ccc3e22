import assert from 'node:assert/strict';
import { framed, Refused } from './bareClient.ts';
import { at, type BareEditor, openBareEditor, PUBLISHED, type Published } from './bareEditor.ts';
import { createShop, FOUND, gone, type Shop, TEXT } from './shop.ts';

describe('A client without any library, on the line', function () {
  this.timeout(120_000);
  let shop: Shop;
  let editor: BareEditor;
  beforeEach(() => {
    shop = createShop();
    editor = openBareEditor(shop);
  });
  afterEach(async () => {
    editor.hangUp();
    await editor.ended;
    shop.dispose();
  });

  it('Sends edits behind emoji and tabs, many in one change, and the diagnostics follow', async () => {
    await editor.hello();
    editor.open();
    editor.notify('textDocument/didChange', {
      textDocument: { uri: shop.uri, version: 2 },
      // Each holds for the text that the ones before it left.
      contentChanges: [
        { range: { start: at(3, 18), end: at(3, 20) }, text: '🐢🐢🐢' },
        { range: { start: at(3, 0), end: at(3, 0) }, text: '\t' },
        { range: { start: at(0, 0), end: at(1, 0) }, text: '' },
      ],
    });
    const text = TEXT.replace('const one = 1;\n', '').replace(
      "\tconst face = '😀\t🐢'",
      "\t\tconst face = '😀\t🐢🐢🐢'",
    );
    const moved = FOUND.map((one) => ({ ...one, line: one.line - 1 }));
    assert.deepEqual(await editor.published(2, text), moved);
  });

  it('Is understood when it names a range from its end to its start, or past the end of the text', async () => {
    await editor.hello();
    editor.open();
    editor.change(2, { start: at(1, 0), end: at(0, 0) }, '');
    const text = TEXT.slice(TEXT.indexOf('\n') + 1);
    const moved = FOUND.map((one) => ({ ...one, line: one.line - 1 }));
    assert.deepEqual(await editor.published(2, text), moved);
    editor.change(3, { start: at(400, 5), end: at(500, 2) }, '// the end\n');
    assert.deepEqual(await editor.published(3, `${text}// the end\n`), moved);
  });

  it('Has the marks of a file with CRLF also when its editor keeps LF in memory', async () => {
    editor.hangUp();
    await editor.ended;
    shop.dispose();
    shop = createShop(TEXT.replaceAll('\n', '\r\n'));
    editor = openBareEditor(shop);
    await editor.hello();
    editor.open();
    assert.deepEqual(await editor.published(1, TEXT), FOUND);
  });

  it('Is understood however its bytes arrive', async () => {
    const body = JSON.stringify({
      jsonrpc: '2.0',
      method: 'textDocument/didOpen',
      params: { textDocument: { uri: shop.uri, languageId: 'javascript', version: 1, text: TEXT } },
    });
    await editor.hello();
    for (const byte of framed(body)) editor.write(Buffer.of(byte));
    assert.deepEqual(await editor.published(1, TEXT), FOUND);
  });

  it('Gets an error for a request that nobody knows, and the server goes on', async () => {
    await editor.hello();
    await assert.rejects(
      editor.request('countersign/no-such', {}),
      (error: unknown) => error instanceof Refused && error.code === -32601,
    );
    editor.notify('$/no-such', {});
    editor.open();
    assert.deepEqual(await editor.published(1, TEXT), FOUND);
  });

  it('Sees its marks taken away when it closes a document', async () => {
    await editor.hello();
    editor.open();
    await editor.published(1, TEXT);
    editor.notify('textDocument/didClose', { textDocument: { uri: shop.uri } });
    const { diagnostics } = await editor.heard<Published>(PUBLISHED);
    assert.deepEqual(diagnostics, []);
  });

  it('Ends the server by shutdown and exit', async () => {
    await editor.hello();
    editor.open();
    assert.equal(await editor.request('shutdown'), null);
    editor.notify('exit');
    assert.deepEqual(await editor.ended, { code: 0, signal: null });
    await gone(editor.pid);
  });

  it('Ends the server by exit alone, which is an error', async () => {
    await editor.hello();
    editor.notify('exit');
    assert.deepEqual(await editor.ended, { code: 1, signal: null });
  });

  it('Ends the server by hanging up, even in the middle of a message', async () => {
    await editor.hello();
    editor.open();
    await editor.published(1, TEXT);
    editor.write(Buffer.from('Content-Length: 99\r\n\r\n{"jsonrpc"'));
    editor.hangUp();
    assert.equal((await editor.ended).signal, null);
    await gone(editor.pid);
  });
});
