import type * as vscode from 'vscode';
import { blockTargetOf, errorText } from '../convert.ts';
import type { Disposable } from '../lifetime.ts';
import { MENU, SAY } from '../messages.ts';
import type { BlameView } from '../show/blameView.ts';
import type { HistoryView } from '../show/historyView.ts';
import { acceptNextLine } from './acceptLine.ts';
import type { ActContext } from './context.ts';
import { createCorrections } from './correct.ts';
import {
  compareHistory,
  copyHistoryEntry,
  goToHistoryBlock,
  openHistory,
  openHistoryCommit,
} from './history.ts';
import { installHooks } from './hooks.ts';
import { goToNeighbor, showQueue, whereAmI } from './navigate.ts';
import { reportProblem } from './report.ts';
import { review } from './review.ts';
import type { ReviewedTexts } from './reviewedText.ts';
import type { RulePages } from './rulePage.ts';
import { signOff, unsign } from './sign.ts';

/** The status bar's menu; not in the palette. */
export const MENU_COMMAND = 'countersign.menu';

type Handler = (argument: unknown) => Promise<void>;

/** What commands act on besides what all of them may use. */
export interface CommandParts {
  readonly texts: ReviewedTexts;
  readonly pages: RulePages;
  readonly blameView: BlameView;
  readonly historyView: HistoryView;
}

/** Every command of the extension. The palette's titles are in package.json. */
function commandTable(
  context: ActContext,
  { texts, pages, blameView, historyView }: CommandParts,
): Readonly<Record<string, Handler>> {
  const corrections = createCorrections(context);
  return {
    'countersign.signOff': (argument) => signOff(context, blockTargetOf(argument)),
    'countersign.unsign': (argument) => unsign(context, blockTargetOf(argument)),
    'countersign.review': (argument) => review(context, { texts, pages }, blockTargetOf(argument)),
    'countersign.why': async (rule) => {
      if (typeof rule === 'string') await pages.show(rule);
    },
    'countersign.whereAmI': (argument) => whereAmI(context, blockTargetOf(argument)),
    'countersign.history': (argument) => openHistory(context, historyView, argument),
    'countersign.refreshHistory': async () => void (await historyView.refresh()),
    'countersign.goToHistoryBlock': () => goToHistoryBlock(context, historyView),
    'countersign.compareHistory': (row) => compareHistory(context, historyView, texts, row),
    'countersign.openHistoryCommit': (row) => openHistoryCommit(context, historyView, row),
    'countersign.copyHistoryEntry': (row) => copyHistoryEntry(context, historyView, row),
    'countersign.notAi': () => corrections.state('human'),
    'countersign.wasAi': () => corrections.state('ai'),
    'countersign.pasteOrigin': (argument) => corrections.pasteOrigin(argument),
    'countersign.toggleBlame': () => blameView.toggle(),
    'countersign.hideBlame': async () => blameView.hide(),
    'countersign.acceptNextLine': () => acceptNextLine(context),
    'countersign.nextBlock': () => goToNeighbor(context, 'next'),
    'countersign.previousBlock': () => goToNeighbor(context, 'previous'),
    'countersign.showQueue': () => showQueue(context),
    'countersign.installHooks': () => installHooks(context),
    'countersign.reportProblem': () => reportProblem(context),
    'countersign.showLog': async () => context.log.show(),
    [MENU_COMMAND]: () => showMenu(context),
  };
}

/** Registers them all; what a handler throws becomes one sentence and a line in the log. */
export function registerCommands(context: ActContext, parts: CommandParts): Disposable[] {
  return Object.entries(commandTable(context, parts)).map(([id, handler]) =>
    context.api.commands.registerCommand(id, async (argument: unknown) => {
      try {
        await handler(argument);
      } catch (error) {
        await tellFailure(context, id, error);
      }
    }),
  );
}

async function tellFailure(context: ActContext, id: string, error: unknown): Promise<void> {
  context.log.error(
    `${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  const words = errorText(error);
  const message = words === SAY.serverAway ? words : SAY.commandFailed(`run ${id}`, words);
  const picked = await context.api.window.showWarningMessage(message, SAY.showLog);
  if (picked === SAY.showLog) context.log.show();
}

async function showMenu(context: ActContext): Promise<void> {
  const choices: (vscode.QuickPickItem & { readonly command: string })[] = [
    { label: `$(arrow-down) ${MENU.next}`, command: 'countersign.nextBlock' },
    { label: `$(list-unordered) ${MENU.queue}`, command: 'countersign.showQueue' },
    { label: `$(git-commit) ${MENU.installHooks}`, command: 'countersign.installHooks' },
    { label: `$(output) ${MENU.showLog}`, command: 'countersign.showLog' },
  ];
  const choice = await context.api.window.showQuickPick(choices, { title: MENU.title });
  if (choice !== undefined) await context.api.commands.executeCommand(choice.command);
}
