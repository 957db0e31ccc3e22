import { type Claim, claimBlocks, type ListItem } from './claimBlocks.ts';
import type { Scope, SeparatorPlace } from './language.ts';
import { isBlank } from './blank.ts';
import { roleOf } from './commentRole.ts';
import { createMatcher, type PlacedShape, type Reading } from './reading.ts';
import type { Shape, ShapeEntry } from './shape.ts';
import type { ShapeWriter } from './shapeWriter.ts';
import { ERROR, type SyntaxNode } from './syntaxNode.ts';

export interface ShapeOptions {
  readonly scope: Scope;
  readonly depth: number;
  readonly parentType: string;
  /** What the statement most likely was before the edit. */
  readonly before: PlacedShape | undefined;
}

export interface ListOptions {
  readonly scope: Scope;
  readonly parentType: string;
  /** Makes the shape of one statement (which holds lists in its turn). */
  readonly shapeOf: (
    reading: Reading,
    nodes: readonly [...SyntaxNode[], SyntaxNode],
    options: ShapeOptions,
  ) => Shape;
}

/** Adds a list of statements: each in its own shape, declarations as blocks. */
export function addList(writer: ShapeWriter, list: SyntaxNode, options: ListOptions): void {
  const items = itemsOf(writer, list, options);
  const claims = claimBlocks(writer.reading, items, options.scope);
  let next = 0;
  for (const claim of claims) {
    while (next < claim.first) addItem(writer, items[next++]);
    addBlock(writer, items, claim);
    next = claim.last + 1;
  }
  while (next < items.length) addItem(writer, items[next++]);
}

function itemsOf(
  writer: ShapeWriter,
  list: SyntaxNode,
  { scope, parentType, shapeOf }: ListOptions,
): readonly ListItem[] {
  const { reading, depth } = writer;
  const { base } = writer.place;
  const { rules, hasErrors } = reading;
  const matcher = createMatcher(reading, writer.nextListBefore(), scope);
  // Takes the list's place before the lists inside an ERROR's own tokens can.
  const entries: ShapeEntry[] = [];
  writer.lists.push({ scope, entries });
  const items: ListItem[] = [];
  const { children, type: listType } = list;
  let leads: SyntaxNode[] = [];
  let at = list.startIndex;

  const textOf = (node: SyntaxNode): string => reading.text.slice(node.startIndex, node.endIndex);
  const addEntry = (child: SyntaxNode): void => {
    const { type, endIndex: end } = child;
    const start = leads[0]?.startIndex ?? child.startIndex;
    const isSound = !hasErrors || !child.hasError;
    const found = isSound ? matcher.find(type, start, end) : undefined;
    const shape =
      found ??
      shapeOf(reading, [...leads, child], {
        scope,
        depth: depth + 1,
        parentType: listType,
        before: matcher.counterpart(type),
      });
    leads = [];
    entries.push({ start: start - base, shape });
    items.push({ kind: 'entry', start, end, type, shape });
  };
  // Decorators with nothing behind them, in code that is being typed.
  const addLeads = (): void => {
    const last = leads.pop();
    if (last) addEntry(last);
  };

  for (const [index, child] of children.entries()) {
    const { startIndex: start, type } = child;
    const isComment = rules.comments.has(type);
    const end = isComment ? endOfComment(reading.text, child) : child.endIndex;
    if (!isBlank(reading.text, at, start)) items.push({ kind: 'gap', start: at, end: start });
    at = Math.max(at, end);
    if (start === end) continue;
    const role = isComment ? roleOf(reading, children, index) : undefined;
    if (isComment && role !== 'lead' && leads.length === 0) {
      items.push({ kind: 'comment', start, end, isCode: role === 'code' });
      continue;
    }
    const place = { siblings: children, index, parentType: listType };
    const isDropped = isNeutral(reading, { ...place, grandparentType: parentType });
    if (!child.isNamed || isDropped) {
      addLeads();
      const tokenType = child.children[0]?.type ?? type;
      items.push({ kind: 'token', start, end, type: tokenType, isNeutral: isDropped });
      continue;
    }
    if (rules.leads.has(type) || isComment || rules.isLead?.({ siblings: children, index, textOf }))
      leads.push(child);
    else addEntry(child);
  }
  addLeads();
  if (!isBlank(reading.text, at, list.endIndex)) {
    items.push({ kind: 'gap', start: at, end: list.endIndex });
  }
  return items;
}

/** Some grammars count a line end, or the first half of a CRLF, to the comment before it. */
function endOfComment(text: string, { startIndex, endIndex }: SyntaxNode): number {
  let end = endIndex;
  while (startIndex < end && (text[end - 1] === '\r' || text[end - 1] === '\n')) end--;
  return end;
}

/** Whether a token says nothing. In text that does not parse, every token counts. */
export function isNeutral(
  { text, rules }: Reading,
  place: Omit<SeparatorPlace, 'textOf'>,
): boolean {
  const type = place.siblings[place.index]?.type;
  if (type === undefined || place.parentType === ERROR || !rules.separators.has(type)) return false;
  const textOf = ({ startIndex, endIndex }: SyntaxNode): string => text.slice(startIndex, endIndex);
  return rules.isNeutral({ ...place, textOf });
}

function addItem(writer: ShapeWriter, item: ListItem | undefined): void {
  switch (item?.kind) {
    case 'comment':
      writer.comment(item.start, item.end, item.isCode);
      break;
    case 'token':
      if (item.isNeutral) writer.neutral();
      else writer.keyword(item.start, item.end);
      break;
    case 'gap':
      writer.gap(item.start, item.end);
      break;
    case 'entry':
      writer.part({ kind: 'statement', start: item.start - writer.place.base, shape: item.shape });
      break;
    case undefined:
      break;
  }
}

/** A declaration with its comments and overloads; separators among them stay the list's. */
function addBlock(writer: ShapeWriter, items: readonly ListItem[], claim: Claim): void {
  const { base } = writer.place;
  const inside = writer.branch();
  const separators: ListItem[] = [];
  for (let index = claim.first; index <= claim.last; index++) {
    const item = items[index];
    if (item?.kind === 'token') separators.push(item);
    else addItem(inside, item);
  }
  const { start, end, name, within } = claim;
  const parts = inside.parts();
  writer.part({ kind: 'block', name, within, start: start - base, end: end - base, parts });
  for (const item of separators) addItem(writer, item);
}
