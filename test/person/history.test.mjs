/** The history of a block: opened from its lens, palette, menu and hover, used by keys alone. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import {
  ASSISTANT,
  acceptParsePrice,
  assertNoToast,
  eventually,
  git,
  journal,
  signOff,
  usePerson,
} from './person.mjs';

const SHOW = 'Countersign: Show the History of This Block';
const PICTURES = process.env['COUNTERSIGN_TEST_PICTURES'];

describe('the history of a block', () => {
  const person = usePerson('history', { userSettings: { 'editor.autoClosingBrackets': 'never' } });

  it('opens from the lens, in four themes, follows what happens, and shows what changed', async () => {
    const workbench = await person.open(person.sample());
    await acceptParsePrice(workbench);
    await workbench.clickLens('History');
    const [written] = await rows(workbench, isWritten);
    assert.match(written, new RegExp(`^Written by AI *just now · ${ASSISTANT} · 15 lines$`));
    await paneTitle(workbench);
    await message(workbench, /^parsePrice · src\/price\.ts:10 · unverified$/);
    await signOff(workbench);
    await rows(workbench, ([top]) => /^Signed off by Sam Sample *just now/.test(top));
    await changeBlock(workbench);
    const found = await rows(workbench, ([top]) => top.startsWith('Changed since'));
    assert.match(found[0], /^Changed since signed *\+1 −0 · by hand$/);
    // What was typed before the editor had started its extensions is nobody's.
    assert.deepEqual(
      found.slice(1, 4).map((row) => row.replace(/ *just now.*$| by Sam Sample.*$/, '')),
      ['Typed by hand', 'Signed off', 'Written by AI'],
    );
    for (const theme of ['light', 'hc-light', 'hc-dark', 'dark']) {
      await workbench.setTheme(theme);
      await picture(workbench, `history-${theme}`);
    }
    const spoken = await workbench.page
      .locator(`${PANE} .monaco-list-row`)
      .first()
      .getAttribute('aria-label');
    assert.match(spoken ?? '', /by hand\. Press Enter to see what changed since\.$/);

    // By keys alone: to the view, to the row of the sign-off, and into the difference.
    await workbench.runCommand(SHOW);
    await focused(workbench);
    await workbench.press('Home');
    await workbench.press('ArrowDown');
    await workbench.press('ArrowDown');
    await workbench.press('Enter');
    await tab(workbench, /parsePrice: reviewed by Sam Sample on \d{4}-\d\d-\d\d ↔ now/);
    await workbench.page
      .locator('.monaco-diff-editor .char-insert, .monaco-diff-editor .line-insert')
      .first()
      .waitFor();
    await picture(workbench, 'history-diff');
    await assertNoToast(workbench);
  });

  it('says in words what it is before it is opened, and why there is none', async () => {
    const workbench = await person.open(person.sample());
    // The palette knows the extension once a file is open.
    await workbench.openFile('README.md');
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand(SHOW);
    await welcome(workbench, /Who wrote a block of AI code/);
    await picture(workbench, 'history-welcome');
    await workbench.openFile('README.md');
    await workbench.runCommand(SHOW);
    await welcome(workbench, /No AI code is recorded in this file/);
    await picture(workbench, 'history-no-ai');
    await acceptParsePrice(workbench);
    await workbench.gotoLine(1);
    await workbench.runCommand(SHOW);
    await welcome(workbench, /no AI code at this place/);
    await assertNoToast(workbench);
  });

  it('opens the commit that brought the code, and copies a row', async () => {
    const folder = person.sample();
    const workbench = await person.open(folder);
    await acceptParsePrice(workbench);
    await signOff(workbench);
    await workbench.save();
    git(folder, 'commit', '--quiet', '-am', 'Parse prices');
    git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'Nothing more');
    await workbench.clickLens('History');
    await rows(workbench, (found) => found.some((row) => row.startsWith('Signed off')));
    await eventually(
      workbench,
      'the ledger',
      () => git(folder, 'for-each-ref', 'refs/notes/countersign') !== '',
    );
    await workbench.runCommand('Countersign: Refresh the Block History');
    await rows(workbench, (found) => found.some((row) => row.startsWith('Committed')));
    await workbench.page
      .locator(`${PANE} .monaco-list-row`, { hasText: 'Committed' })
      .click({ button: 'right' });
    await picture(workbench, 'history-menu');
    await chooseInMenu(workbench, 'Copy This Entry');
    // The status bar says so for a few seconds only.
    const copied = await workbench.until(
      'the copied row',
      () => navigator.clipboard.readText(),
      (text) => text !== '',
    );
    assert.match(copied, /UTC · Committed · Code [0-9a-f]{12}$/);
    await workbench.page.locator(`${PANE} .monaco-list-row`, { hasText: 'Committed' }).click();
    await tab(workbench, /Parse prices/);
    await picture(workbench, 'history-commit');
  });

  it('opens from the hover and from the editor’s menu, outside git too', async () => {
    const folder = person.sample();
    rmSync(join(folder, '.git'), { recursive: true });
    const workbench = await person.open(folder);
    await acceptParsePrice(workbench);
    await workbench.hoverText(12);
    await picture(workbench, 'history-hover');
    await workbench.page.locator('.monaco-hover a', { hasText: 'History' }).first().click();
    await rows(workbench, isWritten);
    await message(workbench, /in no git repository/);
    await picture(workbench, 'history-outside');
    await workbench.focusEditor();
    await workbench.press('Shift+F10');
    await chooseInMenu(workbench, 'Show the History of This Block');
    await focused(workbench);
    await assertNoToast(workbench);
  });
});

describe('the history of a block in an untrusted workspace', () => {
  const person = usePerson('history-untrusted', { trust: 'untrusted' });

  it('tells what was seen there, and why it is not more', async () => {
    const folder = person.sample();
    const workbench = await person.open(folder);
    await acceptParsePrice(workbench);
    await workbench.clickLens('History');
    await rows(workbench, isWritten);
    await message(workbench, /not trusted/);
    await picture(workbench, 'history-untrusted');
    assert.deepEqual(journal(folder), []);
  });
});

const PANE = '.composite.viewlet .pane';

/** @param {readonly string[]} found */
function isWritten(found) {
  return found.some((row) => row.startsWith('Written by AI'));
}

/** The rows on screen, top to bottom, once they suit. */
function rows(workbench, suits) {
  return workbench.until(
    'the rows of the history',
    () =>
      [...document.querySelectorAll('.composite.viewlet .pane .monaco-list-row[role="treeitem"]')]
        .map((row) => ({
          top: row.getBoundingClientRect().top,
          text: [
            row.querySelector('.label-name')?.textContent ?? '',
            row.querySelector('.label-description')?.textContent ?? '',
          ].join(' '),
        }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ').trim()),
    (found) => 0 < found.length && suits(found),
  );
}

function paneTitle(workbench) {
  return workbench.until(
    'the title of the view',
    () => document.querySelector('.part.sidebar')?.textContent ?? '',
    (text) => /· history/.test(text),
  );
}

function welcome(workbench, pattern) {
  return workbench.until(
    `the view to say ${pattern}`,
    () => document.querySelector('.part.sidebar .welcome-view')?.textContent ?? '',
    (text) => pattern.test(text),
  );
}

function message(workbench, pattern) {
  return workbench.until(
    `the view's message ${pattern}`,
    () => document.querySelector('.part.sidebar .message')?.textContent ?? '',
    (text) => pattern.test(text),
  );
}

/** A menu that has just opened takes no clicks yet, but keys. */
async function chooseInMenu(workbench, words) {
  const item = workbench.page.locator('.monaco-menu .action-item', { hasText: words });
  // The pointer may stand there already: only a move tells the menu.
  await item.hover({ position: { x: 20, y: 6 } });
  await item.hover({ position: { x: 40, y: 12 } });
  await workbench.page.locator('.monaco-menu .action-item.focused', { hasText: words }).waitFor();
  await workbench.press('Enter');
}

/** The view has the keys. */
function focused(workbench) {
  return workbench.until(
    'the focus in the view',
    () => document.activeElement?.closest('.part.sidebar') !== null,
    (isThere) => isThere,
  );
}

function tab(workbench, pattern) {
  return workbench.until(
    `a tab ${pattern}`,
    () =>
      [...document.querySelectorAll('.tab.active')].map((one) => one.textContent ?? '').join(' | '),
    (text) => pattern.test(text),
  );
}

/** A person adds a statement to the block, so that its sign-off is outdated. */
async function changeBlock(workbench) {
  await workbench.focusEditor();
  const text = await workbench.editorText();
  const line = text.split('\n').findIndex((one) => one.includes('const cents')) + 1;
  await workbench.gotoLine(line);
  await workbench.press('End');
  await workbench.type('\nconst fee = 1;');
  await workbench.waitForLens('· outdated');
}

/** For people who want to look: a folder to put pictures into. */
async function picture(workbench, name) {
  if (PICTURES) await workbench.screenshot(join(PICTURES, `${name}.png`));
}
