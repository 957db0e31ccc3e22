import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Files of a folder of specifications and their examples that is not part of this repository,
 * where `COUNTERSIGN_SPECS` names one; none without it.
 */
export function specFiles(
  folder: string,
): readonly { readonly name: string; readonly text: string }[] {
  const root = process.env['COUNTERSIGN_SPECS'];
  const path = join(root ?? '', folder);
  if (root === undefined || root === '' || !existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name, text: readFileSync(join(path, name), 'utf8') }));
}
