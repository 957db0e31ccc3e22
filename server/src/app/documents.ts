import { classify } from '../core/attribution/classify.ts';
import type { Signal } from '../core/attribution/signal.ts';
import { isLongEnough } from '../core/attribution/moved.ts';
import { hasAi, sliceSpans, type Spans } from '../core/attribution/span.ts';
import type { BlockReader, RuleRunner } from '../core/ports.ts';
import type { SnapshotCause } from '../core/records/record.ts';
import type { Clock, MoveStore, Problem, Timers } from '../core/repository.ts';
import type { Replacement } from '../core/text/edit.ts';
import type { Range } from '../core/text/range.ts';
import type { Home } from './home.ts';
import { createOpenTeamHits } from './questions/openTeamHits.ts';
import { knownAtLast } from './questions/knownAtLast.ts';
import { hasRemovals } from './judge.ts';
import { judgeDocument } from './judgeDocument.ts';
import { createDiagnosedDesk, type DiagnosedWords } from './diagnosed.ts';
import { createClosedTexts, type RememberedText } from './closedTexts.ts';
import { createLiveText, type SettledChange, SIGNAL_PATIENCE_MS } from './liveText.ts';
import { createMoves } from './moves.ts';
import { cancelTimers, type DocumentView, type OpenDocument } from './openDocument.ts';
import { isLargePaste } from './pastes.ts';
import { pathsBefore, speaksOf } from './provenance.ts';
import { learnAgain, readOpened } from './readOpened.ts';
import { createReconciler } from './reconcile.ts';
import { createRecorder } from './recorder.ts';
import { createStatements, type Statements } from './statements.ts';

export interface DocumentsOptions {
  readonly reader: BlockReader;
  /** Left out where nothing is asked about code. */
  readonly rules?: RuleRunner | undefined;
  readonly clock: Clock;
  readonly timers: Timers;
  /** The client sends a signal for every change. */
  readonly hasSignals: boolean;
  readonly homeOf: (uri: string) => Promise<Home | undefined>;
  /** Cuts and copies that windows share. */
  readonly moves?: MoveStore | undefined;
  /** Called when the blocks of a document were judged anew. */
  readonly onJudged: (view: DocumentView) => void;
  readonly onProblem: (problem: Problem) => void;
}

/** The open documents: the one place where changes, signals and records meet. */
export interface Documents extends Statements, DiagnosedWords {
  open(uri: string, version: number, text: string): Promise<void>;
  /** Sequential replacements: offsets are on the text after the ones before. */
  change(uri: string, version: number, replacements: readonly Replacement[]): void;
  signal(uri: string, version: number, signal: Signal): void;
  /** Ranges of a version were copied or cut: where they are put in, they keep their owners. */
  copied(uri: string, version: number, ranges: readonly Range[]): void;
  saved(uri: string): void;
  closed(uri: string): void;
  /** The newest judgment; waits for pending signals and for a document that is being opened. */
  view(uri: string): Promise<DocumentView | undefined>;
  uris(): readonly string[];
  /** Judges all documents anew: records came from elsewhere, or the policy changed. */
  refresh(): void;
  /** The same for what is known here: rules found out more. */
  judgeAll(): void;
  /** What was judged is judged anew when somebody asks for it. */
  forgetJudged(): void;
  /** Keeps what is not kept yet, before the process ends. */
  flush(): void;
}

/** Typing fast judges once per pause of this many ms: within a blink (100 ms). */
const JUDGE_DELAY_MS = 25;
/** Accepted word by word, a completion is kept once. */
const KEEP_DELAY_MS = 30;
/** After this long without an edit the text is kept, so that a crash loses only seconds. */
const IDLE_MS = 2_000;
/** A broken parse (an unclosed string) leaves the last good blocks this long (DESIGN 6). */
const BROKEN_MS = 2_000;

export function createDocuments(options: DocumentsOptions): Documents {
  const { reader, clock, timers, homeOf, onProblem } = options;
  const documents = new Map<string, OpenDocument>();
  const opening = new Map<string, Promise<void>>();
  const waitingChanges = new Map<string, (() => void)[]>();
  const moves = createMoves(options.moves);
  const nowMs = (): number => clock.ms();
  const closed = createClosedTexts(nowMs);

  const onJudged = (view: DocumentView): void => {
    desk.rejudged(view);
    options.onJudged(view);
  };

  const write = ({ live, recorder }: OpenDocument, cause: SnapshotCause, from?: string): void => {
    recorder.keep(live.text, live.spans, cause, from);
  };

  const record = (document: OpenDocument, changes: readonly SettledChange[]): void => {
    if (!document.recorder.recordAccepts(changes)) return;
    // The first accept of a file nobody knew: what it was before is not read yet.
    if (document.committed === undefined) reconcile(document);
    // An accept is shown at once: nothing to wait for, and the person looks.
    document.judgeTimer?.cancel();
    document.judgeTimer = undefined;
    scheduleJudge(document, 0);
    document.keepTimer ??= timers.after(KEEP_DELAY_MS, () => {
      document.keepTimer = undefined;
      write(document, 'accept');
    });
  };

  const settle = (document: OpenDocument): void => {
    const changes = document.live.settle(nowMs());
    record(document, changes);
    for (const change of changes) {
      for (const cut of change.removed) moves.remember(cut);
      if (isLargePaste(change)) document.pastes.add(change.origin.at ?? '');
    }
    const { journal, path } = document.home;
    const isForRecords = changes.some(
      ({ origin }) =>
        origin.kind === 'unknown' && (origin.observed === 'disk' || journal.book.knows(path)),
    );
    if (isForRecords) reconcile(document);
  };

  const reconcile = createReconciler({
    reader,
    isOpen: (document) => documents.get(document.uri) === document,
    changed: (document) => {
      document.view = undefined;
      scheduleJudge(document, 0);
    },
    keep: (document) => write(document, 'agent'),
  });

  const teamHits = createOpenTeamHits((document) => scheduleJudge(document, 0));

  const judge = (document: OpenDocument): DocumentView => {
    const { home, live, blocks } = document;
    const map =
      0 < document.unparsed.length ? blocks.update(live.text, document.unparsed) : blocks.map;
    document.unparsed = [];
    const now = nowMs();
    if (!map.broken) document.brokenSince = undefined;
    else document.brokenSince ??= now;
    const isHeld =
      document.brokenSince !== undefined &&
      document.view !== undefined &&
      now - document.brokenSince < BROKEN_MS;
    const view: DocumentView =
      isHeld && document.view
        ? document.view
        : {
            uri: document.uri,
            version: live.version,
            path: home.path,
            text: live.text,
            spans: live.spans,
            judged: judgeDocument(document, map, options.rules, teamHits),
          };
    document.view = view;
    const { signed, answers } = home.journal;
    if (signed.isAsking()) void signed.check().then(refresh, tellFailure);
    else void answers.learnAsked().then((isNew) => (isNew ? refresh() : undefined));
    if (isHeld) scheduleJudge(document, BROKEN_MS);
    return view;
  };

  const tellFailure = (error: unknown): void =>
    onProblem({
      code: 'not-checked',
      message: `Signatures could not be checked: ${String(error)}`,
    });

  const scheduleJudge = (document: OpenDocument, delay = JUDGE_DELAY_MS): void => {
    document.judgeTimer ??= timers.after(delay, () => {
      document.judgeTimer = undefined;
      if (documents.get(document.uri) !== document) return;
      settle(document);
      onJudged(judge(document));
      if (document.live.isWaiting) scheduleJudge(document, SIGNAL_PATIENCE_MS);
    });
  };

  const scheduleIdle = (document: OpenDocument): void => {
    document.idleTimer?.cancel();
    document.idleTimer = timers.after(IDLE_MS, () => {
      document.idleTimer = undefined;
      settle(document);
      write(document, 'idle');
    });
  };

  /** The spans of a text that another document has or just had: Save As, rename, copy. */
  const remembered = (text: string, notUri: string): RememberedText | undefined => {
    if (text.trim() === '') return undefined;
    for (const other of documents.values()) {
      if (other.uri !== notUri && other.live.text === text && 0 < other.live.spans.length) {
        return { path: other.home.path, text, spans: other.live.spans };
      }
    }
    return closed.find(text);
  };

  /** A short text that is opened may well be equal to another by chance. */
  const openElsewhere = (text: string, notUri: string): RememberedText | undefined =>
    isLongEnough(text) ? remembered(text, notUri) : undefined;

  const openNow = async (uri: string, version: number, text: string): Promise<void> => {
    const home = await homeOf(uri);
    if (!home) return;
    // What others wrote meanwhile is news for the documents that are open, too.
    if (home.journal.refresh()) refresh();
    const { journal, path, repository } = home;
    const recall = (content: string): Spans | undefined => {
      const snapshot = journal.book.snapshotOfText(repository.ids.textId(content));
      const isOurs = snapshot && speaksOf(snapshot, pathsBefore(journal, path), content);
      return isOurs ? snapshot.detail.spans : remembered(content, uri)?.spans;
    };
    const opened = await readOpened(home, reader, text, onProblem);
    const { blob, blocks, spans: known } = opened;
    const moved = hasAi(known) ? undefined : (closed.findRenamed(text) ?? openElsewhere(text, uri));
    const spans = moved && hasAi(moved.spans) ? moved.spans : known;
    const paths = pathsBefore(journal, path);
    const isTouched = hasAi(spans) || hasRemovals(journal, paths);
    const stood = isTouched ? await home.stood(reader, paths) : [];
    const recorder = createRecorder(home, clock, onProblem);
    if (journal.book.snapshotsOf(path)[0]?.detail.text === repository.ids.textId(text)) {
      recorder.markKept(text);
    }
    const document: OpenDocument = {
      uri,
      home,
      live: createLiveText({
        text,
        version,
        spans,
        patienceMs: options.hasSignals ? SIGNAL_PATIENCE_MS : 0,
        recall,
        moved: moves.find,
      }),
      blocks,
      recorder,
      stood,
      committed: opened.committed,
      view: undefined,
      savedVersion: undefined,
      unparsed: [],
      brokenSince: undefined,
      judgeTimer: undefined,
      idleTimer: undefined,
      keepTimer: undefined,
      pastes: new Set(),
      reconciling: undefined,
    };
    documents.set(uri, document);
    if (hasAi(spans)) {
      const elsewhere = journal.book.snapshotOfBlob(blob)?.subject.path;
      const from = moved?.path ?? (elsewhere === path ? undefined : elsewhere);
      write(document, 'open', from);
    }
    onJudged(judge(document));
  };

  /** A person marked code as older than the tool, or ended that, while the document is open. */
  const readStood = (document: OpenDocument): void => {
    const { home } = document;
    const { book } = home.journal;
    if (book.baselines().length === 0 && document.stood.length === 0) return;
    void home.stood(reader, pathsBefore(home.journal, home.path)).then((stood) => {
      document.stood = stood;
      document.view = undefined;
      scheduleJudge(document);
    });
  };

  const judgeAll = (): void => {
    for (const document of documents.values()) {
      document.view = undefined;
      scheduleJudge(document, 0);
    }
  };

  const refresh = (): void => {
    const behind = new Set(
      [...documents.values()].map(({ home }) => home.journal).filter((one) => one.isBehind()),
    );
    for (const document of documents.values()) {
      document.view = undefined;
      scheduleJudge(document);
      readStood(document);
      const { home } = document;
      if (home.journal.book.knows(home.path)) reconcile(document);
      if (behind.has(home.journal)) learnMore(document);
    }
  };

  /** Clones shared more of what is open: a colleague's sign-off, a commit's lines. */
  const learnMore = (document: OpenDocument): void => {
    const { text, spans } = document.live;
    const known = { text, spans, map: document.blocks.map };
    void learnAgain(document.home, known, onProblem).then(() => {
      if (documents.get(document.uri) !== document) return;
      document.view = undefined;
      scheduleJudge(document);
      readStood(document);
      reconcile(document);
    });
  };

  /** After `git init` a file has a new home, where its records have moved: it is opened anew. */
  const rehome = async ({ uri, home }: OpenDocument): Promise<void> => {
    const now = await homeOf(uri);
    const document = documents.get(uri);
    if (!now || !document || now.repository === home.repository) return;
    cancelTimers(document);
    document.blocks.dispose();
    await reopen(uri, document.live.version, document.live.text);
  };

  const reopen = (uri: string, version: number, text: string): Promise<void> => {
    waitingChanges.set(uri, []);
    const done = openNow(uri, version, text).finally(() => {
      const queue = waitingChanges.get(uri) ?? [];
      waitingChanges.delete(uri);
      opening.delete(uri);
      for (const act of queue) act();
    });
    opening.set(uri, done);
    return done;
  };

  /** Messages for a document that is still being opened wait their turn. */
  const whenOpen = (uri: string, act: (document: OpenDocument) => void): void => {
    const run = (): void => {
      const document = documents.get(uri);
      if (document) act(document);
    };
    const queue = waitingChanges.get(uri);
    if (queue) queue.push(run);
    else run();
  };

  const find = async (uri: string): Promise<OpenDocument | undefined> => {
    await opening.get(uri);
    const document = documents.get(uri);
    if (document) settle(document);
    return document;
  };
  const peek = (uri: string): OpenDocument | undefined => documents.get(uri);
  const desk = createDiagnosedDesk({ clock, onProblem, find, peek, judge });

  return Object.freeze({
    diagnosed: desk.diagnosed,
    told: desk.told,
    open: reopen,
    change(uri: string, version: number, replacements: readonly Replacement[]): void {
      whenOpen(uri, (document) => {
        document.live.change(version, replacements, nowMs());
        document.unparsed.push(...replacements);
        settle(document);
        scheduleJudge(document);
        scheduleIdle(document);
      });
    },
    signal(uri: string, version: number, signal: Signal): void {
      whenOpen(uri, (document) => {
        const by = document.home.person();
        const explanation = classify(signal, {
          at: clock.now(),
          by: by && `${by.name ?? by.id} <${by.id}>`,
        });
        const late = document.live.explain(version, explanation);
        if (late) record(document, [late]);
        settle(document);
        // What was saved while its signal was on the way is kept again, now that it is known.
        if (document.savedVersion === document.live.version) write(document, 'save');
        scheduleJudge(document);
      });
    },
    copied(uri: string, version: number, ranges: readonly Range[]): void {
      whenOpen(uri, ({ live }) => {
        if (live.version !== version) return;
        for (const { start, end } of ranges) {
          const text = live.text.slice(start, end);
          moves.remember({ text, spans: sliceSpans(live.spans, { start, end }, -start) });
        }
      });
    },
    saved(uri: string): void {
      whenOpen(uri, (document) => {
        settle(document);
        document.savedVersion = document.live.version;
        write(document, 'save');
        void rehome(document);
      });
    },
    closed(uri: string): void {
      whenOpen(uri, (document) => {
        documents.delete(uri);
        settle(document);
        write(document, 'close');
        const { text, spans } = document.live;
        closed.add({ path: document.home.path, text, spans });
        cancelTimers(document);
        document.blocks.dispose();
      });
    },
    async view(uri: string): Promise<DocumentView | undefined> {
      await opening.get(uri);
      const document = documents.get(uri);
      if (!document) return undefined;
      settle(document);
      const isFresh = document.view?.version === document.live.version && !document.judgeTimer;
      return isFresh ? document.view : judge(document);
    },
    uris: () => [...documents.keys()],
    ...createStatements({
      clock,
      onProblem,
      find,
      judge,
      async settled(document: OpenDocument): Promise<void> {
        await teamHits.settled(document);
        await knownAtLast(options.rules, async () => judge(document).judged.blocks);
      },
      keep: write,
      changed(document: OpenDocument): void {
        document.view = undefined;
        scheduleJudge(document, 0);
      },
      // Equal code in other open files carries the same review.
      signed: judgeAll,
    }),
    refresh,
    judgeAll,
    forgetJudged(): void {
      for (const document of documents.values()) document.view = undefined;
    },
    flush(): void {
      for (const document of documents.values()) {
        settle(document);
        write(document, 'close');
        cancelTimers(document);
      }
    },
  });
}
