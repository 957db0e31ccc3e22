import assert from 'node:assert/strict';
import { blockAtLine, createBlockStore, neighborBlock } from '../../src/show/blockStore.ts';
import { blockView } from '../support/blockViews.ts';
import { createFakeTimers } from '../support/fakeTimers.ts';

const URI = 'file:///w/price.ts';
const noText = () => undefined;

function setUp() {
  const timers = createFakeTimers();
  const store = createBlockStore(timers.schedule);
  const changes: (string | undefined)[] = [];
  store.onDidChange((uri) => changes.push(uri));
  return { timers, store, changes };
}

describe('What the server said about open documents', () => {
  it('is replaced by a newer answer and not by an older one', () => {
    const { store, changes } = setUp();
    store.accept({ uri: URI, version: 5, blocks: [blockView()] }, noText);
    store.accept({ uri: URI, version: 4, blocks: [] }, noText);
    assert.equal(store.latest(URI)?.version, 5);
    store.accept({ uri: URI, version: 6, blocks: [] }, noText);
    assert.equal(store.latest(URI)?.version, 6);
    assert.deepEqual(changes, [URI, URI]);
  });

  it('is still known for the version a lens was made for', () => {
    const { store } = setUp();
    store.accept({ uri: URI, version: 5, blocks: [blockView()] }, () => 'seen text');
    store.accept({ uri: URI, version: 6, blocks: [] }, noText);
    assert.equal(store.at(URI, 5)?.blocks.length, 1);
    assert.equal(store.shownText(URI, 5, 'block-2'), 'seen text');
  });

  it('is forgotten with the document, whose versions start anew', () => {
    const { store } = setUp();
    store.accept({ uri: URI, version: 50, blocks: [] }, noText);
    store.forget(URI);
    store.accept({ uri: URI, version: 1, blocks: [] }, noText);
    assert.equal(store.latest(URI)?.version, 1);
  });

  it('is gone when the server goes away', () => {
    const { store, changes } = setUp();
    store.accept({ uri: URI, version: 1, blocks: [blockView()] }, noText);
    store.clear();
    assert.deepEqual(store.all(), []);
    assert.deepEqual(changes, [URI, undefined]);
  });

  it('can be waited for, but not for ever', async () => {
    const { store, timers } = setUp();
    const comes = store.until(URI, 2, 1000);
    const fails = store.until(URI, 9, 1000);
    store.accept({ uri: URI, version: 1, blocks: [] }, noText);
    store.accept({ uri: URI, version: 3, blocks: [] }, noText);
    timers.advance(1000);
    assert.equal((await comes)?.version, 3);
    assert.equal(await fails, undefined);
    assert.equal((await store.until(URI, 3, 1000))?.version, 3);
  });
});

describe('Blocks around the caret', () => {
  const outer = blockView({ id: 'outer', startLine: 0, endLine: 20, status: 'verified' });
  const inner = blockView({ id: 'inner', startLine: 4, endLine: 8 });
  const last = blockView({ id: 'last', startLine: 30, endLine: 40, status: 'outdated' });
  const blocks = [last, outer, inner];

  it('are taken from the inside out', () => {
    assert.equal(blockAtLine(blocks, 5)?.id, 'inner');
    assert.equal(blockAtLine(blocks, 12)?.id, 'outer');
    assert.equal(blockAtLine(blocks, 25), undefined);
    assert.equal(blockAtLine(blocks, 5, (block) => block.status === 'verified')?.id, 'outer');
  });

  it('follow each other in a circle, only those that wait', () => {
    assert.equal(neighborBlock(blocks, 0, 'next')?.id, 'inner');
    assert.equal(neighborBlock(blocks, 4, 'next')?.id, 'last');
    assert.equal(neighborBlock(blocks, 35, 'next')?.id, 'inner');
    assert.equal(neighborBlock(blocks, 30, 'previous')?.id, 'inner');
    assert.equal(neighborBlock(blocks, 0, 'previous')?.id, 'last');
    assert.equal(neighborBlock([outer], 0, 'next'), undefined);
  });
});
