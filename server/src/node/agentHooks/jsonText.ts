import {
  applyEdits,
  createScanner,
  type Edit,
  findNodeAtLocation,
  type JSONPath,
  type Node,
  parseTree,
} from 'jsonc-parser';

/*
 * Changes to JSON with comments that leave every other character where it was. The parser's own
 * `modify` reformats the lines it touches and breaks arrays of one line, so the edits are made here.
 */

/** Puts a property at the end of the object at `path`; the object is there. */
export function withProperty(text: string, path: JSONPath, key: string, value: unknown): string {
  const style = styleOf(text);
  const name = JSON.stringify(key);
  return inserted(text, path, style, (indent) =>
    style.isOneLine
      ? `${name}:${JSON.stringify(value)}`
      : `${name}: ${pretty(value, style, indent)}`,
  );
}

/** Puts an item at the end of the array at `path`; the array is there. */
export function withItem(text: string, path: JSONPath, value: unknown): string {
  const style = styleOf(text);
  return inserted(text, path, style, (indent) => pretty(value, style, indent));
}

/** Puts another value in the place of the one at `path`. */
export function withValue(text: string, path: JSONPath, value: unknown): string {
  const node = nodeAt(text, path);
  if (!node) return text;
  const style = styleOf(text);
  const content = pretty(value, style, indentAt(text, node.offset));
  return applyEdits(text, [{ offset: node.offset, length: node.length, content }]);
}

/** Takes out the item or property at `path`, with its comma; comments around it stay. */
export function without(text: string, path: JSONPath): string {
  const value = nodeAt(text, path);
  const node = value?.parent?.type === 'property' ? value.parent : value;
  const container = node?.parent;
  if (!node || !container) return text;
  const siblings = container.children ?? [];
  const at = siblings.indexOf(node);
  const end = node.offset + node.length;
  const commaAfter = commaAt(text, end);
  const start = startOf(text, node.offset, (commaAfter ?? end - 1) + 1);
  const before = siblings[at - 1];
  const edits: Edit[] = [];
  if (commaAfter !== undefined) {
    edits.push({ offset: start, length: end - start, content: '' });
    edits.push({ offset: commaAfter, length: 1, content: '' });
  } else {
    const comma = before && commaAt(text, before.offset + before.length);
    if (comma !== undefined && comma < start) edits.push({ offset: comma, length: 1, content: '' });
    edits.push({ offset: start, length: end - start, content: '' });
  }
  const left = applyEdits(text, edits);
  return siblings.length === 1 ? withoutBlanks(left, container.offset) : left;
}

/** Where to cut: with the blanks before, unless what follows on the line would come behind a comment. */
function startOf(text: string, offset: number, after: number): number {
  const start = skipBlanksBack(text, offset);
  const isLastOfLine = /^[ \t]*\r?(?:\n|$)/.test(text.slice(after));
  return isLastOfLine || !text.slice(start, offset).includes('\n') ? start : offset;
}

/** How a text is laid out. */
interface Style {
  readonly unit: string;
  readonly eol: string;
  /** All of it stands on one line, so additions do too. */
  readonly isOneLine: boolean;
}

function styleOf(text: string): Style {
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const unit = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  const root = parseTree(text);
  const body = root ? text.slice(root.offset, root.offset + root.length) : '';
  const isOneLine = !body.includes('\n') && 0 < (root?.children?.length ?? 0);
  return { unit: unit.startsWith('\t') ? '\t' : unit, eol, isOneLine };
}

function pretty(value: unknown, { unit, eol, isOneLine }: Style, indent: string): string {
  if (isOneLine) return JSON.stringify(value);
  return JSON.stringify(value, undefined, unit).replaceAll('\n', `${eol}${indent}`);
}

function inserted(
  text: string,
  path: JSONPath,
  style: Style,
  contentOf: (indent: string) => string,
): string {
  const container = nodeAt(text, path);
  if (!container) return text;
  const close = container.offset + container.length - 1;
  const children = container.children ?? [];
  const [first] = children;
  const last = children.at(-1);
  if (style.isOneLine || (first && !text.slice(container.offset, first.offset).includes('\n'))) {
    const end = last ? last.offset + last.length : container.offset + 1;
    const oneLine = { ...style, isOneLine: true };
    const content = style.isOneLine ? contentOf('') : compact(contentOf(''), oneLine);
    const comma = last && commaAt(text, end) === undefined ? (style.isOneLine ? ',' : ', ') : '';
    return applyEdits(text, [
      {
        offset: commaAt(text, end) === undefined ? end : close,
        length: 0,
        content: comma + content,
      },
    ]);
  }
  const outer = indentAt(text, container.offset);
  const indent = first ? indentAt(text, first.offset) : outer + style.unit;
  const end = last && last.offset + last.length;
  const edits: Edit[] = [];
  if (end !== undefined && commaAt(text, end) === undefined)
    edits.push({ offset: end, length: 0, content: ',' });
  // Behind the comments that follow the last one, so that they stay with it.
  const place = skipBlanksBack(text, close);
  const isBare = !text.slice(container.offset, close).includes('\n');
  const tail = isBare ? `${style.eol}${outer}` : '';
  const gap = isBare ? close - place : 0;
  edits.push({
    offset: place,
    length: gap,
    content: `${style.eol}${indent}${contentOf(indent)}${tail}`,
  });
  return applyEdits(text, edits);
}

/** The same JSON on one line. Only for text that `pretty` made. */
function compact(text: string, { eol }: Style): string {
  const lines = text.split(eol).map((line) => line.trim());
  return lines.join(' ');
}

/** Empties a container that holds nothing but blanks. */
function withoutBlanks(text: string, offset: number): string {
  const blanks = /^\s*/.exec(text.slice(offset + 1))?.[0].length ?? 0;
  const close = text[offset + 1 + blanks];
  if (blanks === 0 || (close !== '}' && close !== ']')) return text;
  return applyEdits(text, [{ offset: offset + 1, length: blanks, content: '' }]);
}

function nodeAt(text: string, path: JSONPath): Node | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  return root && findNodeAtLocation(root, path);
}

/** Where the comma after `offset` stands, with only blanks and comments between. */
function commaAt(text: string, offset: number): number | undefined {
  const scanner = createScanner(text, true);
  scanner.setPosition(offset);
  scanner.scan();
  // With blanks and comments skipped, the next token is the comma or there is none.
  const next = scanner.getTokenOffset();
  return text[next] === ',' ? next : undefined;
}

function skipBlanksBack(text: string, offset: number): number {
  let at = offset;
  while (0 < at && /\s/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

/** The blanks at the start of the line that holds `offset`. */
function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}
