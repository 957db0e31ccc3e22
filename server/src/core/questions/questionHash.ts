import type { Sha256 } from '../ports.ts';
import type { Hit } from './hit.ts';

/**
 * The name of each hit's question: its rule, its place by content, and which of several there. The
 * same wherever that content stands, so that an answer finds it again.
 */
export function questionHashes(
  hits: readonly Hit[],
  placeOf: (hit: Hit) => string,
  sha256: Sha256,
): ReadonlyMap<Hit, string> {
  const nAtPlace = new Map<string, number>();
  return new Map(
    hits.map((hit) => {
      const place = `${hit.rule.id}\n${placeOf(hit)}\n${hit.key}`;
      const n = nAtPlace.get(place) ?? 0;
      nAtPlace.set(place, n + 1);
      return [hit, sha256(`countersign question\n${place}\n${n}`)];
    }),
  );
}

/** A question's name as people and programs see it: short, and telling. */
export function questionId(rule: string, hash: string): string {
  return `${rule}:${hash.slice('sha256:'.length, 'sha256:'.length + ID_LENGTH)}`;
}

const ID_LENGTH = 12;
