import type { Scope, TokenPlace, WordPlace } from './language.ts';
import { beginsLine, hasLineBreak, isBlank, isBlankCode } from './blank.ts';
import type { PlacedList, PlacedShape, Reading } from './reading.ts';
import type { Part, ShapeList } from './shape.ts';
import {
  commentStream,
  directiveStream,
  layoutStream,
  lineBreakStream,
  tokenStream,
} from './stream.ts';

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
  #starts: number[] = [];
  /** The token before, for what the space between them says. */
  #before = '';
  /** What goes before the next token. */
  #layout = '';
  #start = 0;
  #end = 0;
  /** Whether a line break before the next token is part of the code. */
  #minds = false;
  /** The last token's text, for telling whether a line break behind it ends the statement. */
  #last = '';

  constructor(reading: Reading, place: WriterPlace, lists: ShapeList[] = []) {
    this.reading = reading;
    this.place = place;
    this.lists = lists;
    this.depth = place.depth;
  }

  /** A token's `parentType` is left out where it stands in a list. */
  token(start: number, end: number, parentType?: string): void {
    const { text, rules } = this.reading;
    const token = text.slice(start, end);
    if (!rules.lineWords?.has(token)) {
      this.#addLayout(start, end, { token, parentType });
      this.tokenText(start, end, token);
      return;
    }
    const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? token;
    this.tokenText(start, end, rules.lineWords.read(line));
    if (!beginsLine(text, start)) this.#tokens.push(lineBreakStream);
  }

  /** A token that the grammar spells out: a line break beside it may mean something. */
  keyword(start: number, end: number, place?: Omit<WordPlace, 'word'>): void {
    const { text, rules } = this.reading;
    const word = text.slice(start, end);
    const parentType = place?.parentType;
    if (rules.lineWords?.has(word)) {
      this.token(start, end, parentType);
      return;
    }
    this.#minds ||= rules.breaksBefore.has(word) && this.#mindsBreak(word, place);
    const token = rules.wordOf ? rules.wordOf(word, parentType) : word;
    this.#addLayout(start, end, { token, parentType });
    this.tokenText(start, end, token);
    this.#minds = rules.breaksAfter.has(word) && this.#mindsBreak(word, place);
  }

  #mindsBreak(word: string, place: Omit<WordPlace, 'word'> | undefined): boolean {
    const { mindsBreak } = this.reading.rules;
    return !place || !mindsBreak || mindsBreak({ ...place, word });
  }

  /** A token that says nothing, as a separator before a closing bracket. */
  neutral(): void {
    this.#last = '';
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
    else if (this.#isBreak(start)) this.#tokens.push(lineBreakStream);
    this.#minds = false;
    this.#last = text;
    this.#before = text;
    this.#end = end - base;
    if (this.#layout !== '') this.#tokens.push(this.#layout);
    this.#layout = '';
    this.#tokens.push(tokenStream(text));
    this.#starts.push(start - base);
  }

  /** Whether a line break that counts stands between the last token and the next. */
  #isBreak(start: number): boolean {
    const { text, rules } = this.reading;
    if (!this.#minds && (!rules.endsLine || this.#last === '')) return false;
    const end = this.place.base + this.#end;
    if (!hasLineBreak(text, end, start, rules.lineEnds)) return false;
    return this.#minds || rules.endsLine?.(this.#last) === true;
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

  /** Only comments that a tool obeys, or the language reads, are part of the code. */
  comment(start: number, end: number, isCode: boolean): void {
    const { text, rules } = this.reading;
    const comment = text.slice(start, end);
    if (!isCode && !rules.isDirective(comment)) return;
    const { base } = this.place;
    const directive = rules.readDirective ? rules.readDirective(comment) : comment;
    const stream = isCode ? commentStream(comment) : directiveStream(directive);
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
    const before = isFirst ? '' : this.#before;
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
      nTokens: this.#starts.length,
      starts: this.#starts,
    });
    this.#tokens = [];
    this.#starts = [];
  }
}
