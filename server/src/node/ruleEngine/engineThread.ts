import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '../../core/result.ts';
import type { ThreadAnswer, ThreadData, ThreadRequest } from './messages.ts';

/** The engine's thread, as its owner sees it. */
export interface EngineThread {
  /** Keeps the process alive until `rest`. */
  ask(request: ThreadRequest): void;
  /** The next thing it says; an error is why it says nothing in time, or any more. */
  next(ms: number): Promise<Result<ThreadAnswer, string>>;
  /** The process need not wait for it. */
  rest(): void;
  end(): void;
  /** UTF-16 units of the texts it was asked about. */
  nRead(): number;
}

type Said = Result<ThreadAnswer, string>;

/** The thread's heap, in MB; WebAssembly's memory comes beside it. */
const MAX_HEAP_MB = 256;

export function startThread(script: string, data: ThreadData): EngineThread {
  const worker = new Worker(script, {
    workerData: data,
    argv: [],
    execArgv: [],
    // Our own output belongs to the person, or to a client.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  const said: Said[] = [];
  let waiting: ((one: Said) => void) | undefined;
  let nRead = 0;
  const hear = (one: Said): void => {
    if (waiting) waiting(one);
    else said.push(one);
  };
  worker.on('message', (answer: ThreadAnswer) => hear(ok(answer)));
  worker.on('error', (error) => {
    hear(err(`failed: ${error instanceof Error ? error.message : String(error)}`));
  });
  worker.on('exit', () => hear(err('ended before its time')));
  return Object.freeze({
    ask(request: ThreadRequest): void {
      worker.ref();
      nRead += request.text.length;
      worker.postMessage(request);
    },
    next(ms: number): Promise<Said> {
      const known = said.shift();
      if (known) return Promise.resolve(known);
      return new Promise((resolve) => {
        const settle = (one: Said): void => {
          clearTimeout(timer);
          waiting = undefined;
          resolve(one);
        };
        // Where this thread was busy, the answer may wait behind the timer: it is heard first.
        const timer = setTimeout(() => {
          setImmediate(() => {
            if (waiting === settle) settle(err(`took more than ${ms} ms for one file`));
          });
        }, ms);
        waiting = settle;
      });
    },
    rest: () => worker.unref(),
    end: () => void worker.terminate(),
    nRead: () => nRead,
  });
}
