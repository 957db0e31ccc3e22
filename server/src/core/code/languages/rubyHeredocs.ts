import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { CodeReading } from '../codeLanguage.ts';

/** People begin fewer in one line. */
const MAX_IN_LINE = 16;

/**
 * The text that a here-document's beginning (`<<~SQL`) stands for: the first one below its line that
 * ends with the same word, or the next one for each of that word before it in the line.
 */
export function heredocOf(beginning: SyntaxNode, m: CodeReading): SyntaxNode | undefined {
  const mark = m.textOf(beginning).replace(/^<<[~-]?/, '');
  const word = mark.replace(/^(["'`])(.*)\1$/, '$2');
  const lineStart = m.text.lastIndexOf('\n', beginning.startIndex - 1) + 1;
  const before = m.text.slice(lineStart, beginning.startIndex);
  const marks = [...before.matchAll(/<<[~-]?(["'`]?)([^\s"'`,.)]+)\1/g)];
  let left = marks.filter(([, , each]) => each === word).length;
  const lineEnd = m.text.indexOf('\n', beginning.endIndex);
  if (lineEnd < 0) return undefined;
  let body = bodyAt(m.root, lineEnd - 1);
  for (let seen = 0; body && seen < MAX_IN_LINE; seen++) {
    const end = body.children.findLast(({ type }) => type === 'heredoc_end');
    if (end && m.textOf(end).trim() === word && left-- === 0) return body;
    body = bodyAt(m.root, body.endIndex - 1);
  }
  return undefined;
}

/** The first text of a here-document that begins behind an offset, but on the same line or the next. */
function bodyAt(root: SyntaxNode, offset: number): SyntaxNode | undefined {
  let node: SyntaxNode | undefined = root;
  while (node && node.type !== 'heredoc_body') {
    node = node.children.find((child) =>
      child.type === 'heredoc_body' ? offset < child.startIndex : offset + 1 < child.endIndex,
    );
  }
  return node && node.startIndex <= offset + 2 ? node : undefined;
}
