import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { createBases } from '../../server/src/app/bases.ts';
import { createDocuments } from '../../server/src/app/documents.ts';
import type { Home } from '../../server/src/app/home.ts';
import { ingest } from '../../server/src/app/ingest/ingest.ts';
import { openJournal } from '../../server/src/app/journal.ts';
import { spansOfText } from '../../server/src/app/provenance.ts';
import type { Spans } from '../../server/src/core/attribution/span.ts';
import type { BlockMap } from '../../server/src/core/blocks/block.ts';
import type { IngestPorts } from '../../server/src/core/ingestPorts.ts';
import { DEFAULT_POLICY } from '../../server/src/core/policy/policy.ts';
import type { BlockReader } from '../../server/src/core/ports.ts';
import { err, ok } from '../../server/src/core/result.ts';
import type { Observation } from '../../src/sense/observation.ts';
import { createPasteWitness } from '../../src/sense/pasteWitness.ts';
import { platformReasonOf } from '../../src/sense/platformReason.ts';
import { createSignalTracker } from '../../src/sense/tracker.ts';
import { createFakeTimers } from '../support/fakeTimers.ts';
import { ROOT } from '../support/golden.ts';
import { createMemoryRepository, createReplayClock } from './memoryRepository.ts';
import type { RecordedEvent, RecordedSession } from './recorder/session.ts';

/** What the editor lets us see: all, what stable VS Code tells with its accept keys, or less. */
export const MODES = ['platform', 'command', 'shapes'] as const;
export type ReplayMode = (typeof MODES)[number];

/** Whose the characters of one final text are, as we say. */
export interface ReplayedText {
  readonly uri: string;
  readonly text: string;
  readonly spans: Spans;
}

const FOLDER = join(ROOT, 'test/replay');

export function recordedSessions(): readonly RecordedSession[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as RecordedSession);
}

/**
 * Runs a session through the extension's own senses and the server's own documents, at the pace at
 * which it was recorded but in no time.
 */
export async function replay(
  session: RecordedSession,
  mode: ReplayMode,
): Promise<readonly ReplayedText[]> {
  const timers = createFakeTimers();
  const clock = createReplayClock(timers.now);
  const memory = createMemoryRepository();
  const repository = memory.open();
  const journal = openJournal(repository.journal);
  const homeOf = async (uri: string): Promise<Home> => ({
    repository,
    journal,
    path: pathOf(uri),
    policy: () => DEFAULT_POLICY,
    team: () => undefined,
    person: () => ({ type: 'human', id: 'ada@example.org', name: 'Ada Example' }),
    bases: async () => NO_COMMIT,
    stood: async () => [],
  });
  const problems: string[] = [];
  const documents = createDocuments({
    reader: READER,
    clock,
    timers: { after: (ms, task) => ({ cancel: timers.schedule(ms, task) }) },
    hasSignals: true,
    homeOf,
    onJudged: () => {},
    onProblem: ({ message }) => problems.push(message),
  });
  repository.journal.watch(() => {
    timers.schedule(40, () => {
      if (journal.refresh()) documents.refresh();
    });
  });
  const hook = memory.open();
  const ports: IngestPorts = {
    clock,
    locate(path) {
      const file = posix.resolve('/w', path);
      return file.startsWith('/w/')
        ? ok({ repository: hook, calls: memory.calls, path: file.slice(3) })
        : err({ code: 'agent-path', message: path });
    },
    homeOf: () => ({ repository: hook, calls: memory.calls }),
    tidy: () => {},
  };

  const witness = createPasteWitness(timers.now);
  const tracker = createSignalTracker({
    send: ({ uri, version, source }) => documents.signal(uri, version, source),
    schedule: timers.schedule,
    isPasted: witness.matches,
    hearsOfAccepts: () => mode !== 'shapes',
  });
  const texts = new Map<string, string>();
  const versions = new Map<string, number>();

  const see = async (event: RecordedEvent): Promise<void> => {
    switch (event.type) {
      case 'open':
        texts.set(event.uri, event.text);
        versions.set(event.uri, event.version);
        // What is opened is on disk, where no event has said so before.
        if (event.uri.startsWith('file:') && !memory.disk.has(pathOf(event.uri))) {
          memory.disk.set(pathOf(event.uri), event.text);
        }
        await documents.open(event.uri, event.version, event.text);
        return;
      case 'change': {
        // Before the language client's own listener: both orders occur, the server takes either.
        tracker.observe(observationOf(event, mode));
        if (event.changes.length === 0) return;
        let text = texts.get(event.uri) ?? '';
        const replacements = event.changes.map(({ offset, length, text: inserted }) => {
          text = text.slice(0, offset) + inserted + text.slice(offset + length);
          return { start: offset, end: offset + length, text: inserted };
        });
        texts.set(event.uri, text);
        versions.set(event.uri, event.version);
        documents.change(event.uri, event.version, replacements);
        return;
      }
      case 'accepted':
        if (mode !== 'shapes') tracker.accepted(event.command, event.uri);
        return;
      case 'pasting':
        if (mode === 'command') witness.record(event.text);
        return;
      case 'copying': {
        const ranges = event.ranges.map(([start, end]) => ({ start, end }));
        documents.copied(event.uri, versions.get(event.uri) ?? 0, ranges);
        return;
      }
      case 'save':
        memory.disk.set(pathOf(event.uri), texts.get(event.uri) ?? '');
        documents.saved(event.uri);
        return;
      case 'close':
        texts.delete(event.uri);
        documents.closed(event.uri);
        return;
      case 'rename': {
        const text = memory.disk.get(pathOf(event.from));
        memory.disk.delete(pathOf(event.from));
        if (text !== undefined) memory.disk.set(pathOf(event.to), text);
        return;
      }
      case 'disk':
        memory.disk.set(event.path.slice(3), event.text);
        return;
      case 'hook':
        await ingest(ports, JSON.stringify(event.payload), event.flag);
        return;
    }
  };
  const pass = async (ms: number): Promise<void> => {
    timers.advance(ms);
    // What waits for promises goes on before the next event.
    for (let i = 0; i < PROMISES_DEEP; i++) await Promise.resolve();
  };

  for (const event of session.events) {
    await pass(Math.max(0, event.t - timers.now()));
    await see(event);
  }
  for (let i = 0; i < 10; i++) await pass(AFTERWARDS_MS / 10);
  if (0 < problems.length) throw new Error(`${session.name}: ${problems.join('; ')}`);

  return Promise.all(
    Object.entries(session.truth.final).map(async ([uri, text]): Promise<ReplayedText> => {
      const view = texts.has(uri) ? await documents.view(uri) : undefined;
      if (view) return { uri, text: view.text, spans: view.spans };
      journal.refresh();
      const path = pathOf(uri);
      const blob = repository.ids.blobId(path, text);
      return {
        uri,
        text,
        spans: spansOfText(journal, { text, blob, paths: [path], baseBlobs: [] }),
      };
    }),
  );
}

/** A change waits 250 ms for its signal, a text two seconds to be kept. */
const AFTERWARDS_MS = 3_000;
const PROMISES_DEEP = 30;

/** The workspace of a session has no commit. */
const NO_COMMIT = createBases(undefined, new Set(), new Map());

const NO_BLOCKS: BlockMap = {
  blocks: [],
  broken: false,
  aiHash: () => undefined,
  tokenLines: () => [],
  partsOf: () => [],
  code: () => undefined,
  placeHash: (block) => block.textHash,
};
/** Blocks are not what is measured here. */
const READER: BlockReader = {
  read: async () => NO_BLOCKS,
  open: async () => ({ map: NO_BLOCKS, update: () => NO_BLOCKS, dispose: () => {} }),
};

function observationOf(
  event: Extract<RecordedEvent, { type: 'change' }>,
  mode: ReplayMode,
): Observation {
  const reason = platformReasonOf(event, mode !== 'platform');
  return {
    uri: event.uri,
    version: event.version,
    isDirty: event.isDirty,
    isOnDisk: event.uri.startsWith('file:'),
    direction: event.reason === 1 ? 'undo' : event.reason === 2 ? 'redo' : undefined,
    texts: event.changes.map(({ text }) => text),
    reason: reason === 'unsupported' ? undefined : reason,
  };
}

/** `file:///w/src/a.ts` is `src/a.ts`. */
function pathOf(uri: string): string {
  return decodeURIComponent(uri.replace(/^[\w-]+:(?:\/\/)?(?:\/w\/|\/)?/, ''));
}
