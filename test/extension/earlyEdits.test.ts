import assert from 'node:assert/strict';
import type { SignalParams } from '../../server/src/protocol/index.ts';
import { createEarlyEdits } from '../../src/sense/earlyEdits.ts';
import { createFakeVscode } from '../support/fakeVscode.ts';

const URI = 'file:///w/a.ts';

const signal = (version: number, uri = URI): SignalParams => ({
  uri,
  version,
  source: { kind: 'platform', source: 'inlineCompletionAccept', metadata: {} },
});

function setUp() {
  const fake = createFakeVscode();
  const early = createEarlyEdits(fake.api);
  const told = (uri = URI) => {
    const found = early.tell(uri);
    return (
      found && {
        text: found.text,
        version: found.version,
        changes: found.changes.map(({ version }) => version),
        signals: found.signals.map(({ version }) => version),
      }
    );
  };
  return { fake, early, told };
}

describe('Edits before the server runs', () => {
  it('are told as the text first seen, and each change with its signal', () => {
    const { fake, early, told } = setUp();
    const document = fake.open(URI, 'before');
    early.hold();
    assert.equal(told(), undefined);
    document.change({ texts: ['one'], text: 'one' });
    early.signal(signal(2));
    document.flip(true);
    document.change({ texts: ['two'], text: 'two' });
    assert.deepEqual(told(), { text: 'before', version: 1, changes: [2, 3], signals: [2] });
    early.signal(signal(3));
    assert.deepEqual(early.release(), [signal(3)]);
    assert.equal(told(), undefined);
  });

  it('stay for the next start when one fails', () => {
    const { fake, early, told } = setUp();
    early.hold();
    const document = fake.open(URI, 'before');
    document.change({ texts: ['one'], text: 'one' });
    early.signal(signal(2));
    told();
    early.hold();
    document.change({ texts: ['two'], text: 'two' });
    assert.deepEqual(told(), { text: 'before', version: 1, changes: [2, 3], signals: [2] });
    assert.deepEqual(early.release(), []);
  });

  it('are not held while the server runs, after a close, or of documents without code', () => {
    const { fake, early, told } = setUp();
    early.hold();
    early.release();
    const other = fake.open(URI, 'before');
    other.change({ texts: ['one'], text: 'one' });
    assert.equal(told(), undefined);
    early.hold();
    const output = fake.open('output:log', '');
    output.change({ texts: ['line'], text: 'line' });
    assert.equal(told('output:log'), undefined);
    other.change({ texts: ['two'], text: 'two' });
    assert.deepEqual(told(), { text: 'one', version: 2, changes: [3], signals: [] });
    fake.close(other);
    assert.equal(told(), undefined);
  });

  it('are given up where there is no end of them', () => {
    const { fake, early, told } = setUp();
    early.hold();
    const document = fake.open(URI, '');
    for (let i = 0; i < 5_001; i++) document.change({ texts: ['x'], text: 'x' });
    assert.equal(told(), undefined);
  });
});
