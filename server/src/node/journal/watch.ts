import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Several writes of one action are told once. */
const QUIET_MS = 40;

/**
 * Watches the journal's folders, those that appear later too. Where the system cannot watch
 * (limits, odd file systems) nothing is told: every open and every command reads anew anyway.
 */
export function watchFolders(journalDir: string, listener: () => void): { close(): void } {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      watchAll();
      listener();
    }, QUIET_MS);
  };
  const watchOne = (dir: string): void => {
    if (watchers.has(dir)) return;
    try {
      const watcher = watch(dir, { persistent: false }, tell);
      watcher.on('error', () => {
        watcher.close();
        watchers.delete(dir);
      });
      watchers.set(dir, watcher);
    } catch {
      // Not there yet: its parent's watcher tells when it comes.
    }
  };
  const watchAll = (): void => {
    const parents = [join(journalDir, '..', '..'), join(journalDir, '..')];
    try {
      for (const worktree of readdirSync(journalDir)) watchOne(join(journalDir, worktree));
      watchOne(journalDir);
      for (const dir of parents) watchers.get(dir)?.close();
    } catch {
      // No journal before the first record: its parents tell when it comes.
      for (const dir of parents) watchOne(dir);
    }
  };
  watchAll();
  return {
    close(): void {
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}
