import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, carrySpans } from '../../server/src/core/attribution/attribute.ts';
import type { Hand } from '../../server/src/core/attribution/signal.ts';
import type { Origin } from '../../server/src/core/attribution/origin.ts';
import type { Spans } from '../../server/src/core/attribution/span.ts';
import { createLineIndex } from '../../server/src/core/text/lineIndex.ts';
import { lineOrigins } from '../../server/src/core/attribution/lineOrigins.ts';
import { caseFiles, checkExpectation, FIXTURES } from '../support/golden.ts';

/**
 * A case is a file: a title line, `== start` with a text nobody recorded, then steps, each with
 * the whole text after it: `== ai`, `== human`, `== pasted`, `== editor`, `== unknown` (an edit
 * with that origin, its place found by prefix and suffix as an editor reports it) or `== disk`
 * (the file came back otherwise and nobody saw how). `== expect` lists every line with the kind
 * of most of its characters, and the kinds of all where they are mixed.
 */
/** By whose hand such text comes, unless a scenario is about something else. */
const HANDS: { readonly [K in Origin['kind']]: Hand } = {
  ai: 'insertion',
  human: 'insertion',
  pasted: 'insertion',
  editor: 'tidy',
  unknown: 'rewrite',
};

describe('Attribution: scenarios', () => {
  for (const name of caseFiles('attribution', '.scenario')) {
    const file = join(FIXTURES, 'attribution', name);
    const { title, steps } = parse(readFileSync(file, 'utf8'));
    it(title, () => {
      let text = '';
      let spans: Spans = [];
      for (const step of steps) {
        if (step.name === 'start') text = step.text;
        else if (step.name === 'disk') {
          spans = carrySpans(spans, text, step.text, { kind: 'unknown', observed: 'disk' });
          text = step.text;
        } else {
          const origin = originOf(step.name);
          const hand = HANDS[origin.kind];
          spans = attribute(spans, text, replacementBetween(text, step.text), origin, hand);
          text = step.text;
        }
      }
      checkExpectation(file, listing(text, spans));
    });
  }
});

function parse(source: string): { title: string; steps: { name: string; text: string }[] } {
  const [title = '', ...parts] = source.split(/^== /m);
  const steps = parts.map((part) => {
    const lineEnd = part.indexOf('\n');
    // The line break before the next mark belongs to the mark.
    return {
      name: part.slice(0, lineEnd).trim(),
      text: part.slice(lineEnd + 1).replace(/\n$/, ''),
    };
  });
  return { title: title.trim(), steps: steps.filter(({ name }) => name !== 'expect') };
}

/** The smallest single replacement, as an editor would report one. */
function replacementBetween(before: string, after: string) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let suffix = 0;
  while (
    suffix < shorter - start &&
    before[before.length - 1 - suffix] === after[after.length - 1 - suffix]
  ) {
    suffix++;
  }
  return { start, end: before.length - suffix, text: after.slice(start, after.length - suffix) };
}

function originOf(name: string): Origin {
  const at = '2026-01-02T03:04:05.000Z';
  switch (name) {
    case 'ai':
      return { kind: 'ai', tier: 'platform', tool: 'sample.assistant', at };
    case 'human':
    case 'pasted':
    case 'editor':
      return { kind: name, at };
    case 'unknown':
      return { kind: 'unknown', observed: 'bulk', at };
    default:
      throw new Error(`no step is called ${name}`);
  }
}

function listing(text: string, spans: Spans): string {
  const index = createLineIndex(text);
  const lines: string[] = [];
  for (let line = 0; line < index.nLines; line++) {
    const { shares, isAi } = lineOrigins(index, spans, line);
    const kinds = [...new Set(shares.map(({ origin }) => origin.kind))];
    const main = isAi ? 'ai' : (kinds.find((kind) => kind !== 'ai') ?? '');
    const mixed = 1 < kinds.length ? ` [${kinds.join(' ')}]` : '';
    lines.push(`${main.padEnd(8)}| ${index.lineText(line)}${mixed}`);
  }
  return lines.join('\n');
}
