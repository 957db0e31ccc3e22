import * as vscode from 'vscode';
import { until } from '../../../vscode/helpers.ts';
import type { Session } from '../session.ts';
import type { Stage } from '../stage.ts';
import { openBase } from './accepts.ts';

const BASE = 'export const unRate = 7;\n\n';

/** What becomes of files: on disk by other programs, saved, reverted, renamed, several at once. */
export const FILES: readonly Session[] = [
  {
    name: 'disk-clean',
    about: 'Another program changes a file that is open and saved.',
    tokens: { unRate: 'unknown', diskAdded: 'unknown', huAfter: 'human' },
    expects: ['disk', 'reloadFromDisk', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      stage.disk('a.ts', `${BASE}diskAdded();\n`);
      await stage.untilText('the reload', (text) => text.includes('diskAdded'));
      await stage.press('Control+End');
      await stage.type('huAfter();');
    },
  },
  {
    name: 'disk-in-place',
    about: 'Another program writes an open file in place, without a rename, twice at once.',
    tokens: { unRate: 'unknown', diskFirst: 'unknown', diskSecond: 'unknown', huAfter: 'human' },
    expects: ['disk', 'reloadFromDisk', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      stage.diskInPlace('a.ts', `${BASE}diskFirst();\n`);
      stage.diskInPlace('a.ts', `${BASE}diskFirst();\ndiskSecond();\n`);
      await stage.untilText('the reload', (text) => text.includes('diskSecond'));
      await stage.press('Control+End');
      await stage.type('huAfter();');
    },
  },
  {
    name: 'disk-clean-ai-kept',
    about: 'Another program changes lines around a saved completion: what it left stays AI.',
    tokens: {
      unRate: 'unknown',
      aiKept: 'ai',
      aiSecond: 'ai',
      diskTop: 'unknown',
      huTyped: 'human',
    },
    expects: ['inlineCompletionAccept', 'save', 'disk', 'reloadFromDisk'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiKept(1);\naiSecond(2);' });
      await stage.type('\nhuTyped();');
      await stage.save();
      const text = stage.read('a.ts');
      stage.disk('a.ts', `diskTop();\n${text.replace('aiSecond', 'diskMiddle();\naiSecond')}`);
      await stage.untilText('the reload', (now) => now.includes('diskMiddle'));
    },
  },
  {
    name: 'disk-crlf',
    about: 'Another program gives CRLF line ends to a file with typed and accepted lines.',
    tokens: { unRate: 'unknown', aiKept: 'ai', huTyped: 'human' },
    expects: ['inlineCompletionAccept', 'save', 'disk', 'eolChange'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiKept(1);' });
      await stage.type('\nhuTyped();\n');
      await stage.save();
      stage.disk('a.ts', stage.read('a.ts').replaceAll('\n', '\r\n'));
      await stage.untilText('the reload', (now) => now.includes('\r\n'));
    },
  },
  {
    name: 'disk-undo',
    about: 'A reload from disk is undone by Ctrl+Z and redone.',
    tokens: { unRate: 'unknown', aiKept: 'ai', diskAdded: 'unknown' },
    expects: ['inlineCompletionAccept', 'reloadFromDisk', 'undo', 'redo'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiKept(1);' });
      await stage.save();
      stage.disk('a.ts', `${BASE}diskAdded();\naiKept(1);`);
      await stage.untilText('the reload', (text) => text.includes('diskAdded'));
      await stage.press('Control+Z', 'Control+Y');
    },
  },
  {
    name: 'disk-away-and-back',
    about: 'Another content comes and the old one comes back, as when a branch is changed.',
    tokens: { unRate: 'unknown', aiKept: 'ai', huTyped: 'human' },
    expects: ['inlineCompletionAccept', 'save', 'reloadFromDisk'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiKept(1);' });
      await stage.type('\nhuTyped();\n');
      await stage.save();
      const text = stage.read('a.ts');
      stage.disk('a.ts', 'export const otherBranch = 1;\n');
      await stage.untilText('the other', (now) => now.includes('otherBranch'));
      stage.disk('a.ts', text);
      await stage.untilText('the old one', (now) => now.includes('aiKept'));
    },
  },
  {
    name: 'disk-dirty-revert',
    about: 'Another program changes a file with unsaved lines; the person reverts.',
    tokens: { unRate: 'unknown', diskAdded: 'unknown' },
    expects: ['disk', 'reloadFromDisk', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await stage.type('huLost();');
      stage.disk('a.ts', `${BASE}diskAdded();\n`);
      await stage.quiet(2500);
      await stage.command('workbench.action.files.revert');
      await stage.untilText('the revert', (text) => text.includes('diskAdded'));
    },
  },
  {
    name: 'revert-accept',
    about: 'An unsaved completion is given up by File: Revert.',
    tokens: { unRate: 'unknown', huAfter: 'human' },
    expects: ['inlineCompletionAccept', 'reloadFromDisk'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiGone(1);' });
      await stage.command('workbench.action.files.revert');
      await stage.untilText('the revert', (text) => !text.includes('aiGone'));
      await stage.press('Control+End');
      await stage.type('huAfter();');
    },
  },
  {
    name: 'disk-not-open-then-opened',
    about: 'Another program writes a file that is not open; then it is opened and typed in.',
    tokens: { unRate: 'unknown', diskWritten: 'unknown', huAfter: 'human' },
    expects: ['disk', 'open', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      stage.disk('b.ts', 'diskWritten();\n');
      await stage.quiet(400);
      await stage.open('b.ts');
      await stage.press('Control+End');
      await stage.type('huAfter();');
    },
  },
  {
    name: 'disk-emptied',
    about: 'Another program empties an open file and fills it again.',
    tokens: { diskAfresh: 'unknown', huAfter: 'human' },
    expects: ['disk', 'reloadFromDisk'],
    run: async (stage) => {
      await openBase(stage);
      stage.disk('a.ts', '');
      await stage.untilText('nothing', (text) => text === '');
      stage.disk('a.ts', 'diskAfresh();\n');
      await stage.untilText('the new text', (text) => text.includes('diskAfresh'));
      await stage.press('Control+End');
      await stage.type('huAfter();');
    },
  },
  {
    name: 'workspace-fs-write',
    about: 'Another extension writes an open file by `workspace.fs.writeFile`.',
    tokens: { unRate: 'unknown', exWritten: 'unknown', huAfter: 'human' },
    expects: ['reloadFromDisk', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      const uri = stage.uri('a.ts').toString();
      await stage.command('replayTools.writeFile', uri, `${BASE}exWritten();\n`);
      await stage.untilText('the reload', (text) => text.includes('exWritten'));
      await stage.press('Control+End');
      await stage.type('huAfter();');
    },
  },
  {
    name: 'two-files-alternate',
    about: 'Two files are typed and accepted in by turns.',
    tokens: {
      unRate: 'unknown',
      unOther: 'unknown',
      huFirst: 'human',
      aiSecond: 'ai',
      huThird: 'human',
      aiFourth: 'ai',
    },
    expects: ['inlineCompletionAccept', 'accepted', 'cursor/type'],
    run: async (stage) => {
      stage.write('b.ts', 'export const unOther = 1;\n\n');
      await openBase(stage);
      await stage.type('huFirst();\n');
      await stage.open('b.ts');
      await stage.press('Control+End');
      await stage.accept({ text: 'aiSecond();' });
      await stage.open('a.ts');
      await stage.accept({ text: 'aiFourth();' });
      await stage.open('b.ts');
      await stage.type('\nhuThird();');
    },
  },
  {
    name: 'save-untitled',
    about: 'A new document with typed and accepted lines is saved for the first time.',
    tokens: { huDraft: 'human', aiDrafted: 'ai', huAfter: 'human' },
    expects: ['inlineCompletionAccept', 'open', 'save'],
    run: async (stage) => {
      const target = stage.uri('draft.ts').with({ scheme: 'untitled' });
      await vscode.commands.executeCommand('vscode.open', target);
      await stage.quiet(400);
      await stage.type('huDraft();\n');
      await stage.accept({ text: 'aiDrafted();' });
      await stage.press('Control+S');
      await until(
        'the saved document',
        () => vscode.window.activeTextEditor?.document.uri.scheme,
        (scheme) => scheme === 'file',
      );
      await stage.quiet(400);
      await stage.type('\nhuAfter();');
    },
  },
  {
    name: 'save-as',
    about: 'A file with an accepted completion is saved under another name.',
    tokens: { unRate: 'unknown', aiKept: 'ai', huAfter: 'human' },
    expects: ['inlineCompletionAccept', 'open', 'save'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiKept(1, 2, 3);' });
      await saveAs(stage, 'copy.ts');
      await stage.press('Control+End');
      await stage.type('\nhuAfter();');
    },
  },
  {
    name: 'save-as-untitled',
    about: 'A new document that has no file yet is saved by the dialog.',
    tokens: { huDraft: 'human', aiDrafted: 'ai', huAfter: 'human' },
    expects: ['inlineCompletionAccept', 'open', 'save'],
    run: async (stage) => {
      await vscode.commands.executeCommand('workbench.action.files.newUntitledFile');
      await stage.quiet(300);
      await stage.type('huDraft();\n');
      await stage.accept({ text: 'aiDrafted(1, 2);' });
      await saveAs(stage, 'draft.ts');
      await stage.press('Control+End');
      await stage.type('\nhuAfter();');
    },
  },
  {
    name: 'rename-file',
    about: 'A saved file with an accepted completion is renamed in the editor.',
    tokens: { unRate: 'unknown', aiKept: 'ai', huAfter: 'human' },
    expects: ['inlineCompletionAccept', 'rename', 'open'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiKept(1, 2, 3);' });
      await stage.save();
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(stage.uri('a.ts'), stage.uri('moved.ts'));
      await vscode.workspace.applyEdit(edit);
      await until(
        'the moved file',
        () => vscode.window.activeTextEditor?.document.uri.path.endsWith('moved.ts'),
        (isMoved) => isMoved === true,
      );
      await stage.command('workbench.action.focusActiveEditorGroup');
      await stage.quiet(400);
      await stage.press('Control+End');
      await stage.type('\nhuAfter();');
    },
  },
  {
    name: 'language-change',
    about: 'The language of a document with an accepted completion is changed.',
    tokens: { unRate: 'unknown', aiKept: 'ai', huAfter: 'human' },
    expects: ['inlineCompletionAccept', 'close', 'open'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiKept(1, 2, 3);' });
      const { document } = stage.editor();
      await vscode.languages.setTextDocumentLanguage(document, 'javascript');
      await stage.quiet(400);
      await stage.press('Control+End');
      await stage.type('\nhuAfter();');
    },
  },
  {
    name: 'notebook-cells',
    about: 'Two cells of a notebook are typed and accepted in.',
    tokens: { unCell: 'unknown', huCell: 'human', aiCell: 'ai', aiFrame: 'ai' },
    expects: ['inlineCompletionAccept', 'cursor/type'],
    run: async (stage) => {
      stage.write('n.ipynb', notebook(['unCell = 1\n', '# second\n']));
      await vscode.commands.executeCommand('vscode.open', stage.uri('n.ipynb'));
      await until(
        'the notebook',
        () => vscode.window.activeNotebookEditor?.notebook.cellCount,
        (count) => count === 2,
      );
      await stage.quiet(1000);
      await stage.command('notebook.focusTop');
      await stage.command('notebook.cell.edit');
      await stage.quiet(400);
      await stage.press('Control+End');
      await stage.type('huCell = 2\n');
      await stage.command('notebook.focusNextEditor');
      await stage.quiet(400);
      await stage.press('Control+End');
      await stage.accept({ text: 'aiCell = aiFrame(2)' });
    },
  },
];

/** Saves the active document under this name, by the dialog. */
async function saveAs(stage: Stage, name: string): Promise<void> {
  void vscode.commands.executeCommand('workbench.action.files.saveAs');
  await until(
    'the name box',
    () =>
      stage.gestures.perform({
        kind: 'html',
        selector: '.quick-input-widget:not([style*="display: none"]) input.input',
      }),
    (found) => Array.isArray(found) && found.length !== 0,
  );
  await stage.quiet(600);
  await stage.press('Control+A');
  await stage.keys.type(`${stage.folder}/${name}`);
  const target = stage.uri(name).toString();
  const isSaved = () => vscode.window.activeTextEditor?.document.uri.toString() === target;
  // The first Enter may only take over what is typed.
  for (let nTries = 0; nTries < 5 && !isSaved(); nTries++) {
    await stage.quiet(1200);
    if (!isSaved()) await stage.press('Enter');
  }
  await until('the copy', isSaved, (isThere) => isThere);
}

function notebook(sources: readonly string[]): string {
  return JSON.stringify({
    cells: sources.map((source, idx) => ({
      cell_type: 'code',
      id: `cell${idx}`,
      execution_count: null,
      metadata: {},
      outputs: [],
      source: [source],
    })),
    metadata: { language_info: { name: 'python' } },
    nbformat: 4,
    nbformat_minor: 5,
  });
}
