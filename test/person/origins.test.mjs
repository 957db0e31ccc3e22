/** Whose code is it: the view of who wrote each line, corrections, copies, and pastes from outside. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import {
  ASSISTANT,
  acceptAtEnd,
  acceptParsePrice,
  assertNoToast,
  eventually,
  journal,
  usePerson,
} from './person.mjs';

const SHOW = 'Countersign: Show Who Wrote Each Line';
const HIDE = 'Countersign: Hide Who Wrote Each Line';
const PICTURES = process.env['COUNTERSIGN_TEST_PICTURES'];
const OUTSIDE = [
  'export function outsideOne(a: number): number {',
  '  const b = a + 1;',
  '  const c = b * 2;',
  '  const d = c - 3;',
  '  return d;',
  '}',
].join('\n');

describe('the origins of lines', () => {
  const person = usePerson('origins', {
    userSettings: {
      'editor.autoClosingBrackets': 'never',
      'editor.suggestOnTriggerCharacters': false,
    },
  });

  it('stand before each line, in four themes, and follow what is typed', async () => {
    const workbench = await person.open(person.sample());
    await openWithOrigins(workbench, 'src/price.ts');
    await workbench.press('Control+End');
    await workbench.type('\nconst byHand = 1;\n\n');
    await acceptAtEnd(workbench, 'function parseP', 'return Number.isNaN(cents)');
    const shown = await annotations(workbench, (rows) =>
      ['human', 'mixed ai+human'].every((words) => rows.some(({ text }) => text === words)),
    );
    assert.equal(shown[0]?.text, 'unknown');
    assert.ok(shown.some(({ text }) => text === 'mixed ai+human'));
    // The publisher of a long extension id is left out.
    assert.ok(shown.some(({ text }) => text === `ai ${ASSISTANT.split('.')[1]}`));
    assert.equal(new Set(shown.map(({ left }) => left)).size, 1, 'one column');
    assert.equal(new Set(shown.map(({ width }) => width)).size, 1, 'one width');
    const nRows = await nLinesOnScreen(workbench);
    assert.equal(shown.length, nRows, 'every line has its place');
    for (const theme of ['light', 'hc-light', 'hc-dark', 'dark']) {
      await workbench.setTheme(theme);
      await picture(workbench, `blame-${theme}`);
    }
    const hover = await workbench.hoverText(11, { over: 'byHand' });
    assert.match(hover, /Countersign · Human: typed on \d{4}-\d\d-\d\d \d\d:\d\d UTC/);
    await picture(workbench, 'blame-hover');

    await workbench.press('Control+End');
    await workbench.type('\nconst after = 2;');
    await annotations(
      workbench,
      (rows) => rows.length === nRows + 1 && rows.at(-1)?.text === 'human',
    );
    await workbench.runCommand(HIDE);
    await annotations(workbench, (rows) => rows.length === 0);
    await assertNoToast(workbench);
  });

  it('are corrected by a command, and the opposite command takes that back', async () => {
    const folder = person.sample();
    const workbench = await person.open(folder);
    await openWithOrigins(workbench, 'src/price.ts');
    await workbench.press('Control+End');
    await workbench.type('\nfunction mine(): number {\n  return 1;\n}');
    await annotations(workbench, (rows) => rows.at(-1)?.text === '' && rows.length === 13);
    await workbench.gotoLine(11);
    await workbench.press('Shift+ArrowDown');
    await workbench.press('Shift+ArrowDown');
    await workbench.press('Shift+End');
    await workbench.runCommand('Countersign: This Was AI');
    await workbench.waitForLens('AI · ');
    await annotations(workbench, (rows) => rows.some(({ text }) => text === 'ai'));
    await picture(workbench, 'correct-ai');
    await workbench.runCommand('Countersign: This Was Me, Not AI');
    await workbench.waitForNoLens('AI · ');
    await annotations(workbench, (rows) => rows.every(({ text }) => !text.startsWith('ai')));
    await eventually(workbench, 'both statements', () => statements(folder).length === 2);
    assert.deepEqual(statements(folder), ['ai', 'human']);
    await assertNoToast(workbench);
  });

  it('of what the editor itself reported stay, and the answer says so', async () => {
    const workbench = await person.open(person.sample());
    await acceptParsePrice(workbench);
    await workbench.runCommand('Countersign: This Was Me, Not AI');
    await workbench.waitForNotification(/15 of 15 lines stay AI and need their review/);
    await picture(workbench, 'correct-stays');
    await workbench.waitForLens('· unverified');
  });

  for (const keys of ['Control+C', 'Control+X']) {
    it(`go along when AI code is ${keys === 'Control+C' ? 'copied' : 'cut'} into another file`, async () => {
      const workbench = await person.open(person.sample());
      await acceptParsePrice(workbench);
      await workbench.gotoLine(10);
      await workbench.press('Control+Shift+End');
      await workbench.press(keys);
      await workbench.runCommand('File: New Untitled Text File');
      await workbench.press('Control+V');
      await workbench.waitForEditorText('return Number.isNaN(cents)');
      await workbench.waitForLens('· unverified');
    });
  }

  it('of a large paste are asked by a lens, once', async () => {
    const folder = person.sample();
    const workbench = await person.open(folder);
    await workbench.openFile('src/price.ts');
    // A program is faster than an editor that is still starting its extensions; a person is not.
    await workbench.runCommand('Countersign: Where Does This Code Come From?');
    await workbench.press('Escape');
    await workbench.press('Control+End');
    await workbench.press('Enter');
    await workbench.paste(OUTSIDE);
    await workbench.waitForEditorText('outsideOne');
    await workbench.clickLens('Pasted 6 lines: where from?');
    await workbench.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await picture(workbench, 'paste-question');
    await workbench.press('Escape');
    await workbench.waitForLens('Pasted 6 lines: where from?');
    await workbench.clickLens('Pasted 6 lines: where from?');
    await workbench.pickItem('An AI assistant');
    await workbench.waitForLens('AI · ');
    await workbench.waitForNoLens('Pasted 6 lines');
    await eventually(workbench, 'the statement', () => statements(folder).join() === 'ai');
    await assertNoToast(workbench);
  });
});

describe('the origins of lines where the editor does not name its sources', () => {
  const person = usePerson('origins-stable', { env: { COUNTERSIGN_TEST_FORCE_STABLE: '1' } });

  it('are known of a line accepted by the palette, and go along when it is copied', async () => {
    const workbench = await person.open(person.sample());
    await openWithOrigins(workbench, 'src/price.ts');
    await workbench.press('Control+End');
    await workbench.type('const cla');
    await workbench.waitForGhostText();
    await workbench.runCommand('Countersign: Accept the Next Line of the Inline Suggestion');
    const line = 'const clamp = (value: number, low: number, high: number) =>';
    await workbench.waitForEditorText(line);
    await workbench.waitForLens('AI · unknown tool · unverified');
    await annotations(workbench, (rows) => rows[9]?.text === 'mixed ai+human');
    await picture(workbench, 'stable-lines');
    await workbench.gotoLine(1);
    await workbench.runCommand('Countersign: Where Does This Code Come From?');
    await workbench.waitForNotification(/Line 1: Unknown: nothing is recorded of it\./);
    await workbench.gotoLine(10);
    await workbench.press('Shift+End');
    await workbench.press('Control+C');
    await workbench.runCommand('File: New Untitled Text File');
    await workbench.press('Control+V');
    await workbench.waitForEditorText(line);
    await annotations(workbench, (rows) => rows[0]?.text === 'mixed ai+human');
    await workbench.waitForLens('AI · unknown tool · unverified');
    await picture(workbench, 'stable-copy');
  });
});

/**
 * Opens a file and shows the origins of its lines. Once they are there, the server hears of every
 * key; what is typed before, in the first moments of a window, is `unknown`.
 */
async function openWithOrigins(workbench, file) {
  await workbench.openFile(file);
  await workbench.runCommand(SHOW);
  await annotations(workbench, (rows) => rows[0]?.text === 'unknown');
}

/** What stands before the lines on screen, top to bottom, once it suits. */
function annotations(workbench, suits) {
  return workbench.until('the words before lines', beforeLines, suits);
}

/** Runs in the page. */
function beforeLines() {
  const editor = document.querySelector('.editor-group-container.active .monaco-editor[data-uri]');
  return [...(editor?.querySelectorAll('.view-line span[class*="ced-"]') ?? [])]
    .map((element) => {
      const style = getComputedStyle(element, '::before');
      const box = element.getBoundingClientRect();
      return {
        top: box.top,
        left: Math.round(box.left),
        width: style.width,
        color: style.color,
        content: style.content,
      };
    })
    .filter(({ content }) => content !== 'none' && content !== 'normal')
    .sort((a, b) => a.top - b.top)
    .map(({ content, ...rest }) => ({
      ...rest,
      text: content.replace(/^"|"$/g, '').replaceAll('\u00a0', ' ').trim(),
    }));
}

function nLinesOnScreen(workbench) {
  return workbench.count('.editor-group-container.active .monaco-editor[data-uri] .view-line');
}

function statements(folder) {
  return journal(folder)
    .filter(({ kind }) => kind === 'correction')
    .map(({ detail }) => detail.as);
}

/** For people who want to look: a folder to put pictures into. */
async function picture(workbench, name) {
  if (PICTURES) await workbench.screenshot(join(PICTURES, `${name}.png`));
}
