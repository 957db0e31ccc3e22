import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Case, encodings and numbers that follow the machine, and the same said. */
export const localeCaseExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'function find(users, name, price) {\n  const key = name.toLocaleLowerCase(); ⟵\n  const cost = parseFloat(price.toLocaleString()); ⟵\n  return users.get(name.toLocaleUpperCase()) + key + cost; ⟵\n}',
    quiet:
      "function find(users, name, price) {\n  const key = name.toLowerCase();\n  const cost = price;\n  show(name.toLocaleUpperCase('tr'));\n  return users.get(name.toUpperCase()) + key + cost;\n}",
  },
  {
    languages: ['python'],
    asks: "def load(path):\n    with open(path) as file: ⟵\n        text = file.read()\n    Path('b').write_text(text) ⟵\n    return Path('a').read_text() ⟵",
    quiet:
      "def load(path):\n    with open(path, encoding='utf-8') as file:\n        text = file.read()\n    with open(path, 'rb') as file:\n        data = file.read()\n    Path('b').write_text(text, encoding='utf-8')\n    return data",
  },
  {
    languages: ['go'],
    asks: 'func short(title string) string {\n\treturn title[:20] ⟵\n}',
    quiet:
      'func short(title string) string {\n\tletters := []rune(title)\n\treturn string(letters[:20])\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn short(title: &str, max_len: usize) -> &str {\n    &title[..max_len] ⟵\n}',
    quiet:
      'fn short(title: &str, max_len: usize) -> String {\n    title.chars().take(max_len).collect()\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  User find(String name, byte[] data) {\n    String text = new String(data); ⟵\n    byte[] bytes = name.getBytes(); ⟵\n    Reader in = new FileReader(name); ⟵\n    return users.get(name.toLowerCase()); ⟵\n  }\n}',
    quiet:
      'class A {\n  User find(String name, byte[] data) {\n    String text = new String(data, StandardCharsets.UTF_8);\n    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);\n    Reader in = new FileReader(name, StandardCharsets.UTF_8);\n    return users.get(name.toLowerCase(Locale.ROOT));\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  bool Same(string name, string price) {\n    var value = double.Parse(price); ⟵\n    return name.ToLower() == "admin"; ⟵\n  }\n}',
    quiet:
      'class A {\n  bool Same(string name, string price) {\n    var value = double.Parse(price, CultureInfo.InvariantCulture);\n    return name.ToLowerInvariant() == "admin";\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'std::string lower(std::string text) {\n  std::transform(text.begin(), text.end(), text.begin(), ::tolower); ⟵\n  return text;\n}',
    quiet:
      'std::string lower(std::string text) {\n  std::transform(text.begin(), text.end(), text.begin(), ascii_lower);\n  return text;\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def load(path)\n  File.read(path) ⟵\nend',
    quiet: "def load(path)\n  File.read(path, encoding: 'UTF-8')\nend",
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction short($title) {\n  return substr($title, 0, 20); ⟵\n}',
    quiet: '<?php\nfunction short($title) {\n  return mb_substr($title, 0, 20);\n}',
  },
];
