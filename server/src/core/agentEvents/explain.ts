import { attribute, carrySpans, keepOnly } from '../attribution/attribute.ts';
import type { AiOrigin } from '../attribution/origin.ts';
import { joinSpans, originAt, type Span, type Spans, sliceSpans } from '../attribution/span.ts';
import type { Hand } from '../attribution/signal.ts';
import { withoutFormat } from '../text/formatting.ts';
import { isBlank } from '../text/tokens.ts';
import type { Replacement } from '../text/edit.ts';
import { createLineIndex, withLf } from '../text/lineIndex.ts';
import { intersects, type Range } from '../text/range.ts';
import type { AgentFile, TextChange } from './event.ts';

/** One call of an agent on one file with the texts at hand; line ends as they come. */
export interface AgentCall {
  readonly origin: AiOrigin;
  readonly op: AgentFile['op'];
  /** A completion goes on where a person typed; other calls write words anew. */
  readonly hand: Hand;
  readonly changes: readonly TextChange[];
  readonly content?: string | undefined;
  readonly offered?: string | undefined;
  /** The text before the call; null when there was no file, undefined when nobody told. */
  readonly before: string | null | undefined;
  /** What is known of the text before from earlier calls; it stays where this call leaves it. */
  readonly known?: Spans;
  /** The file as the hook found it: after the call, or before it where the hook was faster. */
  readonly found: string | null | undefined;
}

/** A text with the spans that a call, and those before it, explain; the rest has no record. LF. */
export interface Explained {
  readonly text: string;
  readonly spans: Spans;
  /** What the call itself made, where its hook found the file changed again: undo may bring it. */
  readonly made?: Explained;
}

/**
 * What a call made of a file: the text it must have left, with the agent's own characters. Undefined
 * where the call does not say enough; then only `explainIn` may help. Law: a character is the
 * agent's only if the call's own texts hold it and the text before did not.
 */
export function explainCall(call: AgentCall): Explained | undefined {
  const before = textBefore(call);
  const found = typeof call.found === 'string' ? withLf(call.found) : undefined;
  const made =
    before === undefined
      ? locateAll(call, found)
      : (madeOf(call, before) ?? locateAll(call, found));
  if (!made || found === undefined || found === made.text || found === before) return made;
  // A formatter, or a person, was there between the call and its hook.
  return { text: found, spans: carrySpans(made.spans, made.text, found, undefined), made };
}

/**
 * Whether a text already holds most of what the call put in, formatted or not, so that it cannot be
 * the text before it. A whole file that was written says nothing of what was there before.
 */
export function isLeftBy(call: AgentCall, text: string): boolean {
  const { nPutIn, nHere } = putIn(call, text);
  return call.content === undefined && nPutIn < 2 * nHere;
}

/** Whether a text holds nothing of what the call put in: the hook was faster than the disk. */
export function isStillBefore(call: AgentCall, text: string): boolean {
  const { nPutIn, nHere } = putIn(call, text);
  return call.content === undefined && 0 < nPutIn && nHere === 0;
}

/** Lines that the call put in, and those of them that a text has. */
function putIn({ changes }: AgentCall, text: string): { nPutIn: number; nHere: number } {
  const here = new Set(saidBy(text));
  const lines = changes.flatMap((change) => {
    const old = new Set(saidBy(change.old));
    return saidBy(change.new).filter((line) => !old.has(line));
  });
  return { nPutIn: lines.length, nHere: lines.filter((line) => here.has(line)).length };
}

/** Shorter lines (`else {`) stand everywhere and tell nothing. */
const MIN_TELLING = 6;

/** What the lines of a text say, apart from their format. */
function saidBy(text: string): string[] {
  return withLf(text).split('\n').filter(isTelling).map(withoutFormat);
}

function isTelling(line: string): boolean {
  return MIN_TELLING <= withoutFormat(line).length;
}

function textBefore({ op, before, changes, found, content }: AgentCall): string | undefined {
  if (typeof before === 'string') return withLf(before);
  if (before === null || (op === 'create' && content !== undefined)) return '';
  if (typeof found !== 'string' || changes.length === 0) return undefined;
  // The hook was faster than the disk: what it found still has all that the call replaced.
  const text = withLf(found);
  const isBefore = changes.every(
    (change) =>
      change.old.trim() !== '' &&
      text.includes(withLf(change.old)) &&
      !withLf(change.new).includes(withLf(change.old)),
  );
  return isBefore ? text : undefined;
}

function madeOf(call: AgentCall, before: string): Explained | undefined {
  if (call.content !== undefined) return replaced(call, before, withLf(call.content));
  if (call.changes.length === 0) {
    return typeof call.found === 'string' ? replaced(call, before, withLf(call.found)) : undefined;
  }
  let text = before;
  let spans = call.known ?? [];
  for (const change of call.changes) {
    const old = withLf(change.old);
    const places = placesOf(text, old, change);
    if (places.length === 0) return undefined;
    const now = withLf(change.new);
    // From the last to the first, so that offsets stay.
    for (const start of [...places].reverse()) {
      const replacement = { start, end: start + old.length, text: now };
      spans = written(call, spans, text, replacement);
      text = text.slice(0, start) + now + text.slice(start + old.length);
    }
  }
  return { text, spans };
}

function replaced(call: AgentCall, before: string, text: string): Explained {
  const whole = { start: 0, end: before.length, text };
  return { text, spans: written(call, call.known ?? [], before, whole) };
}

/** The spans after the agent put one text in place: the new is its own, the old stays whose it was. */
function written(call: AgentCall, spans: Spans, before: string, replacement: Replacement): Spans {
  const after = attribute(spans, before, replacement, call.origin, call.hand);
  const offered = offeredBy(call);
  if (offered === undefined) return after;
  const { start, text } = replacement;
  const range = { start, end: start + text.length };
  const isOwn = ({ origin }: Span): boolean => origin === call.origin;
  const own = sliceSpans(after, range, -start).filter(isOwn);
  const others = after.filter((span) => !isOwn(span) || !intersects(span, range));
  return laidOver(others, keepOnly(own, offered, text), start);
}

/** The agent's characters within the new text of one change; offsets from its start. */
function innerSpans(call: AgentCall, change: TextChange): Spans {
  return ofAgent(call, withLf(change.old), withLf(change.new), offeredBy(call));
}

function offeredBy({ offered }: AgentCall): string | undefined {
  return offered === undefined ? undefined : withLf(offered);
}

function ofAgent(
  { origin, hand }: AgentCall,
  before: string,
  text: string,
  offered: string | undefined,
): Spans {
  const spans = attribute([], before, { start: 0, end: before.length, text }, origin, hand);
  return offered === undefined ? spans : keepOnly(spans, offered, text);
}

/** `over` (offsets from `at`) in place of what `spans` say there. */
function laidOver(spans: Spans, over: Spans, at: number): Spans {
  let rest: Span[] = [...spans];
  for (const span of over) {
    const start = span.start + at;
    const end = span.end + at;
    rest = rest.flatMap((one) => [
      { ...one, end: Math.min(one.end, start) },
      { ...one, start: Math.max(one.start, end) },
    ]);
    rest = rest.filter((one) => one.start < one.end);
    rest.push({ start, end, origin: span.origin });
  }
  return joinSpans(rest.sort((a, b) => a.start - b.start));
}

/** Where a change's old text stands; one place unless all were replaced. */
function placesOf(text: string, old: string, { all, line }: TextChange): readonly number[] {
  if (old === '') return text === '' ? [0] : line === undefined ? [] : [startOfLine(text, line)];
  const places = occurrences(text, old);
  if (all === true || places.length <= 1) return places;
  const hinted = line === undefined ? undefined : nearest(text, places, line);
  return hinted === undefined ? [] : [hinted];
}

function startOfLine(text: string, line: number): number {
  return createLineIndex(text).startOf(line - 1);
}

/** The place on that 1-based line, if there is just one. */
function nearest(text: string, places: readonly number[], line: number): number | undefined {
  const index = createLineIndex(text);
  const there = places.filter((place) => index.lineAt(place) + 1 === line);
  return there.length === 1 ? there[0] : undefined;
}

function occurrences(text: string, part: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); 0 <= at; at = text.indexOf(part, at + part.length)) {
    places.push(at);
    if (MAX_PLACES < places.length) return [];
  }
  return places;
}

/** More places than these tell nothing apart. */
const MAX_PLACES = 10_000;

/** Without the text before: where the new texts stand in what the hook found, if that is certain. */
function locateAll(call: AgentCall, found: string | undefined): Explained | undefined {
  if (found === undefined || call.changes.length === 0) return undefined;
  let spans: Spans = [];
  let isAny = false;
  for (const change of call.changes) {
    const now = withLf(change.new);
    if (now.trim() === '') continue;
    for (const { start, end } of certainPlaces(found, now, change)) {
      const inner = innerSpans(call, change);
      const here = carrySpans(inner, now, found.slice(start, end), undefined);
      spans = laidOver(spans, here, start);
      isAny = true;
    }
  }
  return isAny ? { text: found, spans } : undefined;
}

/** Where a new text stands: exactly, else in lines that a formatter went over. */
function certainPlaces(text: string, now: string, { all, line }: TextChange): readonly Range[] {
  const exact = occurrences(text, now);
  const places =
    0 < exact.length
      ? exact.map((start) => ({ start, end: start + now.length }))
      : formattedLines(text, now);
  if (all === true || places.length === 1) return places;
  const hinted = line === undefined ? undefined : nearest(text, exact, line);
  return hinted === undefined ? [] : [{ start: hinted, end: hinted + now.length }];
}

/** Runs of whole lines that say what the lines of `part` say, apart from their format. */
function formattedLines(text: string, part: string): readonly Range[] {
  const wanted = part
    .split('\n')
    .map(withoutFormat)
    .filter((line) => line !== '');
  if (wanted.join('').length < MIN_TELLING) return [];
  const index = createLineIndex(text);
  const lines = Array.from({ length: index.nLines }, (_, line) => ({
    line,
    said: withoutFormat(index.lineText(line)),
  })).filter(({ said }) => said !== '');
  const places: Range[] = [];
  for (let i = 0; i + wanted.length <= lines.length; i++) {
    if (!wanted.every((said, j) => lines[i + j]?.said === said)) continue;
    const first = lines[i]?.line ?? 0;
    const last = lines[i + wanted.length - 1]?.line ?? first;
    places.push({ start: index.startOf(first), end: index.endOf(last) });
  }
  return places;
}

/**
 * The last resort: `spans` with those characters of `text` given to the agent that a change of the
 * call explains, that stand in exactly one place nobody else made, and most of which are `unknown`
 * with something observed: never a line older than the tool.
 */
export function explainIn(call: AgentCall, text: string, spans: Spans): Spans {
  const isCrlf = text.includes('\r\n');
  const asHere = (part: string): string =>
    isCrlf ? withLf(part).replaceAll('\n', '\r\n') : withLf(part);
  const whole: TextChange[] = call.content === undefined ? [] : [{ old: '', new: call.content }];
  let result = spans;
  for (const change of [...call.changes, ...whole]) {
    const now = asHere(change.new);
    if (now.trim() === '') continue;
    const before = asHere(change.old);
    const offered = call.offered === undefined ? undefined : asHere(call.offered);
    const inner = ofAgent(call, before, now, offered);
    const isWhole = text.includes(now);
    for (const part of isWhole ? [{ text: now, spans: inner }] : linesIn(now, inner)) {
      const places = occurrences(text, part.text).filter(
        (place) => isWhole || isLineAt(text, place, part.text.length),
      );
      const free = places.filter((place) =>
        part.spans.every((span) => isFree(text, result, span.start + place, span.end + place)),
      );
      const certain = change.all === true || free.length === 1 ? free : [];
      for (const place of certain) result = laidOver(result, part.spans, place);
    }
  }
  return result;
}

function isLineAt(text: string, start: number, length: number): boolean {
  const isStart = start === 0 || text.charAt(start - 1) === '\n';
  return isStart && /^(?:\r?\n|$)/.test(text.slice(start + length, start + length + 2));
}

/** What is left of a new text that was changed since: its lines that tell something, one by one. */
function linesIn(now: string, spans: Spans): readonly { text: string; spans: Spans }[] {
  const index = createLineIndex(now);
  return Array.from({ length: index.nLines }, (_, line) => {
    const start = index.startOf(line);
    const end = index.endOf(line);
    return { text: now.slice(start, end), spans: sliceSpans(spans, { start, end }, -start) };
  }).filter((line) => 0 < line.spans.length && isTelling(line.text));
}

/**
 * Nobody else made it, and most of it came unseen: a few signs of a line (`);`) are in HEAD's line
 * too that it took the place of.
 */
function isFree(text: string, spans: Spans, start: number, end: number): boolean {
  let nUnseen = 0;
  let nOld = 0;
  for (let at = start; at < end; at++) {
    if (isBlank(text.charCodeAt(at))) continue;
    const origin = originAt(spans, at);
    if (origin !== undefined && origin.kind !== 'unknown') return false;
    if (origin?.observed === undefined && origin?.edit === undefined) nOld++;
    else nUnseen++;
  }
  return nOld <= nUnseen;
}
