import assert from 'node:assert/strict';
import type { CodeAction, CodeLens, Command, Diagnostic, Hover } from 'vscode-languageserver';
import { recordAi } from '../support/aiText.ts';
import { runAtTerminal } from '../support/cli.ts';
import {
  ACTIONS_AS_SUCH,
  at,
  type BareEditor,
  foundAt,
  offsets,
  openBareEditor,
  PUBLISHED,
  type Published,
  REGEX,
} from './bareEditor.ts';
import {
  ACTIONS,
  COMMANDS,
  createShop,
  FOUND,
  inOrder,
  LENSES,
  REPAIRED,
  REVIEW_WORDS,
  SAVE,
  type Shop,
  SIGN_WORDS,
  TEXT,
} from './shop.ts';

const SHOWN = 'window/showMessage';

interface Answer {
  readonly kind: string;
  readonly message: string;
}
interface Shown {
  readonly type: number;
  readonly message: string;
}

describe('A client without any library', function () {
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

  /** As the lenses name them to the server itself. */
  const blockIds = async (): Promise<readonly unknown[]> => {
    const lenses = await editor.request<readonly { readonly data: { readonly blockId: string } }[]>(
      'textDocument/codeLens',
      { textDocument: { uri: shop.uri } },
    );
    return lenses.map(({ data }) => data.blockId);
  };

  it('Gets diagnostics without asking, counted in UTF-16 from the line start', async () => {
    const { capabilities } = await editor.hello();
    assert.equal(capabilities.diagnosticProvider, undefined);
    editor.open();
    assert.deepEqual(await editor.published(1, TEXT), FOUND);
  });

  it('Gets none unasked when it asks for them itself', async () => {
    const { capabilities } = await editor.hello({ textDocument: { diagnostic: {} } });
    assert.equal(capabilities.diagnosticProvider?.identifier, 'countersign');
    editor.open();
    const { items } = await editor.request<{ readonly items: readonly Diagnostic[] }>(
      'textDocument/diagnostic',
      { textDocument: { uri: shop.uri } },
    );
    assert.deepEqual(inOrder(items.map((one) => foundAt(TEXT, one))), FOUND);
    assert.ok(!editor.methods().includes(PUBLISHED));
  });

  it('Is told by the diagnostic of a block, a lens and an action what to type in a terminal', async () => {
    await editor.hello(ACTIONS_AS_SUCH);
    editor.open();
    const { diagnostics } = await editor.heard<Published>(PUBLISHED);
    const words = diagnostics.map(({ message }) => message);
    assert.ok(words.includes(REVIEW_WORDS) && words.includes(SIGN_WORDS));
    const lenses = await editor.request<readonly CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: shop.uri },
    });
    assert.deepEqual(
      lenses.map(({ command }) => command),
      [undefined, undefined],
    );
    const resolved = await Promise.all(
      lenses.map((lens) => editor.request<CodeLens>('codeLens/resolve', lens)),
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
      (await editor.actions<CodeAction>()).map(({ title }) => title),
      ACTIONS,
    );
  });

  it('Is offered no command that signs, waives or overrides, and refused what is not offered', async () => {
    const { capabilities } = await editor.hello(ACTIONS_AS_SUCH);
    assert.deepEqual(capabilities.executeCommandProvider?.commands, COMMANDS);
    editor.open();
    await editor.published(1, TEXT);
    const offered = await editor.actions<CodeAction>();
    for (const { command } of offered) {
      assert.ok(command === undefined || COMMANDS.includes(command.command), command?.command);
    }
    for (const command of ['countersign.signOff', 'countersign.waive', 'countersign.override']) {
      await editor.run(command, { uri: shop.uri, version: 1 });
    }
    const block = { uri: shop.uri, version: 1, via: 'lens' };
    const asked = [
      ['attest', { ...block, action: 'sign', blockIds: await blockIds() }],
      ['answer', { ...block, blockId: (await blockIds())[0], question: 'x', answer: 'ok' }],
      ['correct', { ...block, startLine: 10, endLine: 14, as: 'human' }],
      ['copies', { ...block, code: [], sign: true }],
    ] as const;
    for (const [name, params] of asked) {
      const answer = await editor.request<Answer>(`countersign/${name}`, params);
      assert.equal(answer.kind, 'refused', name);
      assert.match(answer.message, /in a terminal, with countersign sign, review/);
    }
    editor.notify('textDocument/didSave', { textDocument: { uri: shop.uri } });
    editor.change(2, { start: at(0, 0), end: at(0, 0) }, '\n');
    const moved = FOUND.map((one) => ({ ...one, line: one.line + 1 }));
    assert.deepEqual(await editor.published(2, `\n${TEXT}`), moved);
  });

  it('Has no commands from a server that knows the client brings its own', async () => {
    const { capabilities } = await editor.hello({}, { clientCommands: true });
    assert.equal(capabilities.executeCommandProvider, undefined);
  });

  it('Is shown what it runs as a message that wants no answer', async () => {
    await editor.hello();
    editor.open();
    await editor.run('countersign.server.howToSign', SIGN_WORDS);
    assert.deepEqual(await editor.heard<Shown>(SHOWN), { type: 3, message: SIGN_WORDS });
    const page = await editor.run('countersign.why', 'regex-semantics');
    const { message } = await editor.heard<Shown>(SHOWN);
    assert.match(message, /Rule `regex-semantics` · CWE-185/);
    assert.equal(page, message);
    await editor.run('countersign.why', 'no-such');
    assert.match((await editor.heard<Shown>(SHOWN)).message, /no rule no-such/);
    await editor.run('countersign.history', { uri: shop.uri, line: 11 });
    assert.match((await editor.heard<Shown>(SHOWN)).message, /src\/store\.js:11 {2}centsOf/);
    assert.ok(!editor.methods().includes('window/showMessageRequest'));
  });

  it('Gets hovers in the format it knows: plain text unless it says so', async () => {
    await editor.hello();
    editor.open();
    const { contents } = await editor.request<Hover>('textDocument/hover', {
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
    const none = await editor.request('textDocument/hover', {
      textDocument: { uri: shop.uri },
      position: at(0, 3),
    });
    assert.equal(none, null);
  });

  it('Gets Markdown in which names are text, marked no more than needed', async () => {
    await editor.hello({ textDocument: { hover: { contentFormat: ['markdown'] } } });
    editor.open();
    const { contents } = await editor.request<Hover>('textDocument/hover', {
      textDocument: { uri: shop.uri },
      position: REGEX,
    });
    assert.ok(typeof contents === 'object' && 'value' in contents && 'kind' in contents);
    assert.equal(contents.kind, 'markdown');
    assert.ok(contents.value.includes('by Ada Example \\<ada@example\\.org\\> on'), contents.value);
    assert.ok(contents.value.includes('here (`package.json`) and is not installed. Find out'));
  });

  it('Gets edits for documents without a version when it knows no others, and applies them', async () => {
    await editor.hello(ACTIONS_AS_SUCH);
    editor.open();
    const [repair] = await editor.actions<CodeAction>();
    const [edit, ...others] = repair?.edit?.changes?.[shop.uri] ?? [];
    assert.ok(edit && 'newText' in edit);
    assert.deepEqual([others, repair?.edit?.documentChanges], [[], undefined]);
    const { start, end } = offsets(TEXT, edit.range);
    assert.equal(TEXT.slice(0, start) + edit.newText + TEXT.slice(end), REPAIRED);
    editor.change(2, edit.range, edit.newText);
    assert.deepEqual(
      await editor.published(2, REPAIRED),
      FOUND.filter(({ rule }) => rule !== 'regex-semantics'),
    );
  });

  it('Gets edits for a version of a document when it knows such', async () => {
    await editor.hello({
      ...ACTIONS_AS_SUCH,
      workspace: { workspaceEdit: { documentChanges: true } },
    });
    editor.open();
    const [repair] = await editor.actions<CodeAction>();
    const [edited] = repair?.edit?.documentChanges ?? [];
    assert.ok(edited && 'textDocument' in edited);
    assert.deepEqual(edited.textDocument, { uri: shop.uri, version: 1 });
  });

  it('Gets commands alone when it knows no code actions', async () => {
    await editor.hello();
    editor.open();
    const found = await editor.actions<Command>();
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
    await editor.hello(ACTIONS_AS_SUCH);
    editor.open();
    assert.deepEqual(await editor.actions(['source.organizeImports', 'source.fixAll']), []);
    assert.equal((await editor.actions(['quickfix'])).length, ACTIONS.length);
  });

  it('Sees the marks of a block go when a person signs it in a terminal', async () => {
    await editor.hello();
    editor.open();
    assert.deepEqual(await editor.published(1, TEXT), FOUND);
    const [command = ''] = /(?<=countersign ).*/.exec(SIGN_WORDS) ?? [];
    const { code, stdout } = runAtTerminal(shop, command.split(' '), 'y\n');
    assert.equal(code, 0, stdout);
    assert.deepEqual(await editor.published(1, TEXT), FOUND.slice(0, -1));
  });

  it('Can paste what it is told, also where the path means something to a shell', async () => {
    await editor.hello();
    const path = 'src/my $store (2).js';
    recordAi(shop.dir, path, SAVE, [[1, 7]]);
    const uri = new URL(encodeURIComponent('my $store (2).js'), shop.uri).toString();
    editor.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'javascript', version: 1, text: SAVE },
    });
    const { diagnostics } = await editor.heard<Published>(PUBLISHED);
    const words = diagnostics.map(({ message }) => message).join('\n');
    assert.ok(words.includes(`countersign review '${path}:1'`), words);
  });
});
