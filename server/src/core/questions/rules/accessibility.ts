import type { Attribute, Call, Element } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { lastWord, methodOf, plainText } from '../../code/say.ts';
import { markupIn } from '../facts/markupTexts.ts';
import { isEcmascript } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { callWords, inBackticks, shortened } from '../words.ts';
import { accessibilityExamples } from './examples/accessibilityExamples.ts';

/** Elements that nobody expects to press. */
const PLAIN =
  /^(?:div|span|li|p|td|tr|section|article|img|ul|h[1-6]|header|footer|figure|label|svg|i|b)$/;
const CONTROL = /^(?:input|select|textarea)$/;
const NEEDS_NO_LABEL = /^(?:hidden|submit|button|reset|image)$/;
const ICON = /icon|svg|^Fa[A-Z]|^i$/i;
/** Calls by which they are. */
const TRANSLATING =
  /\buse(?:Translations?|Intl|I18n|Lingui)\s?\(|\bi18n\.t\(|\{t\(|\bformatMessage\(|<(?:Trans|FormattedMessage)\b/;
/** Packages by which texts are translated. */
const TRANSLATES = /i18n|intl|translat|lingui|polyglot|gettext/i;

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
    for (const { at, what, tag } of markupIn(context)) {
      yield { at, about: { what, tag: inBackticks(shortened(tag)) } };
    }
    for (const call of view.all('call')) {
      if (isImageWithoutText(context, call))
        yield { at: call, about: { what: 'alt', tag: callWords(view, call) } };
    }
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
    !isStopping(context, click) &&
    !has('tabIndex') &&
    !(has('role') && has('onKeyDown', 'onKeyUp', 'onKeyPress'))
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
function isStopping({ view }: RuleContext, { value }: Attribute): boolean {
  if (value?.kind === 'member' || value?.kind === 'name')
    return stopsOnly(view.text, lastWord(value));
  const statements = value?.kind === 'function' ? (value.body?.statements ?? []) : [];
  const [only, ...more] = statements;
  const call = only?.kind === 'return' || only?.kind === 'expression' ? only.value : undefined;
  return (
    more.length === 0 &&
    call?.kind === 'call' &&
    /^(?:stopPropagation|stopImmediatePropagation|preventDefault)$/.test(methodOf(call))
  );
}

/** `handleClick = (event) => event.stopPropagation()`, somewhere in the file. */
function stopsOnly(text: string, name: string): boolean {
  return [...text.matchAll(STOPPING)].some(([, stopping]) => stopping === name);
}

const STOPPING =
  /\b(\w{1,60}) = \([^()\n]{0,80}\)(?:: \w{1,20})? =>\s{0,9}\w{1,20}(?:\.nativeEvent)?\.stop(?:Immediate)?Propagation\(\)\s{0,3};/g;

/** In a `label`, or with an `id` that one may name. */
function isLabelled({ view }: RuleContext, element: Element): boolean {
  const id = attributeOf(element, 'id');
  if (id && (plainText(id.value) === undefined || view.text.includes('htmlFor'))) return true;
  return view
    .around(element)
    .some(
      (one) =>
        one.kind === 'element' &&
        /label|Field|^Form[A-Z]|[a-z]Form(?:Item|Control|Group|Row)/.test(
          one.name.replace(/^L/, 'l'),
        ),
    );
}

function isTranslated({ view, outline }: RuleContext): boolean {
  return (
    TRANSLATING.test(view.text) ||
    outline.imports.some(
      ({ module, names }) =>
        TRANSLATES.test(module) ||
        names.some(({ local }) =>
          /^(?:t|i18n|useTranslations?|useIntl|FormattedMessage|Trans)$/.test(local),
        ),
    )
  );
}

/** Attributes whose texts people read or hear. */
const READ = /^(?:placeholder|title|alt|aria-label|label)$/;

function* untranslated({ view }: RuleContext, elements: readonly Element[]): Iterable<Trigger> {
  for (const element of elements) {
    if (/^(?:code|pre|style|script|Trans\w*|FormattedMessage|kbd|samp|T)$/.test(element.name))
      continue;
    for (const one of element.attributes) {
      const words = one.kind === 'attribute' && READ.test(one.name) ? plainText(one.value) : '';
      if (/\p{L}{3,}/u.test(words ?? ''))
        yield { at: one, about: { what: 'words', tag: inBackticks(shortened(words ?? '')) } };
    }
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

/** `image_tag("a.png")`, `tag.img(src: …)`, `createElement("img", { src })`. */
function isImageWithoutText({ view, language }: RuleContext, call: Call): boolean {
  const method = methodOf(call);
  const [first] = call.args;
  if (language === 'ruby') {
    const isImage =
      method === 'image_tag' ||
      (method === 'img' &&
        call.callee.kind === 'member' &&
        lastWord(call.callee.object) === 'tag') ||
      (/^(?:content_tag|tag)$/.test(method) && /^:?img$/.test(plainText(first) ?? ''));
    return isImage && 0 < call.args.length && !hasText(view, call);
  }
  const isMade =
    isEcmascript(language) &&
    /^(?:createElement|h|jsx|jsxs|_jsx)$/.test(method) &&
    plainText(first) === 'img' &&
    call.args[1]?.kind === 'dict' &&
    call.args[1].entries.every(({ kind }) => kind === 'entry');
  return isMade && !hasText(view, call);
}

function hasText(view: CodeView, call: Call): boolean {
  const words = view.flat(call);
  return /\balt\b|aria[-_]?[lh]|ariaLabel|\*\*|presentation/.test(words);
}
