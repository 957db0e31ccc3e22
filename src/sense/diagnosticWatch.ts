import type * as vscode from 'vscode';
import type { BlockView } from '../../server/src/protocol/index.ts';
import {
  type DiagnosedParams,
  type DiagnosedView,
  MAX_DIAGNOSED,
} from '../../server/src/protocol/questions.ts';
import { type Disposable, disposeAll, type Schedule } from '../lifetime.ts';
import { SECTION } from '../settings.ts';
import type { BlockStore } from '../show/blockStore.ts';
import { isTrackedScheme } from './observation.ts';

/**
 * Type checkers publish some hundred milliseconds behind an edit, linters behind them. What is told
 * is looked up when the text has stood still for this long.
 */
export const DIAGNOSED_MS = 600;
/** The server cuts messages shorter; this only keeps small what is sent. */
const MAX_MESSAGE = 1000;

export type DiagnosticWatchApi = Pick<
  typeof vscode,
  'languages' | 'workspace' | 'DiagnosticSeverity' | 'DiagnosticTag'
>;

export interface DiagnosticWatchPorts {
  readonly blocks: Pick<BlockStore, 'latest' | 'onDidChange'>;
  readonly send: (params: DiagnosedParams) => void;
  readonly schedule: Schedule;
}

/**
 * Tells the server what other extensions publish about documents in which it shows AI blocks: errors
 * and deprecations, never our own. Of a list that is older than the text only those are told whose
 * line still reads as it did when the list was published.
 */
export function createDiagnosticWatch(
  api: DiagnosticWatchApi,
  ports: DiagnosticWatchPorts,
): Disposable {
  /** By document: what the lines with diagnostics read when they were published. */
  const published = new Map<string, ReadonlyMap<number, string>>();
  const timers = new Map<string, () => void>();
  /** What was told last, so that nothing is told twice. */
  const sent = new Map<string, string>();

  const blocksOf = (uri: string): readonly BlockView[] => ports.blocks.latest(uri)?.blocks ?? [];
  const othersOf = ({ uri }: vscode.TextDocument): readonly vscode.Diagnostic[] =>
    api.languages
      .getDiagnostics(uri)
      .filter((one) => one.source !== SECTION && kindOf(api, one) !== undefined);

  function onPublished(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    const others = othersOf(document);
    // An empty list may be about ours alone: it does not say that the others have looked already.
    if (others.length === 0 && !published.has(uri)) return;
    published.set(
      uri,
      new Map(others.map(({ range }) => [range.start.line, lineText(document, range)])),
    );
    if (0 < blocksOf(uri).length && !timers.has(uri)) schedule(uri);
  }

  function onBlocks(uri: string | undefined): void {
    if (uri === undefined) for (const one of [...timers.keys(), ...sent.keys()]) drop(one);
    else if (blocksOf(uri).length === 0) drop(uri);
    else schedule(uri);
  }

  /** A change of the text puts it off; news of others does not, for it may come without end. */
  function schedule(uri: string): void {
    timers.get(uri)?.();
    timers.set(
      uri,
      ports.schedule(DIAGNOSED_MS, () => {
        timers.delete(uri);
        tell(uri);
      }),
    );
  }

  function tell(uri: string): void {
    const document = api.workspace.textDocuments.find((one) => one.uri.toString() === uri);
    const blocks = blocksOf(uri);
    if (document === undefined || blocks.length === 0) return;
    const lines = published.get(uri);
    const fresh = othersOf(document).filter(({ range }) => {
      const now = lineText(document, range);
      return (lines?.get(range.start.line) ?? now) === now;
    });
    if (fresh.length === 0 && lines === undefined) return;
    const items = chosen(api, fresh, blocks);
    const { version } = document;
    const content = JSON.stringify([version, items]);
    if (sent.get(uri) === content) return;
    sent.set(uri, content);
    ports.send({ uri, version, items });
  }

  function drop(uri: string): void {
    timers.get(uri)?.();
    timers.delete(uri);
    sent.delete(uri);
  }

  const held = [
    ports.blocks.onDidChange(onBlocks),
    api.languages.onDidChangeDiagnostics(({ uris }) => {
      const changed = new Set(uris.map((uri) => uri.toString()));
      for (const document of api.workspace.textDocuments) {
        const { uri } = document;
        if (isTrackedScheme(uri.scheme) && changed.has(uri.toString())) onPublished(document);
      }
    }),
    api.workspace.onDidCloseTextDocument(({ uri }) => {
      drop(uri.toString());
      published.delete(uri.toString());
    }),
  ];
  return Object.freeze({
    dispose: () => {
      disposeAll(held);
      for (const cancel of timers.values()) cancel();
    },
  });
}

function kindOf(
  { DiagnosticSeverity, DiagnosticTag }: DiagnosticWatchApi,
  { severity, tags = [] }: vscode.Diagnostic,
): DiagnosedView['kind'] | undefined {
  if (severity === DiagnosticSeverity.Error) return 'error';
  return tags.includes(DiagnosticTag.Deprecated) ? 'deprecated' : undefined;
}

/** Where there are too many, those inside of blocks come first, then errors, then the upper ones. */
function chosen(
  api: DiagnosticWatchApi,
  diagnostics: readonly vscode.Diagnostic[],
  blocks: readonly BlockView[],
): readonly DiagnosedView[] {
  const isInside = ({ start, end }: vscode.Range): boolean =>
    blocks.some(({ startLine, endLine }) => startLine <= end.line && start.line <= endLine);
  return diagnostics
    .flatMap((one) => {
      const kind = kindOf(api, one);
      if (kind === undefined) return [];
      const rank = (isInside(one.range) ? 0 : 2) + (kind === 'error' ? 0 : 1);
      return [{ rank, view: viewOf(one, kind) }];
    })
    .sort((a, b) => a.rank - b.rank || a.view.range.start.line - b.view.range.start.line)
    .slice(0, MAX_DIAGNOSED)
    .map(({ view }) => view);
}

function viewOf(
  { range: { start, end }, source, code, message }: vscode.Diagnostic,
  kind: DiagnosedView['kind'],
): DiagnosedView {
  const value = typeof code === 'object' ? code.value : code;
  return {
    range: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
    kind,
    ...(source === undefined ? {} : { source }),
    ...(value === undefined ? {} : { code: String(value) }),
    message: message.slice(0, MAX_MESSAGE),
  };
}

/** Whoever published may have seen a longer text. */
function lineText(document: vscode.TextDocument, { start }: vscode.Range): string {
  return start.line < document.lineCount ? document.lineAt(start.line).text : '';
}
