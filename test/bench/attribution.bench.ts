import { ChangeSet, type Range as MarkedRange, RangeSet, RangeValue } from '@codemirror/state';
import { createLiveText, SIGNAL_PATIENCE_MS } from '../../server/src/app/liveText.ts';
import { attributeTree } from '../../server/src/core/attribution/attributeTree.ts';
import type { Origin } from '../../server/src/core/attribution/origin.ts';
import type { Span, Spans } from '../../server/src/core/attribution/span.ts';
import { createSpanTree } from '../../server/src/core/attribution/spanTree.ts';
import type { Replacement } from '../../server/src/core/text/edit.ts';
import { createTextRope } from '../../server/src/core/text/textRope.ts';
import { figures, report } from './figures.ts';
import { fitGrowth } from './growth.ts';

const AT = '2026-01-02T03:04:05.000Z';
const HUMAN: Origin = { kind: 'human', at: AT };
const LINE = '  const value = compute(input, 42);\n';

/** Key presses on one version, before both start anew: the size stays what the line says. */
const RUN = 100;
const N_RUNS = 40;
/** The first runs warm up and are not counted. */
const N_WARM_UP = 10;

/** One keystroke in an open file of growing size: change, signal, origin; a fixed walk of places. */
export function benchAttribution(): void {
  const growth: [number, number][] = [];
  // The first run meets cold code, whatever its size.
  keystrokes(2_500, 250);
  for (const nSpans of [250, 500, 1_000, 2_000, 4_000, 8_000]) {
    const nLines = nSpans * 10;
    const times = keystrokes(nLines, nSpans);
    const found = figures(times);
    growth.push([nLines, found.median]);
    const name = `keystroke, ${nLines} lines, ${nSpans} spans: attribution`;
    report(name, found, 'ms', 'budget p99 0.2 ms at 20,000 lines');
  }
  const { power } = fitGrowth(growth);
  console.log(`growth of a keystroke's attribution: n^${power.toFixed(2)} (a logarithm: n^0.10)`);
  benchStructure();
}

function keystrokes(nLines: number, nSpans: number): number[] {
  const text = LINE.repeat(nLines);
  const random = createRandom();
  const times: number[] = [];
  const live = createLiveText({
    text,
    version: 0,
    spans: spansOf(nSpans),
    patienceMs: SIGNAL_PATIENCE_MS,
    recall: () => undefined,
  });
  for (let version = 1; version <= 3_000; version++) {
    const start = random(text.length);
    const started = performance.now();
    live.change(version, [{ start, end: start, text: 'x' }], version);
    live.explain(version, { kind: 'origin', origin: HUMAN, hand: 'insertion' });
    live.settle(version);
    // The first ones meet cold code.
    if (1_000 < version) times.push(performance.now() - started);
  }
  return times;
}

/** Times in µs, one for each edit: its attribution, the change of the text, the yardstick. */
interface Times {
  readonly tree: number[];
  readonly text: number[];
  readonly marks: number[];
}

/**
 * The same on trees, beside CodeMirror's `RangeSet`, which moves its marks by the same edits and
 * attributes nothing. All sizes take turns, so that a busy moment of the machine meets them all.
 */
function benchStructure(): void {
  const sizes = [2_500, 5_000, 10_000, 20_000, 40_000, 80_000, 160_000].map((nLines) => ({
    nLines,
    times: createTimes(),
    run: createRun(nLines),
  }));
  for (let i = 0; i < N_WARM_UP + N_RUNS; i++) {
    for (const { times, run } of sizes) run(i < N_WARM_UP ? createTimes() : times);
  }
  for (const { nLines, times } of sizes) {
    const name = `keystroke, ${nLines} lines, ${nLines / 10} spans:`;
    const tree = figures(times.tree);
    const marks = figures(times.marks);
    const ratio = (share: 'median' | 'p95' | 'p99'): string =>
      `${share} ${(tree[share] / marks[share]).toFixed(2)}`;
    report(`${name} span tree`, tree, 'µs', 'budget p99 200 µs at 20,000 lines');
    report(`${name} text rope`, figures(times.text), 'µs');
    report(
      `${name} RangeSet.map`,
      marks,
      'µs',
      `tree / RangeSet: ${ratio('median')}, ${ratio('p95')}, ${ratio('p99')}`,
    );
  }
  for (const part of ['tree', 'text', 'marks'] as const) {
    const { power, base, perDoubling } = fitGrowth(
      sizes.map(({ nLines, times }) => [nLines, figures(times[part]).median]),
    );
    console.log(
      `${`growth of the median: ${GROWING[part]}`.padEnd(58)} n^${power.toFixed(2)}  or  ${base.toFixed(2)} + ${perDoubling.toFixed(2)} log2(n) µs  (log2(n) itself: n^0.10)`,
    );
  }
}

const GROWING = { tree: 'span tree', text: 'text rope', marks: 'RangeSet.map' } as const;

function createTimes(): Times {
  return { tree: [], text: [], marks: [] };
}

/** Each call makes the next `RUN` edits, from the whole file anew. */
function createRun(nLines: number): (times: Times) => void {
  const spans = spansOf(nLines / 10);
  const wholeText = createTextRope(LINE.repeat(nLines));
  const wholeTree = createSpanTree(spans, wholeText.length);
  const allMarks = marksOf(spans);
  const random = createRandom();
  return (times) => {
    let text = wholeText;
    let tree = wholeTree;
    let marks = allMarks;
    for (let i = 0; i < RUN; i++) {
      const edit = editAt(text.length, random);
      const { start: from, end: to, text: insert } = edit;
      const changes = ChangeSet.of({ from, to, insert }, text.length);
      const first = performance.now();
      tree = attributeTree(tree, text, edit, HUMAN);
      const second = performance.now();
      marks = marks.map(changes);
      const third = performance.now();
      text = text.replace(from, to, insert);
      const fourth = performance.now();
      times.tree.push((second - first) * 1_000);
      times.marks.push((third - second) * 1_000);
      times.text.push((fourth - third) * 1_000);
    }
  };
}

/** Eight of ten are one character typed; the others delete or replace a few. */
function editAt(length: number, random: (below: number) => number): Replacement {
  const start = random(length - 10);
  const kind = random(10);
  if (kind === 0) return { start, end: start + 1 + random(5), text: '' };
  if (kind === 1) return { start, end: start + 1 + random(5), text: 'abc' };
  return { start, end: start, text: 'x' };
}

/** Five AI lines of every ten; each accept has its own time, so none can be joined. */
function spansOf(nSpans: number): Spans {
  return Array.from({ length: nSpans }, (_, i): Span => {
    const start = i * 10 * LINE.length;
    const at = new Date(Date.parse(AT) + i * 1_000).toISOString();
    return {
      start,
      end: start + 5 * LINE.length,
      origin: { kind: 'ai', tier: 'platform', tool: 'sample.assistant', at },
    };
  });
}

class Mark extends RangeValue {
  readonly origin: Origin;

  constructor(origin: Origin) {
    super();
    this.origin = origin;
  }
}

function marksOf(spans: Spans): RangeSet<Mark> {
  return RangeSet.of(
    spans.map(({ start, end, origin }): MarkedRange<Mark> => new Mark(origin).range(start, end)),
  );
}

/** Whole numbers below a bound, the same ones in every run (seed 42). */
function createRandom(): (below: number) => number {
  let seed = 42;
  return (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
}
