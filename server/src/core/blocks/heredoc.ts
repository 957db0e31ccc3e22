import type { Heredoc } from './language.ts';
import type { Reading } from './reading.ts';
import type { SyntaxNode } from './syntaxNode.ts';

/** How much indentation is not part of a heredoc's value. */
export function indentOf({ text }: Reading, node: SyntaxNode, literal: Heredoc): number {
  const pieces: string[] = [];
  let at = node.startIndex;
  for (const { type, startIndex, endIndex } of node.children) {
    if (!literal.substitutions.has(type)) continue;
    pieces.push(text.slice(at, startIndex));
    at = endIndex;
  }
  pieces.push(text.slice(at, node.endIndex));
  const before = text.slice(Math.max(0, node.startIndex - maxBefore), node.startIndex);
  return literal.indentOf(pieces.join('\0'), before);
}

/** A heredoc begins on the line before its text; a longer line is not looked through. */
const maxBefore = 1000;

/** A piece of a heredoc without indentation; the last piece also without that of its terminator. */
export function withoutIndent(piece: string, indent: number, isLast: boolean): string {
  const lines = piece.split('\n');
  return lines
    .map((line, index) => {
      if (index === 0) return line;
      const nBlanks = line.length - line.replace(/^[ \t]+/, '').length;
      const isTerminator = isLast && index === lines.length - 1;
      return line.slice(isTerminator ? nBlanks : Math.min(indent, nBlanks));
    })
    .join('\n');
}
