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
  fake.mainCommands.builtIn(COMMIT, () => undefined);
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

async function settle(fake: ReturnType<typeof createFakeVscode>): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve();
    fake.mainCommands.drain();
  }
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

  it('arm the stable senses until the platform is seen to name its reasons', async () => {
    const { fake, kinds } = setUp();
    await settle(fake);
    assert.equal(fake.nPasteProviders(), 1);
    const document = fake.open('file:///w/a.ts', '');
    fake.show(document);
    document.change({ texts: ['x'], detailedReason: { source: 'cursor', metadata: {} } });
    await settle(fake);
    assert.equal(fake.nPasteProviders(), 0);
    await fake.mainCommands.press(COMMIT);
    assert.deepEqual(fake.executed, [], 'Tab no longer comes by us');
    assert.deepEqual(kinds(), ['2 platform']);
  });

  it('name an accept by its command where the platform is hidden', async () => {
    const { fake, sent } = setUp({ usesPlatform: false });
    await settle(fake);
    const document = fake.open('file:///w/a.ts', '');
    document.isDirty = true;
    fake.show(document);
    fake.mainCommands.builtIn('other', () => undefined);
    const press = fake.mainCommands.press(COMMIT);
    document.change({ texts: [CODE], detailedReason: ACCEPTED });
    await settle(fake);
    await press;
    assert.deepEqual(
      sent.map(({ source }) => source),
      [{ kind: 'acceptCommand', command: COMMIT }],
    );
  });

  it('leave the accept commands alone when the setting says so', async () => {
    const { fake } = setUp({ usesPlatform: false, observesAccepts: false });
    await settle(fake);
    await fake.mainCommands.press(COMMIT);
    assert.deepEqual(fake.executed, []);
  });

  it('let go of everything when the person turns the extension off', async () => {
    const { fake, flags, signals } = setUp();
    await settle(fake);
    flags.isEnabled = false;
    signals.refresh();
    await settle(fake);
    assert.equal(fake.nPasteProviders(), 0);
    await fake.mainCommands.press(COMMIT);
    assert.deepEqual(fake.executed, []);
  });

  it('call a paste one, though the editor adds indentation and other line ends', async () => {
    const { fake, kinds } = setUp({ usesPlatform: false });
    const document = fake.open('file:///w/a.ts', '');
    document.isDirty = true;
    fake.paste('if (a) {\r\n  b();\r\n}\r\n');
    await Promise.resolve();
    document.change({ texts: ['    if (a) {\n      b();\n    }\n'] });
    document.change({ texts: [CODE] });
    assert.deepEqual(kinds(), ['2 paste', '3 edit']);
  });

  it('call a paste of one line at each cursor one', async () => {
    const { fake, kinds } = setUp({ usesPlatform: false });
    const document = fake.open('file:///w/a.ts', '');
    document.isDirty = true;
    fake.paste('alpha();\nbeta();');
    await Promise.resolve();
    document.change({ texts: ['beta();', 'alpha();'] });
    assert.deepEqual(kinds(), ['2 paste']);
  });
});
