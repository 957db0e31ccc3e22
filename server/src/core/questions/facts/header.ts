import type { FunctionCode } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';

/** A mark on a declaration: `@Valid`, `#[test]`, `[Authorize]`, with what stands in its brackets. */
export interface Mark {
  /** Its last word: `skip` for `@pytest.mark.skip`. */
  readonly name: string;
  /** As written, on one line. */
  readonly text: string;
  /** Offset of the file. */
  readonly start: number;
}

const MARK = /(?:@|#!?\[|(?:^|[\s\]])\[)\s*([A-Za-z_][\w.:\\]*)/g;
/** A mark's brackets are not looked for further than this. */
const MAX_MARK = 240;

/** The function that a block is, if it is one; else undefined. */
export function functionOf(view: CodeView): FunctionCode | undefined {
  const [first] = view.all('function');
  if (!first) return undefined;
  const { start, end } = view.range;
  const before = view.text.slice(start, first.start);
  // What stands before it in the block are its marks, its comment and words like `export`.
  return end - start < 2 * (first.end - first.start) + before.length ? first : undefined;
}

/** Where a function's signature ends. */
export function headerEnd({ body, end }: FunctionCode): number {
  return body ? body.start : end;
}

/** The marks before and in a function's signature, those of its parameters included. */
export function marksOf(view: CodeView, code: FunctionCode): readonly Mark[] {
  const from = Math.min(view.range.start, code.start);
  return marksIn(view, from, headerEnd(code));
}

/** The marks in a stretch of declarations; comments and strings' insides are left out by their lines. */
export function marksIn(view: CodeView, from: number, to: number): readonly Mark[] {
  let text = view.text.slice(from, to);
  for (const { start, end } of view.comments) {
    if (start < from || to < end) continue;
    text = text.slice(0, start - from) + ' '.repeat(end - start) + text.slice(end - from);
  }
  const marks: Mark[] = [];
  for (const found of text.matchAll(MARK)) {
    const written = found[1] ?? '';
    const at = found.index + found[0].indexOf(found[0].trim()[0] ?? '');
    const name = written.split(/[.:\\]+/).at(-1) ?? written;
    const whole = markText(text, at);
    marks.push({ name, text: whole, start: from + at }, ...othersIn(whole, from + at));
  }
  return marks;
}

/** C#'s `[Test, Ignore("later")]` holds several. */
function othersIn(whole: string, start: number): Mark[] {
  if (!whole.startsWith('[')) return [];
  return [...whole.matchAll(/,\s*([A-Z]\w*)/g)].flatMap((found) => {
    const before = whole.slice(0, found.index);
    const isInside = before.split('(').length !== before.split(')').length;
    const at = found.index + found[0].length - (found[1] ?? '').length;
    const text = whole.slice(at).replace(/\]$/, '');
    return isInside ? [] : [{ name: found[1] ?? '', text, start: start + at }];
  });
}

/** From its sign to the bracket that closes it. */
function markText(text: string, at: number): string {
  let depth = 0;
  for (let i = at; i < Math.min(text.length, at + MAX_MARK); i++) {
    const sign = text[i] ?? '';
    if (sign === '(' || sign === '[') depth++;
    else if (sign === ')' || sign === ']') {
      depth--;
      if (depth <= 0) return text.slice(at, i + 1);
    } else if (depth === 0 && i !== at && !/[\w.:#@!\\(]/.test(sign)) {
      return text.slice(at, i).trim();
    }
  }
  return text.slice(at, at + MAX_MARK).trim();
}
