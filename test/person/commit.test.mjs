/** Commits as people make them: by VS Code's button, and in its terminal. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import {
  acceptAtEnd,
  acceptParsePrice,
  assertNoToast,
  commitInView,
  eventually,
  git,
  signOff,
  terminalAnswer,
  usePerson,
} from './person.mjs';

const subject = (folder) => git(folder, 'log', '-1', '--format=%s').trim();

describe('a commit', () => {
  const person = usePerson('commit');

  function sampleInMode(mode) {
    const folder = person.sample();
    changeSettings(folder, (text) => text.replace('"enforce"', JSON.stringify(mode)));
    git(folder, 'commit', '--quiet', '--no-verify', '-am', `Mode ${mode}`);
    return folder;
  }

  it("by VS Code's button is refused in a dialog, and passes once signed off", async () => {
    const folder = person.sample();
    const workbench = await person.open(folder);
    await acceptParsePrice(workbench);
    await workbench.save();
    await commitInView(workbench, 'Read prices');
    await workbench.waitForDialog(/1 AI block/);
    await assertNoToast(workbench);
    await workbench.clickDialog('Cancel');
    assert.equal(subject(folder), 'A small shop');
    await workbench.focusEditor();
    await signOff(workbench);
    await commitInView(workbench, 'Read prices');
    await eventually(workbench, 'the commit', () => subject(folder) === 'Read prices');
  });

  it('in warn mode passes in the terminal, with the warning', async () => {
    const folder = sampleInMode('warn');
    const workbench = await person.open(folder);
    await acceptParsePrice(workbench);
    await workbench.save();
    const passed = await workbench.terminal('git commit -am "Read prices"');
    assert.equal(passed.exitCode, 0, passed.output);
    assert.match(passed.output, /1 AI block/);
    assert.equal(subject(folder), 'Read prices');
  });

  it("in warn mode passes by VS Code's button, and one notification tells", async () => {
    const folder = sampleInMode('warn');
    const workbench = await person.open(folder);
    await acceptParsePrice(workbench);
    await workbench.save();
    await commitInView(workbench, 'Read prices');
    await workbench.waitForNotification(/1 AI block/);
    await eventually(workbench, 'the commit', () => subject(folder) === 'Read prices');
    const told = (await workbench.notifications()).filter(({ text }) => /AI block/.test(text));
    assert.equal(told.length, 1, JSON.stringify(told));
    assert.equal(await workbench.dialog(), undefined);
  });

  it('signed in the integrated terminal: marks go, and git commit passes', async () => {
    const folder = person.sample();
    const workbench = await person.open(folder);
    await acceptParsePrice(workbench);
    await workbench.save();
    const help = await workbench.terminal('clear; countersign --help');
    assert.equal(help.exitCode, 0, help.output);
    assert.match(help.output, /sign/);
    await workbench.terminal('clear');
    const screen = await terminalAnswer(
      workbench,
      'countersign sign src/price.ts:10',
      /\[y\/N\]/i,
      'y',
    );
    assert.doesNotMatch(screen.split('\n').at(-1), /exit/);
    await workbench.waitForNoLens('Sign off');
    await workbench.waitForLens('· verified');
    const passed = await workbench.terminal('git commit -am "Read prices"');
    assert.equal(passed.exitCode, 0, passed.output);
    assert.equal(subject(folder), 'Read prices');
  });

  it('of a Python file: accept, lens, refused, sign, passes', async () => {
    const folder = person.sample();
    const workbench = await person.open(folder);
    await workbench.openFile('tools/slug.py');
    await acceptAtEnd(workbench, 'def slugi', 'return slug');
    await workbench.save();
    const refused = await workbench.terminal('git commit -am "Slugs"');
    assert.equal(refused.exitCode, 1, refused.output);
    assert.match(refused.output, /tools\/slug\.py:\d+/);
    await workbench.focusEditor();
    await signOff(workbench);
    const passed = await workbench.terminal('git commit -am "Slugs"');
    assert.equal(passed.exitCode, 0, passed.output);
  });

  it('of staged AI text is refused, though the file on disk was written anew', async () => {
    const folder = person.sample();
    const workbench = await person.open(folder);
    const file = join(folder, 'src/price.ts');
    const before = readFileSync(file, 'utf8');
    await acceptParsePrice(workbench);
    await workbench.save();
    git(folder, 'add', 'src/price.ts');
    writeFileSync(file, before);
    await workbench.waitForNoLens('unverified');
    const refused = await workbench.terminal('git commit -m "Read prices"');
    assert.equal(refused.exitCode, 1, refused.output);
    assert.match(refused.output, /1 AI block/);
    assert.match(refused.output, /src\/price\.ts/);
  });

  it('under a wrong setting is refused in words, and Problems shows its line', async () => {
    const folder = sampleInMode('enforced');
    const workbench = await person.open(folder);
    await workbench.openFile('.vscode/settings.json');
    await workbench.runCommand('Problems: Focus on Problems View');
    const rows = await workbench.until(
      'the problem',
      () =>
        [...document.querySelectorAll('.markers-panel .monaco-list-row')].map(
          (row) => row.textContent ?? '',
        ),
      (found) => found.some((row) => /Ln 3/.test(row)),
    );
    assert.ok(
      rows.some((row) => /enforce/.test(row)),
      JSON.stringify(rows),
    );
    // The panel leaves too little room for the accepted text.
    await workbench.runCommand('View: Toggle Panel Visibility');
    await acceptParsePrice(workbench);
    await workbench.save();
    const refused = await workbench.terminal('git commit -am "Read prices"');
    assert.equal(refused.exitCode, 1, refused.output);
    assert.match(refused.output.replaceAll('\n', ''), /\.vscode\/settings\.json:3/);
    assert.match(refused.output, /"?enforce/);
    assert.equal(subject(folder), 'Mode enforced');
  });
});

function changeSettings(folder, change) {
  const file = join(folder, '.vscode/settings.json');
  const text = readFileSync(file, 'utf8');
  const changed = change(text);
  assert.notEqual(changed, text);
  writeFileSync(file, changed);
}
