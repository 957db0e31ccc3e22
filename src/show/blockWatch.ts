import type * as vscode from 'vscode';
import type { BlocksParams } from '../../server/src/protocol/index.ts';
import type { Disposable } from '../lifetime.ts';
import { type BlockStore, waitsForPerson } from './blockStore.ts';

/** Set once a flagged block was seen: menus and the walkthrough's second step watch it. */
const SEEN_CONTEXT = 'countersign.hasSeenBlock';
/** Set while an open file has an AI block, signed or not: menus watch it. */
const BLOCK_CONTEXT = 'countersign.hasBlock';
/** Set while an open file has a block that waits: menus watch it. */
const WAITING_CONTEXT = 'countersign.hasWaitingBlock';

/** Keeps the menus' contexts, and tells of each answer that has a block which waits. */
export function watchBlocks(
  api: Pick<typeof vscode, 'commands' | 'Uri'>,
  store: BlockStore,
  onWaiting: (uri: vscode.Uri) => void,
): Disposable {
  const setContext = (key: string, value: boolean) =>
    void api.commands.executeCommand('setContext', key, value);
  let isSeen = false;
  let wasWaiting = false;
  let hadBlock = false;
  return store.onDidChange((uri) => {
    const isWaiting = store.all().some(({ blocks }) => blocks.some(waitsForPerson));
    if (isWaiting !== wasWaiting) setContext(WAITING_CONTEXT, isWaiting);
    wasWaiting = isWaiting;
    const hasBlock = store.all().some(({ blocks }) => 0 < blocks.length);
    if (hasBlock !== hadBlock) setContext(BLOCK_CONTEXT, hasBlock);
    hadBlock = hasBlock;
    if (uri === undefined || store.latest(uri)?.blocks.some(waitsForPerson) !== true) return;
    if (!isSeen) setContext(SEEN_CONTEXT, true);
    isSeen = true;
    onWaiting(api.Uri.parse(uri, true));
  });
}

/** Takes an answer of the server in, with the texts its blocks have in that very version. */
export function acceptBlocks(
  api: Pick<typeof vscode, 'workspace' | 'Range'>,
  store: BlockStore,
  params: BlocksParams,
): void {
  const document = api.workspace.textDocuments.find(({ uri }) => uri.toString() === params.uri);
  // A late answer about a document that is closed by now would never be forgotten.
  if (document === undefined) return;
  store.accept(params, (block) => {
    if (document.version !== params.version) return undefined;
    const { end } = document.lineAt(Math.min(block.endLine, document.lineCount - 1)).range;
    return document.getText(new api.Range(block.startLine, 0, end.line, end.character));
  });
}
