import { entryLines, joinEntries } from '../../core/ledger/entry.ts';
import { type LedgerKey, type LedgerKeys, pathOfKey } from '../../core/ledger/keys.ts';
import { buriedLines, unseenGraves } from '../../core/ledger/tombstones.ts';
import type { GitReader, Problem, RepositoryPlace, Signature } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';
import { sha256 } from '../git/contentIds.ts';
import type { ChangedEntry, Changes } from './changedEntries.ts';
import { type EntryContent, importCommands } from './importCommands.ts';
import { linesInUse } from './linesInUse.ts';
import { moveLedger, newRef } from './moveLedger.ts';

export interface UnionOptions {
  readonly place: RepositoryPlace;
  readonly git: GitReader;
  readonly keys: LedgerKeys;
  /** The id that stands for no commit. */
  readonly none: string;
  /** Whose records are joined, for the commit's message. */
  readonly remote: string;
  readonly by: Signature;
}

/** An entry is lines of records; nothing honest is larger, in bytes. */
const MAX_ENTRY = 64 << 20;

/**
 * One commit of both parents with the lines of both, less what either took out; false when another
 * writer was faster. `listed` is all that differs, of which `changes` is to be joined.
 */
export async function writeUnion(
  options: UnionOptions,
  ours: string | undefined,
  theirs: string,
  { changes, onlyOurs }: Changes,
  listed: Changes,
): Promise<Result<boolean, Problem>> {
  const { place, git, none, by, remote, keys } = options;
  const graves = await gravesBeside(options, ours, theirs, changedTombstones(keys, listed));
  if (!graves.ok) return graves;
  const beside = (key: LedgerKey): Graves | undefined => graves.value.get(keys.tombstones(key));
  const byKey = new Map<LedgerKey, ChangedEntry[]>();
  for (const change of changes) byKey.set(change.key, [...(byKey.get(change.key) ?? []), change]);
  for (const key of onlyOurs.keys()) if (beside(key) && !byKey.has(key)) byKey.set(key, []);
  const isPlain = (key: LedgerKey, [first, ...more]: readonly ChangedEntry[]): boolean =>
    more.length === 0 && first?.isInPlace === true && first.ourBlob === undefined && !beside(key);
  const mixed = [...byKey].filter(([key, its]) => !isPlain(key, its));
  /** By its id where that is known: git finds a path in a large tree slowly. */
  const ourName = (key: LedgerKey, its: readonly ChangedEntry[]): string | undefined => {
    const inPlace = its.find((change) => change.isInPlace);
    return inPlace ? inPlace.ourBlob : (onlyOurs.get(key) ?? `${ours ?? none}:${pathOfKey(key)}`);
  };
  const objects = await git.readObjects(
    mixed.flatMap(([key, its]) => [
      ...[ourName(key, its) ?? []].flat(),
      ...its.map(({ theirBlob }) => theirBlob),
    ]),
  );
  if (!objects.ok) return objects;
  const textOf = (name: string | undefined): string => {
    const bytes = name === undefined ? undefined : objects.value.get(name);
    const isUsable = bytes !== undefined && bytes.length <= MAX_ENTRY;
    return isUsable ? Buffer.from(bytes).toString('utf8') : '';
  };
  const sides = mixed.map(([key, its]) => {
    const ourEntry = textOf(ourName(key, its));
    const theirEntry = joinEntries(...its.map(({ theirBlob }) => textOf(theirBlob)));
    const { inTheirs = NONE, inOurs = NONE } = beside(key) ?? {};
    return {
      key,
      ourEntry,
      theirEntry,
      takenOut: buriedLines(ourEntry, theirEntry, inTheirs, sha256),
      notTaken: buriedLines(theirEntry, ourEntry, inOurs, sha256),
    };
  });
  const inUse = await linesInUse(
    place,
    sides.flatMap(({ takenOut }) => takenOut),
  );
  const entries = new Map<LedgerKey, EntryContent>();
  for (const [key, [first]] of byKey) if (first) entries.set(key, { blob: first.theirBlob });
  for (const { key, ourEntry, theirEntry, takenOut, notTaken } of sides) {
    const dropped = new Set([...takenOut.filter((line) => !inUse.has(line)), ...notTaken]);
    const lines = [ourEntry, theirEntry].flatMap(entryLines);
    const text = joinEntries(...lines.filter((line) => !dropped.has(line)));
    if (text !== '') entries.set(key, { text });
    else if (ourEntry !== '') entries.set(key, 'gone');
    else entries.delete(key);
  }
  const own = newRef();
  const message = `countersign: join ${remote}`;
  const input = importCommands({ ref: own, message, parent: ours, merged: theirs, entries, by });
  return moveLedger({ place, own, input, parent: ours, none });
}

const NONE: ReadonlySet<string> = new Set();

/** Entries of tombstones that one has otherwise than the other. */
export function changedTombstones(
  keys: LedgerKeys,
  { changes, onlyOurs }: Changes,
): readonly LedgerKey[] {
  const all = new Set(keys.allTombstones());
  return [...changes.map(({ key }) => key), ...onlyOurs.keys()].filter((key) => all.has(key));
}

/** SHA-256s of lines that tombstones of one side name and the other side has not seen. */
interface Graves {
  readonly inTheirs: ReadonlySet<string>;
  readonly inOurs: ReadonlySet<string>;
}

/** By the key of their entry, where the sides differ; a ledger that is new here buries nothing. */
async function gravesBeside(
  { git }: UnionOptions,
  ours: string | undefined,
  theirs: string,
  changed: readonly LedgerKey[],
): Promise<Result<ReadonlyMap<LedgerKey, Graves>, Problem>> {
  if (ours === undefined || changed.length === 0) return ok(new Map());
  const nameIn = (commit: string, key: LedgerKey): string => `${commit}:${pathOfKey(key)}`;
  const read = await git.readObjects(
    changed.flatMap((key) => [nameIn(ours, key), nameIn(theirs, key)]),
  );
  if (!read.ok) return read;
  const textOf = (commit: string, key: LedgerKey): string =>
    Buffer.from(read.value.get(nameIn(commit, key)) ?? []).toString('utf8');
  return ok(
    new Map(
      changed.map((key): [LedgerKey, Graves] => {
        const our = textOf(ours, key);
        const their = textOf(theirs, key);
        return [key, { inTheirs: unseenGraves(their, our), inOurs: unseenGraves(our, their) }];
      }),
    ),
  );
}
