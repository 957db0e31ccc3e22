import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Range } from '../../text/range.ts';
import type { Code, Text } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';

/** What stands in a string that is written with code in it. */
interface Inside extends Range {
  /** The grammar's type of the nodes that hold code. */
  readonly type: string;
  /** The code in one of them; all that it holds where that is not told. */
  readonly codeIn?: (node: SyntaxNode, m: CodeReading) => readonly Code[];
}

/** A string's parts in a range of it: its text as it is written, and the code between. */
export function textParts(
  node: SyntaxNode,
  m: CodeReading,
  { start, end, type, codeIn = m.all }: Inside,
): Text['parts'] {
  const parts: (string | Code)[] = [];
  let from = start;
  for (const child of node.children) {
    if (child.type !== type) continue;
    if (from < child.startIndex) parts.push(m.text.slice(from, child.startIndex));
    parts.push(...codeIn(child, m));
    from = child.endIndex;
  }
  if (from < end) parts.push(m.text.slice(from, end));
  return parts;
}
