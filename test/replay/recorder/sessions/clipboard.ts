import * as vscode from 'vscode';
import type { Session } from '../session.ts';
import { openBase } from './accepts.ts';

const AI_BLOCK =
  'function aiMoved(aiInput: string): string {\n  return aiInput.trim().toUpperCase();\n}';
const OUTSIDE = 'export function paFetch(paUrl: string) {\n  return paClient.get(paUrl);\n}';

/** Text that is copied, cut, pasted and dragged. */
export const CLIPBOARD: readonly Session[] = [
  {
    name: 'paste-outside',
    about: 'A function copied from outside the editor is pasted.',
    tokens: { unRate: 'unknown', paFetch: 'pasted', paUrl: 'pasted', paClient: 'pasted' },
    expects: ['pasting', 'cursor/paste'],
    run: async (stage) => {
      await openBase(stage);
      await stage.paste(OUTSIDE);
    },
  },
  {
    name: 'paste-word-outside',
    about: 'One word from outside is pasted into a line that a person types.',
    tokens: { unRate: 'unknown', huUse: 'human', paName: 'pasted', huMore: 'human' },
    expects: ['pasting', 'cursor/paste', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await stage.type('huUse(');
      await stage.paste('paName');
      await stage.type(', huMore');
    },
  },
  {
    name: 'paste-indented',
    about: 'Lines from outside are pasted within a function; the editor indents them anew.',
    tokens: { unOuter: 'unknown', paOne: 'pasted', paTwo: 'pasted', paThree: 'pasted' },
    expects: ['pasting', 'cursor/paste'],
    settings: { 'editor.autoIndentOnPaste': true },
    run: async (stage) => {
      stage.write('a.ts', 'function unOuter() {\n    if (true) {\n        \n    }\n}\n');
      await stage.open('a.ts');
      await stage.behind('{\n        ');
      await stage.paste('if (paOne) {\n  paTwo();\n}\npaThree();');
    },
  },
  {
    name: 'paste-over-ai',
    about: 'Text from outside is pasted over a line of an accepted completion.',
    tokens: { unRate: 'unknown', aiFirst: 'ai', aiLast: 'ai', paMiddle: 'pasted' },
    expects: ['inlineCompletionAccept', 'pasting', 'cursor/paste'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiFirst();\naiOldMiddle();\naiLast();' });
      await stage.select('aiOldMiddle();');
      await stage.paste('paMiddle(1, 2);');
    },
  },
  {
    name: 'paste-multi-cursor',
    about: 'Two lines from outside are pasted at two cursors, one line each.',
    tokens: { unLeft: 'unknown', unRight: 'unknown', paOne: 'pasted', paTwo: 'pasted' },
    expects: ['pasting', 'cursor/paste'],
    run: async (stage) => {
      stage.write('a.ts', 'unLeft = ;\nunRite = ;\nunRight;\n');
      await stage.open('a.ts');
      await stage.behind('unLeft = ');
      await stage.command('editor.action.insertCursorBelow');
      await stage.paste('paOne\npaTwo');
    },
  },
  {
    name: 'paste-by-command',
    about: 'Text from outside is pasted by the command; no paste provider is asked.',
    tokens: { unRate: 'unknown', paByMenu: 'pasted', paArgument: 'pasted' },
    expects: ['cursor/paste'],
    run: async (stage) => {
      await openBase(stage);
      await vscode.env.clipboard.writeText('paByMenu(paArgument);');
      await stage.command('editor.action.clipboardPasteAction');
      await stage.untilText('the paste', (text) => text.includes('paByMenu'));
    },
  },
  {
    name: 'paste-undo-redo',
    about: 'A paste from outside is undone and redone.',
    tokens: { unRate: 'unknown', paFetch: 'pasted', paClient: 'pasted' },
    expects: ['pasting', 'undo', 'redo'],
    run: async (stage) => {
      await openBase(stage);
      await stage.paste(OUTSIDE);
      await stage.press('Control+Z', 'Control+Y');
    },
  },
  {
    name: 'paste-crlf',
    about: 'Text with LF line ends from outside is pasted into a file with CRLF.',
    tokens: { unRate: 'unknown', paFetch: 'pasted', paClient: 'pasted' },
    expects: ['pasting', 'cursor/paste'],
    run: async (stage) => {
      stage.write('a.ts', 'export const unRate = 7;\r\n\r\n');
      await stage.open('a.ts');
      await stage.press('Control+End');
      await stage.paste(OUTSIDE);
    },
  },
  {
    name: 'cut-paste-ai',
    about: 'An accepted completion is cut and pasted further up.',
    tokens: { unRate: 'unknown', aiMoved: 'ai', aiInput: 'ai', huTop: 'human' },
    expects: ['inlineCompletionAccept', 'copying', 'cursor/cut', 'pasting', 'cursor/paste'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: AI_BLOCK });
      await stage.press('Control+Home');
      await stage.type('huTop();\n');
      await stage.select(AI_BLOCK);
      await stage.press('Control+X');
      await stage.before('export');
      await stage.press('Control+V');
      await stage.untilText('the paste', (text) => text.includes('aiMoved'));
    },
  },
  {
    name: 'copy-paste-ai',
    about: 'An accepted completion is copied and pasted below; both are AI.',
    tokens: { unRate: 'unknown', aiMoved: 'ai', aiInput: 'ai' },
    expects: ['inlineCompletionAccept', 'copying', 'pasting', 'cursor/paste'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: AI_BLOCK });
      await stage.select(AI_BLOCK);
      await stage.press('Control+C');
      await stage.press('Control+End');
      await stage.type('\n\n');
      await stage.press('Control+V');
      await stage.untilText('the copy', (text) => text.split('aiMoved').length === 3);
    },
  },
  {
    name: 'copy-paste-ai-other-file',
    about: 'An accepted completion is cut and pasted into another file.',
    tokens: { unRate: 'unknown', unOther: 'unknown', aiMoved: 'ai', aiInput: 'ai' },
    expects: ['inlineCompletionAccept', 'copying', 'cursor/cut', 'pasting', 'cursor/paste'],
    run: async (stage) => {
      stage.write('b.ts', 'export const unOther = 1;\n\n');
      await openBase(stage);
      await stage.accept({ text: AI_BLOCK });
      await stage.select(AI_BLOCK);
      await stage.press('Control+X');
      await stage.open('b.ts');
      await stage.press('Control+End');
      await stage.press('Control+V');
      await stage.untilText('the paste', (text) => text.includes('aiMoved'));
    },
  },
  {
    name: 'copy-paste-human',
    about: 'A line that a person typed is copied and pasted twice.',
    tokens: {
      unRate: 'unknown',
      huChosen: 'human',
      huCheckedValue: 'human',
      huFallbackValue: 'human',
    },
    expects: ['copying', 'pasting', 'cursor/paste'],
    run: async (stage) => {
      await openBase(stage);
      await stage.type('const huChosen = huCheckedValue || huFallbackValue;');
      await stage.select('const huChosen = huCheckedValue || huFallbackValue;');
      await stage.press('Control+C');
      await stage.press('Control+End');
      await stage.type('\n');
      await stage.press('Control+V');
      await stage.type('\n');
      await stage.press('Control+V');
      await stage.untilText('both', (text) => text.split('huCheckedValue').length === 4);
    },
  },
  {
    name: 'copy-paste-mixed',
    about: 'A stretch of typed and accepted lines is cut and pasted; each keeps its owner.',
    tokens: { unRate: 'unknown', huHead: 'human', aiBody: 'ai', aiArgument: 'ai', huFoot: 'human' },
    expects: ['inlineCompletionAccept', 'copying', 'cursor/cut', 'pasting', 'cursor/paste'],
    run: async (stage) => {
      await openBase(stage);
      await stage.type('huHead();\n');
      await stage.accept({ text: 'aiBody(aiArgument, 42, true);' });
      await stage.type('\nhuFoot();');
      await stage.select('huHead();\naiBody(aiArgument, 42, true);\nhuFoot();');
      await stage.press('Control+X');
      await stage.press('Control+Home');
      await stage.press('Control+V');
      await stage.untilText('the paste', (text) => text.includes('huFoot'));
    },
  },
  {
    name: 'copy-paste-unknown',
    about: 'Text that was in the file before is copied within it: nobody knows who wrote it.',
    tokens: { unRate: 'unknown', unDefaultExchange: 'unknown' },
    expects: ['copying', 'pasting', 'cursor/paste'],
    run: async (stage) => {
      stage.write('a.ts', 'export const unRate = unDefaultExchange(1, 2, 3, 4);\n');
      await stage.open('a.ts');
      await stage.select('export const unRate = unDefaultExchange(1, 2, 3, 4);\n');
      await stage.press('Control+C');
      await stage.press('Control+End');
      await stage.press('Control+V');
      await stage.untilText('the copy', (text) => text.split('unRate').length === 3);
    },
  },
  {
    name: 'cut-line-paste',
    about: 'Ctrl+X without a selection cuts an AI line, Ctrl+V puts it above another line.',
    tokens: { unRate: 'unknown', aiWholeLineToMove: 'ai', aiSecondArgument: 'ai', aiStays: 'ai' },
    expects: ['inlineCompletionAccept', 'copying', 'cursor/cut', 'pasting', 'cursor/paste'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiStays();\naiWholeLineToMove(1, aiSecondArgument, 2, 3);' });
      await stage.behind('aiWholeLine');
      await stage.press('Control+X');
      await stage.press('Control+Home');
      await stage.press('Control+V');
      await stage.untilText('the line', (text) => text.includes('aiWholeLine'));
    },
  },
  {
    name: 'cut-undo',
    about: 'AI text is cut, the cut undone, and the text pasted as well.',
    tokens: { unRate: 'unknown', aiMoved: 'ai', aiInput: 'ai' },
    expects: ['copying', 'cursor/cut', 'undo', 'cursor/paste'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: AI_BLOCK });
      await stage.select(AI_BLOCK);
      await stage.press('Control+X');
      await stage.press('Control+Z');
      await stage.press('Control+Home');
      await stage.press('Control+V');
      await stage.untilText('both', (text) => text.split('aiMoved').length === 3);
    },
  },
  {
    name: 'copy-short-ai',
    about: 'A short AI name is copied and pasted: too short to be called moved code.',
    tokens: { unRate: 'unknown', aiBrief: 'ai', huUse: 'human' },
    expects: ['inlineCompletionAccept', 'copying', 'pasting'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'const aiBrief = aiStart(7);' });
      await stage.select('aiStart');
      await stage.press('Control+C');
      await stage.press('Control+End');
      await stage.type('\nhuUse(');
      await stage.press('Control+V');
      await stage.untilText('the name', (text) => text.split('aiStart').length === 3);
    },
  },
  {
    name: 'drag-ai-lines',
    about: 'An accepted line is dragged with the mouse above another one.',
    tokens: { unRate: 'unknown', unMore: 'unknown', aiDraggedAlong: 'ai', aiSomeArgument: 'ai' },
    expects: ['inlineCompletionAccept', 'cursor/executeCommand'],
    run: async (stage) => {
      stage.write('a.ts', 'export const unRate = 7;\nexport const unMore = 8;\n');
      await stage.open('a.ts');
      await stage.press('Control+End');
      await stage.accept({ text: 'aiDraggedAlong(aiSomeArgument, 1, 2, 3, 4, 5);' });
      await stage.select('aiDraggedAlong(aiSomeArgument, 1, 2, 3, 4, 5);');
      await stage.gestures.drag(
        { line: 3, over: 'DraggedAlong' },
        { line: 2, over: 'export const unMore' },
      );
      await stage.quiet(400);
      await stage.untilText('the drop', (text) => /3\);export const unMore/.test(text));
    },
  },
  {
    name: 'drag-copy-ai',
    about: 'An accepted line is dragged with Ctrl: a copy of it lands above.',
    tokens: { unRate: 'unknown', unMore: 'unknown', aiDraggedAlong: 'ai', aiSomeArgument: 'ai' },
    expects: ['inlineCompletionAccept', 'cursor/executeCommand'],
    run: async (stage) => {
      stage.write('a.ts', 'export const unRate = 7;\nexport const unMore = 8;\n');
      await stage.open('a.ts');
      await stage.press('Control+End');
      await stage.accept({ text: 'aiDraggedAlong(aiSomeArgument, 1, 2, 3, 4, 5);' });
      await stage.select('aiDraggedAlong(aiSomeArgument, 1, 2, 3, 4, 5);');
      await stage.gestures.perform({
        kind: 'drag',
        from: { line: 3, over: 'DraggedAlong' },
        to: { line: 2, over: 'export const unMore' },
        isCopy: true,
      });
      await stage.quiet(400);
      await stage.untilText('the copy', (text) => text.split('aiDraggedAlong').length === 3);
    },
  },
  {
    name: 'drop-from-outside',
    about: 'Text from another program is dropped into the editor.',
    tokens: { unRate: 'unknown', paDropped: 'pasted', paArgument: 'pasted' },
    expects: ['change'],
    run: async (stage) => {
      await openBase(stage);
      const text = 'paDropped(paArgument, 1, 2, 3);';
      await stage.gestures.perform({ kind: 'drop', text, to: { line: 1, over: 'export' } });
      await stage.untilText('the drop', (now) => now.includes('paDropped'));
    },
  },
  {
    name: 'drag-human-words',
    about: 'Words that a person typed are dragged to another place of the same line.',
    tokens: { unRate: 'unknown', huLeft: 'human', huRight: 'human' },
    expects: ['cursor/executeCommand'],
    run: async (stage) => {
      await openBase(stage);
      await stage.type('call(huLeft, huRight, 5);');
      await stage.select('huLeft, ');
      await stage.gestures.drag({ line: 3, over: 'Left' }, { line: 3, over: '5);' });
      await stage.quiet(400);
      await stage.untilText('the drop', (text) => text.includes('huRight, huLeft'));
    },
  },
];
