import assert from 'node:assert/strict';
import type { BlockView } from '../../server/src/protocol/index.ts';
import { scheduleWithTimer } from '../../src/lifetime.ts';
import type { DecorationMode } from '../../src/settings.ts';
import { createBlockStore } from '../../src/show/blockStore.ts';
import { decorationPlan } from '../../src/show/decorationPlan.ts';
import { createDecorations } from '../../src/show/decorations.ts';
import { blockView } from '../support/blockViews.ts';
import { createFakeVscode, type FakeEditor } from '../support/fakeVscode.ts';

function setUp() {
  const fake = createFakeVscode();
  const store = createBlockStore(scheduleWithTimer);
  const setting: { mode: DecorationMode } = { mode: 'full' };
  const decorations = createDecorations(fake.api, store, {
    mode: () => setting.mode,
    media: (name) => fake.api.Uri.file(`/media/${name}`),
  });
  const document = fake.open('file:///w/price.ts', 'line\n'.repeat(30));
  const [editor] = fake.show(document);
  assert.ok(editor);
  const push = (version: number, blocks: readonly BlockView[]) =>
    store.accept({ uri: 'file:///w/price.ts', version, blocks }, () => undefined);
  return { fake, store, setting, decorations, document, editor, push };
}

/** The lines that an editor shows marked, without the types' names. */
function shownLines(editor: FakeEditor): string[] {
  return [...editor.shown.values()]
    .filter(({ length }) => 0 < length)
    .map((lines) => lines.join(' '));
}

describe('The plan of marks', () => {
  it('has the AI lines of each block, and an icon on its first line', () => {
    const block = blockView({
      startLine: 2,
      endLine: 9,
      aiLines: [
        [5, 7],
        [3, 3],
        [8, 99],
      ],
    });
    assert.deepEqual(decorationPlan([block], 'full').unverified, {
      lines: [
        [3, 3],
        [5, 7],
        [8, 9],
      ],
      start: [[2, 2]],
    });
  });

  it('has the whole block where no AI line is named', () => {
    const block = blockView({ startLine: 2, endLine: 4, aiLines: [], status: 'outdated' });
    assert.deepEqual(decorationPlan([block], 'full').outdated.lines, [[2, 4]]);
  });

  it('has icons only for `gutter`, and nothing for `off`', () => {
    const plan = decorationPlan([blockView()], 'gutter').unverified;
    assert.deepEqual(plan, { lines: [], start: [[2, 2]] });
    assert.deepEqual(decorationPlan([blockView()], 'off').unverified, { lines: [], start: [] });
  });

  it('leaves verified, exempt and older code unmarked', () => {
    const blocks = (['verified', 'exempt', 'baseline'] as const).map((status) =>
      blockView({ status }),
    );
    const marks = Object.values(decorationPlan(blocks, 'full')).flatMap(({ lines, start }) => [
      ...lines,
      ...start,
    ]);
    assert.deepEqual(marks, []);
  });
});

describe('Marks in the editor', () => {
  it('appear, and go when the block is signed', () => {
    const { editor, push } = setUp();
    push(1, [blockView()]);
    assert.deepEqual(shownLines(editor), ['2,4', '2,2']);
    push(1, [blockView({ status: 'verified' })]);
    assert.deepEqual(shownLines(editor), []);
  });

  it('are painted only onto the version they were made for', () => {
    const { editor, push, document } = setUp();
    document.change({ texts: ['\n'] });
    push(1, [blockView()]);
    assert.deepEqual(editor.painted, []);
    push(2, [blockView({ startLine: 3 })]);
    assert.deepEqual(shownLines(editor), ['3,5', '3,3']);
  });

  it('are not painted again when nothing changed', () => {
    const { editor, push, fake, document } = setUp();
    push(1, [blockView()]);
    const nPaints = editor.painted.length;
    push(1, [blockView()]);
    fake.show(document);
    assert.equal(editor.painted.length, nPaints);
  });

  it('are painted again after an edit, which may have moved or swallowed them', () => {
    const { editor, push, document } = setUp();
    push(1, [blockView()]);
    document.change({ texts: [''] });
    document.change({ texts: ['back'], reason: 1 });
    const nPaints = editor.painted.length;
    push(3, [blockView()]);
    assert.equal(editor.painted.length, nPaints + 2);
  });

  it('cost nothing in files without AI code', () => {
    const { editor, push, document } = setUp();
    for (let version = 1; version < 10; version += 1) {
      push(version, [blockView({ status: 'verified' })]);
      document.change({ texts: ['x'] });
    }
    assert.deepEqual(editor.painted, []);
  });

  it('appear in every visible editor of the file, and in one that is shown later', () => {
    const { fake, push, editor } = setUp();
    const other = fake.open('file:///w/other.ts', '');
    push(1, [blockView()]);
    fake.show(other);
    const [again] = fake.show(editor.document);
    assert.ok(again);
    assert.notEqual(again, editor);
    assert.deepEqual(shownLines(again), ['2,4', '2,2']);
  });

  it('follow the setting at once', () => {
    const { setting, decorations, editor, push } = setUp();
    push(1, [blockView()]);
    setting.mode = 'gutter';
    decorations.refresh();
    assert.deepEqual(shownLines(editor), ['2,2']);
    setting.mode = 'off';
    decorations.refresh();
    assert.deepEqual(shownLines(editor), []);
  });

  it('go when the server goes away', () => {
    const { store, editor, push } = setUp();
    push(1, [blockView()]);
    store.clear();
    assert.deepEqual(shownLines(editor), []);
  });
});
