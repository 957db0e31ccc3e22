/** The Chromium that plays the person in front of the editor. */

import { chromium } from 'playwright-core';
import { findChromium } from './system.mjs';

const ARGS = [
  '--no-sandbox', // Chromium refuses to run as root with it, and it opens nothing here but our own server.
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const LIMIT_MS = 120_000;

/**
 * Opens a browser window with the clipboard allowed. With `profileDir` it keeps its storage there, as a person's
 * browser does, and VS Code finds its open editors again.
 *
 * @param {{ viewport?: { width: number, height: number }, profileDir?: string }} [options]
 * @returns {Promise<{ page: import('playwright-core').Page, context: import('playwright-core').BrowserContext, close(): Promise<void> }>}
 */
export async function openBrowser({
  viewport = { width: 1280, height: 800 },
  profileDir = '',
} = {}) {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Error(
      'No Chromium or Chrome was found: install one, or name its program in COUNTERSIGN_CHROMIUM.',
    );
  }
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath,
    args: ARGS,
    timeout: LIMIT_MS,
    viewport,
    // It ends with our process by itself; Playwright's own handlers would keep a signal from ending that.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultNavigationTimeout(LIMIT_MS);
  // A page with unsaved work asks before it goes away; whoever closes it here means it.
  page.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
  return { page, context, close: () => context.close() };
}
