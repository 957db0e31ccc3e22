import type { Outline } from '../outline.ts';
import type { RuleContext } from '../rule.ts';

/** What is the same for all blocks of a file is worked out with the first that asks. */
export function perFile<T>(compute: (context: RuleContext) => T): (context: RuleContext) => T {
  // All blocks that are asked about together have one outline.
  const known = new WeakMap<Outline, { readonly value: T }>();
  return (context) => {
    const before = known.get(context.outline);
    if (before) return before.value;
    const value = compute(context);
    known.set(context.outline, { value });
    return value;
  };
}
