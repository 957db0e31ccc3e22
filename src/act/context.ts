import type * as vscode from 'vscode';
import type { ServerClient } from '../serverProcess.ts';
import type { BlockStore } from '../show/blockStore.ts';
import type { RunCli } from './cli.ts';

/** What commands may use. The editor is handed in, so that they run under a fake as well. */
export interface ActContext {
  readonly api: typeof vscode;
  readonly store: BlockStore;
  /** Rejects with a sentence for the person while the server cannot be had. */
  readonly server: () => Promise<ServerClient>;
  readonly runCli: RunCli;
  readonly log: vscode.LogOutputChannel;
  readonly extensionVersion: string;
}
