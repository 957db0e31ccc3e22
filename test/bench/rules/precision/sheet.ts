import { createTwoFilesPatch } from 'diff';
import { join } from 'node:path';
import { ROOT } from '../../../support/golden.ts';
import type { Label } from './label.ts';

/** A question for readers, and what its label will be kept under. */
export interface Key extends Pick<Label, 'file' | 'hash' | 'line' | 'asks'> {
  readonly rule: string;
}

export interface Item {
  readonly key: Key;
  readonly text: string;
  /** The file before, for questions about what was changed. */
  readonly before: string | undefined;
}

export const SHEETS = join(ROOT, 'out/labels');

/** Which item is what; readers do not look into it. */
export function keyFile(): string {
  return join(SHEETS, 'key.json');
}

/** Lines shown around the one that is asked about. */
const ABOVE = 18;
const BELOW = 12;
/** UTF-16 units of a line that are shown. */
const MAX_LINE = 150;

const HEAD = `For each item: a piece of real code, the line that is meant (>), and a question that a reviewer
would be asked of it, had an AI just written that code. Judge the question, not the code:

* fits: what the question says and takes for granted of this code is so, on this line; and it would be
  fair to ask whoever had this code written to think about it for 20 seconds. (Whether the answer is
  "yes, intended" does not matter.)
* false: what it says or takes for granted is not so of this code, it means the wrong line or thing, or the
  code shown plainly answers it already (guarded just above, cannot be of such a value, is no such
  thing), so that it could only waste time.
* unsure: cannot be told from what is shown.

Be as strict as a busy senior reviewer who sees such questions every day. Write one line per item:
NUMBER VERDICT a reason in a few words
`;

/** Markdown of some items, numbered from `first`. */
export function sheetOf(items: readonly Item[], first: number): string {
  return `${HEAD}\n${items.map((item, i) => itemText(item, first + i)).join('\n')}`;
}

function itemText(item: Item, number: number): string {
  const { key, text, before } = item;
  const { file, asks, line } = key;
  const shown = [`\`\`\`\n${linesAround(text, line)}\n\`\`\``];
  if (before !== undefined) {
    const patch = patchAround(before, text, line);
    if (patch !== '') shown.push(`What was changed there:\n\`\`\`diff\n${patch}\n\`\`\``);
  }
  return `### ${number}\n${file.split('/').slice(2).join('/')}\n${shown.join('\n')}\nAsked: ${asks}\n`;
}

function linesAround(text: string, line: number): string {
  const lines = text.split('\n');
  const first = Math.max(1, line - ABOVE);
  const last = Math.min(lines.length, line + BELOW);
  return lines
    .slice(first - 1, last)
    .map((each, i) => {
      const mark = first + i === line ? '>' : ' ';
      return `${mark}${String(first + i).padStart(5)} ${each.slice(0, MAX_LINE).trimEnd()}`;
    })
    .join('\n');
}

/** The hunks that touch the lines around. */
function patchAround(before: string, text: string, line: number): string {
  const patch = createTwoFilesPatch('before', 'now', before, text, '', '', { context: 3 });
  return patch
    .split(/^(?=@@ )/m)
    .slice(1)
    .filter((hunk) => {
      const [, start = '0', n = '1'] = /\+(\d+)(?:,(\d+))?/.exec(hunk) ?? [];
      return Number(start) - ABOVE <= line && line <= Number(start) + Number(n) + BELOW;
    })
    .join('')
    .split('\n')
    .slice(0, 50)
    .map((each) => each.slice(0, MAX_LINE))
    .join('\n')
    .trimEnd();
}
