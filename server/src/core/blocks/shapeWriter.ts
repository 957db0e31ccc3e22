import type { Scope, TokenPlace } from './language.ts';
import { hasLineBreak, isBlank, isBlankCode } from './blank.ts';
import type { PlacedList, PlacedShape, Reading } from './reading.ts';
import type { Part, ShapeList } from './shape.ts';
import { directiveStream, layoutStream, lineBreakStream, tokenStream } from './stream.ts';

export interface WriterPlace {
  /** The offset that the shape's own offsets count from. */
  readonly base: number;
  readonly depth: number;
  readonly scope: Scope;
  readonly before: PlacedShape | undefined;
  /** The object literal in here whose functions are blocks. */
  readonly membersId: number | undefined;
}

/**
 * Collects the parts of one shape. Offsets come in absolute and go out relative. A class,
 * because one is made for every statement of a text, and closures would cost more than the work.
 */
export class ShapeWriter {
  readonly reading: Reading;
  readonly place: WriterPlace;
  readonly lists: ShapeList[];
  /** How deep statements and literals are nested where the writer stands. */
  depth: number;
  readonly #parts: Part[] = [];
  #tokens: string[] = [];
  #nTokens = 0;
  #last = '';
  /** What goes before the next token. */
  #layout = '';
  #start = 0;
  #end = 0;
  /** Whether a line break before the next token is part of the code. */
  #minds = false;

  constructor(reading: Reading, place: WriterPlace, lists: ShapeList[] = []) {
    this.reading = reading;
    this.place = place;
    this.lists = lists;
    this.depth = place.depth;
  }

  /** A token's `parentType` is left out where it stands in a list. */
  token(start: number, end: number, parentType?: string): void {
    const token = this.reading.text.slice(start, end);
    this.#addLayout(start, end, { token, parentType });
    this.tokenText(start, end, token);
  }

  /** A token that the grammar spells out: a line break beside it may mean something. */
  keyword(start: number, end: number, parentType?: string): void {
    const { text, rules } = this.reading;
    const word = text.slice(start, end);
    this.#minds ||= rules.breaksBefore.has(word);
    const token = rules.wordOf ? rules.wordOf(word) : word;
    this.#addLayout(start, end, { token, parentType });
    this.tokenText(start, end, token);
    this.#minds = rules.breaksAfter.has(word);
  }

  /** A literal without what is not part of its value. */
  value(start: number, end: number, value: string): void {
    if (value === '') return;
    this.#addLayout(start, end, { token: value, parentType: undefined });
    this.tokenText(start, end, value);
  }

  /** A token whose text is not quite the source's own. */
  tokenText(start: number, end: number, text: string): void {
    const { base } = this.place;
    if (this.#tokens.length === 0) this.#start = start - base;
    else if (this.#minds && hasLineBreak(this.reading.text, base + this.#end, start)) {
      this.#tokens.push(lineBreakStream);
    }
    this.#minds = false;
    this.#end = end - base;
    this.#last = text;
    if (this.#layout !== '') this.#tokens.push(this.#layout);
    this.#layout = '';
    this.#tokens.push(tokenStream(text));
    this.#nTokens++;
  }

  /** Text between two nodes that no node covers is a token too, so that nothing is lost. */
  gap(start: number, end: number): void {
    const { text, rules } = this.reading;
    if (isBlank(text, start, end)) return;
    const token = text.slice(start, end).trim();
    if (!rules.isBlankGap?.(token)) this.tokenText(start, end, token);
  }

  /** Blanks before a file's first node or behind its last. */
  edge(start: number, end: number): void {
    const { text, rules } = this.reading;
    if (!rules.writtenEdge || !isBlank(text, start, end)) return;
    const written = rules.writtenEdge(text.slice(start, end), text.slice(0, start));
    if (written !== '') this.tokenText(start, end, written);
  }

  /** Only comments that a tool obeys are part of the code. */
  comment(start: number, end: number): void {
    const comment = this.reading.text.slice(start, end);
    if (!this.reading.rules.isDirective(comment)) return;
    const { base } = this.place;
    const stream = directiveStream(comment);
    this.part({ kind: 'directive', start: start - base, end: end - base, stream });
  }

  part(part: Part): void {
    this.#flush();
    this.#parts.push(part);
  }

  /** A writer for parts that go elsewhere in the same shape. */
  branch(): ShapeWriter {
    return new ShapeWriter(this.reading, this.place, this.lists);
  }

  parts(): readonly Part[] {
    this.#flush();
    return this.#parts;
  }

  /** The list of the text before that stood where the next one begins. */
  nextListBefore(): PlacedList | undefined {
    const { before } = this.place;
    const list = before?.shape.lists[this.lists.length];
    if (!before || !list) return undefined;
    return {
      scope: list.scope,
      entries: list.entries.map(({ start, shape }) => ({ start: before.start + start, shape })),
    };
  }

  #addLayout(
    start: number,
    end: number,
    { token, parentType }: Pick<TokenPlace, 'token' | 'parentType'>,
  ): void {
    const { text, rules } = this.reading;
    if (!rules.layoutOf) return;
    const isFirst = this.#tokens.length === 0;
    const before = isFirst ? '' : this.#last;
    const isApart = !isFirst && this.place.base + this.#end < start;
    const isLoose = isBlankCode(text.charCodeAt(end));
    const place = { before, token, text, start, end, isApart, isLoose, parentType };
    const layout = rules.layoutOf(place);
    if (layout !== '') this.#layout = layoutStream(layout);
  }

  #flush(): void {
    if (this.#tokens.length === 0) return;
    this.#parts.push({
      kind: 'tokens',
      start: this.#start,
      end: this.#end,
      stream: this.#tokens.join(''),
      nTokens: this.#nTokens,
    });
    this.#tokens = [];
    this.#nTokens = 0;
  }
}
