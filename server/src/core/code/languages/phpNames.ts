import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { at, other } from '../readCode.ts';

/** `$a` is `a`. */
export function variable(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'name', ...at(node), name: m.textOf(node).replace(/^\$/, '') };
}

/** `${a}` in a string is `$a`; `$$a` is a variable that only the program knows. */
export function dynamicVariable(node: SyntaxNode, m: CodeReading): Code {
  const inside = node.children.filter(({ isNamed }) => isNamed);
  const [only] = inside;
  return only?.type === 'name' && inside.length === 1
    ? { kind: 'name', ...at(node), name: m.textOf(only) }
    : other(node, m.all(node));
}

/** Longer paths are written by no person, and what walks them may have a stack that ends. */
const MAX_PATH = 100;

/** `A\B\c` is a member of a member; `\strlen` is `strlen`. */
export function path(node: SyntaxNode, m: CodeReading): Code {
  const { start, end } = at(node);
  const words = [...m.textOf(node).matchAll(/[^\\\s]+/g)];
  const [first, ...more] = words;
  if (!first || MAX_PATH < words.length) return other(node, []);
  const stopOf = (word: RegExpExecArray): number => start + word.index + word[0].length;
  const top: Code = {
    kind: 'name',
    start,
    end: more.length === 0 ? end : stopOf(first),
    name: first[0],
  };
  return more.reduce<Code>(
    (object, word) => ({
      kind: 'member',
      start,
      end: stopOf(word),
      object,
      name: word[0],
      isOptional: false,
    }),
    top,
  );
}
