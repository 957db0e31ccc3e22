import assert from 'node:assert/strict';
import type { CopiedParams, SignalParams } from '../../server/src/protocol/index.ts';
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
  const copied: CopiedParams[] = [];
  const clock = { now: 0 };
  const flags = { isEnabled: true, usesPlatform: true, observesAccepts: true, ...options };
  const signals = createSignals(fake.api, {
    isEnabled: () => flags.isEnabled,
    usesPlatform: () => flags.usesPlatform,
    observesAccepts: () => flags.observesAccepts,
    send: (signal) => sent.push(signal),
    sendCopied: (params) => copied.push(params),
    now: () => clock.now,
    log: () => undefined,
  });
  const kinds = () => sent.map(({ version, source }) => `${version} ${source.kind}`);
  return { fake, sent, copied, clock, flags, signals, kinds };
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
    assert.equal(observesKeys(fake), true, 'completions that are snippets have no other word');
    assert.deepEqual(kinds(), ['2 platform']);
  });

  it('name an accepted completion that the platform calls a snippet', async () => {
    const { fake, sent } = setUp();
    const document = fake.open('file:///w/a.ts', '');
    fake.show(document);
    const snippet = { source: 'snippet', metadata: {} };
    document.change({ texts: [CODE], detailedReason: snippet });
    await fake.api.commands.executeCommand('countersign.accepted', COMMIT);
    assert.deepEqual(
      sent.map(({ source }) => source),
      [{ kind: 'acceptCommand', command: COMMIT }],
    );
  });

  it('hear of a key besides the platform, and leave its word alone', async () => {
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

describe('Word of a copy', () => {
  for (const usesPlatform of [true, false]) {
    it(`goes to the server ${usesPlatform ? 'with' : 'without'} the platform’s reasons`, () => {
      const { fake, copied } = setUp({ usesPlatform });
      const document = fake.open('file:///w/a.ts', CODE);
      document.change({ texts: ['x'], detailedReason: { source: 'cursor', metadata: {} } });
      assert.equal(fake.nPasteProviders(), usesPlatform ? 0 : 1);
      assert.deepEqual(fake.copy(document, [1, 2, 2, 1]), [], 'nothing added, nothing awaited');
      assert.deepEqual(copied, [{ uri: 'file:///w/a.ts', version: 2, ranges: [[26, 37]] }]);
    });
  }

  it('names every range, in any document that is tracked', () => {
    const { fake, copied } = setUp();
    const document = fake.open('untitled:Untitled-1', CODE);
    fake.copy(document, [0, 0, 0, 8], [1, 2, 1, 8], [2, 0, 2, 0]);
    assert.deepEqual(copied, [
      {
        uri: 'untitled:Untitled-1',
        version: 1,
        ranges: [
          [0, 8],
          [26, 32],
        ],
      },
    ]);
  });

  it('is left out for a cut, whose ranges the deletion has taken away before', () => {
    const { fake, copied } = setUp();
    const document = fake.open('file:///w/a.ts', CODE);
    const whole = [0, 0, 2, 1] as const;
    document.change({ texts: [''], text: '', ranges: [whole] });
    fake.copy(document, whole);
    assert.deepEqual(copied, []);
  });

  it('is left out for the cut of a line, which takes the line end along', () => {
    const { fake, copied } = setUp();
    const document = fake.open('file:///w/a.ts', CODE);
    document.change({ texts: [''], text: '  return 0;\n}', ranges: [[0, 0, 1, 0]] });
    fake.copy(document, [0, 0, 0, 23]);
    assert.deepEqual(copied, []);
  });

  it('comes for a copy some time after a deletion, and of another place than what was deleted', () => {
    const { fake, copied, clock } = setUp();
    const document = fake.open('file:///w/a.ts', CODE);
    document.change({ texts: [''], text: '  return 0;\n}', ranges: [[0, 0, 1, 0]] });
    fake.copy(document, [1, 0, 1, 1]);
    clock.now = 1000;
    fake.copy(document, [0, 0, 0, 11]);
    assert.deepEqual(
      copied.map(({ version, ranges }) => [version, ...ranges]),
      [
        [2, [12, 13]],
        [2, [0, 11]],
      ],
    );
  });

  it('comes for a copy of what was put in right after a deletion', () => {
    const { fake, copied } = setUp();
    const document = fake.open('file:///w/a.ts', CODE);
    document.change({ texts: [''], text: '', ranges: [[0, 0, 2, 1]] });
    document.change({ texts: [CODE], text: CODE, reason: 1 });
    fake.copy(document, [0, 0, 2, 1]);
    assert.equal(copied.length, 1);
  });

  it('stops when the person turns the extension off, and starts again', () => {
    const { fake, flags, signals } = setUp();
    for (const isEnabled of [false, true, true]) {
      flags.isEnabled = isEnabled;
      signals.refresh();
      assert.equal(fake.nCopyProviders(), isEnabled ? 1 : 0);
    }
    signals.dispose();
    assert.equal(fake.nCopyProviders(), 0);
  });
});
