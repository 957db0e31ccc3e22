'use strict';

/**
 * The pretend AI of the recordings: it offers the one completion, or the one next edit, that a session's script hands
 * it. Everything behind the offer (ghost text, Tab, the change event and its reason) is the editor's own.
 */

const vscode = require('vscode');

const SELECTOR = [{ scheme: 'file' }, { scheme: 'untitled' }, { scheme: 'vscode-notebook-cell' }];

/** @type {{ uri: string, text: string, start: number, nBehind?: number, end?: number, isInlineEdit?: boolean, isSnippet?: boolean } | undefined} */
let offered;

function activate(context) {
  const provider = {
    provideInlineCompletionItems(document, position) {
      if (offered === undefined || document.uri.toString() !== offered.uri) return [];
      const item = offered.isInlineEdit ? nextEdit(document) : completion(document, position);
      return item === undefined ? [] : [item];
    },
  };
  context.subscriptions.push(
    vscode.languages.registerInlineCompletionItemProvider(SELECTOR, provider),
    vscode.commands.registerCommand('replayAi.accepted', clear),
    vscode.commands.registerCommand('replayAi.clear', clear),
    vscode.commands.registerCommand('replayAi.offer', async (offer) => {
      offered = offer;
      await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
    }),
  );
}

function clear() {
  offered = undefined;
}

/** What is typed since the offer must be its beginning: so it lasts while it is typed or taken in parts. */
function completion(document, position) {
  const start = document.positionAt(offered.start);
  if (position.isBefore(start)) return undefined;
  const typed = document.getText(new vscode.Range(start, position));
  if (!offered.text.startsWith(typed) || offered.text === typed) return undefined;
  const end = document.positionAt(document.offsetAt(position) + (offered.nBehind ?? 0));
  const text = offered.isSnippet ? new vscode.SnippetString(offered.text) : offered.text;
  const item = new vscode.InlineCompletionItem(text, new vscode.Range(start, end));
  item.command = { title: 'Accepted', command: 'replayAi.accepted' };
  return item;
}

/** A next edit suggestion (a proposed API): it replaces a range that need not be at the caret. */
function nextEdit(document) {
  const range = new vscode.Range(
    document.positionAt(offered.start),
    document.positionAt(offered.end),
  );
  const item = new vscode.InlineCompletionItem(offered.text, range);
  item.isInlineEdit = true;
  item.command = { title: 'Accepted', command: 'replayAi.accepted' };
  return item;
}

module.exports = { activate };
