import type { CodeLens } from 'vscode-languageserver';
import { blockIdOf, type DocumentView } from '../app/openDocument.ts';
import type { Paste } from '../app/pastes.ts';
import { isOpen } from '../core/evidence/status.ts';
import { HISTORY_COMMAND } from './historyRequests.ts';
import { howToSign } from './plainClient.ts';
import { openQuestionWords } from './questionRequests.ts';
import { lensTitle, shownBlocks } from './views.ts';

/** The command of a plain client's lenses and actions: it names the terminal command. */
export const HOW_TO_SIGN = 'countersign.server.howToSign';

/** What a lens waits with until the client shows it: which block's questions are to be counted. */
interface LensData {
  readonly uri: string;
  readonly version: number;
  readonly blockId: string;
}

/** The lenses of a document, one command each; the first of a block is filled in when it is shown. */
export function lensesOf(view: DocumentView, isOurs: boolean): CodeLens[] {
  return shownBlocks(view).flatMap((judged) => {
    const position = { line: judged.block.lines.startLine - 1, character: 0 };
    const range = { start: position, end: position };
    const target: LensData = {
      uri: view.uri,
      version: view.version,
      blockId: blockIdOf(judged),
    };
    const first = { range, data: target };
    if (!isOurs) return [first];
    const lens = (title: string, command: string): CodeLens => ({
      range,
      command: { title, command, arguments: [target] },
    });
    const again = judged.status.name === 'outdated' ? 'Sign off again' : 'Sign off';
    return [
      first,
      ...(isOpen(judged.status)
        ? [lens('Review', 'countersign.review'), lens(again, 'countersign.signOff')]
        : []),
      lens('History', HISTORY_COMMAND),
    ];
  });
}

/** Fills in a block's first lens. A block that is gone leaves a lens that says nothing. */
export function resolveLens(
  lens: CodeLens,
  view: DocumentView | undefined,
  isOurs: boolean,
): CodeLens {
  const target = lensData(lens.data);
  const judged = view?.judged.blocks.find((one) => blockIdOf(one) === target?.blockId);
  if (!view || !judged) return { ...lens, command: { title: '', command: '' } };
  const title = `${lensTitle(judged)}${openQuestionWords(judged)}`;
  const command = isOurs
    ? { title, command: 'countersign.whereAmI', arguments: [target] }
    : { title, command: HOW_TO_SIGN, arguments: [howToSign(view, judged)] };
  return { ...lens, command };
}

/** The document that a lens is of. */
export function lensUri({ data }: CodeLens): string | undefined {
  return lensData(data)?.uri;
}

function lensData(data: unknown): LensData | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { uri, version, blockId } = Object.fromEntries<unknown>(Object.entries(data));
  return typeof uri === 'string' && typeof version === 'number' && typeof blockId === 'string'
    ? { uri, version, blockId }
    : undefined;
}

/** Asks once, quietly, where a large paste is from. */
export function pasteLens(uri: string, { version, lines, nLines }: Paste): CodeLens {
  const position = { line: lines.startLine - 1, character: 0 };
  const argument = {
    uri,
    version,
    startLine: lines.startLine - 1,
    endLine: lines.endLine - 1,
  };
  return {
    range: { start: position, end: position },
    command: {
      title: `Pasted ${nLines} lines: where from?`,
      command: 'countersign.pasteOrigin',
      arguments: [argument],
    },
  };
}
