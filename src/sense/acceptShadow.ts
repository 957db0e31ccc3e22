import type * as vscode from 'vscode';
import type { Disposable } from '../lifetime.ts';
import { disposeAll } from '../lifetime.ts';
import { errorText } from '../convert.ts';

/** Commands that accept a suggestion, or a part of one; editors that lack one are left alone. */
export const ACCEPT_COMMANDS: readonly string[] = [
  'editor.action.inlineSuggest.commit',
  'editor.action.inlineSuggest.acceptNextWord',
  'editor.action.inlineSuggest.acceptNextLine',
  'editor.action.acceptCursorTabSuggestion',
];

export interface AcceptHost {
  /** An accept command starts; the answer is called when it has ended. */
  readonly begin: (command: string) => () => void;
  readonly log: (message: string) => void;
}

type CommandsApi = Pick<typeof vscode, 'commands'>;

/**
 * Tier C by shadowing: the newest registration of a command id wins, so ours sees the key press
 * first and hands it on to the built-in one at once. This file is the whole mechanism.
 *
 * A Tab is never lost: the three messages "unregister, execute, register" leave in one go and the
 * editor takes them in that order, so that in this process the command is registered at all times
 * and no second Tab can meet a missing one. Nothing is awaited before the built-in one runs.
 */
export function createAcceptShadow(api: CommandsApi, host: AcceptHost): Disposable {
  const shadows: Disposable[] = [];
  let isDisposed = false;

  async function start(): Promise<void> {
    const known = new Set(await api.commands.getCommands(false));
    if (isDisposed) return;
    for (const command of ACCEPT_COMMANDS) {
      if (known.has(command)) shadows.push(shadowCommand(api, host, command));
    }
  }

  start().catch((error: unknown) => host.log(`accept commands not observed: ${errorText(error)}`));
  return {
    dispose: () => {
      isDisposed = true;
      disposeAll(shadows);
    },
  };
}

/** More calls at once than a held key gives in a slow second: then our own call came back to us. */
const MAX_NESTED = 50;

function shadowCommand(api: CommandsApi, host: AcceptHost, command: string): Disposable {
  let registration: Disposable | undefined;
  let isDisposed = false;
  let nRunning = 0;
  let isBouncing = false;

  function arm(): void {
    if (isDisposed || registration !== undefined) return;
    try {
      registration = api.commands.registerCommand(command, run);
    } catch (error) {
      host.log(`${command} is not observed: ${errorText(error)}`);
    }
  }

  function disarm(): void {
    registration?.dispose();
    registration = undefined;
  }

  /** Hands the call to the built-in command, which must find our registration gone. */
  function delegate(args: readonly unknown[]): Thenable<unknown> {
    disarm();
    try {
      return api.commands.executeCommand(command, ...args);
    } finally {
      if (!isBouncing) arm();
    }
  }

  async function run(...args: readonly unknown[]): Promise<unknown> {
    const end = host.begin(command);
    nRunning += 1;
    if (MAX_NESTED < nRunning && !isBouncing) {
      isBouncing = true;
      host.log(`${command}: calls come back to us, so it is observed again only after each ends`);
    }
    try {
      return await delegate(args);
    } finally {
      nRunning -= 1;
      if (nRunning === 0) arm();
      end();
    }
  }

  arm();
  return {
    dispose: () => {
      isDisposed = true;
      disarm();
    },
  };
}
