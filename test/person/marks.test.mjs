/** Marks that stay with their text: in themes, folders, copies, branches, and after a crash. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import {
  ASSISTANT,
  acceptAtEnd,
  acceptParsePrice,
  assertNoToast,
  eventually,
  git,
  journal,
  languageServers,
  nAccepts,
  signOff,
  usePerson,
} from './person.mjs';

const TRANSPARENT = /^(transparent|rgba\(0, 0, 0, 0\))$/;

describe('the marks of a block', () => {
  const person = usePerson('marks');

  it('are there in four themes: icon, background, ruler and lens', async () => {
    const workbench = await person.open(person.sample());
    await acceptParsePrice(workbench);
    for (const theme of ['light', 'hc-light', 'hc-dark', 'dark']) {
      await workbench.setTheme(theme);
      const found = await workbench.waitForDecorations(
        (marks) =>
          marks.some(
            ({ where, backgroundImage }) => where === 'gutter' && /url/.test(backgroundImage),
          ) && marks.some(({ where }) => where === 'background'),
      );
      const isDrawn = ({ backgroundColor, border }) =>
        !TRANSPARENT.test(backgroundColor) || /^[1-9]/.test(border);
      assert.ok(
        found.some((mark) => mark.where === 'background' && isDrawn(mark)),
        theme,
      );
      assert.ok(0 < (await workbench.overviewRulerColors()).length, theme);
      const [row] = await workbench.lenses();
      assert.deepEqual(row, [`AI · ${ASSISTANT} · unverified`, 'Review', 'Sign off', 'History']);
    }
  });

  it('are there outside git, without any toast', async () => {
    const folder = person.sample();
    rmSync(join(folder, '.git'), { recursive: true });
    const workbench = await person.open(folder);
    await acceptParsePrice(workbench);
    await workbench.waitForDecorations((marks) => marks.some(({ where }) => where === 'gutter'));
    await workbench.save();
    await workbench.waitForLens('unverified');
    await assertNoToast(workbench);
  });

  it('of two folders go each to its own repository', async () => {
    const parent = person.tempFolder();
    const folders = [person.sample(), person.sample()];
    const workspace = join(parent, 'shops.code-workspace');
    writeFileSync(workspace, JSON.stringify({ folders: folders.map((path) => ({ path })) }));
    const workbench = await person.open(workspace);
    await acceptParsePrice(workbench, join(folders[0], 'src/price.ts'));
    await eventually(workbench, 'the first record', () => nAccepts(folders[0]) === 1);
    assert.equal(nAccepts(folders[1]), 0);
    await workbench.openFile(join(folders[1], 'tools/slug.py'));
    await acceptAtEnd(workbench, 'def slugi', 'return slug');
    await eventually(workbench, 'the second record', () => nAccepts(folders[1]) === 1);
    assert.equal(nAccepts(folders[0]), 1);
  });

  it('are in the copy that Save As makes', async () => {
    const folder = person.sample();
    const workbench = await person.open(folder);
    await acceptParsePrice(workbench);
    await saveAs(workbench, join(folder, 'src/money.ts'));
    await workbench.waitForLens('· unverified');
    await signOff(workbench);
    await saveAs(workbench, join(folder, 'src/cash.ts'));
    await workbench.waitForLens('· verified');
  });

  it('are there after a branch switch under a dirty file and a reload', async () => {
    const folder = person.sample();
    git(folder, 'checkout', '--quiet', '-b', 'other');
    const file = join(folder, 'src/price.ts');
    writeFileSync(file, readFileSync(file, 'utf8').replace('EUR', 'USD'));
    git(folder, 'commit', '--quiet', '-am', 'Dollars');
    git(folder, 'checkout', '--quiet', 'main');
    const workbench = await person.open(folder);
    await acceptParsePrice(workbench);
    await workbench.waitForBackup('Number.isNaN(cents)');
    const switched = await workbench.terminal('git checkout other');
    assert.equal(switched.exitCode, 0, switched.output);
    await workbench.focusEditor();
    await workbench.waitForLens('· unverified');
    await workbench.reload();
    await workbench.waitForEditorText('return Number.isNaN(cents)');
    await workbench.waitForLens('· unverified');
    assert.deepEqual(
      (await workbench.lenses()).map(([title]) => title),
      [`AI · ${ASSISTANT} · unverified`],
    );
    assert.equal(nAccepts(folder), 1);
    await assertNoToast(workbench);
  });

  it('come back when the language server is killed, with nothing lost', async () => {
    const folder = person.sample();
    const before = languageServers(person.pid());
    const workbench = await person.open(folder);
    await acceptParsePrice(workbench);
    const [server, ...others] = languageServers(person.pid()).filter(
      (pid) => !before.includes(pid),
    );
    assert.ok(server !== undefined && others.length === 0, 'one new language server');
    const records = journal(folder);
    process.kill(server, 'SIGKILL');
    await eventually(workbench, 'another server', () =>
      languageServers(person.pid()).some((pid) => pid !== server && !before.includes(pid)),
    );
    await workbench.waitForDecorations((marks) => marks.some(({ where }) => where === 'gutter'));
    await workbench.waitForLens('· unverified');
    await workbench.press('Control+End');
    await workbench.type('\n\nfunction isB');
    await workbench.acceptGhostText();
    await workbench.waitForStatusBar(/2 unverified/);
    await eventually(workbench, 'the second accept', () => nAccepts(folder) === 2);
    assert.deepEqual(journal(folder).slice(0, records.length), records);
    await assertNoToast(workbench);
  });
});

/** As the palette asks for it: the path in the list's input, Enter. */
async function saveAs(workbench, path) {
  const tab = workbench.page.locator('.editor-group-container.active .tab.active');
  const present = await tab.getAttribute('data-resource-name');
  await workbench.runCommand('File: Save As...');
  // It writes the present path itself once it has read the folder: only then is the input ours.
  await untilInput(workbench, (value) => value.endsWith(`/${present}`));
  const input = workbench.page.locator('.quick-input-widget input.input');
  await input.fill(path);
  await untilInput(workbench, (value) => value === path);
  await workbench.press('Enter');
  const name = path.split('/').at(-1);
  await workbench.page
    .locator('.editor-group-container.active .tab.active', { hasText: name })
    .waitFor({ state: 'visible' });
}

/** Waits until the input's value suits and the list below it is the same in two looks. */
async function untilInput(workbench, suits) {
  let before = '';
  await workbench.until(
    'the path in the dialog',
    () => {
      const widget = document.querySelector('.quick-input-widget');
      return {
        value: widget?.querySelector('input.input')?.value ?? '',
        nRows: widget?.querySelectorAll('.quick-input-list .monaco-list-row').length ?? 0,
      };
    },
    ({ value, nRows }) => {
      const picture = JSON.stringify([value, nRows]);
      const isSame = picture === before;
      before = picture;
      return isSame && 0 < nRows && suits(value);
    },
  );
}
