import * as vscode from 'vscode';
import type { Session } from '../session.ts';
import type { Stage } from '../stage.ts';
import { largeText } from './typing.ts';

const BASE = 'export const unRate = 7;\n\n';
const NET = 'function aiNetOf(aiGross: number): number {\n  return aiGross / 1.19;\n}';

/** Completions that a person accepts. */
export const ACCEPTS: readonly Session[] = [
  {
    name: 'accept-tab',
    about: 'A completion of three lines is accepted by Tab on an empty line.',
    tokens: { unRate: 'unknown', aiNetOf: 'ai', aiGross: 'ai' },
    expects: ['inlineCompletionAccept', 'accepted'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: NET });
    },
  },
  {
    name: 'accept-tab-prefix',
    about: 'A person types the first words; the completion replaces them and goes on.',
    tokens: { unRate: 'unknown', huNetOf: 'human', aiGross: 'ai', aiFactor: 'ai' },
    expects: ['inlineCompletionAccept', 'accepted', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await stage.type('function huNetOf');
      await stage.accept({
        text: 'function huNetOf(aiGross: number, aiFactor: number) {\n  return aiGross / aiFactor;\n}',
        over: 'function huNetOf',
      });
    },
  },
  {
    name: 'accept-tab-no-replace',
    about: 'A completion that only inserts behind what a person typed.',
    tokens: { unRate: 'unknown', huLimit: 'human', aiClamp: 'ai', aiWidth: 'ai' },
    expects: ['inlineCompletionAccept', 'accepted'],
    run: async (stage) => {
      await openBase(stage);
      await stage.type('const huLimit = ');
      await stage.accept({ text: 'aiClamp(aiWidth, 0, 100);' });
    },
  },
  {
    name: 'accept-in-word',
    about: 'A completion finishes a word that a person began.',
    tokens: { unRate: 'unknown', compuTotals: 'human', aiRows: 'ai' },
    parts: {
      compuTotals: [
        [0, 5, 'human'],
        [5, 11, 'ai'],
      ],
    },
    expects: ['inlineCompletionAccept', 'accepted'],
    run: async (stage) => {
      await openBase(stage);
      await stage.type('compu');
      await stage.accept({ text: 'compuTotals(aiRows);', over: 'compu' });
    },
  },
  {
    name: 'accept-over-closers',
    about: 'A completion brings the bracket itself that the editor had closed.',
    tokens: { unRate: 'unknown', huPrint: 'human', aiHeader: 'ai', aiFooter: 'ai' },
    expects: ['inlineCompletionAccept', 'accepted'],
    run: async (stage) => {
      await openBase(stage);
      await stage.type('huPrint(');
      await stage.accept({
        text: 'huPrint(aiHeader, aiFooter);',
        over: 'huPrint(',
        overBehind: ')',
      });
    },
  },
  {
    name: 'accept-words',
    about: 'Three words of a completion are accepted one by one; the rest is dismissed.',
    tokens: { unRate: 'unknown', aiTotal: 'ai' },
    expects: ['inlineCompletionPartialAccept', 'inlineCompletionPartialAccept/word', 'accepted'],
    run: async (stage) => {
      await openBase(stage);
      await stage.offer({ text: 'const aiTotal = aiSumOf(aiRows);' });
      await stage.press('Control+ArrowRight', 'Control+ArrowRight', 'Control+ArrowRight');
      await stage.press('Escape');
    },
  },
  {
    name: 'accept-words-then-tab',
    about: 'Two words of a completion are accepted, then the whole by Tab.',
    tokens: { unRate: 'unknown', aiTotal: 'ai', aiSumOf: 'ai', aiRows: 'ai' },
    expects: ['inlineCompletionPartialAccept/word', 'inlineCompletionAccept', 'accepted'],
    run: async (stage) => {
      await openBase(stage);
      await stage.offer({ text: 'const aiTotal = aiSumOf(aiRows);\naiShow(aiTotal);' });
      await stage.press('Control+ArrowRight', 'Control+ArrowRight', 'Tab');
    },
  },
  {
    name: 'accept-words-typed-between',
    about: 'A word is accepted, the next is typed by hand as offered, the next is accepted.',
    tokens: { unRate: 'unknown', huWidth: 'human', aiMax: 'ai' },
    expects: ['inlineCompletionPartialAccept/word', 'cursor/type', 'accepted'],
    run: async (stage) => {
      await openBase(stage);
      await stage.offer({ text: 'const huWidth = aiMax(aiSizes);' });
      await stage.press('Control+ArrowRight');
      await stage.type(' huWidth');
      await stage.press('Control+ArrowRight', 'Control+ArrowRight', 'Control+ArrowRight');
      await stage.press('Escape');
    },
  },
  {
    name: 'accept-line',
    about: 'The first line of a completion is accepted by the command; it has no key.',
    tokens: { unRate: 'unknown', aiOpened: 'ai' },
    expects: ['inlineCompletionPartialAccept', 'inlineCompletionPartialAccept/line'],
    run: async (stage) => {
      await openBase(stage);
      await stage.offer({ text: 'const aiOpened = aiOpen();\naiClose(aiOpened);' });
      await stage.command('editor.action.inlineSuggest.acceptNextLine');
      await stage.press('Escape');
    },
  },
  {
    name: 'accept-line-told',
    about: 'The first line of a completion is accepted by a command of ours that also tells of it.',
    tokens: { unRate: 'unknown', aiOpened: 'ai', huAfter: 'human' },
    expects: ['inlineCompletionPartialAccept/line', 'accepted', 'cursor/type'],
    run: async (stage) => {
      const id = 'editor.action.inlineSuggest.acceptNextLine';
      await openBase(stage);
      await stage.offer({ text: 'const aiOpened = aiOpen();\naiClose(aiOpened);' });
      await vscode.commands.executeCommand(id);
      await vscode.commands.executeCommand('countersign.accepted', id);
      await stage.press('Escape');
      await stage.command('replayAi.clear');
      await stage.type('huAfter();');
    },
  },
  {
    name: 'accept-lines-then-tab',
    about: 'The first line of a completion is accepted by the command, the rest by Tab.',
    tokens: { unRate: 'unknown', aiOpened: 'ai', aiClose: 'ai', aiTold: 'ai' },
    expects: ['inlineCompletionPartialAccept/line', 'inlineCompletionAccept', 'accepted'],
    run: async (stage) => {
      await openBase(stage);
      await stage.offer({ text: 'const aiOpened = aiOpen();\naiClose(aiOpened);\naiTold();' });
      await stage.command('editor.action.inlineSuggest.acceptNextLine');
      await stage.press('Tab');
      await stage.untilText('the rest', (text) => text.includes('aiTold'));
    },
  },
  {
    name: 'accept-typed-through',
    about: 'A person types exactly what is offered and never accepts it.',
    tokens: { unRate: 'unknown', huFirst: 'human', huSecond: 'human' },
    expects: ['cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await stage.offer({ text: 'huFirst(huSecond);' });
      await stage.type('huFirst(huSecond');
      await stage.press('Escape');
    },
  },
  {
    name: 'accept-typed-through-then-tab',
    about: 'A person types the first words as offered and accepts the rest by Tab.',
    tokens: { unRate: 'unknown', huFirst: 'human', aiSecond: 'ai', aiThird: 'ai' },
    expects: ['cursor/type', 'inlineCompletionAccept', 'accepted'],
    run: async (stage) => {
      await openBase(stage);
      await stage.offer({ text: 'huFirst.aiSecond(aiThird);' });
      await stage.type('huFirst.');
      await stage.press('Tab');
      await stage.untilText('the rest', (text) => text.includes('aiThird'));
    },
  },
  {
    name: 'accept-dismissed',
    about: 'An offer is dismissed by Escape and something else typed.',
    tokens: { unRate: 'unknown', huOwn: 'human', huWords: 'human' },
    expects: ['cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await stage.offer({ text: NET });
      await stage.press('Escape');
      await stage.command('replayAi.clear');
      await stage.type('huOwn(huWords);');
    },
  },
  {
    name: 'accept-by-palette',
    about: 'A completion is accepted by the command itself, not by a key: no word of it comes.',
    tokens: { unRate: 'unknown', aiNetOf: 'ai', aiGross: 'ai' },
    expects: ['inlineCompletionAccept'],
    run: async (stage) => {
      await openBase(stage);
      await stage.offer({ text: NET });
      await stage.command('editor.action.inlineSuggest.commit');
      await stage.untilText('the completion', (text) => text.includes('aiNetOf'));
    },
  },
  {
    name: 'accept-undo',
    about: 'A completion is accepted and undone; a person types instead.',
    tokens: { unRate: 'unknown', huInstead: 'human' },
    expects: ['inlineCompletionAccept', 'accepted', 'undo'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: NET });
      await stage.press('Control+Z');
      await stage.type('huInstead();');
    },
  },
  {
    name: 'accept-undo-redo',
    about: 'A completion over a typed prefix is accepted, undone and redone.',
    tokens: { unRate: 'unknown', huNetOf: 'human', aiGross: 'ai' },
    expects: ['inlineCompletionAccept', 'accepted', 'undo', 'redo'],
    run: async (stage) => {
      await openBase(stage);
      await stage.type('function huNetOf');
      await stage.accept({
        text: 'function huNetOf(aiGross: number) {\n  return aiGross;\n}',
        over: 'function huNetOf',
      });
      await stage.press('Control+Z', 'Control+Y');
    },
  },
  {
    name: 'accept-words-undo',
    about: 'Two words of a completion are accepted, both undone and one redone.',
    tokens: { unRate: 'unknown', huAfter: 'human' },
    expects: ['inlineCompletionPartialAccept/word', 'undo', 'redo', 'accepted'],
    run: async (stage) => {
      await openBase(stage);
      await stage.offer({ text: 'aiLeft.aiRight();' });
      await stage.press('Control+ArrowRight', 'Control+ArrowRight', 'Escape');
      await stage.command('replayAi.clear');
      await stage.press('Control+Z', 'Control+Y', 'Control+Z', 'Control+Z');
      await stage.type('huAfter');
    },
  },
  {
    name: 'accept-twice',
    about: 'Two completions are accepted one behind the other, a line typed between them.',
    tokens: { unRate: 'unknown', aiOne: 'ai', huBetween: 'human', aiTwo: 'ai' },
    expects: ['inlineCompletionAccept', 'accepted', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiOne();' });
      await stage.type('\nhuBetween();\n');
      await stage.accept({ text: 'aiTwo();' });
    },
  },
  {
    name: 'accept-then-tab-at-once',
    about: 'Tab is pressed twice at once: the first accepts, the second indents.',
    tokens: { unRate: 'unknown', aiDone: 'ai', huTail: 'human' },
    expects: ['inlineCompletionAccept', 'accepted', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await stage.offer({ text: 'aiDone();' });
      await stage.keys.perform([{ press: 'Tab' }, { press: 'Tab' }, { type: 'huTail' }]);
      await stage.untilText('the tail', (text) => text.includes('huTail'));
    },
  },
  {
    name: 'accept-then-letter-at-once',
    about: 'A letter is typed right behind the Tab that accepts.',
    tokens: { unRate: 'unknown', aiDone: 'ai', huX: 'human' },
    expects: ['inlineCompletionAccept', 'accepted', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await stage.offer({ text: 'aiDone();' });
      await stage.keys.perform([{ press: 'Tab' }, { type: ' huX' }]);
      await stage.untilText('the letter', (text) => text.includes('huX'));
    },
  },
  {
    name: 'accept-host-busy',
    about: 'Tab and letters are pressed while the extension host is busy for half a second.',
    tokens: { unRate: 'unknown', aiDone: 'ai', huLetters: 'human' },
    expects: ['inlineCompletionAccept', 'accepted', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await stage.offer({ text: 'aiDone();' });
      const pressed = stage.keys.perform([{ press: 'Tab' }, { type: ' huLetters' }]);
      for (const since = Date.now(); Date.now() - since < 500; );
      await pressed;
      await stage.untilText('the letters', (text) => text.includes('huLetters'));
    },
  },
  {
    name: 'accept-multi-cursor',
    about: 'A completion is accepted with two cursors, and comes at both.',
    tokens: { unLeft: 'unknown', unRight: 'unknown', aiBoth: 'ai', aiArgument: 'ai' },
    expects: ['inlineCompletionAccept', 'accepted'],
    run: async (stage) => {
      stage.write('a.ts', 'unLeft = \nunWest = \nunRight;\n');
      await stage.open('a.ts');
      await stage.behind('unLeft = ');
      await stage.command('editor.action.insertCursorBelow');
      await stage.accept({ text: 'aiBoth(aiArgument);' });
      await stage.untilText('both', (text) => text.split('aiBoth').length === 3);
    },
  },
  {
    name: 'accept-snippet',
    about: 'A completion that is a snippet is accepted and filled in; the platform says `snippet`.',
    tokens: { unRate: 'unknown', aiLoop: 'ai', aiStep: 'ai', huCount: 'human' },
    expects: ['snippet', 'accepted', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'aiLoop(${1:n}, () => {\n\taiStep();$0\n});', isSnippet: true });
      await stage.type('huCount');
      await stage.press('Tab', 'Escape');
    },
  },
  {
    name: 'accept-long',
    about: 'A completion of eighty lines is accepted, and a line typed in its middle.',
    tokens: { unRate: 'unknown', aiLine01: 'ai', aiLine80: 'ai', huMiddle: 'human' },
    expects: ['inlineCompletionAccept', 'accepted', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      const lines = Array.from({ length: 80 }, (_, idx) => {
        return `aiLine${String(idx + 1).padStart(2, '0')}(aiBase);`;
      });
      await stage.accept({ text: lines.join('\n') });
      await stage.behind('aiLine40(aiBase);');
      await stage.type('\nhuMiddle();');
    },
  },
  {
    name: 'accept-crlf',
    about: 'A completion is accepted in a file with CRLF line ends.',
    tokens: { unRate: 'unknown', aiNetOf: 'ai', aiGross: 'ai', huEnd: 'human' },
    expects: ['inlineCompletionAccept', 'accepted'],
    run: async (stage) => {
      stage.write('a.ts', 'export const unRate = 7;\r\n\r\n');
      await stage.open('a.ts');
      await stage.press('Control+End');
      await stage.accept({ text: NET });
      await stage.type('\nhuEnd();');
    },
  },
  {
    name: 'accept-tabs',
    about: 'A completion in spaces is accepted within a file indented by tabs.',
    tokens: { unLoop: 'unknown', aiRow: 'ai', aiPrint: 'ai' },
    expects: ['inlineCompletionAccept', 'accepted'],
    run: async (stage) => {
      stage.write('a.py', 'def unLoop():\n\t\n');
      await stage.open('a.py');
      await stage.behind('\n\t');
      await stage.accept({ text: 'for aiRow in rows:\n\t\taiPrint(aiRow)' });
    },
  },
  {
    name: 'accept-non-bmp',
    about: 'Completions around and with characters outside the basic plane.',
    tokens: { unFace: 'unknown', aiCat: 'ai', huDog: 'human', aiBird: 'ai' },
    expects: ['inlineCompletionAccept', 'accepted'],
    run: async (stage) => {
      stage.write('a.ts', "export const unFace = '🙂';\n");
      await stage.open('a.ts');
      await stage.press('Control+End');
      await stage.accept({ text: "const aiCat = '😺漢字';" });
      await stage.type(" '🐶'; huDog; ");
      await stage.accept({ text: "aiBird('𝒳🐦');" });
    },
  },
  {
    name: 'accept-large-file',
    about: 'A completion is accepted in the middle of a file of 5,000 lines.',
    tokens: { unLine0001: 'unknown', unLine4999: 'unknown', aiMiddle: 'ai', huAfter: 'human' },
    expects: ['inlineCompletionAccept', 'accepted'],
    run: async (stage) => {
      stage.write('a.ts', largeText());
      await stage.open('a.ts');
      await stage.behind('unLine2500 = 0;');
      await stage.type('\n');
      await stage.accept({ text: 'aiMiddle();' });
      await stage.type('\nhuAfter();');
    },
  },
  {
    name: 'accept-untitled',
    about: 'A completion is accepted in an untitled document.',
    tokens: { huDraft: 'human', aiDrafted: 'ai' },
    expects: ['inlineCompletionAccept', 'accepted'],
    run: async (stage) => {
      await vscode.commands.executeCommand('workbench.action.files.newUntitledFile');
      await stage.quiet(300);
      await stage.type('huDraft = 1;\n');
      await stage.accept({ text: 'aiDrafted = 2;' });
    },
  },
  {
    name: 'accept-in-human-function',
    about: 'A completion is accepted within a function that a person types around it.',
    tokens: { unRate: 'unknown', huOuter: 'human', aiInner: 'ai', huLast: 'human' },
    expects: ['inlineCompletionAccept', 'accepted', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await stage.type('function huOuter() {\n');
      await stage.accept({ text: 'const aiInner = 1;\n    const aiMore = 2;' });
      await stage.type('\nreturn huLast;');
    },
  },
  {
    name: 'accept-human-edit-inside',
    about: 'A person edits a word, a line and a comment within an accepted completion.',
    tokens: {
      unRate: 'unknown',
      aiNetOf: 'ai',
      huFactor: 'human',
      huLine: 'human',
      huSays: 'human',
    },
    expects: ['inlineCompletionAccept', 'accepted', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: NET });
      await stage.select('1.19');
      await stage.type('huFactor');
      await stage.behind('number {');
      await stage.type('\nhuLine();');
      await stage.press('Control+End');
      await stage.type(' // huSays');
    },
  },
  {
    name: 'accept-python',
    about: 'A completion is accepted in Python and a line of it is indented by hand.',
    tokens: { unRate: 'unknown', aiSlug: 'ai', aiTitle: 'ai', huGuard: 'human' },
    expects: ['inlineCompletionAccept', 'accepted'],
    run: async (stage) => {
      stage.write('a.py', 'unRate = 7\n\n\n');
      await stage.open('a.py');
      await stage.press('Control+End');
      await stage.accept({ text: 'def aiSlug(aiTitle):\n    return aiTitle.lower()' });
      await stage.before('return');
      await stage.type('if huGuard:\n');
    },
  },
  {
    name: 'accept-save-reopen',
    about: 'A completion is saved, its file closed and opened again; a person types.',
    tokens: { unRate: 'unknown', aiNetOf: 'ai', huLater: 'human' },
    expects: ['inlineCompletionAccept', 'save', 'close'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: NET });
      await stage.save();
      await stage.closeEditor();
      await stage.open('a.ts');
      await stage.press('Control+End');
      await stage.type('\nhuLater();');
    },
  },
  {
    name: 'accept-save-reopen-undo-redo',
    about: 'A saved completion is undone after its file was closed and opened again, and redone.',
    tokens: { unRate: 'unknown', aiNetOf: 'ai', huLater: 'human' },
    expects: ['inlineCompletionAccept', 'save', 'close', 'undo', 'redo'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: NET });
      await stage.save();
      await stage.closeEditor();
      await stage.open('a.ts');
      await stage.press('Control+Z', 'Control+Y');
      await stage.press('Control+End');
      await stage.type('\nhuLater();');
    },
  },
  {
    name: 'accept-save-reopen-changed',
    about: 'While the file of a saved completion is closed, another program adds a line to it.',
    tokens: { unRate: 'unknown', aiNetOf: 'ai', diskAdded: 'unknown', huLater: 'human' },
    expects: ['inlineCompletionAccept', 'save', 'close', 'disk'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: NET });
      await stage.save();
      await stage.closeEditor();
      stage.disk('a.ts', `diskAdded();\n${stage.read('a.ts')}`);
      await stage.quiet(600);
      await stage.open('a.ts');
      await stage.press('Control+Z');
      await stage.press('Control+End');
      await stage.type('\nhuLater();');
    },
  },
  {
    name: 'accept-save-undo-redo',
    about: 'A completion is saved, undone to before the save, and redone.',
    tokens: { unRate: 'unknown', aiNetOf: 'ai', huLater: 'human' },
    expects: ['inlineCompletionAccept', 'save', 'undo', 'redo'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: NET });
      await stage.save();
      await stage.press('Control+Z', 'Control+Y');
      await stage.type('\nhuLater();');
    },
  },
  {
    name: 'accept-delete-and-retype',
    about: 'A completion is deleted by hand and its very words typed again.',
    tokens: { unRate: 'unknown', huReset: 'human', aiKept: 'ai' },
    expects: ['inlineCompletionAccept', 'cursor/type'],
    run: async (stage) => {
      await openBase(stage);
      await stage.accept({ text: 'huReset(1);\naiKept(2);' });
      await stage.select('huReset(1);');
      await stage.press('Delete');
      await stage.type('huReset(1);');
    },
  },
  {
    name: 'next-edit-accept',
    about: 'A next edit suggestion that rewrites the line of the caret is accepted by Tab.',
    tokens: { unRate: 'unknown', aiVat: 'ai', unScale: 'unknown' },
    expects: ['inlineCompletionAccept'],
    run: async (stage) => {
      stage.write('a.ts', 'export const unRate = 7;\nexport const unScale = unRate * 2;\n');
      await stage.open('a.ts');
      await stage.behind('unScale');
      await offerNextEdit(stage, 'unRate * 2', 'aiVat(unRate, 2)');
      await stage.press('Tab');
      await stage.untilText('the edit', (text) => text.includes('aiVat'));
    },
  },
  {
    name: 'next-edit-jump-accept',
    about: 'A next edit some lines away: Tab jumps to it, the next Tab accepts.',
    tokens: { unRate: 'unknown', aiVat: 'ai', unScale: 'unknown', huTyped: 'human' },
    expects: ['inlineCompletionAccept', 'cursor/type'],
    run: async (stage) => {
      const lines = Array.from({ length: 70 }, (_, idx) => `unStep${idx}();`).join('\n');
      stage.write('a.ts', `const unRate = 7;\n${lines}\nconst unScale = unRate * 2;\n`);
      await stage.open('a.ts');
      await stage.behind('unRate = 7;');
      await stage.type(' huTyped();');
      await offerNextEdit(stage, 'unRate * 2', 'aiVat(unRate, 2)');
      await stage.press('Tab');
      await stage.quiet(600);
      if (stage.text().includes('aiVat')) throw new Error('the first Tab did not jump');
      await stage.press('Tab');
      await stage.untilText('the edit', (text) => text.includes('aiVat'));
    },
  },
  {
    name: 'next-edit-undo-redo',
    about: 'A next edit over several lines is accepted, undone and redone.',
    tokens: { unRate: 'unknown', aiGuard: 'ai', aiThrow: 'ai', unScale: 'unknown' },
    expects: ['inlineCompletionAccept', 'undo', 'redo'],
    run: async (stage) => {
      stage.write('a.ts', 'const unRate = 7;\nuse(unScale);\nuse(unRate);\n');
      await stage.open('a.ts');
      await stage.behind('use(unScale);');
      await offerNextEdit(
        stage,
        'use(unScale);\nuse(unRate);',
        'if (aiGuard) aiThrow();\nuse(unScale);\nuse(unRate, aiGuard);',
      );
      await stage.press('Tab');
      await stage.untilText('the edit', (text) => text.includes('aiThrow'));
      await stage.press('Control+Z', 'Control+Y');
    },
  },
];

export async function openBase(stage: Stage): Promise<void> {
  stage.write('a.ts', BASE);
  await stage.open('a.ts');
  await stage.press('Control+End');
}

/** Suggests to replace this text, and waits until the editor has had time to draw it. */
async function offerNextEdit(stage: Stage, old: string, text: string): Promise<void> {
  const start = stage.text().indexOf(old);
  await stage.command('replayAi.offer', {
    uri: stage.editor().document.uri.toString(),
    isInlineEdit: true,
    start,
    end: start + old.length,
    text,
  });
  await stage.quiet(1200);
}
