import { Buffer } from 'node:buffer';
import type { LateRegexJudge, RegexVerdict } from '../../core/regex/regexJudge.ts';
import { readPackedNow } from '../packedFile.ts';
import { createBudget } from '../ruleEngine/budget.ts';
import { JUDGE_MS } from './judgeRegex.ts';
import type { RegexQuestion } from './messages.ts';
import { type Answered, type RegexThread, startRegexThread } from './regexThread.ts';

export interface ThreadJudgeOptions {
  /** The bundle that the thread runs, by its name before it was packed. */
  readonly script: string;
  /** Verdicts may come later: this thread has others to serve. Else it stands still for them. */
  readonly isLate: boolean;
  /** What a person should know, as a sentence; each kind of trouble once. */
  readonly onNote: (message: string) => void;
  /** For one expression, in ms, behind the judge's own limit. */
  readonly hardMs?: number;
}

/** Verdicts that are remembered. */
const KEPT = 500;
/** All expressions of a process: a person waits. In an editor that runs all day, time comes back. */
const ALL_MS = 10_000;
/** Idle for so long, the thread ends: the judge is large. */
const IDLE_MS = 30_000;

const UNSURE: RegexVerdict = { kind: 'unsure' };

/**
 * Judges regular expressions in a thread of its own, one at a time. One that takes too long is left
 * undecided, and so are all when they took too long together.
 */
export function createThreadJudge(options: ThreadJudgeOptions): LateRegexJudge {
  const { script, isLate, onNote, hardMs = 2 * JUDGE_MS } = options;
  const known = new Map<string, RegexVerdict>();
  const waiting = new Map<string, RegexQuestion>();
  const told = new Set<string>();
  const budget = createBudget(undefined, ALL_MS);
  let thread: RegexThread | undefined;
  let isBroken = false;
  let running: Promise<void> | undefined;
  let idle: NodeJS.Timeout | undefined;

  const note = (kind: 'one' | 'all' | 'broken', message: string): void => {
    if (!told.has(kind)) onNote(message);
    told.add(kind);
  };
  const end = (): void => {
    thread?.end();
    thread = undefined;
  };
  const started = (): RegexThread => {
    thread ??= startRegexThread(Buffer.from(readPackedNow(script)).toString('utf8'), hardMs);
    return thread;
  };
  const brokenBy = (why: string): RegexVerdict => {
    isBroken = true;
    end();
    note(
      'broken',
      `the rule redos could not be run (${why}), so it asks nothing. All other rules go on. Install Countersign again.`,
    );
    return UNSURE;
  };
  const failedBy = (error: unknown): RegexVerdict =>
    brokenBy(error instanceof Error ? error.message : String(error));
  const spend = (ms: number): void => {
    const why = budget.exceededBy('redos', ms);
    if (why === undefined) return;
    note('all', `the rule redos ${why}, so it asks less for a while. All other rules go on.`);
  };
  const verdictOf = ({ source }: RegexQuestion, answered: Answered): RegexVerdict => {
    if (!answered.ok) {
      if (answered.error.at === 'start') return brokenBy(answered.error.why);
      // What is not at its end leaves the thread in no good state.
      end();
      note('one', oneWords(source, answered.error.why));
      spend(hardMs);
      return UNSURE;
    }
    const answer = answered.value;
    if (answer.kind !== 'judged')
      return brokenBy(answer.kind === 'failed' ? answer.why : 'no verdict');
    if (answer.judged.isGivenUp) note('one', oneWords(source, `took more than ${JUDGE_MS} ms`));
    spend(answer.ms);
    return answer.judged.verdict;
  };
  const verdictNow = (question: RegexQuestion): RegexVerdict => {
    try {
      return verdictOf(question, started().now(question));
    } catch (error) {
      return failedBy(error);
    }
  };
  const verdictLater = async (question: RegexQuestion): Promise<RegexVerdict> => {
    try {
      return verdictOf(question, await started().later(question));
    } catch (error) {
      return failedBy(error);
    }
  };
  const remember = (key: string, verdict: RegexVerdict): void => {
    known.set(key, verdict);
    for (const old of [...known.keys()].slice(0, Math.max(0, known.size - KEPT))) known.delete(old);
  };
  const run = async (): Promise<void> => {
    clearTimeout(idle);
    for (const [key, question] of waiting) {
      remember(key, mayAsk() ? await verdictLater(question) : UNSURE);
      waiting.delete(key);
    }
    idle = setTimeout(end, IDLE_MS).unref();
  };
  /** What is asked while the last answer is being told begins the next run. */
  const start = (): Promise<void> =>
    run().finally(() => {
      running = 0 < waiting.size ? start() : undefined;
    });
  const mayAsk = (): boolean => !isBroken && budget.exceededBy('redos', 0) === undefined;

  return Object.freeze({
    judge(source: string, flags: string): RegexVerdict | undefined {
      const key = `${flags} ${source}`;
      const before = known.get(key);
      if (before) return before;
      if (!mayAsk()) return UNSURE;
      const question = { source, flags };
      if (isLate) {
        waiting.set(key, question);
        running ??= start();
        return undefined;
      }
      const verdict = verdictNow(question);
      remember(key, verdict);
      return verdict;
    },
    settled: () => running ?? Promise.resolve(),
  });
}

function oneWords(source: string, why: string): string {
  const shown = 80 < source.length ? `${source.slice(0, 80)}…` : source;
  return `the rule redos ${why} for the regular expression ${shown}, so it asks nothing about that one. All other rules go on.`;
}
