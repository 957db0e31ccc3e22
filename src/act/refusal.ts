import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as vscode from 'vscode';
import { errorText, type Refusal, refusalOf } from '../convert.ts';
import type { Disposable } from '../lifetime.ts';
import { disposeAll } from '../lifetime.ts';
import { SAY } from '../messages.ts';
import { findRepository, type Repository } from './repository.ts';

const FOLDER = 'countersign';
const FILE = 'last-refusal.json';

export type RefusalApi = Pick<
  typeof vscode,
  'workspace' | 'window' | 'RelativePattern' | 'Uri' | 'Range'
>;

export interface RefusalWatch extends Disposable {
  /** Watches the repository around this file or folder from now on. */
  readonly watchAround: (folder: string) => Promise<void>;
}

/**
 * Tells what the commit gate said where no one would see it. Editors hide what a passing hook
 * prints, and a terminal's words scroll away; but VS Code's own button shows a refusal itself.
 */
export function isWorthTelling(refusal: Refusal): boolean {
  const isFromButton = refusal.client === 'vscode';
  if (refusal.verdict !== 'pass') return !isFromButton;
  return refusal.mode === 'warn' && 0 < refusal.findings.length;
}

/** Watches each repository's last refusal and tells it once, from this moment on. */
export function createRefusalWatch(
  api: RefusalApi,
  log: { readonly info: (line: string) => void },
  startedAt: number,
): RefusalWatch {
  const watchers = new Map<string, Disposable>();
  const told = new Set<string>();

  async function watchAround(folder: string): Promise<void> {
    const repository = await findRepository(folder);
    if (repository === undefined || watchers.has(repository.commonDir)) return;
    const base = api.Uri.file(join(repository.commonDir, FOLDER));
    const watcher = api.workspace.createFileSystemWatcher(new api.RelativePattern(base, FILE));
    const look = () => void readAndTell(repository);
    watchers.set(repository.commonDir, watcher);
    watcher.onDidCreate(look);
    watcher.onDidChange(look);
  }

  async function readAndTell(repository: Repository): Promise<void> {
    try {
      const refusal = refusalOf(await readFile(join(repository.commonDir, FOLDER, FILE), 'utf8'));
      if (refusal === undefined || Date.parse(refusal.at) < startedAt) return;
      const key = `${repository.commonDir}\n${refusal.at}`;
      if (told.has(key) || !isWorthTelling(refusal)) return;
      told.add(key);
      await tell(repository, refusal);
    } catch (error) {
      log.info(`${FILE}: ${errorText(error)}`);
    }
  }

  async function tell(repository: Repository, refusal: Refusal): Promise<void> {
    const [finding] = refusal.findings;
    const actions = finding === undefined ? [] : [SAY.show];
    const picked = await api.window.showWarningMessage(refusal.summary, ...actions);
    if (picked !== SAY.show || finding === undefined) return;
    const line = Math.max(0, finding.line - 1);
    const file = api.Uri.file(join(refusal.worktree ?? repository.root, finding.path));
    await api.window.showTextDocument(file, { selection: new api.Range(line, 0, line, 0) });
  }

  return Object.freeze({
    watchAround,
    dispose: () => {
      const held = [...watchers.values()];
      watchers.clear();
      disposeAll(held);
    },
  });
}
