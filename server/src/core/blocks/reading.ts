import type { LanguageRules, Scope } from './language.ts';
import type { Shape } from './shape.ts';

/** One pass over a tree: what every step of it needs. */
export interface Reading {
  readonly text: string;
  readonly rules: LanguageRules;
  readonly hasErrors: boolean;
  /** The text whose shapes may be used again; empty when there is none. */
  readonly textBefore: string;
}

/** A shape of the text before, with the place where it began there. */
export interface PlacedShape {
  readonly start: number;
  readonly shape: Shape;
}

/** A list of the text before. */
export interface PlacedList {
  readonly scope: Scope;
  readonly entries: readonly PlacedShape[];
}

/** Finds, for the statements of one list in order, the shapes they had before an edit. */
export interface Matcher {
  /** The shape of a statement that reads the same as before. */
  find(type: string, start: number, end: number): Shape | undefined;
  /** The statement that was most likely edited into the one just not found. */
  counterpart(type: string): PlacedShape | undefined;
}

/**
 * A statement of the same type, with the same text, in a list of the same scope, has the same
 * shape, as long as no syntax error is in it (a parser may mend an error by what is around it).
 */
export function createMatcher(
  { text, textBefore, rules }: Reading,
  before: PlacedList | undefined,
  scope: Scope,
): Matcher {
  const entries = before?.scope === scope ? before.entries : [];
  let next = 0;
  let byText: Map<string, number> | undefined;

  const textOf = ({ start, shape }: PlacedShape): string =>
    textBefore.slice(start, start + shape.length);
  const indexOf = (wanted: string): number | undefined => {
    const candidate = entries[next];
    if (candidate && candidate.shape.length === wanted.length && textOf(candidate) === wanted) {
      return next;
    }
    byText ??= new Map(entries.map((entry, index) => [textOf(entry), index]));
    return byText.get(wanted);
  };

  return {
    find(type, start, end) {
      if (entries.length === 0) return undefined;
      if (rules.looksAround?.(type)) return undefined;
      const index = indexOf(text.slice(start, end));
      const shape = index === undefined ? undefined : entries[index]?.shape;
      if (index === undefined || shape?.type !== type || shape.hasError) return undefined;
      next = index + 1;
      return shape;
    },
    counterpart(type) {
      const candidate = entries[next];
      if (candidate?.shape.type !== type) return undefined;
      next++;
      return candidate;
    },
  };
}
