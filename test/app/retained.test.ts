import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute } from '../../server/src/core/attribution/attribute.ts';
import type { Origin } from '../../server/src/core/attribution/origin.ts';
import type { Spans } from '../../server/src/core/attribution/span.ts';
import { keptLines } from '../../server/src/core/text/sameLines.ts';
import { applyEdit } from '../../server/src/core/text/edit.ts';
import { createLineIndex } from '../../server/src/core/text/lineIndex.ts';
import { AI_ORIGIN } from '../support/records.ts';
import { ROOT } from '../support/golden.ts';

/** VS Code's own recorded edits, with the figures its edit telemetry has for them (see NOTICE.md). */
const FOLDER = join(ROOT, 'test/fixtures/vscode-arc');

interface Recorded {
  readonly initialText: string;
  readonly edits: readonly {
    readonly replacements: readonly {
      readonly start: number;
      readonly endEx: number;
      readonly text: string;
    }[];
  }[];
}

interface Figures {
  /** Accepted and retained characters. */
  readonly arc: number;
  readonly deletedLineCounts: number;
  readonly insertedLineCounts: number;
}

const HUMAN: Origin = { kind: 'human', at: '2026-01-02T03:04:05.000Z' };

describe("VS Code's figures of retained AI text", () => {
  const all = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) as Record<
    string,
    readonly Figures[]
  >;
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.edits.w.json'));

  it('There are recorded edits', () => assert.equal(files.length, 2));

  for (const file of files) {
    const name = file.replace('.edits.w.json', '');
    it(name, () => {
      const recorded = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Recorded;
      assert.deepEqual(figuresOf(recorded), all[name]);
    });
  }
});

/** The first edit is AI's, the others a person's. */
function figuresOf({ initialText, edits }: Recorded): readonly Figures[] {
  let text = initialText;
  let spans: Spans = [];
  return edits.map(({ replacements }, i) => {
    const sorted = replacements.map(({ start, endEx, text: now }) => ({
      start,
      end: endEx,
      text: now,
    }));
    // From the last to the first, so that offsets stay.
    for (const replacement of [...sorted].reverse()) {
      spans = attribute(spans, text, replacement, i === 0 ? AI_ORIGIN : HUMAN);
      text = applyEdit(text, [replacement]);
    }
    const retained = spans
      .filter(({ origin }) => origin.kind === 'ai')
      .map(({ start, end }) => text.slice(start, end))
      .join('');
    const at = edits[0]?.replacements[0]?.start ?? 0;
    return { arc: retained.length, ...linesChanged(initialText, at, retained) };
  });
}

/** What the AI's edit changes of the first text, as far as it is still there. */
function linesChanged(
  before: string,
  at: number,
  retained: string,
): Pick<Figures, 'deletedLineCounts' | 'insertedLineCounts'> {
  const old = createLineIndex(before);
  const now = createLineIndex(before.slice(0, at) + retained + before.slice(at));
  const nKept = keptLines(old, now).reduce((n, kept) => n + kept.n, 0);
  return { deletedLineCounts: old.nLines - nKept, insertedLineCounts: now.nLines - nKept };
}
