import type { Problem, RepositoryPlace } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';
import { runGit } from '../git/run.ts';
import { KEPT_REF, LEDGER_REF } from './ref.ts';

export interface Move {
  readonly place: RepositoryPlace;
  /** The ref that `input` puts the new commit on; it is gone afterwards. */
  readonly own: string;
  /** A stream for `git fast-import`. */
  readonly input: Buffer;
  /** What the ref that moves must name still. */
  readonly parent: string | undefined;
  /** The id that stands for no commit. */
  readonly none: string;
}

/** A million records are written in seconds; a disk may be slow. */
const WRITE_MS = 10 * 60_000;

/** A ref of this process's own, for a commit nobody has seen yet. */
export function newRef(): string {
  return `refs/countersign/writing/${process.pid}-${Math.random().toString(36).slice(2)}`;
}

/** Writes one commit and lets the ledger's ref name it; false when the ref has moved meanwhile. */
export function moveLedger(move: Move): Promise<Result<boolean, Problem>> {
  return moveRef(move, LEDGER_REF, [`update ${KEPT_REF} ${move.own}`]);
}

/** The same for any ref; `also` are more moves, which happen with it or not at all. */
export async function moveRef(
  { place: { topLevel }, own, input, parent, none }: Move,
  ref: string,
  also: readonly string[] = [],
): Promise<Result<boolean, Problem>> {
  const options = { cwd: topLevel };
  const written = await runGit(['fast-import', '--quiet', '--date-format=raw'], {
    ...options,
    input,
    timeoutMs: WRITE_MS,
  });
  if (!written.ok) return written;
  const moves = [
    'start',
    `update ${ref} ${own} ${parent ?? none}`,
    ...also,
    `delete ${own}`,
    'commit\n',
  ].join('\n');
  const moved = await runGit(['update-ref', '--stdin'], { ...options, input: moves });
  if (moved.ok) return ok(true);
  await runGit(['update-ref', '-d', own], options);
  // Any other reason than another writer's stands at the next try too, and is told then.
  return /cannot lock ref|but expected|reference already exists/.test(moved.error.message)
    ? ok(false)
    : moved;
}
