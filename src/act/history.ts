import type * as vscode from 'vscode';
import type { HistoryParams } from '../../server/src/protocol/history.ts';
import { blockTargetOf, errorText, historyTargetOf } from '../convert.ts';
import { HISTORY, SAY } from '../messages.ts';
import type { HistoryRow } from '../show/historyPlan.ts';
import type { HistoryView } from '../show/historyView.ts';
import type { ActContext } from './context.ts';
import { meantBlock, revealBlock } from './locate.ts';
import type { ReviewedTexts } from './reviewedText.ts';

const CONFIRMATION_MS = 5000;
/** The built-in git extension's own; it takes a repository, a commit, and nothing else we know. */
const VIEW_COMMIT = 'git.viewCommit';

/** Shows the history of the block that a lens or a hover names, else of the one at the caret. */
export async function openHistory(
  context: ActContext,
  view: HistoryView,
  argument: unknown,
): Promise<void> {
  await view.open(namedTarget(context, argument) ?? caretTarget(context));
}

function namedTarget(context: ActContext, argument: unknown): HistoryParams | undefined {
  const named = historyTargetOf(argument);
  if (named !== undefined) return named;
  const target = blockTargetOf(argument);
  const now = target === undefined ? undefined : context.store.latest(target.uri);
  if (target === undefined || now === undefined) return undefined;
  const block = meantBlock(context.store, target, now);
  if (block === undefined) return undefined;
  return { uri: target.uri, line: block.startLine, symbol: block.symbol };
}

function caretTarget({ api }: ActContext): HistoryParams | undefined {
  const editor = api.window.activeTextEditor;
  if (editor === undefined) return undefined;
  return { uri: editor.document.uri.toString(), line: editor.selection.active.line };
}

/** Opens the block's file at the block. */
export async function goToHistoryBlock(context: ActContext, view: HistoryView): Promise<void> {
  const shown = await view.refresh();
  if (shown === undefined) tell(context, HISTORY.noEntry);
  else await revealBlock(context.api, shown.uri, shown.history);
}

/** Opens a diff of the block as it was signed with the block as it is. */
export async function compareHistory(
  context: ActContext,
  view: HistoryView,
  texts: ReviewedTexts,
  argument: unknown,
): Promise<void> {
  const row = view.row(argument, ({ action }) => action.kind === 'compare');
  const shown = row === undefined ? undefined : await view.refresh();
  if (row?.action.kind !== 'compare' || shown === undefined) {
    tell(context, HISTORY.noEntry);
    return;
  }
  const { uri, history } = shown;
  const { version, blockId } = history;
  const { reviewId } = row.action;
  const server = await context.server();
  const reviewed = await server.reviewed({ uri, version, blockId, reviewId });
  const { text } = reviewed;
  if (text === undefined) {
    tell(context, SAY.noReviewedText);
    return;
  }
  const document = await context.api.workspace.openTextDocument(context.api.Uri.parse(uri, true));
  const isShown = await texts.compare(document, history, { ...reviewed, text });
  if (!isShown) tell(context, HISTORY.nothingChanged);
}

/** Finds the commit that first had the code, and opens it where the git extension can. */
export async function openHistoryCommit(
  context: ActContext,
  view: HistoryView,
  argument: unknown,
): Promise<void> {
  const { api } = context;
  const row = view.row(argument, ({ action }) => action.kind === 'commit');
  const shown = row === undefined ? undefined : await view.refresh();
  if (row?.action.kind !== 'commit' || shown === undefined) {
    tell(context, HISTORY.noEntry);
    return;
  }
  if (!api.workspace.isTrusted) {
    tell(context, SAY.untrusted);
    return;
  }
  const { path, symbol, codeHash } = row.action;
  const { uri } = shown;
  const server = await context.server();
  const found = await api.window.withProgress(
    {
      location: api.ProgressLocation.Notification,
      title: HISTORY.findingCommit,
      cancellable: true,
    },
    async (_progress, token) => {
      const result = await server.historyCommit({ uri, path, symbol, codeHash }, token);
      return token.isCancellationRequested ? undefined : result;
    },
  );
  if (found === undefined) return;
  const { commit, subject = '' } = found;
  if (commit === undefined) tell(context, HISTORY.noCommit);
  else if (!(await isOpened(context, api.Uri.parse(uri, true), commit))) {
    await api.env.clipboard.writeText(commit);
    tell(context, HISTORY.commitCopied(commit, subject));
  }
}

async function isOpened(
  { api, log }: ActContext,
  file: vscode.Uri,
  commit: string,
): Promise<boolean> {
  const known = await api.commands.getCommands(true);
  if (!known.includes(VIEW_COMMIT)) return false;
  try {
    await api.commands.executeCommand(VIEW_COMMIT, file, commit);
    return true;
  } catch (error) {
    log.info(`${VIEW_COMMIT}: ${errorText(error)}`);
    return false;
  }
}

/** Puts one row into the clipboard as a line of text. */
export async function copyHistoryEntry(
  context: ActContext,
  view: HistoryView,
  argument: unknown,
): Promise<void> {
  const row: HistoryRow | undefined = view.row(argument, () => true);
  if (row === undefined) {
    tell(context, HISTORY.noEntry);
    return;
  }
  await context.api.env.clipboard.writeText(row.copied);
  context.api.window.setStatusBarMessage(`$(check) ${HISTORY.copied}`, CONFIRMATION_MS);
}

function tell({ api }: ActContext, message: string): void {
  void api.window.showInformationMessage(message);
}
