import type * as vscode from 'vscode';
import type { BlocksParams } from '../../server/src/protocol/index.ts';
import type { Disposable } from '../lifetime.ts';
import { disposeAll } from '../lifetime.ts';
import { nBlocksWords, PRODUCT } from '../messages.ts';
import type { BlockStore } from './blockStore.ts';

export type StatusBarApi = Pick<typeof vscode, 'window' | 'StatusBarAlignment'>;

export interface StatusSummary {
  readonly nUnverified: number;
  readonly nOutdated: number;
  /** Files that have a block which waits. */
  readonly nFiles: number;
}

export function summaryOf(answers: readonly BlocksParams[]): StatusSummary {
  const count = (status: string) =>
    answers.flatMap((answer) => answer.blocks.filter((block) => block.status === status)).length;
  const files = answers.filter((answer) =>
    answer.blocks.some((block) => block.status === 'unverified' || block.status === 'outdated'),
  );
  return { nUnverified: count('unverified'), nOutdated: count('outdated'), nFiles: files.length };
}

/** Text, tooltip and screen-reader label; nothing at all when nothing waits. */
export function statusBarWords(
  summary: StatusSummary,
): { readonly text: string; readonly tooltip: string; readonly label: string } | undefined {
  const { nUnverified, nOutdated, nFiles } = summary;
  const parts = [
    ...(nUnverified === 0 ? [] : [`${nUnverified} unverified`]),
    ...(nOutdated === 0 ? [] : [`${nOutdated} outdated`]),
  ];
  if (parts.length === 0) return undefined;
  const words = parts.join(', ');
  const where = nFiles === 1 ? 'one open file' : `${nFiles} open files`;
  const nWaiting = nUnverified + nOutdated;
  const verb = nWaiting === 1 ? 'waits' : 'wait';
  const sentence = `${nBlocksWords(nWaiting)} of AI code in ${where} ${verb} for a signature`;
  return {
    text: `$(unverified) ${words}`,
    tooltip: `${sentence}. Click for what to do.`,
    label: `${PRODUCT}: ${words}. ${sentence}.`,
  };
}

export interface StatusBar extends Disposable {
  /** The server stopped for good, or runs again. */
  readonly showStopped: (isStopped: boolean) => void;
}

/** One quiet item: how much waits in the open files, and the way to what can be done about it. */
export function createStatusBar(api: StatusBarApi, store: BlockStore, command: string): StatusBar {
  const item = api.window.createStatusBarItem('countersign.status', api.StatusBarAlignment.Left, 0);
  item.name = PRODUCT;
  item.command = command;
  let isStopped = false;

  function update(): void {
    const words = isStopped ? STOPPED : statusBarWords(summaryOf(store.all()));
    if (words === undefined) {
      item.hide();
      return;
    }
    item.text = words.text;
    item.tooltip = words.tooltip;
    item.accessibilityInformation = { label: words.label, role: 'button' };
    item.show();
  }

  const held: Disposable[] = [item, store.onDidChange(update)];
  return Object.freeze({
    showStopped: (stopped: boolean) => {
      isStopped = stopped;
      update();
    },
    dispose: () => disposeAll(held),
  });
}

const STOPPED = {
  text: '$(warning) Countersign stopped',
  tooltip: 'The Countersign server is not running. Click for what to do.',
  label: 'Countersign stopped. Its server is not running.',
};
