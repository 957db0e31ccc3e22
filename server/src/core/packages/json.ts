import { getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';

/** A JSON text as a tree, and where it first is none. */
export interface JsonReading {
  readonly root: Node | undefined;
  /** Offset of the first fault. */
  readonly fault: number | undefined;
}

/** Nested deeper than this is nobody's manifest: the parser's own stack would end. */
const MAX_DEPTH = 200;

/** Reads any text as JSON; comments and trailing commas are let pass. */
export function readJson(text: string): JsonReading {
  if (isTooDeep(text)) return { root: undefined, fault: 0 };
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  return { root, fault: errors[0]?.offset };
}

/** The keys and values of an object, in text order; nothing for what is none. */
export function entriesOf(
  node: Node | undefined,
): readonly { readonly key: string; readonly keyNode: Node; readonly value: Node }[] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap((property) => {
    const [keyNode, value] = property.children ?? [];
    return keyNode && value ? [{ key: String(keyNode.value), keyNode, value }] : [];
  });
}

/** What is under a chain of keys. */
export function under(node: Node | undefined, ...keys: readonly string[]): Node | undefined {
  let inner = node;
  for (const key of keys) {
    inner = entriesOf(inner).find((entry) => entry.key === key)?.value;
  }
  return inner;
}

/** The text that a node is. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.type === 'string' ? String(node.value) : undefined;
}

/** The texts in an array. */
export function textsOf(node: Node | undefined): readonly string[] {
  if (node?.type !== 'array') return [];
  return (node.children ?? []).flatMap((one) => textOf(one) ?? []);
}

/** The plain value of a node. */
export function valueOf(node: Node | undefined): unknown {
  return node === undefined ? undefined : getNodeValue(node);
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    if (MAX_DEPTH < depth) return true;
  }
  return false;
}
