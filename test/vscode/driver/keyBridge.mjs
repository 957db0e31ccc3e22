/**
 * The driver's end of the key bridge. The suite puts `req-<id>.json` into a folder, `{ steps: [...] }`; we perform the
 * steps with the page's real keyboard and pointer, one request after the other, and answer `res-<id>.json`:
 * `{ results: [...] }` or `{ error }`. Both are written aside and renamed, so neither side reads half a file.
 */

import { watch } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as readers from '../../../scripts/lib/workbenchPage.mjs';

const READERS = new Map(Object.entries(readers));
const POLL_MS = 100;
const STEP_LIMIT_MS = 30_000;

/**
 * @typedef {{ press: string } | { type: string } | { pasteText: string } | { screenshot: string } | { click: string }
 *   | { hover: string } | { read: string, arg?: unknown }} KeyStep
 */

/**
 * Serves requests until it is closed.
 *
 * @param {string} folder
 * @param {import('playwright-core').Page} page
 */
export function createKeyBridge(folder, page) {
  let isClosed = false;
  let isLooking = false;
  let shallLookAgain = false;
  /** @type {Promise<void>} */
  let looking = Promise.resolve();

  async function look() {
    for (const name of (await readdir(folder).catch(() => [])).filter(isRequest).sort()) {
      if (isClosed) return;
      const file = join(folder, name);
      const answer = await perform(JSON.parse(await readFile(file, 'utf8')).steps);
      await rm(file);
      const response = join(folder, name.replace(/^req-/, 'res-'));
      await writeFile(`${response}.tmp`, JSON.stringify(answer));
      await rename(`${response}.tmp`, response);
    }
  }

  /** @param {KeyStep[]} steps */
  async function perform(steps) {
    const results = [];
    try {
      for (const step of steps) {
        const at = Date.now();
        const value = await performStep(page, step);
        results.push({ at, ...(value !== undefined && { value }) });
      }
      return { results };
    } catch (error) {
      return {
        results,
        error: `Step ${JSON.stringify(steps[results.length])} failed: ${error.message}`,
      };
    }
  }

  function lookSoon() {
    shallLookAgain = true;
    if (isLooking || isClosed) return;
    isLooking = true;
    looking = (async () => {
      while (shallLookAgain && !isClosed) {
        shallLookAgain = false;
        await look();
      }
      isLooking = false;
    })();
  }

  const watcher = watch(folder, lookSoon);
  // Some file systems report no events.
  const poll = setInterval(lookSoon, POLL_MS);
  return Object.freeze({
    async close() {
      isClosed = true;
      watcher.close();
      clearInterval(poll);
      await looking.catch(() => {}); // Its page is going away: what fails now has nobody to answer to.
    },
  });
}

/** @param {import('playwright-core').Page} page @param {KeyStep} step @returns {Promise<unknown>} */
async function performStep(page, step) {
  if ('press' in step) return page.keyboard.press(step.press);
  if ('type' in step) return page.keyboard.type(step.type);
  if ('pasteText' in step) {
    await page.evaluate((text) => navigator.clipboard.writeText(text), step.pasteText);
    return page.keyboard.press('ControlOrMeta+V');
  }
  if ('screenshot' in step) {
    await mkdir(dirname(step.screenshot), { recursive: true });
    await page.screenshot({ path: step.screenshot });
    return undefined;
  }
  if ('click' in step) return page.locator(step.click).first().click({ timeout: STEP_LIMIT_MS });
  if ('hover' in step) return page.locator(step.hover).first().hover({ timeout: STEP_LIMIT_MS });
  const reader = 'read' in step ? READERS.get(step.read) : undefined;
  if (reader !== undefined) return page.evaluate(reader, step.arg);
  throw new Error('no such step');
}

/** @param {string} name */
function isRequest(name) {
  return /^req-.*\.json$/.test(name);
}
