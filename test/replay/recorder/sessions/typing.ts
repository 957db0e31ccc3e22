import * as vscode from 'vscode';
import type { Session } from '../session.ts';

/** What a person's keys give, without anybody else. */
export const TYPING: readonly Session[] = [
  {
    name: 'typing-plain',
    about: 'A person types a function; Enter indents and brackets close by themselves.',
    tokens: { huTotalOf: 'human', huItems: 'human', huSum: 'human' },
    expects: ['cursor/type'],
    run: async (stage) => {
      stage.write('a.ts', '');
      await stage.open('a.ts');
      await stage.type('function huTotalOf(huItems');
      await stage.press('End');
      await stage.type(' {\nlet huSum = 0;');
    },
  },
  {
    name: 'typing-comment-enter',
    about: 'Enter inside a comment brings its leader on the next line.',
    tokens: { unRate: 'unknown', huKeeps: 'human', huCents: 'human' },
    expects: ['cursor/type'],
    run: async (stage) => {
      stage.write('a.ts', '/**\n * Rates.\n */\nexport const unRate = 7;\n');
      await stage.open('a.ts');
      await stage.behind('Rates.');
      await stage.type('\nhuKeeps whole\nhuCents');
    },
  },
  {
    name: 'typing-pairs',
    about: 'Brackets and quotes close by themselves, are typed over, and Backspace takes both.',
    tokens: { unRate: 'unknown', huCall: 'human', huKey: 'human', huLast: 'human' },
    expects: ['cursor/type'],
    run: async (stage) => {
      stage.write('a.ts', 'export const unRate = 7;\n');
      await stage.open('a.ts');
      await stage.press('Control+End');
      await stage.type("huCall(['huKey'], {})");
      await stage.type(';(');
      await stage.press('Backspace');
      await stage.type('huLast');
    },
  },
  {
    name: 'typing-surround',
    about: 'A bracket typed over a selection surrounds it.',
    tokens: { unRate: 'unknown', unBase: 'unknown', huWrap: 'human' },
    expects: ['cursor/type'],
    run: async (stage) => {
      stage.write('a.ts', 'export const unRate = unBase;\n');
      await stage.open('a.ts');
      await stage.select('unBase');
      await stage.type('(');
      await stage.before('(unBase');
      await stage.type('huWrap');
    },
  },
  {
    name: 'typing-multi-cursor',
    about: 'Three cursors type the same word at once.',
    tokens: { unOne: 'unknown', unTwo: 'unknown', unThree: 'unknown', huMark: 'human' },
    expects: ['cursor/type'],
    run: async (stage) => {
      stage.write('a.ts', 'unOne();\nunTwo();\nunThree();\n');
      await stage.open('a.ts');
      await stage.command('editor.action.insertCursorBelow');
      await stage.command('editor.action.insertCursorBelow');
      await stage.type('huMark.');
    },
  },
  {
    name: 'typing-multi-cursor-in-ai',
    about: 'Two cursors in AI lines type the same word, then it is undone.',
    tokens: { aiFirst: 'ai', aiSecond: 'ai', huAwait: 'human' },
    expects: ['inlineCompletionAccept', 'cursor/type', 'undo', 'redo'],
    run: async (stage) => {
      stage.write('a.ts', '');
      await stage.open('a.ts');
      await stage.accept({ text: 'aiFirst();\naiSecond();' });
      await stage.press('Control+Home');
      await stage.command('editor.action.insertCursorBelow');
      await stage.type('huAwait.');
      await stage.command('removeSecondaryCursors');
      await stage.press('Control+Z', 'Control+Y');
    },
  },
  {
    name: 'typing-ime-chinese',
    about: 'An input method composes two Chinese words in a comment.',
    tokens: { unRate: 'unknown', 价格: 'human', 税率: 'human' },
    expects: ['cursor/compositionType'],
    run: async (stage) => {
      stage.write('a.ts', 'export const unRate = 7;\n// \n');
      await stage.open('a.ts');
      await stage.behind('// ');
      await stage.gestures.compose(['j', 'jia', 'jiage', '价格'], '价格');
      await stage.quiet();
      await stage.type(' ');
      await stage.gestures.compose(['s', 'shui', '税率'], '税率');
      await stage.quiet();
    },
  },
  {
    name: 'typing-ime-japanese-in-ai',
    about: 'An input method composes within a string that an AI wrote.',
    tokens: { aiLabel: 'ai', aiShow: 'ai', 合計: 'human' },
    expects: ['inlineCompletionAccept', 'cursor/compositionType'],
    run: async (stage) => {
      stage.write('a.ts', '');
      await stage.open('a.ts');
      await stage.accept({ text: "const aiLabel = '';\naiShow(aiLabel);" });
      await stage.behind("= '");
      await stage.gestures.compose(['ｇ', 'ご', 'ごう', 'ごうけい', '合計'], '合計');
      await stage.quiet();
    },
  },
  {
    name: 'typing-emoji',
    about: 'Characters outside the basic plane are typed before and behind older ones.',
    tokens: { unFace: 'unknown', huParty: 'human', huSmile: 'human' },
    expects: ['change'],
    run: async (stage) => {
      stage.write('a.ts', "export const unFace = '🙂👩‍💻';\n");
      await stage.open('a.ts');
      await stage.behind('👩‍💻');
      await stage.gestures.compose([], '🎉');
      await stage.quiet();
      await stage.type(' huParty');
      await stage.before('🙂');
      await stage.type('huSmile ');
    },
  },
  {
    name: 'typing-delete-and-replace',
    about: 'Backspace, a word deleted, a selection typed over.',
    tokens: { unRate: 'unknown', huFinal: 'human', huNet: 'human' },
    expects: ['cursor/type'],
    run: async (stage) => {
      stage.write('a.ts', 'export const unRate = unOld + unGross;\n');
      await stage.open('a.ts');
      await stage.behind('unOld');
      await stage.press('Control+Backspace');
      await stage.type('huFinally');
      await stage.press('Backspace', 'Backspace');
      await stage.select('unGross');
      await stage.type('huNet');
    },
  },
  {
    name: 'typing-undo-redo',
    about: 'What was typed is undone, redone, undone, and something else is typed.',
    tokens: { unRate: 'unknown', huKept: 'human', huOther: 'human' },
    expects: ['undo', 'redo'],
    run: async (stage) => {
      stage.write('a.ts', 'export const unRate = 7;\n');
      await stage.open('a.ts');
      await stage.press('Control+End');
      await stage.type('huKept();\n');
      await stage.before('huKept');
      await stage.type('huGone');
      await stage.press('Control+Z', 'Control+Y', 'Control+Z');
      await stage.type('huOther.');
    },
  },
  {
    name: 'typing-crlf',
    about: 'A person types lines into a file with CRLF line ends.',
    tokens: { unRate: 'unknown', huOne: 'human', huTwo: 'human' },
    expects: ['cursor/type'],
    run: async (stage) => {
      stage.write('a.ts', 'export const unRate = 7;\r\n\r\n');
      await stage.open('a.ts');
      await stage.press('Control+End');
      await stage.type('huOne();\nhuTwo();\n');
    },
  },
  {
    name: 'typing-tabs',
    about: 'A person types into a file indented by tabs, with the Tab key and by selection.',
    tokens: { unLoop: 'unknown', huBody: 'human', huNext: 'human' },
    expects: ['cursor/type'],
    run: async (stage) => {
      stage.write('a.py', 'def unLoop():\n\tpass\n\n');
      await stage.open('a.py');
      await stage.press('Control+End');
      await stage.type('if huBody:\nhuNext()');
      await stage.press('Home', 'Tab');
      await stage.select('huBody:\n\t\thuNext');
      await stage.press('Tab', 'Shift+Tab');
    },
  },
  {
    name: 'typing-large-file',
    about: 'A person types in the middle and at the end of a file of 5,000 lines.',
    tokens: { unLine0001: 'unknown', unLine4999: 'unknown', huMiddle: 'human', huEnd: 'human' },
    expects: ['cursor/type'],
    run: async (stage) => {
      stage.write('a.ts', largeText());
      await stage.open('a.ts');
      await stage.behind('unLine2500 = 0;');
      await stage.type('\nhuMiddle();');
      await stage.press('Control+End');
      await stage.type('huEnd();');
    },
  },
  {
    name: 'typing-over-ai-line',
    about: 'A person deletes an AI line by hand and types another in its place.',
    tokens: { aiOpen: 'ai', aiClose: 'ai', huRead: 'human', huFile: 'human' },
    expects: ['inlineCompletionAccept', 'cursor/type'],
    run: async (stage) => {
      stage.write('a.ts', '');
      await stage.open('a.ts');
      await stage.accept({ text: 'aiOpen();\naiGoneLine(1);\naiClose();' });
      await stage.select('aiGoneLine(1);');
      await stage.press('Delete');
      await stage.type('huRead(huFile);');
    },
  },
  {
    name: 'typing-untitled',
    about: 'A person types in an untitled document that has no file.',
    tokens: { huDraft: 'human', huNote: 'human' },
    expects: ['cursor/type'],
    run: async (stage) => {
      await vscode.commands.executeCommand('workbench.action.files.newUntitledFile');
      await stage.quiet(300);
      await stage.type('huDraft = 1;\nhuNote = 2;');
    },
  },
];

/** Five thousand short lines. */
export function largeText(): string {
  const lines = Array.from({ length: 4999 }, (_, idx) => {
    return `const unLine${String(idx + 1).padStart(4, '0')} = 0;`;
  });
  return `${lines.join('\n')}\n`;
}
