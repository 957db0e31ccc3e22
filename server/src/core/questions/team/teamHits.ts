import type { LineIndex } from '../../text/lineIndex.ts';
import { byPlace, type Hit } from '../hit.ts';
import type { Severity } from '../rule.ts';
import { shortened } from '../words.ts';
import { withCaptures } from './captures.ts';
import type { EngineMatch } from './ruleEngine.ts';
import type { TeamRule } from './teamRule.ts';

/** What a rule's matches in a text are to a person. */
export function hitsOfMatches(
  { rule, fix }: TeamRule,
  matches: readonly EngineMatch[],
  index: LineIndex,
): readonly Hit[] {
  return matches.map(({ start, end, captured }): Hit => {
    const line = index.lineAt(start) + 1;
    const about = Object.fromEntries(
      Object.entries(captured).map(([name, code]) => [name, onOneLine(code)]),
    );
    const text = fix === undefined ? undefined : withCaptures(fix, captured).replace(/\n$/, '');
    return {
      rule,
      at: { start, end },
      line,
      severity: rule.severity,
      about,
      key: '',
      text: rule.ask({ ...about, line: String(line) }),
      fix:
        text === undefined ? undefined : { title: titleOfFix(text), edits: [{ start, end, text }] },
    };
  });
}

/**
 * Several versions of a rule may find the same: the stricter one counts, and of equals the first.
 * In text order.
 */
export function strictestHits(hits: readonly Hit[]): readonly Hit[] {
  const atPlaces = new Map<string, Hit>();
  for (const hit of hits) {
    const place = `${hit.rule.id} ${hit.at.start} ${hit.at.end}`;
    const known = atPlaces.get(place);
    if (!known || strictness(known) < strictness(hit)) atPlaces.set(place, hit);
  }
  return [...atPlaces.values()].sort(byPlace);
}

const RANK: { readonly [S in Severity]: number } = { low: 0, normal: 2, high: 4 };

/** A question waits for an answer, a check does not. */
function strictness({ severity, rule }: Hit): number {
  return RANK[severity] + (rule.kind === 'question' ? 1 : 0);
}

function titleOfFix(text: string): string {
  return text.trim() === '' ? 'Take it out' : `Replace with ${onOneLine(text)}`;
}

function onOneLine(code: string): string {
  return shortened(code.replace(/\s+/g, ' ').trim());
}
