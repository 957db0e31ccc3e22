import assert from 'node:assert/strict';
import { carrySpans } from '../../server/src/core/attribution/attribute.ts';
import type { Origin } from '../../server/src/core/attribution/origin.ts';
import { originAt } from '../../server/src/core/attribution/span.ts';
import { sha256 } from '../../server/src/node/git/contentIds.ts';
import { createBlockReader } from '../../server/src/node/parsers/blockReader.ts';
import { check } from '../support/fuzz/check.ts';
import { spliced } from '../support/fuzz/lines.ts';
import { type Line, own, type Text } from '../support/fuzz/model.ts';
import { AGENTS } from '../support/fuzz/payloads.ts';
import { createWorld, type World } from '../support/fuzz/world.ts';
import { GRAMMARS } from '../support/lspClient.ts';

/** What the fuzzer found, each as small as it gets. */

const AI: Origin = {
  kind: 'ai',
  tier: 'platform',
  tool: 'sample.assistant',
  at: '2026-01-02T03:04:05.000Z',
};

function line(id: string): Line {
  return { id, text: `  ${id}();` };
}

const START: Text = {
  lines: ['parsePriceOfText', 'roundPriceToCents', 'printPriceInEuros'].map(line),
  eol: '\n',
};

async function inWorld(act: (world: World) => Promise<void>): Promise<void> {
  const world = createWorld(
    new Map([['a.ts', START]]),
    createBlockReader({ grammars: GRAMMARS, sha256 }),
  );
  try {
    for (const { id } of START.lines) if (id !== undefined) own(world.model, id, 'unknown');
    await act(world);
    assert.deepEqual(await check(world), []);
  } finally {
    world.dispose();
  }
}

describe('Attribution, case by case', () => {
  it('A line saved before its signal came is kept as what the signal says', () =>
    inWorld(async (world) => {
      const window = world.openWindow();
      await world.open(window, 'a.ts');
      const doc = window.docs.get('a.ts');
      assert.ok(doc);
      own(world.model, 'typedByAPersonHere', 'human');
      await world.edit(window, doc, spliced(doc.text, 1, 0, [line('typedByAPersonHere')]), {
        signal: { kind: 'typed' },
        timing: 'savedFirst',
      });
      world.closeWindow(window);
    }));

  it('Moved lines that nothing is recorded of stay so', () =>
    inWorld(async (world) => {
      const window = world.openWindow();
      await world.open(window, 'a.ts');
      const doc = window.docs.get('a.ts');
      assert.ok(doc);
      const [first, ...rest] = doc.text.lines;
      assert.ok(first);
      const length = first.text.length + 1;
      const whole = START.lines.reduce((n, { text }) => n + text.length + 1, 0);
      await world.edit(
        window,
        doc,
        { ...START, lines: [...rest, first] },
        {
          signal: { kind: 'platform', source: 'cursor', metadata: { kind: 'executeCommands' } },
          timing: 'after',
          replacements: [
            { start: 0, end: length, text: '' },
            { start: whole - length, end: whole - length, text: `${first.text}\n` },
          ],
        },
      );
    }));

  it('What one window saw of a text stays, though another window saw less of it', () =>
    inWorld(async (world) => {
      const first = world.openWindow();
      const second = world.openWindow();
      await world.open(first, 'a.ts');
      await world.open(second, 'a.ts');
      const edit = async (id: string, kind: 'human' | 'ai'): Promise<void> => {
        const doc = first.docs.get('a.ts');
        assert.ok(doc);
        own(world.model, id, kind, kind === 'ai' ? 'sample.chat' : undefined, kind === 'ai');
        await world.edit(first, doc, spliced(doc.text, 1, 0, [line(id)]), {
          signal:
            kind === 'human'
              ? { kind: 'typed' }
              : {
                  kind: 'platform',
                  source: 'Chat.applyEdits',
                  metadata: { $extensionId: 'sample.chat' },
                },
          timing: 'after',
        });
        await world.save(first, doc);
      };
      await edit('acceptedFromTheChat', 'ai');
      await world.reload({ chance: () => false });
      await world.quiet();
      // The second window reloads before it hears of what the first one wrote.
      await edit('typedByAPersonHere', 'human');
      await world.reload({ chance: () => false });
    }));

  for (const order of ['before', 'after'] as const) {
    it(`A hook ${order} the disk finds its lines, though nobody saw the text it met`, () =>
      inWorld(async (world) => {
        const unseen = spliced(START, 0, 1, []);
        world.write('a.ts', unseen);
        const added = line('addedByTheAgentNow');
        const [anchor] = unseen.lines;
        assert.ok(anchor);
        const payloads = AGENTS['cursorEdit']?.({
          dir: world.repo.dir,
          path: 'a.ts',
          before: '',
          after: '',
          changes: [{ old: anchor.text, new: `${anchor.text}\n${added.text}` }],
          session: 's1',
          call: 'g1',
          tellsBefore: false,
        });
        own(world.model, 'addedByTheAgentNow', 'ai', 'cursor', true);
        if (order === 'before') await world.send(payloads?.after, 'cursor');
        world.write('a.ts', spliced(unseen, 1, 0, [added]));
        if (order === 'after') await world.send(payloads?.after, 'cursor');
      }));
  }

  it('A line that was only indented is found again beside lines that are new', () => {
    const before = "run({ first: 'x', more: 12 });\nrun({ second: 'x', more: 12 });\n";
    const spans = [{ start: before.indexOf('run', 1), end: before.length, origin: AI }];
    const after = "other();\n\t\trun({ second: 'x', more: 12 });\nmore();\nlast();\n";
    const carried = carrySpans(spans, before, after, undefined);
    assert.deepEqual(originAt(carried, after.indexOf('second')), AI);
    assert.equal(originAt(carried, after.indexOf('other')), undefined);
    assert.equal(originAt(carried, after.indexOf('last')), undefined);
  });
});
