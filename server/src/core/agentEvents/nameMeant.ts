/**
 * The name that somebody meant: itself, or the only one that begins with it (`claude` for
 * `claude-code`). Case does not matter; undefined when there is none, or more than one.
 */
export function nameMeant<Name extends string>(
  said: string,
  names: readonly Name[],
): Name | undefined {
  const lower = said.trim().toLowerCase();
  const exact = names.find((name) => name === lower);
  if (exact !== undefined || lower === '') return exact;
  const begun = names.filter((name) => name.startsWith(lower));
  return begun.length === 1 ? begun[0] : undefined;
}
