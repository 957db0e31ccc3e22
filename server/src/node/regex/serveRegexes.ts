import { judgeRegex, loadRecheck } from './judgeRegex.ts';
import type { RegexAnswer, RegexQuestion, RegexThreadData } from './messages.ts';

/** Serves the thread of the judge: what is asked next waits in its port. */
export function serveRegexes({ port, nAnswers }: RegexThreadData): void {
  const say = (answer: RegexAnswer): void => {
    port.postMessage(answer);
    Atomics.add(nAnswers, 0, 1);
    Atomics.notify(nAnswers, 0);
  };
  loadRecheck();
  say({ kind: 'ready' });
  port.on('message', (question: RegexQuestion) => say(answerTo(question)));
}

function answerTo({ source, flags }: RegexQuestion): RegexAnswer {
  const began = performance.now();
  try {
    const judged = judgeRegex(source, flags);
    return { kind: 'judged', judged, ms: Math.round(performance.now() - began) };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}
