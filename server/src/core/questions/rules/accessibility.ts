import type { Attribute, Element } from '../../code/code.ts';
import { methodOf, plainText } from '../../code/say.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';
import { accessibilityExamples } from './examples/accessibilityExamples.ts';

/** Elements that nobody expects to press. */
const PLAIN =
  /^(?:div|span|li|p|td|tr|section|article|img|ul|h[1-6]|header|footer|figure|label|svg|i|b)$/;
const CONTROL = /^(?:input|select|textarea)$/;
const NEEDS_NO_LABEL = /^(?:hidden|submit|button|reset|image)$/;
const ICON = /icon|svg|^Fa[A-Z]|^i$/i;
/** Packages by which texts are translated. */
const TRANSLATES = /i18n|intl|translat|lingui|polyglot|gettext/i;

/** Markup in texts: what is found is one tag, bounded. */
const IN_TEXT: readonly { readonly tag: RegExp; readonly lacks?: RegExp; readonly what: What }[] = [
  { tag: /<img\s[^<>]{0,400}>/gi, lacks: /\balt\s{0,2}=/i, what: 'alt' },
  {
    tag: /<(?:div|span|li|td|p)\s[^<>]{0,400}\bonclick\s{0,2}=[^<>]{0,400}>/gi,
    lacks: /\brole\s{0,2}=/i,
    what: 'click',
  },
  {
    tag: /<\w{1,12}\s[^<>]{0,400}\btabindex\s{0,2}=\s{0,2}["'\\]{0,2}[1-9][^<>]{0,400}>/gi,
    what: 'order',
  },
  { tag: /<html(?:\s[^<>]{0,200})?>/gi, lacks: /\blang\s{0,2}=|\{|\$|%/i, what: 'language' },
];

/** Attributes that are put in from elsewhere: `<img $attributes />`. */
const SPLICED = /\s[$%{#][^=\s]{0,60}\s?\/?>$/;

type What = 'alt' | 'click' | 'anchor' | 'label' | 'order' | 'name' | 'language' | 'words';

/** Somebody who does not see, or does not use a mouse, is left out. */
export const accessibility: Rule = {
  id: 'accessibility',
  row: 50,
  title: 'Markup that not everybody can use',
  severity: 'low',
  concern: 'readability',
  weight: 2,
  cwe: [],
  kind: 'question',
  isOn: true,
  looksAround: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, isTest, path } = context;
    if (isTest || /\.(?:stories|story)\./.test(path)) return;
    const elements = view.all('element');
    for (const one of elements) yield* ofElement(context, one);
    if (0 < elements.length && isTranslated(context)) yield* untranslated(context, elements);
    for (const text of view.all('text')) {
      const whole = view.text.slice(text.start, text.end);
      if (whole.includes('<') && whole.length < 100_000) yield* ofMarkup(whole, text.start);
    }
    if (context.language === 'php') yield* ofPage(context);
  },
  ask: ({ what, tag, line }) => {
    switch (what) {
      case 'alt':
        return `Line ${line}: the image ${tag} has no text for those who do not see it. What does it show?`;
      case 'click':
        return `Line ${line}: ${tag} can be clicked, but not reached by the keyboard. Should it be a button?`;
      case 'anchor':
        return `Line ${line}: ${tag} has a click and no \`href\`, so the keyboard does not reach it. Should it be a button?`;
      case 'label':
        return `Line ${line}: ${tag} has no label. What is a person told to enter who does not see the page?`;
      case 'order':
        return `Line ${line}: ${tag} sets its own place in the order of the Tab key, before all others. Is that meant?`;
      case 'name':
        return `Line ${line}: ${tag} shows an icon alone and has no name. What is read out for it?`;
      case 'language':
        return `Line ${line}: ${tag} names no language, so it may be read out in the wrong one. Which is it?`;
      default:
        return `Line ${line} shows ${tag} as it stands, while the file translates its other texts. Is it to be translated?`;
    }
  },
  obligations: ['text'],
  page: {
    why: 'Who uses a keyboard or a screen reader meets an image without words, a button that is none, a field without a label. Translators do not see texts that stand in the code.',
    instead:
      'Use `button`, `label` and `alt` (empty where the image says nothing), and the project’s own way of translating.',
    sources: ['WCAG 2.2: 1.1.1, 1.3.1, 2.1.1, 2.4.3, 3.1.1, 4.1.2'],
  },
  examples: accessibilityExamples,
};

function* ofElement(context: RuleContext, element: Element): Iterable<Trigger> {
  const { name, attributes } = element;
  // What is spread may hold what is missed.
  if (attributes.some(({ kind }) => kind !== 'attribute')) return;
  const has = (...names: readonly string[]): boolean =>
    names.some((one) => attributeOf(element, one) !== undefined);
  const tag = inBackticks(`<${name}>`);
  const at = { start: element.start, end: element.end };
  const isHidden = has('aria-hidden', 'hidden');
  if (
    (name === 'img' || name === 'Image' || name === 'area') &&
    has('src', 'href') &&
    !has('alt', 'aria-label', 'aria-labelledby') &&
    !isHidden &&
    textOf(element, 'role') !== 'presentation'
  ) {
    yield { at, about: { what: 'alt', tag: imageWords(context, element) } };
  }
  const click = attributeOf(element, 'onClick');
  if (
    click &&
    PLAIN.test(name) &&
    !isHidden &&
    !isStopping(click) &&
    !(has('role') && has('onKeyDown', 'onKeyUp', 'onKeyPress', 'tabIndex'))
  ) {
    if (!(name === 'label' || textOf(element, 'role') === 'presentation'))
      yield { at, about: { what: 'click', tag } };
  }
  if (click && name === 'a' && !has('href', 'role', 'tabIndex'))
    yield { at, about: { what: 'anchor', tag } };
  if (
    CONTROL.test(name) &&
    !NEEDS_NO_LABEL.test(textOf(element, 'type') ?? '') &&
    !isHidden &&
    !has('aria-label', 'aria-labelledby', 'title', 'label') &&
    !isLabelled(context, element)
  ) {
    yield { at, about: { what: 'label', tag } };
  }
  const order = attributeOf(element, 'tabIndex')?.value;
  if (order && (order.kind === 'number' ? 0 < order.value : /^[1-9]/.test(plainText(order) ?? '')))
    yield { at, about: { what: 'order', tag } };
  const isIcon =
    0 < element.children.length &&
    element.children.every(
      (child) => child.kind === 'element' && ICON.test(child.name) && child.children.length === 0,
    );
  if (name === 'button' && isIcon && !has('aria-label', 'aria-labelledby', 'title'))
    yield { at, about: { what: 'name', tag } };
  if (name === 'html' && !has('lang')) yield { at, about: { what: 'language', tag } };
}

function attributeOf({ attributes }: Element, name: string): Attribute | undefined {
  for (const one of attributes) if (one.kind === 'attribute' && one.name === name) return one;
  return undefined;
}

function textOf(element: Element, name: string): string | undefined {
  return plainText(attributeOf(element, name)?.value);
}

function imageWords({ view }: RuleContext, element: Element): string {
  const source = attributeOf(element, 'src')?.value;
  return inBackticks(
    shortened(source ? view.flat(source).replace(/^["']|["']$/g, '') : `<${element.name}>`),
  );
}

/** `onClick={(e) => e.stopPropagation()}` keeps a click from others, and is none. */
function isStopping({ value }: Attribute): boolean {
  const statements = value?.kind === 'function' ? (value.body?.statements ?? []) : [];
  const [only, ...more] = statements;
  const call = only?.kind === 'return' || only?.kind === 'expression' ? only.value : undefined;
  return (
    more.length === 0 &&
    call?.kind === 'call' &&
    /^(?:stopPropagation|preventDefault)$/.test(methodOf(call))
  );
}

/** In a `label`, or with an `id` that one may name. */
function isLabelled({ view }: RuleContext, element: Element): boolean {
  const id = attributeOf(element, 'id');
  if (id && (plainText(id.value) === undefined || view.text.includes('htmlFor'))) return true;
  return view
    .around(element)
    .some((one) => one.kind === 'element' && /label|field|^Form/i.test(one.name));
}

function isTranslated({ outline }: RuleContext): boolean {
  return outline.imports.some(
    ({ module, names }) =>
      TRANSLATES.test(module) ||
      names.some(({ local }) =>
        /^(?:t|i18n|useTranslations?|useIntl|FormattedMessage|Trans)$/.test(local),
      ),
  );
}

function* untranslated({ view }: RuleContext, elements: readonly Element[]): Iterable<Trigger> {
  for (const element of elements) {
    if (/^(?:code|pre|style|script|Trans\w*|FormattedMessage|kbd|samp|T)$/.test(element.name))
      continue;
    for (const child of element.children) {
      const words = child.kind === 'text' ? (plainText(child) ?? '').trim() : '';
      if (/\p{L}{3,}/u.test(words) && !/^&\w+;$/.test(words) && !/[{}<>;=]/.test(words)) {
        const lead = view.textOf(child).length - view.textOf(child).trimStart().length;
        yield {
          at: { start: child.start + lead, end: child.end },
          about: { what: 'words', tag: inBackticks(shortened(words.replace(/\s+/g, ' '))) },
        };
      }
    }
  }
}

/** Markup that is written in a text. */
function* ofMarkup(text: string, offset: number): Iterable<Trigger> {
  for (const { tag, lacks, what } of IN_TEXT) {
    for (const { 0: found, index } of text.matchAll(tag)) {
      if (lacks?.test(found) === true || SPLICED.test(found)) continue;
      if (what === 'language' && !/<!doctype html/i.test(text)) continue;
      const start = offset + index;
      yield {
        at: { start, end: start + found.length },
        about: { what, tag: inBackticks(shortened(found.replace(/\s+/g, ' '))) },
      };
    }
  }
}

/** PHP: markup between its pieces of code. */
function* ofPage({ view }: RuleContext): Iterable<Trigger> {
  if (200_000 < view.text.length) return;
  for (const piece of view.text.matchAll(/(?:^(?!<\?)|\?>)[^?]{4,}/g)) {
    for (const one of ofMarkup(piece[0], piece.index)) if (view.isOwn(one.at)) yield one;
  }
}
