import type * as vscode from 'vscode';
import type { BlocksParams, BlockView } from '../../server/src/protocol/index.ts';
import type { BlockTarget } from '../convert.ts';
import { blockAtLine, type BlockStore } from '../show/blockStore.ts';

/** A block of the document's present version. */
export interface LocatedBlock {
  readonly uri: string;
  readonly version: number;
  readonly block: BlockView;
}

/** How long a command waits for the server's answer about the text as it is now. */
export const FRESH_MS = 2000;

/** The server's blocks of the document as it is now, waiting for them a moment if need be. */
export async function freshBlocks(
  store: BlockStore,
  document: vscode.TextDocument,
): Promise<BlocksParams | undefined> {
  const answer = await store.until(document.uri.toString(), document.version, FRESH_MS);
  return answer?.version === document.version ? answer : undefined;
}

/** The innermost block at a line that fits, in the document as it is now. */
export async function blockAtCaret(
  store: BlockStore,
  editor: vscode.TextEditor,
  fits: (block: BlockView) => boolean,
): Promise<LocatedBlock | undefined> {
  const answer = await freshBlocks(store, editor.document);
  const block = blockAtLine(answer?.blocks ?? [], editor.selection.active.line, fits);
  return answer === undefined || block === undefined
    ? undefined
    : { uri: answer.uri, version: answer.version, block };
}

/**
 * The block that a lens of an earlier version meant, for looking at it. Ids hold within one version
 * only, so in a newer one it is the block with the same symbol, and among several the same in order.
 */
export function meantBlock(
  store: BlockStore,
  target: BlockTarget,
  now: BlocksParams,
): BlockView | undefined {
  if (now.version === target.version) return now.blocks.find(({ id }) => id === target.blockId);
  const shown = store.at(target.uri, target.version);
  const meant = shown?.blocks.find(({ id }) => id === target.blockId);
  if (shown === undefined || meant === undefined) return undefined;
  const isAlike = (block: BlockView) => block.symbol === meant.symbol;
  const before = shown.blocks.filter(isAlike);
  const after = now.blocks.filter(isAlike);
  return before.length === after.length ? after[before.indexOf(meant)] : undefined;
}

/**
 * The same for signing: the block must read now as it read when it was shown. `undefined` when
 * there is any doubt, for nobody signs what they have not seen.
 */
export function unchangedBlock(
  store: BlockStore,
  target: BlockTarget,
  now: BlocksParams,
): BlockView | undefined {
  const block = meantBlock(store, target, now);
  if (block === undefined || now.version === target.version) return block;
  const seen = store.shownText(target.uri, target.version, target.blockId);
  const text = store.shownText(now.uri, now.version, block.id);
  return seen !== undefined && seen === text ? block : undefined;
}

/** Opens the block's file and puts the caret at its start. */
export async function revealBlock(
  api: Pick<typeof vscode, 'window' | 'Uri' | 'Range' | 'TextEditorRevealType'>,
  uri: string,
  block: Pick<BlockView, 'startLine' | 'endLine'>,
): Promise<vscode.TextEditor> {
  const start = new api.Range(block.startLine, 0, block.startLine, 0);
  const editor = await api.window.showTextDocument(api.Uri.parse(uri, true), { selection: start });
  const whole = new api.Range(block.startLine, 0, block.endLine, 0);
  editor.revealRange(whole, api.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}
