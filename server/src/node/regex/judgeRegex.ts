import type { RegexVerdict } from '../../core/regex/regexJudge.ts';

/** One expression: what takes longer is left undecided. */
export const JUDGE_MS = 1_500;

/** What was found, and whether it was given up for the time it took. */
export interface Judged {
  readonly verdict: RegexVerdict;
  readonly isGivenUp: boolean;
}

/**
 * Judges by recheck's automata, in this thread. They need no clock and no random: only where one
 * regular expression takes longer than a person would wait is it left undecided.
 */
export function judgeRegex(source: string, flags: string): Judged {
  const found = loadRecheck().checkSync(source, flags, {
    checker: 'automaton',
    timeout: JUDGE_MS,
    // An attack is worked out, and not run.
    attackTimeout: null,
    recallTimeout: -1,
    randomSeed: 0,
  });
  if (found.status === 'safe') return { verdict: { kind: 'fast' }, isGivenUp: false };
  if (found.status === 'unknown') {
    return { verdict: { kind: 'unsure' }, isGivenUp: found.error.kind === 'timeout' };
  }
  const { pumps, suffix, base } = found.attack;
  const pump = pumps.toSorted((a, b) => b.bias - a.bias)[0];
  const verdict: RegexVerdict = {
    kind: 'slow',
    growth: found.complexity.type,
    degree: found.complexity.type === 'polynomial' ? found.complexity.degree : 0,
    attack: {
      before: pump?.prefix ?? '',
      pump: pump?.pump ?? '',
      times: Math.max(30, base + (pump?.bias ?? 0)),
      after: suffix,
    },
  };
  return { verdict, isGivenUp: false };
}

/** The build without a native part; loaded when it is needed. */
export const loadRecheck = (): typeof import('recheck') => require('recheck/lib/browser.js');
