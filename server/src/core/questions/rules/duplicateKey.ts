import type { Body, Code, Switch } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { methodOf, plainText, receiverOf } from '../../code/say.ts';
import { isLiteral } from '../facts/repeatable.ts';
import { ECMASCRIPT, isEcmascript } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { quoted } from '../words.ts';

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
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language } = context;
    for (const one of view.all('dict')) {
      if (!isChosen(context, one)) yield* inDict(context, one.entries);
    }
    for (const one of view.all('switch')) {
      if (one.subject && !isChosen(context, one)) yield* inSwitch(view, one);
    }
    for (const { target, value } of view.all('declare', 'assign')) {
      // `std::map<…> m = {{"a", 1}, {"a", 2}}`
      if (language !== 'cpp' || value?.kind !== 'list') continue;
      const declared = view.textOf({ start: lineStart(view, target), end: value.start });
      if (MAPS.test(declared))
        yield* repeated(
          view,
          value.items.flatMap((pair) => firstOf(pair)),
        );
    }
    for (const call of view.all('call')) {
      const name = mapName(call.callee);
      if (!MAP_OF.test(name)) continue;
      const [only] = call.args;
      if (only?.kind === 'list')
        yield* repeated(
          view,
          only.items.flatMap((pair) => firstOf(pair)),
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
  examples: [
    {
      languages: [...ECMASCRIPT],
      asks: 'function limits() {\n  const map = new Map([["a", 1], ["b", 2]]);\n  map.set("port", 1);\n  map.set("port", 2); ⟵\n  return {\n    timeout: 10,\n    retries: 3,\n    "timeout": 20, ⟵\n  };\n}\n',
      quiet:
        'function limits(other) {\n  const map = new Map([["a", 1], ["b", 2]]);\n  map.set("port", 1);\n  map.set("host", 2);\n  return {\n    timeout: 10,\n    ...other,\n    timeout: 20,\n    get size() { return 1; },\n    set size(n) { save(n); },\n  };\n}\n',
    },
    {
      languages: [...ECMASCRIPT],
      asks: '// Fees.\nfunction fee($kind) {\n  switch ($kind) {\n    case "card":\n      return 3;\n    case "bank":\n      return 1;\n    case "card": ⟵\n      return 2;\n  }\n}\n',
      quiet:
        'function fee($kind) {\n  switch ($kind) {\n    case "card":\n      return 3;\n    case "cash":\n      return 2;\n  }\n}\n',
    },
    {
      languages: ['python'],
      asks: 'LIMITS = {\n    "timeout": 10,\n    "retries": 3,\n    "timeout": 20, ⟵\n}\n\ndef set_up(headers):\n    headers["host"] = 1\n    headers["host"] = 2 ⟵\n',
      quiet:
        'LIMITS = {\n    "timeout": 10,\n    "retries": 3,\n    "pause": 20,\n    **OTHERS,\n}\n\ndef set_up(headers):\n    headers["host"] = 1\n    headers["port"] = headers["host"] + 1\n    headers["host"] = 2\n',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc limits(m map[string]int) {\n\tm["timeout"] = 10\n\tm["retries"] = 3\n\tm["timeout"] = 20 ⟵\n}\n',
      quiet:
        'package a\n\nfunc limits(m map[string]int) {\n\tm["timeout"] = 10\n\tm["retries"] = 3\n\tm["pause"] = 20\n}\n',
    },
    {
      languages: ['rust'],
      asks: 'fn limits() -> HashMap<&str, u32> {\n    let mut m = HashMap::from([\n        ("timeout", 10),\n        ("timeout", 20), ⟵\n    ]);\n    m.insert("a", 1);\n    m.insert("a", 2); ⟵\n    m\n}\n',
      quiet:
        'fn limits() -> HashMap<&str, u32> {\n    let mut m = HashMap::from([\n        ("timeout", 10),\n        ("pause", 20),\n    ]);\n    m.insert("a", 1);\n    m.insert("b", 2);\n    m\n}\n',
    },
    {
      languages: ['java'],
      asks: 'class Limits {\n  Map<String, Integer> all() {\n    Map<String, Integer> m = new HashMap<>(Map.of("a", 1, "a", 2)); ⟵\n    m.put("timeout", 10);\n    m.put("timeout", 20); ⟵\n    return m;\n  }\n}\n',
      quiet:
        'class Limits {\n  Map<String, Integer> all() {\n    Map<String, Integer> m = new HashMap<>(Map.of("a", 1, "b", 1));\n    m.put("timeout", 10);\n    m.put("pause", 10);\n    return m;\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      asks: 'class Limits {\n  Dictionary<string, int> All() {\n    return new Dictionary<string, int> {\n      ["timeout"] = 10,\n      ["retries"] = 3,\n      ["timeout"] = 20, ⟵\n    };\n  }\n}\n',
      quiet:
        'class Limits {\n  Dictionary<string, int> All() {\n    return new Dictionary<string, int> {\n      ["timeout"] = 10,\n      ["retries"] = 3,\n      ["pause"] = 20,\n    };\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      asks: 'void limits() {\n  std::map<std::string, int> m = {\n    {"timeout", 10},\n    {"timeout", 20}, ⟵\n  };\n  m["a"] = 1;\n  m["a"] = 2; ⟵\n}\n',
      quiet:
        'void limits() {\n  std::map<std::string, int> m = {\n    {"timeout", 10},\n    {"pause", 20},\n  };\n  m["a"] = 1;\n  m["b"] = 2;\n}\n',
    },
    {
      languages: ['ruby'],
      asks: 'def limits(kind)\n  case kind\n  when :a then 1\n  when :b, :a then 2 ⟵\n  end\n  { timeout: 10, retries: 3, timeout: 20 } ⟵\nend\n',
      quiet:
        'def limits(kind)\n  case kind\n  when :a then 1\n  when :b then 2\n  end\n  { timeout: 10, "timeout" => 3, pause: 20 }\nend\n',
    },
    {
      languages: ['php'],
      asks: '<?php\nfunction limits() {\n  return [\n    "timeout" => 10,\n    "timeout" => 20, ⟵\n  ];\n}\n',
      quiet:
        '<?php\nfunction limits() {\n  $a[] = 1;\n  $a[] = 2;\n  return [\n    "timeout" => 10,\n    "pause" => 20,\n  ];\n}\n',
    },
  ],
};

function* inDict({ view, language }: RuleContext, entries: readonly Code[]): Iterable<Trigger> {
  const seen = new Map<string, Code>();
  for (const one of entries) {
    // What is spread in between may hold the key: the later one is to win.
    if (one.kind !== 'entry') {
      seen.clear();
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
  return isLiteral(key) ? view.flat(key) : undefined;
}

function* inSwitch(view: CodeView, { cases }: Switch): Iterable<Trigger> {
  const labels = cases.flatMap(({ tests }) =>
    tests.filter(
      (test) => isLiteral(test) || (test.kind === 'member' && test.object.kind === 'name'),
    ),
  );
  yield* repeated(view, labels);
}

function* repeated(view: CodeView, keys: readonly Code[]): Iterable<Trigger> {
  const seen = new Map<string, Code>();
  for (const key of keys) {
    const words = view.flat(key);
    const first = seen.get(words);
    if (first && (isLiteral(key) || key.kind === 'member')) yield of(view, key, first);
    else seen.set(words, key);
  }
}

function of(view: CodeView, key: Code, first: Code): Trigger {
  return { at: key, about: { key: quoted(view, key), first: String(view.lineOf(first)) } };
}

function firstOf(pair: Code): readonly Code[] {
  const [key] = pair.kind === 'list' && pair.items.length === 2 ? pair.items : [];
  return key && isLiteral(key) ? [key] : [];
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
      index?.kind === 'text' && object.kind === 'name' && value.value && isLiteral(value.value);
    return isPlain ? { words: `${view.flat(object)} ${view.flat(index)}`, key: index } : undefined;
  }
  if (value.kind !== 'call' || value.args.length !== 2 || !PUTS.test(methodOf(value)))
    return undefined;
  const [key, given] = value.args;
  const receiver = receiverOf(value);
  return key?.kind === 'text' &&
    isLiteral(key) &&
    given &&
    isLiteral(given) &&
    receiver?.kind === 'name'
    ? { words: `${receiver.name} ${view.flat(key)}`, key }
    : undefined;
}
