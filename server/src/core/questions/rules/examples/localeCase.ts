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
  {
    languages: ['go'],
    asks: 'package a\n\nfunc byName(names []string, people []Person) []string {\n\tsorted := slices.Clone(names)\n\tsort.Strings(sorted) ⟵\n\tsort.Slice(people, func(i, j int) bool {\n\t\treturn people[i].LastName < people[j].LastName ⟵\n\t})\n\treturn sorted\n}\n',
    quiet:
      'package a\n\nfunc byName(names []string, people []Person) []string {\n\tsorted := slices.Clone(names)\n\tcollate.New(language.German).SortStrings(sorted)\n\tsort.Slice(people, func(i, j int) bool {\n\t\treturn people[i].Age < people[j].Age\n\t})\n\tsort.Strings(keys)\n\treturn sorted\n}\n',
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'async function writeCsv(stream, customers) {\n  const sorted = [...customers].sort((a, b) => (a.lastName < b.lastName ? -1 : 1)); ⟵\n  for (const one of sorted) {\n    stream.write(`${one.lastName};${one.total.toLocaleString()}\\n`); ⟵\n  }\n}\n',
    quiet:
      'async function writeCsv(stream, customers) {\n  const sorted = [...customers].sort((a, b) => a.lastName.localeCompare(b.lastName));\n  sorted.sort((a, b) => (a.age < b.age ? -1 : 1));\n  for (const one of sorted) {\n    stream.write(`${one.lastName};${one.total.toFixed(2)}\\n`);\n  }\n}\nfunction Total({ total }) {\n  return show(total.toLocaleString());\n}\n',
  },
  {
    languages: ['python'],
    asks: 'def read(path, data, people):\n    people = sorted(people, key=lambda one: one.last_name) ⟵\n    with path.open() as file: ⟵\n        return file.read() + data.decode("utf-8", "ignore") ⟵\n',
    quiet:
      'def read(path, data, people):\n    people = sorted(people, key=lambda one: locale.strxfrm(one.last_name))\n    with path.open(encoding="utf-8") as file:\n        return file.read() + data.decode("utf-8")\n',
  },
  {
    languages: ['csharp'],
    asks: 'class Csv {\n  void Write(TextWriter writer, Measurement one, double kelvin) {\n    writer.WriteLine(one.Celsius.ToString("F2")); ⟵\n    writer.WriteLine(kelvin.ToString()); ⟵\n    var sum = Convert.ToDouble(one.Text); ⟵\n  }\n}\n',
    quiet:
      'class Csv {\n  void Write(TextWriter writer, Measurement one, double kelvin, int count) {\n    writer.WriteLine(one.Celsius.ToString("F2", CultureInfo.InvariantCulture));\n    writer.WriteLine(count.ToString());\n    writer.WriteLine(one.Id.ToString("N"));\n    var sum = Convert.ToDouble(one.Text, CultureInfo.InvariantCulture);\n  }\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'std::string key(const std::string& word) {\n  std::string key;\n  for (const char c : word) key += std::tolower(c, std::locale("")); ⟵\n  return key;\n}\n',
    quiet:
      'std::string key(const std::string& word) {\n  std::string key;\n  for (const char c : word) key += std::tolower(c, std::locale::classic());\n  return key;\n}\n',
  },
  {
    languages: ['ruby'],
    asks: 'def import(path, people)\n  people.sort_by(&:last_name) ⟵\n  CSV.foreach(path, headers: true) do |row| ⟵\n    save(row)\n  end\nend\n',
    quiet:
      'def import(path, people)\n  people.sort_by(&:age)\n  CSV.foreach(path, headers: true, encoding: "UTF-8") do |row|\n    save(row)\n  end\nend\n',
  },
  {
    languages: ['rust'],
    asks: 'fn read(path: &Path) -> String {\n    let bytes = fs::read(path).unwrap_or_default();\n    String::from_utf8_lossy(&bytes).into_owned() ⟵\n}\n',
    quiet:
      'fn read(path: &Path) -> Result<String, Error> {\n    let bytes = fs::read(path)?;\n    Ok(String::from_utf8(bytes)?)\n}\nfn show(bytes: &[u8]) -> String {\n    String::from_utf8_lossy(bytes).into_owned()\n}\n',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction initials($user) {\n  $initials = "";\n  foreach (preg_split("/ /u", $user->name) as $part) {\n    $initials .= strtoupper(substr($part, 0, 1)); ⟵\n  }\n  return $initials;\n}\n',
    quiet:
      '<?php\nfunction initials($user, $hex) {\n  $initials = "";\n  foreach (preg_split("/ /u", $user->name) as $part) {\n    $initials .= mb_strtoupper(mb_substr($part, 0, 1));\n  }\n  return $initials . substr($hex, 0, 2);\n}\n',
  },
];
