/** A notebook: what AI writes in a cell is marked there, and asked for like any other code. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { ROOT } from '../../scripts/lib/setup.mjs';
import { ASSISTANT, eventually, git, journal, usePerson } from './person.mjs';

const NAME = 'sales.ipynb';
const CELL = '.cell.code .monaco-editor';
const LENS = '.cell .codelens-decoration';

describe('a notebook', () => {
  const person = usePerson('notebook');

  it('is marked, signed and refused cell by cell', async () => {
    const folder = withNotebook(person.sample());
    const workbench = await person.open(folder);
    await openNotebook(workbench);
    await acceptInLastCell(workbench);
    assert.deepEqual(await lensesLike(workbench, 'unverified'), [
      `AI · ${ASSISTANT} · unverified | Review | Sign off | History`,
    ]);
    await workbench.page.locator(CELL).last().locator('.glyph-margin-widgets .codicon').waitFor();

    await workbench.save();
    await eventually(workbench, 'the accept in the journal', () =>
      journal(folder).some(({ kind }) => kind === 'snapshot'),
    );
    git(folder, 'add', '--all');
    const refused = gate(folder);
    assert.equal(refused.verdict, 'refused');
    assert.deepEqual(
      refused.findings.map(({ path, line }) => [path, line]),
      [[NAME, lineOf(folder, '# slugs')]],
    );

    await workbench.page.locator(`${LENS} a`, { hasText: 'Sign off' }).click();
    await lensesLike(workbench, '· verified');
    assert.equal(gate(folder).verdict, 'pass');
    git(folder, 'commit', '--quiet', '--message', 'Add slugs');
  });

  it('keeps its marks when it is closed and opened, and when the file changes below it', async () => {
    const folder = withNotebook(person.sample());
    const workbench = await person.open(folder);
    await openNotebook(workbench);
    await acceptInLastCell(workbench);
    await lensesLike(workbench, 'unverified');
    await workbench.save();
    await workbench.runCommand('View: Close All Editors');
    await openNotebook(workbench);
    await lensesLike(workbench, 'unverified');

    const notebook = JSON.parse(readFileSync(join(folder, NAME), 'utf8'));
    notebook.cells.unshift({ ...codeCell('first', 'added = 1') });
    writeFileSync(join(folder, NAME), `${JSON.stringify(notebook, null, 1)}\n`);
    await workbench.until(
      'the new cell',
      () => [...document.querySelectorAll('.cell .view-line')].map((line) => line.textContent),
      (lines) => lines.some((line) => line.includes('added')),
    );
    assert.equal((await lensesLike(workbench, 'unverified')).length, 1);
  });
});

/** A committed notebook of a person's. @param {string} folder */
function withNotebook(folder) {
  const notebook = {
    cells: [
      { cell_type: 'markdown', id: 'title', metadata: {}, source: ['# Sales'] },
      codeCell('one', 'x = 1'),
      codeCell('two', '# slugs\n'),
    ],
    metadata: { kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' } },
    nbformat: 4,
    nbformat_minor: 5,
  };
  writeFileSync(join(folder, NAME), `${JSON.stringify(notebook, null, 1)}\n`);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'Add a notebook');
  return folder;
}

function codeCell(id, source) {
  const lines = source.split(/(?<=\n)/);
  return { cell_type: 'code', execution_count: null, id, metadata: {}, outputs: [], source: lines };
}

async function openNotebook(workbench) {
  await workbench.press('ControlOrMeta+P');
  await workbench.page.locator('.quick-input-widget input.input').fill(NAME);
  const row = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: NAME });
  await row.first().click();
  await workbench.page.locator(CELL).last().waitFor({ state: 'visible' });
}

/** With real keys, as in any editor. */
async function acceptInLastCell(workbench) {
  await workbench.page.locator(CELL).last().click();
  await workbench.press('Control+End');
  await workbench.type('def slugi');
  await workbench.page.locator('.ghost-text-decoration, .ghost-text').first().waitFor();
  for (let nTries = 0; (await workbench.page.locator(LENS).count()) === 0; nTries += 1) {
    assert.ok(nTries < 10, 'the completion was not taken');
    await workbench.press('Tab');
    await workbench.page
      .locator(LENS)
      .waitFor({ timeout: 3_000 })
      .catch(() => undefined);
  }
}

/** The rows of lenses in all cells, once one holds these words. */
function lensesLike(workbench, words) {
  return workbench.until(
    `a cell's lens "${words}"`,
    // Cells are drawn in a layer of their own, beside the editor group that shows them.
    () =>
      [...document.querySelectorAll('.cell .codelens-decoration')]
        .map((row) => (row.textContent ?? '').replaceAll('\u00a0', ' ').trim())
        .filter((row) => row !== ''),
    (rows) => rows.some((row) => row.includes(words)),
  );
}

/** The gate's answer at a terminal. @param {string} folder */
function gate(folder) {
  const done = spawnSync(
    process.execPath,
    [join(ROOT, 'dist/cli.cjs'), 'gate', '--json', '--strict'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  return JSON.parse(done.stdout);
}

/** @param {string} folder @param {string} part */
function lineOf(folder, part) {
  const lines = readFileSync(join(folder, NAME), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(part)) + 1;
}
