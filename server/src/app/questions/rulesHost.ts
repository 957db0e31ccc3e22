import type { RuleRunner } from '../../core/ports.ts';
import type { Problem } from '../../core/repository.ts';
import { createLazyRules } from './lazyRules.ts';
import type { RuleRunnerOptions } from './ruleRunner.ts';

/** Makes a runner of the rules that `load` brings, when they are first needed. */
export function rulesFrom(
  load: () => { createRules(options: Omit<RuleRunnerOptions, 'rules' | 'regexes'>): RuleRunner },
  ms: () => number,
): (onProblem: (problem: Problem) => void) => RuleRunner {
  return (onProblem) => {
    const tell = (message: string): void => onProblem({ code: 'rules', message });
    const options = { onProblem: ({ message }: { readonly message: string }) => tell(message), ms };
    return createLazyRules(() => load().createRules(options), tell);
  };
}
