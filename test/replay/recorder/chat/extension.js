'use strict';

/**
 * The pretend chat of the recordings: every request is answered with the edits that a session's script has handed
 * over. How they reach the documents is the editor's own way.
 */

const vscode = require('vscode');

const PARTICIPANTS = ['replay.editor', 'replay.ask', 'replay.edit', 'replay.agent'];
const PAUSE_MS = 120;

/** @type {{ edits?: { uri: string, start: number, end: number, text: string }[], markdown?: string }} */
let answer = {};

const MODEL = {
  id: 'replay-model',
  name: 'Replay Model',
  family: 'replay',
  version: '1',
  maxInputTokens: 100_000,
  maxOutputTokens: 10_000,
  isDefault: true,
  isUserSelectable: true,
  capabilities: { toolCalling: true, imageInput: false },
};

function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand('replayChat.answer', (next) => {
      answer = next;
    }),
    vscode.lm.registerLanguageModelChatProvider('replay', {
      provideLanguageModelChatInformation: async () => [MODEL],
      provideLanguageModelChatResponse: async (_model, _messages, _options, progress) => {
        progress.report(new vscode.LanguageModelTextPart('Replayed.'));
      },
      provideTokenCount: async () => 1,
    }),
    ...PARTICIPANTS.map((id) => vscode.chat.createChatParticipant(id, respond)),
  );
}

/** One edit after the other, as a model that streams gives them. */
async function respond(_request, _context, stream) {
  const { edits = [], markdown = 'Here it is.' } = answer;
  answer = {};
  stream.markdown(markdown);
  for (const uri of new Set(edits.map((edit) => edit.uri))) {
    const target = vscode.Uri.parse(uri);
    const document = await vscode.workspace.openTextDocument(target);
    for (const { start, end, text } of edits.filter((edit) => edit.uri === uri)) {
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      stream.textEdit(target, new vscode.TextEdit(range, text));
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    stream.textEdit(target, true);
  }
  return {};
}

module.exports = { activate };
