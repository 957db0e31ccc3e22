import type { RegexJudge, RegexVerdict } from '../core/regex/regexJudge.ts';

/** Verdicts that are remembered. */
const KEPT = 500;

/**
 * Judges by recheck's automata. They need no clock and no random: only where one regular expression
 * takes longer than a person would wait is it left undecided.
 */
export function createRegexJudge(): RegexJudge {
  const known = new Map<string, RegexVerdict>();
  return Object.freeze({
    judge(source: string, flags: string): RegexVerdict {
      const key = `${flags} ${source}`;
      const verdict = known.get(key) ?? ask(source, flags);
      known.set(key, verdict);
      for (const old of [...known.keys()].slice(0, Math.max(0, known.size - KEPT))) {
        known.delete(old);
      }
      return verdict;
    },
  });
}

/** The build without a native part; loaded with the first that is asked about. */
const loadRecheck = (): typeof import('recheck') => require('recheck/lib/browser.js');

function ask(source: string, flags: string): RegexVerdict {
  const found = loadRecheck().checkSync(source, flags, {
    checker: 'automaton',
    timeout: 1_500,
    // An attack is worked out, and not run.
    attackTimeout: null,
    recallTimeout: -1,
    randomSeed: 0,
  });
  if (found.status === 'safe') return { kind: 'fast' };
  if (found.status === 'unknown') return { kind: 'unsure' };
  const { pumps, suffix, base } = found.attack;
  const pump = pumps.toSorted((a, b) => b.bias - a.bias)[0];
  return {
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
}
