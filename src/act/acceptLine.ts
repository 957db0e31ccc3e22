import { ACCEPTED_COMMAND } from '../sense/acceptKeys.ts';
import type { ActContext } from './context.ts';

const ACCEPT_NEXT_LINE = 'editor.action.inlineSuggest.acceptNextLine';
const ASK_AGAIN = 'editor.action.inlineSuggest.trigger';

/**
 * Accepts a line of the suggestion as the editor's own command does, which has no key that ours
 * could stand in for, and brings word of it the way our key bindings do. The palette takes the
 * suggestion away as it opens: then the editor is asked for it once more.
 */
export async function acceptNextLine({ api }: ActContext): Promise<void> {
  const document = api.window.activeTextEditor?.document;
  if (document === undefined) return;
  const before = document.version;
  await api.commands.executeCommand(ACCEPT_NEXT_LINE);
  if (document.version === before) {
    await api.commands.executeCommand(ASK_AGAIN);
    await api.commands.executeCommand(ACCEPT_NEXT_LINE);
  }
  // No suggestion, no change: the word would be about what the person typed before.
  if (document.version === before) return;
  await api.commands.executeCommand(ACCEPTED_COMMAND, ACCEPT_NEXT_LINE);
}
