import type { ProjectFiles } from '../../core/ports.ts';

/** Files at the top that say whose the project is. */
const SAYS_WHOSE =
  /^(?:licen[sc]e|copying|copyright|notice|authors|readme)(?:[.-][\w.-]+)?$|^(?:package\.json|composer\.json|cargo\.toml|pyproject\.toml|setup\.py|pom\.xml)$|\.gemspec$/i;
/** UTF-16 units at the head of a file in which a licence stands. */
const HEAD = 4_000;
/** A manifest says it anywhere. */
const MANIFEST = 40_000;
/** What as many neighbours say of themselves is the project's own way. */
const N_NEIGHBOURS = 8;

/**
 * What a project says of its holders and its licence: files at the top of the repository and the heads of
 * the file's neighbours of the same kind, one behind the other. Never the file itself.
 */
export function noticesAround({ own }: ProjectFiles, path: string): string {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, Math.max(0, slash));
  const ending = /\.\w+$/.exec(path)?.[0] ?? '';
  const neighbours = own
    .list(folder)
    .filter((name) => ending !== '' && name.endsWith(ending) && name !== path.slice(slash + 1))
    .toSorted()
    .slice(0, N_NEIGHBOURS)
    .map((name) => (folder === '' ? name : `${folder}/${name}`));
  const top = own.list('').filter((name) => SAYS_WHOSE.test(name));
  return [...top, ...neighbours]
    .map(
      (file) => own.read(file)?.slice(0, /\.(?:json|toml|xml)$/.test(file) ? MANIFEST : HEAD) ?? '',
    )
    .join('\n');
}
