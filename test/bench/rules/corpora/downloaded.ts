import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The archives of a package on this machine, or why they are not here. */
export type Downloaded =
  | { readonly kind: 'archives'; readonly files: readonly string[] }
  | { readonly kind: 'missing'; readonly why: string };

export function missing(why: string): Downloaded {
  return { kind: 'missing', why };
}

/** The hash of files one behind the other. */
export function hashOf(
  algorithm: 'sha256' | 'sha512',
  encoding: 'hex' | 'base64',
  files: readonly string[],
): string {
  const hash = createHash(algorithm);
  for (const file of files) hash.update(readFileSync(file));
  return `${algorithm}-${hash.digest(encoding)}`;
}
