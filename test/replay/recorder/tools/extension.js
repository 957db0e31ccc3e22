'use strict';

/** Another extension in the recordings: edits by every way the API has, each at a session script's word. */

const vscode = require('vscode');

const SELECTOR = [{ scheme: 'file' }, { scheme: 'untitled' }];

/** What is done at the next save. @type {{ at: number, text: string } | undefined} */
let onWillSave;
/** What the completion list holds. @type {{ label: string, insertText: string, snippet?: boolean, imports?: string }[]} */
let completions = [];
/** @type {{ title: string, kind: string, start: number, end: number, text: string } | undefined} */
let codeAction;

function activate(context) {
  const on = (name, run) => vscode.commands.registerCommand(`replayTools.${name}`, run);
  context.subscriptions.push(
    on('editorEdit', editorEdit),
    on('applyEdit', applyEdit),
    on('insertSnippet', (text) =>
      vscode.window.activeTextEditor?.insertSnippet(new vscode.SnippetString(text)),
    ),
    on('writeFile', (uri, text) =>
      vscode.workspace.fs.writeFile(vscode.Uri.parse(uri), Buffer.from(text)),
    ),
    on('clear', () => {
      onWillSave = undefined;
      completions = [];
      codeAction = undefined;
    }),
    on('onWillSave', (edit) => {
      onWillSave = edit;
    }),
    on('complete', (items) => {
      completions = items;
    }),
    on('codeAction', (action) => {
      codeAction = action;
    }),
    vscode.workspace.onWillSaveTextDocument((event) => {
      if (onWillSave === undefined) return;
      const { at, text } = onWillSave;
      onWillSave = undefined;
      const { document } = event;
      event.waitUntil(Promise.resolve([vscode.TextEdit.insert(document.positionAt(at), text)]));
    }),
    vscode.languages.registerCompletionItemProvider(SELECTOR, {
      provideCompletionItems: () => completions.map(itemOf),
    }),
    vscode.languages.registerCodeActionsProvider(SELECTOR, {
      provideCodeActions(document) {
        if (codeAction === undefined) return [];
        const action = new vscode.CodeAction(
          codeAction.title,
          vscode.CodeActionKind.Empty.append(codeAction.kind),
        );
        action.edit = new vscode.WorkspaceEdit();
        action.edit.replace(document.uri, rangeOf(document, codeAction), codeAction.text);
        return [action];
      },
    }),
  );
}

/** `[{ start, end, text }]` of the active editor, as one edit. */
function editorEdit(edits) {
  const editor = vscode.window.activeTextEditor;
  return editor?.edit((builder) => {
    for (const edit of edits) builder.replace(rangeOf(editor.document, edit), edit.text);
  });
}

/** `[{ uri, start, end, text }]` of documents that may be closed, as one workspace edit. */
async function applyEdit(edits, metadata) {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, start, end, text } of edits) {
    const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
    const document = open ?? (await vscode.workspace.openTextDocument(vscode.Uri.parse(uri)));
    edit.replace(document.uri, rangeOf(document, { start, end }), text);
  }
  return vscode.workspace.applyEdit(edit, metadata);
}

function rangeOf(document, { start, end }) {
  return new vscode.Range(document.positionAt(start), document.positionAt(end ?? start));
}

function itemOf(completion) {
  const item = new vscode.CompletionItem(completion.label, vscode.CompletionItemKind.Function);
  item.insertText = completion.snippet
    ? new vscode.SnippetString(completion.insertText)
    : completion.insertText;
  // Before all others of the list.
  item.sortText = '\0';
  item.preselect = true;
  item.additionalTextEdits = importOf(completion);
  return item;
}

function importOf({ imports }) {
  if (imports === undefined) return undefined;
  return [vscode.TextEdit.insert(new vscode.Position(0, 0), imports)];
}

module.exports = { activate };
