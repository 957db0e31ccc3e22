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
    languages: [...ECMASCRIPT],
    asks: "async function a(stream, orders, cache, name) {\n  for (const order of orders) stream.write(`${order.id};${order.total.toLocaleString()}\\n`); ⟵\n  await writeFile('out.csv', rows.map((r) => r.price.toLocaleString()).join(';')); ⟵\n  const cents = total.toLocaleString().replace(',', ''); ⟵\n  const [day, month] = date.toLocaleDateString().split('/'); ⟵\n  const file = `report-${new Date().toLocaleDateString()}.pdf`; ⟵\n  cache.set(name.toLocaleLowerCase(), order); ⟵\n  return Buffer.from(text, 'ascii'); ⟵\n}",
    quiet:
      "async function a(stream, orders, cache, name) {\n  for (const order of orders) stream.write(`${order.id};${order.total.toFixed(2)}\\n`);\n  await writeFile('out.csv', rows.map((r) => String(r.price)).join(';'));\n  const [year, month] = date.toISOString().split('-');\n  const file = `report-${formatIso(date)}.pdf`;\n  const shown = `Total: ${total.toLocaleString()}`;\n  const label = date.toLocaleDateString('en-GB').split('/');\n  cache.set(name.toLowerCase(), order);\n  return Buffer.from(text, 'utf8');\n}",
  },
  {
    languages: [...ECMASCRIPT],
    asks: "function b(customers, people) {\n  const byName = [...customers].sort((a, b) => (a.lastName < b.lastName ? -1 : 1)); ⟵\n  people.sort((a, b) => { if (a.surname > b.surname) return 1; return -1; }); ⟵\n  customers.sort((a, b) => (a.name > b.name ? 1 : a.name < b.name ? -1 : 0)); ⟵\n  const lastNames = people.map((p) => p.lastName);\n  lastNames.sort(); ⟵\n  const reversed = title.split('').reverse().join(''); ⟵\n  return btoa(name); ⟵\n}",
    quiet:
      "function b(customers, people) {\n  const byName = [...customers].sort((a, b) => a.lastName.localeCompare(b.lastName, 'de'));\n  people.sort((a, b) => collator.compare(a.surname, b.surname));\n  packages.sort((a, b) => (a.name > b.name ? 1 : -1));\n  customers.sort((a, b) => a.id - b.id);\n  names.sort();\n  const keys = Object.keys(people).sort();\n  const digits = bits.split('').reverse().join('');\n  return btoa(`${clientId}:${secret}`);\n}",
  },
  {
    languages: ['python'],
    asks: 'def a(path, rows, customers):\n    with open(path, "w", newline="") as f: ⟵\n        f.write("x")\n    with open(path, mode="a") as f: ⟵\n        f.write("x")\n    with path.open() as f: ⟵\n        f.read()\n    with Path(path).open("w") as f: ⟵\n        f.write("x")\n    data = name.encode("ascii") ⟵\n    with gzip.open(path, "rt") as f: ⟵\n        f.read()\n    tmp = tempfile.NamedTemporaryFile("w") ⟵\n    frame = fileinput.input(path)\n    customers.sort(key=lambda c: c.last_name) ⟵\n    return sorted(customers, key=attrgetter("surname")) ⟵',
    quiet:
      'def a(path, rows, customers):\n    with open(path, "w", newline="", encoding="utf-8") as f:\n        f.write("x")\n    with path.open(encoding="utf-8") as f:\n        f.read()\n    with path.open("rb") as f:\n        f.read()\n    data = name.encode("utf-8")\n    text = subprocess.run(cmd, capture_output=True, text=True, encoding="utf-8").stdout\n    with gzip.open(path, "rb") as f:\n        f.read()\n    customers.sort(key=lambda c: locale.strxfrm(c.last_name))\n    image = Image.open(path)\n    customers.sort(key=lambda c: c.id)\n    return sorted(packages, key=attrgetter("name"))',
  },
  {
    languages: ['go'],
    asks: 'func a(people []Person, lastNames []string, name string, r io.Reader) string {\n\tsort.Slice(people, func(i, j int) bool { return people[i].LastName < people[j].LastName }) ⟵\n\tslices.SortFunc(people, func(a, b Person) int { return strings.Compare(a.Surname, b.Surname) }) ⟵\n\tslices.SortFunc(people, func(a, b Person) int { return cmp.Compare(a.LastName, b.LastName) }) ⟵\n\tsort.Strings(lastNames) ⟵\n\tinitial := name[:1] ⟵\n\tfirst := strings.ToUpper(name[0:1]) ⟵\n\tfor i := 0; i < len(name); i++ {\n\t\tout = append(out, unicode.ToUpper(rune(name[i]))) ⟵\n\t}\n\tif len(title) > 20 {\n\t\ttitle = title[:20] + "…"\n\t}\n\treturn ""\n}',
    quiet:
      'func a(people []Person, names []string, name string, r io.Reader) string {\n\tsort.Slice(people, func(i, j int) bool { return c.CompareString(people[i].LastName, people[j].LastName) < 0 })\n\tsort.Slice(people, func(i, j int) bool { return people[i].Age < people[j].Age })\n\tsort.Strings(names)\n\tletters := []rune(name)\n\tinitial := string(letters[:1])\n\tfor _, letter := range name {\n\t\tout = append(out, unicode.ToUpper(letter))\n\t}\n\tkey := line[:i]\n\treturn cases.Title(language.English).String(name)\n}',
  },
  {
    languages: ['go'],
    asks: 'func b(title string, max int) string {\n\tif len(title) > max {\n\t\treturn title[:max] + "..." ⟵\n\t}\n\treturn title[:len(title)-3]\n}',
    quiet:
      'func b(title string, max int) string {\n\tletters := []rune(title)\n\tif len(letters) > max {\n\t\treturn string(letters[:max]) + "..."\n\t}\n\treturn title\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn a(path: &Path, title: &str, people: &mut Vec<Person>, name: String) -> Result<String, E> {\n    let bytes = fs::read(path)?;\n    let text = String::from_utf8_lossy(&bytes); ⟵\n    people.sort_by(|a, b| a.last_name.cmp(&b.last_name)); ⟵\n    people.sort_by_key(|p| p.last_name.clone()); ⟵\n    let initial = &name[0..1]; ⟵\n    let short = &title[..20]; ⟵\n    if city.to_ascii_lowercase() == other { } ⟵\n    let first = name.as_bytes()[0] as char; ⟵\n    Ok(text.to_string())\n}',
    quiet:
      'fn a(path: &Path, title: &str, people: &mut Vec<Person>, name: String) -> Result<String, E> {\n    let text = fs::read_to_string(path)?;\n    people.sort_by(|a, b| collator.compare(&a.last_name, &b.last_name));\n    people.sort_by_key(|p| p.age);\n    let initial = name.chars().next();\n    let short: String = title.chars().take(20).collect();\n    log::warn!("{}", String::from_utf8_lossy(&output.stderr));\n    if name.to_lowercase() == other { }\n    if header.to_ascii_lowercase() == "content-type" { }\n    Ok(text)\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  void a(String name, String code, byte[] data, InputStream in, double price, Path path) {\n    if (name.toLowerCase().equals("admin")) { } ⟵\n    switch (code.toUpperCase()) { case "A": break; } ⟵\n    Color c = Color.valueOf(code.toUpperCase()); ⟵\n    map.put(name.toUpperCase(), 1); ⟵\n    String sql = String.format("%.2f", price); ⟵\n    String csv = "%.2f".formatted(price); ⟵\n    Reader r = new InputStreamReader(in); ⟵\n    Scanner s = new Scanner(in); ⟵\n    PrintWriter w = new PrintWriter("out.csv"); ⟵\n    String t = new String(in.readAllBytes()); ⟵\n    String u = out.toString(StandardCharsets.UTF_8);\n    people.sort(Comparator.comparing(Person::getLastName)); ⟵\n    writer.printf("%.2f;%n", price); ⟵\n  }\n}',
    quiet:
      'class A {\n  void a(String name, String code, byte[] data, InputStream in, double price, Path path) {\n    if (name.equalsIgnoreCase("admin")) { }\n    switch (code.toUpperCase(Locale.ROOT)) { case "A": break; }\n    String sql = String.format(Locale.ROOT, "%.2f", price);\n    String e = String.format("%s-%d", name, 3);\n    Reader r = new InputStreamReader(in, StandardCharsets.UTF_8);\n    Scanner s = new Scanner(in, StandardCharsets.UTF_8);\n    Scanner k = new Scanner(System.in);\n    Scanner l = new Scanner(line);\n    PrintWriter w = new PrintWriter("out.csv", StandardCharsets.UTF_8);\n    String t = new String(in.readAllBytes(), StandardCharsets.UTF_8);\n    people.sort(Comparator.comparing(Person::getLastName, Collator.getInstance(Locale.GERMAN)));\n    writer.printf(Locale.ROOT, "%.2f;%n", price);\n    String d = new DecimalFormat("0.00", SYMBOLS).format(price);\n    String n = NumberFormat.getInstance(Locale.ROOT).format(price);\n    String text = Files.readString(path);\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  void F(string name, string text, double price, TextWriter writer, DateTime day, decimal total) {\n    if (name.ToLower() == "admin") { } ⟵\n    var v = decimal.Parse(text); ⟵\n    var w = Convert.ToDouble(text); ⟵\n    double.TryParse(text, out var x); ⟵\n    writer.WriteLine(price.ToString("F2")); ⟵\n    File.WriteAllText(path, total.ToString()); ⟵\n    var line = $"{name};{price:F2}";\n    writer.WriteLine($"{name};{price:F2}"); ⟵\n    writer.WriteLine(string.Format("{0};{1:F2}", name, price)); ⟵\n    if (text.StartsWith("--")) { } ⟵\n    var reader = new StreamReader(path, Encoding.Default); ⟵\n    var b = Encoding.ASCII.GetBytes(name); ⟵\n    people.Sort((a, c) => string.CompareOrdinal(a.LastName, c.LastName)); ⟵\n  }\n}',
    quiet:
      'class A {\n  void F(string name, string text, double price, TextWriter writer, DateTime day, decimal total) {\n    if (string.Equals(name, "admin", StringComparison.OrdinalIgnoreCase)) { }\n    var v = decimal.Parse(text, CultureInfo.InvariantCulture);\n    var w = Convert.ToDouble(text, CultureInfo.InvariantCulture);\n    double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var x);\n    writer.WriteLine(price.ToString("F2", CultureInfo.InvariantCulture));\n    File.WriteAllText(path, total.ToString(CultureInfo.InvariantCulture));\n    writer.WriteLine(FormattableString.Invariant($"{name};{price:F2}"));\n    label.Text = price.ToString("F2");\n    var d = DateTime.Parse(text, CultureInfo.InvariantCulture);\n    if (text.StartsWith("--", StringComparison.Ordinal)) { }\n    var i = text.IndexOf("abc", StringComparison.Ordinal);\n    var reader = new StreamReader(path, Encoding.UTF8);\n    var b = Encoding.UTF8.GetBytes(name);\n    people.Sort((a, c) => string.Compare(a.LastName, c.LastName, StringComparison.CurrentCulture));\n    var count = list.Count.ToString();\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'std::string f(std::string word, std::vector<Person>& people, std::string name) {\n  for (char& c : word) c = std::tolower(c); ⟵\n  std::transform(word.begin(), word.end(), word.begin(), [](char c) { return std::toupper(c); }); ⟵\n  std::transform(word.begin(), word.end(), word.begin(), tolower); ⟵\n  key += std::tolower(c, std::locale("")); ⟵\n  setlocale(LC_ALL, ""); ⟵\n  std::locale::global(std::locale("")); ⟵\n  out << std::fixed << price;\n  std::sort(people.begin(), people.end(), [](const Person& a, const Person& b) { return a.last_name < b.last_name; }); ⟵\n  return title.substr(0, 20); ⟵\n}',
    quiet:
      'std::string f(std::string word, std::vector<Person>& people, std::string name) {\n  for (char& c : word) c = ascii_lower(c);\n  std::transform(word.begin(), word.end(), word.begin(), [](char c) { return ascii_upper(c); });\n  key += std::tolower(c, std::locale::classic());\n  setlocale(LC_ALL, "C");\n  if (isalpha(static_cast<unsigned char>(word[0]))) { }\n  std::sort(people.begin(), people.end(), [](const Person& a, const Person& b) { return collate(a.last_name, b.last_name); });\n  std::string key = line.substr(0, pos);\n  return shorten(title, 20);\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def a(path, people)\n  File.read(path) ⟵\n  File.readlines(path) ⟵\n  File.foreach(path) { |l| puts l } ⟵\n  IO.read(path) ⟵\n  CSV.read(path, headers: true) ⟵\n  CSV.foreach(path, headers: true) { |row| save(row) } ⟵\n  File.open(path, "w") { |f| f.write(x) } ⟵\n  YAML.load_file(path)\n  text.force_encoding("ASCII-8BIT")\n  title.encode("ASCII") ⟵\n  people.sort_by(&:last_name) ⟵\n  people.sort { |a, b| a.surname <=> b.surname } ⟵\n  title.byteslice(0, 20) ⟵\nend',
    quiet:
      'def a(path, people)\n  File.read(path, encoding: "UTF-8")\n  File.readlines(path, encoding: "UTF-8")\n  CSV.read(path, headers: true, encoding: "UTF-8")\n  CSV.foreach(path, "r:bom|utf-8", headers: true) { |row| save(row) }\n  File.open(path, "w:UTF-8") { |f| f.write(x) }\n  File.open(path, "wb") { |f| f.write(x) }\n  File.binread(path)\n  title.encode("UTF-8")\n  people.sort_by(&:id)\n  packages.sort_by(&:name)\n  title[0, 20]\nend',
  },
  {
    languages: ['php'],
    asks: "<?php\nfunction a($title, $name, $user, $text, $row, $people) {\n  $a = strtoupper(substr($name, 0, 1)); ⟵\n  $b = ucfirst($name); ⟵\n  $c = strlen($title) > 80; ⟵\n  $d = substr($row['description'], 0, 100) . '...'; ⟵\n  $e = strrev($text); ⟵\n  foreach (explode(' ', $name) as $part) {\n    $i .= substr($part, 0, 1); ⟵\n    $j .= strtoupper($part[0]); ⟵\n  }\n  $f = utf8_decode($text); ⟵\n  $g = ucwords(strtolower($name)); ⟵\n  $h = str_pad($name, 20); ⟵\n  $k = htmlentities($x, ENT_QUOTES, 'ISO-8859-1');\n  setlocale(LC_ALL, ''); ⟵\n  $m = number_format($price);\n  usort($people, fn($a, $b) => strcmp($a->last_name, $b->last_name)); ⟵\n  return substr($user->bio, 0, 100); ⟵\n}",
    quiet:
      "<?php\nfunction a($title, $name, $user, $text, $row, $people) {\n  $a = mb_strtoupper(mb_substr($name, 0, 1));\n  $b = mb_convert_case($name, MB_CASE_TITLE);\n  $c = mb_strlen($title) > 80;\n  $d = mb_substr($row['description'], 0, 100) . '...';\n  foreach (explode(' ', $line) as $part) {\n    $i .= mb_substr($part, 0, 1);\n  }\n  $k = substr($path, 0, 3);\n  $n = strtoupper(substr($hash, 0, 8));\n  usort($people, fn($a, $b) => $collator->compare($a->last_name, $b->last_name));\n  return mb_substr($user->bio, 0, 100);\n}",
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
  {
    languages: ['java'],
    asks: `class A {
  byte[] a(String name) { return name.getBytes(); } ⟵
}`,
    quiet: `class A {
  byte[] a() {
    String mime = "application/zip";
    return mime.getBytes();
  }
}`,
  },
  {
    languages: ['php'],
    asks: `<?php
function short($title) { return substr($title, 0, 20); } ⟵
function isLong($comment) { return strlen($comment) > 100; } ⟵`,
    quiet: `<?php
function behind($name) {
  $position = strrpos($name, '.');
  return substr($name, $position + 1);
}
function isGiven($comment) { return strlen($comment) > 0; }`,
  },
  {
    languages: ['ruby'],
    asks: `def load(file)
  IO.read(file) ⟵
end`,
    quiet: `def load(file)
  data = IO.respond_to?(:binread) ? IO.binread(file) : IO.read(file)
  data.force_encoding('UTF-8')
end`,
  },
  {
    languages: ['python'],
    asks: `def load(path):
    with open(path, 'r') as file: ⟵
        return file.read()`,
    quiet: `def load(self):
    with open(self.pidfile, 'r') as file:
        return int(file.read())`,
  },
  {
    languages: ['cpp'],
    asks: `bool same(char a) { return tolower(a) == 'x'; } ⟵`,
    quiet: `bool same(unsigned char a) { return tolower(a) == 'x'; }`,
  },
  {
    languages: ['csharp'],
    asks: `class A {
  void Write(double price, StreamWriter file) { file.WriteLine(price.ToString("F2")); } ⟵
}`,
    quiet: `class A {
  void Write(StreamWriter file) { file.WriteLine(DateTime.Now.ToString("F")); }
}`,
  },
  {
    languages: ['cpp'],
    asks: 'void badge_name(std::string& part) {\n  part[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(part[0]))); ⟵\n}',
    quiet:
      'void hex_digit(std::string& part) {\n  part[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(part[0])));\n}',
  },
];
