import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { type Keys, placeCaret } from '../../vscode/driver/keys.ts';
import { until } from '../../vscode/helpers.ts';
import type { Gestures } from './gestures.ts';
import type { Recorder } from './recording.ts';

/** Nothing came from the editor for this long: what was asked of it is done. */
const QUIET_MS = 130;
/** A reload from disk comes within two seconds, on a busy machine later. */
const DISK_LIMIT_MS = 20_000;
const OFFER_LIMIT_MS = 20_000;
const ASK_AGAIN_MS = 2_500;

/** What an AI offers at the caret; see `ai/extension.js`. */
export interface Offer {
  readonly text: string;
  /** The text before the caret that the offer replaces, as most providers do with a line's start. */
  readonly over?: string;
  /** The text behind the caret that the offer replaces. */
  readonly overBehind?: string;
  /** The text is a snippet, with places to fill in. */
  readonly isSnippet?: boolean;
}

/** What a session's script can do. Each call ends when the editor has gone quiet. */
export interface Stage {
  readonly keys: Keys;
  readonly gestures: Gestures;
  readonly folder: string;
  /** A file that is there from the start; call it before anything is opened. */
  readonly write: (name: string, text: string) => void;
  readonly read: (name: string) => string;
  readonly uri: (name: string) => vscode.Uri;
  /** Opens the file as a person does, so that closing its tab closes it. */
  readonly open: (name: string) => Promise<vscode.TextEditor>;
  readonly editor: () => vscode.TextEditor;
  readonly text: () => string;
  readonly type: (text: string) => Promise<void>;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly paste: (text: string) => Promise<void>;
  /** Puts the caret behind (or before) the first place of this text in the active editor. */
  readonly behind: (text: string) => Promise<void>;
  readonly before: (text: string) => Promise<void>;
  readonly select: (text: string) => Promise<void>;
  /** Offers this completion and waits until it is on screen. */
  readonly offer: (offer: Offer) => Promise<void>;
  /** Presses Tab on an offer and waits for its text. */
  readonly accept: (offer: Offer) => Promise<void>;
  readonly command: (id: string, ...args: readonly unknown[]) => Promise<unknown>;
  readonly save: () => Promise<void>;
  readonly closeEditor: () => Promise<void>;
  /** Something outside replaces the file by a rename, as most agents do. */
  readonly disk: (name: string, text: string) => void;
  /** The same in place, without a rename. */
  readonly diskInPlace: (name: string, text: string) => void;
  /** The editor itself has made this file, without opening it. */
  readonly madeFile: (name: string) => void;
  /** The hook of an agent is run with this payload. */
  readonly hook: (flag: string, payload: unknown) => void;
  /** Waits until the active editor's text suits. */
  readonly untilText: (what: string, suits: (text: string) => boolean) => Promise<void>;
  readonly quiet: (ms?: number) => Promise<void>;
}

export function createStage(
  keys: Keys,
  gestures: Gestures,
  recorder: Recorder,
  folder: string,
): Stage {
  const uri = (name: string): vscode.Uri => vscode.Uri.file(join(folder, name));

  function editor(): vscode.TextEditor {
    const active = vscode.window.activeTextEditor;
    if (active === undefined) throw new Error('no editor is open');
    return active;
  }

  const text = (): string => editor().document.getText();

  /** Waits until no event came for a moment; real time, for the editor works by real time. */
  async function quiet(ms = QUIET_MS): Promise<void> {
    let nSeen = recorder.nEvents();
    for (let since = Date.now(); Date.now() - since < ms; ) {
      await new Promise((resolve) => setTimeout(resolve, 15));
      if (recorder.nEvents() === nSeen) continue;
      nSeen = recorder.nEvents();
      since = Date.now();
    }
  }

  function write(name: string, content: string): void {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  async function open(name: string): Promise<vscode.TextEditor> {
    const target = uri(name);
    await vscode.commands.executeCommand('vscode.open', target, { preview: false });
    await until(
      `the editor of ${name}`,
      () => vscode.window.activeTextEditor?.document.uri.toString(),
      (active) => active === target.toString(),
    );
    await quiet();
    return editor();
  }

  async function caretAt(needle: string, toOffset: (start: number) => number): Promise<void> {
    const start = text().indexOf(needle);
    if (start < 0) throw new Error(`no ${JSON.stringify(needle)} in ${JSON.stringify(text())}`);
    await placeCaret(editor(), editor().document.positionAt(toOffset(start)));
  }

  async function select(needle: string): Promise<void> {
    const start = text().indexOf(needle);
    if (start < 0) throw new Error(`no ${JSON.stringify(needle)} in ${JSON.stringify(text())}`);
    const { document } = editor();
    const from = document.positionAt(start);
    await placeCaret(editor(), document.positionAt(start + needle.length), from);
    await quiet();
  }

  /** Asks again now and then, as a person would; a busy editor may lose the first request. */
  async function untilOffered(): Promise<void> {
    const selector = '.monaco-editor [class*="ghost-text"]';
    const deadline = Date.now() + OFFER_LIMIT_MS;
    for (let askAgainAt = Date.now() + ASK_AGAIN_MS; Date.now() < deadline; ) {
      const found = await gestures.perform({ kind: 'html', selector });
      if (Array.isArray(found) && found.length !== 0) return;
      if (Date.now() < askAgainAt) continue;
      await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
      askAgainAt = Date.now() + ASK_AGAIN_MS;
    }
    throw new Error('no completion was offered');
  }

  async function offer({
    text: offered,
    over = '',
    overBehind = '',
    ...kind
  }: Offer): Promise<void> {
    const { document, selection } = editor();
    const caret = document.offsetAt(selection.active);
    const start = caret - over.length;
    await vscode.commands.executeCommand('replayAi.offer', {
      uri: document.uri.toString(),
      text: offered,
      start,
      nBehind: overBehind.length,
      ...kind,
    });
    await untilOffered();
    // The last part of a ghost text may still be drawn, and Tab waits for the whole.
    await quiet(200);
  }

  async function accept(offered: Offer): Promise<void> {
    await offer(offered);
    const { version } = editor().document;
    await keys.press('Tab');
    await until(
      'the accepted text',
      () => editor().document.version,
      (now) => version < now,
    );
    await quiet();
  }

  return Object.freeze({
    keys,
    gestures,
    folder,
    write,
    read: (name: string) => readFileSync(join(folder, name), 'utf8'),
    uri,
    open,
    editor,
    text,
    type: async (typed: string) => {
      await keys.type(typed);
      await quiet();
    },
    press: async (...pressed: readonly string[]) => {
      for (const key of pressed) {
        await keys.press(key);
        await quiet(80);
      }
      await quiet();
    },
    paste: async (pasted: string) => {
      const { version } = editor().document;
      await keys.paste(pasted);
      await until(
        'the paste',
        () => editor().document.version,
        (now) => version < now,
      );
      await quiet();
    },
    behind: (needle: string) => caretAt(needle, (start) => start + needle.length),
    before: (needle: string) => caretAt(needle, (start) => start),
    select,
    offer,
    accept,
    command: async (id: string, ...args: readonly unknown[]) => {
      const answer: unknown = await vscode.commands.executeCommand(id, ...args);
      await quiet();
      return answer;
    },
    save: async () => {
      const { document } = editor();
      await keys.press('Control+S');
      await until(
        'the save',
        () => document.isDirty,
        (isDirty) => !isDirty,
      );
      await quiet(200);
    },
    closeEditor: async () => {
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await quiet(200);
    },
    disk: (name: string, content: string) => {
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.tmp`, content);
      renameSync(`${file}.tmp`, file);
      recorder.add({ type: 'disk', path: file, text: content });
    },
    diskInPlace: (name: string, content: string) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      recorder.add({ type: 'disk', path, text: content });
    },
    madeFile: (name: string) => {
      const path = join(folder, name);
      recorder.add({ type: 'disk', path, text: readFileSync(path, 'utf8') });
    },
    hook: (flag: string, payload: unknown) => {
      recorder.add({ type: 'hook', flag, payload });
    },
    untilText: async (what: string, suits: (now: string) => boolean) => {
      await until(what, text, suits, DISK_LIMIT_MS);
      await quiet();
    },
    quiet,
  });
}
