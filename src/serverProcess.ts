import type {
  AnswerParams,
  AnswerResult,
  DiagnosedParams,
  QuestionsParams,
  QuestionsResult,
  RulePageParams,
  RulePageResult,
} from '../server/src/protocol/questions.ts';
import type { CancellationToken } from 'vscode';
import type {
  HistoryCommitParams,
  HistoryCommitResult,
  HistoryParams,
  HistoryResult,
} from '../server/src/protocol/history.ts';
import type {
  AttestParams,
  AttestResult,
  BlameParams,
  BlameResult,
  BlocksParams,
  CopiedParams,
  CopiesParams,
  CopiesResult,
  CorrectParams,
  CorrectResult,
  NoticeParams,
  QueueResult,
  ReviewedParams,
  ReviewedResult,
  SignalParams,
} from '../server/src/protocol/index.ts';
import { errorText } from './convert.ts';
import type { Schedule } from './lifetime.ts';
import { SAY } from './messages.ts';
import { afterCrash } from './restartPolicy.ts';

/** One start of the server: from its birth to its end, never started twice. */
export interface ServerClient {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly signal: (params: SignalParams) => Promise<void>;
  readonly copied: (params: CopiedParams) => Promise<void>;
  /** What other extensions publish about a document with blocks. */
  readonly diagnosed: (params: DiagnosedParams) => Promise<void>;
  /** Policy values of the editor, in the form of `ClientOptions.policy`. */
  readonly changePolicy: (policy: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly refreshLenses: () => void;
  readonly attest: (params: AttestParams) => Promise<AttestResult>;
  readonly copies: (params: CopiesParams) => Promise<CopiesResult>;
  readonly correct: (params: CorrectParams) => Promise<CorrectResult>;
  readonly blame: (params: BlameParams) => Promise<BlameResult>;
  readonly queue: () => Promise<QueueResult>;
  readonly questions: (params: QuestionsParams) => Promise<QuestionsResult>;
  readonly answer: (params: AnswerParams) => Promise<AnswerResult>;
  readonly rulePage: (params: RulePageParams) => Promise<RulePageResult>;
  readonly reviewed: (params: ReviewedParams) => Promise<ReviewedResult>;
  readonly history: (params: HistoryParams, token: CancellationToken) => Promise<HistoryResult>;
  readonly historyCommit: (
    params: HistoryCommitParams,
    token: CancellationToken,
  ) => Promise<HistoryCommitResult>;
}

/** What comes from the server by itself. */
export interface ServerEvents {
  readonly onBlocks: (params: BlocksParams) => void;
  readonly onNotice: (params: NoticeParams) => void;
  /** The connection ended, whoever ended it. */
  readonly onClosed: () => void;
}

/** `away`: not running now; `gone`: it ended too often and is not started again by itself. */
export type ServerState = 'running' | 'away' | 'gone';

export interface ServerPorts {
  /** Makes a client that is not started yet; slow the first time, for it loads the library. */
  readonly connect: (events: ServerEvents) => Promise<ServerClient>;
  readonly onBlocks: (params: BlocksParams) => void;
  readonly onNotice: (params: NoticeParams) => void;
  readonly onState: (state: ServerState) => void;
  readonly schedule: Schedule;
  readonly now: () => number;
  readonly log: { readonly info: (line: string) => void; readonly error: (line: string) => void };
}

export interface ServerProcess {
  /** Starts the server unless it runs, starts already or was given up; never rejects. */
  readonly start: () => Promise<void>;
  /** A fresh start, also after the server was given up. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly running: () => ServerClient | undefined;
  /** Starts it if need be; rejects with a sentence for the person when it cannot be had. */
  readonly needed: () => Promise<ServerClient>;
}

interface Attempt {
  client: ServerClient | undefined;
  isRunning: boolean;
  done: Promise<void>;
}

/**
 * Keeps one server alive. Each start has a client of its own, so that a failed one leaves nothing
 * behind. Errors go to the log; a person hears of it once, when it is given up (`gone`).
 */
export function createServerProcess(ports: ServerPorts): ServerProcess {
  let current: Attempt | undefined;
  let isWanted = false;
  let isGivenUp = false;
  let crashes: readonly number[] = [];
  let cancelRestart: () => void = () => undefined;

  function start(): Promise<void> {
    if (isGivenUp) return Promise.resolve();
    isWanted = true;
    if (current !== undefined) return current.done;
    const attempt: Attempt = { client: undefined, isRunning: false, done: Promise.resolve() };
    current = attempt;
    attempt.done = run(attempt);
    return attempt.done;
  }

  async function run(attempt: Attempt): Promise<void> {
    const isCurrent = () => current === attempt;
    try {
      attempt.client = await ports.connect({
        onBlocks: (params) => isCurrent() && ports.onBlocks(params),
        onNotice: (params) => isCurrent() && ports.onNotice(params),
        onClosed: () => ended(attempt),
      });
      if (!isCurrent()) return;
      await attempt.client.start();
    } catch (error) {
      ports.log.error(`the server did not start: ${errorText(error)}`);
      ended(attempt);
      return;
    }
    if (!isCurrent()) return;
    attempt.isRunning = true;
    ports.onState('running');
  }

  /** Both a failed start and a lost connection lead here; one attempt counts once. */
  function ended(attempt: Attempt): void {
    if (current !== attempt) return;
    current = undefined;
    if (!isWanted) return;
    crashes = [...crashes, ports.now()];
    const next = afterCrash(crashes);
    isGivenUp = next.kind === 'give-up';
    ports.onState(isGivenUp ? 'gone' : 'away');
    if (next.kind === 'give-up') return;
    ports.log.info(`the server ended (${crashes.length} so far); it is started again`);
    cancelRestart = ports.schedule(next.delayMs, () => void start());
  }

  async function stop(): Promise<void> {
    isWanted = false;
    cancelRestart();
    const attempt = current;
    current = undefined;
    if (attempt === undefined) return;
    ports.onState('away');
    try {
      await attempt.client?.stop();
    } catch (error) {
      ports.log.info(`stopping the server: ${errorText(error)}`);
    }
  }

  const running = () => (current?.isRunning === true ? current.client : undefined);

  return Object.freeze({
    start,
    restart: async () => {
      await stop();
      crashes = [];
      isGivenUp = false;
      await start();
    },
    stop,
    running,
    needed: async () => {
      if (isWanted) await start();
      const client = running();
      if (client === undefined) throw new Error(SAY.serverAway);
      return client;
    },
  });
}
