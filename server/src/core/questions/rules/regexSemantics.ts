import type { Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { bare, lastWord, methodOf, plainText } from '../../code/say.ts';
import { inJavaScript } from '../../regex/dialect.ts';
import { readRegex, regexNodes, type RegexNode } from '../../regex/regexTree.ts';
import { type CharacterClass, classesIn, takesApart } from '../facts/characterClasses.ts';
import { letsThrough } from '../facts/lettingThrough.ts';
import { nameWords } from '../facts/nameWords.ts';
import { askedBy, isRaw, regexOf, type RegexUse, regexUses } from '../facts/regexUses.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';
import type { Fix, Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';
import { regexSemanticsExamples } from './examples/regexSemantics.ts';

/** A regular expression says something else than it seems to. */
export const regexSemantics: Rule = {
  id: 'regex-semantics',
  row: 39,
  title: 'A regular expression that matches something else',
  severity: 'normal',
  concern: 'logic',
  weight: 3,
  cwe: [185, 625, 777],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, isTest } = context;
    if (isTest) return;
    for (const use of regexUses(view, language)) {
      const says = saysOf(context, use);
      if (says !== undefined) {
        const regex = inBackticks(shortened(use.source.replace(/\s+/g, ' ')));
        const fix = says === LETTERS_AND_SIGNS ? { fix: onlyLetters(view, use) } : {};
        yield { at: use.code, about: { regex, says }, ...fix };
      }
    }
    yield* namedElsewhere(context);
    if (language === 'java') yield* splitBySign(view);
    if (isEcmascript(language)) yield* stateKept(context);
  },
  ask: ({ regex, says, line }) => `Line ${line}: ${regex} ${says}`,
  obligations: ['regex', 'boundary'],
  page: {
    why: 'A regular expression that is not tied to both ends lets anything stand around what it checks; a dot stands for any character; a range from A to z holds signs. Checks then let pass what they were written to stop.',
    instead:
      'Tie what validates to both ends, escape dots in names of hosts, and try a text that must not match.',
    sources: ['CWE-185, CWE-625, CWE-777'],
  },
  examples: regexSemanticsExamples,
};

function saysOf(context: RuleContext, use: RegexUse): string | undefined {
  const { view, language } = context;
  const { source } = use;
  const lost = lostBackslash(view, use, context);
  if (lost !== undefined) {
    return `has ${lost} in a string without its backslash doubled. Is that what the engine should get?`;
  }
  if (/\[[^\]]{0,40}A-z/.test(source)) return LETTERS_AND_SIGNS;
  const inClass = classSays(use, language);
  if (inClass !== undefined) return inClass;
  const plain = inJavaScript(source, use.flags, language);
  const tree = plain && readRegex(plain.source);
  if (!tree) return undefined;
  const host = openHost(tree, source);
  if (host !== undefined) {
    return `has ${host}, whose dots stand for any character. Should they be escaped?`;
  }
  if (isSplitAnchored(tree)) {
    return 'ties `^` only to its first choice and `$` only to its last. Should both hold for all of them?';
  }
  if (language === 'ruby' && isLineAnchored(source) && validates(view, use)) {
    return 'holds for any one line of the text (`^`, `$`). Should it be `\\A` and `\\z`, so that no other line passes?';
  }
  if (isLoose(context, use, tree)) {
    return LOOSE;
  }
  return undefined;
}

/** `[]`, and emoji or letters with accents in `[…]`. */
function classSays({ source, flags }: RegexUse, language: LanguageId): string | undefined {
  const isUnicode = /[uv]/.test(flags);
  const byUnits = isEcmascript(language) && !isUnicode;
  const classes = classesIn(source, byUnits);
  if (isEcmascript(language) && !flags.includes('v') && classes.some(({ isEmpty }) => isEmpty))
    return 'has an empty class `[]`, so it never matches there. Is something missing in it?';
  const inBytes = (language === 'php' && !isUnicode) || language === 'cpp';
  const isApart = (one: CharacterClass): boolean =>
    takesApart(one) || (inBytes && one.signs.some((sign) => sign !== undefined && 0xff < sign));
  return classes.some(isApart)
    ? 'has in `[…]` a sign that is several to the engine, which takes each part of it alone. Is the whole sign meant?'
    : undefined;
}

const LOOSE = 'is not tied to both ends of the text. Should texts with more around it pass?';

const LETTERS_AND_SIGNS =
  'has the range `A-z`, which also takes `[`, `\\`, `]`, `^`, `_` and a backtick. Is `A-Za-z` meant?';

function onlyLetters(view: CodeView, { code }: RegexUse): Fix {
  const ranges = [...view.textOf(code).matchAll(/(\[[^\]]{0,40}?)A-z/g)];
  const edits = ranges.map(({ index, 0: { length } }) => {
    const end = code.start + index + length;
    return { start: end - 'A-z'.length, end, text: 'A-Za-z' };
  });
  return { title: 'Write `A-Za-z`', edits };
}

/** `new RegExp("\d+")`: the string drops the backslash, or reads `\b` as a backspace. */
function lostBackslash(
  view: CodeView,
  { code, call }: RegexUse,
  { language }: RuleContext,
): string | undefined {
  if (code.kind !== 'text' || !call || isRaw(view, code, language)) return undefined;
  const written = plainText(code) ?? '';
  const found = LOST[language]?.exec(written);
  return found ? inBackticks(found[1] ?? found[0]) : undefined;
}

const DROPPED = /(?:^|[^\\])(?:\\\\){0,20}(\\[bdDsSwW.+*?()[\]{}|^$])/;
const BACKSPACE = /(?:^|[^\\])(?:\\\\){0,20}(\\b)/;
const LOST: { readonly [L in RuleContext['language']]?: RegExp } = {
  typescript: DROPPED,
  tsx: DROPPED,
  javascript: DROPPED,
  python: BACKSPACE,
  java: BACKSPACE,
  csharp: BACKSPACE,
  cpp: DROPPED,
};

const TLD =
  /(?:^|[^\w\\-])((?:[a-z\d-]{2,30}\.){1,4}(?:com|org|net|io|dev|co|app|gov|edu|cloud))(?![\w.-])/i;

/** `example.com` in an expression that looks at hosts: its dots are not escaped. */
function openHost(tree: RegexNode, source: string): string | undefined {
  const [, name] = TLD.exec(source.replace(/\\[-/@]/g, '/')) ?? [];
  if (name === undefined) return undefined;
  const isTied = [...regexNodes(tree)].some(({ kind }) => kind === 'anchor');
  const isUrl = /https?|:\\?\/|@|\\\./.test(source);
  return isTied || isUrl ? inBackticks(shortened(name)) : undefined;
}

/** `^a|b$` */
function isSplitAnchored(tree: RegexNode): boolean {
  if (tree.kind !== 'choice' || tree.options.length < 2) return false;
  const starts = tree.options.map(({ items }) => isAnchor(items[0], '^'));
  const ends = tree.options.map(({ items }) => isAnchor(items.at(-1), '$'));
  const isTiedApart =
    starts[0] === true &&
    ends.at(-1) === true &&
    !starts.slice(1).includes(true) &&
    !ends.slice(0, -1).includes(true);
  // `^\s+|\s+$` trims: the same is taken at both ends.
  return isTiedApart && !isTrim(tree.options.map(({ items }) => items));
}

function isTrim(options: readonly (readonly RegexNode[])[]): boolean {
  const [first = [], last = []] = [options[0], options.at(-1)];
  return (
    options.length !== 2 || first.length < 3 || last.length < 3 || first.length !== last.length
  );
}

function isAnchor(node: RegexNode | undefined, sign: '^' | '$'): boolean {
  if (node?.kind !== 'anchor') return false;
  return sign === '^' ? /^(?:\^|\\A|\\G)$/.test(node.source) : /^(?:\$|\\[zZ])$/.test(node.source);
}

function isLineAnchored(source: string): boolean {
  return source.startsWith('^') && source.endsWith('$') && 4 < source.length;
}

/** Rails' `format: { with: … }`, and what a validating function does. */
function validates(view: CodeView, use: RegexUse): boolean {
  const parent = view.parentOf(use.code);
  if (parent?.kind === 'entry' || parent?.kind === 'named') {
    const name = parent.kind === 'named' ? parent.name : lastWord(parent.key);
    if (name === 'with' || name === 'format') return true;
  }
  return asksYesOrNo(askedBy(use, view)) && isInValidator(view, use.code);
}

const YES_OR_NO =
  /^(?:test|match|match\?|is_match|MatchString|IsMatch|preg_match|search|regex_search|matches\?|=~|find)$/;

function asksYesOrNo(method: string): boolean {
  return YES_OR_NO.test(method);
}

const VALIDATOR =
  /^(?:is_?valid|valid|validate|check|verify|ensure|assert|allowed?|is_?allowed|is_?safe|sanitize|authori[sz]e)/i;
const KINDS =
  /^(?:e?mails?|phones?|zips?|postcodes?|postal|urls?|uris?|origins?|hosts?|hostnames?|domains?|usernames?|user|passwords?|names?|ids?|uuids?|guids?|slugs?|dates?|ips?|ipv4|ipv6|colou?rs?|hex|numbers?|numeric|digits?|integers?|alphanumeric|tokens?|isbn|iban|vat|ssn|credit|card|code|codes|sku|path|filename|input)$/;

/** The function around it says by its name that it lets pass or refuses one kind of text. */
function isInValidator(view: CodeView, code: Code): boolean {
  for (const one of view.around(code)) {
    const name = nameOfFunction(view, one);
    if (name === undefined) continue;
    const words = nameWords(name);
    const [first] = words;
    const isKind = words.some((word) => KINDS.test(word));
    return (VALIDATOR.test(words.join('')) || first === 'is') && isKind;
  }
  return false;
}

function nameOfFunction(view: CodeView, code: Code): string | undefined {
  if (code.kind !== 'function') return undefined;
  if (code.name !== undefined) return code.name;
  const parent = view.parentOf(code);
  if (parent?.kind !== 'declare' && parent?.kind !== 'assign') return undefined;
  const name = lastWord(parent.target);
  return name === '' ? undefined : name;
}

/** It is asked for yes or no in a validator, and lets anything stand before or behind. */
function isLoose(context: RuleContext, use: RegexUse, tree: RegexNode): boolean {
  const { view, language } = context;
  const method = askingWord(use, view);
  if (!asksYesOrNo(method) || (isNegated(view, use) && !isCounted(tree))) return false;
  const asking = askingCall(use, view);
  const isChecked = isInValidator(view, use.code) && isAnswer(view, use);
  const isShape = asking !== undefined && isCounted(tree) && letsThrough(view, asking);
  return (isChecked || isShape) && isOpen(tree, language === 'python' && method === 'match');
}

/** `{3}`, `{2,5}`: it says how long a text of its kind is. */
function isCounted(tree: RegexNode): boolean {
  return [...regexNodes(tree)].some(
    (node) => node.kind === 'repeat' && 1 < node.max && (1 < node.min || node.max !== Infinity),
  );
}

/** The call that asks it: itself, or what it is the object of. */
function askingCall(use: RegexUse, view: CodeView): Call | undefined {
  if (use.call && asksYesOrNo(methodOf(use.call))) return use.call;
  for (const one of view.around(use.call ?? use.code).slice(0, 6)) {
    if (one.kind === 'call' && asksYesOrNo(methodOf(one))) return one;
    if (one.kind === 'function' || one.kind === 'body') break;
  }
  return undefined;
}

/** Whether anything may stand before or behind what it matches. */
function isOpen(tree: RegexNode, isTiedAtStart: boolean): boolean {
  // A look ahead searches the whole on purpose; Python's `re.match` begins at the start by itself.
  const options = tree.kind === 'choice' ? tree.options : [tree];
  return options.some((option) => {
    const items = option.kind === 'sequence' ? option.items : [option];
    const inner = unwrapped(items);
    const isStart = isTiedAtStart || isAnchor(inner[0], '^');
    const isEnd = isAnchor(inner.at(-1), '$');
    if (isStart && isEnd) return false;
    // `^https?://` asks how a text begins.
    if (isStart && inner.at(-1)?.kind === 'set') return false;
    // One class of characters that must not, or must, be anywhere is a search by its nature.
    const isSearch = inner.length < 2 && !isStart && !isEnd && !isRepeat(inner[0]);
    const hasSeveral = inner.some((node) => node.kind === 'repeat');
    return !isSearch && hasSeveral;
  });
}

/** What asks it: for one that is made on the spot, the calls around it. */
function askingWord(use: RegexUse, view: CodeView): string {
  const word = askedBy(use, view);
  if (asksYesOrNo(word) || !use.call) return word;
  for (const one of view.around(use.call).slice(0, 6)) {
    if (one.kind === 'call' && /^(?:matches|fullmatch|regex_match)$/.test(methodOf(one))) return '';
    if (one.kind === 'call' && asksYesOrNo(methodOf(one))) return methodOf(one);
    if (one.kind === 'function' || one.kind === 'body') break;
  }
  return word;
}

function unwrapped(items: readonly RegexNode[]): readonly RegexNode[] {
  const [only] = items;
  if (items.length !== 1 || only?.kind !== 'group' || only.form !== 'plain') return items;
  return only.body.kind === 'sequence' ? unwrapped(only.body.items) : items;
}

function isRepeat(node: RegexNode | undefined): boolean {
  return node?.kind === 'repeat';
}

/** `!/[^a-z]/.test(x)`: what must not be in it. */
function isNegated(view: CodeView, { code, source }: RegexUse): boolean {
  if (/^\[\^[^\]]+\]\+?$/.test(source)) return true;
  const [parent, above] = view.around(code);
  const call = parent?.kind === 'member' ? above : parent;
  const outer = call && view.parentOf(call);
  const isNot = outer?.kind === 'unary' && outer.operator === '!';
  return isNot && source.length < 8;
}

/** What it says is what the function answers, or whether it refuses. */
function isAnswer(view: CodeView, { code }: RegexUse): boolean {
  for (const one of view.around(code)) {
    if (one.kind === 'function') return true;
    if (one.kind === 'loop') return false;
    if (one.kind === 'return' || one.kind === 'if') return true;
  }
  return false;
}

/** An expression that has a name and stands elsewhere in the file: `if (!sku.MatchString(s)) return err`. */
function* namedElsewhere({ view, outline, language }: RuleContext): Iterable<Trigger> {
  for (const call of view.all('call')) {
    const method = methodOf(call);
    if (!asksYesOrNo(method) || !letsThrough(view, call)) continue;
    const names = [rootOf(call.callee), ...call.args.map(lastWord)].filter((name) => name !== '');
    const held = outline.variables.find(
      (one) => one.kind === 'declare' && names.includes(lastWord(one.target)),
    );
    const use =
      held?.kind === 'declare' && held.value ? regexOf(view, language, held.value) : undefined;
    if (!use || view.isOwn(use.code)) continue;
    const plain = inJavaScript(use.source, use.flags, language);
    const tree = plain && readRegex(plain.source);
    const isTiedAtStart = language === 'python' && method === 'match';
    if (!tree || !isCounted(tree) || !isOpen(tree, isTiedAtStart)) continue;
    const regex = inBackticks(shortened(use.source.replace(/\s+/g, ' ')));
    yield { at: call, about: { regex, says: LOOSE } };
  }
}

function rootOf(code: Code): string {
  for (let node = code; ; ) {
    if (node.kind === 'member') {
      if (node.object.kind === 'name')
        return /^(?:self|this|static|cls|Self)$/.test(node.object.name)
          ? node.name
          : node.object.name;
      node = node.object;
    } else if (node.kind === 'call') node = node.callee;
    else return node.kind === 'name' ? node.name : '';
  }
}

/** Java's `s.split(".")`: the text is an expression, and its sign means something else. */
function* splitBySign(view: CodeView): Iterable<Trigger> {
  for (const call of view.all('call')) {
    const [arg] = call.args;
    const sign = plainText(arg);
    if (!arg || sign === undefined || !/^(?:split|replaceAll|replaceFirst)$/.test(methodOf(call))) {
      continue;
    }
    if (!/^[.|*+?$^]$/.test(sign) || call.callee.kind !== 'member') continue;
    if (lastWord(call.callee.object) === 'StringUtils') continue;
    yield {
      at: arg,
      about: {
        regex: inBackticks(`"${sign}"`),
        says: `is read by \`${methodOf(call)}\` as a regular expression. Is the sign itself meant, as "\\\\${sign}"?`,
      },
    };
  }
}

/** A `g` expression that lives on remembers where it stopped, so `test` gives another answer next time. */
function* stateKept({ view, outline }: RuleContext): Iterable<Trigger> {
  for (const call of view.all('call')) {
    if (methodOf(call) !== 'test' || call.callee.kind !== 'member') continue;
    const object = bare(call.callee.object);
    if (object.kind !== 'name' && object.kind !== 'member') continue;
    const name = lastWord(object);
    const kept = outline.variables.find(
      (one) => one.kind === 'declare' && lastWord(one.target) === name,
    );
    if (kept?.kind !== 'declare' || kept.value?.kind !== 'regex') continue;
    if (!/[gy]/.test(kept.value.flags) || view.enclosing(call, 'loop')?.form === 'while') continue;
    if (isReset(view, name)) continue;
    yield {
      at: call,
      about: {
        regex: inBackticks(`${shortened(name)}.test()`),
        says: 'goes on where it stopped the last time, as the expression has the flag `g`. Should the flag go?',
      },
    };
  }
}

function isReset(view: CodeView, name: string): boolean {
  return view
    .all('assign')
    .some(
      ({ target }) =>
        target.kind === 'member' && target.name === 'lastIndex' && lastWord(target.object) === name,
    );
}
