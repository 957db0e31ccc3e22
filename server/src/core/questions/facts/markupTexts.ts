import type { Code, CodeOf } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import type { Range } from '../../text/range.ts';
import type { RuleContext } from '../rule.ts';

/** What a tag lacks that is written in a text, or between pieces of PHP. */
export interface TagInText {
  readonly at: Range;
  readonly what: 'alt' | 'click' | 'order' | 'language' | 'label';
  /** On one line. */
  readonly tag: string;
}

interface Wanted {
  /** One tag, bounded. */
  readonly tag: RegExp;
  /** Anything of this makes it complete. */
  readonly lacks?: RegExp;
  readonly what: TagInText['what'];
}

const WANTED: readonly Wanted[] = [
  {
    tag: /<img\s[^<>]{0,400}>/gi,
    lacks: /\balt\]?\s{0,2}=|\baria-(?:label|hidden)|\brole\s{0,2}=|\balt[\s/>]/i,
    what: 'alt',
  },
  {
    tag: /<(?:div|span|li|td|p)\s[^<>]{0,400}(?:\bonclick|\(click\)|@click|v-on:click|ng-click)[.\w]{0,30}\s{0,2}=[^<>]{0,400}>/gi,
    lacks: /\brole\s{0,2}=|\btabindex/i,
    what: 'click',
  },
  {
    tag: /<\w{1,12}\s[^<>]{0,400}\btabindex\s{0,2}=\s{0,2}["'\\]{0,2}[1-9][^<>]{0,400}>/gi,
    what: 'order',
  },
  { tag: /<html(?:\s[^<>]{0,200})?>/gi, lacks: /\blang\s{0,2}=|\{|\$|%/i, what: 'language' },
  {
    tag: /<(?:input|select|textarea)\s[^<>]{0,400}>/gi,
    lacks:
      /\b(?:aria-label\w{0,10}|id|title|hidden)\b\]?\s{0,2}[=>\s]|\btype\]?\s{0,2}=\s{0,2}["'\\]{0,2}(?:hidden|submit|button|reset|image)|[[:](?:id|aria-label)|formControl/i,
    what: 'label',
  },
];

/** Attributes that are put in from elsewhere: `<img $attributes />`. */
const SPLICED = /\s[$%{#][^=\s]{0,60}\s?\/?>$/;
/** Code within markup, which may hold what ends a tag. */
const TEMPLATE = /<\?=?[^?]{0,300}\?>|<%[^%]{0,300}%>|\{\{[^{}]{0,300}\}\}/g;
const MAX_LENGTH = 100_000;

/** Nobody sees it, so nobody is told of it. */
const HIDDEN = /\bdisplay\s{0,2}:\s{0,2}none\b/i;

/** Tags in a block's texts that not everybody can use. */
export function* markupIn(context: RuleContext): Generator<TagInText> {
  for (const one of everyTagIn(context)) {
    if (one.what !== 'label' || !isInHiddenForm(context.view.text, one.at.start)) yield one;
  }
}

function isInHiddenForm(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 600), at);
  const form = before.slice(before.lastIndexOf('<form'));
  return (
    form.startsWith('<form') &&
    !form.includes('</form') &&
    HIDDEN.test(/^[^>]*/.exec(form)?.[0] ?? '')
  );
}

function* everyTagIn(context: RuleContext): Generator<TagInText> {
  const { view, language } = context;
  for (const text of view.all('text')) {
    const whole = maskedText(view, text);
    if (whole.includes('<')) yield* tagsIn(whole, (at) => text.start + at);
  }
  for (const chain of view.all('binary', 'call')) yield* inChain(view, chain);
  if (language === 'php') yield* ofPage(context);
}

/** A text as it is written; what code is put into it has no characters of its own. */
function maskedText(view: CodeView, { start, end, parts }: CodeOf<'text'>): string {
  if (MAX_LENGTH < end - start) return '';
  const pieces: string[] = [];
  let from = start;
  for (const part of parts) {
    if (typeof part === 'string' || part.start < from || end < part.end) continue;
    pieces.push(view.text.slice(from, part.start), 'x'.repeat(part.end - part.start));
    from = part.end;
  }
  const whole = pieces.join('') + view.text.slice(from, end);
  return masked(whole);
}

function masked(text: string): string {
  return text.replace(
    TEMPLATE,
    (code) => code.slice(0, 1).replace('<', 'x') + 'x'.repeat(code.length - 1),
  );
}

function* tagsIn(
  text: string,
  placeOf: (at: number) => number,
  isWanted: (from: number, to: number) => boolean = () => true,
): Generator<TagInText> {
  for (const { tag, lacks, what } of WANTED) {
    for (const { 0: found, index } of text.matchAll(tag)) {
      const end = index + found.length;
      if (lacks?.test(found) === true || SPLICED.test(found) || !isWanted(index, end)) continue;
      if (what === 'language' && !/<!doctype html/i.test(text)) continue;
      if (what === 'label' && (!found.includes('=') || HIDDEN.test(found))) continue;
      if (what === 'label' && isInLabel(text, index)) continue;
      const at = { start: placeOf(index), end: placeOf(end - 1) + 1 };
      yield { at, what, tag: found.replace(/\s+/g, ' ') };
    }
  }
}

function isInLabel(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 500), at);
  return before.lastIndexOf('</label') < before.lastIndexOf('<label');
}

/** `"<img src=" + url + ">"`, `out << "<img src=" << url << ">"`: tags that go through several texts. */
function* inChain(view: CodeView, chain: Code): Generator<TagInText> {
  const operator = joinOf(chain);
  const parent = view.parentOf(chain);
  const isInner =
    (parent?.kind === 'binary' && joinOf(parent) === operator) ||
    (parent?.kind === 'member' && joinOf(chain) === 'append');
  if (operator === undefined || isInner) return;
  let joined = '';
  const places: { readonly from: number; readonly start: number }[] = [];
  for (const leaf of leavesOf(chain, operator)) {
    const raw = leaf.kind === 'text' ? maskedText(view, leaf) : 'x';
    const quote = leaf.kind === 'text' ? Math.max(0, raw.search(/["'`]/) + 1) : 0;
    places.push({ from: joined.length, start: leaf.start + quote });
    joined += leaf.kind === 'text' ? raw.slice(quote, -1) : raw;
    if (MAX_LENGTH < joined.length) return;
  }
  if (places.length < 2 || !joined.includes('<')) return;
  const pieceAt = (at: number): number => places.findLastIndex(({ from }) => from <= at);
  const placeOf = (at: number): number => {
    const piece = places[pieceAt(at)];
    return piece ? piece.start + at - piece.from : chain.start;
  };
  yield* tagsIn(joined, placeOf, (from, to) => pieceAt(from) !== pieceAt(to - 1));
}

function joinOf(code: Code): string | undefined {
  if (code.kind === 'binary')
    return /^(?:\+|\.|<<)$/.test(code.operator) ? code.operator : undefined;
  const isAppend =
    code.kind === 'call' && code.callee.kind === 'member' && /^[aA]ppend$/.test(code.callee.name);
  return isAppend ? 'append' : undefined;
}

function leavesOf(chain: Code, operator: string): readonly Code[] {
  const leaves: Code[] = [];
  const nodes: Code[] = [chain];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (joinOf(node) !== operator) leaves.push(node);
    else if (node.kind === 'binary') nodes.push(node.right, node.left);
    else if (node.kind === 'call' && node.callee.kind === 'member') {
      nodes.push(...node.args.toReversed(), node.callee.object);
    }
  }
  return leaves;
}

/** PHP: markup between its pieces of code. */
function* ofPage({ view }: RuleContext): Generator<TagInText> {
  if (200_000 < view.text.length) return;
  const text = masked(view.text);
  for (const piece of text.matchAll(/(?:^(?!<\?)|\?>)[^?]{4,}/g)) {
    for (const one of tagsIn(piece[0], (at) => piece.index + at)) if (view.isOwn(one.at)) yield one;
  }
}
