import type { Body, Code, Element, FunctionCode, Switch } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { lastWord, methodOf, plainText, receiverOf } from '../../code/say.ts';
import { isLiteral } from '../facts/repeatable.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, quoted } from '../words.ts';
import { duplicateKeyExamples } from './examples/duplicateKey.ts';

/** Calls that make a dictionary of what they are given. */
const MAP_OF =
  /^(?:Map|ImmutableMap|HashMap|BTreeMap|IndexMap|OrderedDict|dict)(?:\.(?:of|from|ofEntries))?$/;
const PUTS = /^(?:put|set|insert|Add|store)$/;
const MAPS = /map|dict|hash/i;

/** One key is given twice, so its first value is lost; or a branch has the label of an earlier one. */
export const duplicateKey: Rule = {
  id: 'duplicate-key',
  row: 40,
  title: 'A key or label that is there twice',
  severity: 'normal',
  concern: 'logic',
  weight: 3,
  cwe: [561, 563],
  kind: 'check',
  isOn: true,
  looksAround: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language } = context;
    for (const one of view.all('dict')) {
      if (!isChosen(context, one)) yield* inDict(context, one.entries);
    }
    for (const one of view.all('switch')) {
      if (one.subject && !isChosen(context, one)) yield* inSwitch(context, one);
    }
    for (const list of language === 'cpp' ? view.all('list') : []) {
      if (isMapInCpp(view, list)) {
        yield* repeated(
          view,
          list.items.flatMap((pair) => firstOf(pair)),
        );
      }
    }
    for (const one of view.all('element')) yield* inElement(view, one);
    for (const one of REDEFINES.has(language) && !context.isTest ? view.all('function') : []) {
      const first = namesake(context, one);
      const key = inBackticks(one.name ?? '');
      if (first) yield { at: one, about: { key, first: String(view.lineOf(first)) } };
    }
    for (const call of view.all('call')) {
      const name = mapName(call.callee);
      if (language === 'cpp' && call.isNew && MAPS.test(lastWord(call.callee))) {
        yield* repeated(
          view,
          call.args.flatMap((pair) => firstOf(pair)),
        );
      }
      if (!MAP_OF.test(name)) continue;
      const [only] = call.args;
      if (only?.kind === 'list')
        yield* repeated(
          view,
          only.items.flatMap((pair) => firstOf(pair)),
        );
      else if (name.endsWith('.ofEntries'))
        yield* repeated(
          view,
          call.args.flatMap((pair) => firstOfEntry(pair)),
        );
      else if (name.endsWith('.of'))
        yield* repeated(
          view,
          call.args.filter((_, i) => i % 2 === 0),
        );
    }
    for (const body of view.all('body')) if (!context.isTest) yield* inWrites(view, body);
  },
  ask: ({ key, line, first }) =>
    `Line ${line} has ${key} a second time: line ${first} has it already, and only one of them counts.`,
  obligations: ['branch'],
  page: {
    why: 'Of two values under one key the first is lost without a word; of two branches with one label the second is never taken.',
    instead: 'Name the key that was meant, or take one of them out.',
    sources: ['CWE-561, CWE-563', 'Tambon et al. 2024: silly mistake'],
  },
  examples: duplicateKeyExamples,
};

function* inDict({ view, language }: RuleContext, entries: readonly Code[]): Iterable<Trigger> {
  const seen = new Map<string, Code>();
  for (const one of entries) {
    // What is spread in between may hold the key: the later one is to win.
    if (one.kind !== 'entry') {
      if (one.kind !== 'function') seen.clear();
      continue;
    }
    const { key, value } = one;
    if (value.kind === 'function' && value.form === 'accessor') continue;
    const words = keyWords(view, key, isEcmascript(language));
    if (words === undefined) continue;
    const first = seen.get(words);
    if (first) yield of(view, key.start < key.end ? key : one, first);
    else seen.set(words, key);
  }
}

/** Rust compiles one of several by `#[cfg(…)]`. */
function isChosen({ view, language }: RuleContext, code: Code): boolean {
  return language === 'rust' && view.textOf(code).includes('#[cfg');
}

/** `a` and `"a"` are one key in JavaScript. */
function keyWords(view: CodeView, key: Code, isBare: boolean): string | undefined {
  if (key.kind === 'name') return isBare ? `"${key.name}"` : key.name;
  const text = plainText(key);
  if (text !== undefined) return `"${text}"`;
  // `0x1` and `1` are one key.
  if (key.kind === 'number' && isBare && !Number.isNaN(key.value)) return `"${key.value}"`;
  return isLiteral(key) ? view.flat(key) : undefined;
}

/** `<Field min={1} min={0} />` */
function* inElement(view: CodeView, { attributes }: Element): Iterable<Trigger> {
  const seen = new Map<string, Code>();
  for (const one of attributes) {
    if (one.kind !== 'attribute') {
      seen.clear();
      continue;
    }
    const first = seen.get(one.name);
    if (first) {
      const key = inBackticks(one.name);
      yield { at: one, about: { key, first: String(view.lineOf(first)) } };
    } else seen.set(one.name, one);
  }
}

/** Languages in which a second method of a name takes the place of the first. */
const REDEFINES: ReadonlySet<LanguageId> = new Set([
  ...(['typescript', 'tsx', 'javascript', 'python', 'ruby'] as const),
]);

/** An earlier method of the same class or object under the same name, whose place it takes. */
function namesake({ view, outline }: RuleContext, one: FunctionCode): Code | undefined {
  if (!isOfItself(view, one)) return undefined;
  const entry = view.parentOf(one);
  const dict = entry?.kind === 'entry' ? view.parentOf(entry) : undefined;
  if (entry?.kind === 'entry' && dict?.kind === 'dict') {
    // The key is told where the whole object is looked at.
    if (view.isOwn(dict)) return undefined;
    return inObject(view, dict.entries, entry.start, keyWords(view, entry.key, true));
  }
  const owner = outline.classes.find(({ members }) =>
    members.some(({ start }) => start === one.start),
  );
  for (const member of owner?.members ?? []) {
    if (one.start <= member.start) return undefined;
    if (member.kind !== 'function' || member.name !== one.name || !isOfItself(view, member))
      continue;
    if (isOfClass(member) === isOfClass(one)) return member;
  }
  return undefined;
}

function inObject(
  view: CodeView,
  entries: readonly Code[],
  end: number,
  words: string | undefined,
): Code | undefined {
  let found: Code | undefined;
  for (const one of entries) {
    if (end <= one.start) return found;
    if (one.kind !== 'entry') found = undefined;
    else if (words !== undefined && keyWords(view, one.key, true) === words) found ??= one.key;
  }
  return found;
}

/** A method of the class itself, and not of its objects. */
function isOfClass({ modifiers, receiver }: FunctionCode): boolean {
  return modifiers.includes('static') || receiver !== undefined;
}

/** A method with a body, that is no part of a property and no overload. */
function isOfItself(view: CodeView, { name, form, body, decorators }: FunctionCode): boolean {
  if (name === undefined || !body || form === 'accessor' || 0 < decorators.length) return false;
  // Ruby's first one may be kept under another name.
  return (
    !/^(?:_|method_missing$)/.test(name) || name.startsWith('__') || !view.text.includes('alias')
  );
}

/** Where a case is any value, asked one after the other. */
const ASKS_VALUES: ReadonlySet<LanguageId> = new Set([
  ...(['typescript', 'tsx', 'javascript', 'php', 'ruby'] as const),
]);

function* inSwitch({ view, language }: RuleContext, { cases }: Switch): Iterable<Trigger> {
  const labels = cases.flatMap(({ tests }) =>
    tests.filter(
      (test) =>
        isLiteral(test) ||
        test.kind === 'member' ||
        (ASKS_VALUES.has(language) && (test.kind === 'name' || test.kind === 'call')),
    ),
  );
  yield* repeated(view, labels);
}

function* repeated(view: CodeView, keys: readonly Code[]): Iterable<Trigger> {
  const seen = new Map<string, Code>();
  for (const key of keys) {
    const words = view.flat(key);
    const first = seen.get(words);
    if (first) yield of(view, key, first);
    else seen.set(words, key);
  }
}

function of(view: CodeView, key: Code, first: Code): Trigger {
  return { at: key, about: { key: quoted(view, key), first: String(view.lineOf(first)) } };
}

function firstOf(pair: Code): readonly Code[] {
  const [key] = pair.kind === 'list' && pair.items.length === 2 ? pair.items : [];
  return key && isFixed(key) ? [key] : [];
}

/** Java's `Map.entry(404, "Gone")`. */
function firstOfEntry(pair: Code): readonly Code[] {
  const [key, , ...more] = pair.kind === 'call' ? pair.args : [];
  const isEntry = pair.kind === 'call' && /^(?:entry|SimpleEntry)$/.test(methodOf(pair));
  return key && isEntry && more.length === 0 && isFixed(key) ? [key] : [];
}

/** A literal, or one in the type of the keys: `QStringLiteral("a")`, `String::from("a")`, `"a".into()`. */
function isFixed(key: Code): boolean {
  if (isLiteral(key)) return true;
  if (key.kind === 'member') return key.object.kind === 'name' && /^[A-Z]/.test(key.name);
  if (key.kind !== 'call') return false;
  const [only, ...more] = key.args;
  if (only) return more.length === 0 && isLiteral(only) && MAKES_KEY.test(lastWord(key.callee));
  return (
    key.callee.kind === 'member' && isLiteral(key.callee.object) && MAKES_KEY.test(key.callee.name)
  );
}

const MAKES_KEY =
  /^(?:QStringLiteral|QLatin1String|QString|QByteArray|string|string_view|String|from|new|to_string|to_owned|into|Symbol|of|valueOf|L|tr|u8string)$/;

/** `std::map<…> m = {{"a", 1}, …}`, `return {{"a", 1}, …}` where a map is given, `std::map<…>{…}`. */
function isMapInCpp(view: CodeView, list: Code): boolean {
  const parent = view.parentOf(list);
  if (parent?.kind === 'declare' || parent?.kind === 'assign') {
    return MAPS.test(view.textOf({ start: lineStart(view, parent.target), end: list.start }));
  }
  if (parent?.kind === 'return') return MAPS.test(view.enclosing(list, 'function')?.returns ?? '');
  const before = view.text.slice(Math.max(0, list.start - 120), list.start);
  return /(?:map|dict|hash)\w{0,8}\s?(?:<[^;{}()]{0,80}>)?\s{0,2}\w{0,40}\s{0,2}[({]?\s{0,2}$/i.test(
    before,
  );
}

function mapName(callee: Code): string {
  if (callee.kind === 'name') return callee.name;
  return callee.kind === 'member' && callee.object.kind === 'name'
    ? `${callee.object.name}.${callee.name}`
    : '';
}

function lineStart(view: CodeView, { start }: Code): number {
  return view.text.lastIndexOf('\n', start) + 1;
}

/** Writes one behind the other, of which a later one has the key of an earlier. */
function* inWrites(view: CodeView, { statements }: Body): Iterable<Trigger> {
  const seen = new Map<string, Code>();
  for (const one of statements) {
    const write = writeOf(view, one);
    if (!write) {
      seen.clear();
      continue;
    }
    const first = seen.get(write.words);
    if (first)
      yield { at: one, about: { key: quoted(view, write.key), first: String(view.lineOf(first)) } };
    seen.set(write.words, one);
  }
}

interface Write {
  readonly words: string;
  readonly key: Code;
}

/** `m["a"] = 1`, `m.put("a", 1)`, where the value asks nothing. */
function writeOf(view: CodeView, statement: Code): Write | undefined {
  if (statement.kind !== 'expression') return undefined;
  const { value } = statement;
  if (value.kind === 'assign' && value.operator === '=' && value.target.kind === 'index') {
    const { object, index } = value.target;
    const isPlain =
      index?.kind === 'text' &&
      object.kind === 'name' &&
      value.value &&
      isGiven(value.value, object.name);
    return isPlain ? { words: `${view.flat(object)} ${view.flat(index)}`, key: index } : undefined;
  }
  if (value.kind !== 'call' || value.args.length !== 2 || !PUTS.test(methodOf(value)))
    return undefined;
  const [key, given] = value.args;
  const receiver = receiverOf(value);
  return key?.kind === 'text' &&
    isLiteral(key) &&
    given &&
    receiver?.kind === 'name' &&
    isGiven(given, receiver.name)
    ? { words: `${receiver.name} ${view.flat(key)}`, key }
    : undefined;
}

/** Literals, lists of them and names: what asks nothing, and nothing of the map itself. */
function isGiven(value: Code, map: string): boolean {
  if (value.kind === 'list') return value.items.every((item) => isGiven(item, map));
  if (value.kind === 'name') return value.name !== map;
  return isLiteral(value);
}
