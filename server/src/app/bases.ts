import { fileOfPath, isCellPath } from '../core/notebook/notebookPath.ts';
import { readNotebook } from '../core/notebook/readNotebook.ts';
import type { Repository } from '../core/repository.ts';
import type { Journal } from './journal.ts';
import { textOfBytes } from './textOfBytes.ts';

/** Texts of paths in commits, where somebody asked git for them. */
export interface Bases {
  /** Null where the commit has no such file (or there is no commit); undefined where not asked. */
  textIn(commit: string | undefined, path: string): string | null | undefined;
  /** The same for HEAD as it is now. */
  textInHead(path: string): string | null | undefined;
}

export const NO_BASES: Bases = Object.freeze({
  textIn: () => undefined,
  textInHead: () => undefined,
});

/** More commits than these are not asked for one path: older calls are in newer ones' texts. */
const COMMITS_ASKED = 20;

/**
 * Object names of the texts that agents' calls on these paths started from, where the calls do not
 * tell (the path in the commit that HEAD named then), and of the same paths in HEAD; of `always`
 * in HEAD whether agents were there or not.
 */
export function baseNames(
  { book }: Journal,
  head: string | undefined,
  paths: readonly string[],
  always: readonly string[] = [],
): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (commit: string | undefined, path: string): void => {
    // A name with a line break cannot be asked for.
    if (commit !== undefined && !path.includes('\n')) names.add(`${commit}:${fileOfPath(path)}`);
  };
  for (const path of always) add(head, path);
  for (const path of paths) {
    const records = book.agentRecordsOf(path);
    if (0 < records.length) add(head, path);
    const untold = records.filter(({ detail }) => detail.before === undefined);
    const commits = new Set(untold.map(({ base }) => base));
    for (const commit of [...commits].slice(0, COMMITS_ASKED)) add(commit, path);
  }
  return names;
}

/** Reads them with one git process; none when there is nothing to ask. */
export async function readBases(
  repository: Repository,
  journal: Journal,
  paths: readonly string[],
  always: readonly string[] = [],
): Promise<Bases> {
  const head = repository.headCommit();
  const names = baseNames(journal, head, paths, always);
  const read = await repository.git.readObjects([...names]);
  return read.ok ? createBases(head, names, read.value) : NO_BASES;
}

/** `asked` are the names that `contents` answers; a name without an answer is not there. */
export function createBases(
  head: string | undefined,
  asked: ReadonlySet<string>,
  contents: ReadonlyMap<string, Uint8Array>,
): Bases {
  const textIn = (commit: string | undefined, path: string): string | null | undefined => {
    if (commit === undefined) return null;
    const name = `${commit}:${fileOfPath(path)}`;
    if (!asked.has(name)) return undefined;
    const bytes = contents.get(name);
    if (!bytes) return null;
    const content = textOfBytes(bytes);
    if (content.kind === 'binary') return undefined;
    return isCellPath(path) ? sourcesIn(content.text) : content.text;
  };
  return Object.freeze({ textIn, textInHead: (path: string) => textIn(head, path) });
}

/** What the cells of a notebook hold, for telling what of a cell is in it somewhere. */
function sourcesIn(text: string): string | undefined {
  return readNotebook(text)
    ?.cells.map(({ source }) => source)
    .join('\n');
}
