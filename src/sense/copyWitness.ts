import type * as vscode from 'vscode';
import type { CopiedParams } from '../../server/src/protocol/index.ts';
import type { Disposable } from '../lifetime.ts';
import { TRACKED_SCHEMES } from './observation.ts';

/**
 * Nothing is ever put under this type: named so that no paste waits for what we add to a copy,
 * which is nothing.
 */
const COPY_TYPE = 'application/vnd.countersign.copied';
/**
 * A cut deletes first, and its provider is asked about the text before: 0 to 1 ms later were
 * measured.
 */
const CUT_MS = 200;

export interface CopyWitness {
  /** A tracked document changed. */
  readonly observe: (event: vscode.TextDocumentChangeEvent) => void;
  /** What is copied or cut in a document; nothing when its ranges are no longer there. */
  readonly copied: (
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
  ) => CopiedParams | undefined;
}

interface Deletion {
  readonly uri: string;
  readonly at: number;
  readonly ranges: readonly vscode.Range[];
}

/**
 * Tells copies from cuts. The ranges of a cut are those of the text before it, and what they held
 * is gone when we hear of it: the server has remembered it from the deletion itself.
 */
export function createCopyWitness(now: () => number): CopyWitness {
  let deletion: Deletion | undefined;

  return Object.freeze({
    observe: ({ document, contentChanges }: vscode.TextDocumentChangeEvent) => {
      if (contentChanges.length === 0) return;
      const isDeletion = contentChanges.every(({ text }) => text === '');
      const ranges = contentChanges.map(({ range }) => range);
      deletion = isDeletion ? { uri: document.uri.toString(), at: now(), ranges } : undefined;
    },
    copied: (document: vscode.TextDocument, ranges: readonly vscode.Range[]) => {
      const uri = document.uri.toString();
      const isCut =
        deletion?.uri === uri &&
        now() - deletion.at <= CUT_MS &&
        ranges.every((range) => deletion?.ranges.some((gone) => gone.contains(range)));
      if (isCut) return undefined;
      const offsets = ranges
        .map(({ start, end }) => [document.offsetAt(start), document.offsetAt(end)] as const)
        .filter(([start, end]) => start < end);
      return offsets.length === 0 ? undefined : { uri, version: document.version, ranges: offsets };
    },
  });
}

/** Never changes or delays a copy: it reads two numbers for each range and adds nothing. */
export function registerCopyWitness(
  api: Pick<typeof vscode, 'languages'>,
  witness: CopyWitness,
  send: (params: CopiedParams) => void,
): Disposable {
  return api.languages.registerDocumentPasteEditProvider(
    TRACKED_SCHEMES.map((scheme) => ({ scheme })),
    {
      prepareDocumentPaste: (document, ranges) => {
        const params = witness.copied(document, ranges);
        if (params !== undefined) send(params);
      },
    },
    { providedPasteEditKinds: [], copyMimeTypes: [COPY_TYPE] },
  );
}
