import type { RuleFileProblem } from './teamRule.ts';

/** What became of the examples of a team's rules. */
export interface TeamTrial {
  /** In the order of files and lines. */
  readonly rules: readonly TriedRule[];
  /** Mistakes in the files: rules with one were not tried. */
  readonly problems: readonly RuleFileProblem[];
  /** Why nothing could be run at all. */
  readonly failure: string | undefined;
}

export interface TriedRule {
  readonly id: string;
  readonly path: string;
  /** 1-based: where the rule begins. */
  readonly line: number;
  readonly examples: readonly TriedExample[];
}

export interface TriedExample {
  /** 1-based line in the rule's file. */
  readonly line: number;
  /** Which part of the example it is. */
  readonly part: 'asks' | 'quiet';
  /** What was expected and is not so, without a full stop; undefined where all is as it should be. */
  readonly wrong: string | undefined;
}

/** An example's code without its marks, and the 1-based lines that had one. */
export function markedLines(example: string): {
  readonly code: string;
  readonly marked: readonly number[];
} {
  const lines = example.split('\n');
  const isMarked = (line: string): boolean => MARK.test(line);
  return {
    code: lines.map((line) => line.replace(MARK, '')).join('\n'),
    marked: lines.flatMap((line, i) => (isMarked(line) ? [i + 1] : [])),
  };
}

/** Alone at a line's end, or in a comment of its own there. */
const MARK = /[ \t]*(?:\/\/|#|\/\*)?[ \t]*⟵[ \t]*(?:\*\/)?[ \t]*$/;

/** What is wrong with the lines that a rule found in the code it must find. */
export function wrongInAsks(
  found: readonly number[],
  marked: readonly number[],
): string | undefined {
  if (marked.length === 0) return found.length === 0 ? 'it must be found, and is not' : undefined;
  const missed = marked.filter((line) => !found.includes(line));
  const others = found.filter((line) => !marked.includes(line));
  if (missed.length !== 0) {
    const instead = others.length === 0 ? '' : ` (${linesOf(others)} found instead)`;
    return `${linesOf(missed)} must be found, and ${missed.length === 1 ? 'is' : 'are'} not${instead}`;
  }
  return others.length === 0
    ? undefined
    : `${linesOf(others)} found too, and ${others.length === 1 ? 'has' : 'have'} no ⟵`;
}

/** The same in the code in which it must find nothing. */
export function wrongInQuiet(found: readonly number[]): string | undefined {
  return found.length === 0 ? undefined : `nothing must be found, but ${linesOf(found)} is`;
}

function linesOf(lines: readonly number[]): string {
  return `line${lines.length === 1 ? '' : 's'} ${lines.join(', ')}`;
}
