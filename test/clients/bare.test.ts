import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  CodeAction,
  CodeLens,
  Command,
  Diagnostic,
  Hover,
  InitializeResult,
  Range,
} from 'vscode-languageserver';
import { recordAi } from '../support/aiText.ts';
import { type BareClient, framed, Refused, startBareClient } from './bareClient.ts';
import {
  ACTIONS,
  COMMANDS,
  createShop,
  FOUND,
  type Found,
  gone,
  inOrder,
  LENSES,
  REPAIRED,
  REVIEW_WORDS,
  SAVE,
  type Shop,
  SIGN_WORDS,
  TEXT,
} from './shop.ts';

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly (Diagnostic & { readonly message: string })[];
}
interface Shown {
  readonly type: number;
  readonly message: string;
}

const ACTIONS_AS_SUCH: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};
const REGEX = { line: 4, character: 45 };

describe('A client without any library', function () {
  this.timeout(120_000);
  let shop: Shop;
  let client: BareClient;
  beforeEach(() => {
    shop = createShop();
    client = startBareClient(shop);
  });
  afterEach(async () => {
    client.hangUp();
    await client.ended;
    shop.dispose();
  });

  const hello = async (
    capabilities: ClientCapabilities = {},
    initializationOptions?: unknown,
  ): Promise<InitializeResult> => {
    const result = await client.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      initializationOptions,
    });
    client.notify('initialized', {});
    return result;
  };
  const open = (text = TEXT): void =>
    client.notify('textDocument/didOpen', {
      textDocument: { uri: shop.uri, languageId: 'javascript', version: 1, text },
    });
  const change = (version: number, range: Range, text: string): void =>
    client.notify('textDocument/didChange', {
      textDocument: { uri: shop.uri, version },
      contentChanges: [{ range, text }],
    });
  const published = async (version: number, text: string): Promise<readonly Found[]> => {
    const isNew = ({ uri, version: of }: Published): boolean => uri === shop.uri && of === version;
    const { diagnostics } = await client.heard<Published>(PUBLISHED, isNew);
    return inOrder(diagnostics.map((one) => foundAt(text, one)));
  };
  const actions = <T>(only?: readonly string[]): Promise<readonly T[]> =>
    client.request('textDocument/codeAction', {
      textDocument: { uri: shop.uri },
      range: { start: REGEX, end: REGEX },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  const run = (command: string, ...args: readonly unknown[]): Promise<unknown> =>
    client.request('workspace/executeCommand', { command, arguments: args });

  it('Gets diagnostics without asking, counted in UTF-16 from the line start', async () => {
    const { capabilities } = await hello();
    assert.equal(capabilities.diagnosticProvider, undefined);
    open();
    assert.deepEqual(await published(1, TEXT), FOUND);
  });

  it('Gets none unasked when it asks for them itself', async () => {
    const { capabilities } = await hello({ textDocument: { diagnostic: {} } });
    assert.equal(capabilities.diagnosticProvider?.identifier, 'countersign');
    open();
    const { items } = await client.request<{ readonly items: readonly Diagnostic[] }>(
      'textDocument/diagnostic',
      { textDocument: { uri: shop.uri } },
    );
    assert.deepEqual(inOrder(items.map((one) => foundAt(TEXT, one))), FOUND);
    assert.ok(!client.methods().includes(PUBLISHED));
  });

  it('Is told by the diagnostic of a block, a lens and an action what to type in a terminal', async () => {
    await hello(ACTIONS_AS_SUCH);
    open();
    const { diagnostics } = await client.heard<Published>(PUBLISHED);
    const words = diagnostics.map(({ message }) => message);
    assert.ok(words.includes(REVIEW_WORDS) && words.includes(SIGN_WORDS));
    const lenses = await client.request<readonly CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: shop.uri },
    });
    assert.deepEqual(
      lenses.map(({ command }) => command),
      [undefined, undefined],
    );
    const resolved = await Promise.all(
      lenses.map((lens) => client.request<CodeLens>('codeLens/resolve', lens)),
    );
    assert.deepEqual(
      resolved.map(({ range, command }) => ({
        line: range.start.line,
        title: command?.title,
        command: command?.command,
      })),
      LENSES,
    );
    assert.deepEqual(
      resolved.map(({ command }) => command?.arguments),
      [[REVIEW_WORDS], [SIGN_WORDS]],
    );
    assert.deepEqual(
      (await actions<CodeAction>()).map(({ title }) => title),
      ACTIONS,
    );
  });

  it('Is offered no command that signs, waives or overrides, and refused what is not offered', async () => {
    const { capabilities } = await hello(ACTIONS_AS_SUCH);
    assert.deepEqual(capabilities.executeCommandProvider?.commands, COMMANDS);
    open();
    await published(1, TEXT);
    const offered = await actions<CodeAction>();
    for (const { command } of offered) {
      assert.ok(command === undefined || COMMANDS.includes(command.command), command?.command);
    }
    for (const command of ['countersign.signOff', 'countersign.waive', 'countersign.override']) {
      await run(command, { uri: shop.uri, version: 1 });
    }
    client.notify('textDocument/didSave', { textDocument: { uri: shop.uri } });
    change(2, { start: at(0, 0), end: at(0, 0) }, '\n');
    const moved = FOUND.map((one) => ({ ...one, line: one.line + 1 }));
    assert.deepEqual(await published(2, `\n${TEXT}`), moved);
  });

  it('Has no commands from a server that knows the client brings its own', async () => {
    const { capabilities } = await hello({}, { clientCommands: true });
    assert.equal(capabilities.executeCommandProvider, undefined);
  });

  it('Is shown what it runs as a message that wants no answer', async () => {
    await hello();
    open();
    await run('countersign.server.howToSign', SIGN_WORDS);
    assert.deepEqual(await client.heard<Shown>(SHOWN), { type: 3, message: SIGN_WORDS });
    const page = await run('countersign.why', 'regex-semantics');
    const { message } = await client.heard<Shown>(SHOWN);
    assert.match(message, /Rule `regex-semantics` · CWE-185/);
    assert.equal(page, message);
    await run('countersign.why', 'no-such');
    assert.match((await client.heard<Shown>(SHOWN)).message, /no rule no-such/);
    await run('countersign.history', { uri: shop.uri, line: 11 });
    assert.match((await client.heard<Shown>(SHOWN)).message, /src\/store\.js:11 {2}centsOf/);
    assert.ok(!client.methods().includes('window/showMessageRequest'));
  });

  it('Gets hovers in the format it knows: plain text unless it says so', async () => {
    await hello();
    open();
    const { contents } = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri: shop.uri },
      position: REGEX,
    });
    assert.ok(typeof contents === 'object' && 'value' in contents && 'kind' in contents);
    assert.equal(contents.kind, 'plaintext');
    assert.match(
      contents.value,
      /^Countersign · saveAll · unverified\n- Written by AI: github\.cop/,
    );
    assert.ok(contents.value.includes('`^[A-z]+$` has the range `A-z`'), contents.value);
    assert.ok(contents.value.includes('by Ada Example <ada@example.org> on'), contents.value);
    const none = await client.request('textDocument/hover', {
      textDocument: { uri: shop.uri },
      position: at(0, 3),
    });
    assert.equal(none, null);
  });

  it('Gets Markdown in which names are text, marked no more than needed', async () => {
    await hello({ textDocument: { hover: { contentFormat: ['markdown'] } } });
    open();
    const { contents } = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri: shop.uri },
      position: REGEX,
    });
    assert.ok(typeof contents === 'object' && 'value' in contents && 'kind' in contents);
    assert.equal(contents.kind, 'markdown');
    assert.ok(contents.value.includes('by Ada Example \\<ada@example\\.org\\> on'), contents.value);
    assert.ok(contents.value.includes('here (`package.json`) and is not installed. Find out'));
  });

  it('Gets edits for documents without a version when it knows no others, and applies them', async () => {
    await hello(ACTIONS_AS_SUCH);
    open();
    const [repair] = await actions<CodeAction>();
    const [edit, ...others] = repair?.edit?.changes?.[shop.uri] ?? [];
    assert.ok(edit && 'newText' in edit);
    assert.deepEqual([others, repair?.edit?.documentChanges], [[], undefined]);
    const { start, end } = offsets(TEXT, edit.range);
    assert.equal(TEXT.slice(0, start) + edit.newText + TEXT.slice(end), REPAIRED);
    change(2, edit.range, edit.newText);
    assert.deepEqual(
      await published(2, REPAIRED),
      FOUND.filter(({ rule }) => rule !== 'regex-semantics'),
    );
  });

  it('Gets edits for a version of a document when it knows such', async () => {
    await hello({ ...ACTIONS_AS_SUCH, workspace: { workspaceEdit: { documentChanges: true } } });
    open();
    const [repair] = await actions<CodeAction>();
    const [edited] = repair?.edit?.documentChanges ?? [];
    assert.ok(edited && 'textDocument' in edited);
    assert.deepEqual(edited.textDocument, { uri: shop.uri, version: 1 });
  });

  it('Gets commands alone when it knows no code actions', async () => {
    await hello();
    open();
    const found = await actions<Command>();
    assert.deepEqual(
      found.map(({ title, command }) => [title, command]),
      [
        [ACTIONS[1], 'countersign.why'],
        [ACTIONS[2], 'countersign.server.howToSign'],
        [ACTIONS[3], 'countersign.history'],
      ],
    );
  });

  it('Gets no actions of a kind it did not ask for, as at a save', async () => {
    await hello(ACTIONS_AS_SUCH);
    open();
    assert.deepEqual(await actions(['source.organizeImports', 'source.fixAll']), []);
    assert.equal((await actions(['quickfix'])).length, ACTIONS.length);
  });

  it('Sends edits behind emoji and tabs, many in one change, and the diagnostics follow', async () => {
    await hello();
    open();
    client.notify('textDocument/didChange', {
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
    assert.deepEqual(await published(2, text), moved);
  });

  it('Has the marks of a file with CRLF also when its editor keeps LF in memory', async () => {
    client.hangUp();
    await client.ended;
    shop.dispose();
    shop = createShop(TEXT.replaceAll('\n', '\r\n'));
    client = startBareClient(shop);
    await hello();
    open();
    assert.deepEqual(await published(1, TEXT), FOUND);
  });

  it('Can paste what it is told, also where the path means something to a shell', async () => {
    await hello();
    const path = 'src/my $store (2).js';
    recordAi(shop.dir, path, SAVE, [[1, 7]]);
    const uri = new URL(encodeURIComponent('my $store (2).js'), shop.uri).toString();
    client.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'javascript', version: 1, text: SAVE },
    });
    const { diagnostics } = await client.heard<Published>(PUBLISHED);
    const words = diagnostics.map(({ message }) => message).join('\n');
    assert.ok(words.includes(`countersign review '${path}:1'`), words);
  });

  it('Is understood however its bytes arrive', async () => {
    const body = JSON.stringify({
      jsonrpc: '2.0',
      method: 'textDocument/didOpen',
      params: { textDocument: { uri: shop.uri, languageId: 'javascript', version: 1, text: TEXT } },
    });
    await hello();
    for (const byte of framed(body)) client.write(Buffer.of(byte));
    assert.deepEqual(await published(1, TEXT), FOUND);
  });

  it('Gets an error for a request that nobody knows, and the server goes on', async () => {
    await hello();
    await assert.rejects(
      client.request('countersign/no-such', {}),
      (error: unknown) => error instanceof Refused && error.code === -32601,
    );
    client.notify('$/no-such', {});
    open();
    assert.deepEqual(await published(1, TEXT), FOUND);
  });

  it('Sees its marks taken away when it closes a document', async () => {
    await hello();
    open();
    await published(1, TEXT);
    client.notify('textDocument/didClose', { textDocument: { uri: shop.uri } });
    const { diagnostics } = await client.heard<Published>(PUBLISHED);
    assert.deepEqual(diagnostics, []);
  });

  it('Ends the server by shutdown and exit', async () => {
    await hello();
    open();
    assert.equal(await client.request('shutdown'), null);
    client.notify('exit');
    assert.deepEqual(await client.ended, { code: 0, signal: null });
    await gone(client.pid);
  });

  it('Ends the server by exit alone, which is an error', async () => {
    await hello();
    client.notify('exit');
    assert.deepEqual(await client.ended, { code: 1, signal: null });
  });

  it('Ends the server by hanging up, even in the middle of a message', async () => {
    await hello();
    open();
    await published(1, TEXT);
    client.write(Buffer.from('Content-Length: 99\r\n\r\n{"jsonrpc"'));
    client.hangUp();
    assert.equal((await client.ended).signal, null);
    await gone(client.pid);
  });
});

const PUBLISHED = 'textDocument/publishDiagnostics';
const SHOWN = 'window/showMessage';

function at(line: number, character: number): Range['start'] {
  return { line, character };
}

/** Offsets of a range, counted as the specification says: a character past the line's end is its end. */
function offsets(text: string, { start, end }: Range): { start: number; end: number } {
  const lines = text.split('\n');
  const offsetOf = ({ line, character }: Range['start']): number =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) +
    Math.min(character, lines[line]?.length ?? 0);
  return { start: offsetOf(start), end: offsetOf(end) };
}

function foundAt(text: string, { code, range }: Diagnostic): Found {
  const { start, end } = offsets(text, range);
  return { rule: String(code), line: range.start.line, text: text.slice(start, end) };
}
