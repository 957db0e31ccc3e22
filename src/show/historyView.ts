import type * as vscode from 'vscode';
import type {
  BlockHistoryView,
  HistoryParams,
  NoHistory,
} from '../../server/src/protocol/history.ts';
import { errorText, isRecord } from '../convert.ts';
import { createEmitter, type Disposable, disposeAll, type Schedule } from '../lifetime.ts';
import { blockName, HISTORY } from '../messages.ts';
import type { ServerClient } from '../serverProcess.ts';
import type { BlockStore } from './blockStore.ts';
import { type HistoryRow, historyRows } from './historyPlan.ts';

export const HISTORY_VIEW = 'countersign.historyView';
/** `block` while rows are shown, else why there are none; unset before the first. Welcome texts watch it. */
export const HISTORY_CONTEXT = 'countersign.historyState';
/** The server is asked again when its answers about the document pause for so long. */
export const HISTORY_DELAY_MS = 400;
/** `just now` must not stand there for an hour. */
export const HISTORY_AGING_MS = 60_000;

export type HistoryApi = Pick<
  typeof vscode,
  | 'commands'
  | 'window'
  | 'workspace'
  | 'Uri'
  | 'TreeItem'
  | 'ThemeIcon'
  | 'ThemeColor'
  | 'MarkdownString'
  | 'CancellationTokenSource'
>;

export interface HistoryPorts {
  /** Rejects with a sentence for the person while the server cannot be had. */
  readonly server: () => Promise<Pick<ServerClient, 'history'>>;
  readonly schedule: Schedule;
  readonly nowMs: () => number;
  readonly log: (message: string) => void;
}

/** A block whose history is on screen, as of the document's present version. */
export interface ShownHistory {
  readonly uri: string;
  readonly history: BlockHistoryView;
}

export interface HistoryView extends Disposable {
  /** Brings the view to the front, with the history of that block; of the last one without. */
  readonly open: (target: HistoryParams | undefined) => Promise<void>;
  /** Asks anew; undefined when there is nothing to show any more. */
  readonly refresh: () => Promise<ShownHistory | undefined>;
  /** The row that a menu or a click names, else the selected one, else the first that fits. */
  readonly row: (argument: unknown, fits: (row: HistoryRow) => boolean) => HistoryRow | undefined;
}

type State = 'block' | NoHistory;

/**
 * The history of one block: the one it was opened for, followed through edits, until another is
 * opened. It asks when records of that document change, only while somebody can see it.
 */
export function createHistoryView(
  api: HistoryApi,
  store: BlockStore,
  ports: HistoryPorts,
): HistoryView {
  const changed = createEmitter<undefined>();
  let target: HistoryParams | undefined;
  let shown: ShownHistory | undefined;
  let rows: readonly HistoryRow[] = [];
  let isBehind = false;
  let asking: vscode.CancellationTokenSource | undefined;
  let cancelWait: () => void = () => undefined;
  let cancelAging: () => void = () => undefined;

  const view = api.window.createTreeView<HistoryRow>(HISTORY_VIEW, {
    treeDataProvider: {
      onDidChangeTreeData: changed.on,
      getChildren: (row) => (row === undefined ? [...rows] : []),
      getTreeItem: (row) => itemOf(api, row),
    },
  });
  view.title = HISTORY.title;

  async function open(wanted: HistoryParams | undefined): Promise<void> {
    if (wanted !== undefined) target = wanted;
    await api.commands.executeCommand(`${HISTORY_VIEW}.focus`);
    if (target !== undefined) await refresh();
  }

  async function refresh(): Promise<ShownHistory | undefined> {
    if (target === undefined) return undefined;
    const wanted = target;
    asking?.cancel();
    const source = new api.CancellationTokenSource();
    asking = source;
    cancelWait();
    isBehind = false;
    const location = { viewId: HISTORY_VIEW };
    await api.window.withProgress({ location }, () => ask(wanted, source.token));
    return shown;
  }

  async function ask(wanted: HistoryParams, token: vscode.CancellationToken): Promise<void> {
    const { uri } = wanted;
    try {
      const server = await ports.server();
      await openAgain(uri);
      const result = await server.history(wanted, token);
      if (token.isCancellationRequested) return;
      if (result.kind === 'block') show({ uri, history: result });
      else showNone(wanted, result.why);
    } catch (error) {
      if (token.isCancellationRequested) return;
      ports.log(`history: ${errorText(error)}`);
      showNone(wanted, 'away');
    }
  }

  /** The server knows what is open: a file that was closed is opened, without being shown. */
  async function openAgain(uri: string): Promise<void> {
    if (isOpen(uri)) return;
    const file = api.Uri.parse(uri, true);
    if (file.scheme !== 'file') return;
    try {
      await api.workspace.openTextDocument(file);
    } catch (error) {
      ports.log(`history: ${errorText(error)}`);
    }
  }

  function isOpen(uri: string): boolean {
    return api.workspace.textDocuments.some((one) => one.uri.toString() === uri);
  }

  function show(found: ShownHistory): void {
    const { history, uri } = found;
    const { symbol, startLine, path, status } = history;
    shown = found;
    target = { uri, line: startLine, symbol };
    const name = blockName(history);
    view.title = HISTORY.titleOf(name);
    // Not the view's description: alone in its container, a view does not show it.
    const place = HISTORY.placeOf(name, path, startLine, status);
    view.message = [place, ...limitsOf(history)].join('. ');
    tellState('block');
    paint();
  }

  function showNone({ uri }: HistoryParams, why: NoHistory): void {
    shown = undefined;
    const fileName = api.Uri.parse(uri, true).path.replace(/^.*\//u, '');
    view.title = HISTORY.titleOf(fileName);
    // A message would stand in place of the words that say why there is nothing.
    view.message = '';
    ports.log(HISTORY.none(why));
    tellState(why);
    paint();
  }

  /** Why some of the history cannot be known. */
  function limitsOf({ isOutsideGit }: BlockHistoryView): readonly string[] {
    if (!api.workspace.isTrusted) return [HISTORY.untrusted];
    return isOutsideGit ? [HISTORY.outsideGit] : [];
  }

  function tellState(state: State): void {
    void api.commands.executeCommand('setContext', HISTORY_CONTEXT, state);
  }

  /** The rows with their ages as of now. */
  function paint(): void {
    rows = shown === undefined ? [] : historyRows(shown.history, ports.nowMs());
    changed.fire(undefined);
    cancelAging();
    if (0 < rows.length && view.visible) cancelAging = ports.schedule(HISTORY_AGING_MS, paint);
  }

  /** The server judged a document anew, or went away and with it all it said (`undefined`). */
  function onBlocks(uri: string | undefined): void {
    if (target === undefined || (uri !== undefined && uri !== target.uri)) return;
    // A file that was closed changes no more: what is known of it stays on screen.
    if (!isOpen(target.uri)) return;
    isBehind = true;
    cancelWait();
    if (view.visible) cancelWait = ports.schedule(HISTORY_DELAY_MS, () => void refresh());
  }

  function onVisibility(): void {
    if (!view.visible) cancelAging();
    else if (isBehind) void refresh();
    else paint();
  }

  const held: Disposable[] = [
    view,
    store.onDidChange(onBlocks),
    view.onDidChangeVisibility(onVisibility),
  ];
  return Object.freeze({
    open,
    refresh,
    row: (argument: unknown, fits: (row: HistoryRow) => boolean) => {
      const id = isRecord(argument) ? argument['id'] : undefined;
      const named = rows.find((row) => row.id === id) ?? view.selection[0];
      return named !== undefined && fits(named) ? named : rows.find(fits);
    },
    dispose: () => {
      asking?.cancel();
      cancelWait();
      cancelAging();
      disposeAll(held);
    },
  });
}

function itemOf(api: HistoryApi, row: HistoryRow): vscode.TreeItem {
  const item = new api.TreeItem(row.label);
  item.id = row.id;
  item.description = row.description;
  item.iconPath =
    row.color === undefined
      ? new api.ThemeIcon(row.icon)
      : new api.ThemeIcon(row.icon, new api.ThemeColor(row.color));
  item.tooltip = new api.MarkdownString(row.tooltip);
  item.contextValue = row.kind;
  item.accessibilityInformation = { label: row.spoken };
  item.command = { title: row.label, command: ROW_COMMANDS[row.action.kind], arguments: [row] };
  return item;
}

/** What Enter or a click on a row runs. */
const ROW_COMMANDS: Readonly<Record<HistoryRow['action']['kind'], string>> = {
  compare: 'countersign.compareHistory',
  commit: 'countersign.openHistoryCommit',
  reveal: 'countersign.goToHistoryBlock',
};
