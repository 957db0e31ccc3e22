import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createDocuments, type Documents } from '../../../server/src/app/documents.ts';
import type { Home } from '../../../server/src/app/home.ts';
import { createHomes, type Homes } from '../../../server/src/app/homes.ts';
import { ingest } from '../../../server/src/app/ingest/ingest.ts';
import { type Journal, openJournal } from '../../../server/src/app/journal.ts';
import type { Signal } from '../../../server/src/core/attribution/signal.ts';
import type { IngestPorts } from '../../../server/src/core/ingestPorts.ts';
import type { BlockReader } from '../../../server/src/core/ports.ts';
import type { Clock, LocalRepository, Repository } from '../../../server/src/core/repository.ts';
import type { Replacement } from '../../../server/src/core/text/edit.ts';
import { findRepository } from '../../../server/src/node/git/place.ts';
import { createIngestPorts } from '../../../server/src/node/ingest/locateFile.ts';
import { createLocator } from '../../../server/src/node/locate.ts';
import { createClock, openRepository } from '../../../server/src/node/repository.ts';
import { CLI } from '../cli.ts';
import { createFakeTimers, type FakeTimers } from '../fakeTimers.ts';
import { createTempRepo, type TempRepo } from '../tempRepo.ts';
import { createModel, type Doc, isDirty, type Model, stringOf, type Text } from './model.ts';

/** When the editor's word of a change comes. */
export type Timing = 'after' | 'before' | 'soon' | 'late' | 'missing' | 'savedFirst';

/** One editor window with its own server, as one process has it. */
export interface Window {
  readonly documents: Documents;
  readonly docs: Map<string, Doc>;
  readonly versions: Map<string, number>;
  /** Tells it that the journal's folder changed. */
  tell(): void;
  advance(ms: number): void;
  /** Waits for what it asked of git. */
  quiet(): Promise<void>;
  /** It is gone, without a word. */
  kill(): void;
}

/** A repository on disk with real git, the windows on it, and the model of it all. */
export interface World {
  readonly repo: TempRepo;
  readonly model: Model;
  readonly windows: (Window | undefined)[];
  /** Hooks that agents have not sent yet. */
  hooks: { readonly path: string; readonly send: () => Promise<void> }[];
  readonly problems: string[];
  readonly terminal: { readonly repository: Repository; readonly journal: Journal };
  readonly reader: BlockReader;
  /** Payloads that still go through the real command line. */
  nByCli: number;
  uriOf(path: string): string;
  openWindow(): Window;
  closeWindow(window: Window): void;
  open(window: Window, path: string): Promise<void>;
  close(window: Window, path: string): void;
  /** Changes an open document, as a person or the editor does. */
  edit(window: Window, doc: Doc, next: Text, how: EditOptions): Promise<void>;
  save(window: Window, doc: Doc): Promise<void>;
  /** Puts a text on disk; `undefined` removes the file. */
  write(path: string, text: Text | undefined): void;
  /** Clean documents take what is on disk. */
  reload(dice: { chance(share: number): boolean }): Promise<void>;
  send(payload: unknown, flag: string): Promise<void>;
  /** Waits until every window has seen and asked everything. */
  quiet(): Promise<void>;
  advance(ms: number): void;
  dispose(): void;
}

export interface EditOptions {
  readonly signal: Signal;
  readonly timing: Timing;
  /** Sequential; by default the lines that differ. */
  readonly replacements?: readonly Replacement[];
  /** Undo and redo keep their own stacks. */
  readonly isHistory?: boolean;
}

const LATE_MS = 300;
const SOON_MS = 60;

export function createWorld(files: ReadonlyMap<string, Text>, reader: BlockReader): World {
  const repo = createTempRepo({
    hasIdentity: true,
    name: 'fuzz',
    files: Object.fromEntries([...files].map(([path, text]) => [path, stringOf(text)])),
  });
  appendFileSync(
    join(repo.dir, '.git/config'),
    '[user]\n\tname = Ada Example\n\temail = ada@example.com\n',
  );
  const model = createModel(files);
  // One clock for all: two processes never have the same time here, so that a run can be repeated.
  const clock = createClock();
  const problems: string[] = [];
  const opened: LocalRepository[] = [];
  const place = findRepository(repo.dir);
  if (!place.ok) throw new Error(place.error.message);
  const objects = new Map<string, Uint8Array | undefined>();
  const blobs = new Map<string, string>();
  const lean = (repository: Repository, onWatch: (listener: () => void) => void): Repository => {
    opened.push(repository);
    return withMemory(repository, { objects, blobs, onWatch });
  };
  const terminal = lean(
    openRepository(place.value, { writer: 'cli', mayWrite: false, mayRunGit: true }),
    () => {},
  );
  const ports: IngestPorts = createIngestPorts({ cwd: repo.dir, env: {}, clock });
  const ingesting = ports.homeOf(repo.dir)?.repository;
  if (ingesting) opened.push(ingesting);

  const windows: (Window | undefined)[] = [];
  const live = (): Window[] => windows.filter((window) => window !== undefined);
  const uriOf = (path: string): string => pathToFileURL(join(repo.dir, path)).toString();

  const world: World = {
    repo,
    model,
    windows,
    hooks: [],
    problems,
    terminal: { repository: terminal, journal: openJournal(terminal.journal) },
    reader,
    nByCli: 0,
    uriOf,
    openWindow(): Window {
      const window = createWindow({ clock, reader, problems, lean });
      windows.push(window);
      model.windows.push(window.docs);
      return window;
    },
    closeWindow(window: Window): void {
      window.kill();
      windows[windows.indexOf(window)] = undefined;
      window.docs.clear();
    },
    async open(window: Window, path: string): Promise<void> {
      const text = model.disk.get(path);
      if (!text) return;
      window.docs.set(path, { path, text, undo: [], redo: [] });
      window.versions.set(path, 1);
      await window.documents.open(uriOf(path), 1, stringOf(text));
      await window.quiet();
    },
    close(window: Window, path: string): void {
      window.documents.closed(uriOf(path));
      window.docs.delete(path);
    },
    async edit(window, doc, next, { signal, timing, replacements, isHistory }): Promise<void> {
      if (isHistory !== true) {
        doc.undo.push(doc.text);
        doc.redo = [];
      }
      const uri = uriOf(doc.path);
      const version = (window.versions.get(doc.path) ?? 0) + 1;
      window.versions.set(doc.path, version);
      const change = replacements ?? [lineReplacement(doc.text, next)];
      doc.text = next;
      if (timing === 'before') window.documents.signal(uri, version, signal);
      window.documents.change(uri, version, change);
      if (timing === 'soon') world.advance(SOON_MS);
      if (timing === 'late' || timing === 'missing') world.advance(LATE_MS);
      if (timing === 'savedFirst') await world.save(window, doc);
      if (timing !== 'before' && timing !== 'missing') {
        window.documents.signal(uri, version, signal);
      }
      await window.quiet();
    },
    async save(window: Window, doc: Doc): Promise<void> {
      world.write(doc.path, doc.text);
      window.documents.saved(uriOf(doc.path));
      await window.quiet();
    },
    write(path: string, text: Text | undefined): void {
      const file = join(repo.dir, path);
      if (text) {
        writeFileSync(file, stringOf(text));
        model.disk.set(path, text);
      } else {
        rmSync(file, { force: true });
        model.disk.delete(path);
      }
    },
    async reload(dice): Promise<void> {
      for (const window of live()) {
        for (const doc of [...window.docs.values()]) {
          const disk = model.disk.get(doc.path);
          if (!disk) world.close(window, doc.path);
          else if (isDirty(model, doc)) {
            const timing = dice.chance(0.2) ? 'before' : dice.chance(0.5) ? 'soon' : 'after';
            const signal: Signal = dice.chance(0.5)
              ? { kind: 'reload' }
              : { kind: 'platform', source: 'reloadFromDisk', metadata: {} };
            await world.edit(window, doc, disk, { signal, timing });
          }
        }
      }
    },
    async send(payload: unknown, flag: string): Promise<void> {
      if (0 < world.nByCli) {
        world.nByCli--;
        const input = JSON.stringify(payload);
        const done = repo.run(process.execPath, [CLI, 'ingest', '--agent', flag], { input });
        if (done.code !== 0 || done.stdout !== '') problems.push(`ingest: ${done.stderr}`);
      } else await ingest(ports, JSON.stringify(payload), flag);
    },
    async quiet(): Promise<void> {
      for (const window of live()) {
        window.tell();
        await window.quiet();
      }
      world.advance(50);
      for (const window of live()) await window.quiet();
    },
    advance(ms: number): void {
      for (const window of live()) window.advance(ms);
    },
    dispose(): void {
      for (const window of live()) window.kill();
      for (const { journal } of opened) {
        if ('close' in journal && typeof journal.close === 'function') journal.close();
      }
      repo.dispose();
    },
  };
  return world;
}

interface WindowOptions {
  readonly clock: Clock;
  readonly reader: BlockReader;
  readonly problems: string[];
  readonly lean: (repository: Repository, onWatch: (listener: () => void) => void) => Repository;
}

function createWindow({ clock, reader, problems, lean }: WindowOptions): Window {
  let timers: FakeTimers | undefined = createFakeTimers();
  const time = timers;
  const listeners: (() => void)[] = [];
  const pending = new Set<Promise<unknown>>();
  const tracked = <T>(promise: Promise<T>): Promise<T> => {
    pending.add(promise);
    void promise.finally(() => pending.delete(promise));
    return promise;
  };
  const leaned = new Map<Repository, Repository>();
  const locate = createLocator({ storage: undefined, isTrusted: true });
  const appTimers = {
    after: (ms: number, callback: () => void) => ({ cancel: time.schedule(ms, callback) }),
  };
  const onProblem = ({ message }: { readonly message: string }): void =>
    void problems.push(message);
  const homes: Homes = createHomes({
    locate: (uri) => {
      const found = locate(uri);
      if (!found) return undefined;
      let repository = leaned.get(found.repository);
      if (!repository) {
        repository = lean(found.repository, (listener) => listeners.push(listener));
        leaned.set(found.repository, repository);
      }
      return { ...found, repository };
    },
    editorPolicy: () => ({}),
    mayRunGit: true,
    timers: appTimers,
    onRecords: () => documents.refresh(),
    onPolicy: () => {},
    onProblem,
  });
  const homeOf = async (uri: string): Promise<Home | undefined> => {
    const home = await homes.of(uri);
    return home && { ...home, bases: (paths, always) => tracked(home.bases(paths, always)) };
  };
  const documents: Documents = createDocuments({
    reader,
    clock: { now: clock.now, ms: time.now },
    timers: appTimers,
    hasSignals: true,
    homeOf: (uri) => tracked(homeOf(uri)),
    onJudged: () => {},
    onProblem,
  });
  return {
    documents,
    docs: new Map(),
    versions: new Map(),
    tell: () => {
      for (const listener of listeners) listener();
    },
    advance: (ms) => timers?.advance(ms),
    async quiet(): Promise<void> {
      do {
        await Promise.allSettled(pending);
        await new Promise((resolve) => setImmediate(resolve));
      } while (0 < pending.size);
    },
    kill(): void {
      timers = undefined;
      listeners.length = 0;
    },
  };
}

/** The same repository that asks git only once for what never changes, and is told of changes by us. */
function withMemory(
  repository: Repository,
  {
    objects,
    blobs,
    onWatch,
  }: {
    readonly objects: Map<string, Uint8Array | undefined>;
    readonly blobs: Map<string, string>;
    readonly onWatch: (listener: () => void) => void;
  },
): Repository {
  const { git, ids, journal } = repository;
  return {
    ...repository,
    git: {
      ...git,
      // There are no workspace files here, and one person.
      trackedTopFiles: () => Promise.resolve({ ok: true, value: [] }),
      identity: () => Promise.resolve({ name: 'Ada Example', email: 'ada@example.com' }),
      async readObjects(names) {
        const unknown = names.filter((name) => !objects.has(name));
        if (0 < unknown.length) {
          const read = await git.readObjects(unknown);
          if (!read.ok) return read;
          for (const name of unknown) objects.set(name, read.value.get(name));
        }
        const found = new Map<string, Uint8Array>();
        for (const name of names) {
          const bytes = objects.get(name);
          if (bytes) found.set(name, bytes);
        }
        return { ok: true, value: found };
      },
    },
    ids: {
      ...ids,
      blobId(path, text) {
        if (!text.includes('\r')) return ids.blobId(path, text);
        const known = blobs.get(text) ?? ids.blobId(path, text);
        blobs.set(text, known);
        return known;
      },
    },
    journal: {
      ...journal,
      watch(listener) {
        onWatch(listener);
        return { close() {} };
      },
    },
  };
}

/** The lines that differ, as one replacement. */
export function lineReplacement(before: Text, after: Text): Replacement {
  const old = before.lines.map(({ text }) => text + before.eol);
  const now = after.lines.map(({ text }) => text + after.eol);
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const start = old.slice(0, head).join('').length;
  const middle = old.slice(head, old.length - tail).join('');
  return {
    start,
    end: start + middle.length,
    text: now.slice(head, now.length - tail).join(''),
  };
}
