import type { RuleRunner } from '../../core/ports.ts';
import type { Problem } from '../../core/repository.ts';
import { createLazyRules } from './lazyRules.ts';
import type { RuleRunnerOptions } from './ruleRunner.ts';

/** What rules need of their host, beside the judge of regular expressions. */
export type RulesOptions = Omit<RuleRunnerOptions, 'rules' | 'regexes'>;

/** Where `onLate` is given, nothing is waited for: it is called when there is more to know. */
export type CreateRules = (
  onProblem: (problem: Problem) => void,
  onLate?: () => void,
) => RuleRunner;

/** Makes a runner of the rules that `load` brings, when they are first needed. */
export function rulesFrom(
  load: () => { createRules(options: RulesOptions): RuleRunner },
  ms: () => number,
): CreateRules {
  return (onProblem, onLate) => {
    const tell = (message: string): void => onProblem({ code: 'rules', message });
    const options = {
      onProblem: ({ message }: { readonly message: string }) => tell(message),
      ms,
      onLate,
    };
    return createLazyRules(() => load().createRules(options), tell, onLate !== undefined);
  };
}
