import * as vscode from 'vscode';
import { until } from '../../../vscode/helpers.ts';
import type { Session } from '../session.ts';
import type { Stage } from '../stage.ts';
import { openBase } from './accepts.ts';

const MESSY_AI = 'function aiMess(aiValue){\nif(aiValue){return   aiValue+1}\nreturn 0}';
const FORMATTER = { 'editor.defaultFormatter': 'vscode.typescript-language-features' };

/** What the editor and other extensions do to text at a person's word. */
export const TOOLS: readonly Session[] = [
  {
    name: 'tool-editor-edit',
    about: 'Another extension edits by `TextEditor.edit`, at two places at once.',
    tokens: { unRate: 'unknown', exHeader: 'unknown', exFooter: 'unknown', huEnd: 'human' },
    expects: ['unknown/MainThreadTextEditor', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await stage.command('replayTools.editorEdit', [
        { start: 0, text: 'exHeader();\n' },
        { start: stage.text().length, text: 'exFooter();\n' },
      ]);
      await stage.press('Control+End');
      await stage.type('huEnd();');
    },
  },
  {
    name: 'tool-editor-edit-letters',
    about: 'Another extension inserts a word letter by letter, as if it were typed.',
    tokens: { unRate: 'unknown', exLetters: 'unknown', huEnd: 'human' },
    expects: ['unknown/MainThreadTextEditor', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      for (const letter of 'exLetters();\n') {
        const start = stage.text().length;
        await vscode.commands.executeCommand('replayTools.editorEdit', [{ start, text: letter }]);
      }
      await stage.press('Control+End');
      await stage.type('huEnd();');
    },
  },
  {
    name: 'tool-type-command',
    about: 'Another extension runs the command `type` with a whole line.',
    tokens: { unRate: 'unknown', exTypedOut: 'unknown', huEnd: 'human' },
    expects: ['cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await stage.command('type', { text: 'exTypedOut(1, 2, 3);\n' });
      await stage.type('huEnd();');
    },
  },
  {
    name: 'tool-apply-edit',
    about: 'Another extension edits the active document by `workspace.applyEdit`.',
    tokens: { unRate: 'unknown', exApplied: 'unknown', huEnd: 'human' },
    expects: ['unknown', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await applyEdit(stage, [{ name: 'a.ts', start: 26, text: 'exApplied(1);\n' }]);
      await stage.press('Control+End');
      await stage.type('huEnd();');
    },
  },
  {
    name: 'tool-apply-edit-background',
    about: 'Another extension edits a document that is open behind the active one.',
    tokens: { unRate: 'unknown', unBack: 'unknown', exBehind: 'unknown', huFront: 'human' },
    expects: ['unknown/pushEditOperation', 'cursor/type'],
    run: async (stage) => {
      stage.write('b.ts', 'export const unBack = 1;\n');
      await stage.open('b.ts');
      await openBase(stage);
      await stage.type('huFront();');
      await applyEdit(stage, [{ name: 'b.ts', start: 25, text: 'exBehind(2);\n' }]);
    },
  },
  {
    name: 'tool-apply-edit-two-files',
    about: 'One workspace edit changes the active document and one that was not open.',
    tokens: { unRate: 'unknown', unBack: 'unknown', exFront: 'unknown', exBehind: 'unknown' },
    expects: ['unknown', 'open'],
    run: async (stage) => {
      stage.write('b.ts', 'export const unBack = 1;\n');
      await openBase(stage);
      await applyEdit(stage, [
        { name: 'a.ts', start: 26, text: 'exFront(1);\n' },
        { name: 'b.ts', start: 25, text: 'exBehind(2);\n' },
      ]);
      await stage.quiet(1500);
    },
  },
  {
    name: 'tool-apply-edit-in-ai',
    about: 'Another extension replaces a word within an accepted completion.',
    tokens: { unRate: 'unknown', aiKeep: 'ai', exSwapped: 'unknown', aiTail: 'ai' },
    expects: ['inlineCompletionAccept', 'unknown'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiKeep(aiOldWord, aiTail);' });
      const start = stage.text().indexOf('aiOldWord');
      await applyEdit(stage, [{ name: 'a.ts', start, end: start + 9, text: 'exSwapped' }]);
    },
  },
  {
    name: 'tool-snippet',
    about: 'A snippet is inserted and its places filled in by keys.',
    tokens: { unRate: 'unknown', edEach: 'editor', huItem: 'human', huList: 'human' },
    expects: ['snippet', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await stage.command(
        'replayTools.insertSnippet',
        'edEach(${2:list}, (${1:item}) => {\n\t$0\n});',
      );
      await stage.untilText('the snippet', (text) => text.includes('edEach'));
      await stage.type('huItem');
      await stage.press('Tab');
      await stage.type('huList');
      await stage.press('Tab', 'Escape');
    },
  },
  {
    name: 'tool-suggest',
    about: 'An entry of the completion list is accepted by Tab over a typed prefix.',
    tokens: { unRate: 'unknown', knownWidth: 'human', huAfter: 'human' },
    parts: {
      knownWidth: [
        [0, 3, 'human'],
        [3, 10, 'editor'],
      ],
    },
    expects: ['suggest', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await stage.type('kno');
      await suggest(stage, [{ label: 'knownWidth', insertText: 'knownWidth' }], 'Tab');
      await stage.type('(huAfter');
    },
  },
  {
    name: 'tool-suggest-import',
    about: 'An entry of the completion list is accepted by Enter and brings its import along.',
    tokens: { unRate: 'unknown', edWidth: 'editor', huAfter: 'human' },
    expects: ['suggest', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await suggest(
        stage,
        [{ label: 'edWidth', insertText: 'edWidth', imports: "import { edWidth } from './w';\n" }],
        'Enter',
      );
      await stage.type('(huAfter');
    },
  },
  {
    name: 'tool-suggest-snippet',
    about: 'An entry of the completion list that is a snippet is accepted and filled in.',
    tokens: { unRate: 'unknown', edLoop: 'editor', huCount: 'human' },
    expects: ['suggest', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await suggest(
        stage,
        [{ label: 'edLoop', insertText: 'edLoop(${1:n}, () => {\n\t$0\n});', snippet: true }],
        'Tab',
      );
      await stage.type('huCount');
      await stage.press('Tab', 'Escape');
    },
  },
  {
    name: 'tool-format-document',
    about: 'Typed lines are formatted by the command: each word keeps its owner.',
    tokens: { unRate: 'unknown', huMess: 'human', huValue: 'human' },
    expects: ['unknown/formatEditsCommand', 'cursor/type'],
    settings: FORMATTER,
    run: async (stage) => {
      await openBase(stage);
      await stage.type('if(huMess  ){huValue( 1 )');
      await stage.command('editor.action.formatDocument');
      await stage.untilText('the format', (text) => text.includes('huValue(1)'));
    },
  },
  {
    name: 'tool-format-ai',
    about: 'An accepted completion is formatted: it stays AI.',
    tokens: { unRate: 'unknown', aiMess: 'ai', aiValue: 'ai', huEnd: 'human' },
    expects: ['inlineCompletionAccept', 'unknown/formatEditsCommand'],
    settings: FORMATTER,
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: MESSY_AI });
      await stage.type('\nhuEnd( );');
      await stage.command('editor.action.formatDocument');
      await stage.untilText('the format', (text) => text.includes('aiValue + 1'));
    },
  },
  {
    name: 'tool-format-undo',
    about: 'An accepted completion is formatted, the format undone and redone.',
    tokens: { unRate: 'unknown', aiMess: 'ai', aiValue: 'ai' },
    expects: ['inlineCompletionAccept', 'unknown/formatEditsCommand', 'undo', 'redo'],
    settings: FORMATTER,
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: MESSY_AI });
      await stage.command('editor.action.formatDocument');
      await stage.untilText('the format', (text) => text.includes('aiValue + 1'));
      await stage.press('Control+Z', 'Control+Y');
    },
  },
  {
    name: 'tool-format-on-save',
    about: 'Saving formats typed and accepted lines.',
    tokens: { unRate: 'unknown', aiMess: 'ai', aiValue: 'ai', huCall: 'human' },
    expects: ['inlineCompletionAccept', 'unknown/formatEditsCommand', 'save'],
    settings: { ...FORMATTER, 'editor.formatOnSave': true },
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: MESSY_AI });
      await stage.type('\nhuCall( 1 );');
      await stage.save();
      await stage.untilText('the format', (text) => text.includes('huCall(1)'));
    },
  },
  {
    name: 'tool-format-on-paste',
    about: 'A paste from outside is formatted as it lands.',
    tokens: { unRate: 'unknown', paMess: 'pasted', paValue: 'pasted' },
    expects: ['pasting', 'cursor/paste'],
    settings: { ...FORMATTER, 'editor.formatOnPaste': true },
    run: async (stage) => {
      await openBase(stage);
      await stage.paste('if(paMess){\npaValue( 1 )}');
      await stage.quiet(600);
    },
  },
  {
    name: 'tool-format-on-type',
    about: 'Typing a closing brace formats the line.',
    tokens: { unRate: 'unknown', huMess: 'human', huValue: 'human' },
    expects: ['cursor/type', 'unknown/formatEditsCommand'],
    settings: { ...FORMATTER, 'editor.formatOnType': true, 'editor.autoClosingBrackets': 'never' },
    run: async (stage) => {
      await openBase(stage);
      await stage.type('if(huMess){huValue( 1 );');
      await stage.quiet(400);
      await stage.type('}');
      await stage.quiet(600);
    },
  },
  {
    name: 'tool-will-save',
    about: 'Another extension adds a line while the file is saved.',
    tokens: { unRate: 'unknown', aiBody: 'ai', exBanner: 'unknown' },
    expects: ['inlineCompletionAccept', 'unknown', 'save'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiBody(1);' });
      await stage.command('replayTools.onWillSave', { at: 0, text: '// exBanner\n' });
      await stage.save();
    },
  },
  {
    name: 'tool-save-cleanup',
    about: 'Saving trims blanks at line ends and adds the last line break.',
    tokens: { unRate: 'unknown', huBlank: 'human', aiTail: 'ai' },
    expects: ['inlineCompletionAccept', 'save'],
    settings: { 'files.trimTrailingWhitespace': true, 'files.insertFinalNewline': true },
    run: async (stage) => {
      await openBase(stage);
      await stage.type('huBlank();   \n');
      await stage.accept({ text: 'aiTail();  \naiTail();' });
      await stage.press('Control+Home');
      await stage.save();
    },
  },
  {
    name: 'tool-auto-save',
    about: 'With auto-save, an accepted and a typed line are saved a moment later.',
    tokens: { unRate: 'unknown', aiBody: 'ai', huBody: 'human' },
    expects: ['inlineCompletionAccept', 'save'],
    settings: { 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 100 },
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiBody(1);' });
      await stage.quiet(600);
      await stage.type('\nhuBody();');
      await stage.quiet(800);
    },
  },
  {
    name: 'tool-code-action',
    about: 'A quick fix of another extension rewrites a word within AI text.',
    tokens: { unRate: 'unknown', aiCall: 'ai', edFixed: 'editor' },
    expects: ['inlineCompletionAccept', 'codeAction'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiCall(aiWrong);' });
      const start = stage.text().indexOf('aiWrong');
      const action = { title: 'Fix it', kind: 'quickfix', start, end: start + 7, text: 'edFixed' };
      await stage.command('replayTools.codeAction', action);
      await stage.behind('aiWro');
      await stage.command('editor.action.codeAction', { kind: 'quickfix', apply: 'first' });
      await stage.untilText('the fix', (text) => text.includes('edFixed'));
    },
  },
  {
    name: 'tool-rename-ai',
    about: 'F2 renames an identifier that an AI wrote, at three places: it stays AI.',
    tokens: { unRate: 'unknown', aiRenamed: 'ai', aiUse: 'ai' },
    expects: ['inlineCompletionAccept', 'rename'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'const aiBefore = 1;\naiUse(aiBefore, aiBefore);' });
      await stage.behind('const aiBef');
      await rename(stage, 'aiRenamed');
    },
  },
  {
    name: 'tool-rename-human',
    about: 'F2 renames an identifier that a person typed and an AI uses.',
    tokens: { unRate: 'unknown', huNew: 'human', huOnly: 'human', aiUse: 'ai' },
    expects: ['inlineCompletionAccept', 'rename', 'undo', 'redo'],
    run: async (stage) => {
      await openBase(stage);
      await stage.type('const huOld = huOnly;');
      await stage.behind('const huO');
      await rename(stage, 'huNew');
      await stage.press('Control+Z', 'Control+Y');
      await stage.press('Control+End');
      await stage.type('\n');
      await stage.accept({ text: 'aiUse();' });
    },
  },
  {
    name: 'tool-rename-by-hand',
    about: 'A person types a new name over an AI identifier.',
    tokens: { unRate: 'unknown', aiUse: 'ai', huByHand: 'human', aiOther: 'ai' },
    expects: ['inlineCompletionAccept', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiUse(aiBefore, aiOther);' });
      await stage.select('aiBefore');
      await stage.type('huByHand');
    },
  },
  {
    name: 'tool-change-all',
    about: 'Ctrl+F2 selects every place of an AI word, and a person types over all at once.',
    tokens: { unRate: 'unknown', aiUse: 'ai', huEvery: 'human' },
    expects: ['inlineCompletionAccept', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiUse(aiBefore);\naiUse(aiBefore);' });
      await stage.select('aiBefore');
      await stage.command('editor.action.selectHighlights');
      await stage.type('huEvery');
    },
  },
  {
    name: 'tool-replace-all',
    about: 'Find and replace changes a word everywhere, within AI text too.',
    tokens: { unRate: 'unknown', aiUse: 'ai', edReplaced: 'editor' },
    expects: ['inlineCompletionAccept', 'cursor/executeCommand'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiUse(aiBefore);\naiUse(aiBefore);' });
      await stage.command('editor.actions.findWithArgs', {
        searchString: 'aiBefore',
        replaceString: 'edReplaced',
      });
      await stage.quiet(500);
      await stage.command('editor.action.replaceAll');
      await stage.untilText('the replacement', (text) => text.split('edReplaced').length === 3);
      await stage.press('Escape');
    },
  },
  {
    name: 'tool-move-line-across-owners',
    about: 'Alt+Down moves a typed line across two AI lines, Alt+Up an AI line over it.',
    tokens: { unRate: 'unknown', huMover: 'human', aiFirst: 'ai', aiSecond: 'ai' },
    expects: ['inlineCompletionAccept', 'cursor/executeCommands'],
    run: async (stage) => {
      await openBase(stage);
      await stage.type('huMover(1);\n');
      await stage.accept({ text: 'aiFirst(1, 2);\naiSecond(3, 4);' });
      await stage.behind('huMov');
      await stage.press('Alt+ArrowDown', 'Alt+ArrowDown');
      await stage.behind('aiSec');
      await stage.press('Alt+ArrowUp');
    },
  },
  {
    name: 'tool-undo-each',
    about: 'Moving, commenting and changing case of AI and typed lines, each undone and redone.',
    tokens: { unRate: 'unknown', huMover: 'human', aiFirst: 'ai', aiSecond: 'ai' },
    expects: ['inlineCompletionAccept', 'cursor/executeCommands', 'undo', 'redo'],
    run: async (stage) => {
      await openBase(stage);
      await stage.type('huMover(1);\n');
      await stage.accept({ text: 'aiFirst(1, 2);\naiSecond(3, 4);' });
      await stage.behind('huMov');
      await stage.press('Alt+ArrowDown', 'Control+Z', 'Control+Y');
      await stage.press('Control+/', 'Control+Z', 'Control+Y');
      await stage.select('aiFirst');
      await stage.command('editor.action.transformToUppercase');
      await stage.press('Control+Z');
    },
  },
  {
    name: 'tool-suggest-undo',
    about: 'An entry of the completion list with its import is accepted, undone and redone.',
    tokens: { unRate: 'unknown', edWidth: 'editor', aiAbove: 'ai' },
    expects: ['inlineCompletionAccept', 'suggest', 'undo', 'redo'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiAbove();' });
      await stage.type('\n');
      await suggest(
        stage,
        [{ label: 'edWidth', insertText: 'edWidth', imports: "import { edWidth } from './w';\n" }],
        'Enter',
      );
      await stage.press('Control+Z', 'Control+Y');
    },
  },
  {
    name: 'tool-copy-line',
    about: 'Shift+Alt+Down copies an AI line and a typed line.',
    tokens: { unRate: 'unknown', aiCopied: 'ai', huCopied: 'human' },
    expects: ['inlineCompletionAccept', 'cursor/executeCommands'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiCopied(1, 2, 3);' });
      await stage.type('\nhuCopied(4, 5, 6);');
      await stage.command('editor.action.copyLinesDownAction');
      await stage.behind('aiCop');
      await stage.command('editor.action.copyLinesDownAction');
    },
  },
  {
    name: 'tool-delete-line',
    about: 'Ctrl+Shift+K deletes the middle one of three AI lines; then it is undone.',
    tokens: { unRate: 'unknown', aiFirst: 'ai', aiMiddle: 'ai', aiThird: 'ai' },
    expects: ['inlineCompletionAccept', 'unknown/editor.action.deleteLines', 'undo'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiFirst();\naiMiddle();\naiThird();' });
      await stage.behind('aiMid');
      await stage.press('Control+Shift+K', 'Control+Z');
    },
  },
  {
    name: 'tool-comment',
    about: 'AI and typed lines are commented out and in again.',
    tokens: { unRate: 'unknown', aiFirst: 'ai', aiSecond: 'ai', huThird: 'human' },
    expects: ['inlineCompletionAccept', 'cursor/executeCommands'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiFirst();\naiSecond();' });
      await stage.type('\nhuThird();');
      await stage.select('aiFirst();\naiSecond();\nhuThird();');
      await stage.press('Control+/', 'Control+/', 'Control+/');
    },
  },
  {
    name: 'tool-indent-and-join',
    about: 'AI lines are indented, outdented and joined.',
    tokens: { unRate: 'unknown', aiFirst: 'ai', aiSecond: 'ai', aiThird: 'ai' },
    expects: ['inlineCompletionAccept', 'cursor/executeCommands'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiFirst();\naiSecond();\naiThird();' });
      await stage.select('aiFirst();\naiSecond();');
      await stage.press('Control+]', 'Control+]', 'Control+[');
      await stage.behind('aiSec');
      await stage.command('editor.action.joinLines');
    },
  },
  {
    name: 'tool-sort-lines',
    about: 'AI and typed lines are sorted among each other.',
    tokens: { unRate: 'unknown', aiZeta: 'ai', aiBeta: 'ai', huMiddle: 'human' },
    expects: ['inlineCompletionAccept', 'change'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'call_z(aiZeta);\ncall_b(aiBeta);' });
      await stage.type('\ncall_m(huMiddle);');
      await stage.select('call_z(aiZeta);\ncall_b(aiBeta);\ncall_m(huMiddle);');
      await stage.command('editor.action.sortLinesAscending');
    },
  },
  {
    name: 'tool-change-case',
    about: 'An AI word is turned to upper case, a typed one to lower case.',
    tokens: { unRate: 'unknown', aiFirst: 'ai', AISECOND: 'ai', hulower: 'human' },
    expects: ['inlineCompletionAccept', 'change'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiFirst(aiSecond);' });
      await stage.type('\nhuLOWER();');
      await stage.select('huLOWER');
      await stage.command('editor.action.transformToLowercase');
      await stage.select('aiSecond');
      await stage.command('editor.action.transformToUppercase');
    },
  },
  {
    name: 'tool-eol-change',
    about: 'The line ends turn from LF to CRLF and back, with AI and typed lines.',
    tokens: { unRate: 'unknown', aiFirst: 'ai', aiSecond: 'ai', huThird: 'human' },
    expects: ['inlineCompletionAccept', 'eolChange'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiFirst();\naiSecond();' });
      await stage.type('\nhuThird();');
      for (const eol of [vscode.EndOfLine.CRLF, vscode.EndOfLine.LF, vscode.EndOfLine.CRLF]) {
        await stage.editor().edit((builder) => builder.setEndOfLine(eol));
        await stage.quiet();
      }
    },
  },
  {
    name: 'tool-linked-editing',
    about: 'A tag name typed at the start changes the end tag along with it.',
    // The tag itself is not scored: the same word is typed in one place and the editor's in the other.
    tokens: { unText: 'unknown' },
    expects: ['cursor/type'],
    settings: { 'editor.linkedEditing': true },
    run: async (stage) => {
      stage.write('a.html', '<b>unText</b>\n');
      await stage.open('a.html');
      await stage.quiet(1500);
      await stage.select('b');
      await stage.type('huTag');
      await stage.untilText('both tags', (text) => text.includes('</huTag>'));
    },
  },
];

/** One workspace edit of another extension, by offsets. */
async function applyEdit(
  stage: Stage,
  edits: readonly { name: string; start: number; end?: number; text: string }[],
): Promise<void> {
  await stage.command(
    'replayTools.applyEdit',
    edits.map(({ name, ...edit }) => ({ uri: stage.uri(name).toString(), ...edit })),
  );
}

/** Opens the completion list with these entries and takes the first by this key. */
async function suggest(stage: Stage, items: readonly object[], key: string): Promise<void> {
  await stage.command('replayTools.complete', items);
  await stage.press('Control+Space');
  await untilOnScreen(stage, '.suggest-widget.visible .monaco-list-row.focused');
  await stage.quiet(300);
  await stage.press(key);
  await stage.quiet(300);
}

async function rename(stage: Stage, name: string): Promise<void> {
  await stage.quiet(300);
  await stage.press('F2');
  await untilOnScreen(stage, '.rename-box input');
  await stage.quiet(300);
  await stage.press('Control+A');
  await stage.keys.type(name);
  await stage.press('Enter');
  await stage.untilText('the new name', (text) => text.includes(name));
}

async function untilOnScreen(stage: Stage, selector: string): Promise<void> {
  await until(
    `${selector} on screen`,
    () => stage.gestures.perform({ kind: 'html', selector }),
    (found) => Array.isArray(found) && found.length !== 0,
  );
}
