import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { JudgedBlock } from '../app/judge.ts';
import type { DocumentView } from '../app/openDocument.ts';

/** What a client without commands of ours is told of a block: no server of ours signs over plain LSP. */
export function howToSign(
  { path }: DocumentView,
  { block, status, questions }: JudgedBlock,
): string {
  const nOpen = questions.shown.filter(({ answer }) => answer === undefined).length;
  const verb = nOpen === 0 ? 'sign' : 'review';
  const asks = nOpen === 0 ? '' : ` (${nOpen === 1 ? '1 question' : `${nOpen} questions`})`;
  return `AI code in ${block.symbol} is ${status.name}${asks}. Sign it off in a terminal: countersign ${verb} ${placeWord(path, block.lines.startLine)}`;
}

/** A place as it can be pasted into a terminal, of whatever system: the server does not know which shell it will be. */
export function placeWord(path: string, line: number): string {
  const word = `${path.startsWith('-') ? './' : ''}${path}:${line}`;
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", `'\\''`)}'` : `"${word}"`;
}

/** Shows a text. Not as a request for an answer: some editors stop and wait for one. */
export function tell(connection: Connection, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, {
    type: MessageType.Info,
    message,
  });
}
