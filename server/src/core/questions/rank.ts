import { byPlace, type Hit } from './hit.ts';
import type { Concern, Severity } from './rule.ts';

/**
 * How much more often a kind of defect is found in AI code than in people's: null handling 2.27,
 * concurrency 2.29, exceptions 1.97, logic 1.75, security 1.57 (CodeRabbit 2025, 470 pull requests).
 * Needless I/O is 8 there, but rare in all; readability, 3, costs least.
 */
const PRIOR: { readonly [C in Concern]: number } = {
  null: 2.27,
  concurrency: 2.29,
  errors: 1.97,
  logic: 1.75,
  security: 1.57,
  tests: 1.75,
  io: 1.5,
  readability: 0.75,
};

const FACTOR: { readonly [S in Severity]: number } = { low: 1, normal: 3, high: 9 };

/** The second question of one rule says less than the first of another. */
const AGAIN = 0.5;

/** Most valuable first. Law: depends on the hits alone, whatever order they come in. */
export function ranked(hits: readonly Hit[]): readonly Hit[] {
  const inText = hits.toSorted(byPlace);
  const nOfRule = new Map<string, number>();
  const scored = inText
    .map((hit) => ({ hit, score: valueOf(hit) }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ hit, score }) => {
      const n = nOfRule.get(hit.rule.id) ?? 0;
      nOfRule.set(hit.rule.id, n + 1);
      return { hit, score: score * AGAIN ** n };
    });
  return scored.toSorted((a, b) => b.score - a.score).map(({ hit }) => hit);
}

function valueOf({ rule, severity }: Hit): number {
  return FACTOR[severity] * rule.weight * PRIOR[rule.concern];
}
