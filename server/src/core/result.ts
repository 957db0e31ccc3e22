/** Two honest outcomes. `E` is a closed union of what can go wrong. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function err<E>(error: E): Result<never, E> {
  return { ok: false, error };
}

/** A broken invariant of ours, never a person's bad input. The only reason to throw in core. */
export function bug(message: string): never {
  throw new Error(`Countersign bug: ${message}`);
}

/** Ends a `switch` over a closed union; a new member becomes a compile error here. */
export function assertNever(value: never): never {
  return bug(`unexpected case ${JSON.stringify(value)}`);
}
