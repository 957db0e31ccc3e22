/**
 * The driver's end of what hands do beside pressing keys: an input method's composition (over Chromium's protocol,
 * as an input method does it) and dragging. Asked through files, like test/vscode/driver/keyBridge.mjs.
 */

import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linePlace } from '../../../scripts/lib/workbenchPage.mjs';

const POLL_MS = 25;
const STEP_PAUSE_MS = 60;

/**
 * Serves gestures until it is closed.
 *
 * @param {string} folder
 * @param {import('playwright-core').Page} page
 */
export function createGestureBridge(folder, page) {
  let isClosed = false;
  const serving = (async () => {
    while (!isClosed) {
      for (const name of await readdir(folder).catch(() => [])) {
        if (!/^req-.*\.json$/.test(name)) continue;
        const file = join(folder, name);
        const answer = await answerTo(page, JSON.parse(await readFile(file, 'utf8')));
        await rm(file);
        const response = join(folder, name.replace(/^req-/, 'res-'));
        await writeFile(`${response}.tmp`, JSON.stringify(answer));
        await rename(`${response}.tmp`, response);
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  })();
  return Object.freeze({
    async close() {
      isClosed = true;
      await serving.catch(() => {}); // Its page is going away.
    },
  });
}

/** @param {import('playwright-core').Page} page @param {any} gesture */
async function answerTo(page, gesture) {
  try {
    return { value: await perform(page, gesture) };
  } catch (error) {
    return { error: error.message };
  }
}

/** @param {import('playwright-core').Page} page @param {any} gesture */
async function perform(page, gesture) {
  switch (gesture.kind) {
    case 'compose':
      return compose(page, gesture);
    case 'drag':
      return drag(page, gesture);
    case 'drop':
      return drop(page, gesture);
    case 'clickText':
      return page
        .locator(gesture.selector, { hasText: gesture.text })
        .first()
        .click({ timeout: 5_000 });
    case 'html':
      return page.evaluate(
        (selector) => [...document.querySelectorAll(selector)].map((found) => found.outerHTML),
        gesture.selector,
      );
    default:
      throw new Error('no such gesture');
  }
}

/** @param {import('playwright-core').Page} page @param {{ steps: string[], text: string }} gesture */
async function compose(page, { steps, text }) {
  const session = await page.context().newCDPSession(page);
  try {
    for (const step of steps) {
      const selection = { selectionStart: step.length, selectionEnd: step.length };
      await session.send('Input.imeSetComposition', { text: step, ...selection });
      await page.waitForTimeout(STEP_PAUSE_MS);
    }
    await session.send('Input.insertText', { text });
  } finally {
    await session.detach();
  }
}

/** @param {import('playwright-core').Page} page @param {{ from: { line: number, over?: string }, to: { line: number, over?: string }, isCopy?: boolean }} gesture */
async function drag(page, { from, to, isCopy }) {
  const start = await page.evaluate(linePlace, from);
  const end = await page.evaluate(linePlace, to);
  if (!start || !end) throw new Error('the place is not on screen');
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  if (isCopy) await page.keyboard.down('Control');
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 5 });
  await page.mouse.move(end.x - 3, end.y, { steps: 5 });
  await page.waitForTimeout(STEP_PAUSE_MS);
  await page.mouse.up();
  if (isCopy) await page.keyboard.up('Control');
}

/** Drops text that comes from another program. @param {import('playwright-core').Page} page @param {{ text: string, to: { line: number, over?: string } }} gesture */
async function drop(page, { text, to }) {
  const place = await page.evaluate(linePlace, to);
  if (!place) throw new Error('the place is not on screen');
  await page.evaluate(
    ({ x, y, dropped }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/plain', dropped);
      const target = document.elementFromPoint(x, y);
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const where = { clientX: x, clientY: y, bubbles: true, cancelable: true, composed: true };
        target?.dispatchEvent(new DragEvent(type, { ...where, dataTransfer }));
      }
    },
    { x: place.x - 3, y: place.y, dropped: text },
  );
}
