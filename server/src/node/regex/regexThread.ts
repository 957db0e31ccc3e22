import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { err, ok, type Result } from '../../core/result.ts';
import type { RegexAnswer, RegexQuestion, RegexThreadData } from './messages.ts';

/** The thread that judges regular expressions, as its owner sees it. It keeps no process alive. */
export interface RegexThread {
  /** Its answer; where there is none in time, or any more, the thread is of no more use. */
  later(question: RegexQuestion): Promise<Answered>;
  /** The same, while the asking thread stands still. */
  now(question: RegexQuestion): Answered;
  end(): void;
}

export type Answered = Result<RegexAnswer, NoAnswer>;

export interface NoAnswer {
  /** `start`: no question reached it. */
  readonly at: 'start' | 'question';
  readonly why: string;
}

/** The thread's heap, in MB. */
const MAX_HEAP_MB = 256;
/** Starting the thread and loading the judge, on a busy machine. */
const START_MS = 10_000;

/** `code` is the text of a CommonJS bundle; `maxMs` is for one question. */
export function startRegexThread(code: string, maxMs: number): RegexThread {
  const { port1: port, port2: its } = new MessageChannel();
  const nAnswers = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const worker = new Worker(code, {
    eval: true,
    workerData: { port: its, nAnswers } satisfies RegexThreadData,
    transferList: [its],
    argv: [],
    execArgv: [],
    // Our own output belongs to the person, or to a client.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  worker.unref();
  let isReady = false;
  let fallen: string | undefined;
  let waiting: ((said: Result<RegexAnswer, string>) => void) | undefined;
  const fall = (why: string): void => {
    fallen ??= why;
    waiting?.(err(fallen));
  };
  worker.on('error', (error) => {
    fall(`failed: ${error instanceof Error ? error.message : String(error)}`);
  });
  worker.on('exit', () => fall('ended before its time'));

  const nextLater = (ms: number): Promise<Result<RegexAnswer, string>> => {
    if (fallen !== undefined) return Promise.resolve(err(fallen));
    return new Promise((resolve) => {
      const settle = (said: Result<RegexAnswer, string>): void => {
        clearTimeout(timer);
        port.off('message', hear);
        waiting = undefined;
        resolve(said);
      };
      const hear = (answer: RegexAnswer): void => settle(ok(answer));
      // Where this thread was busy, the answer may wait behind the timer: it is heard first.
      const timer = setTimeout(() => {
        setImmediate(() => {
          if (waiting === settle) settle(tooLong(ms));
        });
      }, ms);
      timer.unref();
      waiting = settle;
      port.on('message', hear);
      port.unref();
    });
  };
  const nextNow = (ms: number): Result<RegexAnswer, string> => {
    const end = performance.now() + ms;
    for (;;) {
      const nBefore = Atomics.load(nAnswers, 0);
      const received: { readonly message: RegexAnswer } | undefined = receiveMessageOnPort(port);
      if (received) return ok(received.message);
      const left = end - performance.now();
      if (left <= 0) return tooLong(ms);
      Atomics.wait(nAnswers, 0, nBefore, left);
    }
  };
  const started = (said: Result<RegexAnswer, string>): NoAnswer | undefined => {
    isReady = said.ok;
    return said.ok ? undefined : { at: 'start', why: said.error };
  };
  return Object.freeze({
    async later(question: RegexQuestion): Promise<Answered> {
      const no = isReady ? undefined : started(await nextLater(START_MS));
      if (no) return err(no);
      port.postMessage(question);
      return answered(await nextLater(maxMs));
    },
    now(question: RegexQuestion): Answered {
      const no = isReady ? undefined : started(nextNow(START_MS));
      if (no) return err(no);
      port.postMessage(question);
      return answered(nextNow(maxMs));
    },
    end: () => void worker.terminate(),
  });
}

function answered(said: Result<RegexAnswer, string>): Answered {
  return said.ok ? said : err({ at: 'question', why: said.error });
}

function tooLong(ms: number): Result<RegexAnswer, string> {
  return err(`took more than ${ms} ms`);
}
