import type {
  EngineAnswer,
  EngineRule,
  EngineText,
  RuleEngine,
} from '../../core/questions/team/ruleEngine.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { createBudget } from './budget.ts';
import { type EngineThread, startThread } from './engineThread.ts';
import type { ThreadAnswer } from './messages.ts';

export interface WorkerEngineOptions {
  /** The bundle that the thread runs. */
  readonly script: string;
  /** The folder of the wasm files. */
  readonly grammars: string;
  /** What one rule may take for one text, in ms. */
  readonly ruleMs?: number;
}

/** One rule on one text: a person waits. */
const RULE_MS = 1_000;
/** Starting the thread, or reading a text whose grammar must be loaded first. */
const START_MS = 20_000;
/** Idle for so long, the thread ends: it holds what grammars need. */
const IDLE_MS = 30_000;
/** Trees of old texts stay in the thread's memory: after so many UTF-16 units it is started anew. */
const MAX_READ = 16 << 20;

/**
 * ast-grep in a thread of its own. A rule that takes too long, or brings the thread down, is stopped
 * with it and not run again in this process; the others go on in a new thread.
 */
export function createWorkerEngine(options: WorkerEngineOptions): RuleEngine {
  const { script, grammars, ruleMs = RULE_MS } = options;
  const stopped = new Map<string, string>();
  const budget = createBudget();
  let thread: EngineThread | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  const end = (): void => {
    thread?.end();
    thread = undefined;
  };
  const started = async (): Promise<Result<EngineThread, string>> => {
    if (thread) return ok(thread);
    const begun = startThread(script, { grammars });
    thread = begun;
    const ready = await begun.next(START_MS);
    if (ready.ok) return ok(begun);
    end();
    return ready;
  };
  /** Adds answers, until all are there or one rule could not be run to its end. */
  const runSome = async (
    asked: EngineText,
    answers: Map<EngineRule, EngineAnswer>,
  ): Promise<Result<void, string>> => {
    const current = await started();
    if (!current.ok) return current;
    const its = current.value;
    const rules = asked.rules.filter((rule) => !answers.has(rule));
    its.ask({ ...asked, rules });
    const read = await its.next(START_MS);
    if (!read.ok || read.value.kind === 'unread') {
      end();
      const why = whyUnread(read);
      for (const rule of rules) answers.set(rule, { kind: 'unread', why });
      return ok(undefined);
    }
    for (const rule of rules) {
      const said = await its.next(ruleMs);
      const key = keyOf(asked, rule);
      const ran = said.ok && said.value.kind === 'ran' ? said.value : undefined;
      const why = said.ok ? ran && budget.exceededBy(key, ran.ms) : said.error;
      if (why !== undefined) stopped.set(key, why);
      answers.set(rule, why === undefined ? answerOf(said) : { kind: 'stopped', why });
      // What is not at its end, or fell, leaves the thread in no good state.
      if (ran) continue;
      end();
      break;
    }
    return ok(undefined);
  };
  const run = async (asked: EngineText): Promise<Result<readonly EngineAnswer[], string>> => {
    const answers = new Map<EngineRule, EngineAnswer>();
    for (const rule of asked.rules) {
      const why = stopped.get(keyOf(asked, rule));
      if (why !== undefined) answers.set(rule, { kind: 'stopped', why });
    }
    while (asked.rules.some((rule) => !answers.has(rule))) {
      const done = await runSome(asked, answers);
      if (!done.ok) return done;
    }
    if (thread && MAX_READ < thread.nRead()) end();
    return ok(asked.rules.map((rule) => answers.get(rule) ?? NOTHING));
  };

  const guarded = async (asked: EngineText): Promise<Result<readonly EngineAnswer[], string>> => {
    try {
      return await run(asked);
    } catch (error) {
      end();
      return err(error instanceof Error ? error.message : String(error));
    }
  };

  return Object.freeze({
    find(asked: EngineText): Promise<Result<readonly EngineAnswer[], string>> {
      const found = last.then(async () => {
        clearTimeout(idle);
        const answers = await guarded(asked);
        thread?.rest();
        idle = setTimeout(end, IDLE_MS).unref();
        return answers;
      });
      last = found;
      return found;
    },
  });
}

function keyOf({ language }: EngineText, { config }: EngineRule): string {
  return `${language} ${JSON.stringify(config)}`;
}

function answerOf(said: Result<ThreadAnswer, string>): EngineAnswer {
  if (said.ok && said.value.kind === 'ran') return said.value.answer;
  return { kind: 'unread', why: whyUnread(said) };
}

function whyUnread(said: Result<ThreadAnswer, string>): string {
  if (!said.ok) return said.error;
  return said.value.kind === 'unread' ? said.value.why : 'it answered something else';
}

const NOTHING: EngineAnswer = { kind: 'found', matches: [] };
