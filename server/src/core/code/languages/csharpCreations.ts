import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code } from '../code.ts';
import type { CodeReading, ReadNode } from '../codeLanguage.ts';
import { groupAround } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { values, valueNodes } from './csharpValues.ts';

/** What makes something new: objects, arrays, lists, and changed copies. */
export const creationNodes: readonly (readonly [string, ReadNode])[] = [
  ['object_creation_expression', construct],
  ['implicit_object_creation_expression', construct],
  ['array_creation_expression', newArray],
  ['stackalloc_expression', newArray],
  ['implicit_array_creation_expression', newArray],
  ['implicit_stackalloc_expression', newArray],
  ['anonymous_object_creation_expression', anonymous],
  ['initializer_expression', initializer],
  ['with_expression', changed],
  ['with_initializer', entry],
  // Where nothing is indexed, `[a, b]` is a list.
  ['element_binding_expression', collection],
];

/** What is set in braces behind it is the last argument. */
function construct(node: SyntaxNode, m: CodeReading): Code {
  const type = node.childForFieldName('type');
  if (type?.type === 'array_type') return newArray(node, m);
  const list = node.children.find((child) => child.type === 'argument_list');
  const braces = node.children.find((child) => child.type === 'initializer_expression');
  const [word] = node.children;
  return {
    kind: 'call',
    ...at(node),
    callee: type ? m.code(type) : { kind: 'name', ...at(word ?? node), name: '' },
    args: [...(list ? values(list, m) : []), ...(braces ? [filled(braces, m)] : [])],
    isNew: true,
    isOptional: false,
  };
}

/** `{ { "a", 1 }, { "b", 2 } }` fills a dictionary. */
function filled(braces: SyntaxNode, m: CodeReading): Code {
  const nodes = valueNodes(braces);
  const pairs = nodes.filter(
    (one) => one.type === 'initializer_expression' && valueNodes(one).length === 2,
  );
  if (nodes.length === 0 || pairs.length < nodes.length) return initializer(braces, m);
  return {
    kind: 'dict',
    ...at(braces),
    type: undefined,
    entries: pairs.map((one) => pair(one, m)),
  };
}

function pair(node: SyntaxNode, m: CodeReading): Code {
  const [key, value] = values(node, m);
  return key && value ? { kind: 'entry', ...at(node), key, value } : other(node, []);
}

/** `{ A = 1, [b] = 2 }` sets what it names, `{ 1, 2 }` is a list. */
function initializer(node: SyntaxNode, m: CodeReading): Code {
  const nodes = valueNodes(node);
  if (!nodes.some(({ type }) => type === 'assignment_expression')) {
    return { kind: 'list', ...at(node), items: values(node, m) };
  }
  return { kind: 'dict', ...at(node), type: undefined, entries: nodes.map((one) => entry(one, m)) };
}

function entry(node: SyntaxNode, m: CodeReading): Code {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  const [first, second] = valueNodes(node);
  const keyNode = left ?? first;
  const valueNode = right ?? second;
  if (!keyNode || !valueNode) return m.code(node);
  const keys =
    keyNode.type === 'element_binding_expression' ? values(keyNode, m) : [m.code(keyNode)];
  const key = groupAround(keys) ?? other(keyNode, []);
  return { kind: 'entry', ...at(node), key, value: m.code(valueNode) };
}

/** `a with { B = 1 }`: all of `a`, and what is another in it. */
function changed(node: SyntaxNode, m: CodeReading): Code {
  const [first, ...changes] = values(node, m);
  if (!first) return other(node, []);
  const spread: Code = { kind: 'spread', start: first.start, end: first.end, value: first };
  return { kind: 'dict', ...at(node), type: undefined, entries: [spread, ...changes] };
}

/** `new { A = 1, b.C, d }`: what has no name of its own keeps its last one. */
function anonymous(node: SyntaxNode, m: CodeReading): Code {
  const entries: Code[] = [];
  let key: Code | undefined;
  for (const child of valueNodes(node)) {
    const isKey = /^\s*=(?!=)/.test(m.text.slice(child.endIndex, node.endIndex));
    const code = m.code(child);
    if (isKey) {
      key = code;
    } else {
      const start = key?.start ?? code.start;
      const own = key ?? lastName(code);
      entries.push(own ? { kind: 'entry', start, end: code.end, key: own, value: code } : code);
      key = undefined;
    }
  }
  return { kind: 'dict', ...at(node), type: undefined, entries };
}

function lastName(code: Code): Code | undefined {
  if (code.kind !== 'name' && code.kind !== 'member') return undefined;
  const { end, name } = code;
  return { kind: 'name', start: end - name.length, end, name };
}

/** `new int[3]` is a construction of `int[]`; with its items in braces it is a list. */
function newArray(node: SyntaxNode, m: CodeReading): Code {
  const braces = node.children.find(({ type }) => type === 'initializer_expression');
  if (braces) return { kind: 'list', ...at(node), items: values(braces, m) };
  const type = node.childForFieldName('type');
  if (!type) return other(node, values(node, m));
  const ranks = ranksOf(type);
  return {
    kind: 'call',
    ...at(node),
    callee: { kind: 'name', ...at(type), name: m.textOf(type).replace(/\[.*$/s, '[]') },
    args: ranks.flatMap((rank) => values(rank, m)),
    isNew: true,
    isOptional: false,
  };
}

/** `int[2][]` is an array type in an array type: the brackets from the first to the last. */
function ranksOf(type: SyntaxNode): SyntaxNode[] {
  const ranks: SyntaxNode[] = [];
  let inner: SyntaxNode | null = type;
  while (inner?.type === 'array_type') {
    const rank = inner.childForFieldName('rank');
    if (rank) ranks.unshift(rank);
    inner = inner.childForFieldName('type');
  }
  return ranks;
}

function collection(node: SyntaxNode, m: CodeReading): Code {
  const items = values(node, m).map(
    (one): Code =>
      one.kind === 'interval' && !one.from && one.to
        ? { kind: 'spread', start: one.start, end: one.end, value: one.to }
        : one,
  );
  return { kind: 'list', ...at(node), items };
}
