/** Stands where the standard wants a name that nobody told; git-ai writes it for models. */
export const NOT_TOLD = 'unknown';

/** A name from a note; undefined when it stands for one that nobody told. */
export function told(name: string | undefined): string | undefined {
  const isTold = name !== undefined && !new RegExp(`^(?:${NOT_TOLD}(?::.*)?)?$`, 's').test(name);
  return isTold ? name : undefined;
}
