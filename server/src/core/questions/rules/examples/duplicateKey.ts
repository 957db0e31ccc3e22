import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Keys, labels and names that are there twice, and the same told apart. */
export const duplicateKeyExamples: readonly Example[] = [
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
  {
    languages: ['cpp'],
    asks: 'std::map<std::string, int> weights() {\n  return {\n    {"letter", 20},\n    {"parcel", 500},\n    {"letter", 50}, ⟵\n  };\n}\nint rank(const QString& level) {\n  static const QHash<QString, int> ranks = {\n    {QStringLiteral("info"), 1},\n    {QStringLiteral("info"), 3}, ⟵\n  };\n  const auto others = std::unordered_map<std::string, int>{{"a", 1}, {"a", 2}}; ⟵\n  return ranks.value(level, others.size());\n}\n',
    quiet:
      'std::vector<std::pair<std::string, int>> weights() {\n  return {\n    {"letter", 20},\n    {"letter", 50},\n  };\n}\nint rank(const QString& level) {\n  static const QHash<QString, int> ranks = {\n    {QStringLiteral("info"), 1},\n    {QStringLiteral("warning"), 3},\n  };\n  const auto others = std::unordered_map<std::string, int>{{"a", 1}, {"b", 1}};\n  return ranks.value(level, others.size());\n}\n',
  },
  {
    languages: ['tsx', 'javascript'],
    asks: 'export function Amount({ value, max, rest }) {\n  return <Field min={1} max={max} min={0} value={value} />; ⟵\n}\n',
    quiet:
      'export function Amount({ value, max, rest }) {\n  return <Field min={1} max={max} {...rest} min={0} value={value} />;\n}\n',
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'const actions = {\n  increment(state) {\n    add(state, 1);\n  },\n  increment(state) { ⟵\n    add(state, -1);\n  },\n};\nclass Store {\n  size() {\n    return 1;\n  }\n  size() { ⟵\n    return 2;\n  }\n}\nfunction fee($kind) {\n  switch ($kind) {\n    case Kind.card:\n      return 3;\n    case other:\n      return 1;\n    case other: ⟵\n      return 2;\n  }\n}\n',
    quiet:
      'const actions = {\n  increment(state) {\n    add(state, 1);\n  },\n  decrement(state) {\n    add(state, -1);\n  },\n};\nclass Store {\n  get size() {\n    return 1;\n  }\n  set size(n) {\n    save(n);\n  }\n  static of() {\n    return 1;\n  }\n  of() {\n    return 2;\n  }\n}\n',
  },
  {
    languages: ['python'],
    asks: 'class Store:\n    def size(self):\n        return 1\n\n    def size(self): ⟵\n        return 2\n',
    quiet:
      'class Store:\n    @property\n    def size(self):\n        return 1\n\n    @size.setter\n    def size(self, n):\n        save(n)\n',
  },
  {
    languages: ['ruby'],
    asks: 'class Store\n  def size\n    1\n  end\n\n  def size ⟵\n    2\n  end\nend\n',
    quiet: 'class Store\n  def size\n    1\n  end\n\n  def self.size\n    2\n  end\nend\n',
  },
];
