/**
 * A value that is computed when first asked for, and again when memory ran short meanwhile. So an
 * old version of a text, kept for undo, does not hold on to the whole of what was once read of it.
 */
export function recomputable<T extends object>(compute: () => T): () => T {
  let kept: WeakRef<T> | undefined;
  return () => {
    const known = kept?.deref();
    if (known) return known;
    const value = compute();
    kept = new WeakRef(value);
    return value;
  };
}
