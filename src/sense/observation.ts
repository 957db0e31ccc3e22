/**
 * One event of one document's text, as plain data: what the editor told, without its types and
 * without any judgment.
 */
export interface Observation {
  readonly uri: string;
  /** The document's version after the change. */
  readonly version: number;
  /** What the editor said at the event: on a first edit still false, see `dirtyFlip.ts`. */
  readonly isDirty: boolean;
  /** False for documents that have no file behind them: those are never reloaded from disk. */
  readonly isOnDisk: boolean;
  /** Set when the editor says that this event is an undo or a redo. */
  readonly direction: 'undo' | 'redo' | undefined;
  /** The new text of each replaced range; none at all when only the dirty state changed. */
  readonly texts: readonly string[];
  /** The platform's own reason (tier A); absent where the platform gives none. */
  readonly reason: PlatformReason | undefined;
}

/** The proposed API `textDocumentChangeReason`, as far as we keep it. */
export interface PlatformReason {
  readonly source: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** The scheme of a notebook's cells, which VS Code gives to extensions as documents of their own. */
export const CELL_SCHEME = 'vscode-notebook-cell';

/**
 * Document schemes that hold code: never output, git, comment or virtual documents. A cell has no
 * file of its own, and the editor never calls it dirty: it is told to be saved with its notebook.
 */
export const TRACKED_SCHEMES: readonly string[] = ['file', 'untitled', CELL_SCHEME];

export function isTrackedScheme(scheme: string): boolean {
  return TRACKED_SCHEMES.includes(scheme);
}
