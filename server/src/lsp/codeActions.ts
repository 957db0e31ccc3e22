import { type CodeAction, CodeActionKind, type Range as LspRange } from 'vscode-languageserver';
import type { JudgedBlock } from '../app/judge.ts';
import { blockIdOf, type DocumentView } from '../app/openDocument.ts';
import { isOpen } from '../core/evidence/status.ts';
import type { Hit } from '../core/questions/hit.ts';
import { historyAction } from './historyRequests.ts';
import { HOW_TO_SIGN } from './lenses.ts';
import { howToSign } from './plainClient.ts';
import { rangeOf, shownBlocks } from './views.ts';

/** Shows why a rule asks. */
export const WHY_COMMAND = 'countersign.why';

/** What can be done about the lines of a range: sign, mend what a rule found, read why it asks. */
export function actionsOf(view: DocumentView, range: LspRange, isOurs: boolean): CodeAction[] {
  const touched = shownBlocks(view).filter(
    ({ block }) =>
      block.lines.startLine - 1 <= range.end.line && range.start.line <= block.lines.endLine - 1,
  );
  return [
    ...touched.flatMap((judged) => hitActions(view, judged, range)),
    ...touched
      .filter(({ status }) => isOpen(status))
      .map((judged) => signAction(view, judged, isOurs)),
    ...(isOurs ? [] : touched.map((judged) => historyAction(view.uri, judged))),
  ];
}

function signAction(view: DocumentView, judged: JudgedBlock, isOurs: boolean): CodeAction {
  const argument = { uri: view.uri, version: view.version, blockId: blockIdOf(judged) };
  const { symbol } = judged.block;
  const title = isOurs
    ? `Sign off ${symbol} (Countersign)`
    : `How to sign off ${symbol} (Countersign)`;
  const command = isOurs
    ? { title, command: 'countersign.signOff', arguments: [argument] }
    : { title, command: HOW_TO_SIGN, arguments: [howToSign(view, judged)] };
  return { title, kind: CodeActionKind.QuickFix, command };
}

function hitActions(view: DocumentView, judged: JudgedBlock, range: LspRange): CodeAction[] {
  const { checks, shown, more } = judged.questions;
  const asked = [...shown, ...more].map(({ hit }) => hit);
  return [...checks, ...asked]
    .filter((hit) => isAt(view, hit, range))
    .flatMap((hit) => [...fixAction(view, hit), whyAction(hit)]);
}

function isAt({ judged: { index } }: DocumentView, { at }: Hit, range: LspRange): boolean {
  const { start, end } = rangeOf(index, at);
  return start.line <= range.end.line && range.start.line <= end.line;
}

function fixAction(view: DocumentView, { fix, at, text, rule }: Hit): CodeAction[] {
  if (!fix) return [];
  const { index } = view.judged;
  const edits = fix.edits.map((edit) => ({ range: rangeOf(index, edit), newText: edit.text }));
  return [
    {
      title: `${fix.title} (Countersign)`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [
        { source: 'countersign', code: rule.id, message: text, range: rangeOf(index, at) },
      ],
      edit: {
        documentChanges: [{ textDocument: { uri: view.uri, version: view.version }, edits }],
      },
    },
  ];
}

function whyAction({ rule }: Hit): CodeAction {
  const title = `Why does ${rule.id} ask? (Countersign)`;
  const command = { title, command: WHY_COMMAND, arguments: [rule.id] };
  return { title, kind: CodeActionKind.QuickFix, command };
}
