import * as vscode from 'vscode';
import { until } from '../../../vscode/helpers.ts';
import { vscodeReplace } from '../payloads.ts';
import type { Session } from '../session.ts';
import type { Stage } from '../stage.ts';

const BASE = 'export const unRate = 7;\n\nexport function unNet() {\n  return unRate;\n}\n';
const OLD = 'return unRate;';
const NEW = 'return aiVat(aiBase);';
const TOKENS = { unRate: 'unknown', unNet: 'unknown', aiVat: 'ai' } as const;

/** One place that a chat changes; the file is `a.ts` unless it is said. */
interface Answer {
  readonly old: string;
  readonly text: string;
  readonly name?: string;
}

/** What a chat edits through the editor's own documents. They need a window with AI features on. */
export const CHAT: readonly Session[] = [
  {
    name: 'chat-inline-keep',
    about: 'Inline chat rewrites a line; the person keeps it and types.',
    tokens: { ...TOKENS, huAfter: 'human' },
    expects: ['inlineChat.applyEdits', 'cursor/type'],
    needsChat: true,
    run: async (stage) => {
      await openChatBase(stage);
      await askInline(stage, [{ old: OLD, text: NEW }], 'aiVat');
      await stage.command('inlineChat2.keep');
      await typeAtEnd(stage, 'huAfter();');
    },
  },
  {
    name: 'chat-inline-close',
    about: 'Inline chat rewrites a line; the person closes it and the line comes back.',
    tokens: { unRate: 'unknown', unNet: 'unknown', huAfter: 'human' },
    expects: ['inlineChat.applyEdits', 'cursor/type'],
    needsChat: true,
    run: async (stage) => {
      await openChatBase(stage);
      await askInline(stage, [{ old: OLD, text: NEW }], 'aiVat');
      await stage.command('inlineChat2.close');
      await stage.untilText('the old line', (text) => !text.includes('aiVat'));
      await typeAtEnd(stage, 'huAfter();');
    },
  },
  {
    name: 'chat-inline-several-edits',
    about: 'Inline chat streams three edits into lines that a person typed.',
    tokens: { ...TOKENS, huTyped: 'human', aiTop: 'ai', aiMore: 'ai' },
    expects: ['inlineChat.applyEdits', 'cursor/type'],
    needsChat: true,
    run: async (stage) => {
      await openChatBase(stage);
      await typeAtEnd(stage, 'huTyped(1);');
      const answers = [
        { old: 'huTyped(1);', text: 'huTyped(1);\naiMore(2);' },
        { old: OLD, text: NEW },
        { old: 'export const', text: 'aiTop();\nexport const' },
      ];
      await askInline(stage, answers, 'aiTop');
      await stage.command('inlineChat2.keep');
    },
  },
  {
    name: 'chat-inline-undo',
    about: 'Inline chat rewrites a line, is kept, undone by Ctrl+Z and redone.',
    tokens: TOKENS,
    expects: ['inlineChat.applyEdits', 'undo', 'redo'],
    needsChat: true,
    run: async (stage) => {
      await openChatBase(stage);
      await askInline(stage, [{ old: OLD, text: NEW }], 'aiVat');
      await stage.command('inlineChat2.keep');
      await stage.command('workbench.action.focusActiveEditorGroup');
      await stage.press('Control+Z', 'Control+Y');
    },
  },
  {
    name: 'chat-edit-keep',
    about: 'A chat in edit mode changes an open file; the person keeps it and types.',
    tokens: { ...TOKENS, huAfter: 'human' },
    expects: ['Chat.applyEdits', 'cursor/type'],
    needsChat: true,
    run: async (stage) => {
      await openChatBase(stage);
      await ask(stage, 'edit', [{ old: OLD, text: NEW }]);
      await stage.untilText('the edit', (text) => text.includes('aiVat'));
      await stage.quiet(600);
      await stage.command('chatEditing.acceptAllFiles');
      await typeAtEnd(stage, 'huAfter();');
    },
  },
  {
    name: 'chat-edit-discard',
    about:
      'A chat in edit mode changes an open file; the person undoes it by the chat’s own command.',
    tokens: { unRate: 'unknown', unNet: 'unknown', huAfter: 'human' },
    expects: ['Chat.applyEdits', 'cursor/type'],
    needsChat: true,
    run: async (stage) => {
      await openChatBase(stage);
      await ask(stage, 'edit', [{ old: OLD, text: NEW }]);
      await stage.untilText('the edit', (text) => text.includes('aiVat'));
      await stage.quiet(600);
      await stage.command('workbench.action.focusActiveEditorGroup');
      await stage.command('chatEditor.action.reject');
      await stage.untilText('the old line', (text) => !text.includes('aiVat'));
      await typeAtEnd(stage, 'huAfter();');
    },
  },
  {
    name: 'chat-edit-undo-redo',
    about: 'What a chat in edit mode changed is undone by Ctrl+Z and redone.',
    tokens: TOKENS,
    expects: ['Chat.applyEdits', 'undo', 'redo'],
    needsChat: true,
    run: async (stage) => {
      await openChatBase(stage);
      await ask(stage, 'edit', [{ old: OLD, text: NEW }]);
      await stage.untilText('the edit', (text) => text.includes('aiVat'));
      await stage.quiet(600);
      await stage.command('workbench.action.focusActiveEditorGroup');
      await stage.press('Control+Z', 'Control+Y');
    },
  },
  {
    name: 'chat-edit-human-inside',
    about: 'A person types within the lines that a chat has just written, then keeps all.',
    tokens: { ...TOKENS, aiMore: 'ai', huInside: 'human' },
    expects: ['Chat.applyEdits', 'cursor/type'],
    needsChat: true,
    run: async (stage) => {
      await openChatBase(stage);
      const text = 'const more = aiMore(1);\n  return aiVat(aiBase, more);';
      await ask(stage, 'edit', [{ old: OLD, text }]);
      await stage.untilText('the edit', (now) => now.includes('aiMore'));
      await stage.quiet(600);
      await stage.command('workbench.action.focusActiveEditorGroup');
      await stage.behind('aiMore(1');
      await stage.type(', huInside');
      await stage.command('chatEditing.acceptAllFiles');
    },
  },
  {
    name: 'chat-edit-dirty',
    about: 'A chat in edit mode changes a file with unsaved typed lines.',
    tokens: { ...TOKENS, huUnsaved: 'human' },
    expects: ['Chat.applyEdits', 'cursor/type'],
    needsChat: true,
    run: async (stage) => {
      await openChatBase(stage);
      await typeAtEnd(stage, 'huUnsaved();');
      await ask(stage, 'edit', [{ old: OLD, text: NEW }]);
      await stage.untilText('the edit', (text) => text.includes('aiVat'));
      await stage.quiet(600);
      await stage.command('chatEditing.acceptAllFiles');
    },
  },
  {
    name: 'chat-agent-two-files',
    about: 'A chat in agent mode changes an open file and one that was not open.',
    tokens: { ...TOKENS, unOther: 'unknown', aiOther: 'ai' },
    expects: ['Chat.applyEdits', 'open'],
    needsChat: true,
    run: async (stage) => {
      stage.write('b.ts', 'export const unOther = 1;\n');
      await openChatBase(stage);
      const answers = [
        { old: OLD, text: NEW },
        { old: 'unOther = 1;', text: 'unOther = aiOther(1);', name: 'b.ts' },
      ];
      await ask(stage, 'agent', answers);
      await stage.untilText('the edit', (text) => text.includes('aiVat'));
      await stage.quiet(1500);
      await stage.command('chatEditing.acceptAllFiles');
      await stage.quiet(600);
    },
  },
  {
    name: 'chat-agent-with-hook',
    about: 'A chat in agent mode changes an open file, and its hook comes right behind.',
    tokens: TOKENS,
    expects: ['Chat.applyEdits', 'hook'],
    needsChat: true,
    run: async (stage) => {
      await openChatBase(stage);
      await ask(stage, 'agent', [{ old: OLD, text: NEW }]);
      await until('the edit', stage.text, (text) => text.includes('aiVat'));
      const edit = { folder: stage.folder, name: 'a.ts', old: OLD, text: NEW };
      stage.hook('vscode-agent', vscodeReplace(stage.folder, [edit]));
      await stage.quiet(600);
      await stage.command('chatEditing.acceptAllFiles');
    },
  },
  {
    name: 'chat-code-block-insert',
    about: 'A code block of a chat’s answer is inserted at the caret by the chat’s command.',
    tokens: { unRate: 'unknown', unNet: 'unknown', aiFromBlock: 'ai', aiArgument: 'ai' },
    expects: ['change'],
    needsChat: true,
    run: async (stage) => {
      await openChatBase(stage);
      await stage.press('Control+End');
      await askForBlock(stage, 'aiFromBlock(aiArgument, 1, 2, 3);');
      await stage.command('workbench.action.chat.nextCodeBlock');
      await stage.quiet(300);
      await stage.command('workbench.action.chat.insertCodeBlock');
      await until(
        'the block',
        () => docText(stage),
        (text) => text.includes('aiFromBlock'),
      );
    },
  },
  {
    name: 'chat-code-block-copy-paste',
    about: 'A code block of a chat’s answer is selected, copied and pasted.',
    tokens: { unRate: 'unknown', unNet: 'unknown', paFromChat: 'pasted', paArgument: 'pasted' },
    expects: ['pasting', 'cursor/paste'],
    needsChat: true,
    run: async (stage) => {
      await openChatBase(stage);
      await stage.press('Control+End');
      await askForBlock(stage, 'paFromChat(paArgument, 1, 2, 3);');
      await stage.command('workbench.action.chat.nextCodeBlock');
      await stage.quiet(300);
      await stage.press('Control+A', 'Control+C');
      await stage.command('workbench.action.focusActiveEditorGroup');
      await stage.press('Control+V');
      await stage.untilText('the paste', (text) => text.includes('paFromChat'));
    },
  },
];

async function openChatBase(stage: Stage): Promise<void> {
  stage.write('a.ts', BASE);
  await until(
    'the pretend model',
    () => vscode.lm.selectChatModels({ vendor: 'replay' }),
    (models) => models.length !== 0,
  );
  await stage.command('workbench.action.chat.newChat');
  await stage.open('a.ts');
  await stage.command('workbench.action.focusActiveEditorGroup');
}

async function typeAtEnd(stage: Stage, text: string): Promise<void> {
  await stage.command('workbench.action.focusActiveEditorGroup');
  await stage.press('Control+End');
  await stage.type(text);
}

/** Hands the chat what it will answer; places are those of the texts as they are now. */
async function prepare(stage: Stage, answers: readonly Answer[]): Promise<void> {
  const edits = answers.map(({ old, text, name = 'a.ts' }) => {
    const uri = stage.uri(name).toString();
    const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
    const start = (open?.getText() ?? stage.read(name)).indexOf(old);
    return { uri, start, end: start + old.length, text };
  });
  await stage.command('replayChat.answer', { edits });
}

async function askInline(stage: Stage, answers: readonly Answer[], awaited: string): Promise<void> {
  await prepare(stage, answers);
  await stage.before(OLD);
  void vscode.commands.executeCommand('inlineChat.start', { message: 'vat', autoSend: true });
  await stage.untilText('the edit', (text) => text.includes(awaited));
  await stage.quiet(800);
}

async function ask(
  stage: Stage,
  mode: 'edit' | 'agent',
  answers: readonly Answer[],
): Promise<void> {
  await prepare(stage, answers);
  await vscode.commands.executeCommand('workbench.action.chat.open', { query: 'vat', mode });
}

async function askForBlock(stage: Stage, code: string): Promise<void> {
  await stage.command('replayChat.answer', {
    edits: [],
    markdown: `Here it is:\n\n\`\`\`ts\n${code}\n\`\`\`\n`,
  });
  await vscode.commands.executeCommand('workbench.action.chat.open', { query: 'vat', mode: 'ask' });
  await until(
    'the code block',
    () => stage.gestures.perform({ kind: 'html', selector: '.interactive-result-code-block' }),
    (found) => Array.isArray(found) && found.length !== 0,
  );
  await stage.quiet(800);
}

function docText(stage: Stage): string {
  const uri = stage.uri('a.ts').toString();
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
  return document?.getText() ?? '';
}
