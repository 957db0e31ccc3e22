import assert from 'node:assert/strict';
import type { SignalParams } from '../../server/src/protocol/index.ts';
import { createSignals } from '../../src/sense/signals.ts';
import { createFakeVscode } from '../support/fakeVscode.ts';

const COMMIT = 'editor.action.inlineSuggest.commit';
const CODE = 'function parsePrice() {\n  return 0;\n}';
const ACCEPTED = {
  source: 'inlineCompletionAccept',
  metadata: {
    source: 'inlineCompletionAccept',
    $nes: false,
    $extensionId: 'maker.completions',
    $$requestUuid: 'icr-1',
    $providerId: 'x'.repeat(5000),
    prompt: 'text of a person',
  },
};

function setUp(
  options: { readonly usesPlatform?: boolean; readonly observesAccepts?: boolean } = {},
) {
  const fake = createFakeVscode();
  const sent: SignalParams[] = [];
  const flags = { isEnabled: true, usesPlatform: true, observesAccepts: true, ...options };
  const signals = createSignals(fake.api, {
    isEnabled: () => flags.isEnabled,
    usesPlatform: () => flags.usesPlatform,
    observesAccepts: () => flags.observesAccepts,
    send: (signal) => sent.push(signal),
    log: () => undefined,
  });
  const kinds = () => sent.map(({ version, source }) => `${version} ${source.kind}`);
  return { fake, sent, flags, signals, kinds };
}

/** Whether the bindings of the accept keys hold, as the last `setContext` told. */
function observesKeys(fake: ReturnType<typeof createFakeVscode>): unknown {
  return fake.executed.findLast(({ id }) => id === 'setContext')?.args[1] ?? false;
}

describe('Signals of the editor', () => {
  it('keep of the platform’s reason what says who made the edit, and nothing large', () => {
    const { fake, sent } = setUp();
    const document = fake.open('file:///w/a.ts', '');
    document.change({ texts: [CODE], detailedReason: ACCEPTED });
    assert.deepEqual(sent, [
      {
        uri: 'file:///w/a.ts',
        version: 2,
        source: {
          kind: 'platform',
          source: 'inlineCompletionAccept',
          metadata: { $nes: false, $extensionId: 'maker.completions', $$requestUuid: 'icr-1' },
        },
      },
    ]);
  });

  it('ignore documents that hold no code', () => {
    const { fake, sent } = setUp();
    for (const uri of ['output:log', 'git:/w/a.ts', 'comment://1', 'vscode-scm:git']) {
      fake.open(uri, '').change({ texts: [CODE], detailedReason: ACCEPTED });
    }
    assert.deepEqual(sent, []);
  });

  it('arm the stable senses until the platform is seen to name its reasons', () => {
    const { fake, kinds } = setUp();
    assert.equal(fake.nPasteProviders(), 1);
    assert.equal(observesKeys(fake), true);
    const document = fake.open('file:///w/a.ts', '');
    document.change({ texts: ['x'], detailedReason: { source: 'cursor', metadata: {} } });
    assert.equal(fake.nPasteProviders(), 0);
    assert.equal(observesKeys(fake), false);
    assert.deepEqual(kinds(), ['2 platform']);
  });

  it('hear of a key that was under way when they were disarmed, without an error', async () => {
    const { fake, kinds } = setUp();
    const document = fake.open('file:///w/a.ts', '');
    fake.show(document);
    document.change({ texts: [CODE], detailedReason: ACCEPTED });
    await fake.api.commands.executeCommand('countersign.accepted', COMMIT);
    assert.deepEqual(kinds(), ['2 platform']);
  });

  it('name an accept by its command where the platform is hidden', async () => {
    const { fake, sent } = setUp({ usesPlatform: false });
    const document = fake.open('file:///w/a.ts', '');
    document.isDirty = true;
    fake.show(document);
    document.change({ texts: [CODE], detailedReason: ACCEPTED });
    await fake.api.commands.executeCommand('countersign.accepted', COMMIT);
    assert.deepEqual(
      sent.map(({ source }) => source),
      [{ kind: 'acceptCommand', command: COMMIT }],
    );
  });

  it('leave the accept keys alone when the setting says so', () => {
    const { fake } = setUp({ usesPlatform: false, observesAccepts: false });
    assert.equal(observesKeys(fake), false);
  });

  it('let go of everything when the person turns the extension off', () => {
    const { fake, flags, signals } = setUp();
    flags.isEnabled = false;
    signals.refresh();
    assert.equal(fake.nPasteProviders(), 0);
    assert.equal(observesKeys(fake), false);
  });

  it('call a paste one, though the editor adds indentation and other line ends', async () => {
    const { fake, kinds } = setUp({ usesPlatform: false, observesAccepts: false });
    const document = fake.open('file:///w/a.ts', '');
    document.isDirty = true;
    fake.paste('if (a) {\r\n  b();\r\n}\r\n');
    await Promise.resolve();
    document.change({ texts: ['    if (a) {\n      b();\n    }\n'] });
    document.change({ texts: [CODE] });
    assert.deepEqual(kinds(), ['2 paste', '3 edit']);
  });

  it('call a paste of one line at each cursor one', async () => {
    const { fake, kinds } = setUp({ usesPlatform: false, observesAccepts: false });
    const document = fake.open('file:///w/a.ts', '');
    document.isDirty = true;
    fake.paste('alpha();\nbeta();');
    await Promise.resolve();
    document.change({ texts: ['beta();', 'alpha();'] });
    assert.deepEqual(kinds(), ['2 paste']);
  });
});
