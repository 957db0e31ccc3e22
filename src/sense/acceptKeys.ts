import type * as vscode from 'vscode';
import { stringOf } from '../convert.ts';
import type { Disposable } from '../lifetime.ts';

/** Run by our key bindings right after a built-in accept command; its argument is that command. */
export const ACCEPTED_COMMAND = 'countersign.accepted';
/** Our bindings of the accept keys hold only while this context is set. */
export const KEYS_CONTEXT = 'countersign.observesAcceptKeys';

export interface AcceptKeys extends Disposable {
  /** Turns the key bindings on or off. */
  readonly arm: (isWanted: boolean) => void;
  readonly isArmed: () => boolean;
}

/**
 * Tier C by key binding: package.json binds the accept keys, under the built-in bindings' own
 * conditions, to `runCommands` with the built-in command first and ours second. This file and
 * those bindings are the whole mechanism.
 *
 * The built-in command runs in the window, at once, whatever this process does: so a Tab is never
 * lost, doubled or delayed. Word of it comes right behind the change it made. (Measured against
 * shadowing the commands, where the Tab waits for this process and a letter typed right after it
 * overtakes it: see ARCHITECTURE.md.)
 */
export function createAcceptKeys(
  api: Pick<typeof vscode, 'commands'>,
  onAccepted: (command: string) => void,
): AcceptKeys {
  let isArmed = false;
  // Registered for good: a key press may be under way when the bindings are disarmed.
  const registration = api.commands.registerCommand(ACCEPTED_COMMAND, (command: unknown) => {
    if (isArmed) onAccepted(stringOf(command) ?? 'unknown');
  });
  // The first run of a command waits for its activation event: let that be now, not at a Tab.
  void api.commands.executeCommand(ACCEPTED_COMMAND);

  function arm(isWanted: boolean): void {
    if (isArmed === isWanted) return;
    isArmed = isWanted;
    void api.commands.executeCommand('setContext', KEYS_CONTEXT, isWanted);
  }

  return Object.freeze({
    arm,
    isArmed: () => isArmed,
    dispose: () => {
      arm(false);
      registration.dispose();
    },
  });
}
