import type * as vscode from 'vscode';
import type { BlockView, QueueItem } from '../../server/src/protocol/index.ts';
import type { BlockTarget } from '../convert.ts';
import { blockName, lineWords, originWords, provenanceWords, SAY } from '../messages.ts';
import { neighborBlock } from '../show/blockStore.ts';
import { blameNow } from './blame.ts';
import type { ActContext } from './context.ts';
import { blockAtCaret, freshBlocks, meantBlock, revealBlock } from './locate.ts';

const SPOKEN_MS = 5000;

/** Goes to the waiting block after or before the caret; past the last one, to another file's. */
export async function goToNeighbor(
  context: ActContext,
  direction: 'next' | 'previous',
): Promise<void> {
  const { api } = context;
  const editor = api.window.activeTextEditor;
  const uri = editor?.document.uri.toString();
  const line = editor?.selection.active.line ?? 0;
  const here = editor === undefined ? undefined : await freshBlocks(context.store, editor.document);
  const found = neighborBlock(here?.blocks ?? [], line, direction);
  const isPassed =
    found === undefined ||
    (direction === 'next' ? found.startLine <= line : line <= found.startLine);
  const elsewhere = isPassed ? await neighborFile(context, uri, direction) : undefined;
  if (elsewhere !== undefined) {
    await revealBlock(api, elsewhere.uri, elsewhere.block);
    api.window.setStatusBarMessage(
      `${elsewhere.path}: ${SAY.whereAmI(elsewhere.block)}`,
      SPOKEN_MS,
    );
  } else if (found !== undefined && uri !== undefined) {
    await revealBlock(api, uri, found);
    api.window.setStatusBarMessage(SAY.whereAmI(found), SPOKEN_MS);
  } else {
    void api.window.showInformationMessage(SAY.nothingWaits);
  }
}

/** The first (or last) waiting block of the file after (or before) this one, in the queue's order. */
async function neighborFile(
  context: ActContext,
  uri: string | undefined,
  direction: 'next' | 'previous',
): Promise<QueueItem | undefined> {
  const { items } = await (await context.server()).queue();
  const files = [...new Set(items.map((item) => item.uri))];
  if (direction === 'previous') files.reverse();
  const hereIdx = uri === undefined ? -1 : files.indexOf(uri);
  const next = files[(hereIdx + 1) % Math.max(files.length, 1)];
  if (next === undefined || next === uri) return undefined;
  const ofFile = items.filter((item) => item.uri === next);
  return direction === 'next' ? ofFile[0] : ofFile.at(-1);
}

/**
 * Says the provenance and the status of the named block, or of the one at the caret; of a line
 * outside of any, where it comes from.
 */
export async function whereAmI(
  context: ActContext,
  target: BlockTarget | undefined,
): Promise<void> {
  const { window } = context.api;
  const editor = window.activeTextEditor;
  const named = target === undefined ? undefined : namedBlock(context, target);
  if (named !== undefined) {
    void window.showInformationMessage(SAY.whereAmI(named));
    return;
  }
  if (editor === undefined) {
    void window.showInformationMessage(SAY.noEditor);
    return;
  }
  const found = await blockAtCaret(context.store, editor, () => true);
  void window.showInformationMessage(
    found === undefined ? await lineProvenance(context, editor) : SAY.whereAmI(found.block),
  );
}

async function lineProvenance(context: ActContext, editor: vscode.TextEditor): Promise<string> {
  const { line } = editor.selection.active;
  const blame = await blameNow(context, editor.document);
  if (blame !== undefined && blame.lines === undefined) return SAY.untracked;
  const origins = blame?.lines?.[line] ?? [];
  return origins.length === 0
    ? SAY.nothingKnown(line + 1)
    : SAY.whoseLine(line + 1, origins.map(originWords));
}

function namedBlock(context: ActContext, target: BlockTarget): BlockView | undefined {
  const now = context.store.latest(target.uri);
  return now === undefined ? undefined : meantBlock(context.store, target, now);
}

/** Lists what waits, file by file; choosing one goes there. */
export async function showQueue(context: ActContext): Promise<void> {
  const { api } = context;
  const { items } = await (await context.server()).queue();
  if (items.length === 0) {
    void api.window.showInformationMessage(SAY.nothingWaits);
    return;
  }
  const choice = await api.window.showQuickPick(
    items.map((item) => ({
      label: blockName(item.block),
      description: `${item.path}:${item.block.startLine + 1}`,
      detail: `${provenanceWords(item.block)} · ${lineWords(item.block)}`,
      item,
    })),
    {
      title: SAY.queueTitle,
      placeHolder: SAY.queuePlaceholder,
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  if (choice !== undefined) await revealBlock(api, choice.item.uri, choice.item.block);
}
