import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { CodeReading } from '../codeLanguage.ts';

const WORDS: ReadonlyMap<string, string> = new Map([
  ['and', '&&'],
  ['or', '||'],
  ['not', '!'],
  ['not_eq', '!='],
  ['bitand', '&'],
  ['bitor', '|'],
  ['xor', '^'],
  ['compl', '~'],
  ['and_eq', '&='],
  ['or_eq', '|='],
  ['xor_eq', '^='],
]);

/** The operator of a node in C or C++, where a word stands for one as that one. */
export function operatorOf(node: SyntaxNode, m: CodeReading): string {
  const written = m.fieldText(node, 'operator') ?? '';
  return WORDS.get(written) ?? written;
}
