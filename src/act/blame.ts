import type * as vscode from 'vscode';
import type { BlameResult } from '../../server/src/protocol/index.ts';
import type { ActContext } from './context.ts';

/**
 * The origins of a document's lines as it is now; without lines when it is not tracked, and
 * `undefined` when the text moved on meanwhile.
 */
export async function blameNow(
  context: ActContext,
  document: vscode.TextDocument,
): Promise<BlameResult | undefined> {
  const server = await context.server();
  const result = await server.blame({ uri: document.uri.toString() });
  const isCurrent = result.lines === undefined || result.version === document.version;
  return isCurrent ? result : undefined;
}
