import type { Hit } from './hit.ts';
import type { Severity } from './rule.ts';
import { type Subject, subjectsOfPath, subjectsOfText } from './sensitive.ts';

export type Risk = 'low' | 'normal' | 'high';

export interface RiskFacts {
  /** Relative to the repository's top. */
  readonly path: string;
  readonly isTest: boolean;
  readonly symbol: string;
  /** The block's text. */
  readonly text: string;
  /** Lines of the block that AI wrote. */
  readonly nAiLines: number;
  readonly hits: readonly Pick<Hit, 'severity' | 'rule'>[];
  /** What policy says of the path. */
  readonly stated: Risk | undefined;
}

export interface RiskView {
  readonly risk: Risk;
  /** Why, in a few words each; none where nothing raised it. */
  readonly reasons: readonly string[];
}

/** A block this short, without anything that rules found in it, is read at a glance. */
const GLANCE_LINES = 10;

/**
 * How much hangs on a block. What policy says of its path counts, but code in which a rule found
 * something severe is high risk everywhere.
 */
export function riskOf(facts: RiskFacts): RiskView {
  const severe = worstOf(facts.hits, 'high');
  if (severe.length !== 0) return { risk: 'high', reasons: severe };
  const { stated, isTest } = facts;
  if (stated !== undefined) return { risk: stated, reasons: [`policy says so of ${facts.path}`] };
  const isShort = facts.nAiLines < GLANCE_LINES;
  const found = worstOf(facts.hits, 'normal');
  const touched = isTest ? [] : subjectsTouched(facts);
  if (touched.length !== 0 && (!isShort || found.length !== 0)) {
    return { risk: 'high', reasons: touched.map((subject) => `touches ${subject}`) };
  }
  if (found.length !== 0) return { risk: 'normal', reasons: found };
  return { risk: isShort || isTest ? 'low' : 'normal', reasons: [] };
}

function subjectsTouched({ path, symbol, text }: RiskFacts): readonly Subject[] {
  return [...new Set([...subjectsOfPath(path), ...subjectsOfText(symbol, text)])];
}

function worstOf(hits: RiskFacts['hits'], severity: Severity): string[] {
  const titles = hits.filter((hit) => hit.severity === severity).map(({ rule }) => rule.title);
  return [...new Set(titles.map((title) => title.charAt(0).toLowerCase() + title.slice(1)))];
}
