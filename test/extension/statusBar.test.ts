import assert from 'node:assert/strict';
import { scheduleWithTimer } from '../../src/lifetime.ts';
import { createBlockStore } from '../../src/show/blockStore.ts';
import { createStatusBar, statusBarWords } from '../../src/show/statusBar.ts';
import { blockView } from '../support/blockViews.ts';
import { createFakeVscode } from '../support/fakeVscode.ts';

describe('The status bar', () => {
  it('counts what waits in the open files, and is quiet when nothing does', () => {
    const fake = createFakeVscode();
    const store = createBlockStore(scheduleWithTimer);
    createStatusBar(fake.api, store, 'countersign.menu');
    const accept = (
      uri: string,
      version: number,
      statuses: readonly ('unverified' | 'outdated' | 'verified')[],
    ) =>
      store.accept(
        {
          uri,
          version,
          blocks: statuses.map((status, at) => blockView({ status, startLine: at * 10 })),
        },
        () => undefined,
      );
    assert.equal(fake.statusBar.isVisible, false);
    accept('file:///w/a.ts', 1, ['unverified', 'unverified', 'verified']);
    assert.equal(fake.statusBar.text, '$(unverified) 2 unverified');
    accept('file:///w/b.ts', 1, ['outdated']);
    assert.equal(fake.statusBar.text, '$(unverified) 2 unverified, 1 outdated');
    assert.match(String(fake.statusBar.tooltip), /3 blocks .* in 2 open files/u);
    accept('file:///w/a.ts', 2, ['verified']);
    accept('file:///w/b.ts', 2, []);
    assert.equal(fake.statusBar.isVisible, false);
  });

  it('says the words in full to a screen reader', () => {
    const words = statusBarWords({ nUnverified: 1, nOutdated: 0, nFiles: 1 });
    assert.equal(
      words?.label,
      'Countersign: 1 unverified. 1 block of AI code in one open file waits for a signature.',
    );
  });

  it('says so when the server stopped for good', () => {
    const fake = createFakeVscode();
    const statusBar = createStatusBar(
      fake.api,
      createBlockStore(scheduleWithTimer),
      'countersign.menu',
    );
    statusBar.showStopped(true);
    assert.equal(fake.statusBar.text, '$(warning) Countersign stopped');
    statusBar.showStopped(false);
    assert.equal(fake.statusBar.isVisible, false);
  });
});
