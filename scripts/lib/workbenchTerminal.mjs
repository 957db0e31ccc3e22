/** The integrated terminal: commands typed by real keys, and what is on its screen. */

import * as inPage from './workbenchPage.mjs';

/** The prompt of editorServer.mjs's shell: `$ `, or `[exit 1] $ ` after a command that failed. */
const PROMPT = /^(?:\[exit (\d+)\] )?\$$/;

/**
 * @typedef {{ timeoutMs?: number }} Limit
 *
 * @param {object} workbench
 * @param {import('playwright-core').Page} workbench.page
 * @param {<T>(what: string, reader: () => T, suits: (answer: T) => boolean, limit?: Limit) => Promise<T>} workbench.until
 * @param {(title: string) => Promise<void>} workbench.runCommand
 * @param {number} workbench.limitMs
 */
export function createTerminal({ page, until, runCommand, limitMs }) {
  /** Opens the integrated terminal unless it is open, and focuses it. */
  async function openTerminal() {
    const isOpen = (await page.evaluate(inPage.terminalText)) !== undefined;
    await runCommand(isOpen ? 'Terminal: Focus Terminal' : 'Terminal: Create New Terminal');
    const hasPrompt = (/** @type {string | undefined} */ text) => promptOf(text) !== undefined;
    await until("the terminal's prompt", inPage.terminalText, hasPrompt);
    await page.waitForSelector('.terminal-wrapper .xterm.focus', { timeout: limitMs });
  }

  /**
   * Types a command into the integrated terminal and waits until its prompt is back. What has scrolled away is not in
   * the output.
   *
   * @param {string} command one line
   * @param {Limit} [limit]
   * @returns {Promise<{ exitCode: number, output: string }>}
   */
  async function terminal(command, limit) {
    await openTerminal();
    await page.keyboard.type(command);
    const isTyped = (/** @type {string | undefined} */ text) =>
      promptOf(text) === undefined && flat(text).endsWith(flat(command));
    await until(`"${command}" in the terminal`, inPage.terminalText, isTyped);
    await page.keyboard.press('Enter');
    const hasPrompt = (/** @type {string | undefined} */ text) => promptOf(text) !== undefined;
    const screen =
      (await until(`"${command}" to end`, inPage.terminalText, hasPrompt, limit)) ?? '';
    return { exitCode: promptOf(screen)?.exitCode ?? 0, output: outputOf(screen, command) };
  }

  return Object.freeze({
    openTerminal,
    terminal,
    /** What is on its screen, or undefined where there is none. */
    terminalText: () => page.evaluate(inPage.terminalText),
  });
}

/** @param {string | undefined} screen @returns {{ exitCode: number } | undefined} the prompt that waits for a command */
function promptOf(screen) {
  const match = PROMPT.exec(screen?.split('\n').at(-1) ?? '');
  return match ? { exitCode: Number(match[1] ?? 0) } : undefined;
}

/** What stands between the command and the prompt. @param {string} screen @param {string} command */
function outputOf(screen, command) {
  const lines = screen.split('\n').slice(0, -1);
  const isCommand = (/** @type {string} */ line) =>
    /^(\[exit \d+\] )?\$ ./.test(line) && flat(command).startsWith(typedAt(line));
  let idx = lines.findLastIndex(isCommand);
  if (idx < 0) return lines.join('\n'); // Its line has scrolled away.
  for (
    let typed = typedAt(lines[idx]);
    typed.length < flat(command).length && idx < lines.length - 1;
  ) {
    idx += 1;
    typed += flat(lines[idx]);
  }
  return lines.slice(idx + 1).join('\n');
}

/** @param {string | undefined} line */
function typedAt(line) {
  return flat(line?.replace(/^(\[exit \d+\] )?\$ /, ''));
}

/** Without white space: a terminal breaks long lines where it likes. @param {string | undefined} text */
function flat(text) {
  return (text ?? '').replace(/\s+/g, '');
}
