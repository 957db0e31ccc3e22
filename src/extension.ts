import * as vscode from 'vscode';
import { type Activation, activateExtension } from './activation.ts';

let active: Activation | undefined;

/** Wiring only: hands the editor's API to the rest of the extension, which never imports it. */
export function activate(context: vscode.ExtensionContext): void {
  // The agent's hooks in agent-plugin/ run from this process, and find Node by this where none is on PATH.
  process.env['COUNTERSIGN_RUNTIME'] ??= process.execPath;
  active = activateExtension(vscode, context, process);
}

export async function deactivate(): Promise<void> {
  await active?.stop();
  active = undefined;
}
