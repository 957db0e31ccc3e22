// Plays the whole way in a real editor with real keys: accept, record, show, refuse, sign, commit,
// change, undo, close and open again. Each step says what happened, or throws.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from './sample.mjs';
import { openWorkbench, startServer } from './workbench.mjs';

const ASSISTANT = 'countersign-test.completion-provider';

/**
 * @param {object} options
 * @param {string} options.folder the sample repository
 * @param {readonly string[]} options.extensions
 * @param {string} options.screenshots folder
 * @param {string} options.dataDir
 * @param {(line: string) => void} options.say
 */
export async function playDemo({ folder, extensions, screenshots, dataDir, say }) {
  const shot = (name) => join(screenshots, `${name}.png`);
  const server = await startServer({ extensions, dataDir, log: say });
  const options = { folder, failureFolder: screenshots, viewport: { width: 1280, height: 800 } };
  let workbench = await openWorkbench(server, options);
  let nDone = 0;
  const step = async (title, play) => {
    await play();
    nDone++;
    say(`  ok ${nDone}  ${title}`);
  };
  try {
    await step('an accepted completion is recorded with tool, tier, time and person', async () => {
      await workbench.openFile('src/price.ts');
      await workbench.press('Control+End');
      await workbench.type('function parseP');
      await workbench.acceptGhostText();
      await workbench.waitForEditorText('return Number.isNaN(cents)');
      await workbench.waitForLens('unverified');
      const accept = journal(folder).find((record) => record.kind === 'provenance');
      assert.ok(accept, 'no accept in the journal');
      assert.equal(accept.detail.origin.tool, ASSISTANT);
      assert.equal(accept.detail.tier, 'platform');
      assert.equal(accept.by.id, 'sam@example.org');
      say(
        `        ${accept.detail.nChars} characters by ${accept.detail.origin.tool}, accepted by ${accept.by.id} at ${accept.at}`,
      );
    });
    await step('the block shows as unverified, in four themes', async () => {
      const rows = await workbench.lenses();
      assert.deepEqual(rows[0], [
        `AI · ${ASSISTANT} · unverified`,
        'Review',
        'Sign off',
        'History',
      ]);
      await workbench.waitForStatusBar(/1 unverified/);
      const hover = await workbench.hoverText(10, { over: 'function' });
      for (const words of ['unverified', ASSISTANT, 'Sam Sample']) {
        assert.ok(hover.includes(words), `"${words}" in the hover: ${hover}`);
      }
      await workbench.screenshot(shot('2-hover'));
      await workbench.press('Escape');
      for (const theme of ['light', 'hc-light', 'hc-dark', 'dark']) {
        await workbench.setTheme(theme);
        await workbench.screenshot(shot(`2-unverified-${theme}`));
      }
    });
    await step(
      'git commit in a terminal is refused, with the words and the one command',
      async () => {
        await workbench.save();
        const refused = await workbench.terminal('git commit -am "Read prices"');
        assert.equal(refused.exitCode, 1, refused.output);
        assert.match(refused.output, /1 AI block/);
        assert.match(refused.output, /src\/price\.ts:\d+/);
        assert.match(refused.output, /countersign sign/);
        await workbench.screenshot(shot('3-refused'));
      },
    );
    await step('Sign off records a review, the marks go, and the commit passes', async () => {
      await workbench.focusEditor();
      await workbench.clickLens('Sign off');
      await workbench.waitForLens('· verified');
      await workbench.waitForNoLens('Sign off');
      assert.ok(
        journal(folder).some((record) => record.kind === 'review' && record.via === 'lens'),
      );
      await workbench.screenshot(shot('4-signed'));
      const passed = await workbench.terminal('git commit -am "Read prices"');
      assert.equal(passed.exitCode, 0, passed.output);
      assert.match(git(folder, 'log', '-1', '--format=%s'), /Read prices/);
    });
    await step(
      'one changed token makes it outdated and refused; undo makes it verified',
      async () => {
        await workbench.focusEditor();
        await workbench.openFile('src/price.ts');
        const line = lineOf(folder, 'amount * 100');
        await workbench.gotoLine(line, columnOf(folder, 'amount * 100', '100') + 1);
        await workbench.type('9');
        await workbench.waitForStatusBar(/1 outdated/);
        await workbench.gotoLine(9);
        await workbench.waitForLens('· outdated');
        await workbench.screenshot(shot('5-outdated'));
        await workbench.save();
        const refused = await workbench.terminal('git commit -am "Change a rate"');
        assert.equal(refused.exitCode, 1, refused.output);
        assert.match(refused.output, /outdated/);
        await workbench.focusEditor();
        await workbench.press('Control+Z');
        await workbench.waitForEditorText('amount * 100)');
        await workbench.gotoLine(9);
        await workbench.waitForLens('· verified');
        await workbench.save();
        assert.equal(git(folder, 'status', '--porcelain', 'src').trim(), '');
      },
    );
    await step('closed and opened again the editor shows the same, unsaved text too', async () => {
      await workbench.runCommand('View: Toggle Panel Visibility');
      await workbench.focusEditor();
      await workbench.press('Control+End');
      await workbench.type('\n\nfunction isB');
      await workbench.acceptGhostText();
      await workbench.waitForLens('unverified');
      await workbench.waitForBackup('function isBlank');
      await workbench.close();
      workbench = await openWorkbench(server, options);
      await workbench.waitForLens(`AI · ${ASSISTANT} · verified`);
      // What a lens counts is worked out when it comes into view.
      await workbench.focusEditor();
      await workbench.press('Control+End');
      await workbench.waitForLens(`AI · ${ASSISTANT} · unverified`);
      await workbench.screenshot(shot('6-reopened'));
    });
    return nDone;
  } finally {
    await workbench.close().catch(() => undefined);
    await server.close();
  }
}

/** All records of the repository's journal. @param {string} folder */
export function journal(folder) {
  const dir = join(folder, '.git/countersign/journal/main');
  return readdirSync(dir)
    .flatMap((name) => readFileSync(join(dir, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).record);
}

function lineOf(folder, part) {
  const lines = readFileSync(join(folder, 'src/price.ts'), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(part)) + 1;
}

function columnOf(folder, part, inner) {
  const line = readFileSync(join(folder, 'src/price.ts'), 'utf8')
    .split('\n')
    .find((candidate) => candidate.includes(part));
  return line.indexOf(part) + part.indexOf(inner) + 1;
}
