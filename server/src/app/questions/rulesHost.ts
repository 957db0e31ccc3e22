import type { IdleOptions } from '../../core/idle.ts';
import type { RuleRunner } from '../../core/ports.ts';
import type { Problem } from '../../core/repository.ts';
import { createLazyRules, type LongAsker } from './lazyRules.ts';
import type { RuleRunnerOptions } from './ruleRunner.ts';

/** What rules need of their host, beside the judge of regular expressions. */
export type RulesOptions = Omit<RuleRunnerOptions, 'rules' | 'regexes'>;

/** Where there is an asker, nothing is waited for: it is told when there is more to know. */
export type CreateRules = (onProblem: (problem: Problem) => void, asker?: LongAsker) => RuleRunner;

export interface RulesHost {
  /** Milliseconds of a clock that only goes forward. */
  readonly ms: () => number;
  /** Left out where rules are never let go. */
  readonly idle?: IdleOptions;
}

/** Makes a runner of the rules that `load` brings, when they are first needed. */
export function rulesFrom(
  load: () => { createRules(options: RulesOptions): RuleRunner },
  { ms, idle }: RulesHost,
): CreateRules {
  return (onProblem, asker) => {
    // Rules that were let go and loaded again have forgotten what they said, and which are stopped.
    const told = new Set<string>();
    const stopped = new Set<string>();
    const tell = (message: string): void => {
      if (!told.has(message)) onProblem({ code: 'rules', message });
      told.add(message);
    };
    const options = {
      onProblem: ({ message }: { readonly message: string }) => tell(message),
      ms,
      stopped,
      onLate: asker?.onLate,
    };
    return createLazyRules({
      load: () => load().createRules(options),
      onProblem: tell,
      asker,
      idle,
    });
  };
}
