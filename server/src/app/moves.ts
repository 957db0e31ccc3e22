import { type Cut, isLongEnough, movedFrom } from '../core/attribution/moved.ts';
import { hasAi, type Spans } from '../core/attribution/span.ts';
import type { MoveStore } from '../core/repository.ts';

/** Text that was cut, copied or dragged in this session, and whose it is. */
export interface Moves {
  remember(cut: Cut): void;
  /** The spans of a text that is put in now, as far as it was cut or copied before. */
  find(text: string): Spans | undefined;
}

/** The newest cuts and copies are enough: a clipboard holds one, an undo a few. */
const KEPT = 20;
/** Larger texts are not compared: that is no cut by hand. In UTF-16 units. */
const MAX_LENGTH = 1_000_000;

export function createMoves(store?: MoveStore): Moves {
  let cuts: readonly Cut[] = [];
  return Object.freeze({
    remember(cut: Cut): void {
      if (cut.text.trim() === '' || cut.spans.length === 0 || MAX_LENGTH < cut.text.length) return;
      cuts = [cut, ...cuts.filter(({ text }) => text !== cut.text)].slice(0, KEPT);
      if (hasAi(cut.spans) && isLongEnough(cut.text)) store?.save(cut);
    },
    find(text: string): Spans | undefined {
      if (MAX_LENGTH < text.length || !isLongEnough(text)) return undefined;
      return movedFrom(text, cuts) ?? (store && movedFrom(text, store.load()));
    },
  });
}
