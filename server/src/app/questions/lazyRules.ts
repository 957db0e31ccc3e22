import { createIdleWatch, type IdleOptions } from '../../core/idle.ts';
import type { FileContext } from '../../core/questions/rule.ts';
import type { RuleChoice, RuleRunner, RuleSubject } from '../../core/ports.ts';

/** Who shows what rules found for longer than a command runs. */
export interface LongAsker {
  /** What could not be told at once is known: asking again may find more. */
  onLate(): void;
  /** The rules are let go: what they found is to be forgotten, and asked for again when it is needed. */
  onRelease(): void;
}

export interface LazyRulesOptions {
  readonly load: () => RuleRunner;
  readonly onProblem: (message: string) => void;
  /** Left out where all is told at once, and the process soon over. */
  readonly asker?: LongAsker | undefined;
  /** Left out where nothing is let go. */
  readonly idle?: IdleOptions | undefined;
}

/**
 * A runner whose rules are loaded with the first block that is asked about, and again after they
 * were let go. Where they cannot be loaded, that is told once and nothing is asked.
 */
export function createLazyRules({ load, onProblem, asker, idle }: LazyRulesOptions): RuleRunner {
  let runner: RuleRunner | undefined;
  const release = (): void => {
    if (runner !== NO_RULES) runner = undefined;
    asker?.onRelease();
  };
  const watch = idle && createIdleWatch(idle, release);
  const loaded = (): RuleRunner => {
    watch?.used();
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
    ...(asker ? { settled: () => runner?.settled?.() } : {}),
  });
}

const NO_RULES: RuleRunner = Object.freeze({ hits: () => [], hitsInFile: () => [] });
