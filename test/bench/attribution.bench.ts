import { attribute } from '../../server/src/core/attribution/attribute.ts';
import type { Origin } from '../../server/src/core/attribution/origin.ts';
import type { Span } from '../../server/src/core/attribution/span.ts';
import { figures, report } from './figures.ts';

const AT = '2026-01-02T03:04:05.000Z';
const HUMAN: Origin = { kind: 'human', at: AT };

/** One keystroke's attribution in files of growing size; a fixed pseudo-random walk of places. */
export function benchAttribution(): void {
  for (const nSpans of [250, 500, 1_000, 2_000, 4_000]) {
    const nLines = nSpans * 10;
    const line = '  const value = compute(input, 42);\n';
    let text = line.repeat(nLines);
    const spans: Span[] = [];
    for (let i = 0; i < nSpans; i++) {
      const start = i * 10 * line.length;
      const at = new Date(Date.parse(AT) + i * 1_000).toISOString();
      spans.push({
        start,
        end: start + 5 * line.length,
        origin: { kind: 'ai', tier: 'platform', tool: 'sample.assistant', at },
      });
    }
    let current: readonly Span[] = spans;
    let seed = 42;
    const times: number[] = [];
    for (let i = 0; i < 2_000; i++) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      const start = seed % text.length;
      const started = performance.now();
      current = attribute(current, text, { start, end: start, text: 'x' }, HUMAN);
      times.push(performance.now() - started);
      text = `${text.slice(0, start)}x${text.slice(start)}`;
    }
    const name = `keystroke, ${nLines} lines, ${nSpans} spans: attribution`;
    report(name, figures(times), 'ms', 'budget p99 0.2 ms at 20,000 lines');
  }
}
