import type { MessagePort } from 'node:worker_threads';
import type { Judged } from './judgeRegex.ts';

/** What the thread that judges regular expressions is started with. */
export interface RegexThreadData {
  readonly port: MessagePort;
  /** One number, which grows with every answer: who cannot listen waits for it. */
  readonly nAnswers: Int32Array;
}

/** A JavaScript regular expression. */
export interface RegexQuestion {
  readonly source: string;
  readonly flags: string;
}

/** What the thread says: first that it is `ready` for questions, then an answer to each. */
export type RegexAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'judged'; readonly judged: Judged; readonly ms: number }
  | { readonly kind: 'failed'; readonly why: string };
