/** What VS Code runs in its extension host: every session's script, one after the other. */

import { mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { createKeys } from '../../vscode/driver/keys.ts';
import { problemsOf } from './check.ts';
import { createGestures } from './gestures.ts';
import { normalized } from './normalize.ts';
import { createRecorder } from './recording.ts';
import type { RecordedEvent, RecordedSession, Session } from './session.ts';
import { SESSIONS } from './sessions.ts';
import { createStage } from './stage.ts';

const MAX_ATTEMPTS = 3;
const SESSION_LIMIT_MS = 60_000;
const OUT = process.env['COUNTERSIGN_RECORD_OUT'] ?? '';
const HAS_CHAT = process.env['COUNTERSIGN_RECORD_CHAT'] === '1';
/** What a session before may have left offered. */
const CLEAR = ['replayAi.clear', 'replayTools.clear'];
const ASKED = (process.env['COUNTERSIGN_RECORD_NAMES'] ?? '').split(',').filter(Boolean);

/** Records what was asked for; throws when a session could not be recorded. */
export async function run(): Promise<void> {
  const failed: string[] = [];
  for (const session of SESSIONS.filter(isAsked)) {
    const done = await recorded(session);
    if (done === undefined) failed.push(session.name);
    else writeFileSync(join(OUT, `${session.name}.json`), JSON.stringify(done, null, 2));
  }
  if (failed.length !== 0) throw new Error(`not recorded: ${failed.join(', ')}`);
}

function isAsked({ name, needsChat = false }: Session): boolean {
  if (needsChat !== HAS_CHAT) return false;
  return ASKED.length === 0 || ASKED.some((asked) => name.startsWith(asked));
}

/** A key may be missed on a busy machine: what does not come out as it must is done again. */
async function recorded(session: Session): Promise<RecordedSession | undefined> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const begin = Date.now();
    const keys = createKeys();
    try {
      const done = await record(session, attempt);
      const problems = [...problemsOf(done), ...missing(session, done)];
      if (problems.length === 0) {
        say(`recorded ${session.name}: ${done.events.length} events, ${Date.now() - begin} ms`);
        return done;
      }
      writeFileSync(join(OUT, `${session.name}.failed`), JSON.stringify(done, null, 2));
      say(`attempt ${attempt} of ${session.name}: ${problems.join('\n  ')}`);
    } catch (error) {
      say(`attempt ${attempt} of ${session.name}: ${String(error)}`);
      await keys.screenshot(join(OUT, `${session.name}.failed.png`));
      await keys.press('Escape');
    }
  }
  return undefined;
}

async function record(session: Session, attempt: number): Promise<RecordedSession> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const folder = join(realpathSync(root), `${session.name}-${attempt}`);
  mkdirSync(folder);
  await closeAll();
  await applySettings(session.settings ?? {}, { isUndone: false });
  for (const clear of CLEAR) await vscode.commands.executeCommand(clear);
  const recorder = createRecorder();
  const stage = createStage(createKeys(), createGestures(), recorder, folder);
  let events: readonly RecordedEvent[] = [];
  try {
    recorder.start(folder);
    await withinLimit(session.run(stage));
    await stage.quiet(300);
    events = recorder.stop();
  } catch (error) {
    const soFar = JSON.stringify(recorder.stop(), null, 1);
    writeFileSync(join(OUT, `${session.name}.failed`), soFar);
    throw error;
  } finally {
    recorder.dispose();
  }
  const done: RecordedSession = normalized(
    {
      name: session.name,
      about: session.about,
      synthetic: session.isSynthetic ?? false,
      editor: vscode.version,
      events,
      truth: {
        tokens: session.tokens,
        ...(session.parts !== undefined && { parts: session.parts }),
        final: finalTexts(events, folder),
      },
    },
    folder,
  );
  await applySettings(session.settings ?? {}, { isUndone: true });
  await closeAll();
  return done;
}

/** The texts as the editor has them, else as the disk has them; what is gone has none. */
function finalTexts(
  events: readonly RecordedEvent[],
  folder: string,
): Readonly<Record<string, string>> {
  const uris = new Set<string>();
  for (const event of events) {
    if (event.type === 'disk') uris.add(vscode.Uri.file(event.path).toString());
    if (event.type === 'open') uris.add(event.uri);
  }
  const final: Record<string, string> = {};
  const onDisk = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }));
  for (const uri of uris) {
    const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
    const path = vscode.Uri.parse(uri).fsPath;
    if (open !== undefined) final[uri] = open.getText();
    else if (!uri.startsWith('file:')) continue;
    else if (onDisk.has(path.slice(folder.length + 1))) final[uri] = readFileSync(path, 'utf8');
  }
  return final;
}

function missing(session: Session, { events }: RecordedSession): readonly string[] {
  const seen = new Set<string>();
  for (const event of events) {
    seen.add(event.type);
    if (event.type !== 'change') continue;
    if (event.reason !== undefined) seen.add(event.reason === 1 ? 'undo' : 'redo');
    const { source, metadata } = { source: '', metadata: undefined, ...event.detailedReason };
    if (typeof source !== 'string') continue;
    seen.add(source);
    if (typeof metadata !== 'object' || metadata === null) continue;
    for (const key of ['kind', 'name', 'type', 'detailedSource']) {
      const value: unknown = Object.entries(metadata).find(([name]) => name === key)?.[1];
      if (typeof value === 'string') seen.add(`${source}/${value}`);
    }
  }
  return session.expects.filter((one) => !seen.has(one)).map((one) => `there is no ${one}`);
}

async function applySettings(
  settings: Readonly<Record<string, unknown>>,
  { isUndone }: { readonly isUndone: boolean },
): Promise<void> {
  for (const [name, value] of Object.entries(settings)) {
    await vscode.workspace
      .getConfiguration()
      .update(name, isUndone ? undefined : value, vscode.ConfigurationTarget.Workspace);
  }
}

async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.commands.executeCommand('vscode.open', document.uri);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  for (
    let idx = 0;
    idx < 20 && vscode.window.tabGroups.all.some(({ tabs }) => tabs.length);
    idx++
  ) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** What a script waits for may never come. */
async function withinLimit(running: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('the session did not end')), SESSION_LIMIT_MS);
  });
  try {
    await Promise.race([running, limit]);
  } finally {
    clearTimeout(timer);
  }
}

function say(line: string): void {
  console.log(`[recorder] ${line}`);
}
