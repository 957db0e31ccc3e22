import type { LineIndex } from '../text/lineIndex.ts';
import { intersects, type Range } from '../text/range.ts';
import { childrenOf } from './childrenOf.ts';
import type { Code, CodeKind, CodeOf } from './code.ts';
import type { CodeTree } from './readCode.ts';

/** The code of a part of a file (a block), with the ways through it. */
export interface CodeView {
  readonly text: string;
  /** The file's statements, what is outside the part included. */
  readonly top: Code;
  /** The part, from its first to its last character. */
  readonly range: Range;
  /** All of a kind that begin in the part itself (not in blocks inside it), in text order. */
  all<K extends CodeKind>(...kinds: readonly K[]): readonly CodeOf<K>[];
  /** Whether a piece of code begins in the part itself. */
  isOwn(code: Range): boolean;
  /** What a piece of code is directly in; undefined for the file, and for code outside the part. */
  parentOf(code: Code): Code | undefined;
  /** What a piece of code is in, the innermost first. */
  around(code: Code): readonly Code[];
  /** The innermost around it of a kind, itself not counted. Functions hide what is around them. */
  enclosing<K extends CodeKind>(code: Code, ...kinds: readonly K[]): CodeOf<K> | undefined;
  /** The statement of a body that it is, or is in; the innermost. */
  statementOf(code: Code): Code;
  /** The statements behind that one in its body. */
  after(code: Code): readonly Code[];
  /** The text of a piece of code, as it stands. */
  textOf(code: Range): string;
  /** The same on one line, its blanks joined, for equal code and short words. */
  flat(code: Range): string;
  /** 1-based. */
  lineOf(code: Range): number;
  /** Whether the parser could not read something on the lines of a piece of code. */
  isTorn(code: Range): boolean;
  /** Comments that begin in the part itself, with the marks that make them one. */
  readonly comments: readonly Comment[];
}

export interface Comment extends Range {
  readonly text: string;
}

export interface CodePart {
  readonly tree: CodeTree;
  readonly index: LineIndex;
  /** The part, from its first to its last character. */
  readonly range: Range;
  /** The part without the blocks inside it. */
  readonly own: readonly Range[];
}

/** Reads the part, and of what is around it no more than leads there. */
export function createCodeView({ tree, index, range, own }: CodePart): CodeView {
  const { text } = index;
  const parents = new Map<Code, Code>();
  const byKind = new Map<CodeKind, Code[]>();
  const isOwn = ({ start }: Range): boolean =>
    own.some((piece) => piece.start <= start && start < piece.end);
  const listOf = (kind: CodeKind): Code[] => {
    const list = byKind.get(kind) ?? [];
    byKind.set(kind, list);
    return list;
  };
  const nodes: Code[] = [tree.part(range)];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (isOwn(node)) listOf(node.kind).push(node);
    const inside = childrenOf(node).filter((child) => intersects(child, range));
    for (const child of inside.toReversed()) {
      parents.set(child, node);
      nodes.push(child);
    }
  }
  const around = (code: Code): Code[] => {
    const found: Code[] = [];
    for (let node = parents.get(code); node; node = parents.get(node)) found.push(node);
    return found;
  };
  const textOf = ({ start, end }: Range): string => text.slice(start, end);
  const statementOf = (code: Code): Code => {
    let inner = code;
    for (let node = parents.get(code); node; node = parents.get(node)) {
      if (node.kind === 'body' || (node.kind === 'class' && node.members.includes(inner))) break;
      inner = node;
    }
    return inner;
  };
  let comments: readonly Comment[] | undefined;
  let faults: readonly Range[] | undefined;
  return Object.freeze({
    text,
    get top() {
      return tree.top;
    },
    range,
    all: <K extends CodeKind>(...kinds: readonly K[]): readonly CodeOf<K>[] => {
      const found = kinds
        .flatMap((kind) => byKind.get(kind) ?? [])
        .filter((code) => isOneOf(code, kinds));
      return 1 < kinds.length ? found.sort((a, b) => a.start - b.start) : found;
    },
    isOwn,
    parentOf: (code: Code) => parents.get(code),
    around,
    enclosing<K extends CodeKind>(code: Code, ...kinds: readonly K[]): CodeOf<K> | undefined {
      for (const node of around(code)) {
        if (isOneOf(node, kinds)) return node;
        if (node.kind === 'function') return undefined;
      }
      return undefined;
    },
    statementOf,
    after(code: Code): readonly Code[] {
      const statement = statementOf(code);
      const parent = parents.get(statement);
      const siblings = parent ? childrenOf(parent) : [];
      return siblings.slice(siblings.indexOf(statement) + 1);
    },
    textOf,
    flat: (code: Range) => textOf(code).replace(/\s+/g, ' ').trim(),
    lineOf: ({ start }: Range) => index.lineAt(start) + 1,
    isTorn({ start, end }: Range): boolean {
      faults ??= tree.faults(range);
      const first = index.lineAt(start);
      const last = index.lineAt(Math.max(start, end - 1));
      return faults.some(
        (fault) => index.lineAt(fault.start) <= last && first <= index.lineAt(fault.end),
      );
    },
    get comments() {
      comments ??= tree
        .comments(range)
        .filter(isOwn)
        .map((comment) => ({ ...comment, text: textOf(comment) }));
      return comments;
    },
  });
}

function isOneOf<K extends CodeKind>(code: Code, kinds: readonly K[]): code is CodeOf<K> {
  return kinds.some((kind) => kind === code.kind);
}
