/**
 * Real keys for tests that run in the extension host. Under `npm run test:editor` the driver presses them in the
 * browser; each call resolves when the key is pressed, not when VS Code has acted on it: wait for what the test expects.
 *
 * Desktop VS Code (`npm run test:electron`) has no such driver: COUNTERSIGN_KEY_BRIDGE is not set, `isReal` is false,
 * and a key falls back to the command that VS Code binds to it (below). That tests everything behind the keybinding
 * but not the keybinding: a test that is about keys, the page or a screenshot asks `isReal` first.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';

/** One thing for the driver to do; its answer carries when it was done. */
export type KeyStep =
  | { readonly press: string }
  | { readonly type: string }
  | { readonly pasteText: string }
  | { readonly screenshot: string }
  | { readonly click: string }
  | { readonly hover: string }
  | { readonly read: string; readonly arg?: unknown };

export interface KeyResult {
  /** Milliseconds since 1970 just before the step, on the clock the extension host has too. */
  readonly at: number;
  readonly value?: unknown;
}

export interface Keys {
  /** False where keys fall back to commands. */
  readonly isReal: boolean;
  /** Presses keys one after the other, named as Playwright names them: `Tab`, `Control+Z`. */
  press(...keys: readonly string[]): Promise<readonly KeyResult[]>;
  /** Types into whatever has the focus; the editor indents and closes brackets as it does for a person. */
  type(text: string): Promise<void>;
  /** Pastes this text through the real clipboard. */
  paste(text: string): Promise<void>;
  /** A PNG of the whole window. Does nothing where keys are not real. */
  screenshot(file: string): Promise<void>;
  /** Clicks the first element that matches. Only where keys are real. */
  click(selector: string): Promise<void>;
  /** Rests the pointer on the first element that matches. Only where keys are real. */
  hover(selector: string): Promise<void>;
  /** Asks a reader of scripts/lib/workbenchPage.mjs by its name, `lensRows` for one. Only where keys are real. */
  read(reader: string, arg?: unknown): Promise<unknown>;
  /** Several steps with nothing in between. Only where keys are real. */
  perform(steps: readonly KeyStep[]): Promise<readonly KeyResult[]>;
}

const ANSWER_LIMIT_MS = 60_000;
const POLL_MS = 20;
const ASK_AGAIN_MS = 2_500;

const FALLBACKS: Readonly<Record<string, string>> = {
  Tab: 'editor.action.inlineSuggest.commit',
  Escape: 'editor.action.inlineSuggest.hide',
  'Control+ArrowRight': 'editor.action.inlineSuggest.acceptNextWord',
  Backspace: 'deleteLeft',
  Delete: 'deleteRight',
  ArrowLeft: 'cursorLeft',
  ArrowRight: 'cursorRight',
  ArrowUp: 'cursorUp',
  ArrowDown: 'cursorDown',
  Home: 'cursorHome',
  End: 'cursorEnd',
  'Control+Home': 'cursorTop',
  'Control+End': 'cursorBottom',
  'Control+A': 'editor.action.selectAll',
  'Control+C': 'editor.action.clipboardCopyAction',
  'Control+X': 'editor.action.clipboardCutAction',
  'Control+V': 'editor.action.clipboardPasteAction',
  'Control+Z': 'undo',
  'Control+Y': 'redo',
  'Control+S': 'workbench.action.files.save',
};

/** The keys of the run this process is in. `fallbacks` names commands for more keys, or other commands. */
export function createKeys(fallbacks: Readonly<Record<string, string>> = {}): Keys {
  const folder = process.env['COUNTERSIGN_KEY_BRIDGE'];
  return folder === undefined ? commandKeys({ ...FALLBACKS, ...fallbacks }) : realKeys(folder);
}

/**
 * Puts the caret there and resolves when VS Code has done so. Assigning `editor.selection` alone only asks for it: a
 * real key pressed at once still lands at the old place.
 */
export async function placeCaret(
  editor: vscode.TextEditor,
  position: vscode.Position,
  anchor: vscode.Position = position,
): Promise<void> {
  editor.selection = new vscode.Selection(anchor, position);
  editor.revealRange(new vscode.Range(position, position));
  // The window works through what we send in order, so its answer to this comes after the caret's move.
  await vscode.commands.executeCommand('setContext', 'countersign.test.caret', position.line);
}

/**
 * Resolves when a completion is offered in the active editor; asks for one again now and then, as a person would. On
 * a busy machine the first request may be lost. Where keys are not real it can only ask: accept until the text is there.
 */
export async function untilGhostText(keys: Keys, timeLimitMs = 30_000): Promise<void> {
  const trigger = () => vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
  if (!keys.isReal) return void (await trigger());
  const deadline = Date.now() + timeLimitMs;
  for (let askAgainAt = Date.now() + ASK_AGAIN_MS; Date.now() < deadline; ) {
    if ((await keys.read('ghostText')) !== '') return;
    if (askAgainAt <= Date.now()) {
      await trigger();
      askAgainAt = Date.now() + ASK_AGAIN_MS;
    }
  }
  throw new Error(`No completion was offered within ${timeLimitMs / 1000} s.`);
}

function realKeys(folder: string): Keys {
  const perform = (steps: readonly KeyStep[]) => ask(folder, steps);
  return Object.freeze({
    isReal: true,
    perform,
    press: (...keys: readonly string[]) => perform(keys.map((press) => ({ press }))),
    type: async (text: string) => void (await perform([{ type: text }])),
    paste: async (text: string) => void (await perform([{ pasteText: text }])),
    screenshot: async (file: string) => void (await perform([{ screenshot: file }])),
    click: async (selector: string) => void (await perform([{ click: selector }])),
    hover: async (selector: string) => void (await perform([{ hover: selector }])),
    read: async (read: string, arg?: unknown) => (await perform([{ read, arg }]))[0]?.value,
  });
}

function commandKeys(commands: Readonly<Record<string, string>>): Keys {
  const unreal = async (): Promise<never> => {
    throw new Error('There is no driver in this run: ask `isReal` first.');
  };
  const press = async (key: string): Promise<KeyResult> => {
    const command = commands[key];
    if (command === undefined && key !== 'Enter') throw new Error(`No command stands for ${key}.`);
    const at = Date.now();
    if (command === undefined) await vscode.commands.executeCommand('type', { text: '\n' });
    else await vscode.commands.executeCommand(command);
    return { at };
  };
  return Object.freeze({
    isReal: false,
    press: async (...keys: readonly string[]) => {
      const results: KeyResult[] = [];
      for (const key of keys) results.push(await press(key));
      return results;
    },
    // Character by character, as a keyboard sends them.
    type: async (text: string) => {
      for (const character of text) {
        await vscode.commands.executeCommand('type', { text: character });
      }
    },
    paste: async (text: string) => {
      await vscode.env.clipboard.writeText(text);
      await vscode.commands.executeCommand('editor.action.clipboardPasteAction');
    },
    screenshot: async () => {},
    click: unreal,
    hover: unreal,
    read: unreal,
    perform: unreal,
  });
}

async function ask(folder: string, steps: readonly KeyStep[]): Promise<readonly KeyResult[]> {
  const id = `${Date.now()}-${randomUUID()}`;
  const request = join(folder, `req-${id}.json`);
  const response = join(folder, `res-${id}.json`);
  writeFileSync(`${request}.tmp`, JSON.stringify({ steps }));
  renameSync(`${request}.tmp`, request);
  await untilThere(folder, response);
  const answer: unknown = JSON.parse(readFileSync(response, 'utf8'));
  rmSync(response);
  if (!isAnswer(answer)) throw new Error('The driver sent an answer that cannot be read.');
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.results;
}

/** By the folder's events, and by looking now and then: some file systems send none. */
function untilThere(folder: string, file: string): Promise<void> {
  return new Promise((there, fail) => {
    const finish = (error?: Error) => {
      watcher.close();
      clearInterval(poll);
      clearTimeout(limit);
      if (error === undefined) there();
      else fail(error);
    };
    const look = () => {
      if (existsSync(file)) finish();
    };
    const watcher = watch(folder, look);
    const poll = setInterval(look, POLL_MS);
    const limit = setTimeout(() => {
      finish(new Error(`The driver did not answer within ${ANSWER_LIMIT_MS / 1000} s.`));
    }, ANSWER_LIMIT_MS);
    look();
  });
}

function isAnswer(
  value: unknown,
): value is { readonly results: readonly KeyResult[]; readonly error?: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'results' in value &&
    Array.isArray(value.results)
  );
}
