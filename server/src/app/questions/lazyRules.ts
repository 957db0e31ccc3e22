import type { FileContext } from '../../core/questions/rule.ts';
import type { RuleChoice, RuleRunner, RuleSubject } from '../../core/ports.ts';

/**
 * A runner whose rules are loaded with the first block that is asked about. Where they cannot be
 * loaded, that is told once and nothing is asked. `isLate`: answers may come later.
 */
export function createLazyRules(
  load: () => RuleRunner,
  onProblem: (message: string) => void,
  isLate = false,
): RuleRunner {
  let runner: RuleRunner | undefined;
  const loaded = (): RuleRunner => {
    try {
      runner ??= load();
    } catch (error) {
      runner = NO_RULES;
      const why = error instanceof Error ? error.message : String(error);
      onProblem(
        `the rules could not be loaded (${why}), so nothing is asked about code. Install Countersign again.`,
      );
    }
    return runner ?? NO_RULES;
  };
  return Object.freeze({
    hits: (subject: RuleSubject, choice: RuleChoice) => loaded().hits(subject, choice),
    hitsInFile: (file: FileContext, choice: RuleChoice) => loaded().hitsInFile(file, choice),
    ...(isLate ? { settled: () => runner?.settled?.() } : {}),
  });
}

const NO_RULES: RuleRunner = Object.freeze({ hits: () => [], hitsInFile: () => [] });
