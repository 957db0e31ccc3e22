/** VS Code on screen, used as a person uses it: real keys, real clicks, and what can be read from the page. */

import { mkdir } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openBrowser } from './browser.mjs';
import * as inPage from './workbenchPage.mjs';
import { createTerminal } from './workbenchTerminal.mjs';

export { startServer } from './editorServer.mjs';

/** Generous, because a busy machine is slow and a wait that ends well costs nothing. */
const OPEN_LIMIT_MS = 120_000;
const LIMIT_MS = 30_000;
/** How long VS Code gets to offer a completion before it is asked again, as a person would. */
const GHOST_PATIENCE_MS = 2_500;
const TAKEN_PATIENCE_MS = 3_000;
const HOVER_PATIENCE_MS = 3_000;

const THEMES = Object.freeze({
  light: { name: 'Light 2026', bodyClass: 'vs' },
  dark: { name: 'Dark 2026', bodyClass: 'vs-dark' },
  'hc-dark': { name: 'Default High Contrast', bodyClass: 'hc-black' },
  'hc-light': { name: 'Default High Contrast Light', bodyClass: 'hc-light' },
});

/**
 * @typedef {keyof typeof THEMES} ThemeKind
 * @typedef {{ timeoutMs?: number }} Limit
 * @typedef {object} WorkbenchOptions
 * @property {string} [folder] absolute path of the folder to open
 * @property {string} [workspace] or of the `.code-workspace` file
 * @property {{ width: number, height: number }} [viewport]
 * @property {ThemeKind} [theme] default: dark
 * @property {string} [profileDir] the browser's storage; default: beside the server's data, so that closing and opening again shows the same editors
 * @property {string} [failureFolder] where a screenshot goes when a wait runs out
 *
 * @typedef {Awaited<ReturnType<typeof openWorkbench>>} Workbench
 */

/**
 * Opens a folder in the running server and resolves when the workbench is on screen. Every wait below ends with the
 * thing waited for or with an error that says what was on screen instead.
 *
 * @param {import('./editorServer.mjs').EditorServer} server
 * @param {WorkbenchOptions} [options]
 */
export async function openWorkbench(server, options = {}) {
  const { folder, workspace, viewport, theme = 'dark', failureFolder } = options;
  await server.changeUserSettings({ 'workbench.colorTheme': THEMES[theme].name });
  const profileDir = options.profileDir ?? join(server.dataDir, 'browser');
  const browser = await openBrowser({ profileDir, ...(viewport && { viewport }) });
  const { page } = browser;
  let nFailures = 0;

  /**
   * Reads the page until the answer suits or the time is over.
   *
   * @template T
   * @param {() => T} reader runs in the page
   * @param {(answer: T) => boolean} suits
   * @param {number} timeoutMs
   * @returns {Promise<{ isSuited: boolean, answer: T }>}
   */
  async function watch(reader, suits, timeoutMs) {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const answer = await page.evaluate(reader);
      if (suits(answer)) return { isSuited: true, answer };
      if (deadline <= Date.now()) return { isSuited: false, answer };
      // The next look comes after the page has painted again.
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 40))),
      );
    }
  }

  /**
   * Waits until a reader's answer suits, and returns that answer.
   *
   * @template T
   * @param {string} what for the error: "the lens 'Sign off'"
   * @param {() => T} reader runs in the page
   * @param {(answer: T) => boolean} suits
   * @param {Limit} [limit]
   * @returns {Promise<T>}
   */
  async function until(what, reader, suits, { timeoutMs = LIMIT_MS } = {}) {
    const { isSuited, answer } = await watch(reader, suits, timeoutMs);
    if (isSuited) return answer;
    throw await failure(what, timeoutMs, answer);
  }

  /** @param {string} what @param {number} timeoutMs @param {unknown} seen */
  async function failure(what, timeoutMs, seen) {
    const shown = typeof seen === 'string' ? seen : JSON.stringify(seen, null, 1);
    let message = `Waited ${timeoutMs / 1000} s for ${what}. On screen instead:\n${shown}`;
    if (failureFolder) {
      nFailures += 1;
      const file = join(failureFolder, `failure-${nFailures}.png`);
      await screenshot(file).catch(() => {});
      message += `\nScreenshot: ${file}`;
    }
    return new Error(message);
  }

  async function untilReady() {
    await page.waitForSelector('.monaco-workbench .part.statusbar .statusbar-item', {
      timeout: OPEN_LIMIT_MS,
    });
    await page.waitForSelector('.monaco-workbench .part.editor', { timeout: OPEN_LIMIT_MS });
  }

  /** @param {string} prefix @param {string} text */
  async function askQuickInput(prefix, text) {
    await page.keyboard.press('F1');
    const input = page.locator('.quick-input-widget input.input');
    await input.waitFor({ state: 'visible', timeout: LIMIT_MS });
    await input.fill(prefix + text);
  }

  async function untilQuickInputCloses() {
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: LIMIT_MS });
  }

  /** Opens a file by quick open. @param {string} path absolute, or relative to the folder @param {Limit} [limit] */
  async function openFile(path, limit) {
    const shown = isAbsolute(path) && folder ? relative(folder, path) : path;
    const name = shown.split('/').at(-1) ?? shown;
    await askQuickInput('', shown);
    await until(
      `quick open to list ${shown}`,
      inPage.quickInputRows,
      (rows) => rows[0]?.name === name,
      limit,
    );
    await page.keyboard.press('Enter');
    await untilQuickInputCloses();
    const tab = page.locator('.editor-group-container.active .tab.active', { hasText: name });
    await tab.waitFor({ state: 'visible', timeout: LIMIT_MS });
    await page.waitForSelector('.editor-group-container.active .monaco-editor[data-uri].focused', {
      timeout: LIMIT_MS,
    });
  }

  /** Runs a command from the palette by its title, "Category: Title" where it has one. @param {string} title @param {Limit} [limit] */
  async function runCommand(title, limit) {
    await askQuickInput('>', title);
    const rows = await until(
      `the palette to list "${title}"`,
      inPage.quickInputRows,
      (found) => found.some(({ name }) => name === title),
      limit,
    );
    const nDown = rows.findIndex(({ name }) => name === title);
    for (let idx = 0; idx < nDown; idx += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    // A command may open a question of its own in the same place, so the palette's input is what must go.
    const stillAsking = () => {
      const input = document.querySelector(
        '.quick-input-widget:not([style*="display: none"]) input.input',
      );
      return (
        input instanceof HTMLInputElement &&
        input.getClientRects().length > 0 &&
        input.value.startsWith('>')
      );
    };
    await until(`the palette to close after "${title}"`, stillAsking, (isAsking) => !isAsking);
  }

  /** Waits for an input box that a command opened, types the answer and presses Enter. @param {string} text */
  async function answerInput(text) {
    const input = page.locator('.quick-input-widget input.input');
    await input.waitFor({ state: 'visible', timeout: LIMIT_MS });
    await input.fill(text);
    await page.keyboard.press('Enter');
    await untilQuickInputCloses();
  }

  /** Picks an entry of a list that a command opened. @param {string | RegExp} name @param {Limit} [limit] */
  async function pickItem(name, limit) {
    const suits = (/** @type {string} */ text) =>
      typeof name === 'string' ? text === name : name.test(text);
    const isListed = (/** @type {{ name: string }[]} */ found) =>
      found.some((row) => suits(row.name));
    const rows = await until(`"${name}" in the list`, inPage.quickInputRows, isListed, limit);
    const idx = rows.findIndex((row) => suits(row.name));
    await page
      .locator('.quick-input-widget .quick-input-list .monaco-list-row')
      .nth(idx)
      .click({ timeout: LIMIT_MS });
  }

  /** Puts the caret there. @param {number} line 1-based @param {number} [column] 1-based */
  async function gotoLine(line, column = 1) {
    await askQuickInput(':', `${line}:${column}`);
    await page.keyboard.press('Enter');
    await untilQuickInputCloses();
    await until(`the caret at line ${line}`, inPage.statusItems, (items) =>
      items.some(
        ({ id, text }) => id === 'status.editor.selection' && text.startsWith(`Ln ${line},`),
      ),
    );
  }

  /** Waits for a completion to be offered, asks again by the palette if none comes, and returns its text. @param {Limit} [limit] */
  async function waitForGhostText({ timeoutMs = LIMIT_MS } = {}) {
    const deadline = Date.now() + timeoutMs;
    let before = '';
    // It is drawn in two goes, its first line last: it is there when it looks the same twice.
    const isDrawn = (/** @type {string} */ text) => {
      const isSame = text !== '' && text === before;
      before = text;
      return isSame;
    };
    for (;;) {
      const { isSuited, answer } = await watch(inPage.ghostText, isDrawn, GHOST_PATIENCE_MS);
      if (isSuited) return answer;
      if (deadline <= Date.now()) {
        throw await failure('a completion', timeoutMs, await page.evaluate(inPage.editorText));
      }
      await runCommand('Trigger Inline Suggestion');
    }
  }

  /**
   * Waits for a completion and presses Tab until the editor has taken it: an offer is drawn in two steps, and a key
   * pressed between them finds nothing to accept. A person presses again.
   *
   * @param {Limit} [limit]
   */
  async function acceptGhostText(limit) {
    for (let nTries = 0; ; nTries += 1) {
      const offered = await waitForGhostText(limit);
      await page.keyboard.press('Tab');
      const { isSuited } = await watch(inPage.ghostText, (text) => text === '', TAKEN_PATIENCE_MS);
      if (isSuited) return offered;
      if (nTries === 4)
        throw await failure('the completion to be taken', TAKEN_PATIENCE_MS, offered);
    }
  }

  /** Clicks an item of a CodeLens row; waits for it first. @param {string} text @param {Limit & { nth?: number }} [options] */
  async function clickLens(text, { nth = 0, timeoutMs = LIMIT_MS } = {}) {
    await waitForLens(text, { timeoutMs });
    const items = page.locator('.editor-group-container.active .codelens-decoration a', {
      hasText: text,
    });
    await items.nth(nth).click({ timeout: timeoutMs });
  }

  /** Waits until some row has an item with this text; returns all rows. @param {string} text @param {Limit} [limit] */
  function waitForLens(text, limit) {
    const suits = (/** @type {string[][]} */ rows) =>
      rows.some((row) => row.some((item) => item.includes(text)));
    return until(`the lens "${text}"`, inPage.lensRows, suits, limit);
  }

  /** Waits until no row has such an item. @param {string} text @param {Limit} [limit] */
  function waitForNoLens(text, limit) {
    const suits = (/** @type {string[][]} */ rows) =>
      !rows.some((row) => row.some((item) => item.includes(text)));
    return until(`the lens "${text}" to go`, inPage.lensRows, suits, limit);
  }

  /**
   * Rests the real pointer on a line and returns what its hover says.
   *
   * @param {number} line 1-based
   * @param {Limit & { over?: string, on?: 'text' | 'gutter' }} [options] `over`: the part of the line to rest on; else its first character
   */
  async function hoverText(line, { over, on = 'text', timeoutMs = LIMIT_MS } = {}) {
    const deadline = Date.now() + timeoutMs;
    const isLoaded = (/** @type {string[]} */ texts) =>
      texts.some(
        (text) =>
          !text.trimStart().toLowerCase().startsWith('loading') && !text.startsWith('(loading'),
      );
    for (;;) {
      const place = await page.evaluate(inPage.linePlace, { line, over });
      if (!place)
        throw new Error(
          `Line ${line}${over ? ` with "${over}"` : ''} is not on screen: go there first.`,
        );
      const x = on === 'gutter' ? place.gutterX : place.x;
      // From elsewhere, so that the editor sees the pointer come in.
      await page.mouse.move(x, 0);
      await page.mouse.move(x, place.y, { steps: 4 });
      const { isSuited, answer } = await watch(inPage.hoverTexts, isLoaded, HOVER_PATIENCE_MS);
      if (isSuited) return answer.join('\n\n');
      if (deadline <= Date.now()) throw await failure(`a hover on line ${line}`, timeoutMs, answer);
    }
  }

  /** @param {ThemeKind} kind */
  async function setTheme(kind) {
    await server.changeUserSettings({ 'workbench.colorTheme': THEMES[kind].name });
    await page.waitForSelector(`.monaco-workbench.${THEMES[kind].bodyClass}`, {
      timeout: LIMIT_MS,
    });
  }

  /** A PNG of the whole page, or of one part of it. @param {string} file @param {{ selector?: string }} [options] */
  async function screenshot(file, { selector } = {}) {
    await mkdir(dirname(file), { recursive: true });
    if (selector === undefined) await page.screenshot({ path: file });
    else await page.locator(selector).first().screenshot({ path: file });
  }

  /**
   * Waits until VS Code has put an unsaved text aside, which it does about a second after the last key: from then on
   * a reload, or a new window, restores it.
   *
   * @param {string} part of the text
   * @param {Limit} [limit]
   */
  async function waitForBackup(part, { timeoutMs = LIMIT_MS } = {}) {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const backups = await server.backups();
      if (backups.some((text) => text.includes(part))) return;
      if (deadline <= Date.now())
        throw await failure(`a backup with ${JSON.stringify(part)}`, timeoutMs, backups);
      await delay(50);
    }
  }

  async function reload() {
    await page.reload();
    await untilReady();
  }

  try {
    await page.goto(server.url(workspace ?? folder));
    await untilReady();
    await page.waitForSelector(`.monaco-workbench.${THEMES[theme].bodyClass}`, {
      timeout: LIMIT_MS,
    });
  } catch (error) {
    await browser.close();
    throw new Error(
      `VS Code did not open in the browser: ${error.message}\n${server.output().slice(-2_000)}`,
      { cause: error },
    );
  }

  return Object.freeze({
    /** Playwright's page, for what is not here. */
    page,
    until,
    openFile,
    runCommand,
    answerInput,
    pickItem,
    gotoLine,
    /** Types into whatever has the focus. A line break is Enter, and the editor indents and closes brackets as it does for a person. */
    type: (/** @type {string} */ text) => page.keyboard.type(text),
    /** One key with its modifiers, as Playwright names them: `Control+Shift+K`. */
    press: (/** @type {string} */ keys) => page.keyboard.press(keys),
    /** A real paste of this text: the clipboard is set, then the key is pressed. */
    async paste(/** @type {string} */ text) {
      await page.evaluate((value) => navigator.clipboard.writeText(value), text);
      await page.keyboard.press('ControlOrMeta+V');
    },
    /** Puts the focus back into the active editor. */
    focusEditor: () => runCommand('View: Focus Active Editor Group'),
    save: async () => {
      await page.keyboard.press('ControlOrMeta+S');
      await page
        .locator('.editor-group-container.active .tab.active.dirty')
        .waitFor({ state: 'detached', timeout: LIMIT_MS });
    },
    editorText: () => page.evaluate(inPage.editorText),
    waitForEditorText: (/** @type {string} */ part, /** @type {Limit} */ limit) =>
      until(
        `the text ${JSON.stringify(part)} in the editor`,
        inPage.editorText,
        (text) => text.includes(part),
        limit,
      ),
    waitForGhostText,
    acceptGhostText,
    ghostText: () => page.evaluate(inPage.ghostText),
    lenses: () => page.evaluate(inPage.lensRows),
    waitForLens,
    waitForNoLens,
    clickLens,
    statusBarItems: () => page.evaluate(inPage.statusItems),
    waitForStatusBar: (/** @type {RegExp} */ pattern, /** @type {Limit} */ limit) =>
      until(
        `a status bar item like ${pattern}`,
        inPage.statusItems,
        (items) => items.some(({ text, label }) => pattern.test(text) || pattern.test(label)),
        limit,
      ),
    notifications: () => page.evaluate(inPage.notificationItems),
    waitForNotification: (/** @type {RegExp} */ pattern, /** @type {Limit} */ limit) =>
      until(
        `a notification like ${pattern}`,
        inPage.notificationItems,
        (items) => items.some(({ text }) => pattern.test(text)),
        limit,
      ),
    clickNotification: (/** @type {string} */ button) =>
      page
        .locator('.notification-list-item .monaco-button', { hasText: button })
        .first()
        .click({ timeout: LIMIT_MS }),
    dialog: () => page.evaluate(inPage.dialogOnScreen),
    waitForDialog: (/** @type {RegExp} */ pattern, /** @type {Limit} */ limit) =>
      until(
        `a dialog like ${pattern}`,
        inPage.dialogOnScreen,
        (box) => box !== undefined && pattern.test(`${box.message}\n${box.detail}`),
        limit,
      ),
    clickDialog: (/** @type {string} */ button) =>
      page
        .locator('.monaco-dialog-box .monaco-button', { hasText: button })
        .first()
        .click({ timeout: LIMIT_MS }),
    hoverText,
    /** The number of elements on the page that match. */
    count: (/** @type {string} */ selector) => page.locator(selector).count(),
    decorations: () => page.evaluate(inPage.extensionDecorations),
    waitForDecorations: (
      /** @type {(found: ReturnType<typeof inPage.extensionDecorations>) => boolean} */ suits,
      /** @type {Limit} */ limit,
    ) => until('the decorations', inPage.extensionDecorations, suits, limit),
    overviewRulerColors: () => page.evaluate(inPage.overviewRulerColors),
    ...createTerminal({ page, until, runCommand, limitMs: LIMIT_MS }),
    setTheme,
    screenshot,
    waitForBackup,
    reload,
    close: () => browser.close(),
  });
}
