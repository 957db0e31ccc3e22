import type * as vscode from 'vscode';
import type { OriginView, StatementName } from '../../server/src/protocol/index.ts';
import { type LineTarget, lineTargetOf } from '../convert.ts';
import { PASTE, SAY } from '../messages.ts';
import { blameNow } from './blame.ts';
import type { ActContext } from './context.ts';
import { blockAtCaret } from './locate.ts';

const CONFIRMATION_MS = 5000;

/** What people say of where code comes from. */
export interface Corrections {
  /** States it of the selected lines, else of the block at the caret, else of the caret's line. */
  readonly state: (as: StatementName) => Promise<void>;
  /** Asks where a paste is from: the one that a lens names, or the one at the caret. */
  readonly pasteOrigin: (argument: unknown) => Promise<void>;
}

export function createCorrections(context: ActContext): Corrections {
  const { window } = context.api;
  /** A block may be none any more once it was corrected: its lines still belong together. */
  let last: LineTarget | undefined;

  async function state(as: StatementName): Promise<void> {
    const editor = window.activeTextEditor;
    if (editor === undefined) {
      void window.showInformationMessage(SAY.noEditor);
      return;
    }
    const targets = selectedLines(editor);
    await correct(0 < targets.length ? targets : [await linesAtCaret(editor)], as);
  }

  async function linesAtCaret(editor: vscode.TextEditor): Promise<LineTarget> {
    const uri = editor.document.uri.toString();
    const found = await blockAtCaret(context.store, editor, () => true);
    const { line } = editor.selection.active;
    const { version } = editor.document;
    if (found !== undefined) {
      const { startLine, endLine } = found.block;
      return { uri, version: found.version, startLine, endLine };
    }
    if (last?.uri === uri && last.version === version) {
      if (last.startLine <= line && line <= last.endLine) return last;
    }
    return { uri, version, startLine: line, endLine: line };
  }

  async function correct(targets: readonly LineTarget[], as: StatementName): Promise<void> {
    const server = await context.server();
    let nLines = 0;
    let nStayAi = 0;
    for (const target of targets) {
      const result = await server.correct({ ...target, as });
      if (result.kind === 'refused') {
        void window.showInformationMessage(result.message);
        return;
      }
      nLines += target.endLine - target.startLine + 1;
      nStayAi += result.nStayAi;
    }
    last = targets.length === 1 ? targets[0] : undefined;
    // What the person may not expect stays on screen until they have read it.
    if (0 < nStayAi) void window.showInformationMessage(SAY.staysAi(nStayAi, nLines));
    else window.setStatusBarMessage(`$(check) ${SAY.corrected(as, nLines)}`, CONFIRMATION_MS);
  }

  async function pasteOrigin(argument: unknown): Promise<void> {
    const target = lineTargetOf(argument) ?? (await pasteAtCaret());
    if (target === undefined) return;
    const choice = await window.showQuickPick(PASTE.choices, {
      title: PASTE.title(nFilledLines(target)),
    });
    if (choice !== undefined) await correct([target], choice.as);
  }

  /** The pasted lines around the caret that nobody has said anything of. */
  async function pasteAtCaret(): Promise<LineTarget | undefined> {
    const editor = window.activeTextEditor;
    if (editor === undefined) {
      void window.showInformationMessage(SAY.noEditor);
      return undefined;
    }
    const { document, selection } = editor;
    const { line } = selection.active;
    const { version, lines = [] } = (await blameNow(context, document)) ?? {};
    if (version === undefined || !isUnansweredPaste(lines[line])) {
      void window.showInformationMessage(SAY.noPaste(line + 1));
      return undefined;
    }
    let startLine = line;
    let endLine = line;
    while (isUnansweredPaste(lines[startLine - 1])) startLine -= 1;
    while (isUnansweredPaste(lines[endLine + 1])) endLine += 1;
    return { uri: document.uri.toString(), version, startLine, endLine };
  }

  /** As the lens counts them: lines that hold something. */
  function nFilledLines({ uri, startLine, endLine }: LineTarget): number {
    const document = context.api.workspace.textDocuments.find((one) => one.uri.toString() === uri);
    if (document === undefined) return endLine - startLine + 1;
    const { end } = document.lineAt(Math.min(endLine, document.lineCount - 1)).range;
    const text = document.getText(new context.api.Range(startLine, 0, end.line, end.character));
    return text.split('\n').filter((one) => one.trim() !== '').length;
  }

  return Object.freeze({ state, pasteOrigin });
}

/** The lines that selections touch; a selection that ends before a line does not touch it. */
function selectedLines({ document, selections }: vscode.TextEditor): readonly LineTarget[] {
  return selections
    .filter(({ isEmpty }) => !isEmpty)
    .map(({ start, end }) => ({
      uri: document.uri.toString(),
      version: document.version,
      startLine: start.line,
      endLine: end.character === 0 ? end.line - 1 : end.line,
    }));
}

function isUnansweredPaste(row: readonly OriginView[] | undefined): boolean {
  const [first] = row ?? [];
  return first?.kind === 'pasted' && first.tier === undefined;
}
