import type { Origin } from './origin.ts';

/**
 * One raw observation of one change by the editor: what was seen, no judgment. Structurally the
 * protocol's `SignalSource`.
 */
export type Signal =
  | {
      readonly kind: 'platform';
      readonly source: string;
      readonly metadata: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'acceptCommand'; readonly command: string }
  | { readonly kind: 'history'; readonly direction: 'undo' | 'redo' }
  | { readonly kind: 'paste' }
  | { readonly kind: 'reload' }
  | { readonly kind: 'typed' }
  | { readonly kind: 'edit' };

/**
 * What kind of hand made a change: `insertion` puts text in at the caret; `rewrite` changes what is
 * there, and the editor tells only the fewest characters; `tidy` says the same in other words
 * (formatter, rename, moved lines), so owners stay.
 */
export type Hand = 'insertion' | 'rewrite' | 'tidy';

/** What a signal says of the change it belongs to. */
export type Explanation =
  /** The new text has this origin. */
  | { readonly kind: 'origin'; readonly origin: Origin; readonly hand: Hand }
  /** An earlier content came back: its spans come back with it. */
  | {
      readonly kind: 'restore';
      readonly otherwise: Origin;
      /** Which way to look first, where one content stood there more than once. */
      readonly direction?: 'undo' | 'redo';
    };
