import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { NotebookCell, SourcePiece } from './cell.ts';

/** A notebook's text, read. */
export interface Notebook {
  /** VS Code's id of the kernel's language; every code cell is read as this. */
  readonly language: string;
  readonly cells: readonly NotebookCell[];
}

/**
 * The cells of an `.ipynb` text, nbformat 3 and 4, wherever they stand in it. Undefined for what
 * is no whole notebook (torn, or with a merge's conflict markers): then nothing is known of cells.
 */
export function readNotebook(text: string): Notebook | undefined {
  const errors: ParseError[] = [];
  // A byte order mark becomes a blank, so that offsets stay.
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true });
  if (!root || 0 < errors.length) return undefined;
  const lists = cellLists(root);
  if (lists.length === 0) return undefined;
  const cells = lists
    .flatMap((list) => list.children ?? [])
    .map((node, position) => readCell(text, node, position));
  return { language: languageOfKernel(root, lists), cells };
}

/** The language of a notebook whose file says none. */
export const DEFAULT_LANGUAGE = 'python';

function cellLists(root: Node): Node[] {
  const cells = findNodeAtLocation(root, ['cells']);
  if (cells) return cells.type === 'array' ? [cells] : [];
  const sheets = findNodeAtLocation(root, ['worksheets'])?.children ?? [];
  return sheets
    .map((sheet) => findNodeAtLocation(sheet, ['cells']))
    .filter((list) => list?.type === 'array')
    .filter((list) => list !== undefined);
}

function languageOfKernel(root: Node, lists: readonly Node[]): string {
  const named =
    textAt(root, 'metadata', 'kernelspec', 'language') ??
    textAt(root, 'metadata', 'language_info', 'name') ??
    // In nbformat 3 each cell names its own.
    lists.flatMap((list) => list.children ?? []).map((cell) => textAt(cell, 'language'))[0] ??
    DEFAULT_LANGUAGE;
  const name = named.toLowerCase();
  return /^i?python\d?$/.test(name) ? DEFAULT_LANGUAGE : name;
}

function readCell(text: string, node: Node, position: number): NotebookCell {
  const type = textAt(node, 'cell_type');
  const source = findNodeAtLocation(node, ['source']) ?? findNodeAtLocation(node, ['input']);
  const strings = (source?.type === 'array' ? source.children : source && [source]) ?? [];
  return {
    position,
    id: textAt(node, 'id') ?? textAt(node, 'metadata', 'id'),
    kind: type === 'code' ? 'code' : type === 'markdown' ? 'markdown' : 'raw',
    start: source?.offset ?? node.offset,
    ...joined(
      text,
      strings.filter(({ type: kind }) => kind === 'string'),
    ),
  };
}

/** As VS Code joins them: a string that is not the last ends its line, whether it says so or not. */
function joined(
  text: string,
  strings: readonly Node[],
): Pick<NotebookCell, 'source' | 'pieces' | 'offsets'> {
  const pieces: SourcePiece[] = [];
  const offsets: number[] = [];
  let source = '';
  for (const [i, { offset, length, value, parent }] of strings.entries()) {
    const start = source.length;
    const inner = { start: offset + 1, end: offset + length - 1 };
    offsets.push(...characterOffsets(text, inner.start, inner.end));
    source += String(value);
    if (i < strings.length - 1 && !source.endsWith('\n')) {
      offsets.push(inner.end);
      source += '\n';
    }
    if (source.length === start) continue;
    const comma = /^\s*,/.exec(text.slice(inner.end + 1, inner.end + 1 + LOOK_FOR_COMMA));
    const end = inner.end + 1 + (comma?.[0].length ?? 0);
    // A lone string stands behind its key, which is nobody's.
    const outer = { start: parent?.type === 'property' ? parent.offset : offset, end };
    pieces.push({ source: { start, end: source.length }, inner, outer });
  }
  return { source, pieces, offsets: Uint32Array.from(offsets) };
}

const LOOK_FOR_COMMA = 64;

/** Where each UTF-16 unit of a JSON string begins in the text. */
function* characterOffsets(text: string, start: number, end: number): Generator<number> {
  for (let at = start; at < end; ) {
    yield at;
    const isEscape = text.charCodeAt(at) === 92;
    at += !isEscape ? 1 : text.charCodeAt(at + 1) === 117 ? 6 : 2;
  }
}

function textAt(node: Node, ...path: string[]): string | undefined {
  const value: unknown = findNodeAtLocation(node, path)?.value;
  return typeof value === 'string' ? value : undefined;
}
