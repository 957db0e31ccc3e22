import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  beforeOf,
  claudeBash,
  claudeEdit,
  claudeWrite,
  codexPatch,
  copilotEdit,
  copilotPatch,
  cursorEdit,
  cursorTab,
  type FileEdit,
  geminiReplace,
  geminiWrite,
  vscodeCreate,
  vscodeReplace,
  windsurfWrite,
} from '../payloads.ts';
import type { Session } from '../session.ts';
import type { Stage } from '../stage.ts';
import { openBase } from './accepts.ts';

const BASE = 'export const unRate = 7;\n\nexport function unNet() {\n  return unRate;\n}\n';
const OLD = '  return unRate;';
const NEW = '  const agFactor = agLookup(agBase);\n  return agFactor;';
const TOKENS = { unRate: 'unknown', unNet: 'unknown', agFactor: 'ai', agLookup: 'ai' } as const;
/** A hook runs a moment after its tool, and the file watcher needs about as long. */
const HOOK_DELAY_MS = 60;

/** Agents that write files or the editor's documents, each with the hook it runs. */
export const AGENTS: readonly Session[] = [
  {
    name: 'agent-claude-edit-open',
    about: 'Claude Code edits a file that is open and saved; its hook comes after the write.',
    tokens: { ...TOKENS, huAfter: 'human' },
    expects: ['disk', 'hook', 'reloadFromDisk', 'cursor/type'],
    run: async (stage) => {
      await openAgentBase(stage);
      const edit = editOf(stage);
      stage.disk('a.ts', applied(BASE, edit));
      await stage.quiet(HOOK_DELAY_MS);
      stage.hook('claude-code', claudeEdit(edit, BASE));
      await stage.untilText('the reload', (text) => text.includes('agFactor'));
      await stage.press('Control+End');
      await stage.type('huAfter();');
    },
  },
  {
    name: 'agent-claude-edit-hook-first',
    about: 'The hook of a Claude Code edit is heard before the open file is seen to change.',
    tokens: TOKENS,
    expects: ['disk', 'hook', 'reloadFromDisk'],
    run: async (stage) => {
      await openAgentBase(stage);
      const edit = editOf(stage);
      stage.hook('claude-code', claudeEdit(edit, BASE));
      stage.disk('a.ts', applied(BASE, edit));
      await stage.untilText('the reload', (text) => text.includes('agFactor'));
    },
  },
  {
    name: 'agent-claude-edit-late-hook',
    about: 'The hook of a Claude Code edit is heard two seconds after the reload.',
    tokens: TOKENS,
    expects: ['disk', 'hook', 'reloadFromDisk'],
    run: async (stage) => {
      await openAgentBase(stage);
      const edit = editOf(stage);
      stage.disk('a.ts', applied(BASE, edit));
      await stage.untilText('the reload', (text) => text.includes('agFactor'));
      await stage.quiet(2000);
      stage.hook('claude-code', claudeEdit(edit, BASE));
    },
  },
  {
    name: 'agent-claude-edits-in-a-row',
    about: 'Claude Code edits an open file three times within half a second.',
    tokens: { ...TOKENS, agSecond: 'ai', agThird: 'ai' },
    expects: ['disk', 'hook', 'reloadFromDisk'],
    run: async (stage) => {
      await openAgentBase(stage);
      const edits = [
        editOf(stage),
        editOf(stage, 'export function', 'agSecond();\nexport function'),
        editOf(stage, 'agSecond();\n', 'agSecond();\nagThird(agSecond);\n'),
      ];
      let text = BASE;
      for (const edit of edits) {
        const before = text;
        text = applied(text, edit);
        stage.disk('a.ts', text);
        await stage.quiet(HOOK_DELAY_MS);
        stage.hook('claude-code', claudeEdit(edit, before));
        await stage.quiet(100);
      }
      await stage.untilText('the reload', (now) => now.includes('agThird'));
    },
  },
  {
    name: 'agent-claude-edit-formatted',
    about: 'A formatter rewrites the file between the edit of Claude Code and its hook.',
    tokens: TOKENS,
    expects: ['disk', 'hook', 'reloadFromDisk'],
    run: async (stage) => {
      await openAgentBase(stage);
      const edit = editOf(stage, OLD, 'const agFactor=agLookup( agBase )\nreturn agFactor');
      const text = applied(BASE, edit);
      stage.disk('a.ts', text);
      await stage.quiet(HOOK_DELAY_MS);
      stage.disk('a.ts', applied(BASE, editOf(stage)));
      await stage.quiet(HOOK_DELAY_MS);
      stage.hook('claude-code', claudeEdit(edit, BASE));
      await stage.untilText('the reload', (now) => now.includes('  return agFactor;'));
    },
  },
  {
    name: 'agent-claude-edit-formatted-after',
    about: 'A formatter rewrites the file after the edit of Claude Code and its hook.',
    tokens: TOKENS,
    expects: ['disk', 'hook', 'reloadFromDisk'],
    run: async (stage) => {
      await openAgentBase(stage);
      const edit = editOf(stage, OLD, 'const agFactor=agLookup( agBase )\nreturn agFactor');
      stage.disk('a.ts', applied(BASE, edit));
      await stage.quiet(HOOK_DELAY_MS);
      stage.hook('claude-code', claudeEdit(edit, BASE));
      await stage.untilText('the reload', (now) => now.includes('return agFactor'));
      stage.disk('a.ts', applied(BASE, editOf(stage)));
      await stage.untilText('the format', (now) => now.includes('  return agFactor;'));
    },
  },
  {
    name: 'agent-claude-edit-dirty',
    about: 'Claude Code edits a file with unsaved lines; the person reverts and gets the edit.',
    tokens: TOKENS,
    expects: ['disk', 'hook', 'reloadFromDisk', 'cursor/type'],
    run: async (stage) => {
      await openAgentBase(stage);
      await stage.press('Control+End');
      await stage.type('huLost();');
      const edit = editOf(stage);
      stage.disk('a.ts', applied(BASE, edit));
      await stage.quiet(HOOK_DELAY_MS);
      stage.hook('claude-code', claudeEdit(edit, BASE));
      await stage.quiet(1500);
      await stage.command('workbench.action.files.revert');
      await stage.untilText('the edit', (text) => text.includes('agFactor'));
    },
  },
  {
    name: 'agent-claude-edit-closed',
    about: 'Claude Code edits a file that is not open; a person opens it later and types.',
    tokens: { ...TOKENS, huAfter: 'human' },
    expects: ['disk', 'hook', 'open', 'cursor/type'],
    run: async (stage) => {
      stage.write('b.ts', 'export const unElse = 1;\n');
      await stage.open('b.ts');
      stage.disk('a.ts', BASE);
      await stage.quiet(300);
      const edit = editOf(stage);
      stage.disk('a.ts', applied(BASE, edit));
      await stage.quiet(HOOK_DELAY_MS);
      stage.hook('claude-code', claudeEdit(edit, BASE));
      await stage.quiet(400);
      await stage.open('a.ts');
      await stage.press('Control+End');
      await stage.type('huAfter();');
    },
  },
  {
    name: 'agent-claude-edit-unhooked',
    about: 'Something edits an open file as an agent would, but no hook ever comes.',
    tokens: { unRate: 'unknown', unNet: 'unknown', agFactor: 'unknown', agLookup: 'unknown' },
    expects: ['disk', 'reloadFromDisk'],
    run: async (stage) => {
      await openAgentBase(stage);
      stage.disk('a.ts', applied(BASE, editOf(stage)));
      await stage.untilText('the reload', (text) => text.includes('agFactor'));
    },
  },
  {
    name: 'agent-claude-edit-undo',
    about: 'An edit of Claude Code in an open file is undone by Ctrl+Z and redone.',
    tokens: TOKENS,
    expects: ['disk', 'hook', 'reloadFromDisk', 'undo', 'redo'],
    run: async (stage) => {
      await openAgentBase(stage);
      const edit = editOf(stage);
      stage.disk('a.ts', applied(BASE, edit));
      await stage.quiet(HOOK_DELAY_MS);
      stage.hook('claude-code', claudeEdit(edit, BASE));
      await stage.untilText('the reload', (text) => text.includes('agFactor'));
      await stage.press('Control+Z', 'Control+Y');
    },
  },
  {
    name: 'agent-claude-over-human',
    about: 'Claude Code edits between lines that a person typed and saved.',
    tokens: { unRate: 'unknown', huAbove: 'human', agBetween: 'ai', huBelow: 'human' },
    expects: ['cursor/type', 'save', 'disk', 'hook', 'reloadFromDisk'],
    run: async (stage) => {
      await openBase(stage);
      await stage.type('huAbove();\nhuBelow();');
      await stage.save();
      const before = stage.read('a.ts');
      const edit = editOf(stage, 'huBelow();', 'agBetween(1, 2);\nhuBelow();');
      stage.disk('a.ts', applied(before, edit));
      await stage.quiet(HOOK_DELAY_MS);
      stage.hook('claude-code', claudeEdit(edit, before));
      await stage.untilText('the reload', (text) => text.includes('agBetween'));
    },
  },
  {
    name: 'agent-claude-human-deletes',
    about: 'A person edits within lines that Claude Code wrote, then it edits them again.',
    tokens: { ...TOKENS, huInside: 'human', agAgain: 'ai' },
    expects: ['disk', 'hook', 'reloadFromDisk', 'cursor/type', 'save'],
    run: async (stage) => {
      await openAgentBase(stage);
      const edit = editOf(stage);
      const after = applied(BASE, edit);
      stage.disk('a.ts', after);
      await stage.quiet(HOOK_DELAY_MS);
      stage.hook('claude-code', claudeEdit(edit, BASE));
      await stage.untilText('the reload', (text) => text.includes('agFactor'));
      await stage.behind('agLookup(agBase');
      await stage.type(', huInside');
      await stage.save();
      const before = stage.read('a.ts');
      const again = editOf(stage, 'return agFactor', 'return agAgain * agFactor');
      stage.disk('a.ts', applied(before, again));
      await stage.quiet(HOOK_DELAY_MS);
      stage.hook('claude-code', claudeEdit(again, before));
      await stage.untilText('the second edit', (text) => text.includes('agAgain'));
    },
  },
  {
    name: 'agent-claude-write-new',
    about: 'Claude Code writes a new file; a person opens it and changes a word.',
    tokens: { agNew: 'ai', agBody: 'ai', huWord: 'human' },
    expects: ['disk', 'hook', 'open', 'cursor/type'],
    run: async (stage) => {
      const text = 'export function agNew() {\n  return agBody(agOld);\n}\n';
      stage.disk('new.ts', text);
      await stage.quiet(HOOK_DELAY_MS);
      stage.hook('claude-code', claudeWrite({ ...fileOf(stage, 'new.ts'), text }, null));
      await stage.quiet(400);
      await stage.open('new.ts');
      await stage.select('agOld');
      await stage.type('huWord');
    },
  },
  {
    name: 'agent-claude-write-over',
    about: 'Claude Code writes an open file anew and keeps most of its lines.',
    tokens: { unRate: 'unknown', unNet: 'unknown', agTop: 'ai', agBottom: 'ai' },
    expects: ['disk', 'hook', 'reloadFromDisk'],
    run: async (stage) => {
      await openAgentBase(stage);
      const text = `import { agTop } from './top';\n${BASE}agBottom(agTop);\n`;
      stage.disk('a.ts', text);
      await stage.quiet(HOOK_DELAY_MS);
      stage.hook('claude-code', claudeWrite({ ...fileOf(stage, 'a.ts'), text }, BASE));
      await stage.untilText('the reload', (now) => now.includes('agBottom'));
    },
  },
  {
    name: 'agent-claude-before-and-after',
    about: 'Claude Code edits an open file; its hook comes before the tool and after it.',
    tokens: TOKENS,
    expects: ['disk', 'hook', 'reloadFromDisk'],
    run: async (stage) => {
      await openAgentBase(stage);
      const edit = editOf(stage);
      const after = claudeEdit(edit, BASE);
      stage.hook('claude-code', beforeOf(after));
      await stage.quiet(200);
      stage.disk('a.ts', applied(BASE, edit));
      await stage.quiet(HOOK_DELAY_MS);
      stage.hook('claude-code', after);
      await stage.untilText('the reload', (text) => text.includes('agFactor'));
    },
  },
  {
    name: 'agent-claude-shell',
    about: 'Claude Code changes an open file by sed in a shell, with its hook before and after.',
    tokens: { unRate: 'unknown', unNet: 'unknown', agSwapped: 'ai' },
    expects: ['disk', 'hook', 'reloadFromDisk'],
    run: async (stage) => {
      await openAgentBase(stage);
      const { before, after } = claudeBash(
        stage.folder,
        "sed -i 's/return unRate/return agSwapped/' a.ts",
      );
      stage.hook('claude-code', before);
      await stage.quiet(200);
      stage.disk('a.ts', applied(BASE, editOf(stage, 'return unRate', 'return agSwapped')));
      await stage.quiet(HOOK_DELAY_MS);
      stage.hook('claude-code', after);
      await stage.untilText('the reload', (text) => text.includes('agSwapped'));
    },
  },
  {
    name: 'agent-claude-while-typing',
    about: 'Claude Code edits one open file while a person types in another.',
    tokens: { ...TOKENS, unOther: 'unknown', huMeanwhile: 'human', huStill: 'human' },
    expects: ['disk', 'hook', 'reloadFromDisk', 'cursor/type'],
    run: async (stage) => {
      stage.write('b.ts', 'export const unOther = 1;\n');
      await openAgentBase(stage);
      await stage.open('b.ts');
      await stage.press('Control+End');
      const typed = stage.type('huMeanwhile(1, 2, 3);\nhuStill(4, 5, 6);');
      const edit = editOf(stage);
      stage.disk('a.ts', applied(BASE, edit));
      stage.hook('claude-code', claudeEdit(edit, BASE));
      await typed;
      await stage.open('a.ts');
      await stage.untilText('the reload', (text) => text.includes('agFactor'));
    },
  },
  {
    name: 'agent-claude-deletes',
    about: 'Claude Code only takes lines out of an open file, typed ones too.',
    tokens: { unRate: 'unknown', huKept: 'human', huStays: 'human' },
    expects: ['cursor/type', 'save', 'disk', 'hook', 'reloadFromDisk'],
    run: async (stage) => {
      await openBase(stage);
      await stage.type('huKept();\nhuGone();\nhuStays();');
      await stage.save();
      const before = stage.read('a.ts');
      const edit = editOf(stage, 'huGone();\n', '');
      stage.disk('a.ts', applied(before, edit));
      await stage.quiet(HOOK_DELAY_MS);
      stage.hook('claude-code', claudeEdit(edit, before));
      await stage.untilText('the reload', (text) => !text.includes('huGone'));
    },
  },
  {
    name: 'agent-two-agents',
    about: 'Claude Code edits an open file, then Gemini CLI rewrites a word of that.',
    tokens: { ...TOKENS, agRewritten: 'ai' },
    expects: ['disk', 'hook', 'reloadFromDisk'],
    run: async (stage) => {
      await openAgentBase(stage);
      const edit = editOf(stage);
      const after = applied(BASE, edit);
      stage.disk('a.ts', after);
      await stage.quiet(HOOK_DELAY_MS);
      stage.hook('claude-code', claudeEdit(edit, BASE));
      await stage.untilText('the reload', (text) => text.includes('agFactor'));
      const second = editOf(stage, 'return agFactor', 'return agRewritten(agFactor)');
      stage.disk('a.ts', applied(after, second));
      await stage.quiet(HOOK_DELAY_MS);
      stage.hook('gemini-cli', geminiReplace(second));
      await stage.untilText('the second', (text) => text.includes('agRewritten'));
    },
  },
  {
    name: 'agent-codex-patch-two-files',
    about: 'Codex patches an open file and adds a new one by one apply_patch.',
    tokens: { ...TOKENS, agAdded: 'ai' },
    expects: ['disk', 'hook', 'reloadFromDisk', 'open'],
    run: async (stage) => {
      await openAgentBase(stage);
      stage.disk('a.ts', applied(BASE, editOf(stage)));
      stage.disk('added.ts', 'export const agAdded = 1;\n');
      await stage.quiet(HOOK_DELAY_MS);
      const [first, second] = NEW.split('\n');
      const patch = [
        '*** Update File: a.ts',
        '@@ export function unNet() {',
        `-${OLD}`,
        `+${first}`,
        `+${second}`,
        ' }',
        '*** Add File: added.ts',
        '+export const agAdded = 1;',
      ];
      stage.hook('codex', codexPatch(stage.folder, patch, 'M a.ts\nA added.ts'));
      await stage.untilText('the reload', (text) => text.includes('agFactor'));
      await stage.open('added.ts');
    },
  },
  {
    name: 'agent-codex-patch-moves',
    about: 'Codex moves a file by apply_patch and changes a line of it.',
    tokens: TOKENS,
    expects: ['disk', 'hook', 'open'],
    run: async (stage) => {
      stage.disk('old.ts', BASE);
      await stage.quiet(200);
      stage.disk('moved.ts', applied(BASE, editOf(stage)));
      rmSync(join(stage.folder, 'old.ts'));
      await stage.quiet(HOOK_DELAY_MS);
      const patch = [
        '*** Update File: old.ts',
        '*** Move to: moved.ts',
        '@@ export function unNet() {',
        `-${OLD}`,
        ...NEW.split('\n').map((line) => `+${line}`),
        ' }',
      ];
      stage.hook('codex', codexPatch(stage.folder, patch, 'M moved.ts'));
      await stage.quiet(300);
      await stage.open('moved.ts');
    },
  },
  {
    name: 'agent-gemini-replace',
    about: 'Gemini CLI replaces a line of an open file.',
    tokens: TOKENS,
    expects: ['disk', 'hook', 'reloadFromDisk'],
    run: async (stage) => {
      await openAgentBase(stage);
      const edit = editOf(stage);
      stage.diskInPlace('a.ts', applied(BASE, edit));
      await stage.quiet(HOOK_DELAY_MS);
      stage.hook('gemini-cli', geminiReplace(edit));
      await stage.untilText('the reload', (text) => text.includes('agFactor'));
    },
  },
  {
    name: 'agent-gemini-write-file',
    about: 'Gemini CLI writes a new file, which is opened while its hook is still under way.',
    tokens: { agNew: 'ai', agBody: 'ai' },
    expects: ['disk', 'hook', 'open'],
    run: async (stage) => {
      const text = 'export function agNew() {\n  return agBody();\n}\n';
      stage.disk('new.ts', text);
      await stage.open('new.ts');
      stage.hook('gemini-cli', geminiWrite({ ...fileOf(stage, 'new.ts'), text }));
    },
  },
  {
    name: 'agent-cursor-edits',
    about: 'Cursor edits an open file at two places by one tool.',
    tokens: { ...TOKENS, agTop: 'ai' },
    expects: ['disk', 'hook', 'reloadFromDisk'],
    run: async (stage) => {
      await openAgentBase(stage);
      const edits = [
        { old: 'export const', text: 'agTop();\nexport const' },
        { old: OLD, text: NEW },
      ];
      let text = BASE;
      for (const edit of edits) text = applied(text, edit);
      stage.disk('a.ts', text);
      await stage.quiet(HOOK_DELAY_MS);
      stage.hook('cursor', cursorEdit(stage.folder, 'a.ts', edits));
      await stage.untilText('the reload', (now) => now.includes('agTop'));
    },
  },
  {
    name: 'agent-cursor-tab',
    about: 'A Tab of Cursor, told by its hook, changes the buffer of an open file.',
    tokens: { unRate: 'unknown', huPart: 'human', agCompleted: 'ai' },
    isSynthetic: true,
    expects: ['cursor/type', 'hook', 'unknown'],
    run: async (stage) => {
      await openBase(stage);
      await stage.type('const huPart = ');
      const before = 'const huPart = ';
      const after = 'const huPart = agCompleted(agBase);';
      await applyEdits(stage, [{ old: before, text: after, name: 'a.ts' }]);
      await stage.quiet(HOOK_DELAY_MS);
      const line = { number: 3, before, after };
      stage.hook('cursor', cursorTab({ ...fileOf(stage, 'a.ts'), old: before, text: after }, line));
    },
  },
  {
    name: 'agent-copilot-cli-edit',
    about: 'Copilot CLI edits an open file; its hook has keys in camel case.',
    tokens: TOKENS,
    expects: ['disk', 'hook', 'reloadFromDisk'],
    run: async (stage) => {
      await openAgentBase(stage);
      const edit = editOf(stage);
      stage.disk('a.ts', applied(BASE, edit));
      await stage.quiet(HOOK_DELAY_MS);
      stage.hook('copilot-cli', copilotEdit(edit));
      await stage.untilText('the reload', (text) => text.includes('agFactor'));
    },
  },
  {
    name: 'agent-copilot-cli-write-patch',
    about: 'Copilot CLI adds a file; its hook has a patch in one string.',
    tokens: { agNew: 'ai', agBody: 'ai', huAfter: 'human' },
    expects: ['disk', 'hook', 'open', 'cursor/type'],
    run: async (stage) => {
      stage.disk('new.ts', 'export const agNew = agBody();\n');
      await stage.quiet(HOOK_DELAY_MS);
      const patch = [`*** Add File: ${stage.folder}/new.ts`, '+export const agNew = agBody();'];
      stage.hook('copilot-cli', copilotPatch(stage.folder, patch));
      await stage.quiet(300);
      await stage.open('new.ts');
      await stage.press('Control+End');
      await stage.type('huAfter();');
    },
  },
  {
    name: 'agent-windsurf-write',
    about: 'Windsurf edits an open file at two places.',
    tokens: { ...TOKENS, agTop: 'ai' },
    expects: ['disk', 'hook', 'reloadFromDisk'],
    run: async (stage) => {
      await openAgentBase(stage);
      const edits = [
        { old: OLD, text: NEW },
        { old: 'export const', text: 'agTop();\nexport const' },
      ];
      let text = BASE;
      for (const edit of edits) text = applied(text, edit);
      stage.disk('a.ts', text);
      await stage.quiet(HOOK_DELAY_MS);
      stage.hook('windsurf', windsurfWrite(stage.folder, 'a.ts', edits));
      await stage.untilText('the reload', (now) => now.includes('agTop'));
    },
  },
  {
    name: 'agent-vscode-replace',
    about: 'The local agent of VS Code changes the document, its hook comes, then it is saved.',
    tokens: { ...TOKENS, huAfter: 'human' },
    expects: ['unknown', 'hook', 'save', 'cursor/type'],
    run: async (stage) => {
      await openAgentBase(stage);
      const edit = editOf(stage);
      await applyEdits(stage, [edit]);
      stage.hook('vscode-agent', vscodeReplace(stage.folder, [edit]));
      await vscode.workspace.save(stage.uri('a.ts'));
      await stage.quiet(300);
      await stage.press('Control+End');
      await stage.type('huAfter();');
    },
  },
  {
    name: 'agent-vscode-multi-replace',
    about: 'The local agent of VS Code changes an open and a closed document at once.',
    tokens: { ...TOKENS, unOther: 'unknown', agOther: 'ai' },
    expects: ['unknown', 'hook', 'open'],
    run: async (stage) => {
      stage.write('b.ts', 'export const unOther = 1;\n');
      await openAgentBase(stage);
      const edits = [
        editOf(stage),
        { ...editOf(stage, 'unOther = 1;', 'unOther = agOther(1);'), name: 'b.ts' },
      ];
      await applyEdits(stage, edits);
      stage.hook('vscode-agent', vscodeReplace(stage.folder, edits));
      await vscode.workspace.saveAll(false);
      await stage.quiet(600);
    },
  },
  {
    name: 'agent-vscode-create',
    about: 'The local agent of VS Code creates a file by a workspace edit; a person opens it.',
    tokens: { agNew: 'ai', agBody: 'ai', huWord: 'human' },
    expects: ['hook', 'open', 'cursor/type'],
    run: async (stage) => {
      const text = 'export const agNew = agBody(agOld);\n';
      const edit = new vscode.WorkspaceEdit();
      edit.createFile(stage.uri('new.ts'), { contents: Buffer.from(text) });
      await vscode.workspace.applyEdit(edit);
      stage.madeFile('new.ts');
      stage.hook('vscode-agent', vscodeCreate({ ...fileOf(stage, 'new.ts'), text }));
      await stage.quiet(400);
      await stage.open('new.ts');
      await stage.select('agOld');
      await stage.type('huWord');
    },
  },
  {
    name: 'agent-extension-apply-edit',
    about: 'An agent extension without a hook edits by `workspace.applyEdit` and saves.',
    tokens: { unRate: 'unknown', unNet: 'unknown', agFactor: 'unknown', agLookup: 'unknown' },
    expects: ['unknown', 'save'],
    run: async (stage) => {
      await openAgentBase(stage);
      await applyEdits(stage, [editOf(stage)]);
      await vscode.workspace.save(stage.uri('a.ts'));
      await stage.quiet(300);
    },
  },
];

async function openAgentBase(stage: Stage): Promise<void> {
  stage.write('a.ts', BASE);
  await stage.open('a.ts');
}

function fileOf(stage: Stage, name: string): { readonly folder: string; readonly name: string } {
  return { folder: stage.folder, name };
}

function editOf(stage: Stage, old = OLD, text = NEW): FileEdit {
  return { ...fileOf(stage, 'a.ts'), old, text };
}

function applied(text: string, edit: { readonly old: string; readonly text: string }): string {
  if (!text.includes(edit.old)) throw new Error(`no ${edit.old} to replace`);
  return text.replace(edit.old, () => edit.text);
}

/** One workspace edit in the buffers, as an agent in the editor makes it; only the parts differ. */
async function applyEdits(
  stage: Stage,
  edits: readonly { readonly name: string; readonly old: string; readonly text: string }[],
): Promise<void> {
  const placed = edits.map(({ name, old, text }) => {
    const uri = stage.uri(name).toString();
    const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
    const start = (open?.getText() ?? stage.read(name)).indexOf(old);
    return { uri, start, end: start + old.length, text };
  });
  await stage.command('replayTools.applyEdit', placed);
}
