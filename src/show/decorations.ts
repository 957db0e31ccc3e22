import type * as vscode from 'vscode';
import type { BlocksParams } from '../../server/src/protocol/index.ts';
import type { Disposable } from '../lifetime.ts';
import { disposeAll } from '../lifetime.ts';
import type { DecorationMode } from '../settings.ts';
import type { BlockStore } from './blockStore.ts';
import {
  type DecorationPlan,
  decorationPlan,
  type LineRanges,
  MARK_KINDS,
  MARKED_STATUSES,
  type MarkedStatus,
  type MarkKind,
} from './decorationPlan.ts';

export type DecorationsApi = Pick<
  typeof vscode,
  'window' | 'Range' | 'ThemeColor' | 'OverviewRulerLane' | 'DecorationRangeBehavior'
>;

export interface DecorationsOptions {
  readonly mode: () => DecorationMode;
  /** A file of the `media` folder. */
  readonly media: (name: string) => vscode.Uri;
}

export interface Decorations extends Disposable {
  /** The setting changed: paints every visible editor anew. */
  readonly refresh: () => void;
}

type MarkTypes = Readonly<
  Record<MarkedStatus, Readonly<Record<MarkKind, vscode.TextEditorDecorationType>>>
>;

/** What an editor shows of one decoration type: empty, or some ranges of some version. */
type Painted = Map<string, string>;

/**
 * Paints the blocks of visible editors: gutter icon, faint background, ruler mark. A picture is
 * painted only onto the very version it was made for; until the next one comes, the editor moves
 * the marks with the text. What an editor already shows is not painted again.
 */
export function createDecorations(
  api: DecorationsApi,
  store: BlockStore,
  options: DecorationsOptions,
): Decorations {
  let types: MarkTypes | undefined;
  let painted = new WeakMap<vscode.TextEditor, Painted>();

  function paintAll(uri?: string): void {
    for (const editor of api.window.visibleTextEditors) {
      if (uri === undefined || uri === editor.document.uri.toString()) paint(editor);
    }
  }

  function paint(editor: vscode.TextEditor): void {
    const { document } = editor;
    const answer = store.latest(document.uri.toString());
    if (answer !== undefined && answer.version !== document.version) return;
    const plan = decorationPlan(answer?.blocks ?? [], options.mode());
    if (types === undefined && isEmpty(plan)) return;
    types ??= createMarkTypes(api, options.media);
    for (const status of MARKED_STATUSES) {
      for (const kind of MARK_KINDS) {
        paintRanges(editor, types[status][kind], plan[status][kind], answer);
      }
    }
  }

  function paintRanges(
    editor: vscode.TextEditor,
    type: vscode.TextEditorDecorationType,
    ranges: LineRanges,
    answer: BlocksParams | undefined,
  ): void {
    const shown = painted.get(editor) ?? new Map<string, string>();
    painted.set(editor, shown);
    // Edits move marks, and deleting and restoring lines can lose them: so the version counts.
    const picture = ranges.length === 0 ? '' : `${answer?.version}|${JSON.stringify(ranges)}`;
    if ((shown.get(type.key) ?? '') === picture) return;
    shown.set(type.key, picture);
    editor.setDecorations(
      type,
      ranges.map(([first, last]) => new api.Range(first, 0, last, 0)),
    );
  }

  const subscriptions: Disposable[] = [
    store.onDidChange(paintAll),
    api.window.onDidChangeVisibleTextEditors(() => paintAll()),
  ];

  return Object.freeze({
    refresh: () => paintAll(),
    dispose: () => {
      disposeAll(subscriptions);
      for (const status of MARKED_STATUSES) {
        for (const kind of MARK_KINDS) types?.[status][kind].dispose();
      }
      types = undefined;
      painted = new WeakMap();
    },
  });
}

function isEmpty(plan: DecorationPlan): boolean {
  return MARKED_STATUSES.every((status) =>
    MARK_KINDS.every((kind) => plan[status][kind].length === 0),
  );
}

/** The bar's line tells the statuses apart without color. */
const BAR_STYLES: Readonly<Record<MarkedStatus, string>> = {
  unverified: 'solid',
  outdated: 'dashed',
  waived: 'dotted',
};

function createMarkTypes(api: DecorationsApi, media: (name: string) => vscode.Uri): MarkTypes {
  const typesOf = (status: MarkedStatus) => ({
    lines: api.window.createTextEditorDecorationType({
      isWholeLine: true,
      rangeBehavior: api.DecorationRangeBehavior.ClosedClosed,
      backgroundColor: new api.ThemeColor(`countersign.${status}Background`),
      borderColor: new api.ThemeColor(`countersign.${status}Foreground`),
      borderStyle: BAR_STYLES[status],
      borderWidth: '0 0 0 2px',
      overviewRulerColor: new api.ThemeColor(`countersign.${status}OverviewRuler`),
      overviewRulerLane: api.OverviewRulerLane.Center,
    }),
    start: api.window.createTextEditorDecorationType({
      rangeBehavior: api.DecorationRangeBehavior.ClosedClosed,
      gutterIconSize: 'contain',
      light: { gutterIconPath: media(`gutter-${status}-light.svg`) },
      dark: { gutterIconPath: media(`gutter-${status}-dark.svg`) },
      overviewRulerColor: new api.ThemeColor(`countersign.${status}OverviewRuler`),
      overviewRulerLane: api.OverviewRulerLane.Center,
    }),
  });
  return {
    unverified: typesOf('unverified'),
    outdated: typesOf('outdated'),
    waived: typesOf('waived'),
  };
}
