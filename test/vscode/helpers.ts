import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';

/** True when the editor's reasons are hidden, as on stable VS Code without the opt-in. */
export const IS_STABLE_MODE = process.env['COUNTERSIGN_TEST_FORCE_STABLE'] === '1';

/** The tool that an accept is recorded with in this mode. */
export const TOOL = IS_STABLE_MODE ? undefined : 'countersign-test.completion-provider';
export const TIER = IS_STABLE_MODE ? 'command' : 'platform';
export const SHOWN_TOOL = TOOL ?? 'unknown tool';

export function folder(): string {
  const first = vscode.workspace.workspaceFolders?.[0];
  assert.ok(first, 'the suite needs a folder');
  return first.uri.fsPath;
}

/** A new file of the workspace, open and empty or with this text, with the caret at its end. */
export async function openNew(name: string, text = ''): Promise<vscode.TextEditor> {
  const file = join(folder(), name);
  writeFileSync(file, text);
  const document = await vscode.workspace.openTextDocument(file);
  const editor = await vscode.window.showTextDocument(document);
  return editor;
}

/** Reads until the answer suits; the waits of a test end with what they wait for, or say what was there. */
export async function until<T>(
  what: string,
  read: () => T | Thenable<T>,
  suits: (answer: T) => boolean,
  limitMs = 15_000,
): Promise<T> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const answer = await read();
    if (suits(answer)) return answer;
    if (deadline < Date.now()) assert.fail(`${what}: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Titles of our lenses, top to bottom. */
export async function lenses(uri: vscode.Uri): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
    100,
  );
  return found
    .filter(({ command }) => command?.command.startsWith('countersign.'))
    .sort(
      (a, b) =>
        a.range.start.line - b.range.start.line || Number(isOfBlock(b)) - Number(isOfBlock(a)),
    )
    .map(({ command }) => command?.title ?? '');
}

/** The lens that is filled in when it is shown: the command hands those out last, the editor does not. */
function isOfBlock({ command }: vscode.CodeLens): boolean {
  return command?.title.startsWith('AI · ') === true;
}

export function untilLens(uri: vscode.Uri, part: string): Promise<readonly string[]> {
  return until(
    `the lens "${part}"`,
    () => lenses(uri),
    (titles) => titles.some((title) => title.includes(part)),
  );
}

/** Runs the command of the first lens with this title, as a click does. */
export async function runLens(uri: vscode.Uri, title: string): Promise<void> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
    100,
  );
  const command = found.find((lens) => lens.command?.title === title)?.command;
  assert.ok(command, `no lens "${title}"`);
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

export interface JournalLine {
  readonly kind: string;
  readonly via?: string;
  readonly subject: { readonly path: string; readonly symbol?: string };
  readonly by: { readonly id: string; readonly name?: string };
  readonly detail: {
    readonly origin?: { readonly kind: string; readonly tool?: string };
    readonly tier?: string;
    readonly nChars?: number;
  };
}

/** Records of the repository's journal about one path. */
export function journalOf(path: string): readonly JournalLine[] {
  const dir = join(folder(), '.git/countersign/journal/main');
  let names: string[];
  try {
    names = readdirSync(dir);
  } catch {
    return [];
  }
  return names
    .flatMap((name) => readFileSync(join(dir, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line): JournalLine => JSON.parse(line).record)
    .filter(({ subject }) => subject.path === path);
}
