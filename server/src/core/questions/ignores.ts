import type { Comment } from '../code/codeView.ts';
import type { LineIndex } from '../text/lineIndex.ts';

/** A comment by which a person says that a rule has nothing to ask there. */
export interface Ignore {
  readonly rule: string;
  /** 1-based: of the comment. */
  readonly line: number;
  /** 1-based: what it is about, its own line or the one below. */
  readonly about: number;
  /** Undefined where none is given: then it counts for nothing. */
  readonly reason: string | undefined;
}

const IGNORE = /countersign:ignore[ \t]+([\w-]+)(?:[ \t]+--[ \t]*(\S[^\n\r]*))?/;

/** What comments ignore: on the line that is meant, or alone on the line above. */
export function ignoresIn(comments: readonly Comment[], index: LineIndex): readonly Ignore[] {
  return comments.flatMap(({ start, end, text }) => {
    const [, rule, reason] = IGNORE.exec(text) ?? [];
    if (rule === undefined) return [];
    const line = index.lineAt(start);
    const isAlone = index.text.slice(index.startOf(line), start).trim() === '';
    const last = index.lineAt(Math.max(start, end - 1));
    const said = reason?.replace(/\s*(?:\*\/|-->)\s*$/, '').trim();
    return [
      {
        rule,
        line: line + 1,
        about: (isAlone ? last + 1 : line) + 1,
        reason: said === '' ? undefined : said,
      },
    ];
  });
}
