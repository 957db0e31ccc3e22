import type * as vscode from 'vscode';
import type { BlockView, ReviewedResult } from '../../server/src/protocol/index.ts';
import type { Disposable } from '../lifetime.ts';
import { disposeAll } from '../lifetime.ts';
import { REVIEW } from '../messages.ts';

/** Virtual documents: a file as it is now, but with one block as it was reviewed. */
export const REVIEWED_SCHEME = 'countersign-reviewed';

type ReviewedApi = Pick<typeof vscode, 'commands' | 'workspace' | 'Uri' | 'Range'>;

export interface ReviewedTexts extends Disposable {
  /**
   * Opens a diff whose only differences are what changed in the block since its review. False when
   * there are none, and so nothing to open.
   */
  readonly compare: (
    document: vscode.TextDocument,
    block: BlockPlace,
    reviewed: ReviewedResult & { readonly text: string },
  ) => Promise<boolean>;
}

/** Where a block stands in the document as it is, and what it is called. */
export type BlockPlace = Pick<BlockView, 'symbol' | 'startLine' | 'endLine'>;

export function createReviewedTexts(api: ReviewedApi): ReviewedTexts {
  const texts = new Map<string, string>();
  let nTexts = 0;
  const held: Disposable[] = [
    api.workspace.registerTextDocumentContentProvider(REVIEWED_SCHEME, {
      provideTextDocumentContent: (uri) => texts.get(uri.toString()),
    }),
    api.workspace.onDidCloseTextDocument((document) => texts.delete(document.uri.toString())),
  ];

  async function compare(
    document: vscode.TextDocument,
    block: BlockPlace,
    reviewed: ReviewedResult & { readonly text: string },
  ): Promise<boolean> {
    const before = withBlockText(document.getText(), block, reviewed.text);
    if (before === document.getText()) return false;
    nTexts += 1;
    const path = document.uri.path.startsWith('/') ? document.uri.path : `/${document.uri.path}`;
    const left = api.Uri.from({ scheme: REVIEWED_SCHEME, path, query: String(nTexts) });
    texts.set(left.toString(), before);
    const title = REVIEW.diffTitle(block, reviewed.by, reviewed.at);
    await api.commands.executeCommand('vscode.diff', left, document.uri, title, {
      selection: new api.Range(block.startLine, 0, block.startLine, 0),
    });
    return true;
  }

  return Object.freeze({ compare, dispose: () => disposeAll(held) });
}

/** The document's text with the block's lines replaced by its reviewed ones. */
export function withBlockText(text: string, block: BlockPlace, reviewed: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r\n|\n/u);
  const reviewedLines = reviewed.replace(/\r?\n$/u, '').split(/\r\n|\n/u);
  const indentation = /^[ \t]*/u.exec(lines[block.startLine] ?? '')?.[0] ?? '';
  const [first = '', ...others] = reviewedLines;
  // A block in the middle of a class starts after its indentation, and so may its reviewed text.
  const start = /^[ \t]/u.test(first) ? first : indentation + first;
  lines.splice(block.startLine, block.endLine - block.startLine + 1, start, ...others);
  return lines.join(eol);
}
