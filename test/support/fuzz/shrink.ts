import type { Failure, Session } from './fuzz.ts';

export interface Shrunk {
  readonly session: Session;
  readonly failure: Failure;
}

/** Leaves out steps while it still fails in the same way, for at most that long. */
export async function shrunk(
  session: Session,
  failure: Failure,
  run: (session: Session) => Promise<Failure | undefined>,
  ms: number,
): Promise<Shrunk> {
  const end = performance.now() + ms;
  const kind = kindOf(failure);
  const cutOff = (ops: Session['ops'], to: Failure): Shrunk => ({
    session: { ...session, ops: ops.slice(0, to.nSteps).filter((_, i) => !isSkipped(to, i)) },
    failure: to,
  });
  let best = cutOff(session.ops, failure);
  let size = Math.ceil(best.session.ops.length / 2);
  while (0 < size && performance.now() < end) {
    let isSmaller = false;
    for (let at = 0; at < best.session.ops.length && performance.now() < end; ) {
      const { ops } = best.session;
      const fewer = [...ops.slice(0, at), ...ops.slice(at + size)];
      const again = await run({ ...session, ops: fewer });
      if (again && kindOf(again) === kind) {
        best = cutOff(fewer, again);
        isSmaller = true;
      } else at += size;
    }
    if (!isSmaller || 1 < size) size = Math.floor(size / 2);
  }
  return best;
}

/** A step that did nothing is not needed. */
function isSkipped({ log, nSteps }: Failure, step: number): boolean {
  return /^\d+\. \w+: skip: /.test(log[log.length - nSteps + step] ?? '');
}

/** A failure without its names and numbers: what kind of thing went wrong. */
function kindOf({ wrong }: Failure): string {
  const first = wrong[0] ?? '';
  const kind = /FALSE CLAIM|is [a-z ]+, not [a-z+ ]+|is by|in HEAD|came unseen/.exec(first)?.[0];
  return kind ?? first.slice(0, 60);
}
