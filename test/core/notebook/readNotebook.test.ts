import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Origin } from '../../../server/src/core/attribution/origin.ts';
import { joinSpans } from '../../../server/src/core/attribution/span.ts';
import {
  fileOffset,
  fileRange,
  type NotebookCell,
  sourceOffset,
  spansInFile,
  spansInSource,
} from '../../../server/src/core/notebook/cell.ts';
import { isKin, lineBag } from '../../../server/src/core/notebook/kin.ts';
import { cellPath } from '../../../server/src/core/notebook/cellPath.ts';
import { fileOfPath, isCellPath } from '../../../server/src/core/notebook/notebookPath.ts';
import { pairCells } from '../../../server/src/core/notebook/pairCells.ts';
import { readNotebook } from '../../../server/src/core/notebook/readNotebook.ts';
import { createLineIndex } from '../../../server/src/core/text/lineIndex.ts';
import { notebookText } from '../../support/notebookText.ts';

const AI: Origin = { kind: 'ai', tier: 'agent', at: '2026-01-01T00:00:00.000Z' };

describe('A notebook as text', () => {
  it('Has cells in order with id, kind, source and the kernel’s language', () => {
    const text = notebookText(
      [
        { source: '# Sales\n', kind: 'markdown', id: 'title' },
        { source: 'import math\nprint("a\\tb")', id: 'first', output: 'source' },
        { source: '', id: 'empty' },
      ],
      { language: 'typescript' },
    );
    const notebook = readNotebook(text);
    assert.equal(notebook?.language, 'typescript');
    assert.deepEqual(
      notebook?.cells.map(({ id, kind, source }) => [id, kind, source]),
      [
        ['title', 'markdown', '# Sales\n'],
        ['first', 'code', 'import math\nprint("a\\tb")'],
        ['empty', 'code', ''],
      ],
    );
  });

  it('May be of nbformat 3, with worksheets and `input`', () => {
    const text = JSON.stringify({
      metadata: { name: 'old' },
      nbformat: 3,
      worksheets: [
        {
          cells: [
            { cell_type: 'heading', source: ['Title'] },
            { cell_type: 'code', language: 'python', input: ['a = 1\n', 'b = 2'], outputs: [] },
          ],
        },
      ],
    });
    const notebook = readNotebook(text);
    assert.equal(notebook?.language, 'python');
    assert.deepEqual(
      notebook?.cells.map(({ kind, source }) => [kind, source]),
      [
        ['raw', 'Title'],
        ['code', 'a = 1\nb = 2'],
      ],
    );
  });

  it('Joins lines that do not end themselves as VS Code does', () => {
    const [cell] = cellsOf('{"cells":[{"cell_type":"code","source":["a","b\\n","c"]}]}');
    assert.equal(cell?.source, 'a\nb\nc');
  });

  it('Is none when it is torn, holds conflict markers or no cells', () => {
    const whole = notebookText([{ source: 'a = 1' }]);
    for (const text of [
      whole.slice(0, -20),
      whole.replace('"cells"', '<<<<<<< HEAD\n"cells"'),
      '{}',
      '{"cells": 1}',
      '',
      'nothing',
    ]) {
      assert.equal(readNotebook(text), undefined, text.slice(0, 40));
    }
  });

  it('May begin with a byte order mark', () => {
    const text = `\uFEFF${notebookText([{ source: 'a = 1' }])}`;
    const [cell] = cellsOf(text);
    assert.equal(cell && text.slice(fileOffset(cell, 0), fileOffset(cell, 1)), 'a');
  });

  it('Every character of a source stands where its offset says, through all escapes', () => {
    const wild = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\n', '"', '\\', '\t', 'é', '\u2028', '\u0001', '😀', '\r\n', 'a', ' '),
        fc.string({ unit: 'binary', maxLength: 2 }),
      ),
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        fc.array(fc.record({ source: wild, isOneString: fc.boolean() }), { maxLength: 4 }),
        fc.constantFrom(0, 1, '\t'),
        fc.boolean(),
        (cells, indent, isAscii) => {
          const json = JSON.stringify(JSON.parse(notebookText(cells)), null, indent);
          const text = isAscii ? asciiOnly(json) : json;
          const read = cellsOf(text);
          assert.deepEqual(
            read.map(({ source }) => source),
            cells.map(({ source }) => source),
          );
          for (const cell of read) checkOffsets(text, cell);
        },
      ),
    );
  });

  it('Spans go to the file and come back the same', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '\n', '"', 'é', ' '), maxLength: 40 }),
        fc.boolean(),
        fc.array(fc.tuple(fc.nat(40), fc.nat(8)), { maxLength: 4 }),
        (source, isOneString, pairs) => {
          const [cell] = cellsOf(notebookText([{ source, isOneString }]));
          if (!cell) throw new Error('no cell');
          let at = 0;
          const spans = joinSpans(
            pairs.flatMap(([gap, length]) => {
              const start = Math.min(at + gap, source.length);
              const end = Math.min(start + length, source.length);
              at = end + 1;
              return start < end ? [{ start, end, origin: AI }] : [];
            }),
          );
          assert.deepEqual(spansInSource(cell, spansInFile(cell, spans)), spans);
        },
      ),
    );
  });

  it('A line of the file is whose line of the source it is, quotes and comma too', () => {
    const text = notebookText([{ source: 'x\n\ny = "é"\n' }]);
    const [cell] = cellsOf(text);
    const spans = cell && spansInFile(cell, [{ start: 0, end: cell.source.length, origin: AI }]);
    assert.deepEqual(
      spans?.map(({ start, end }) => text.slice(start, end)),
      ['"x\\n",', '"\\n",', '"y = \\"é\\"\\n"'],
    );
    assert.equal(
      cell && text.slice(...rangeOf(fileRange(cell, { start: 3, end: 10 }))),
      'y = \\"é\\"',
    );
  });
});

describe('Cells of one notebook', () => {
  it('Are named with their language at the end', () => {
    assert.equal(cellPath('a/n.ipynb', 'W0', 'python'), 'a/n.ipynb#W0.py');
    assert.equal(cellPath('a/n.ipynb', '../W0', 'julia'), 'a/n.ipynb#---W0.txt');
    assert.equal(fileOfPath('a#b/n.ipynb#W0.py'), 'a#b/n.ipynb');
    assert.equal(fileOfPath('a#b/c.py'), 'a#b/c.py');
    assert.equal(isCellPath('a/n.ipynb'), false);
  });

  it('Are kin by what they share, not by a line that every notebook has', () => {
    const kin = (a: string, b: string): boolean => isKin(lineBag(a), lineBag(b));
    const long = 'def total(rows):\n    return sum(row.price for row in rows)\n';
    assert.equal(kin(long, `${long}\nprint(total(rows))\n`), true);
    assert.equal(kin('plt.show()', 'plt.plot(x)\nplt.show()'), false);
    assert.equal(kin('', ''), false);
  });

  it('Are paired by id, then by text, then by what they share; lost text may be anywhere', () => {
    const was = cellsOf(
      notebookText([
        { id: 'a', source: 'a = 1' },
        { id: 'b', source: 'def f():\n    return 1' },
        { id: 'c', source: 'gone()' },
      ]),
    );
    const now = cellsOf(
      notebookText([
        { id: 'n1', source: 'def f():\n    return 2' },
        { id: 'n2', source: 'a = 1' },
        { id: 'c', source: 'other()' },
        { id: 'n3', source: 'new()' },
      ]),
    );
    assert.deepEqual(
      pairCells(now, was).map(({ before }) => before),
      ['def f():\n    return 1', 'a = 1', 'gone()', ''],
    );
  });
});

function cellsOf(text: string): readonly NotebookCell[] {
  return readNotebook(text)?.cells ?? [];
}

function rangeOf({ start, end }: { start: number; end: number }): [number, number] {
  return [start, end];
}

function asciiOnly(json: string): string {
  return json.replace(
    /[^\x20-\x7e\n\t]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Law: rising; each character's piece of JSON reads as that character; there and back is the same. */
function checkOffsets(text: string, cell: NotebookCell): void {
  const { source } = cell;
  for (let at = 0; at < source.length; at++) {
    const start = fileOffset(cell, at);
    const raw = /^(?:\\u[0-9a-fA-F]{4}|\\.|[^])/.exec(text.slice(start, start + 6))?.[0] ?? '';
    assert.equal(JSON.parse(`"${raw}"`), source[at]);
    assert.equal(sourceOffset(cell, start), at);
    if (0 < at) assert.ok(fileOffset(cell, at - 1) < start);
  }
  assert.equal(createLineIndex(text).nLines, text.split(/\r\n?|\n/).length);
}
