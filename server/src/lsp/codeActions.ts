import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Command,
  type Range as LspRange,
} from 'vscode-languageserver';
import type { JudgedBlock } from '../app/judge.ts';
import { blockIdOf, type DocumentView } from '../app/openDocument.ts';
import { isOpen } from '../core/evidence/status.ts';
import type { Hit } from '../core/questions/hit.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import { historyAction } from './historyRequests.ts';
import { HOW_TO_SIGN } from './lenses.ts';
import { howToSign } from './plainClient.ts';
import { rangeOf, shownBlocks } from './views.ts';

/** Shows why a rule asks. */
export const WHY_COMMAND = 'countersign.why';

/**
 * What can be done about the lines of a range: sign, mend what a rule found, read why it asks. Edits
 * say which version they are for where the client takes such.
 */
export function actionsOf(
  view: DocumentView,
  range: LspRange,
  isOurs: boolean,
  { takesVersionedEdits }: ClientAbilities,
): CodeAction[] {
  const touched = shownBlocks(view).filter(
    ({ block }) =>
      block.lines.startLine - 1 <= range.end.line && range.start.line <= block.lines.endLine - 1,
  );
  return [
    ...touched.flatMap((judged) => hitActions(view, judged, range, takesVersionedEdits)),
    ...touched
      .filter(({ status }) => isOpen(status))
      .map((judged) => signAction(view, judged, isOurs)),
    ...(isOurs ? [] : touched.map((judged) => historyAction(view.uri, judged))),
  ];
}

/**
 * Whether the client asks for what is offered here. One that asks for another kind, to sort imports
 * at each save for one, may run whatever it gets.
 */
export function areWanted({ only }: CodeActionContext): boolean {
  return only === undefined || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);
}

/** The actions for a client that takes none but commands; edits are none. */
export function commandsOf(actions: readonly CodeAction[]): Command[] {
  return actions.flatMap(({ command }) => (command ? [command] : []));
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

function hitActions(
  view: DocumentView,
  judged: JudgedBlock,
  range: LspRange,
  isVersioned: boolean,
): CodeAction[] {
  const { checks, shown, more } = judged.questions;
  const asked = [...shown, ...more].map(({ hit }) => hit);
  return [...checks, ...asked]
    .filter((hit) => isAt(view, hit, range))
    .flatMap((hit) => [...fixAction(view, hit, isVersioned), whyAction(hit)]);
}

function isAt({ judged: { index } }: DocumentView, { at }: Hit, range: LspRange): boolean {
  const { start, end } = rangeOf(index, at);
  return start.line <= range.end.line && range.start.line <= end.line;
}

function fixAction(
  view: DocumentView,
  { fix, at, text, rule }: Hit,
  isVersioned: boolean,
): CodeAction[] {
  if (!fix || fix.edits.length === 0) return [];
  const { uri, version, judged } = view;
  const { index } = judged;
  const edits = fix.edits.map((edit) => ({ range: rangeOf(index, edit), newText: edit.text }));
  return [
    {
      title: `${fix.title} (Countersign)`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [
        { source: 'countersign', code: rule.id, message: text, range: rangeOf(index, at) },
      ],
      edit: isVersioned
        ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
        : { changes: { [uri]: edits } },
    },
  ];
}

function whyAction({ rule }: Hit): CodeAction {
  const title = `Why does ${rule.id} ask? (Countersign)`;
  const command = { title, command: WHY_COMMAND, arguments: [rule.id] };
  return { title, kind: CodeActionKind.QuickFix, command };
}
